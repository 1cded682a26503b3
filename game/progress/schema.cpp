#include "game/progress/schema.h"

#include <array>
#include <string>

namespace recto::progress {
namespace {

/// Instants are milliseconds since 1970 in UTC. `body` is JSON as content/deck writes it.
///
/// decks     `cards` and `facts` count what the deck has now; kept by add().
/// heads     a deck without its passages and cards. Apart from `decks`, whose rows change with
///           every answer.
/// facts     one memory each. Stays when its cards go; `cards` counts those that are there.
/// cards     `position` is NULL for a card that is no longer in the deck: the log still names it.
/// rules     scheduling settings and day rule, each set once.
/// log       every answer, in the order of giving within its fact, never changed. `answer` packs
///           rating, phase before and time taken (log_row.h). By fact, without a row number of its
///           own: a review takes about 30 bytes, and a fact's history lies together. `number` and
///           not the time orders it, so that a clock set back does no harm.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE decks(
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  added INTEGER NOT NULL,
  cards INTEGER NOT NULL DEFAULT 0,
  facts INTEGER NOT NULL DEFAULT 0,
  last_studied INTEGER
) STRICT;

CREATE TABLE heads(
  deck INTEGER PRIMARY KEY REFERENCES decks(id),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE passages(
  id INTEGER PRIMARY KEY,
  deck INTEGER NOT NULL REFERENCES decks(id),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE(deck, position)
) STRICT;

CREATE TABLE facts(
  id INTEGER PRIMARY KEY,
  deck INTEGER NOT NULL REFERENCES decks(id),
  key TEXT NOT NULL,
  cards INTEGER NOT NULL DEFAULT 0,
  phase INTEGER NOT NULL DEFAULT 0 CHECK(phase BETWEEN 0 AND 3),
  due INTEGER NOT NULL DEFAULT 0,
  last_review INTEGER,
  stability REAL NOT NULL DEFAULT 0,
  difficulty REAL NOT NULL DEFAULT 0,
  interval_days INTEGER NOT NULL DEFAULT 0,
  step INTEGER NOT NULL DEFAULT 0,
  reps INTEGER NOT NULL DEFAULT 0,
  lapses INTEGER NOT NULL DEFAULT 0,
  UNIQUE(deck, key)
) STRICT;
CREATE INDEX facts_due ON facts(deck, phase, due) WHERE cards > 0;

CREATE TABLE cards(
  id INTEGER PRIMARY KEY,
  deck INTEGER NOT NULL REFERENCES decks(id),
  key TEXT NOT NULL,
  fact INTEGER NOT NULL REFERENCES facts(id),
  position INTEGER,
  body TEXT NOT NULL,
  UNIQUE(deck, key)
) STRICT;
CREATE INDEX cards_order ON cards(deck, position) WHERE position IS NOT NULL;

CREATE TABLE rules(
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE log(
  fact INTEGER NOT NULL REFERENCES facts(id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  card INTEGER NOT NULL REFERENCES cards(id),
  answer INTEGER NOT NULL,
  rules INTEGER NOT NULL REFERENCES rules(id),
  PRIMARY KEY(fact, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_never_changes BEFORE UPDATE ON log
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_never_shrinks BEFORE DELETE ON log
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
)sql";

constexpr std::array kMigrations = {
    Migration{1, kVersion1},
};

/// One step in one transaction; whoever else migrates meanwhile waits, then finds it done.
void take_step(Connection& connection, const Migration& step) {
  Transaction transaction(connection, Transaction::Kind::Write);
  if (connection.number("PRAGMA user_version") >= step.version) return;
  connection.execute(step.sql);
  connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  connection.execute("PRAGMA user_version = " + std::to_string(step.version));
  transaction.commit();
}

}  // namespace

std::span<const Migration> migrations() {
  return kMigrations;
}

int newest_version() {
  return kMigrations.back().version;
}

Result<void> migrate(Connection& connection, std::span<const Migration> steps) {
  return guarded(connection.file(), [&]() -> Result<void> {
    for (const Migration& step : steps)
      if (connection.number("PRAGMA user_version") < step.version) take_step(connection, step);
    return {};
  });
}

}  // namespace recto::progress
