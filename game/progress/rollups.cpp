#include "game/progress/rollups.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "game/progress/database.h"
#include "game/progress/memory_rows.h"

namespace recto::progress {
namespace {

/// Enough to gather while all is summed up, little in memory.
constexpr std::size_t kMostGathered = 50'000;
constexpr int kLevelsInOctave = 16;

bool is_review(memory::Phase phase) {
  return phase == memory::Phase::Review;
}

/// Adds to a count that goes when it comes to nothing.
template <class... Keys>
void add_to(Connection& connection, std::string_view upsert, std::string_view remove,
            std::int64_t change, Keys... keys) {
  if (change == 0) return;
  Query add = connection.query(upsert);
  (add.with(keys), ...);
  const bool gone = add.with(change).next() && add.integer(0) == 0;
  add.run();
  if (!gone) return;
  Query removal = connection.query(remove);
  (removal.with(keys), ...);
  removal.run();
}

}  // namespace

std::int64_t utc_day(Instant at) {
  return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

std::int64_t quarter_of(Instant at) {
  return std::chrono::floor<Quarters>(at).time_since_epoch().count();
}

int strength_level(double stability) {
  // No logarithm: its last digit may differ from machine to machine.
  int octave = 0;
  const double half_to_one = std::frexp(stability, &octave);
  return octave * kLevelsInOctave + static_cast<int>((half_to_one - 0.5) * 2 * kLevelsInOctave);
}

double stability_of_level(int level) {
  const int octave = static_cast<int>(std::floor(static_cast<double>(level) / kLevelsInOctave));
  const double step = level - octave * kLevelsInOctave + 0.5;
  return std::ldexp(0.5 + step / (2 * kLevelsInOctave), octave);
}

void Tally::count_fact(std::int64_t deck, const Memory& memory, int times) {
  const memory::State& state = memory.state;
  if (state.last_review)
    strengths_[{utc_day(*state.last_review), strength_level(state.stability)}] += times;
  if (memory.standing.suspended) return;
  const bool review = is_review(state.phase);
  due_[{deck, static_cast<std::int64_t>(state.phase), review ? utc_day(state.due) : 0}] += times;
  if (review) quarters_[quarter_of(state.due)] += times;
}

void Tally::count_answer(std::int64_t deck, study::Day day, const LogRow& row, int times) {
  const int group = is_review(row.phase) ? Review : Learning;
  const auto column = static_cast<std::size_t>(group + static_cast<int>(row.rating) - 1);
  for (const std::int64_t of : {deck, kAllDecks}) {
    DaySums& sums = days_[{of, day}];
    sums.at(column) += times;
    if (row.phase == memory::Phase::New) sums[NewFacts] += times;
    sums[Took] += times * ticks_of(row.took);
  }
}

void Tally::count_undone(std::int64_t deck, study::Day day, int times) {
  for (const std::int64_t of : {deck, kAllDecks})
    days_[{of, day}][Undone] += times;
}

void Tally::count_deck(Connection& connection, std::int64_t deck, int times) {
  static const std::string kSql = "SELECT " + std::string(kMemoryColumns) +
                                  " FROM facts WHERE deck = ?1 AND cards > 0"
                                  " AND NOT (SELECT removed FROM decks WHERE id = ?1)";
  Query query = connection.query(kSql);
  for (query.with(deck); query.next();)
    count_fact(deck, memory_at(query, 0), times);
}

void Tally::count(const FactLog& fact, const std::map<std::int64_t, Rules>& rules, int times) {
  if (fact.has_cards) count_fact(fact.deck_row, fact.memory, times);
  const auto day_of = [&](const LogRow& row) -> std::optional<study::Day> {
    if (row.decision) return {};
    const auto rule = rules.find(row.rules);
    if (rule == rules.end()) return {};
    return study::day_of(row.at, rule->second.day);
  };
  for (const LogRow& row : fact.log)
    if (const auto day = day_of(row); row.taken_back && day)
      count_undone(fact.deck_row, *day, times);
  const Result<std::vector<LogRow>> answers = counted(fact.log);
  if (!answers) return;
  for (const LogRow& row : *answers)
    if (const auto day = day_of(row)) count_answer(fact.deck_row, *day, row, times);
}

void Tally::count_stored(Connection& connection) {
  for (Query query = connection.query("SELECT deck, phase, day, facts FROM due_counts");
       query.next();)
    due_[{query.integer(0), query.integer(1), query.integer(2)}] += query.integer(3);
  for (Query query = connection.query("SELECT quarter, facts FROM due_quarters"); query.next();)
    quarters_[query.integer(0)] += query.integer(1);
  for (Query query = connection.query("SELECT day, level, facts FROM strengths"); query.next();)
    strengths_[{query.integer(0), static_cast<int>(query.integer(1))}] += query.integer(2);
  for (Query query = connection.query("SELECT * FROM days"); query.next();) {
    DaySums& sums = days_[{query.integer(0), static_cast<study::Day>(query.integer(1))}];
    for (int column = 0; column < Columns; ++column)
      sums.at(static_cast<std::size_t>(column)) += query.integer(column + 2);
  }
}

std::vector<std::string> Tally::changed() const {
  const auto is_sum = [](const auto& entry) { return entry.second != 0; };
  std::vector<std::string> names;
  if (std::ranges::any_of(due_, is_sum) || std::ranges::any_of(quarters_, is_sum))
    names.emplace_back("the facts by due day");
  if (std::ranges::any_of(strengths_, is_sum)) names.emplace_back("the facts by stability");
  if (std::ranges::any_of(days_, [](const auto& day) { return day.second != DaySums{}; }))
    names.emplace_back("the answers by day");
  return names;
}

std::size_t Tally::size() const {
  return due_.size() + quarters_.size() + days_.size() + strengths_.size();
}

void Tally::write(Connection& connection) {
  for (const auto& [key, change] : due_)
    add_to(connection,
           "INSERT INTO due_counts(deck, phase, day, facts) VALUES(?, ?, ?, ?)"
           " ON CONFLICT DO UPDATE SET facts = facts + excluded.facts RETURNING facts",
           "DELETE FROM due_counts WHERE deck = ? AND phase = ? AND day = ?", change,
           std::get<0>(key), std::get<1>(key), std::get<2>(key));
  for (const auto& [quarter, change] : quarters_)
    add_to(connection,
           "INSERT INTO due_quarters(quarter, facts) VALUES(?, ?)"
           " ON CONFLICT DO UPDATE SET facts = facts + excluded.facts RETURNING facts",
           "DELETE FROM due_quarters WHERE quarter = ?", change, quarter);
  for (const auto& [key, change] : strengths_)
    add_to(connection,
           "INSERT INTO strengths(day, level, facts) VALUES(?, ?, ?)"
           " ON CONFLICT DO UPDATE SET facts = facts + excluded.facts RETURNING facts",
           "DELETE FROM strengths WHERE day = ? AND level = ?", change, key.first,
           std::int64_t{key.second});
  for (const auto& [key, sums] : days_) {
    Query query = connection.query(
        "INSERT INTO days VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " learning_again = learning_again + excluded.learning_again,"
        " learning_hard = learning_hard + excluded.learning_hard,"
        " learning_good = learning_good + excluded.learning_good,"
        " learning_easy = learning_easy + excluded.learning_easy,"
        " review_again = review_again + excluded.review_again,"
        " review_hard = review_hard + excluded.review_hard,"
        " review_good = review_good + excluded.review_good,"
        " review_easy = review_easy + excluded.review_easy,"
        " new_facts = new_facts + excluded.new_facts, undone = undone + excluded.undone,"
        " took = took + excluded.took");
    query.with(key.first).with(std::int64_t{key.second});
    for (const std::int64_t sum : sums)
      query.with(sum);
    query.run();
  }
  *this = {};
}

Result<void> rebuild_rollups(Connection& connection) {
  connection.execute(
      "DELETE FROM due_counts; DELETE FROM due_quarters; DELETE FROM days; DELETE FROM strengths; "
      "DELETE FROM rollups");
  const std::map<std::int64_t, Rules> rules = RECTO_TRY(load_rules(connection));
  Tally tally;
  LogWalk walk(connection);
  while (const std::optional<FactLog> fact = RECTO_TRY(walk.next())) {
    tally.count(*fact, rules, 1);
    if (tally.size() > kMostGathered) tally.write(connection);
  }
  tally.write(connection);
  connection.query("INSERT INTO rollups(made) VALUES(1)").run();
  return {};
}

}  // namespace recto::progress
