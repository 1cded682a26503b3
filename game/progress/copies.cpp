// Store: copies out and copies in, as whole files.
#include <string>
#include <system_error>

#include "game/progress/database.h"
#include "game/progress/deck_rows.h"
#include "game/progress/draft.h"
#include "game/progress/file_header.h"
#include "game/progress/history.h"
#include "game/progress/one_deck.h"
#include "game/progress/rollups.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

using Path = std::filesystem::path;

/// Opens the draft, which migrates it if it is older, and looks through all of it.
Result<void> check_draft(const Draft& draft) {
  const Store store = RECTO_TRY(Store::open(draft.path()));
  const CheckReport report = RECTO_TRY(store.check());
  if (report.faults.empty()) return {};
  return fail(Error::Kind::BadInput, report.faults.front());
}

/// A draft with the content of a backup that was found to be sound.
Result<void> take_backup(const Path& backup, const Draft& draft) {
  Result<void> taken = copy_database_file(backup, draft);
  if (taken) taken = check_draft(draft);
  if (taken || taken.error().kind != Error::Kind::BadInput) return taken;
  return fail(Error::Kind::BadInput, "the backup cannot be used: " + taken.error().what,
              backup.string(), "take an older backup");
}

/// A backup may take the place of an older backup, but of no other file.
Result<void> check_target(const Path& to, const Path& database) {
  std::error_code ignored;
  if (std::filesystem::equivalent(to, database, ignored))
    return fail(Error::Kind::BadInput, "is the database itself", to.string(),
                "name another file for the backup");
  const FileHeader header = RECTO_TRY(read_file_header(to));
  return check_file_header(header, to);
}

}  // namespace

Result<void> Store::backup(const std::filesystem::path& to) const {
  RECTO_TRY(check_target(to, database_->file()));
  const Draft draft(to);
  RECTO_TRY(copy_database(database_->connection, draft));
  return draft.publish();
}

Result<std::string> Store::take_deck(const std::filesystem::path& backup, const DeckId& id,
                                     Instant now) {
  const FileHeader header = RECTO_TRY(read_file_header(backup));
  if (header.empty)
    return fail(Error::Kind::NotFound, "there is no backup", backup.string(), "check the name");
  RECTO_TRY(check_file_header(header, backup));
  const Draft draft(beside(database_->file(), ".backup"));
  RECTO_TRY(take_backup(backup, draft));
  const Store then = RECTO_TRY(open(draft.path()));
  Connection &from = then.database_->connection, &to = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::string> {
    Transaction transaction(to, Transaction::Kind::Write);
    const Edits edits = RECTO_TRY(edits_to_deck_of(from, to, id, now));
    RECTO_TRY(do_edits(to, edits, now));
    if (RECTO_TRY(bring_history(from, to, id))) RECTO_TRY(rebuild_rollups(to));
    const std::int64_t row = RECTO_TRY(deck_row(to, id));
    std::string title = RECTO_TRY(load_deck(to, row)).title;
    transaction.commit();
    database_->deck_list.forget();
    return title;
  });
}

Result<std::filesystem::path> Store::restore(const std::filesystem::path& file,
                                             const std::filesystem::path& backup) {
  const FileHeader header = RECTO_TRY(read_file_header(backup));
  if (header.empty)
    return fail(Error::Kind::NotFound, "there is no backup", backup.string(), "check the name");
  RECTO_TRY(check_file_header(header, backup));
  RECTO_TRY(check_replaceable(file));
  const Draft draft(file);
  RECTO_TRY(take_backup(backup, draft));
  Path aside;
  if (is_there(file)) {
    RECTO_TRY(settle(file));
    aside = RECTO_TRY(keep_aside(file, "before-restore"));
  }
  RECTO_TRY(draft.publish());
  return aside;
}

}  // namespace recto::progress
