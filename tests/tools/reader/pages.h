// What the tests of the reader share: articles read with the shipped word list, printed to compare.
#pragma once

#include <string>
#include <string_view>

#include "content/deck/article.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tools/reader/reader.h"

namespace recto::reader {

inline const Furniture& shipped_furniture() {
  static const Furniture kFurniture = [] {
    const auto asset = [](const char* name) {
      return test::value(read_file(test::project_folder() / "assets" / name, 1 << 22));
    };
    return test::value(read_furniture(asset("words/furniture.txt"), asset("reader/blocks.model")));
  }();
  return kFurniture;
}

inline Article read(std::string_view bytes, std::string_view name = "article.txt") {
  return test::value(read_article(bytes, {.name = std::string(name)}, shipped_furniture()));
}

/// A block a line: "[heading 2] The end", line feeds inside as " / ".
inline std::string outline(const Article& article) {
  std::string text;
  for (const Block& block : article.blocks) {
    text.append("[").append(name_of(block.type));
    if (block.level > 0) text.append(" ").append(std::to_string(block.level));
    text += "] ";
    std::string line = block.question.empty() ? block.text : block.question + "\n" + block.text;
    for (std::size_t at = 0; (at = line.find('\n', at)) != std::string::npos; at += 3)
      line.replace(at, 1, " / ");
    text.append(line).append("\n");
  }
  return text;
}

/// All of an article, for golden files.
inline std::string printed(const Article& article) {
  std::string text = "title: " + article.title + "\n";
  for (const std::string& author : article.authors)
    text += "author: " + author + "\n";
  text += "published: " + article.published + "\nlanguage: " + article.language +
          "\nurl: " + article.url + "\n\n";
  return text + outline(article) + "\n--- as text ---\n" + text_of(article) + "\n";
}

}  // namespace recto::reader
