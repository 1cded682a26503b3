#include "game/progress/store.h"

#include <array>
#include <system_error>
#include <unistd.h>

#include "game/progress/connection.h"
#include "game/progress/database.h"
#include "game/progress/file_header.h"
#include "game/progress/rules_text.h"
#include "game/progress/schema.h"

namespace recto::progress {
namespace {

/// An answer dirties 5 to 10 pages; moving 500 of them takes a few milliseconds.
constexpr int kPagesWorthMoving = 500;
/// 32 MB of write-ahead log: reached only when nobody calls tidy().
constexpr int kMostLogPages = 8192;
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

void prepare(Connection& connection) {
  connection.execute(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
      "PRAGMA cache_size = -16384; PRAGMA journal_mode = WAL;"
      "PRAGMA journal_size_limit = 16777216");
  connection.count_log_pages(kMostLogPages);
}

tl::unexpected<Error> out_of_step(const Connection& connection, const FactId& fact) {
  return fail(
      Error::Kind::Failed,
      "the answer does not follow the stored state of " + fact.text + ", so it was not stored",
      connection.file().string(), "leave the session and start it again");
}

/// A fact as the database has it.
struct StoredFact {
  std::int64_t row = 0;
  std::int64_t deck = 0;
  memory::State state;
};

Result<StoredFact> find_fact(Connection& connection, const DeckId& deck, const FactId& fact) {
  static const std::string kSql = "SELECT facts.id, decks.id, " + std::string(kStateColumns) +
                                  " FROM decks JOIN facts ON facts.deck = decks.id"
                                  " WHERE decks.key = ? AND facts.key = ?";
  Query query = connection.query(kSql);
  query.with(deck.text).with(fact.text);
  if (!query.next())
    return fail(Error::Kind::NotFound, "there is no fact " + fact.text + " in a deck " + deck.text,
                connection.file().string(), "add the deck first");
  return StoredFact{query.integer(0), query.integer(1), state_at(query, 2)};
}

Result<std::int64_t> card_row(Connection& connection, std::int64_t deck, const CardId& card) {
  Query query = connection.query("SELECT id FROM cards WHERE deck = ? AND key = ?");
  query.with(deck).with(card.text);
  if (query.next()) return query.integer(0);
  return fail(Error::Kind::NotFound, "the deck has no card " + card.text,
              connection.file().string(), "add the deck first");
}

std::int64_t rules_row(Connection& connection, const Rules& rules) {
  const std::string text = write_rules(rules);
  connection.query("INSERT INTO rules(body) VALUES(?) ON CONFLICT DO NOTHING").with(text).run();
  Query query = connection.query("SELECT id FROM rules WHERE body = ?");
  query.with(text).next();
  return query.integer(0);
}

void append(Connection& connection, std::int64_t fact, const LogRow& row) {
  connection
      .query(
          "INSERT INTO log(fact, number, at, card, answer, rules)"
          " SELECT ?1, COALESCE(MAX(number), 0) + 1, ?2, ?3, ?4, ?5 FROM log WHERE fact = ?1")
      .with(fact)
      .with(row.at)
      .with(row.card)
      .with(pack_answer(row))
      .with(row.rules)
      .run();
}

void set_state(Connection& connection, std::int64_t fact, const memory::State& state) {
  static const std::string kSql = "UPDATE facts SET (" + std::string(kStateColumns) +
                                  ") = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?";
  Query query = connection.query(kSql);
  bind_state(query, state);
  query.with(fact).run();
}

/// The last answer of a fact that was not taken back. Walks back from the end: each taking back
/// hides one answer before it.
Result<std::optional<LogRow>> last_counted(Connection& connection, std::int64_t fact) {
  static const std::string kSql =
      "SELECT " + std::string(kLogColumns) + " FROM log WHERE fact = ? ORDER BY number DESC";
  Query query = connection.query(kSql);
  query.with(fact);
  for (int hidden = 0; query.next();) {
    const LogRow row = RECTO_TRY(log_row_at(query, 0));
    if (row.taken_back) {
      ++hidden;
    } else if (hidden-- == 0) {
      return std::optional<LogRow>(row);
    }
  }
  return std::optional<LogRow>();
}

}  // namespace

memory::State state_at(const Query& query, int first) {
  memory::State state;
  state.phase = static_cast<memory::Phase>(query.integer(first));
  state.due = query.instant(first + 1);
  if (!query.is_null(first + 2)) state.last_review = query.instant(first + 2);
  state.stability = query.real(first + 3);
  state.difficulty = query.real(first + 4);
  state.interval_days = static_cast<int>(query.integer(first + 5));
  state.step = static_cast<int>(query.integer(first + 6));
  state.reps = static_cast<int>(query.integer(first + 7));
  state.lapses = static_cast<int>(query.integer(first + 8));
  return state;
}

void bind_state(Query& query, const memory::State& state) {
  query.with(std::int64_t{static_cast<int>(state.phase)}).with(state.due);
  if (state.last_review) {
    query.with(*state.last_review);
  } else {
    query.with_null();
  }
  query.with(state.stability).with(state.difficulty);
  for (const int number : {state.interval_days, state.step, state.reps, state.lapses})
    query.with(std::int64_t{number});
}

Result<LogRow> log_row_at(const Query& query, int first) {
  LogRow row;
  row.at = query.instant(first);
  row.card = query.integer(first + 1);
  RECTO_TRY(unpack_answer(query.integer(first + 2), row));
  row.rules = query.integer(first + 3);
  return row;
}

Result<std::int64_t> deck_row(Connection& connection, const DeckId& id) {
  Query query = connection.query("SELECT id FROM decks WHERE key = ?");
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
    auto database = std::make_unique<Database>(file);
    Connection& connection = database->connection;
    // A file that is refused keeps its write-ahead log as it is.
    connection.keep_log_on_close(has_log);
    RECTO_TRY(check_content(connection));
    connection.keep_log_on_close(false);
    prepare(connection);
    RECTO_TRY(migrate(connection, migrations()));
    return Store(std::move(database));
  });
}

