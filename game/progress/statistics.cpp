// Store: figures for the statistics, from the sums that are kept beside the log.
#include <limits>
#include <string>
#include <vector>

#include "game/progress/database.h"
#include "game/progress/rollups.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

/// The row of `days` to look at.
Result<std::int64_t> deck_or_all(Connection& connection, const std::optional<DeckId>& deck) {
  if (!deck) return kAllDecks;
  return deck_row(connection, *deck);
}

std::vector<DayOfAnswers> load_days(Connection& connection, std::int64_t deck, study::Day first,
                                    study::Day last) {
  Query query =
      connection.query("SELECT * FROM days WHERE deck = ? AND day BETWEEN ? AND ? ORDER BY day");
  query.with(deck).with(std::int64_t{first}).with(std::int64_t{last});
  std::vector<DayOfAnswers> days;
  while (query.next()) {
    const auto count = [&](int column) { return static_cast<std::size_t>(query.integer(column)); };
    DayOfAnswers day;
    day.day = static_cast<study::Day>(query.integer(1));
    for (int rating = 0; rating < 4; ++rating) {
      day.learning.at(static_cast<std::size_t>(rating)) = count(2 + rating);
      day.review.at(static_cast<std::size_t>(rating)) = count(6 + rating);
    }
    day.new_facts = count(10);
    day.undone = count(11);
    day.took = query.integer(12) * kTick;
    days.push_back(day);
  }
  return days;
}

/// Facts by the day they fall due: [0] before `tomorrow`, then day after day.
class Forecast {
 public:
  Forecast(Instant tomorrow, std::size_t days) : tomorrow_(tomorrow), counts_(days) {}
  /// The end of its last day.
  [[nodiscard]] Instant end() const {
    return tomorrow_ + std::chrono::days(std::ssize(counts_) - 1);
  }
  void add(Instant due, std::int64_t facts) {
    using std::chrono::days;
    const auto after = std::chrono::floor<days>(due - tomorrow_) + days(1);
    counts_.at(after.count() < 0 ? 0 : static_cast<std::size_t>(after.count())) +=
        static_cast<std::size_t>(facts);
  }
  [[nodiscard]] const std::vector<std::size_t>& counts() const { return counts_; }

 private:
  Instant tomorrow_;
  std::vector<std::size_t> counts_;
};

/// Moves what is buried now, and would be due before, to the day it comes back.
/// Few are buried, most fall due: SQLite would choose the other index.
void move_buried(Connection& connection, std::optional<std::int64_t> deck, study::Day today,
                 const study::DayRule& rule, Forecast& forecast) {
  Query query = connection.query(
      "SELECT due, buried_until FROM decks CROSS JOIN facts INDEXED BY facts_buried"
      " ON facts.deck = decks.id"
      " WHERE NOT decks.removed AND buried_until > ?1 AND facts.cards > 0 AND suspended = 0 AND "
      "phase = 2 AND due < ?2"
      " AND (?3 IS NULL OR decks.id = ?3)");
  query.with(std::int64_t{today}).with(forecast.end());
  if (deck) {
    query.with(*deck);
  } else {
    query.with_null();
  }
  while (query.next()) {
    Instant due = query.instant(0);
    if (!deck) due = Instant(Quarters(quarter_of(due)));
    const auto back = study::start_of(static_cast<study::Day>(query.integer(1)), rule);
    if (due >= back) continue;
    forecast.add(due, -1);
    if (back < forecast.end()) forecast.add(back, 1);
  }
}

void add_deck(Connection& connection, std::int64_t deck, Forecast& forecast) {
  Query query = connection.query(
      "SELECT due FROM facts WHERE deck = ? AND phase = 2 AND cards > 0 AND suspended = 0"
      " AND due < ?");
  for (query.with(deck).with(forecast.end()); query.next();)
    forecast.add(query.instant(0), 1);
}

void add_all(Connection& connection, Forecast& forecast) {
  Query query = connection.query("SELECT quarter, facts FROM due_quarters WHERE quarter < ?");
  for (query.with(quarter_of(forecast.end())); query.next();)
    forecast.add(Instant(Quarters(query.integer(0))), query.integer(1));
}

}  // namespace

Result<std::vector<DayOfAnswers>> Store::days(study::Day first, study::Day last,
                                              const std::optional<DeckId>& deck) const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::vector<DayOfAnswers>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    return load_days(connection, RECTO_TRY(deck_or_all(connection, deck)), first, last);
  });
}

Result<std::vector<std::size_t>> Store::forecast(Instant now, const study::DayRule& rule,
                                                 std::size_t days,
                                                 const std::optional<DeckId>& deck) const {
  Connection& connection = database_->connection;
  const study::Day today = study::day_of(now, rule);
  const Instant tomorrow = study::start_of(today + 1, rule);
  return guarded(database_->file(), [&]() -> Result<std::vector<std::size_t>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    Forecast forecast(tomorrow, days);
    std::optional<std::int64_t> row;
    if (deck) {
      row = RECTO_TRY(deck_row(connection, *deck));
      add_deck(connection, *row, forecast);
    } else {
      add_all(connection, forecast);
    }
    move_buried(connection, row, today, rule, forecast);
    return forecast.counts();
  });
}

Result<std::vector<Strength>> Store::strengths() const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::vector<Strength>> {
    std::vector<Strength> strengths;
    for (Query query = connection.query("SELECT day, level, facts FROM strengths"); query.next();)
      strengths.push_back({stability_of_level(static_cast<int>(query.integer(1))), query.integer(0),
                           static_cast<std::size_t>(query.integer(2))});
    return strengths;
  });
}

Result<Stats> Store::stats() const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<Stats> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    Stats stats;
    Query decks =
        connection.query("SELECT COUNT(*), SUM(cards), SUM(facts) FROM decks WHERE NOT removed");
    decks.next();
    stats.decks = static_cast<std::size_t>(decks.integer(0));
    stats.cards = static_cast<std::size_t>(decks.integer(1));
    stats.facts = static_cast<std::size_t>(decks.integer(2));
    using Limits = std::numeric_limits<study::Day>;
    for (const DayOfAnswers& day : load_days(connection, kAllDecks, Limits::min(), Limits::max())) {
      for (std::size_t rating = 0; rating < 4; ++rating)
        stats.ratings.at(rating) += day.learning.at(rating) + day.review.at(rating);
      stats.undone += day.undone;
    }
    for (const std::size_t given : stats.ratings)
      stats.reviews += given;
    stats.bytes = static_cast<std::uint64_t>(connection.number("PRAGMA page_count") *
                                             connection.number("PRAGMA page_size"));
    return stats;
  });
}

}  // namespace recto::progress
