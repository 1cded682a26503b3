#include "game/progress/today.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "game/progress/settings.h"

namespace recto::progress {
namespace {

using Json = nlohmann::json;
using study::Day;
using Way = CatchingUp::Way;

constexpr int kDaysBack = 30;       ///< that tell what is usual
constexpr int kDaysAhead = 31;      ///< that a backlog is spread over
constexpr int kComing = 7;          ///< days that new facts must fit into
constexpr int kAway = 4;            ///< days without an answer that are told
constexpr std::size_t kUsual = 20;  ///< answers a day, at least
constexpr std::chrono::milliseconds kPace = std::chrono::seconds(15);
/// Answers from which on a learner's own pace is known.
constexpr std::size_t kEnough = 20;

constexpr const char* kWays[] = {"spread", "all", "likely"};

/// The member of an object, 0 where it is none or no number.
std::int64_t number(const Json& json, const char* name) {
  const auto found = json.find(name);
  return found != json.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

Result<Json> object_or_empty(const Store& store, std::string_view key) {
  const auto text = RECTO_TRY(store.setting(key));
  Json json = text ? Json::parse(*text, nullptr, false) : Json();
  return json.is_object() ? json : Json::object();
}

Result<std::optional<CatchingUp>> catching_up_of(const Store& store) {
  const Json json = RECTO_TRY(object_or_empty(store, kCatchUp));
  const auto* const way = std::find(std::begin(kWays), std::end(kWays), json.value("way", Json()));
  if (way == std::end(kWays)) return std::optional<CatchingUp>();
  return CatchingUp{static_cast<Way>(way - std::begin(kWays)),
                    static_cast<std::size_t>(std::max<std::int64_t>(0, number(json, "a_day"))),
                    static_cast<Day>(number(json, "chosen")),
                    static_cast<Day>(number(json, "until"))};
}

std::size_t answers_of(const DayOfAnswers& day) {
  return std::accumulate(day.learning.begin(), day.learning.end(), std::size_t{0}) +
         std::accumulate(day.review.begin(), day.review.end(), std::size_t{0});
}

/// What the last days tell about the learner.
struct Habit {
  std::chrono::milliseconds pace = kPace;
  std::size_t usual_a_day = kUsual;
};

Habit habit_of(const std::vector<DayOfAnswers>& days) {
  std::size_t answers = 0;
  std::chrono::milliseconds took{};
  for (const DayOfAnswers& day : days) {
    answers += answers_of(day);
    took += day.took;
  }
  Habit habit;
  if (answers < kEnough) return habit;
  habit.pace = std::clamp<std::chrono::milliseconds>(
      took / static_cast<int>(answers), std::chrono::seconds(1), std::chrono::minutes(2));
  habit.usual_a_day = std::max(kUsual, answers / days.size());
  return habit;
}

Result<DeckToday> read_deck(const Store& store, DeckLine line, Day today, std::size_t capacity,
                            const std::vector<DayOfAnswers>& done) {
  DeckToday deck{std::move(line)};
  const study::Plan own = RECTO_TRY(plan_of(store, deck.line.id));
  deck.plan = own;
  deck.exam = own.exam;
  if (own.exam && own.exam->day > today) {
    const study::Workload work{deck.line.new_facts, deck.line.facts - deck.line.new_facts,
                               static_cast<double>(deck.line.due)};
    deck.exam_plan = study::plan_exam(*own.exam, today, work, capacity);
    // Every card is seen by then (F25).
    deck.plan.new_facts = std::max(own.new_facts, deck.exam_plan->new_a_day);
  }
  std::size_t fresh = 0, reviews = 0;
  for (const DayOfAnswers& day : done) {
    fresh += day.new_facts;
    reviews += std::accumulate(day.review.begin(), day.review.end(), std::size_t{0});
  }
  const study::Plan left = study::left_of(deck.plan, fresh, reviews);
  deck.share.reviews = left.reviews;
  deck.share.fresh = left.new_facts;
  return deck;
}

std::optional<Instant> last_answer(const std::vector<DeckLine>& lines) {
  std::optional<Instant> last;
  for (const DeckLine& line : lines)
    if (line.last_studied && (!last || *line.last_studied > *last)) last = line.last_studied;
  return last;
}

std::size_t budget_in_answers(const Budget& budget, std::chrono::milliseconds pace) {
  return budget.minutes ? static_cast<std::size_t>(std::chrono::minutes(budget.amount) / pace)
                        : budget.amount;
}

/// What waits, where the learner was away and has not yet said how to catch up.
std::optional<Backlog> backlog_of(const Today& today, const std::vector<DeckLine>& lines,
                                  const std::vector<std::size_t>& forecast, std::size_t usual,
                                  const std::optional<CatchingUp>& chosen,
                                  const study::DayRule& rule) {
  const std::optional<Instant> last = last_answer(lines);
  if (!last) return std::nullopt;
  const Day last_day = study::day_of(*last, rule);
  Backlog backlog{today.day - last_day, 0, {}};
  for (const DeckLine& line : lines)
    backlog.due += line.due;
  const bool decided = chosen && chosen->chosen > last_day;
  if (backlog.days_away < kAway || decided || forecast.empty()) return std::nullopt;
  backlog.spread =
      study::plan_catch_up(backlog.due, std::span(forecast).subspan(1), today.day, usual);
  if (backlog.spread.done_on == today.day) return std::nullopt;  // an ordinary day's work
  return backlog;
}

}  // namespace

Result<Budget> budget_of(const Store& store) {
  const Json json = RECTO_TRY(object_or_empty(store, kBudget));
  const std::int64_t minutes = number(json, "minutes"), cards = number(json, "cards");
  if (minutes > 0) return Budget{static_cast<std::size_t>(minutes), true};
  if (cards > 0) return Budget{static_cast<std::size_t>(cards), false};
  return Budget{};
}

std::string budget_text(Budget budget) {
  return Json{{budget.minutes ? "minutes" : "cards", budget.amount}}.dump();
}

std::string catching_up_text(const CatchingUp& way) {
  return Json{{"way", kWays[static_cast<std::size_t>(way.way)]},
              {"a_day", way.a_day},
              {"chosen", way.chosen},
              {"until", way.until}}
      .dump();
}

std::size_t Today::cards() const {
  return std::accumulate(
      decks.begin(), decks.end(), std::size_t{0},
      [](std::size_t sum, const DeckToday& deck) { return sum + deck.share.cards(); });
}

const DeckToday* Today::find(const DeckId& deck) const {
  const auto found =
      std::ranges::find_if(decks, [&](const DeckToday& one) { return one.line.id == deck; });
  return found == decks.end() ? nullptr : &*found;
}

Result<Today> read_today(const Store& store, Instant now, const study::DayRule& rule) {
  Today today;
  today.day = study::day_of(now, rule);
  const std::vector<DeckLine> lines = RECTO_TRY(store.decks(now, rule));
  const auto days = RECTO_TRY(store.days(today.day - kDaysBack, today.day));
  const Habit habit = habit_of(days);
  today.pace = habit.pace;
  std::size_t reviews_done = 0;
  if (!days.empty() && days.back().day == today.day) {
    today.done = answers_of(days.back());
    today.took = days.back().took;
    for (const std::size_t count : days.back().review)
      reviews_done += count;
  }
  today.budget = RECTO_TRY(budget_of(store));
  const auto forecast = RECTO_TRY(store.forecast(now, rule, kDaysAhead));
  const auto chosen = RECTO_TRY(catching_up_of(store));
  if (chosen && chosen->until >= today.day && chosen->chosen <= today.day)
    today.catching_up = chosen;
  today.backlog = backlog_of(today, lines, forecast, habit.usual_a_day, chosen, rule);

  const std::size_t budget = budget_in_answers(today.budget, today.pace);
  today.capacity = today.budget.amount > 0 ? budget : 10 * habit.usual_a_day;
  std::vector<study::DeckWork> work;
  for (const DeckLine& line : lines) {
    const auto done = RECTO_TRY(store.days(today.day, today.day, line.id));
    today.decks.push_back(RECTO_TRY(read_deck(store, line, today.day, today.capacity, done)));
    const study::DeckShare& most = today.decks.back().share;
    work.push_back({line.learning, line.due, line.new_facts, most.reviews, most.fresh});
  }
  study::DayLimits limits;
  if (today.budget.amount > 0) limits.answers = budget - std::min(budget, today.done);
  limits.budget_a_day = budget;
  limits.coming_a_day =
      std::accumulate(forecast.begin() + 1, forecast.begin() + 1 + kComing, std::size_t{0}) /
      kComing;
  limits.new_pause = today.backlog.has_value();
  if (today.catching_up && today.catching_up->way != Way::AllNow) limits.new_pause = true;
  if (today.catching_up && today.catching_up->way == Way::Spread)
    limits.reviews = today.catching_up->a_day - std::min(today.catching_up->a_day, reviews_done);
  const auto shares = study::share_day(work, limits);
  for (std::size_t i = 0; i < shares.size(); ++i)
    today.decks[i].share = shares[i];
  return today;
}

study::Plan session_plan(const Today& today, const DeckId& deck) {
  const DeckToday* const found = today.find(deck);
  if (found == nullptr) return {};
  study::Plan plan = found->plan;
  if (found->share.cards() == 0) return plan;
  plan.new_facts = found->share.fresh;
  // Without a limit it stays open: what comes because of an exam is not counted as due.
  if (found->share.reviews < found->line.due) plan.reviews = found->share.reviews;
  if (today.catching_up && today.catching_up->way == Way::Likely) plan.least_recall = kLikely;
  return plan;
}

bool comes_today(const DeckToday& deck, Day today) {
  const bool ends =
      deck.exam && today < deck.exam->day && today >= deck.exam->day - deck.exam->final_days;
  return deck.share.cards() > 0 || ends;
}

study::Plan day_plan(const Today& today, const DeckId& deck) {
  study::Plan plan = session_plan(today, deck);
  const DeckToday* const found = today.find(deck);
  plan.new_facts = found != nullptr ? found->share.fresh : 0;
  return plan;
}

CatchingUp choose(CatchingUp::Way way, const Today& today) {
  CatchingUp chosen{way, 0, today.day, today.day};
  if (way == Way::Spread && today.backlog) {
    chosen.a_day = today.backlog->spread.a_day;
    chosen.until = today.backlog->spread.done_on;
  }
  if (way == Way::Likely) chosen.until = today.day + kLikelyDays - 1;
  return chosen;
}

}  // namespace recto::progress
