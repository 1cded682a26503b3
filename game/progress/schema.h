// The layout of the database, as numbered steps that lead from nothing to today's.
#pragma once

#include <cstdint>
#include <span>

#include "content/base/result.h"
#include "game/progress/connection.h"

namespace recto::progress {

/// "Rcto": marks a SQLite file as ours (`PRAGMA application_id`).
inline constexpr std::int32_t kApplicationId = 0x5263746F;

/// What leads from version `version` − 1 of the layout to `version` (`PRAGMA user_version`).
struct Migration {
  int version = 0;
  const char* sql = nullptr;
};

/// All migrations, ascending from 1 without gaps. A shipped one never changes.
[[nodiscard]] std::span<const Migration> migrations();

/// The version that this program writes: that of the last migration.
[[nodiscard]] int newest_version();

/// Brings the database up to the last of `steps`, each step in one transaction: interrupted, it is
/// at the version before. Nothing happens when it is there already.
[[nodiscard]] Result<void> migrate(Connection& connection, std::span<const Migration> steps);

}  // namespace recto::progress
