// recto-deck read: the cleaned article alone.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "content/files/assets.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/terminal.h"
#include "tools/recto-deck/verbs.h"

namespace recto::deck_tool {
namespace {

using Json = nlohmann::ordered_json;

Json block_json(const Block& block) {
  Json json = {{"type", name_of(block.type)}};
  if (block.type == BlockType::Heading) json["level"] = block.level;
  if (block.type == BlockType::Faq) json["question"] = block.question;
  json["text"] = block.text;
  return json;
}

/// The object that DESIGN and scripts rely on: all members are always there, empty ones too.
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

std::string json_line(const Article& article, const std::string& input, bool name_input) {
  Json json;
  if (name_input) json["input"] = input;
  json.update(article_json(article));
  return json.dump() + "\n";
}

std::string plain_text(const Article& article) {
  std::string text = article.title.empty() ? "" : article.title + "\n\n";
  return printable(text + text_of(article)) + "\n";
}

}  // namespace

int read(const ReadOrder& order, Report& report) {
  const std::vector<Input> inputs = inputs_of(order.words);
  const auto resources = find_assets().and_then(deckmaker::load_resources);
  if (!resources) {
    report.failed("assets", resources.error());
    return report.exit_code();
  }
  deckmaker::Options options;
  options.language = order.language;
  for (std::size_t i = 0; i < inputs.size() && !interrupted; ++i) {
    const auto work = [&]() -> Result<void> {
      RECTO_TRY(Result<void>(inputs[i].usable));
      const std::string bytes = RECTO_TRY(read_input(inputs[i].name, kLargestArticle));
      const Article article = RECTO_TRY(deckmaker::read_article(
          bytes, std::filesystem::path(inputs[i].name).filename().string(), options, *resources));
      const std::string separator = i > 0 ? "\n" : "";
      return put_out({},
                     report.manner().json ? json_line(article, inputs[i].name, inputs.size() > 1)
                                          : separator + plain_text(article),
                     false, report);
    };
    if (const auto done = work(); !done) report.failed(inputs[i].name, done.error());
    report.progress(i + 1, inputs.size(), inputs[i].name);
  }
  return interrupted ? kInterrupted : report.exit_code();
}

}  // namespace recto::deck_tool
