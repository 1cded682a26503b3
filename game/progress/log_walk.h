// Every fact with its state and its log, one after the other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "game/progress/connection.h"
#include "game/progress/database.h"
#include "game/progress/decision.h"
#include "game/progress/log_row.h"

namespace recto::progress {

struct FactLog {
  std::int64_t deck_row = 0;
  DeckId deck;
  FactId fact;
  bool has_cards = false;  ///< in the deck as it is now
  Memory memory;
  std::vector<LogRow> log;  ///< in the order of giving, what was taken back too
};

/// Goes through facts and log side by side, in the order of their rows: memory for one fact only.
class LogWalk {
 public:
  explicit LogWalk(Connection& connection);
  /// The next fact; empty behind the last one. Error: BadInput for a row that cannot be read.
  [[nodiscard]] Result<std::optional<FactLog>> next();

 private:
  Query facts_;
  Query log_;
  bool more_log_;
};

/// The rules that the log names, by row. Error: BadInput for rules that cannot be read.
[[nodiscard]] Result<std::map<std::int64_t, Rules>> load_rules(Connection& connection);

}  // namespace recto::progress
