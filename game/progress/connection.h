// One open SQLite database: statements prepared once, transactions, copies. SQLite's and
// SQLiteCpp's names stay in connection.cpp; what they throw becomes an Error in `guarded`.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
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
  explicit Query(SQLite::Statement& statement);
  /// One that goes with this run.
  explicit Query(std::unique_ptr<SQLite::Statement> statement);
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
  /// The same, and false, too, where the file is damaged.
  bool next_readable();
  /// Runs a statement that gives no rows, or whose rows do not matter.
  void run();

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] Instant instant(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  std::unique_ptr<SQLite::Statement> own_;
  SQLite::Statement* statement_;
  int bound_ = 0;
};

/// What a number, which stands for something, says of a text.
using TextTest = std::function<bool(std::int64_t number, std::string_view text)>;

enum class Access {
  ReadWrite,  ///< made when it is not there
  Salvage,    ///< for looking at a damaged copy: what can be read is, whatever the rest is like
  Look,       ///< sees what other programs write meanwhile, and writes nothing
  ReadOnly,   ///< takes no lock and leaves nothing beside the file; its write-ahead log is not read
};

/// A connection. Its functions throw what SQLiteCpp throws: call them inside `guarded`.
class Connection {
  friend class Patience;

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
  /// A statement that is not kept, for SQL that is hardly ever the same.
  [[nodiscard]] Query query_once(const std::string& sql);
  /// The number in the first row and column of `sql`.
  [[nodiscard]] std::int64_t number(std::string_view sql);
  [[nodiscard]] std::int64_t last_id() const;

  /// Whether closing leaves the write-ahead log as it is, instead of moving it into the file.
  void keep_log_on_close(bool keep);

  /// Makes `test` a function of SQL, name(number, text), for the queries of this program alone.
  void define(const std::string& name, TextTest test);

  /// Calls `on_commit` after each commit, with the pages that are in the write-ahead log then. From
  /// now on nothing moves them into the file but checkpoint().
  void watch_log(std::function<void(int pages)> on_commit);
  /// Moves what it can from the write-ahead log into the file without waiting for anyone.
  void checkpoint();

  /// Overwrites the database behind `to` with this one's content.
  void copy_to(Connection& to);

 private:
  static int committed(void* self, sqlite3* database, const char* name, int pages);

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> database_;
  std::map<std::string, std::unique_ptr<SQLite::Statement>, std::less<>> statements_;
  std::function<void(int)> on_commit_;
  std::map<std::string, TextTest> tests_;
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

/// For as long as it lives, a query that takes too long ends as an Error.
class Patience {
 public:
  Patience(Connection& connection, std::chrono::milliseconds most);
  Patience(const Patience&) = delete;
  Patience& operator=(const Patience&) = delete;
  ~Patience();

 private:
  static int is_over(void* self);

  Connection& connection_;
  std::chrono::steady_clock::time_point end_;
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
