// Backups: what there is of them, and one put back in the place of the database, or one deck of it
// (F32).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/progress/backups.h"
#include "game/progress/store.h"
#include "game/screens/settings/settings_view.h"
#include "game/study/day.h"

namespace recto::app {

/// The newest backups of a database with what is in them. Opens each: not for the window's thread.
struct Backups {
  std::vector<progress::Backup> files;
  std::vector<screens::BackupLine> lines;  ///< of `files`, in the learner's time
};
[[nodiscard]] Backups read_backups(const std::filesystem::path& database,
                                   const study::DayRule& rule);

/// What came of putting a backup back.
struct Restored {
  Result<progress::Store> store;  ///< the database, open again; as it was where `problem` says so
  std::string kept;               ///< the file that holds what was there before
  std::string problem;            ///< why it was not restored; empty: it was
  std::string deck{};             ///< its title, where one alone was put back
};
/// Nobody may have the database open. What was there is kept, in a backup and beside the database.
[[nodiscard]] Restored restore_backup(const std::filesystem::path& database,
                                      const std::filesystem::path& backup, Instant now);

/// One deck of the backup alone, as a step that the database can undo.
[[nodiscard]] Restored restore_deck(const std::filesystem::path& database,
                                    const std::filesystem::path& backup, const DeckId& deck,
                                    Instant now);

}  // namespace recto::app
