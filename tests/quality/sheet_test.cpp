#include "tests/quality/sheet.h"

#include <algorithm>
#include <set>

#include "tests/quality/round.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::quality;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("quality: a sheet shows nothing of where its cards come from") {
  const Round round = make_round(test::sample_entries(), {.seed = 3});
  for (const char* hidden : {"SECRET", "0.87", "made_by", "rules/", "deck.json"}) {
    CAPTURE(hidden);
    CHECK_FALSE(has(round.sheet, hidden));
  }
}

TEST_CASE("quality: a sheet shows what a learner sees, the key and the deck's title") {
  const Round round = make_round(test::sample_entries(), {.seed = 3});
  for (const char* shown :
       {"# Where does Tambora stand?\n# answer: on Sumbawa\n# also taken as right: Sumbawa\n",
        "# Tambora erupted in ____.\n# answer: 1815\n",
        "# statement: Tambora stands on Java.\n# verdict: false\n"
        "# explanation: It stands on Sumbawa.\n",
        ", choice, A1: Deck a\n# What did Tambora leave?\n#   a) ", ", short, A2: Deck b\n",
        "#   A1  Deck a: articles/a.txt; key facts facts/a.json\n"}) {
    CAPTURE(shown);
    CHECK(has(round.sheet, shown));
  }
}

TEST_CASE("quality: the options of a choice are shuffled and its key is marked apart") {
  std::set<char> keys;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const std::string sheet = make_round(test::sample_entries(), {.seed = seed}).sheet;
    const std::size_t at = sheet.find("# key: ");
    REQUIRE(at != std::string::npos);
    const char key = sheet[at + 7];
    CHECK(has(sheet, std::string("#   ") + key + ") a caldera\n"));
    keys.insert(key);
  }
  CHECK(keys == std::set<char>{'a', 'b', 'c', 'd'});
}

TEST_CASE(
    "quality: of several right options each is marked, in an order their order, in a poll none") {
  struct Row {
    CardKind kind;
    std::vector<std::string> answers;
    const char* shown;
  };
  for (const Row& row : {Row{CardKind::Several, {"one", "two"}, "# key: "},
                         Row{CardKind::Order, {"one", "two"}, "# key: "},
                         Row{CardKind::Poll, {}, "# key: none\n"}}) {
    Entry entry = test::sample_entries()[0];
    entry.deck.cards.resize(1);
    Card& card = entry.deck.cards[0];
    card.kind = row.kind;
    card.answers = row.answers;
    card.distractors = {"three", "four"};
    const std::string sheet = make_round({entry}, {.seed = 1}).sheet;
    const std::size_t at = sheet.find(row.shown);
    REQUIRE(at != std::string::npos);
    for (std::size_t i = 0; i < row.answers.size(); ++i)
      CHECK(has(sheet, std::string("#   ") + sheet[at + 7 + 3 * i] + ") " + row.answers[i] + "\n"));
  }
}

TEST_CASE("quality: the same seed gives the same sheet, another seed another order") {
  const Round round = make_round(test::sample_entries(), {.seed = 3});
  CHECK(make_round(test::sample_entries(), {.seed = 3}).sheet == round.sheet);
  CHECK(make_round(test::sample_entries(), {.seed = 4}).sheet != round.sheet);
}

TEST_CASE("quality: a sample keeps to the number and to the cap of a deck") {
  const auto cards_of = [](const Key& key, std::size_t deck) {
    return std::ranges::count(key.cards, deck, &KeyCard::deck);
  };
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Key capped =
        make_round(test::sample_entries(), {.seed = seed, .cards = {}, .cap = 2}).key;
    CHECK(cards_of(capped, 0) == 2);
    CHECK(cards_of(capped, 1) == 2);
    CHECK(capped.decks[0].cards == 5);
    CHECK(make_round(test::sample_entries(), {.seed = seed, .cards = 3, .cap = {}})
              .key.cards.size() == 3);
  }
  CHECK(make_round(test::sample_entries(), {.seed = 1, .cards = 99, .cap = 99}).key.cards.size() ==
        8);
}

TEST_CASE("quality: the key leads back to deck, card, rule, quality and place") {
  const Key key = make_round(test::sample_entries(), {.seed = 3}).key;
  REQUIRE(key.cards.size() == 8);
  const auto cloze = std::ranges::find(key.cards, CardKind::Cloze, &KeyCard::kind);
  CHECK(key.decks[cloze->deck].file == "SECRET/a.deck.json");
  CHECK(cloze->id.text == "SECRET-c2");
  CHECK(cloze->position == 1);
  CHECK(cloze->made_by == "rules/SECRET.cloze");
  CHECK(cloze->quality == 0.8731);
  CHECK(cloze->place == 0.75);
}

TEST_CASE("quality: a key file is read back") {
  const Key key = make_round(test::sample_entries(), {.seed = 3}).key;
  CHECK(test::value(read_key(write_key(key))) == key);
  for (const char* text : {"", "{}", "[]", R"({"format": "recto-judging-key", "version": 2})"}) {
    CAPTURE(text);
    CHECK_FALSE(read_key(text));
  }
}

TEST_CASE("quality: decks of one article share its number") {
  std::vector<Entry> entries = test::sample_entries();
  entries[1].article = entries[0].article;
  const std::string sheet = make_round(entries, {.seed = 3}).sheet;
  CHECK(has(sheet, ", A1: Deck b\n"));
  CHECK_FALSE(has(sheet, "A2"));
}
