// Settings in their table. Everything here works in the transaction that is open.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "game/progress/connection.h"
#include "game/progress/edits.h"

namespace recto::progress {

[[nodiscard]] std::optional<std::string> load_setting(Connection& connection, std::string_view key);
/// Error: BadInput for a key or a text that is too long, and for a text that is no JSON.
[[nodiscard]] Result<void> store_setting(Connection& connection, std::string_view key,
                                         const std::optional<std::string>& json);

/// As for decks (deck_rows.h).
[[nodiscard]] Result<void> put(Connection& connection, const SettingEdit& edit);

}  // namespace recto::progress
