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
  return std::make_unique<SQLite::Database>(
      file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds);
}

}  // namespace

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
    : file_(file), database_(connect(std::filesystem::absolute(file), access)) {}

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

int Connection::on_commit(void* self, sqlite3* database, const char* name, int pages) {
  auto& connection = *static_cast<Connection*>(self);
  connection.log_pages_ = pages;
  // The answer is durable already: that its log cannot be moved now is no reason to refuse it.
  if (pages >= connection.most_log_pages_)
    sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  return SQLITE_OK;
}

void Connection::count_log_pages(int most) {
  most_log_pages_ = most;
  sqlite3_wal_hook(database_->getHandle(), &Connection::on_commit, this);
}

void Connection::checkpoint() {
  query("PRAGMA wal_checkpoint(PASSIVE)").run();
  log_pages_ = 0;
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

Error not_writable(const std::filesystem::path& file) {
  return {Error::Kind::Failed, "the database cannot be written", file.string(),
          "check the permissions of the file and its folder"};
}

Error damaged(const std::filesystem::path& file, const std::string& detail) {
  return Error{Error::Kind::BadInput, "the database is damaged (" + detail + ")", file.string(),
               "restore a backup with 'recto progress restore BACKUP'; the damaged file is kept"};
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
      case SQLITE_FULL:
        return {Error::Kind::Failed, "the disk is full", where,
                "make room and try again; nothing that was stored before is lost"};
      case SQLITE_IOERR:
        return {Error::Kind::Failed,
                std::string("the disk is full or does not work (") + error.what() + ")", where,
                "make room or check the disk; nothing that was stored before is lost"};
      default:
        return {Error::Kind::Failed,
                std::string("the database refuses (") + error.what() + ")",
                where,
                {}};
    }
  }
}

}  // namespace recto::progress
