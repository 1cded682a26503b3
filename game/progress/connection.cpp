#include "game/progress/connection.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <cctype>
#include <sqlite3.h>

namespace recto::progress {
namespace {

/// How long one program waits while another one writes. An answer takes a millisecond.
constexpr int kBusyMilliseconds = 2000;

/// `path` as a URI for SQLite: everything but letters, digits and "/-._~" as %XX.
std::string uri_of(const std::filesystem::path& path) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  static constexpr std::string_view kPlain = "/-._~";
  std::string uri = "file:";
  for (const char byte : path.string()) {
    const auto code = static_cast<unsigned char>(byte);
    const bool letter_or_digit = code < 0x80 && std::isalnum(static_cast<int>(code)) != 0;
    if (letter_or_digit || kPlain.find(byte) != std::string_view::npos) {
      uri += byte;
    } else {
      uri += '%';
      uri += kDigits[code >> 4U];
      uri += kDigits[code & 15U];
    }
  }
  return uri + "?immutable=1";
}

std::unique_ptr<SQLite::Database> connect(const std::filesystem::path& file, Access access) {
  if (access == Access::ReadOnly)
    return std::make_unique<SQLite::Database>(
        uri_of(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI, kBusyMilliseconds);
  if (access == Access::Look)
    return std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY,
                                              kBusyMilliseconds);
  return std::make_unique<SQLite::Database>(
      file.string(), SQLite::OPEN_READWRITE | (access == Access::Salvage ? 0 : SQLite::OPEN_CREATE),
      kBusyMilliseconds);
}

/// A profile may come from somebody else: what its schema or its pages claim is not believed, and
/// nothing in it may cost unbounded time or memory.
void distrust(sqlite3* database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  struct Limit {
    int which, most;
  };
  for (const Limit limit :
       {Limit{SQLITE_LIMIT_LENGTH, 256'000'000}, Limit{SQLITE_LIMIT_SQL_LENGTH, 1'000'000},
        Limit{SQLITE_LIMIT_VDBE_OP, 50'000}, Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 4},
        Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1'000}, Limit{SQLITE_LIMIT_ATTACHED, 0}})
    sqlite3_limit(database, limit.which, limit.most);
}

}  // namespace

Query::Query(SQLite::Statement& statement) : statement_(&statement) {}

Query::Query(std::unique_ptr<SQLite::Statement> statement)
    : own_(std::move(statement)), statement_(own_.get()) {}

Query::~Query() {
  statement_->tryReset();
}

Query& Query::with(std::int64_t number) {
  statement_->bind(++bound_, number);
  return *this;
}

Query& Query::with(double number) {
  statement_->bind(++bound_, number);
  return *this;
}

Query& Query::with(std::string_view text) {
  statement_->bind(++bound_, std::string(text));
  return *this;
}

Query& Query::with(Instant at) {
  return with(std::int64_t{at.time_since_epoch().count()});
}

Query& Query::with_null() {
  statement_->bind(++bound_);
  return *this;
}

bool Query::next() {
  return statement_->executeStep();
}

bool Query::next_readable() {
  try {
    return next();
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode() & 0xFF;
    if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB && code != SQLITE_IOERR) throw;
    return false;
  }
}

void Query::run() {
  while (next()) {
  }
}

std::int64_t Query::integer(int column) const {
  return statement_->getColumn(column).getInt64();
}

double Query::real(int column) const {
  return statement_->getColumn(column).getDouble();
}

std::string Query::text(int column) const {
  return statement_->getColumn(column).getString();
}

Instant Query::instant(int column) const {
  return Instant(std::chrono::milliseconds(integer(column)));
}

bool Query::is_null(int column) const {
  return statement_->isColumnNull(column);
}

Connection::Connection(const std::filesystem::path& file, Access access)
    : file_(file), database_(connect(std::filesystem::absolute(file), access)) {
  distrust(database_->getHandle());
  if (access == Access::Salvage) {
    // SQLite then forgives a header that promises more pages than there are.
    sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, nullptr);
  }
  execute("PRAGMA cell_size_check = ON");
}

Connection::~Connection() = default;

void Connection::execute(const std::string& sql) {
  database_->exec(sql);
}

Query Connection::query(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end())
    found =
        statements_.emplace(sql, std::make_unique<SQLite::Statement>(*database_, std::string(sql)))
            .first;
  return Query(*found->second);
}

Query Connection::query_once(const std::string& sql) {
  return Query(std::make_unique<SQLite::Statement>(*database_, sql));
}

