#include "content/deck/deck_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace recto {
namespace {

using Json = nlohmann::json;
using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 11> kDeckNames = {"format",   "version", "id",       "title",
                                                         "language", "source",  "passages", "names",
                                                         "dropped",  "grading", "cards"};
constexpr std::array<std::string_view, 6> kSourceNames = {"title",     "url",       "authors",
                                                          "published", "retrieved", "sha256"};
constexpr std::array<std::string_view, 3> kPassageNames = {"id", "heading", "text"};
constexpr std::array<std::string_view, 3> kEvidenceNames = {"passage", "begin", "end"};
constexpr std::array<std::string_view, 4> kGradingNames = {"case", "accents", "spelling",
                                                           "tolerance"};
constexpr std::array<std::string_view, 16> kCardNames = {
    "id",   "fact",        "kind",     "prompt",  "answer", "answers", "accept",  "distractors",
    "hint", "explanation", "evidence", "grading", "tags",   "quality", "made_by", "edited"};

std::string text_of_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::string() : found->get<std::string>();
}

std::vector<std::string> texts_of_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::vector<std::string>()
                               : found->get<std::vector<std::string>>();
}

template <class T>
std::optional<T> member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::nullopt : std::optional<T>(found->get<T>());
}

Extras extras_of(const Json& object, Names known) {
  Extras extras;
  for (const auto& [name, value] : object.items())
    if (std::ranges::find(known, name) == known.end()) extras.emplace(name, value.dump());
  return extras;
}

std::optional<bool> is_exact(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return std::nullopt;
  return *found == "exact";
}

Grading grading_of(const Json& parent) {
  const auto found = parent.find("grading");
  if (found == parent.end()) return {};
  Grading grading;
  grading.exact_case = is_exact(*found, "case");
  grading.exact_accents = is_exact(*found, "accents");
  grading.exact_spelling = is_exact(*found, "spelling");
  grading.tolerance = member<double>(*found, "tolerance");
  grading.extras = extras_of(*found, kGradingNames);
  return grading;
}

Evidence evidence_of(const Json& json) {
  return {{json.at("passage").get<std::string>()},
          json.at("begin").get<std::size_t>(),
          json.at("end").get<std::size_t>(),
          extras_of(json, kEvidenceNames)};
}

Source source_of(const Json& json) {
  Source source;
  source.title = text_of_member(json, "title");
  source.url = text_of_member(json, "url");
  source.authors = texts_of_member(json, "authors");
  source.published = text_of_member(json, "published");
  source.retrieved = text_of_member(json, "retrieved");
  source.sha256 = text_of_member(json, "sha256");
  source.extras = extras_of(json, kSourceNames);
  return source;
}

/// A string that is no UTF-8 is our own mistake; it must not cost a person the deck.
std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A JSON object that is written member by member; what says nothing is left out.
class ObjectText {
 public:
  void text(std::string_view name, const std::string& value) {
    if (!value.empty()) raw(name, dumped(value));
  }
  void texts(std::string_view name, const std::vector<std::string>& values) {
    if (!values.empty()) raw(name, dumped(values));
  }
  void number(std::string_view name, std::optional<double> value) {
    if (value && std::isfinite(*value)) raw(name, dumped(*value));
  }
  void exactness(std::string_view name, std::optional<bool> exact, std::string_view otherwise) {
    if (exact) raw(name, *exact ? "\"exact\"" : "\"" + std::string(otherwise) + "\"");
  }
  /// An object; left out when it is empty.
  void object(std::string_view name, const ObjectText& value) {
    if (!value.members_.empty()) raw(name, value.line());
  }
  void extras(const Extras& extras) {
    for (const auto& [name, value] : extras)
      raw(name, value);
  }
  void raw(std::string_view name, std::string value) {
    members_.emplace_back(name, std::move(value));
  }

  [[nodiscard]] std::string line() const {
    std::string text = "{";
    for (const auto& [name, value] : members_) {
      if (text.size() > 1) text += ", ";
      text += dumped(name) + ": " + value;
    }
    return text + "}";
  }
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> members() && {
    return std::move(members_);
  }

 private:
  std::vector<std::pair<std::string, std::string>> members_;
};

