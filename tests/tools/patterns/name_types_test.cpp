#include "tools/patterns/name_types.h"

#include <string>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

using language::NameKind;

const NameTypes& types() {
  static const NameTypes kTypes(test::shipped_lexicon());
  return kTypes;
}

std::string told(NameType type) {
  switch (type) {
    case NameType::Person: return "person";
    case NameType::Organisation: return "organisation";
    case NameType::Country: return "country";
    case NameType::Place: return "place";
    case NameType::Event: return "event";
    case NameType::Work: return "work";
    case NameType::Nationality: return "nationality";
    case NameType::Other: break;
  }
  return "other";
}

std::string found_in(const test::HandTagged& tagged) {
  std::string all;
  const Sentence sentence = tagged.sentence();
  for (const TypedName& one : types().types_of(sentence))
    all += (all.empty() ? "" : "; ") + std::string(sentence.text(one.words)) + " " + told(one.type);
  return all;
}

}  // namespace

TEST_CASE("patterns: countries are told from other places") {
  CHECK(
      found_in(test::hand_tagged("Basel lies in Switzerland .",
                                 {{"Basel", NameKind::Place}, {"Switzerland", NameKind::Place}})) ==
      "Basel place; Switzerland country");
  CHECK(found_in(test::hand_tagged("The United States bought it .",
                                   {{"United States", NameKind::Organisation}})) ==
        "United States organisation");  // the names of hand_tagged are certain
  CHECK(found_in(test::hand_tagged("New Zealand won .", {{"New Zealand", NameKind::Other}})) ==
        "New Zealand country");
}

TEST_CASE("patterns: nationalities are found whether the model calls them names or not") {
  CHECK(found_in(test::hand_tagged("a Swedish/JJ engineer met two Peruvians/NNPS .")) ==
        "Swedish nationality; Peruvians nationality");
  CHECK(found_in(test::hand_tagged("He spoke Welsh/NNP .", {{"Welsh", NameKind::Other}})) ==
        "Welsh nationality");
  CHECK(found_in(test::hand_tagged("the French/NNP Academy/NNP met .",
                                   {{"French Academy", NameKind::Organisation}})) ==
        "French Academy organisation");
}

TEST_CASE("patterns: other kinds of names stay what they are") {
  CHECK(found_in(test::hand_tagged("Anna Miller wrote Tides after the Gale War .",
                                   {{"Anna Miller", NameKind::Person},
                                    {"Tides", NameKind::Work},
                                    {"Gale War", NameKind::Event}})) ==
        "Anna Miller person; Tides work; Gale War event");
  CHECK(found_in(test::hand_tagged("Jordan scored .", {{"Jordan", NameKind::Person}})) ==
        "Jordan person");
}

TEST_CASE("patterns: what sounds like a nationality and is none") {
  for (const char* word : {"Swede", "Swedes", "Dutch", "Scottish", "European", "American",
                           "Americans", "Greek", "Kenyan", "Chinese", "Kurd", "Basque"}) {
    CAPTURE(word);
    CHECK(types().is_nationality(word));
  }
  for (const char* word : {"", "swede", "polish", "Marian", "Monday", "Texas", "Victorian", "Paris",
                           "Switzerland", "Newtonian", "Tides", "s", "S", "May"}) {
    CAPTURE(word);
    CHECK_FALSE(types().is_nationality(word));
  }
}

}  // namespace recto::patterns
