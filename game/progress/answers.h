// Answers and decisions in the tables. Each of these works in the transaction that is open, and
// gives the row of the deck. Errors: NotFound for what is not there; Failed for what does not
// follow the stored memory.
#pragma once

#include <cstdint>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/progress/connection.h"
#include "game/progress/store.h"

namespace recto::progress {

[[nodiscard]] Result<std::int64_t> do_answer(Connection& connection,
                                             const study::Answered& answered, const Rules& rules);
/// The same once more, after it was taken back last.
[[nodiscard]] Result<std::int64_t> redo_answer(Connection& connection,
                                               const study::Answered& answered);
[[nodiscard]] Result<std::int64_t> undo_answer(Connection& connection,
                                               const study::Answered& answered, Instant now);

[[nodiscard]] Result<std::int64_t> do_change(Connection& connection, const study::Changed& changed,
                                             Instant now);
[[nodiscard]] Result<std::int64_t> undo_change(Connection& connection,
                                               const study::Changed& changed, Instant now);

/// The Error for what was meant for another state than the stored one.
[[nodiscard]] Error out_of_step(const Connection& connection, const std::string& what);

}  // namespace recto::progress
