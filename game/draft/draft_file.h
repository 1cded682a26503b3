// A draft that waits (F14): Draft ↔ bytes.
#pragma once

#include <string>
#include <string_view>

#include "content/base/result.h"
#include "game/draft/draft.h"

namespace recto::draft {

/// {"format": "recto-draft", "version": 1, "threshold", "deck": a deck file without cards,
///  "entries": [{"card", "reason", "verdict": "keep" | "drop"}, …]}, an entry a line.
/// The steps that could be undone are not written.
[[nodiscard]] std::string write_draft(const Draft& draft);

/// Errors as read_deck; Unsupported when a newer Recto wrote it. Entries that were turned down for
/// what makes them unreadable are left out.
[[nodiscard]] Result<Draft> read_draft(std::string_view bytes);

}  // namespace recto::draft
