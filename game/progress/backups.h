// Backups that are made by themselves (F32), in the folder "backups" beside the database.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "content/base/id.h"
#include "content/base/instant.h"
#include "content/base/result.h"

namespace recto::progress {

struct Backup {
  std::filesystem::path file;
  Instant made{};

  bool operator==(const Backup&) const = default;
};

/// Where the backups of `database` are.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& database);

/// The backups of `database`, newest first.
[[nodiscard]] std::vector<Backup> automatic_backups(const std::filesystem::path& database);

/// What a person chooses a backup by.
struct BackupContents {
  std::size_t decks = 0;
  std::size_t cards = 0;
  std::size_t log_entries = 0;

  bool operator==(const BackupContents&) const = default;
};
/// What is in the list. Errors: BadInput for a damaged file; Failed when the system refuses.
[[nodiscard]] Result<BackupContents> contents_of(const Backup& backup);
struct BackupDeck {
  DeckId id;
  std::string title;
  std::size_t cards = 0;

  bool operator==(const BackupDeck&) const = default;
};
/// The decks in its list, by title. Errors: as contents_of().
[[nodiscard]] Result<std::vector<BackupDeck>> decks_in(const Backup& backup);
/// "2026-03-03 10:00:00 UTC".
[[nodiscard]] std::string time_text(Instant at);

/// Those of `made` to keep, newest first: all of the newest one's last 24 hours, the last one of
/// each of the 7 newest days, of the 4 newest weeks and of the 12 newest months (UTC) that have
/// any.
[[nodiscard]] std::vector<Instant> worth_keeping(std::vector<Instant> made);

enum class Occasion {
  Day,           ///< once a day
  BeforeChange,  ///< before much changes at once: once an hour
};

/// Makes a backup when there is none for this occasion yet: copied page by page, looked through,
/// put in place whole; then removes those no longer worth keeping. May go on in another thread
/// while the database is used. Gives its path; empty when none was due, or nothing is there to
/// lose. Errors: BadInput for a damaged database; Failed when the system refuses.
[[nodiscard]] Result<std::optional<std::filesystem::path>> back_up_by_itself(
    const std::filesystem::path& database, Instant now, Occasion occasion);

}  // namespace recto::progress
