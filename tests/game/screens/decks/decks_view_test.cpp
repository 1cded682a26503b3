#include "game/screens/decks/decks_view.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using progress::DeckLine;

namespace {

DeckLine line(const std::string& title, std::size_t fresh, std::size_t due, std::size_t learning) {
  DeckLine line;
  line.id = {"id " + title};
  line.title = title;
  line.cards = 40;
  line.facts = 40;
  line.new_facts = fresh;
  line.due = due;
  line.learning = learning;
  return line;
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
  for (const Row& row :
       {Row{0, 0, 0, "Nothing due"}, Row{1, 0, 0, "1 card, about 1 minute"},
        Row{0, 20, 4, "24 cards, about 6 minutes"}, Row{500, 3, 1, "24 cards, about 6 minutes"},
        Row{0, 10000, 0, "10000 cards, about 2500 minutes"}}) {
    CAPTURE(row.plan);
    const std::vector<DeckLine> lines = {line("A", row.fresh, row.due, row.learning)};
    const DecksView view = look(lines, 20);
    REQUIRE(view.rows.size() == 1);
    CHECK(view.rows[0].plan == row.plan);
    CHECK(view.rows[0].has_work == (row.fresh + row.due + row.learning > 0));
    CHECK(view.rows[0].due == row.due + row.learning);
    CHECK(view.rows[0].fresh == std::min<std::size_t>(row.fresh, 20));
    CHECK(view.rows[0].cards == "40 cards");
  }
}

TEST_CASE("F15 decks: the plan of the day is that of all decks together") {
  const std::vector<DeckLine> lines = {line("A", 30, 2, 0), line("B", 0, 1, 1), line("C", 0, 0, 0)};
  CHECK(look(lines, 20).plan == "24 cards, about 6 minutes for today");
  CHECK(look(std::span(lines).last(1), 20).plan == "All done for today");
}

TEST_CASE("decks: those with work stand first, by title; the newest before all while it has work") {
  const std::vector<DeckLine> lines = {line("zebra", 0, 1, 0), line("Ärger", 0, 0, 0),
                                       line("apple", 0, 0, 0), line("Bee", 3, 0, 0)};
  CHECK(titles(look(lines, 20)) == std::vector<std::string>{"Bee", "zebra", "apple", "Ärger"});
  CHECK(titles(look(lines, 20, {"id zebra"})) ==
        std::vector<std::string>{"zebra", "Bee", "apple", "Ärger"});
  CHECK(titles(look(lines, 20, {"id apple"})) ==
        std::vector<std::string>{"Bee", "zebra", "apple", "Ärger"});
}

TEST_CASE("F1 decks: an empty list says how to get a deck") {
  const DecksView view = look({}, 20);
  CHECK(view.rows.empty());
  CHECK(view.plan == "No decks yet");
  CHECK(view.invitation.find("recto article.txt") != std::string::npos);
}

TEST_CASE("decks: a deck without a title has a name all the same") {
  CHECK(look(std::vector<DeckLine>{line("", 1, 0, 0)}, 20).rows[0].title == "Untitled deck");
}
