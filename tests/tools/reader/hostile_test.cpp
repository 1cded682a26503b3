// Texts built to take more than linear time. The limit is the test's own (CMakeLists.txt): each
// takes a second at most, and what grows with the square takes many minutes.
#include <cstdio>
#include <string>

#include "content/base/utf8.h"
#include "tests/tools/reader/pages.h"

namespace recto::reader {
namespace {

constexpr std::size_t kDepth = 100'000;

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    text += part;
  return text;
}

void check_is_read(const std::string& bytes, const char* name) {
  CAPTURE(name);
  CAPTURE(bytes.substr(0, 20));
  const auto article = read_article(bytes, {.name = name}, shipped_furniture());
  if (!article) {
    CHECK_FALSE(article.error().what.empty());
    return;
  }
  CHECK_FALSE(article->blocks.empty());
  CHECK(is_utf8(text_of(*article)));
  CHECK(text_of(*article).size() <= bytes.size() * 3);
}

}  // namespace

TEST_CASE("reader: nesting 100,000 deep is read or refused") {
  for (const char* part : {"> ",
                           "- ",
                           "* > ",
                           "1. ",
                           "[",
                           "![",
                           "[[",
                           "**a ",
                           "*_",
                           "~~",
                           "(",
                           "<b>",
                           "<div>",
                           "<ul><li>",
                           "<blockquote>\n\n",
                           "<details><summary>",
                           "<table><tr><td>",
                           "<!--",
                           "^[",
                           "$",
                           "`",
                           "{{< ",
                           "{% ",
                           "==a ",
                           ":::note a\n",
                           "!!! note\n",
                           "```\n",
                           "[^",
                           "\\",
                           "&",
                           "&amp;",
                           ":a"})
    for (const char* name : {"x.txt", "x.md"})
      check_is_read(repeated(part, kDepth) + "Deep water.\n\nIt flows.", name);
}

TEST_CASE("reader: many lines of a kind are read in linear time") {
  for (const char* part : {"Q: Why?\n\n",
                           "1. Why so?\n\n2. Why not?\n\n",
                           "Comments\n\n",
                           "3 May 2021\n\n",
                           "By Moss Press\n\n",
                           "Contents\n",
                           "Contents\n\n1. a\n",
                           "a ..... 3\n",
                           "a | b\n",
                           "| a\n",
                           "+--+\n",
                           "+--+\n| a\n",
                           "== ==\n",
                           "== ==\n  b\n",
                           "a   b\n",
                           "7\n\n\n\n\n\n\n\n\n\n",
                           "a\n===\n",
                           "    x = 1;\n\n",
                           "> a\n",
                           "From: a\n",
                           "a:\n\n",
                           "[^1]: a\n",
                           "- [a](b)\n\n\n",
                           "[a](b)\n\n",
                           "a\n: b\n",
                           "#a\n",
                           "-- \n",
                           "Why?\n\n    So.\n\n",
                           "**Why?** So.\n\n",
                           "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
                           "\n",
                           "word ",
                           "a_b *c* ",
                           "[Illustration: a]\n\n",
                           "CHAPTER I\n\n",
                           "import a from 'b'\n\n"})
    for (const char* name : {"x.txt", "x.md"})
      check_is_read(repeated(part, kDepth) + "\n\nThe water flows to the sea.", name);
}

TEST_CASE("reader: a stray NUL or a broken byte does not spoil a text, many make it binary") {
  const std::string text = repeated("The water flows to the sea. ", 100);
  for (const char* name : {"x.txt", "x.md"}) {
    CHECK(read(text + std::string(1, '\0') + "It is cold.", name) ==
          read(text + "It is cold.", name));
    check_is_read(text + "\xFF\xFE\x80 cold.", name);
    CHECK_FALSE(read_article(text + std::string(100, '\0'), {.name = name}, shipped_furniture()));
  }
}

TEST_CASE("reader: a line of 100 MB is read") {
  const std::string bytes = "Water\n\n" + repeated("The water flows to the sea. ", 3'600'000);
  const Article article = read(bytes);
  CHECK(text_of(article).size() > 100'000'000);
}

}  // namespace recto::reader
