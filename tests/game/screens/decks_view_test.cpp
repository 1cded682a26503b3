#include "game/screens/decks/decks_view.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;

namespace {

progress::DeckLine line(const char* id, const char* title, std::size_t fresh, std::size_t due) {
  progress::DeckLine line;
  line.id = {id};
  line.title = title;
  line.cards = 30;
  line.facts = 25;
  line.new_facts = fresh;
  line.due = due;
  return line;
}

}  // namespace

TEST_CASE("F15 screens: decks state the plan in cards and minutes, not the debt") {
  const std::vector<progress::DeckLine> lines = {
      line("d1", "Zebras", 100, 4), line("d2", "Ants", 0, 0), line("d3", "Bees", 0, 1)};
  const DecksView view = look(lines, 20);
  REQUIRE(view.rows.size() == 3);
  CHECK(view.rows[0].title == "Bees");
  CHECK(view.rows[0].plan == "1 card, about 1 minute");
  CHECK(view.rows[1].title == "Zebras");
  CHECK(view.rows[1].fresh == 20);
  CHECK(view.rows[1].plan == "24 cards, about 6 minutes");
  CHECK(view.rows[2].title == "Ants");
  CHECK(view.rows[2].plan == "Nothing due");
  CHECK(!view.rows[2].has_work);
  CHECK(view.plan == "25 cards, about 6 minutes for today");
}

TEST_CASE("U8 screens: an empty list says what would stand there") {
  const DecksView view = look({}, 20);
  CHECK(view.rows.empty());
  CHECK(view.plan == "No decks yet");
  CHECK(!view.invitation.empty());
  const std::vector<progress::DeckLine> done = {line("d1", "", 0, 0)};
  CHECK(look(done, 20).plan == "All done for today");
  CHECK(look(done, 20).rows[0].title == "Untitled deck");
}
