// What can be undone and redone, kept in the database. Everything here works in the transaction
// that is open.
#pragma once

#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/progress/connection.h"
#include "game/progress/edits.h"

namespace recto::progress {

/// Does all edits and keeps them as one step; nothing for none.
[[nodiscard]] Result<void> do_edits(Connection& connection, const Edits& edits, Instant now);

/// Keeps a step that was done; what could be redone cannot any more.
void keep_step(Connection& connection, const Step& step);
/// A step that was done was taken back apart from undo(): redo() can do it again if it was the last
/// one, else it leaves the history.
[[nodiscard]] Result<void> take_step_back(Connection& connection, const Step& step);

}  // namespace recto::progress
