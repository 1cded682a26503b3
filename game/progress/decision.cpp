#include "game/progress/decision.h"

#include <limits>

namespace recto::progress {
namespace {

using Kind = study::Changed::Kind;

std::int64_t milliseconds_of(Instant at) {
  return at.time_since_epoch().count();
}

bool is_day(std::int64_t number) {
  using Limits = std::numeric_limits<study::Day>;
  return number >= Limits::min() && number <= Limits::max();
}

bool is_flag(std::int64_t number) {
  return number >= 0 && number <= static_cast<std::int64_t>(study::Flag::Duplicate);
}

/// Whether a value that was read is one that decision_of gives.
bool makes_sense(const Decision& decision) {
  const std::optional<std::int64_t>& value = decision.value;
  switch (decision.kind) {
    case Kind::Bury: return !value || is_day(*value);
    case Kind::Suspend: return !value || *value == 1;
    case Kind::Flag: return !value || is_flag(*value);
    case Kind::Forget: return !value;
    case Kind::SetDue: return value.has_value();
  }
  return false;
}

}  // namespace

Decision decision_of(const study::Changed& changed) {
  Decision decision{changed.kind};
  const study::Standing& standing = changed.standing_after;
  switch (changed.kind) {
    case Kind::Bury: decision.value = standing.buried_until; break;
    case Kind::Suspend:
      if (standing.suspended) decision.value = 1;
      break;
    case Kind::Flag:
      if (standing.flag) decision.value = static_cast<std::int64_t>(*standing.flag);
      break;
    case Kind::Forget: break;
    case Kind::SetDue: decision.value = milliseconds_of(changed.after.due); break;
  }
  return decision;
}

Result<Memory> apply(const Decision& decision, Memory memory) {
  if (!makes_sense(decision))
    return fail(Error::Kind::BadInput, "the log has a decision that this version cannot read");
  const std::optional<std::int64_t>& value = decision.value;
  study::Standing& standing = memory.standing;
  switch (decision.kind) {
    case Kind::Bury:
      standing.buried_until.reset();
      if (value) standing.buried_until = static_cast<study::Day>(*value);
      break;
    case Kind::Suspend: standing.suspended = value.has_value(); break;
    case Kind::Flag:
      standing.flag.reset();
      if (value) standing.flag = static_cast<study::Flag>(*value);
      break;
    case Kind::Forget: memory.state = {}; break;
    case Kind::SetDue:
      if (memory.state.phase == memory::Phase::New)
        return fail(Error::Kind::BadInput, "the log sets a day for a fact that is new");
      memory.state = study::rescheduled(memory.state, Instant(std::chrono::milliseconds(*value)));
      break;
  }
  return memory;
}

}  // namespace recto::progress
