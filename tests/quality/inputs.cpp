#include "tests/quality/inputs.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>

#include "content/base/ascii.h"
#include "content/deck/deck_file.h"
#include "content/files/files.h"

namespace recto::quality {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

/// fail() with the file's name before the place in it.
tl::unexpected<Error> in_file(const fs::path& path, Error error) {
  error.where = path.string() + (error.where.empty() ? "" : ", " + error.where);
  return tl::unexpected<Error>(std::move(error));
}

Result<CardKind> kind_of(const std::string& type, const std::string& place) {
  if (type == "mcq") return CardKind::Choice;
  if (type == "true_false") return CardKind::TrueFalse;
  if (const auto kind = card_kind_named(type);
      kind && *kind != CardKind::Several && *kind != CardKind::Order && *kind != CardKind::Poll)
    return *kind;
  return fail(Error::Kind::BadInput, "\"" + type + "\" is no type of card", place + "/type",
              "write short, faq, cloze, mcq or true_false");
}

Result<Card> plain_card(const Json& json, const std::string& maker, const std::string& place) {
  Card card;
  card.id.text = json.at("id");
  card.kind = RECTO_TRY(kind_of(json.at("type"), place));
  card.prompt = json.at("question");
  card.answer = json.at("answer");
  if (card.kind == CardKind::TrueFalse) card.answer = ascii_lowered(card.answer);
  card.hint = json.value("hint", "");
  card.explanation = json.value("explanation", json.value("correction", ""));
  card.made_by = json.value("made_by", maker);
  if (json.contains("quality")) card.quality = json.at("quality").get<double>();
  if (card.kind != CardKind::Choice) return card;
  card.distractors = json.at("options").get<std::vector<std::string>>();
  if (std::erase(card.distractors, card.answer) == 0)
    return fail(Error::Kind::BadInput, "the answer is not among the options", place + "/options");
  return card;
}

Result<Deck> plain_deck(const Json& json) {
  Deck deck;
  deck.title = json.value("title", "");
  const std::string maker = json.value("maker", "");
  for (const Json& each : json.at("cards")) {
    const std::string place = "/cards/" + std::to_string(deck.cards.size());
    Card card = RECTO_TRY(plain_card(each, maker, place));
    deck.cards.push_back(std::move(card));
  }
  return deck;
}

/// The first of the names that is a file in the folder; empty for none, or for no folder.
template <std::size_t N>
fs::path find_in(const fs::path& folder, const std::array<std::string, N>& names) {
  if (folder.empty()) return {};
  std::error_code ignored;
  for (const std::string& name : names)
    if (fs::is_regular_file(folder / name, ignored)) return folder / name;
  return {};
}

std::size_t words_in(const std::string& text) {
  std::istringstream in(text);
  std::size_t words = 0;
  for (std::string word; in >> word;)
    ++words;
  return words;
}

Result<void> add_facts(Entry& entry, const fs::path& path) {
  auto facts = read_facts(RECTO_TRY(read_file(path, kMostBytes)));
  if (!facts) return in_file(path, std::move(facts).error());
  entry.facts_file = path.string();
  entry.facts = std::move(facts->facts);
  entry.words = facts->words;
  if (entry.deck.title.empty()) entry.deck.title = facts->title;
  return {};
}

}  // namespace

Result<FactsFile> read_facts(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    FactsFile file{json.value("title", ""), json.value("words", std::size_t{0}), {}};
    for (const Json& fact : json.at("facts"))
      file.facts.push_back({{fact.at("id")}, fact.at("importance")});
    return file;
  } catch (const Json::exception& error) {
    return fail(Error::Kind::BadInput,
                std::string("these are no key facts (") + error.what() + ")");
  }
}

Result<Deck> read_any_deck(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    return json.contains("format") ? read_deck(text) : plain_deck(json);
  } catch (const Json::exception& error) {
    return fail(Error::Kind::BadInput, std::string("this is no deck (") + error.what() + ")");
  }
}

Result<Entry> read_entry(const fs::path& deck, const fs::path& articles, const fs::path& facts) {
  Entry entry;
  entry.file = deck.string();
  auto read = read_any_deck(RECTO_TRY(read_file(deck, kMostBytes)));
  if (!read) return in_file(deck, std::move(read).error());
  entry.deck = std::move(*read);
  const std::string file = deck.filename().string();
  const std::string name = file.substr(0, file.find('.'));
  const fs::path article = find_in(
      articles, std::array{name + ".txt", name + ".md", name + ".html", name + "/article.txt",
                           name + "/article.md", name + "/article.html"});
  entry.article = article.string();
  const fs::path facts_file = find_in(facts, std::array{name + ".json", name + "/facts.json"});
  if (!facts_file.empty()) RECTO_TRY(add_facts(entry, facts_file));
  if (entry.words == 0 && !article.empty())
    entry.words = words_in(RECTO_TRY(read_file(article, kMostBytes)));
  return entry;
}

}  // namespace recto::quality
