#include "game/draft/draft.h"

#include <algorithm>

#include "content/deck/deck_file.h"
#include "content/deck/merge.h"
#include "game/draft/draft_file.h"
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

namespace {

/// A choice of that quality whose key is the longest option, or not.
Card choice(const std::string& id, double quality, bool longest) {
  Card card;
  card.id = {id};
  card.fact = {"f-" + id};
  card.kind = CardKind::Choice;
  card.prompt = "Which one?";
  card.answer = longest ? "the longest of all" : "short";
  card.distractors = {"a wrong one", "another one", "no"};
  card.quality = quality;
  return card;
}

std::size_t choices_with_longest_key(const Deck& deck) {
  return static_cast<std::size_t>(std::ranges::count_if(deck.cards, [](const Card& card) {
    return card.kind == CardKind::Choice && card.answer == "the longest of all";
  }));
}

}  // namespace

TEST_CASE("F9 draft: d brings other wrong options, round the ring, and is taken back") {
  draft::Proposal proposal;
  proposal.deck.id = {"d"};
  proposal.deck.cards = {choice("c", 0.9, false)};
  proposal.spare_options[{"c"}] = {"fourth", "fifth", "SHORT", "sixth"};
  Draft draft(std::move(proposal));
  const auto options = [&] { return draft.entries()[0].card.distractors; };
  const std::vector<std::string> first = options();
  CHECK(test::value(draft.change_options(0)));
  CHECK(options() == std::vector<std::string>{"fourth", "fifth", "sixth"});  // the key is none
  CHECK(draft.to_deck().cards[0].edited);
  const Draft read = test::value(draft::read_draft(draft::write_draft(draft)));
  CHECK(read.entries()[0].spare == first);
  CHECK(test::value(draft.change_options(0)));
  CHECK(options() == first);
  draft.undo();
  draft.undo();
  CHECK(options() == first);
  CHECK_FALSE(draft.to_deck().cards[0].edited);
  draft.redo();
  CHECK(options().front() == "fourth");
}

TEST_CASE("F9 draft: what has no other wrong options stays as it is") {
  draft::Proposal proposal;
  proposal.deck.id = {"d"};
  proposal.deck.cards = {choice("c", 0.9, false), choice("s", 0.9, false)};
  proposal.deck.cards[1].kind = CardKind::Short;
  proposal.deck.cards[1].distractors.clear();
  proposal.spare_options[{"s"}] = {"x"};
  Draft draft(std::move(proposal));
  CHECK_FALSE(test::value(draft.change_options(0)));
  CHECK_FALSE(test::value(draft.change_options(1)));
  CHECK_FALSE(draft.can_undo());
}

TEST_CASE("F10 draft: at every threshold at most 35 % of choices have the longest key") {
  test::for_seeds(200, [](Random& random) {
    draft::Proposal proposal;
    proposal.deck.id = {"d"};
    for (std::uint64_t i = random.below(20) + 1; i > 0; --i)
      proposal.deck.cards.push_back(choice("c" + std::to_string(i),
                                           0.5 + static_cast<double>(random.below(50)) / 100,
                                           random.below(2) == 0));
    Draft draft(std::move(proposal));
    for (double threshold = 0.5; threshold < 0.96; threshold += draft::kThresholdStep) {
      draft.set_threshold(threshold);
      const Deck deck = draft.to_deck();
      CAPTURE(threshold);
      CHECK(static_cast<double>(choices_with_longest_key(deck)) <=
            0.35 * static_cast<double>(deck.cards.size()) + 1e-9);
      // No more are left out than have to be: with the best of those it would be too many.
      std::size_t out = 0;
      for (std::size_t i = 0; i < draft.entries().size(); ++i)
        if (draft.is_too_long(i)) ++out;
      if (out > 0)
        CHECK(static_cast<double>(choices_with_longest_key(deck) + 1) >
              0.35 * static_cast<double>(deck.cards.size() + 1));
    }
  });
}

TEST_CASE("F10 draft: the weakest choices go for balance; a person keeps one all the same") {
  draft::Proposal proposal;
  proposal.deck.id = {"d"};
  proposal.deck.cards = {choice("a", 0.8, true),  choice("b", 0.9, true),  choice("c", 0.9, false),
                         choice("d", 0.6, false), choice("e", 0.6, false), choice("f", 0.6, false)};
  Draft draft(std::move(proposal));
  CHECK_FALSE(draft.is_kept(1));  // one of two would be half of them
  CHECK_FALSE(draft.is_kept(0));
  draft.set_threshold(0.5);
  CHECK(draft.is_kept(0));  // two of six
  CHECK(draft.is_kept(1));
  draft.set_threshold(0.75);
  CHECK(draft.is_too_long(0));
  test::value(draft.turn(0));
  CHECK(draft.is_kept(0));
  CHECK_FALSE(draft.is_kept(1));
  test::value(draft.turn(2));  // dropping one takes no other along
  CHECK(draft.is_kept(0));
  draft.undo();
  draft.undo();
  CHECK_FALSE(draft.is_kept(0));
}
