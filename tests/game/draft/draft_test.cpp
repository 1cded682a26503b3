#include "game/draft/draft.h"

#include <algorithm>

#include "content/deck/deck_file.h"
#include "content/deck/merge.h"
#include "tests/game/draft/samples.h"
#include "tests/support/support.h"

using namespace recto;
using draft::Draft;
using draft::Figures;
using draft::Verdict;

namespace {

enum Entry : std::size_t { Year, Kingdoms, Pope, Signed, Why, YearAsGap, Open };

std::vector<std::string> kept_ids(const Draft& draft) {
  std::vector<std::string> ids;
  for (const Card& card : draft.to_deck().cards)
    ids.push_back(card.id.text);
  return ids;
}

/// Whatever a person may do next.
void do_something(Draft& draft, Random& random) {
  const std::size_t entry = random() % draft.entries().size();
  switch (random() % 6) {
    case 0:
      draft.set_threshold(draft::kLeastThreshold +
                          draft::kThresholdStep * static_cast<double>(random() % 10));
      break;
    case 1:
    case 2: (void)draft.turn(entry); break;
    case 3: (void)draft.accept(entry, "also " + std::to_string(random() % 3)); break;
    case 4: (void)draft.change_kind(entry); break;
    default: {
      Card card = draft.entries()[entry].card;
      card.prompt += " Really?";
      if (random() % 2 == 0)
        (void)draft.rewrite(entry, card);
      else
        (void)draft.add(card);
    }
  }
}

}  // namespace

TEST_CASE("F10 draft: the threshold cuts the list anew and counts cards and passages") {
  Draft draft(test::treaty_proposal());
  CHECK(draft.figures() == Figures{4, 5, 2, 2});
  draft.set_threshold(0.5);
  CHECK(draft.figures() == Figures{5, 5, 2, 2});
  draft.set_threshold(0.8);
  CHECK(kept_ids(draft) == std::vector<std::string>{"c-year", "c-kingdoms", "c-why"});
  CHECK(draft.figures() == Figures{3, 5, 1, 2});
  draft.set_threshold(7);
  CHECK(draft.threshold() == draft::kMostThreshold);
  CHECK(draft.figures().kept == 0);
  draft.undo();  // all the steps of the slider are one
  CHECK(draft.threshold() == draft::kUsualThreshold);
  CHECK_FALSE(draft.can_undo());
}

TEST_CASE("F9 draft: a person's verdict wins over the threshold, wherever that moves") {
  Draft draft(test::treaty_proposal());
  test::value(draft.turn(Year));
  CHECK_FALSE(draft.is_kept(Year));
  CHECK(draft.is_shown(Year));
  test::value(draft.turn(Pope));
  CHECK(draft.is_kept(Pope));
  draft.set_threshold(0.5);
  CHECK_FALSE(draft.is_kept(Year));
  draft.set_threshold(0.95);
  CHECK(draft.is_kept(Pope));
  CHECK_FALSE(draft.is_shown(Kingdoms));

  test::value(draft.turn(Pope));
  CHECK_FALSE(draft.is_shown(Pope));
  draft.set_threshold(draft::kUsualThreshold);
  test::value(draft.turn(Year));
  CHECK(draft.entries()[Year].verdict == Verdict::None);
}

TEST_CASE("F11 draft: what was turned down can be kept, when it can be asked") {
  Draft draft(test::treaty_proposal());
  CHECK_FALSE(draft.is_shown(YearAsGap));
  test::value(draft.turn(YearAsGap));
  CHECK(draft.is_kept(YearAsGap));
  CHECK(draft.figures().cards == 6);
  const auto refused = draft.turn(Open);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what == "the card has no answer");
  CHECK_FALSE(draft.is_kept(Open));
  Card card = draft.entries()[Open].card;
  card.answer = "the newly found lands";
  test::value(draft.rewrite(Open, card));
  CHECK(draft.is_kept(Open));
  CHECK(faults_of(draft.to_deck()).empty());
}

