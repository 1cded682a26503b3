// One open SQLite database: statements prepared once, transactions, copies. SQLite's and
// SQLiteCpp's names stay in connection.cpp; what they throw becomes an Error in `guarded`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "content/base/instant.h"
#include "content/base/result.h"

struct sqlite3;
namespace SQLite {  // NOLINT(readability-identifier-naming): SQLiteCpp's name
class Database;
class Statement;
}  // namespace SQLite

namespace recto::progress {

/// One run of a prepared statement; reset at the end of its life, so that it holds no lock.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(&statement) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  /// The next parameter, from left to right.
  Query& with(std::int64_t number);
  Query& with(double number);
  Query& with(std::string_view text);
  Query& with(Instant at);
  Query& with_null();

  /// Goes to the next row; false when there is none.
  bool next();
  /// Runs a statement that gives no rows, or whose rows do not matter.
  void run();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] Instant instant(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  SQLite::Statement* statement_;
  int bound_ = 0;
};

enum class Access {
  ReadWrite,  ///< made when it is not there
  ReadOnly,   ///< takes no lock and leaves nothing beside the file; its write-ahead log is not read
};

/// A connection. Its functions throw what SQLiteCpp throws: call them inside `guarded`.
class Connection {
 public:
  Connection(const std::filesystem::path& file, Access access);
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  /// Runs statements separated by ";".
  void execute(const std::string& sql);
  /// A statement, prepared at its first use and kept. One run at a time.
  [[nodiscard]] Query query(std::string_view sql);
  /// The number in the first row and column of `sql`.
  [[nodiscard]] std::int64_t number(std::string_view sql);
  [[nodiscard]] std::int64_t last_id() const;

  /// Whether closing leaves the write-ahead log as it is, instead of moving it into the file.
  void keep_log_on_close(bool keep);

  /// Counts pages in the write-ahead log from now on instead of moving them every 1,000 pages, in
  /// the middle of an answer. Above `most` they are moved at once, so that the log stays bounded.
  void count_log_pages(int most);
  [[nodiscard]] int log_pages() const { return log_pages_; }
  /// Moves what it can from the write-ahead log into the file without waiting for anyone.
  void checkpoint();

  /// Overwrites the database behind `to` with this one's content.
  void copy_to(Connection& to);

 private:
  static int on_commit(void* self, sqlite3* database, const char* name, int pages);

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> database_;
  std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> statements_;
  int log_pages_ = 0;
  int most_log_pages_ = 0;
};

/// A transaction that is rolled back unless it was committed.
class Transaction {
 public:
  enum class Kind {
    Read,   ///< all queries see the same state
    Write,  ///< takes the lock for writing at once: no other writer comes between
  };
  Transaction(Connection& connection, Kind kind);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

/// The exception in flight as an Error about `file`. Called in a catch clause; what is not SQLite's
/// flies on.
[[nodiscard]] Error error_in_flight(const std::filesystem::path& file);

/// What `work` returns, a Result; what SQLite throws in it becomes an Error.
template <class Work>
auto guarded(const std::filesystem::path& file, Work work) -> decltype(work()) {
  try {
    return work();
  } catch (...) {
    return tl::unexpected<Error>(error_in_flight(file));
  }
}

/// The Error for a database that the system lets nobody write.
[[nodiscard]] Error not_writable(const std::filesystem::path& file);

/// The Error for a database that SQLite cannot make sense of. `detail` is SQLite's own word for it.
[[nodiscard]] Error damaged(const std::filesystem::path& file, const std::string& detail);

}  // namespace recto::progress