std::int64_t Connection::number(std::string_view sql) {
  Query asked = query(sql);
  return asked.next() ? asked.integer(0) : 0;
}

std::int64_t Connection::last_id() const {
  return database_->getLastInsertRowid();
}

void Connection::keep_log_on_close(bool keep) {
  sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0,
                    nullptr);
}

void Connection::define(const std::string& name, TextTest test) {
  TextTest& kept = tests_[name];
  kept = std::move(test);
  const auto call = [](sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    const auto& asked = *static_cast<const TextTest*>(sqlite3_user_data(context));
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[1]));
    if (text == nullptr) return;  // NULL stays NULL
    const auto bytes = static_cast<std::size_t>(sqlite3_value_bytes(values[1]));
    sqlite3_result_int(context, asked(sqlite3_value_int64(values[0]), {text, bytes}) ? 1 : 0);
  };
  sqlite3_create_function(database_->getHandle(), name.c_str(), 2, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                          &kept, call, nullptr, nullptr);
}

int Connection::committed(void* self, sqlite3* /*database*/, const char* /*name*/, int pages) {
  static_cast<Connection*>(self)->on_commit_(pages);
  return SQLITE_OK;
}

void Connection::watch_log(std::function<void(int pages)> on_commit) {
  on_commit_ = std::move(on_commit);
  sqlite3_wal_hook(database_->getHandle(), &Connection::committed, this);
}

void Connection::checkpoint() {
  // The commit is durable already: that its pages cannot be moved now is no reason to refuse it.
  sqlite3_wal_checkpoint_v2(database_->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                            nullptr);
}

void Connection::copy_to(Connection& to) {
  SQLite::Backup backup(*to.database_, *database_);
  backup.executeStep(-1);
}

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  connection_.query(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN").run();
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.query("ROLLBACK").run();
  } catch (const SQLite::Exception&) {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
}

void Transaction::commit() {
  connection_.query("COMMIT").run();
  open_ = false;
}

Patience::Patience(Connection& connection, std::chrono::milliseconds most)
    : connection_(connection), end_(std::chrono::steady_clock::now() + most) {
  constexpr int kStepsBetween = 10'000;  // a fraction of a millisecond
  sqlite3_progress_handler(connection_.database_->getHandle(), kStepsBetween, &Patience::is_over,
                           this);
}

Patience::~Patience() {
  sqlite3_progress_handler(connection_.database_->getHandle(), 0, nullptr, nullptr);
}

int Patience::is_over(void* self) {
  return std::chrono::steady_clock::now() > static_cast<Patience*>(self)->end_ ? 1 : 0;
}

Error not_writable(const std::filesystem::path& file) {
  return {Error::Kind::Failed, "the database cannot be written", file.string(),
          "check the permissions of the file and its folder"};
}

Error damaged(const std::filesystem::path& file, const std::string& detail) {
  return Error{Error::Kind::BadInput, "the database is damaged (" + detail + ")", file.string(),
               "save what can be read with 'recto progress repair', or restore a backup with "
               "'recto progress restore BACKUP'; the damaged file is kept"};
}

Error error_in_flight(const std::filesystem::path& file) {
  try {
    throw;
  } catch (const SQLite::Exception& error) {
    const std::string where = file.string();
    switch (error.getErrorCode() & 0xFF) {
      case SQLITE_CORRUPT:
      case SQLITE_NOTADB: return damaged(file, error.what());
      case SQLITE_READONLY:
      case SQLITE_PERM:
      case SQLITE_CANTOPEN: return not_writable(file);
      case SQLITE_BUSY:
      case SQLITE_LOCKED:
        return {Error::Kind::Failed, "another program is using the database", where,
                "close it and try again"};
      case SQLITE_INTERRUPT:
        return {Error::Kind::Failed, "this takes too long", where,
                "look for a word that is in the card, too"};
      case SQLITE_FULL:
        return {Error::Kind::Failed, "the disk is full", where,
                "make room and try again; nothing that was stored before is lost"};
      case SQLITE_IOERR:
        return {Error::Kind::Failed,
                std::string("the disk is full or does not work (") + error.what() + ")", where,
                "make room or check the disk; nothing that was stored before is lost"};
      default:
        return {Error::Kind::Failed, std::string("the database refuses (") + error.what() + ")",
                where, "look through it with 'recto progress check'"};
    }
  }
}

}  // namespace recto::progress
