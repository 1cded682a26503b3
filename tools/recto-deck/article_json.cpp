#include "tools/recto-deck/article_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

namespace recto::deck_tool {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kBlockTypes = {BlockType::Heading, BlockType::Paragraph, BlockType::List,
                                    BlockType::Quote,   BlockType::Code,      BlockType::Table,
                                    BlockType::Caption, BlockType::Faq};
constexpr int kDeepestHeading = 6;

Json block_json(const Block& block) {
  Json json = {{"type", name_of(block.type)}};
  if (block.type == BlockType::Heading) json["level"] = block.level;
  if (block.type == BlockType::Faq) json["question"] = block.question;
  if (!block.chapter.empty()) json["chapter"] = block.chapter;
  json["text"] = block.text;
  return json;
}

tl::unexpected<Error> odd_member(const std::string& pointer, const char* must) {
  return fail(Error::Kind::BadInput, std::string("this must be ") + must, pointer,
              "write the line as recto-deck read --json does");
}

/// A string member; empty when there is none, or null.
Result<std::string> text_member(const Json& object, const char* name, const std::string& place) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return std::string();
  if (!found->is_string()) return odd_member(place + "/" + name, "a string");
  return found->get<std::string>();
}

Result<std::vector<std::string>> authors_of(const Json& object) {
  std::vector<std::string> authors;
  const auto found = object.find("authors");
  if (found == object.end() || found->is_null()) return authors;
  if (!found->is_array()) return odd_member("/authors", "an array of strings");
  for (const Json& author : *found) {
    if (!author.is_string()) return odd_member("/authors", "an array of strings");
    authors.push_back(author.get<std::string>());
  }
  return authors;
}

std::optional<BlockType> block_type_named(std::string_view name) {
  for (const BlockType type : kBlockTypes)
    if (name_of(type) == name) return type;
  return {};
}

Result<Block> block_of(const Json& json, const std::string& place) {
  if (!json.is_object()) return odd_member(place, "an object");
  const auto type = block_type_named(RECTO_TRY(text_member(json, "type", place)));
  if (!type) return odd_member(place + "/type", "a type of block, as heading or paragraph");
  Block block;
  block.type = *type;
  block.text = RECTO_TRY(text_member(json, "text", place));
  block.chapter = RECTO_TRY(text_member(json, "chapter", place));
  if (*type == BlockType::Faq) block.question = RECTO_TRY(text_member(json, "question", place));
  if (*type != BlockType::Heading) return block;
  const auto level = json.find("level");
  if (level == json.end() || !level->is_number_integer() || *level < 1 || *level > kDeepestHeading)
    return odd_member(place + "/level", "a number from 1 to 6");
  block.level = level->get<int>();
  return block;
}

Result<std::vector<Block>> blocks_of(const Json& json) {
  if (!json.is_array()) return odd_member("/blocks", "an array");
  std::vector<Block> blocks;
  for (const Json& each : json) {
    Block block = RECTO_TRY(block_of(each, "/blocks/" + std::to_string(blocks.size())));
    blocks.push_back(std::move(block));
  }
  std::erase_if(blocks, [](const Block& block) { return block.text.empty(); });
  return blocks;
}

Result<void> take_document(const Json& json, ArticleLine& line) {
  const bool is_html = json.contains("html");
  line.document = RECTO_TRY(text_member(json, is_html ? "html" : "text", ""));
  if (line.document.empty())
    return fail(Error::Kind::BadInput, "the line holds no article", {},
                "give it blocks, as recto-deck read --json does, or html or text");
  line.origin.name = line.name;
  line.origin.url = line.article.url;
  line.origin.charset = "utf-8";
  if (is_html) line.origin.media = "text/html";
  return {};
}

}  // namespace

Json article_json(const Article& article) {
  Json json = {{"title", article.title},         {"authors", article.authors},
               {"published", article.published}, {"language", article.language},
               {"site", article.site},           {"url", article.url},
               {"text", text_of(article)}};
  json["blocks"] = Json::array();
  for (const Block& block : article.blocks)
    json["blocks"].push_back(block_json(block));
  json["faq"] = Json::array();
  for (const FaqEntry& entry : faq_of(article))
    json["faq"].push_back({{"question", entry.question}, {"answer", entry.answer}});
  return json;
}

Result<ArticleLine> parse_article_line(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object())
    return fail(Error::Kind::BadInput, "the line is no JSON object", {},
                "write an article a line, as recto-deck read --json does");
  ArticleLine line;
  const auto text_named = [&](const char* name) { return text_member(json, name, ""); };
  line.name = RECTO_TRY(text_named("input"));
  line.article.title = RECTO_TRY(text_named("title"));
  line.article.authors = RECTO_TRY(authors_of(json));
  line.article.published = RECTO_TRY(text_named("published"));
  line.article.language = RECTO_TRY(text_named("language"));
  line.article.site = RECTO_TRY(text_named("site"));
  line.article.url = RECTO_TRY(text_named("url"));
  if (json.contains("blocks")) line.article.blocks = RECTO_TRY(blocks_of(json["blocks"]));
  if (line.article.blocks.empty()) RECTO_TRY(take_document(json, line));
  return line;
}

void take_over(Article& article, const Article& stated) {
  const auto put = [](auto& value, const auto& other) {
    if (!other.empty()) value = other;
  };
  put(article.title, stated.title);
  put(article.authors, stated.authors);
  put(article.published, stated.published);
  put(article.language, stated.language);
  put(article.site, stated.site);
  put(article.url, stated.url);
}

}  // namespace recto::deck_tool
