#include "game/draft/places.h"

#include "tests/game/draft/samples.h"
#include "tests/support/support.h"

using namespace recto;
using draft::Draft;
using draft::Group;
using Places = std::vector<std::size_t>;

TEST_CASE("F13 draft: the article's own questions are a group of their own, before all others") {
  const Draft draft(test::treaty_proposal());
  const std::vector<Group> expected = {{Group::Kind::Faq, "", {4}},
                                       {Group::Kind::Heading, "A line in the ocean", {0, 1}},
                                       {Group::Kind::Heading, "", {3}}};
  CHECK(draft::groups_of(draft) == expected);
}

TEST_CASE("draft: cards stand in the order of the article, dropped ones stay where they were") {
  Draft draft(test::treaty_proposal());
  test::value(draft.turn(2));
  test::value(draft.turn(0));
  test::value(draft.turn(5));
  Card card = draft.entries()[1].card;
  card.evidence.reset();
  const std::size_t own = test::value(draft.add(card));
  const auto groups = draft::groups_of(draft);
  REQUIRE(groups.size() == 4);
  CHECK(groups[1].entries == Places{0, 5, 1});
  CHECK(groups[2].entries == Places{2, 3});
  CHECK(groups[3] == Group{Group::Kind::Nowhere, "", {own}});
}

TEST_CASE("F11 draft: left out are the best of those below the threshold first, then the others") {
  Draft draft(test::treaty_proposal());
  CHECK(draft::left_out(draft) == Places{2, 5, 6});
  draft.set_threshold(0.9);
  CHECK(draft::left_out(draft) == Places{1, 3, 2, 5, 6});
}

TEST_CASE("draft: a place in the article leads to the cards made from it") {
  Draft draft(test::treaty_proposal());
  CHECK(draft::entries_at(draft, {"p1"}, 3) == Places{0, 5});
  CHECK(draft::entries_at(draft, {"p2"}, 0) == Places{2});
  CHECK(draft::entries_at(draft, {"p1"}, 5000).empty());
  CHECK(draft::entries_at(draft, {"p9"}, 0).empty());
}