ObjectText grading_text(const Grading& grading) {
  ObjectText text;
  text.exactness("case", grading.exact_case, "fold");
  text.exactness("accents", grading.exact_accents, "fold");
  text.exactness("spelling", grading.exact_spelling, "forgive");
  text.number("tolerance", grading.tolerance);
  text.extras(grading.extras);
  return text;
}

ObjectText evidence_text_of(const Evidence& evidence) {
  ObjectText text;
  text.text("passage", evidence.passage.text);
  text.raw("begin", std::to_string(evidence.begin));
  text.raw("end", std::to_string(evidence.end));
  text.extras(evidence.extras);
  return text;
}

ObjectText source_text(const Source& source) {
  ObjectText text;
  text.text("title", source.title);
  text.text("url", source.url);
  text.texts("authors", source.authors);
  text.text("published", source.published);
  text.text("retrieved", source.retrieved);
  text.text("sha256", source.sha256);
  text.extras(source.extras);
  return text;
}

}  // namespace

Passage passage_of(const Json& json) {
  return {{json.at("id").get<std::string>()},
          text_of_member(json, "heading"),
          json.at("text").get<std::string>(),
          extras_of(json, kPassageNames)};
}

Card card_of(const Json& json) {
  Card card;
  card.id = {json.at("id").get<std::string>()};
  card.fact = {text_of_member(json, "fact")};
  card.kind = card_kind_named(json.at("kind").get<std::string>()).value_or(CardKind::Short);
  card.prompt = json.at("prompt").get<std::string>();
  card.answer = text_of_member(json, "answer");
  card.answers = texts_of_member(json, "answers");
  card.accept = texts_of_member(json, "accept");
  card.distractors = texts_of_member(json, "distractors");
  card.hint = text_of_member(json, "hint");
  card.explanation = text_of_member(json, "explanation");
  if (const auto found = json.find("evidence"); found != json.end())
    card.evidence = evidence_of(*found);
  card.grading = grading_of(json);
  card.tags = texts_of_member(json, "tags");
  card.quality = member<double>(json, "quality");
  card.made_by = text_of_member(json, "made_by");
  card.edited = member<bool>(json, "edited").value_or(false);
  card.extras = extras_of(json, kCardNames);
  return card;
}

Deck deck_of(const Json& json) {
  Deck deck;
  deck.id = {json.at("id").get<std::string>()};
  deck.title = json.at("title").get<std::string>();
  deck.language = text_of_member(json, "language");
  if (const auto found = json.find("source"); found != json.end()) deck.source = source_of(*found);
  deck.names = texts_of_member(json, "names");
  for (const std::string& id : texts_of_member(json, "dropped"))
    deck.dropped.push_back({id});
  deck.grading = grading_of(json);
  deck.extras = extras_of(json, kDeckNames);
  return deck;
}

std::string json_text(const Passage& passage) {
  ObjectText text;
  text.text("id", passage.id.text);
  text.text("heading", passage.heading);
  text.raw("text", dumped(passage.text));
  text.extras(passage.extras);
  return text.line();
}

std::string json_text(const Card& card) {
  ObjectText text;
  text.text("id", card.id.text);
  text.text("fact", card.fact.text);
  text.text("kind", std::string(name_of(card.kind)));
  text.text("prompt", card.prompt);
  text.text("answer", card.answer);
  text.texts("answers", card.answers);
  text.texts("accept", card.accept);
  text.texts("distractors", card.distractors);
  text.text("hint", card.hint);
  text.text("explanation", card.explanation);
  if (card.evidence) text.object("evidence", evidence_text_of(*card.evidence));
  text.object("grading", grading_text(card.grading));
  text.texts("tags", card.tags);
  text.number("quality", card.quality);
  text.text("made_by", card.made_by);
  if (card.edited) text.raw("edited", "true");
  text.extras(card.extras);
  return text.line();
}

std::vector<std::pair<std::string, std::string>> head_members(const Deck& deck) {
  std::vector<std::string> dropped;
  for (const CardId& id : deck.dropped)
    dropped.push_back(id.text);
  ObjectText text;
  text.text("format", "recto-deck");
  text.raw("version", "1");
  text.text("id", deck.id.text);
  text.raw("title", dumped(deck.title));
  text.text("language", deck.language);
  text.object("source", source_text(deck.source));
  text.texts("names", deck.names);
  text.texts("dropped", dropped);
  text.object("grading", grading_text(deck.grading));
  text.extras(deck.extras);
  return std::move(text).members();
}

}  // namespace recto