TEST_CASE("F9 draft: edits and accepted answers are the person's, and keep the card") {
  Draft draft(test::treaty_proposal());
  test::value(draft.accept(Year, "MCDXCIV"));
  test::value(draft.accept(Year, "MCDXCIV"));
  test::value(draft.accept(Year, "1494"));
  CHECK(draft.entries()[Year].card.accept == std::vector<std::string>{"MCDXCIV"});
  CHECK(draft.entries()[Year].card.edited);
  draft.set_threshold(0.95);
  CHECK(kept_ids(draft) == std::vector<std::string>{"c-year"});
  Card empty = draft.entries()[Year].card;
  empty.prompt.clear();
  CHECK_FALSE(draft.rewrite(Year, empty));
  CHECK_FALSE(draft.entries()[Year].card.prompt.empty());
}

TEST_CASE("F9 draft: another kind asks for the same fact in place of the first one") {
  Draft draft(test::treaty_proposal());
  CHECK(draft.change_kind(Year) == YearAsGap);
  CHECK(draft.is_kept(YearAsGap));
  CHECK_FALSE(draft.is_kept(Year));
  CHECK(draft.change_kind(YearAsGap) == Year);
  CHECK(draft.is_kept(Year));
  CHECK_FALSE(draft.is_shown(YearAsGap));
  CHECK_FALSE(draft.change_kind(Pope));
}

TEST_CASE(
    "draft: the deck remembers what was thrown out, and no merge takes back a person's word") {
  Draft draft(test::treaty_proposal());
  test::value(draft.turn(Year));
  test::value(draft.turn(Pope));
  test::value(draft.turn(YearAsGap));
  const Deck deck = draft.to_deck();
  CHECK(deck.dropped == std::vector<CardId>{{"c-year"}});
  CHECK(find_card(deck, {"c-pope"})->edited);
  CHECK_FALSE(find_card(deck, {"c-kingdoms"})->edited);

  const Deck fresh = Draft(test::treaty_proposal()).to_deck();
  const Merge merged = merge(deck, fresh);
  CHECK(find_card(merged.deck, {"c-year"}) == nullptr);
  CHECK(find_card(merged.deck, {"c-pope"}) != nullptr);
  CHECK(find_card(merged.deck, {"c-year-gap"}) != nullptr);
}

TEST_CASE("draft: a deck is updated with the threshold that it was made with") {
  CHECK(draft::threshold_of({}) == draft::kUsualThreshold);
  Draft draft(test::treaty_proposal());
  draft.set_threshold(0.55);
  CHECK(draft::threshold_of(draft.to_deck()) == doctest::Approx(0.6));
  draft.set_threshold(0.9);
  CHECK(draft::threshold_of(draft.to_deck()) == draft::kUsualThreshold);
}

TEST_CASE("F8 draft: the next version of an article begins with what was dropped of the first") {
  Draft draft(test::treaty_proposal());
  test::value(draft.turn(Year));
  draft.set_threshold(0.6);
  Draft next(test::treaty_proposal());
  next.take_over(draft.to_deck());
  CHECK(next.threshold() == doctest::Approx(0.6));
  CHECK_FALSE(next.is_kept(Year));
  CHECK(next.is_kept(Pope));
  CHECK_FALSE(next.can_undo());
  test::value(next.turn(Year));
  CHECK(next.to_deck().dropped.empty());
}

TEST_CASE("F14 draft: whatever was done is undone step by step, and done again") {
  test::for_seeds(200, [](Random& random) {
    Draft draft(test::treaty_proposal());
    const auto first = draft.entries();
    for (int i = 0; i < 40; ++i)
      do_something(draft, random);
    const auto last = draft.entries();
    const double threshold = draft.threshold();
    CHECK(faults_of(draft.to_deck()).empty());
    while (draft.can_undo())
      draft.undo();
    CHECK(draft.entries() == first);
    CHECK(draft.threshold() == draft::kUsualThreshold);
    while (draft.can_redo())
      draft.redo();
    CHECK(draft.entries() == last);
    CHECK(draft.threshold() == threshold);
  });
}