Result<void> Store::record(const study::Answered& answered, const Rules& rules) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    const StoredFact fact = RECTO_TRY(find_fact(connection, answered.deck, answered.fact));
    if (fact.state != answered.before || answered.at <= fact.state.last_review)
      return out_of_step(connection, answered.fact);
    LogRow row;
    row.at = answered.at;
    row.card = RECTO_TRY(card_row(connection, fact.deck, answered.card));
    row.rating = answered.rating;
    row.phase = answered.before.phase;
    row.took = answered.took;
    const bool known = database_->last_rules && database_->last_rules->first == rules;
    row.rules = known ? database_->last_rules->second : rules_row(connection, rules);
    append(connection, fact.row, row);
    set_state(connection, fact.row, answered.after);
    connection
        .query("UPDATE decks SET last_studied = MAX(COALESCE(last_studied, ?1), ?1) WHERE id = ?2")
        .with(answered.at)
        .with(fact.deck)
        .run();
    transaction.commit();
    if (!known) database_->last_rules.emplace(rules, row.rules);
    return {};
  });
}

Result<void> Store::take_back(const study::Answered& answered, Instant now) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    const StoredFact fact = RECTO_TRY(find_fact(connection, answered.deck, answered.fact));
    const std::int64_t card = RECTO_TRY(card_row(connection, fact.deck, answered.card));
    std::optional<LogRow> row = RECTO_TRY(last_counted(connection, fact.row));
    if (!row || row->at != answered.at || row->card != card || row->rating != answered.rating ||
        fact.state != answered.after)
      return out_of_step(connection, answered.fact);
    row->taken_back = true;
    row->at = now;
    row->took = {};
    append(connection, fact.row, *row);
    set_state(connection, fact.row, answered.before);
    connection
        .query(
            "UPDATE decks SET last_studied ="
            " (SELECT MAX(last_review) FROM facts WHERE deck = ?1) WHERE id = ?1")
        .with(fact.deck)
        .run();
    transaction.commit();
    return {};
  });
}

Result<void> Store::tidy() {
  Connection& connection = database_->connection;
  if (connection.log_pages() < kPagesWorthMoving) return {};
  return guarded(database_->file(), [&]() -> Result<void> {
    connection.checkpoint();
    return {};
  });
}

}  // namespace recto::progress
