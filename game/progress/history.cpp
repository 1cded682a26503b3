// Store: everything that can be undone, done, undone and redone.
#include "game/progress/history.h"

#include <string>
#include <utility>
#include <vector>

#include "game/progress/answers.h"
#include "game/progress/database.h"
#include "game/progress/deck_rows.h"
#include "game/progress/setting_rows.h"
#include "game/progress/step_text.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

/// Steps that are kept.
constexpr std::int64_t kMostSteps = 1000;
/// Bytes of them, which only large steps come near to: a thousand answers are half a megabyte.
constexpr std::int64_t kMostBytes = 16'000'000;
constexpr std::int64_t kLargeStep = 16'000;

enum class Way { Do, Undo };

struct StoredStep {
  std::int64_t row = 0;
  std::string body;
};

/// The step to undo next, or to redo next.
std::optional<StoredStep> next_step(Connection& connection, Way way) {
  Query query = connection.query(
      way == Way::Undo ? "SELECT id, body FROM steps WHERE undone = 0 ORDER BY id DESC LIMIT 1"
                       : "SELECT id, body FROM steps WHERE undone = 1 ORDER BY id LIMIT 1");
  if (!query.next()) return {};
  return StoredStep{query.integer(0), query.text(1)};
}

void forget_step(Connection& connection, std::int64_t row) {
  connection.query("DELETE FROM steps WHERE id = ?").with(row).run();
}

void mark_step(Connection& connection, std::int64_t row, Way way) {
  connection.query("UPDATE steps SET undone = ? WHERE id = ?")
      .with(std::int64_t{way == Way::Undo ? 1 : 0})
      .with(row)
      .run();
}

template <class Value>
Value turned(Value edit) {
  std::swap(edit.before, edit.after);
  return edit;
}

Result<void> carry_out(Connection& connection, const study::Changed& changed, Way way,
                       Instant now) {
  RECTO_TRY(way == Way::Do ? do_change(connection, changed, now)
                           : undo_change(connection, changed, now));
  return {};
}

template <class Value>
Result<void> carry_out(Connection& connection, const Value& edit, Way way, Instant /*now*/) {
  return put(connection, way == Way::Do ? edit : turned(edit));
}

Result<void> carry_out(Connection& connection, const Edits& edits, Way way, Instant now) {
  const auto one = [&](const Edit& edit) {
    return std::visit([&](const auto& value) { return carry_out(connection, value, way, now); },
                      edit);
  };
  if (way == Way::Do) {
    for (const Edit& edit : edits)
      RECTO_TRY(one(edit));
  } else {
    const std::vector<Edit> backwards(edits.rbegin(), edits.rend());
    for (const Edit& edit : backwards)
      RECTO_TRY(one(edit));
  }
  return {};
}

Result<void> carry_out(Connection& connection, const study::Answered& answered, Way way,
                       Instant now) {
  RECTO_TRY(way == Way::Do ? redo_answer(connection, answered)
                           : undo_answer(connection, answered, now));
  return {};
}

/// One step is undone or redone, in a transaction of its own.
Result<Step> go(Connection& connection, const StoredStep& next, Way way, Instant now) {
  Transaction transaction(connection, Transaction::Kind::Write);
  Step step = RECTO_TRY(read_step(next.body));
  RECTO_TRY(
      std::visit([&](const auto& value) { return carry_out(connection, value, way, now); }, step));
  mark_step(connection, next.row, way);
  transaction.commit();
  return step;
}

/// The next step is undone or redone. One that does not follow what is stored any more leaves the
/// history.
Result<std::optional<Step>> go(Connection& connection, Way way, Instant now) {
  std::optional<Step> done;
  const std::optional<StoredStep> next = next_step(connection, way);
  if (!next) return done;
  Result<Step> step = go(connection, *next, way, now);
  if (!step) {
    forget_step(connection, next->row);
    return tl::unexpected<Error>(std::move(step.error()));
  }
  done = std::move(*step);
  return done;
}

Result<std::optional<Step>> peek(Connection& connection, Way way) {
  std::optional<Step> step;
  if (const std::optional<StoredStep> next = next_step(connection, way))
    step = RECTO_TRY(read_step(next->body));
  return step;
}

}  // namespace

Result<void> do_edits(Connection& connection, const Edits& edits, Instant now) {
  if (edits.empty()) return {};
  RECTO_TRY(carry_out(connection, edits, Way::Do, now));
  keep_step(connection, edits);
  return {};
}

void keep_step(Connection& connection, const Step& step) {
  const std::string body = write_step(step);
  const auto bytes = static_cast<std::int64_t>(body.size());
  connection.query("DELETE FROM steps WHERE undone = 1").run();
  connection.query("INSERT INTO steps(bytes, body) VALUES(?, ?)").with(bytes).with(body).run();
  connection.query("DELETE FROM steps WHERE id <= ?").with(connection.last_id() - kMostSteps).run();
  if (bytes < kLargeStep) return;
  connection
      .query(
          "DELETE FROM steps WHERE id <= (SELECT MAX(id) FROM"
          " (SELECT id, SUM(bytes) OVER (ORDER BY id DESC) AS total FROM steps) WHERE total > ?)")
      .with(kMostBytes)
      .run();
}

Result<void> take_step_back(Connection& connection, const Step& step) {
  const std::string body = write_step(step);
  Query query = connection.query("SELECT id, body FROM steps WHERE undone = 0 ORDER BY id DESC");
  for (bool last = true; query.next(); last = false) {
    if (query.text(1) != body) continue;
    const std::int64_t row = query.integer(0);
    if (last) {
      mark_step(connection, row, Way::Undo);
    } else {
      forget_step(connection, row);
    }
    break;
  }
  return {};
}

Result<void> Store::record(const study::Answered& answered, const Rules& rules) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    const std::int64_t deck = RECTO_TRY(do_answer(connection, answered, rules));
    keep_step(connection, answered);
    transaction.commit();
    database_->deck_list.changed(deck);
    return {};
  });
}

Result<void> Store::take_back(const study::Answered& answered, Instant now) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    const std::int64_t deck = RECTO_TRY(undo_answer(connection, answered, now));
    RECTO_TRY(take_step_back(connection, answered));
    transaction.commit();
    database_->deck_list.changed(deck);
    return {};
  });
}

Result<void> Store::change(const study::Changed& changed, Instant now) {
  return apply({changed}, now);
}

Result<void> Store::take_back(const study::Changed& changed, Instant now) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    const std::int64_t deck = RECTO_TRY(undo_change(connection, changed, now));
    RECTO_TRY(take_step_back(connection, Edits{changed}));
    transaction.commit();
    database_->deck_list.changed(deck);
    return {};
  });
}

Result<void> Store::apply(const Edits& edits, Instant now) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    RECTO_TRY(do_edits(connection, edits, now));
    transaction.commit();
    database_->deck_list.forget();
    return {};
  });
}

Result<std::optional<Step>> Store::undo(Instant now) {
  return guarded(database_->file(), [&] {
    database_->deck_list.forget();
    return go(database_->connection, Way::Undo, now);
  });
}

Result<std::optional<Step>> Store::redo(Instant now) {
  return guarded(database_->file(), [&] {
    database_->deck_list.forget();
    return go(database_->connection, Way::Do, now);
  });
}

Result<std::optional<Step>> Store::next_undo() const {
  return guarded(database_->file(), [&] { return peek(database_->connection, Way::Undo); });
}

Result<std::optional<Step>> Store::next_redo() const {
  return guarded(database_->file(), [&] { return peek(database_->connection, Way::Do); });
}

}  // namespace recto::progress
