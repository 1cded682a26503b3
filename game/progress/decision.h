// What a learner decided about a fact, as the log keeps it beside the answers. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "content/base/result.h"
#include "game/memory/scheduler.h"
#include "game/study/item.h"

namespace recto::progress {

/// What the log of a fact leads to.
struct Memory {
  memory::State state{};
  study::Standing standing{};

  bool operator==(const Memory&) const = default;
};

/// A change without what it was made of: with the memory before it, it says what comes after.
struct Decision {
  study::Changed::Kind kind = study::Changed::Kind::Bury;
  /// Bury: the day until which; Suspend: 1; Flag: its number; each without one: no longer. SetDue:
  /// milliseconds since 1970. Forget: none.
  std::optional<std::int64_t> value{};

  bool operator==(const Decision&) const = default;
};

[[nodiscard]] Decision decision_of(const study::Changed& changed);

/// The memory after `decision`. Errors: BadInput for a value that makes no sense, and for a day set
/// for a new fact: there is nothing to schedule.
[[nodiscard]] Result<Memory> apply(const Decision& decision, Memory memory);

}  // namespace recto::progress
