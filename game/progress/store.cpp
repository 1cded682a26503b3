#include "game/progress/store.h"

#include <system_error>
#include <unistd.h>

#include "game/progress/backups.h"
#include "game/progress/connection.h"
#include "game/progress/database.h"
#include "game/progress/draft.h"
#include "game/progress/file_header.h"
#include "game/progress/rollups.h"
#include "game/progress/schema.h"
#include "game/progress/search.h"

namespace recto::progress {
namespace {

/// Looking through a file of this size costs about 20 ms; larger ones are checked on demand.
constexpr std::uintmax_t kCheckedOnOpening = 8'000'000;

std::uintmax_t size_of(const std::filesystem::path& file) {
  std::error_code absent;
  const std::uintmax_t size = std::filesystem::file_size(file, absent);
  return absent ? 0 : size;
}

/// Asked before SQLite opens it: read-only, it would leave files beside it that it cannot remove.
Result<void> check_rights(const std::filesystem::path& file) {
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  const bool absent = ::access(file.c_str(), F_OK) != 0;
  if (::access(folder.c_str(), W_OK) == 0 && (absent || ::access(file.c_str(), W_OK) == 0))
    return {};
  return tl::unexpected<Error>(not_writable(file));
}

/// Refuses what must not be touched. SQLite has read at most; nothing is written yet.
Result<void> check_content(Connection& connection) {
  const std::int64_t id = connection.number("PRAGMA application_id");
  const std::int64_t version = connection.number("PRAGMA user_version");
  const bool fresh =
      id == 0 && version == 0 && connection.number("SELECT COUNT(*) FROM sqlite_schema") == 0;
  if (!fresh) RECTO_TRY(check_marks(id, version, connection.file()));
  if (size_of(connection.file()) > kCheckedOnOpening) return {};
  Query check = connection.query("PRAGMA quick_check(1)");
  if (check.next() && check.text(0) != "ok")
    return tl::unexpected<Error>(damaged(connection.file(), check.text(0)));
  return {};
}

/// An older layout is kept as it is before it is brought up to date (F32).
Result<void> back_up_before_upgrade(Connection& connection) {
  const std::int64_t version = connection.number("PRAGMA user_version");
  if (version == 0 || version >= newest_version()) return {};
  const std::filesystem::path folder = backup_folder(connection.file());
  RECTO_TRY(make_folder(folder));
  const Draft draft(folder / ("before-layout-" + std::to_string(newest_version()) + ".sqlite"));
  RECTO_TRY(copy_database(connection, draft));
  return draft.publish();
}

void prepare(Connection& connection) {
  connection.execute(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
      "PRAGMA cache_size = -16384; PRAGMA journal_mode = WAL;"
      "PRAGMA journal_size_limit = 16777216");
}

/// The sums and the index of a database that has none yet: a new one, or one from before there were
/// any.
Result<void> make_what_follows(Connection& connection) {
  const bool has_sums = connection.number("SELECT COUNT(*) FROM rollups") > 0;
  const bool has_index = connection.number("SELECT COUNT(*) FROM indexed") > 0;
  if (has_sums && has_index) return {};
  Transaction transaction(connection, Transaction::Kind::Write);
  if (!has_sums) RECTO_TRY(rebuild_rollups(connection));
  if (!has_index) RECTO_TRY(rebuild_index(connection));
  transaction.commit();
  return {};
}

}  // namespace

Result<std::int64_t> deck_row(Connection& connection, const DeckId& id) {
  Query query = connection.query("SELECT id FROM decks WHERE key = ? AND NOT removed");
  query.with(id.text);
  if (query.next()) return query.integer(0);
  return fail(Error::Kind::NotFound, "there is no deck " + id.text, connection.file().string(),
              "add it first");
}

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file) {
  const FileHeader header = RECTO_TRY(read_file_header(file));
  RECTO_TRY(check_file_header(header, file));
  RECTO_TRY(check_rights(file));
  return guarded(file, [&]() -> Result<Store> {
    const bool has_log = size_of(file.string() + "-wal") > 0;
    auto database = std::make_unique<Database>(file, Access::ReadWrite);
    Connection& connection = database->connection;
    // A file that is refused keeps its write-ahead log as it is.
    connection.keep_log_on_close(has_log);
    RECTO_TRY(check_content(connection));
    connection.keep_log_on_close(false);
    RECTO_TRY(back_up_before_upgrade(connection));
    prepare(connection);
    RECTO_TRY(migrate(connection, migrations()));
    RECTO_TRY(make_what_follows(connection));
    database->checkpoints.watch(connection);
    return Store(std::move(database));
  });
}

Result<Store> Store::open_read_only(const std::filesystem::path& file) {
  const FileHeader header = RECTO_TRY(read_file_header(file));
  RECTO_TRY(check_file_header(header, file));
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored))
    return fail(Error::Kind::NotFound, "there is no database", file.string(), "check the name");
  // Without a log nobody has it open: it is looked at without leaving anything beside it.
  const bool has_log = std::filesystem::exists(file.string() + "-wal", ignored);
  return guarded(file, [&]() -> Result<Store> {
    auto database = std::make_unique<Database>(file, has_log ? Access::Look : Access::ReadOnly);
    RECTO_TRY(check_content(database->connection));
    if (database->connection.number("PRAGMA user_version") < newest_version())
      return fail(Error::Kind::Unsupported, "the database has an older layout", file.string(),
                  "start Recto once, which brings it up to date");
    return Store(std::move(database));
  });
}

}  // namespace recto::progress
