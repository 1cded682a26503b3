#include "game/progress/log_walk.h"

#include <string>

#include "game/progress/memory_rows.h"
#include "game/progress/rules_text.h"

namespace recto::progress {
namespace {

const std::string& facts_sql() {
  static const std::string kSql =
      "SELECT facts.id, decks.id, decks.key, facts.key, facts.cards > 0 AND NOT decks.removed, " +
      std::string(kMemoryColumns) +
      " FROM facts JOIN decks ON decks.id = facts.deck"
      " ORDER BY facts.id";
  return kSql;
}

const std::string& log_sql() {
  static const std::string kSql = "SELECT fact, " + std::string(kLogColumns) + " FROM " +
                                  std::string(kHistory) + " ORDER BY fact, number";
  return kSql;
}

}  // namespace

LogWalk::LogWalk(Connection& connection)
    : facts_(connection.query(facts_sql())),
      log_(connection.query(log_sql())),
      more_log_(log_.next()) {}

Result<std::optional<FactLog>> LogWalk::next() {
  if (!facts_.next()) return std::optional<FactLog>();
  const std::int64_t row = facts_.integer(0);
  FactLog fact{facts_.integer(1),      {facts_.text(2)},     {facts_.text(3)},
               facts_.integer(4) != 0, memory_at(facts_, 5), {}};
  for (; more_log_ && log_.integer(0) == row; more_log_ = log_.next())
    fact.log.push_back(RECTO_TRY(log_row_at(log_, 1)));
  return std::optional<FactLog>(std::move(fact));
}

Result<std::map<std::int64_t, Rules>> load_rules(Connection& connection) {
  std::map<std::int64_t, Rules> rules;
  for (Query query = connection.query("SELECT id, body FROM rules"); query.next();)
    rules.emplace(query.integer(0), RECTO_TRY(read_rules(query.text(1))));
  return rules;
}

}  // namespace recto::progress
