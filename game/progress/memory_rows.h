// Facts and their history, in and out of the tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "content/base/id.h"
#include "content/base/result.h"
#include "game/progress/connection.h"
#include "game/progress/decision.h"
#include "game/progress/log_row.h"

namespace recto::progress {

/// The columns of a memory in `facts`, in the order that `memory_at` reads them.
inline constexpr std::string_view kMemoryColumns =
    "phase, due, last_review, stability, difficulty, interval_days, step, reps, lapses, suspended, "
    "buried_until, flag";
/// The columns of a history, in the order that `log_row_at` reads them.
inline constexpr std::string_view kLogColumns = "at, card, answer, rules, kind, value, taken_back";
/// Answers as rows of a history, …
inline constexpr std::string_view kAnswers =
    "(SELECT fact, number, at, card, answer, rules, NULL AS kind, NULL AS value, NULL AS taken_back"
    " FROM log) AS history";
/// … and with the decisions between them. Both are read in the order of fact and number.
inline constexpr std::string_view kHistory =
    "(SELECT fact, number, at, card, answer, rules, NULL AS kind, NULL AS value, NULL AS taken_back"
    " FROM log UNION ALL"
    " SELECT fact, number, at, card, NULL, NULL, kind, value, taken_back FROM changes) AS history";

[[nodiscard]] Memory memory_at(const Query& query, int first);
[[nodiscard]] Result<LogRow> log_row_at(const Query& query, int first);

void store_memory(Connection& connection, std::int64_t fact, const Memory& memory);

/// Adds a row to a fact's history, behind all others.
void append(Connection& connection, std::int64_t fact, const LogRow& row);
void insert_log_row(Connection& connection, std::int64_t fact, std::int64_t number,
                    const LogRow& row);

/// The answer that was given at `at`, counted or taken back.
[[nodiscard]] Result<std::optional<LogRow>> find_answer(Connection& connection, std::int64_t fact,
                                                        Instant at);
/// The last answer or decision about a fact that was not taken back.
[[nodiscard]] Result<std::optional<LogRow>> last_counted(Connection& connection, std::int64_t fact);

}  // namespace recto::progress
