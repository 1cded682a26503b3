#include "game/progress/memory_rows.h"

#include <string>

namespace recto::progress {
namespace {

const std::string kFromTheEnd = "SELECT " + std::string(kLogColumns) + " FROM " +
                                std::string(kHistory) + " WHERE fact = ? ORDER BY number DESC";

template <class Number>
void bind_number(Query& query, const std::optional<Number>& number) {
  if (number) {
    query.with(*number);
  } else {
    query.with_null();
  }
}

std::optional<std::int64_t> integer_or_none(const Query& query, int column) {
  if (query.is_null(column)) return {};
  return query.integer(column);
}

memory::State state_at(const Query& query, int first) {
  memory::State state;
  state.phase = static_cast<memory::Phase>(query.integer(first));
  state.due = query.instant(first + 1);
  if (!query.is_null(first + 2)) state.last_review = query.instant(first + 2);
  state.stability = query.real(first + 3);
  state.difficulty = query.real(first + 4);
  state.interval_days = static_cast<int>(query.integer(first + 5));
  state.step = static_cast<int>(query.integer(first + 6));
  state.reps = static_cast<int>(query.integer(first + 7));
  state.lapses = static_cast<int>(query.integer(first + 8));
  return state;
}

void insert_answer(Connection& connection, std::int64_t fact, std::int64_t number,
                   const LogRow& row) {
  connection
      .query("INSERT INTO log(fact, number, at, card, answer, rules) VALUES(?, ?, ?, ?, ?, ?)")
      .with(fact)
      .with(number)
      .with(row.at)
      .with(row.card)
      .with(pack_answer(row))
      .with(row.rules)
      .run();
}

void insert_decision(Connection& connection, std::int64_t fact, std::int64_t number,
                     const LogRow& row) {
  Query query = connection.query(
      "INSERT INTO changes(fact, number, at, card, kind, value, taken_back)"
      " VALUES(?, ?, ?, ?, ?, ?, ?)");
  query.with(fact).with(number).with(row.at).with(row.card);
  query.with(static_cast<std::int64_t>(row.decision->kind));
  bind_number(query, row.decision->value);
  query.with(std::int64_t{row.taken_back ? 1 : 0}).run();
}

}  // namespace

Memory memory_at(const Query& query, int first) {
  Memory memory{state_at(query, first), {}};
  study::Standing& standing = memory.standing;
  standing.suspended = query.integer(first + 9) != 0;
  if (const auto day = integer_or_none(query, first + 10))
    standing.buried_until = static_cast<study::Day>(*day);
  if (const auto flag = integer_or_none(query, first + 11))
    standing.flag = static_cast<study::Flag>(*flag);
  return memory;
}

Result<LogRow> log_row_at(const Query& query, int first) {
  LogRow row;
  row.at = query.instant(first);
  row.card = query.integer(first + 1);
  if (query.is_null(first + 4)) {
    RECTO_TRY(unpack_answer(query.integer(first + 2), row));
    row.rules = query.integer(first + 3);
  } else {
    row.decision = Decision{static_cast<study::Changed::Kind>(query.integer(first + 4)),
                            integer_or_none(query, first + 5)};
    row.taken_back = query.integer(first + 6) != 0;
  }
  return row;
}

void store_memory(Connection& connection, std::int64_t fact, const Memory& memory) {
  static const std::string kSql = "UPDATE facts SET (" + std::string(kMemoryColumns) +
                                  ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?";
  const memory::State& state = memory.state;
  Query query = connection.query(kSql);
  query.with(std::int64_t{static_cast<int>(state.phase)}).with(state.due);
  bind_number(query, state.last_review);
  query.with(state.stability).with(state.difficulty);
  for (const int number : {state.interval_days, state.step, state.reps, state.lapses})
    query.with(std::int64_t{number});
  const study::Standing& standing = memory.standing;
  query.with(std::int64_t{standing.suspended ? 1 : 0});
  bind_number(query, std::optional<std::int64_t>(standing.buried_until));
  std::optional<std::int64_t> flag;
  if (standing.flag) flag = static_cast<std::int64_t>(*standing.flag);
  bind_number(query, flag);
  query.with(fact).run();
}

void append(Connection& connection, std::int64_t fact, const LogRow& row) {
  Query query = connection.query(
      "SELECT 1 + MAX(COALESCE((SELECT MAX(number) FROM log WHERE fact = ?1), 0),"
      " COALESCE((SELECT MAX(number) FROM changes WHERE fact = ?1), 0))");
  query.with(fact).next();
  insert_log_row(connection, fact, query.integer(0), row);
}

void insert_log_row(Connection& connection, std::int64_t fact, std::int64_t number,
                    const LogRow& row) {
  if (row.decision) {
    insert_decision(connection, fact, number, row);
  } else {
    insert_answer(connection, fact, number, row);
  }
}

Result<std::optional<LogRow>> find_answer(Connection& connection, std::int64_t fact, Instant at) {
  std::optional<LogRow> found;
  Query query = connection.query(kFromTheEnd);
  for (query.with(fact); !found && query.next();) {
    const LogRow row = RECTO_TRY(log_row_at(query, 0));
    if (!row.decision && !row.taken_back && row.at == at) found = row;
  }
  return found;
}

Result<std::optional<LogRow>> last_counted(Connection& connection, std::int64_t fact) {
  // Walks back from the end: each taking back hides one row before it.
  Query query = connection.query(kFromTheEnd);
  query.with(fact);
  for (int hidden = 0; query.next();) {
    const LogRow row = RECTO_TRY(log_row_at(query, 0));
    if (row.taken_back) {
      ++hidden;
    } else if (hidden-- == 0) {
      return std::optional<LogRow>(row);
    }
  }
  return std::optional<LogRow>();
}

}  // namespace recto::progress
