#include "game/screens/decks/decks_view.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;

namespace {

/// Its share of the day is all that it has.
progress::DeckToday deck(const std::string& title, std::size_t fresh, std::size_t due,
                         std::size_t learning) {
  progress::DeckToday deck;
  deck.line.id = {"id " + title};
  deck.line.title = title;
  deck.line.cards = 40;
  deck.line.facts = 40;
  deck.line.new_facts = fresh;
  deck.line.due = due;
  deck.line.learning = learning;
  deck.share = {learning, due, fresh};
  return deck;
}

progress::Today day_of(std::vector<progress::DeckToday> decks) {
  progress::Today today;
  today.day = 20783;  // 26 November 2026, a Thursday
  today.pace = std::chrono::seconds(15);
  today.capacity = 100;
  today.decks = std::move(decks);
  return today;
}

std::vector<std::string> titles(const DecksView& view) {
  std::vector<std::string> titles;
  for (const DeckRow& row : view.rows)
    titles.push_back(row.title);
  return titles;
}

}  // namespace

TEST_CASE("F15 decks: the plan of a deck is said in cards and minutes") {
  struct Row {
    std::size_t fresh, due, learning;
    const char* plan;
  };
  for (const Row& row : {Row{0, 0, 0, "Nothing due"}, Row{1, 0, 0, "1 card, about 1 minute"},
                         Row{0, 20, 4, "24 cards, about 6 minutes"},
                         Row{0, 10000, 0, "10000 cards, about 2500 minutes"}}) {
    CAPTURE(row.plan);
    const DecksView view = look_at_decks(day_of({deck("A", row.fresh, row.due, row.learning)}));
    REQUIRE(view.rows.size() == 1);
    CHECK(view.rows[0].plan == row.plan);
    CHECK(view.rows[0].has_work == (row.fresh + row.due + row.learning > 0));
    CHECK(view.rows[0].due == row.due);
    CHECK(view.rows[0].learning == row.learning);
    CHECK(view.rows[0].fresh == row.fresh);
    CHECK(view.rows[0].cards == "40 in all");
  }
}

TEST_CASE("F15 decks: the plan of the day is that of all decks together") {
  CHECK(look_at_decks(day_of({deck("A", 20, 2, 0), deck("B", 0, 1, 1)})).plan ==
        "24 cards, about 6 minutes for today");
  CHECK(look_at_decks(day_of({deck("C", 0, 0, 0)})).plan == "All done for today");
}

TEST_CASE("decks: the search keeps titles that have every word, and says when none has") {
  const auto today = day_of({deck("Ärger", 0, 0, 0), deck("The fire of 1904", 1, 0, 0)});
  CHECK(titles(look_at_decks(today, {}, "arger")) == std::vector<std::string>{"Ärger"});
  CHECK(look_at_decks(today, {}, "fire 1904").not_found.empty());
  const DecksView none = look_at_decks(today, {}, "quantum");
  CHECK(none.rows.empty());
  CHECK(none.decks == 2);
  CHECK_FALSE(none.not_found.empty());
}

TEST_CASE("F25 decks: a deck that is needed by a day says so, until the day is over") {
  progress::DeckToday needed = deck("A", 1, 0, 0);
  needed.exam = study::Exam{20790};
  CHECK(look_at_decks(day_of({needed})).rows[0].cards == "40 in all, by 3 December");
  needed.exam = study::Exam{20782};
  CHECK(look_at_decks(day_of({needed})).rows[0].cards == "40 in all");
}

TEST_CASE("F25 decks: what comes of a date is said before it is saved") {
  const auto today = day_of({deck("A", 40, 0, 0)});
  const auto panel = [&](const char* typed) {
    return look_at_deck(today, {"id A"}, DeckPanel::Kind::Exam, typed, {});
  };
  CHECK_FALSE(panel("").can_save);
  CHECK_FALSE(panel("yesterday").can_save);
  CHECK(panel("3 December").can_save);
  CHECK(panel("3 December").preview ==
        "Thursday, 3 December, in 7 days: 10 new a day, about 30 answers a day; every card once "
        "more in the last days.");
  const auto small = [&] {
    progress::Today tired = today;
    tired.capacity = 10;
    return look_at_deck(tired, {"id A"}, DeckPanel::Kind::Exam, "28 November", {});
  }();
  CHECK(small.can_save);
  CHECK(small.preview.find("it would fit by") != std::string::npos);
}

TEST_CASE("decks: a name must not be empty, nor without end") {
  const auto today = day_of({deck("A", 1, 0, 0)});
  const auto can_save = [&](const std::string& typed) {
    return look_at_deck(today, {"id A"}, DeckPanel::Kind::Rename, typed, {}).can_save;
  };
  CHECK(can_save("A better name"));
  CHECK_FALSE(can_save("  "));
  CHECK_FALSE(can_save(std::string(201, 'x')));
}

TEST_CASE("decks: those with work stand first, by title; the newest before all while it has work") {
  const auto lines = day_of({deck("zebra", 0, 1, 0), deck("Ärger", 0, 0, 0), deck("apple", 0, 0, 0),
                             deck("Bee", 3, 0, 0)});
  CHECK(titles(look_at_decks(lines)) == std::vector<std::string>{"Bee", "zebra", "apple", "Ärger"});
  CHECK(titles(look_at_decks(lines, {"id zebra"})) ==
        std::vector<std::string>{"zebra", "Bee", "apple", "Ärger"});
  CHECK(titles(look_at_decks(lines, {"id apple"})) ==
        std::vector<std::string>{"Bee", "zebra", "apple", "Ärger"});
}

TEST_CASE("F1 decks: an empty list says how to get a deck") {
  const DecksView view = look_at_decks(day_of({}));
  CHECK(view.rows.empty());
  CHECK(view.plan == "No decks yet");
  CHECK(view.invitation.find("Drop an article") != std::string::npos);
}

TEST_CASE("decks: a deck without a title has a name all the same") {
  CHECK(look_at_decks(day_of({deck("", 1, 0, 0)})).rows[0].title == "Untitled deck");
}
