#include "game/screens/summary/summary_view.h"

#include <algorithm>

#include "game/study/summary.h"
#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using namespace std::chrono_literals;
using memory::Rating;
using test::kNoon;

namespace {

/// Answers until nothing is asked any more; `rating_of` sees the card and how often it was asked.
template <class RatingOf>
study::Session studied(const Deck& deck, RatingOf rating_of) {
  study::Session session = test::session_of(deck);
  Instant now = kNoon;
  for (int i = 0; session.card() != nullptr; ++i) {
    REQUIRE(i < 100);
    const int times = session.current()->state.reps;
    session.answer(rating_of(*session.card(), times), now += 30s, 30s);
  }
  return session;
}

std::string number_of(const SummaryView& view, const std::string& label) {
  const auto found = std::ranges::find(view.figures, label, &Figure::label);
  REQUIRE(found != view.figures.end());
  return found->number;
}

}  // namespace

TEST_CASE("F27 summary: cards, right at first try, minutes, due tomorrow and in seven days") {
  const Deck deck = test::treaty_deck();
  const study::Session session = studied(deck, [](const Card& card, int times) {
    return card.id.text == "c-year" && times == 0 ? Rating::Again : Rating::Easy;
  });
  const SummaryView view = look_back(session, {&deck, 1}, kNoon + 5min, 0);
  CHECK(view.deck_title == deck.title);
  CHECK(view.headline == "5 cards in 3 minutes");
  CHECK(number_of(view, "cards") == "5");
  CHECK(number_of(view, "right at first try") == "80 %");
  const study::Summary counted = study::summary_of(session, kNoon + 5min);
  CHECK(number_of(view, "due tomorrow") == std::to_string(counted.due_tomorrow));
  CHECK(number_of(view, "due in 7 days") == std::to_string(counted.due_in_week));
  CHECK(view.can_undo);
  CHECK(view.next == "All done for today.");
  CHECK_FALSE(view.can_go_on);
}

TEST_CASE("F27 summary: missed cards stand with their answer and source sentence") {
  const Deck deck = test::treaty_deck();
  const SummaryView view =
      look_back(studied(deck,
                        [](const Card& card, int times) {
                          const bool missed = card.id.text == "c-signed" || card.id.text == "c-why";
                          return missed && times == 0 ? Rating::Again : Rating::Easy;
                        }),
                {&deck, 1}, kNoon + 1h, 0);
  REQUIRE(view.missed.size() == 2);
  CHECK(view.missed[0].prompt == "The treaty was signed in Lisbon.");
  CHECK(view.missed[0].answer == "False");
  CHECK(view.missed[0].sentence == "The treaty was signed in Tordesillas.");
  CHECK(view.missed[1].prompt == "Why was a treaty needed?");
  CHECK(view.missed[1].sentence.empty());
}

TEST_CASE("F27 summary: says what comes next, and offers to go on while there is more") {
  const Deck deck = test::treaty_deck();
  const study::Session done =
      studied(deck, [](const Card& /*card*/, int /*times*/) { return Rating::Easy; });
  const SummaryView more = look_back(done, {&deck, 1}, kNoon + 1h, 7);
  CHECK(more.next == "7 more cards when you want to go on.");
  CHECK(more.can_go_on);
}

TEST_CASE("summary: a learning step that waits is told with its time, and asked when it has come") {
  memory::Settings settings;
  settings.learning_steps = {45min};
  const Deck deck = test::numbers_deck(1);
  study::Session session(test::items_of(deck), test::value(memory::Scheduler::make(settings)), {},
                         {}, kNoon, 1);
  session.answer(Rating::Again, kNoon, 5s);
  REQUIRE(session.card() == nullptr);
  CHECK(look_back(session, {&deck, 1}, kNoon, 0).next == "The next card comes in 45 minutes.");
  CHECK_FALSE(look_back(session, {&deck, 1}, kNoon, 0).can_go_on);
  CHECK(look_back(session, {&deck, 1}, kNoon + 45min, 0).next == "A card is ready to be repeated.");
  CHECK(look_back(session, {&deck, 1}, kNoon + 45min, 0).can_go_on);
}

TEST_CASE("F27 summary: the missed can be practised, flagged cards are counted") {
  const Deck deck = test::treaty_deck();
  study::Session session = test::session_of(deck);
  session.flag(study::Flag::Wrong, kNoon);
  session.answer(Rating::Again, kNoon, 5s);
  const SummaryView view = look_back(session, {&deck, 1}, kNoon, 0);
  CHECK(view.can_practise);
  CHECK(view.can_quiz);
  CHECK(view.flagged == 1);
}

TEST_CASE("F24 summary: a quiz is scored and timed, and says that the schedule is as it was") {
  const Deck deck = test::numbers_deck(4);
  study::Practice quiz(test::items_of(deck), study::Practice::Missed::StayAway, 4, 1);
  const std::string missed = quiz.card()->prompt;
  for (int i = 0; quiz.current() != nullptr; ++i)
    quiz.answer(i > 0);
  const SummaryView view = look_back(quiz, {&deck, 1}, 20s);
  CHECK(view.headline == "3 of 4 right in 20 seconds");
  CHECK(number_of(view, "right at first try") == "75 %");
  CHECK(number_of(view, "a card") == "5 s");
  REQUIRE(view.missed.size() == 1);
  CHECK(view.missed[0].prompt == missed);
  CHECK(view.next == "This was practice: your schedule is as it was.");
}
