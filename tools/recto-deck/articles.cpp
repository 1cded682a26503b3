#include "tools/recto-deck/articles.h"

#include <utility>

#include "content/base/digest.h"
#include "tools/recto-deck/article_json.h"

namespace recto::deck_tool {
namespace {

struct Reader {
  const deckmaker::Options& options;
  const deckmaker::Resources& resources;
  const std::string& retrieved;

  [[nodiscard]] Result<Sourced> operator()(const Input& input) const {
    const Loaded loaded = RECTO_TRY(load_article(input, {options.language, retrieved}));
    Sourced sourced;
    sourced.article =
        RECTO_TRY(deckmaker::read_article(loaded.bytes, loaded.origin, options, resources));
    sourced.source.retrieved = loaded.origin.retrieved;
    sourced.source.sha256 = sha256_hex(loaded.bytes);
    return sourced;
  }

  /// `name` becomes what the line calls itself.
  [[nodiscard]] Result<Sourced> operator()(const std::string& text, std::string& name) const {
    ArticleLine line = RECTO_TRY(parse_article_line(text));
    if (!line.name.empty()) name = line.name;
    Sourced sourced;
    sourced.source.sha256 = sha256_hex(text);
    if (line.document.empty()) {
      sourced.article = std::move(line.article);
    } else {
      sourced.article =
          RECTO_TRY(deckmaker::read_article(line.document, line.origin, options, resources));
      take_over(sourced.article, line.article);
    }
    if (!options.language.empty()) sourced.article.language = options.language;
    return sourced;
  }
};

}  // namespace

std::string name_of(const Item& item) {
  const auto* input = std::get_if<Input>(&item);
  return input != nullptr ? input->name : "line " + std::to_string(std::get<Line>(item).number);
}

std::optional<Item> Items::next() {
  if (lines_) return lines_->next();
  if (at_ == inputs_.size()) return {};
  return inputs_[at_++];
}

Items items_of(const std::vector<std::string>& words, bool ndjson) {
  return ndjson ? Items() : Items(inputs_of(words, Wanted::Articles));
}

std::string wrong_source(const std::vector<std::string>& words, bool ndjson) {
  if (ndjson && !words.empty() && words != std::vector<std::string>{"-"})
    return "--ndjson reads articles from standard input; name no other";
  if (!ndjson && words.empty()) return "INPUT is required; name a file, a folder or an address";
  return {};
}

Reading read_item(const Item& item, const deckmaker::Options& options,
                  const deckmaker::Resources& resources, const std::string& retrieved) {
  const Reader reader{options, resources, retrieved};
  Reading reading{name_of(item), fail(Error::Kind::Failed, "")};
  if (const auto* input = std::get_if<Input>(&item))
    reading.sourced = reader(*input);
  else
    reading.sourced = std::get<Line>(item).text.and_then(
        [&](const std::string& text) { return reader(text, reading.name); });
  return reading;
}

}  // namespace recto::deck_tool
