#include "game/progress/replay.h"

#include <algorithm>
#include <cmath>

#include "game/study/day.h"
#include "game/study/session.h"

namespace recto::progress {
namespace {

constexpr double kTolerance = 1e-7;

bool close(double a, double b) {
  return std::abs(a - b) <= kTolerance * std::max(std::abs(a), std::abs(b));
}

/// As a session counts them: both days by the rule that the answer was given under.
int elapsed_before(Instant at, const memory::State& state, const study::DayRule& rule) {
  if (!state.last_review) return 0;
  return study::elapsed_days(study::day_of(*state.last_review, rule), study::day_of(at, rule));
}

}  // namespace

Result<void> RuleBook::add(std::int64_t row, const Rules& rules) {
  entries_.insert_or_assign(row,
                            Entry{RECTO_TRY(memory::Scheduler::make(rules.scheduling)), rules.day});
  return {};
}

const RuleBook::Entry* RuleBook::find(std::int64_t row) const {
  const auto found = entries_.find(row);
  return found == entries_.end() ? nullptr : &found->second;
}

Result<Memory> replay(const FactId& fact, const std::vector<LogRow>& log, const RuleBook& rules) {
  Memory memory;
  for (const LogRow& row : RECTO_TRY(counted(log))) {
    if (row.decision) {
      memory = RECTO_TRY(apply(*row.decision, memory));
      continue;
    }
    memory::State& state = memory.state;
    const RuleBook::Entry* rule = rules.find(row.rules);
    if (rule == nullptr)
      return fail(Error::Kind::BadInput, "the log names rules that are not there");
    if (row.phase != state.phase)
      return fail(Error::Kind::BadInput, "the log has an answer in another phase than its turn");
    const int elapsed = elapsed_before(row.at, state, rule->day);
    const double draw = study::fuzz_draw(fact, state.reps);
    state = rule->scheduler.answer(state, row.at, elapsed, draw, row.rating);
  }
  return memory;
}

bool alike(const Memory& a, const Memory& b) {
  Memory rounded = b;
  if (close(a.state.stability, b.state.stability)) rounded.state.stability = a.state.stability;
  if (close(a.state.difficulty, b.state.difficulty)) rounded.state.difficulty = a.state.difficulty;
  return a == rounded;
}

}  // namespace recto::progress
