#include "tests/quality/key.h"

#include <nlohmann/json.hpp>

namespace recto::quality {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "recto-judging-key";

Json json_of(const KeyDeck& deck) {
  Json facts = Json::array();
  for (const KeyFact& fact : deck.facts)
    facts.push_back({{"id", fact.id.text}, {"importance", fact.importance}});
  return {{"file", deck.file}, {"cards", deck.cards}, {"words", deck.words}, {"facts", facts}};
}

Json json_of(const KeyCard& card, std::size_t number) {
  Json json = {{"number", number},   {"deck", card.deck},          {"position", card.position},
               {"id", card.id.text}, {"kind", name_of(card.kind)}, {"made_by", card.made_by}};
  if (card.quality) json["quality"] = *card.quality;
  if (card.place) json["place"] = *card.place;
  json["prompt"] = card.prompt;
  json["answer"] = card.answer;
  return json;
}

/// An array with an element a line.
std::string lines_of_array(const Json& array) {
  std::string text = "[";
  for (const Json& element : array)
    text += (text.size() > 1 ? ",\n    " : "\n    ") + element.dump();
  return text + "\n  ]";
}

KeyDeck deck_of(const Json& json) {
  KeyDeck deck{json.at("file"), json.at("cards"), json.at("words"), {}};
  for (const Json& fact : json.at("facts"))
    deck.facts.push_back({{fact.at("id")}, fact.at("importance")});
  return deck;
}

std::optional<double> number_member(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end()) return {};
  return found->get<double>();
}

tl::unexpected<Error> no_key() {
  return fail(Error::Kind::BadInput, "this is no key of a judging sheet", {},
              "give the file that `quality sheet --key` wrote");
}

Result<KeyCard> card_of(const Json& json, const Key& key) {
  const auto kind = card_kind_named(json.at("kind").get<std::string>());
  KeyCard card{json.at("deck"),
               json.at("position"),
               {json.at("id")},
               kind.value_or(CardKind::Short),
               json.at("made_by"),
               number_member(json, "quality"),
               number_member(json, "place"),
               json.at("prompt"),
               json.at("answer")};
  const bool is_inside = !card.place || (*card.place >= 0.0 && *card.place < 1.0);
  if (!kind || !is_inside || card.deck >= key.decks.size() ||
      json.at("number") != key.cards.size() + 1)
    return no_key();
  return card;
}

Result<Key> key_of(const Json& json) {
  if (json.at("format") != kFormat || json.at("version") != 1) return no_key();
  Key key{json.at("sheet"), json.at("seed"), {}, {}};
  for (const Json& deck : json.at("decks"))
    key.decks.push_back(deck_of(deck));
  for (const Json& each : json.at("cards")) {
    KeyCard card = RECTO_TRY(card_of(each, key));
    key.cards.push_back(std::move(card));
  }
  return key;
}

}  // namespace

std::string write_key(const Key& key) {
  Json decks = Json::array();
  for (const KeyDeck& deck : key.decks)
    decks.push_back(json_of(deck));
  Json cards = Json::array();
  for (const KeyCard& card : key.cards)
    cards.push_back(json_of(card, cards.size() + 1));
  return "{\n  \"format\": " + Json(kFormat).dump() +
         ",\n  \"version\": 1,\n  \"sheet\": " + Json(key.sheet).dump() +
         ",\n  \"seed\": " + std::to_string(key.seed) + ",\n  \"decks\": " + lines_of_array(decks) +
         ",\n  \"cards\": " + lines_of_array(cards) + "\n}\n";
}

Result<Key> read_key(std::string_view text) {
  try {
    return key_of(Json::parse(text));
  } catch (const Json::exception&) {  // no JSON, a member that is missing or of another type
    return no_key();
  }
}

}  // namespace recto::quality
