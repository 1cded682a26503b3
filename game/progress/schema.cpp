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

/// What facts and log add up to, kept in the transaction that changes them (rollups.h).
///
/// due_counts  facts that have cards, by deck, phase and, in Review, UTC day of `due`; no row for
///             none.
/// due_quarters  those in Review in all decks, by quarter of an hour of `due`; no row for none.
/// Every
///             time zone's day begins with one.
/// days        what was answered on one of the learner's days in one deck; deck 0: in all of them.
/// strengths   facts in all decks that have cards and were answered, by UTC day of the last review
///             and level of stability; no row for none.
/// rollups     one row once the sums are made: without it they are, on opening.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE due_counts(
  deck INTEGER NOT NULL,
  phase INTEGER NOT NULL,
  day INTEGER NOT NULL,
  facts INTEGER NOT NULL,
  PRIMARY KEY(deck, phase, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE due_quarters(
  quarter INTEGER PRIMARY KEY,
  facts INTEGER NOT NULL
) STRICT;

CREATE TABLE days(
  deck INTEGER NOT NULL,
  day INTEGER NOT NULL,
  learning_again INTEGER NOT NULL,
  learning_hard INTEGER NOT NULL,
  learning_good INTEGER NOT NULL,
  learning_easy INTEGER NOT NULL,
  review_again INTEGER NOT NULL,
  review_hard INTEGER NOT NULL,
  review_good INTEGER NOT NULL,
  review_easy INTEGER NOT NULL,
  new_facts INTEGER NOT NULL,
  undone INTEGER NOT NULL,
  took INTEGER NOT NULL,
  PRIMARY KEY(deck, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE strengths(
  day INTEGER NOT NULL,
  level INTEGER NOT NULL,
  facts INTEGER NOT NULL,
  PRIMARY KEY(day, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollups(made INTEGER PRIMARY KEY) STRICT;
)sql";

/// search   every card that is in its deck, by its row: what it asks, what counts as right, the
///          sentence it was made from, tags; in `marks` its kind and whether a person changed it.
///          Holds no text of its own. Two letters find words that begin so at once.
/// indexed  one row once the index is made: without it it is, on opening.
constexpr const char* kVersion3 = R"sql(
CREATE VIRTUAL TABLE search USING fts5(
  prompt, answer, source, tags, marks,
  content='', prefix='2', tokenize='unicode61 remove_diacritics 2'
);

CREATE TABLE indexed(made INTEGER PRIMARY KEY) STRICT;
)sql";

/// facts    `suspended`: never asked. `buried_until`: not asked before this day of the learner's.
///          `flag`: NULL or the number of a study::Flag.
/// changes  decisions that are no answers, with those of `log` in one numbering within their fact,
///          and never changed either. `kind` and `value` as a Decision has them; `taken_back`: 1
///          where the last one before it, which says the same, no longer counts.
constexpr const char* kVersion4 = R"sql(
ALTER TABLE facts ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE facts ADD COLUMN buried_until INTEGER;
ALTER TABLE facts ADD COLUMN flag INTEGER;

DROP INDEX facts_due;
CREATE INDEX facts_due ON facts(deck, phase, due) WHERE cards > 0 AND suspended = 0;
CREATE INDEX facts_buried ON facts(deck, buried_until, phase, due)
  WHERE buried_until IS NOT NULL AND cards > 0 AND suspended = 0;

CREATE TABLE changes(
  fact INTEGER NOT NULL REFERENCES facts(id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  card INTEGER NOT NULL REFERENCES cards(id),
  kind INTEGER NOT NULL,
  value INTEGER,
  taken_back INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(fact, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER changes_never_change BEFORE UPDATE ON changes
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER changes_never_shrink BEFORE DELETE ON changes
  BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
)sql";

/// decks     `removed`: 1 for one that is not in the list; nothing else of it goes. `title` is the
///           learner's, the one in its head the article's: they differ when the learner renamed it.
/// settings  JSON by key (settings.h).
/// steps     what can be undone, the last behind, then what can be redone: `undone` 1. `bytes` of
///           `body`, a step as JSON (step_text.h). Only the newest are kept (history.cpp).
constexpr const char* kVersion5 = R"sql(
ALTER TABLE decks ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE settings(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE steps(
  id INTEGER PRIMARY KEY,
  undone INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX steps_undone ON steps(id) WHERE undone = 1;
)sql";

/// quizzes  what quizzes with a class came to: `body` is JSON of game/classroom, with names and
///          answers. Belongs to no deck of the learner's and is no part of undo.
constexpr const char* kVersion6 = R"sql(
CREATE TABLE quizzes(
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  title TEXT NOT NULL,
  players INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
)sql";

constexpr std::array kMigrations = {
    Migration{1, kVersion1}, Migration{2, kVersion2}, Migration{3, kVersion3},
    Migration{4, kVersion4}, Migration{5, kVersion5}, Migration{6, kVersion6},
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
