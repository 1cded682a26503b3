#include "game/screens/today/today_view.h"

#include "game/screens/words.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using progress::CatchingUp;

namespace {

constexpr study::Day kToday = 20783;  // Thursday, 26 November 2026

progress::DeckToday deck(const char* title, study::DeckShare share, std::size_t due,
                         std::size_t fresh) {
  progress::DeckToday deck;
  deck.line.id = {title};
  deck.line.title = title;
  deck.line.cards = deck.line.facts = 40;
  deck.line.due = due;
  deck.line.new_facts = fresh;
  deck.share = share;
  return deck;
}

progress::Today day_of(std::vector<progress::DeckToday> decks) {
  progress::Today today;
  today.day = kToday;
  today.pace = std::chrono::seconds(15);
  today.decks = std::move(decks);
  return today;
}

}  // namespace

TEST_CASE("F15 today: the plan is stated, not the debt, and the newest deck stands first") {
  const auto today =
      day_of({deck("B", {0, 10, 4}, 90, 30), deck("A", {2, 0, 8}, 0, 8), deck("C", {}, 0, 0)});
  const TodayView view = look(today);
  CHECK(view.date == "Thursday, 26 November");
  CHECK(view.headline == "24 cards, about 6 minutes");
  CHECK(view.detail == "10 to repeat, 2 being learned, 12 new. 80 cards wait for another day.");
  CHECK(view.button == "Start");
  CHECK(view.done.empty());
  REQUIRE(view.rows.size() == 2);
  CHECK(view.rows[0].title == "A");
  CHECK(view.rows[1].plan == "14 cards, about 4 minutes");
  CHECK(look(today).rows.front().id == DeckId{"A"});
  CHECK(look(today, {"B"}).rows.front().id == DeckId{"B"});  // it has just come
}

TEST_CASE("F1 today: until something was answered it says how to get a deck") {
  auto today = day_of({deck("A", {0, 0, 5}, 0, 5)});
  CHECK(look(today).invitation.find("Drop an article") != std::string::npos);
  today.decks[0].line.last_studied = Instant();
  CHECK(look(today).invitation.empty());
}

TEST_CASE("F15 today: the learner's own pace decides about the minutes") {
  auto today = day_of({deck("A", {0, 24, 0}, 24, 0)});
  today.pace = std::chrono::seconds(5);
  CHECK(look(today).headline == "24 cards, about 2 minutes");
}

TEST_CASE("U8 today: where nothing waits, it says what to do") {
  const TodayView none = look(day_of({}));
  CHECK(none.headline.empty());
  CHECK(none.empty_title == "No decks yet");
  CHECK(none.empty_advice.find("Drop an article") != std::string::npos);
  CHECK_FALSE(none.offers_decks);
  CHECK(none.button.empty());
  CHECK(look(day_of({})).rows.empty());

  auto today = day_of({deck("A", {}, 0, 0)});
  CHECK(look(today).headline == "Nothing is due today");
  CHECK(look(today).offers_decks);
  today.done = 31;
  today.took = std::chrono::minutes(8);
  CHECK(look(today).headline == "Done for today");
  CHECK(look(today).done == "Today so far: 31 answers, about 8 minutes.");
}

TEST_CASE("F26 today: after days away three ways are offered, spreading it first") {
  auto today = day_of({deck("A", {0, 340, 0}, 340, 10)});
  today.backlog = progress::Backlog{12, 340, {30, kToday + 7}};
  const TodayView view = look(today);
  CHECK(view.away ==
        "You were away 12 days. 340 cards are due. New cards pause until you have caught up.");
  REQUIRE(view.choices.size() == 3);
  CHECK(view.choices[0].way == CatchingUp::Way::Spread);
  CHECK(view.choices[0].meaning == "30 a day, done on 3 December");
  CHECK(view.choices[1].way == CatchingUp::Way::AllNow);
  CHECK(view.choices[2].way == CatchingUp::Way::Likely);
  CHECK(view.choices[2].meaning == "the rest waits until 3 December");
}

TEST_CASE("F26 today: while catching up it says until when new cards pause") {
  auto today = day_of({deck("A", {0, 30, 0}, 340, 10)});
  today.catching_up = CatchingUp{CatchingUp::Way::Spread, 30, kToday - 1, kToday + 7};
  CHECK(look(today).detail ==
        "30 to repeat. 310 cards wait for another day. New cards pause until 3 December.");
  CHECK(look(today).choices.empty());
}

TEST_CASE(
    "F25 today: what is needed by a day has a plan for each day, and says when it is too much") {
  progress::DeckToday needed = deck("A", {0, 0, 20}, 0, 40);
  needed.exam = study::Exam{kToday + 7};
  needed.exam_plan = study::ExamPlan{10, 30, 14, true, kToday + 7};
  const auto line = [&] {
    const TodayView view = look(day_of({needed}));
    REQUIRE(view.exams.size() == 1);
    return view.exams[0];
  };
  CHECK(line().title == "A: needed by 3 December, in 7 days");
  CHECK(line().plan == "10 new a day, about 30 answers; each once more in the last 3 days.");
  CHECK(line().fits);
  needed.exam_plan->fits = false;
  needed.exam_plan->fits_on = kToday + 23;
  CHECK_FALSE(line().fits);
  CHECK(line().plan.find("It would fit by 19 December") != std::string::npos);
  needed.exam = study::Exam{kToday + 2};
  CHECK(line().plan.starts_with("Every card once more: about 14 a day."));
  needed.exam_plan.reset();
  CHECK(look(day_of({needed})).exams.empty());
}

TEST_CASE("U16 words: days are said as a person says them") {
  CHECK(day_in_words(kToday + 7, kToday) == "3 December");
  CHECK(day_in_words(kToday + 40, kToday) == "5 January 2027");
  CHECK(days_from_now(kToday, kToday) == "today");
  CHECK(days_from_now(kToday + 1, kToday) == "tomorrow");
  CHECK(days_from_now(kToday + 9, kToday) == "in 9 days");
  CHECK(days_from_now(kToday - 1, kToday) == "yesterday");
  CHECK(days_from_now(kToday - 3, kToday) == "3 days ago");
}
