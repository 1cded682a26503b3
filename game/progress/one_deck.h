// One deck as another database has it: from a backup into the one in use (F32).
#pragma once

#include "content/base/id.h"
#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/progress/connection.h"
#include "game/progress/edits.h"

namespace recto::progress {

/// What makes the deck into what `from` has in its list: title, cards, day, way of answering. Where
/// `to` never had it, it is made there, for nobody to see until the edits are done. Errors:
/// NotFound where `from` has no such deck.
[[nodiscard]] Result<Edits> edits_to_deck_of(Connection& from, Connection& to, const DeckId& id,
                                             Instant now);

/// Histories of the deck's facts that go on in `from` where they end in `to`: what is missing is
/// added. Where both went on, the one in `to` stays. Whether there was anything to add; then the
/// sums have to be made anew.
[[nodiscard]] Result<bool> bring_history(Connection& from, Connection& to, const DeckId& id);

}  // namespace recto::progress
