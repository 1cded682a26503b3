#include "game/screens/today/today_view.h"

#include <algorithm>
#include <tuple>

#include "content/base/fold.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

using progress::DeckToday;
using progress::Today;
using Way = progress::CatchingUp::Way;

std::string plan_in_words(std::size_t cards, std::chrono::milliseconds pace) {
  return counted(cards, "card", "cards") + ", " +
         about_minutes(static_cast<std::chrono::milliseconds::rep>(cards) * pace);
}

std::vector<const DeckToday*> decks_of(const Today& today, const DeckId& newest) {
  std::vector<const DeckToday*> decks;
  for (const DeckToday& deck : today.decks)
    if (deck.share.cards() > 0) decks.push_back(&deck);
  std::ranges::stable_sort(decks, {}, [&](const DeckToday* deck) {
    return std::tuple(deck->line.id != newest, fold_case(title_in_words(deck->line.title)));
  });
  return decks;
}

DeckRow row_of(const DeckToday& deck, std::chrono::milliseconds pace) {
  DeckRow row;
  row.id = deck.line.id;
  row.title = title_in_words(deck.line.title);
  row.cards = std::to_string(deck.line.cards) + " in all";
  row.fresh = deck.share.fresh;
  row.due = deck.share.reviews;
  row.learning = deck.share.learning;
  row.plan = plan_in_words(deck.share.cards(), pace);
  row.has_work = true;
  return row;
}

std::string detail_of(const Today& today) {
  std::size_t learning = 0, reviews = 0, fresh = 0, waiting = 0;
  for (const DeckToday& deck : today.decks) {
    learning += deck.share.learning;
    reviews += deck.share.reviews;
    fresh += deck.share.fresh;
    waiting += deck.line.due - std::min(deck.line.due, deck.share.reviews);
  }
  std::string detail;
  const auto add = [&](std::size_t count, const char* what) {
    if (count > 0) detail += (detail.empty() ? "" : ", ") + std::to_string(count) + what;
  };
  add(reviews, " to repeat");
  add(learning, " being learned");
  add(fresh, " new");
  if (waiting > 0 && !detail.empty())
    detail += ". " + counted(waiting, "card waits", "cards wait") + " for another day";
  if (!detail.empty()) detail += ".";
  if (today.catching_up && today.catching_up->until >= today.day &&
      today.catching_up->way != Way::AllNow)
    detail += " New cards pause until " + day_in_words(today.catching_up->until, today.day) + ".";
  return detail;
}

void offer_to_catch_up(const Today& today, TodayView& view) {
  if (!today.backlog) return;
  const progress::Backlog& backlog = *today.backlog;
  view.away = "You were away " +
              counted(static_cast<std::size_t>(backlog.days_away), "day", "days") + ". " +
              counted(backlog.due, "card is", "cards are") +
              " due. New cards pause until you have caught up.";
  view.choices = {
      {Way::Spread, "Spread it",
       std::to_string(backlog.spread.a_day) + " a day, done on " +
           day_in_words(backlog.spread.done_on, today.day),
       U's'},
      {Way::AllNow, "All now",
       about_minutes(static_cast<std::chrono::milliseconds::rep>(backlog.due) * today.pace), U'a'},
      {Way::Likely, "Only what I likely still know",
       "the rest waits until " + day_in_words(today.day + progress::kLikelyDays, today.day), U'l'}};
}

ExamLine exam_line(const DeckToday& deck, study::Day today) {
  const study::ExamPlan& plan = *deck.exam_plan;
  ExamLine line{deck.line.id,
                title_in_words(deck.line.title) + ": needed by " +
                    day_in_words(deck.exam->day, today) + ", " +
                    days_from_now(deck.exam->day, today),
                {},
                plan.fits};
  const bool finally = today >= deck.exam->day - deck.exam->final_days;
  if (finally)
    line.plan = "Every card once more: about " + std::to_string(plan.finally_a_day) + " a day.";
  else if (deck.line.new_facts == 0)
    line.plan = "Every card has been seen. About " + std::to_string(plan.answers_a_day) +
                " a day, and each once more in the last " +
                counted(static_cast<std::size_t>(deck.exam->final_days), "day.", "days.");
  else
    line.plan = std::to_string(plan.new_a_day) + " new a day, about " +
                std::to_string(plan.answers_a_day) + " answers; each once more in the last " +
                counted(static_cast<std::size_t>(deck.exam->final_days), "day.", "days.");
  if (!plan.fits)
    line.plan += plan.fits_on > deck.exam->day
                     ? " That is more than you want to do a day. It would fit by " +
                           day_in_words(plan.fits_on, today) + ", or with a larger daily budget."
                     : " That is more than you want to do a day.";
  return line;
}

/// What is said where nothing waits (U8).
void say_nothing_waits(const Today& today, TodayView& view) {
  view.offers_decks = !today.decks.empty();
  if (today.decks.empty()) {
    view.empty_title = "No decks yet";
    view.empty_advice = invitation();
    return;
  }
  view.headline = today.done > 0 ? "Done for today" : "Nothing is due today";
  std::size_t waiting = 0;
  for (const DeckToday& deck : today.decks)
    waiting += deck.line.due + std::min(deck.line.new_facts, deck.plan.new_facts);
  view.empty_title = today.done > 0 ? "That was today’s plan" : "A day off";
  view.empty_advice =
      waiting > 0 ? "Whoever wants more chooses a deck: it brings what it has, beyond the plan."
                  : "Cards come back on the day you are about to forget them.";
}

}  // namespace

TodayView look(const Today& today, const DeckId& newest) {
  TodayView view;
  view.date = weekday_in_words(today.day);
  for (const DeckToday* deck : decks_of(today, newest))
    view.rows.push_back(row_of(*deck, today.pace));
  if (today.done > 0)
    view.done = "Today so far: " + counted(today.done, "answer", "answers") + ", " +
                about_minutes(today.took) + ".";
  for (const DeckToday& deck : today.decks)
    if (deck.exam_plan) view.exams.push_back(exam_line(deck, today.day));
  if (view.rows.empty()) {
    say_nothing_waits(today, view);
    return view;
  }
  view.headline = plan_in_words(today.cards(), today.pace);
  const bool answered = std::ranges::any_of(
      today.decks, [](const DeckToday& deck) { return deck.line.last_studied.has_value(); });
  if (!answered) view.invitation = invitation();
  view.detail = detail_of(today);
  view.button = today.done > 0 ? "Go on" : "Start";
  offer_to_catch_up(today, view);
  return view;
}

}  // namespace recto::screens
