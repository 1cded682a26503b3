// From the log of a fact to its memory, once more. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "content/base/id.h"
#include "content/base/result.h"
#include "game/memory/scheduler.h"
#include "game/progress/decision.h"
#include "game/progress/log_row.h"
#include "game/progress/store.h"

namespace recto::progress {

/// The rules that a log names, ready to schedule with.
class RuleBook {
 public:
  struct Entry {
    memory::Scheduler scheduler;
    study::DayRule day;
  };
  /// Errors: BadInput for rules that no scheduler can be made of.
  [[nodiscard]] Result<void> add(std::int64_t row, const Rules& rules);
  [[nodiscard]] const Entry* find(std::int64_t row) const;

 private:
  std::map<std::int64_t, Entry> entries_;
};

/// The memory that a new fact comes to by `log`, each answer under its own rules. Errors: BadInput,
/// in `what` a clause that goes on from "fact X: ".
[[nodiscard]] Result<Memory> replay(const FactId& fact, const std::vector<LogRow>& log,
                                    const RuleBook& rules);

/// Whether two memories are the same but for the last digits of stability and difficulty (1e-7
/// relative), which another compiler may round differently.
[[nodiscard]] bool alike(const Memory& a, const Memory& b);

}  // namespace recto::progress
