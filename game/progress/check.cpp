// Store: do log, states and sums agree.
#include <array>
#include <string>
#include <vector>

#include "game/progress/database.h"
#include "game/progress/log_walk.h"
#include "game/progress/replay.h"
#include "game/progress/rollups.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

/// More faults than anyone reads.
constexpr std::size_t kMostFaults = 100;

void add_fault(CheckReport& report, std::string fault) {
  if (report.faults.size() < kMostFaults) report.faults.push_back(std::move(fault));
}

void check_file(Connection& connection, CheckReport& report) {
  Query integrity = connection.query("PRAGMA integrity_check(100)");
  while (integrity.next())
    if (integrity.text(0) != "ok") add_fault(report, "the file is damaged: " + integrity.text(0));
  Query references = connection.query("PRAGMA foreign_key_check");
  while (references.next())
    add_fault(report, "a row of " + references.text(0) + " names a row of " + references.text(2) +
                          " that is not there");
}

void check_fact(const FactLog& fact, const RuleBook& rules, CheckReport& report) {
  const Result<Memory> replayed = replay(fact.fact, fact.log, rules);
  const std::string where = "fact " + fact.fact.text + " of deck " + fact.deck.text + ": ";
  if (!replayed) {
    add_fault(report, where + replayed.error().what);
  } else if (!alike(*replayed, fact.memory)) {
    add_fault(report, where + "its state is not what its log leads to");
  }
}

/// Sums that are kept beside what they sum up: a query each, giving one text a fault.
constexpr std::array<const char*, 7> kSums = {
    "SELECT 'fact ' || key || ': its number of cards is wrong' FROM facts LEFT JOIN"
    " (SELECT fact, COUNT(*) AS counted FROM cards WHERE position IS NOT NULL GROUP BY fact)"
    " ON fact = facts.id WHERE cards <> COALESCE(counted, 0)",
    "SELECT 'deck ' || key || ': its number of cards is wrong' FROM decks WHERE cards <>"
    " (SELECT COUNT(*) FROM cards WHERE deck = decks.id AND position IS NOT NULL)",
    "SELECT 'deck ' || key || ': its number of facts is wrong' FROM decks WHERE facts <>"
    " (SELECT COUNT(*) FROM facts WHERE deck = decks.id AND cards > 0)",
    "SELECT 'deck ' || key || ': the order of its cards is wrong' FROM decks WHERE"
    " (SELECT COUNT(DISTINCT position) <> COUNT(*) OR MAX(position) + 1 <> COUNT(*) FROM cards"
    "  WHERE deck = decks.id AND position IS NOT NULL)",
    "SELECT 'deck ' || key || ': its last study is wrong' FROM decks WHERE last_studied IS NOT"
    " (SELECT MAX(last_review) FROM facts WHERE deck = decks.id)",
    "SELECT 'the log names card ' || cards.key || ' of another deck' FROM log"
    " JOIN facts ON facts.id = log.fact JOIN cards ON cards.id = log.card"
    " WHERE cards.deck <> facts.deck",
    "SELECT 'the log names card ' || cards.key || ' of another deck' FROM changes"
    " JOIN facts ON facts.id = changes.fact JOIN cards ON cards.id = changes.card"
    " WHERE cards.deck <> facts.deck",
};

void check_sums(Connection& connection, CheckReport& report) {
  for (const char* sum : kSums)
    for (Query query = connection.query(sum); query.next();)
      add_fault(report, query.text(0));
}

}  // namespace

Result<CheckReport> Store::check() const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<CheckReport> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    CheckReport report;
    check_file(connection, report);
    // A file with broken pages answers further questions at random.
    if (!report.faults.empty()) return report;
    check_sums(connection, report);
    const std::map<std::int64_t, Rules> entries = RECTO_TRY(load_rules(connection));
    RuleBook rules;
    for (const auto& [row, entry] : entries)
      RECTO_TRY(rules.add(row, entry));
    Tally difference;
    difference.count_stored(connection);
    LogWalk walk(connection);
    while (const std::optional<FactLog> fact = RECTO_TRY(walk.next())) {
      ++report.facts;
      report.reviews += fact->log.size();
      check_fact(*fact, rules, report);
      difference.count(*fact, entries, -1);
    }
    for (const std::string& sum : difference.changed())
      add_fault(report, sum + " are not what the log adds up to");
    return report;
  });
}

}  // namespace recto::progress
