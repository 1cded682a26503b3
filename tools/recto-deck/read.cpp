// recto-deck read: the cleaned article alone.
#include <nlohmann/json.hpp>
#include <utility>

#include "content/files/assets.h"
#include "tools/deckmaker/deckmaker.h"
#include "tools/recto-deck/inputs.h"
#include "tools/recto-deck/output.h"
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

std::string plain_text(const Article& article) {
  std::string text = article.title.empty() ? "" : article.title + "\n\n";
  return printable(text + text_of(article)) + "\n";
}

/// Reads and prints article after article.
class Reading {
 public:
  Reading(deckmaker::Resources resources, const ReadOrder& order, std::size_t inputs, bool json)
      : resources_(std::move(resources)), inputs_(inputs), json_(json) {
    options_.language = order.language;
  }

  Result<void> read_one(const Input& input) {
    const std::string bytes = RECTO_TRY(read_input(input, kLargestArticle));
    const Article article =
        RECTO_TRY(deckmaker::read_article(bytes, origin_of(input), options_, resources_));
    if (json_) return print_line(line_of(article, input));
    const std::string separator = std::exchange(first_, false) ? "" : "\n";
    return print(separator + plain_text(article));
  }

 private:
  [[nodiscard]] Json line_of(const Article& article, const Input& input) const {
    Json line;
    if (inputs_ > 1) line["input"] = input.name;
    line.update(article_json(article));
    return line;
  }

  deckmaker::Resources resources_;
  deckmaker::Options options_;
  std::size_t inputs_;
  bool json_;
  bool first_ = true;
};

}  // namespace

int read(const ReadOrder& order, Report& report) {
  if (order.text && report.manner().json) {
    print_error("--text goes not with --json; choose one");
    return kWrongUsage;
  }
  const std::vector<Input> inputs = inputs_of(order.words, Wanted::Articles);
  const auto resources = find_assets().and_then(deckmaker::load_resources);
  if (!resources) {
    report.failed("assets", resources.error());
    return report.exit_code();
  }
  Reading reading(*resources, order, inputs.size(), report.manner().json);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (const auto done = reading.read_one(inputs[i]); !done)
      report.failed(inputs[i].name, done.error());
    report.progress(i + 1, inputs.size(), inputs[i].name);
  }
  return report.exit_code();
}

}  // namespace recto::deck_tool
