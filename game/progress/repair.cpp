// Store: a sound database from what can be read of a damaged one.
//
// Rows are looked up one by one by their number, so that a broken page costs only what lies on it.
// States and sums are not taken over: they follow from the log.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "content/deck/deck_file.h"
#include "game/progress/database.h"
#include "game/progress/draft.h"
#include "game/progress/file_header.h"
#include "game/progress/log_walk.h"
#include "game/progress/memory_rows.h"
#include "game/progress/quizzes.h"
#include "game/progress/replay.h"
#include "game/progress/rollups.h"
#include "game/progress/rules_text.h"
#include "game/progress/schema.h"
#include "game/progress/setting_rows.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

using Path = std::filesystem::path;

/// Rows that may lie behind a page, where the last row's number cannot be read.
constexpr std::int64_t kRowsOnPage = 100;

/// The first versions of the layout with decisions beside answers, with settings, with quizzes.
constexpr std::int64_t kDecisionsSince = 4;
constexpr std::int64_t kSettingsSince = 5;
constexpr std::int64_t kQuizzesSince = 6;

/// What a deck's row says that it has.
struct Promised {
  std::int64_t cards = 0;
  std::int64_t facts = 0;
};

class Repair {
 public:
  Repair(Connection& from, Connection& to)
      : from_(from), to_(to), version_(from.number("PRAGMA user_version")) {}

  /// Everything, in the order in which rows name each other.
  Result<void> run() {
    take_decks();
    take_passages();
    take_facts();
    take_cards();
    take_rules();
    RECTO_TRY(take_logs());
    take_settings();
    take_quizzes();
    count();
    return rebuild_rollups(to_);
  }

  [[nodiscard]] std::vector<std::string> losses();

 private:
  /// Calls `take` with each row of `sql`, which asks for one by its number, that can be read.
  template <class Take>
  void each_row(const std::string& table, std::string_view sql, Take take) {
    const std::int64_t last = last_row(table);
    for (std::int64_t row = 1; row <= last; ++row) {
      Query query = from_.query(sql);
      if (query.with(row).next_readable()) take(query);
    }
  }
  std::int64_t last_row(const std::string& table);

  void take_decks();
  void take_passages();
  void take_facts();
  void take_cards();
  void take_rules();
  Result<void> take_logs();
  Result<void> take_log(std::int64_t fact, std::int64_t deck, const FactId& key);
  void take_settings();
  void take_quizzes();
  void count();

  void make_deck(std::int64_t row, const std::string& key, const std::string& title, Instant added,
                 const std::string& head);
  void need_deck(std::int64_t row);
  std::int64_t need_fact(std::int64_t row, std::int64_t deck, const FactId& key);
  std::int64_t card_for(std::int64_t card, std::int64_t fact, std::int64_t deck);

  Connection& from_;
  Connection& to_;
  std::int64_t version_;  ///< of the damaged one's layout
  std::set<std::int64_t> decks_;
  std::map<std::int64_t, Promised> promised_;
  std::set<std::pair<std::int64_t, std::string>> passages_;
  std::unordered_map<std::int64_t, std::int64_t> reps_;  ///< by fact, as its row says
  std::map<std::int64_t, std::int64_t> lost_answers_;    ///< by deck
  std::map<std::int64_t, Rules> rules_;
  RuleBook book_;
};

std::int64_t Repair::last_row(const std::string& table) {
  Query query = from_.query("SELECT MAX(id) FROM " + table);
  if (query.next_readable()) return query.integer(0);
  return from_.number("PRAGMA page_count") * kRowsOnPage;
}

void Repair::make_deck(std::int64_t row, const std::string& key, const std::string& title,
                       Instant added, const std::string& head) {
  if (!decks_.insert(row).second) return;
  to_.query("INSERT INTO decks(id, key, title, added) VALUES(?, ?, ?, ?)")
      .with(row)
      .with(key)
      .with(title)
      .with(added)
      .run();
  to_.query("INSERT INTO heads(deck, body) VALUES(?, ?)").with(row).with(head).run();
}

void Repair::need_deck(std::int64_t row) {
  if (decks_.contains(row)) return;
  Deck head;
  head.id = {"recovered-" + std::to_string(row)};
  head.title = "Recovered deck " + std::to_string(row);
  head.language = "en";
  make_deck(row, head.id.text, head.title, {}, write_deck(head));
}

void Repair::take_decks() {
  std::map<std::int64_t, Deck> heads;
  const std::int64_t last = last_row("decks");
  for (std::int64_t row = 1; row <= last; ++row) {
    Query query = from_.query("SELECT body FROM heads WHERE deck = ?");
    if (!query.with(row).next_readable()) continue;
    if (Result<Deck> head = read_deck(query.text(0))) heads.emplace(row, std::move(*head));
  }
  each_row("decks", "SELECT id, key, title, added, cards, facts FROM decks WHERE id = ?",
           [&](const Query& query) {
             const std::int64_t row = query.integer(0);
             Deck& head = heads[row];
             if (head.id.text.empty()) {
               head.id = {query.text(1)};
               head.title = query.text(2);
               head.language = "en";
             }
             make_deck(row, query.text(1), query.text(2), query.instant(3), write_deck(head));
             promised_[row] = {query.integer(4), query.integer(5)};
           });
  for (const auto& [row, head] : heads)
    make_deck(row, head.id.text, head.title, {}, write_deck(head));
}

void Repair::take_passages() {
  each_row(
      "passages", "SELECT id, deck, position, body FROM passages WHERE id = ?",
      [&](const Query& query) {
        const Result<Passage> passage = read_passage(query.text(3));
        if (!passage) return;
        const std::int64_t deck = query.integer(1);
        need_deck(deck);
        passages_.emplace(deck, passage->id.text);
        to_.query("INSERT OR IGNORE INTO passages(id, deck, position, body) VALUES(?, ?, ?, ?)")
            .with(query.integer(0))
            .with(deck)
            .with(query.integer(2))
            .with(write_passage(*passage))
            .run();
      });
}

std::int64_t Repair::need_fact(std::int64_t row, std::int64_t deck, const FactId& key) {
  to_.query("INSERT OR IGNORE INTO facts(id, deck, key) VALUES(?, ?, ?)")
      .with(row)
      .with(deck)
      .with(key.text)
      .run();
  Query query = to_.query("SELECT id FROM facts WHERE deck = ? AND key = ?");
  if (query.with(deck).with(key.text).next()) return query.integer(0);
  // Its number was taken by another one.
  to_.query("INSERT INTO facts(deck, key) VALUES(?, ?)").with(deck).with(key.text).run();
  return to_.last_id();
}

void Repair::take_facts() {
  each_row("facts", "SELECT id, deck, key, reps FROM facts WHERE id = ?", [&](const Query& query) {
    need_deck(query.integer(1));
    const std::int64_t row = need_fact(query.integer(0), query.integer(1), {query.text(2)});
    reps_[row] = query.integer(3);
  });
}

void Repair::take_cards() {
  each_row("cards", "SELECT id, deck, position, fact, body FROM cards WHERE id = ?",
           [&](const Query& query) {
             Result<Card> card = read_card(query.text(4));
             if (!card) return;
             const std::int64_t deck = query.integer(1);
             need_deck(deck);
             if (card->evidence && !passages_.contains({deck, card->evidence->passage.text}))
               card->evidence.reset();
             const std::int64_t fact = need_fact(query.integer(3), deck, memory_key(*card));
             Query insert = to_.query(
                 "INSERT OR IGNORE INTO cards(id, deck, key, fact, position, body)"
                 " VALUES(?, ?, ?, ?, ?, ?)");
             insert.with(query.integer(0)).with(deck).with(card->id.text).with(fact);
             if (query.is_null(2)) {
               insert.with_null();
             } else {
               insert.with(query.integer(2));
             }
             insert.with(write_card(*card)).run();
           });
}

void Repair::take_rules() {
  each_row("rules", "SELECT id, body FROM rules WHERE id = ?", [&](const Query& query) {
    const Result<Rules> rules = read_rules(query.text(1));
    if (!rules || !book_.add(query.integer(0), *rules)) return;
    rules_.emplace(query.integer(0), *rules);
    to_.query("INSERT OR IGNORE INTO rules(id, body) VALUES(?, ?)")
        .with(query.integer(0))
        .with(write_rules(*rules))
        .run();
  });
}

/// The card as the log names it, or one that stands for a card that is lost.
std::int64_t Repair::card_for(std::int64_t card, std::int64_t fact, std::int64_t deck) {
  Query known = to_.query("SELECT 1 FROM cards WHERE id = ? AND deck = ?");
  if (known.with(card).with(deck).next()) return card;
  Card lost;
  lost.id = {"lost-" + std::to_string(fact)};
  Query query = to_.query("SELECT id FROM cards WHERE deck = ? AND key = ?");
  if (query.with(deck).with(lost.id.text).next()) return query.integer(0);
  to_.query("INSERT INTO cards(deck, key, fact, body) VALUES(?, ?, ?, ?)")
      .with(deck)
      .with(lost.id.text)
      .with(fact)
      .with(write_card(lost))
      .run();
  return to_.last_id();
}

/// The answers up to the first that cannot be read or makes no sense: what follows would not lead
/// to the state that it led to then.
Result<void> Repair::take_log(std::int64_t fact, std::int64_t deck, const FactId& key) {
  const std::string sql = "SELECT number, " + std::string(kLogColumns) + " FROM " +
                          std::string(version_ >= kDecisionsSince ? kHistory : kAnswers) +
                          " WHERE fact = ? ORDER BY number";
  std::vector<LogRow> log;
  std::vector<std::int64_t> numbers;
  Query query = from_.query(sql);
  for (query.with(fact); query.next_readable();) {
    const Result<LogRow> row = log_row_at(query, 1);
    if (!row || (!row->decision && !rules_.contains(row->rules))) break;
    log.push_back(*row);
    numbers.push_back(query.integer(0));
  }
  Result<Memory> memory = replay(key, log, book_);
  while (!memory) {
    log.pop_back();
    memory = replay(key, log, book_);
  }
  for (std::size_t i = 0; i < log.size(); ++i) {
    log[i].card = card_for(log[i].card, fact, deck);
    insert_log_row(to_, fact, numbers[i], log[i]);
  }
  store_memory(to_, fact, *memory);
  const auto reps = reps_.find(fact);
  if (reps != reps_.end() && reps->second > memory->state.reps)
    lost_answers_[deck] += reps->second - memory->state.reps;
  return {};
}

Result<void> Repair::take_logs() {
  std::vector<std::int64_t> facts;
  for (Query query = to_.query("SELECT id FROM facts ORDER BY id"); query.next();)
    facts.push_back(query.integer(0));
  for (const std::int64_t fact : facts) {
    Query query = to_.query("SELECT deck, key FROM facts WHERE id = ?");
    query.with(fact).next();
    RECTO_TRY(take_log(fact, query.integer(0), {query.text(1)}));
  }
  return {};
}

/// Settings, and which decks are not in the list. What could be undone is not taken over: it may
/// not follow what was saved.
void Repair::take_settings() {
  if (version_ < kSettingsSince) return;
  Query settings = from_.query("SELECT key, value FROM settings");
  while (settings.next_readable())
    // What cannot be kept is as by default.
    (void)store_setting(to_, settings.text(0), settings.text(1));
  each_row("decks", "SELECT id FROM decks WHERE id = ? AND removed", [&](const Query& query) {
    to_.query("UPDATE decks SET removed = 1 WHERE id = ?").with(query.integer(0)).run();
  });
}

void Repair::take_quizzes() {
  if (version_ < kQuizzesSince) return;
  each_row("quizzes", "SELECT key, at, title, players, questions, body FROM quizzes WHERE id = ?",
           [&](const Query& query) {
             const KeptQuiz quiz{0,
                                 query.text(0),
                                 query.instant(1),
                                 query.text(2),
                                 static_cast<std::size_t>(query.integer(3)),
                                 static_cast<std::size_t>(query.integer(4))};
             (void)store_quiz(to_, quiz, query.text(5));
           });
}

void Repair::count() {
  to_.execute(
      "UPDATE cards SET position = place FROM"
      " (SELECT id AS card, ROW_NUMBER() OVER (PARTITION BY deck ORDER BY position, id) - 1 AS "
      "place"
      "  FROM cards WHERE position IS NOT NULL) WHERE cards.id = card;"
      "UPDATE facts SET cards ="
      " (SELECT COUNT(*) FROM cards WHERE fact = facts.id AND position IS NOT NULL);"
      "UPDATE decks SET"
      " cards = (SELECT COUNT(*) FROM cards WHERE deck = decks.id AND position IS NOT NULL),"
      " facts = (SELECT COUNT(*) FROM facts WHERE deck = decks.id AND cards > 0),"
      " last_studied = (SELECT MAX(last_review) FROM facts WHERE deck = decks.id)");
}

std::vector<std::string> Repair::losses() {
  std::vector<std::string> losses;
  Query query = to_.query("SELECT id, title, cards, facts FROM decks ORDER BY id");
  while (query.next()) {
    const std::string deck = "deck " + query.text(1) + ": ";
    const auto promised = promised_.find(query.integer(0));
    if (promised == promised_.end()) {
      losses.push_back(deck + "its entry in the deck list");
      continue;
    }
    const auto tell = [&](std::int64_t number, const char* what) {
      if (number > 0) losses.push_back(deck + std::to_string(number).append(what));
    };
    tell(promised->second.cards - query.integer(2), " cards");
    tell(promised->second.facts - query.integer(3), " facts with all their answers");
    tell(lost_answers_[query.integer(0)], " answers");
  }
  return losses;
}

/// The damaged file and its log, copied byte by byte: looking must not change the original.
Result<void> copy_bytes(const Path& file, const Draft& draft) {
  for (const char* suffix : {"", "-wal"}) {
    if (!is_there(beside(file, suffix))) continue;
    std::error_code failed;
    std::filesystem::copy_file(beside(file, suffix), beside(draft.path(), suffix), failed);
    if (failed)
      return fail(Error::Kind::Failed, "cannot copy it (" + failed.message() + ")", file.string(),
                  "make room and try again");
  }
  return {};
}

/// A new database in `made` from the one in `damaged`.
Result<std::vector<std::string>> rebuild(const Draft& damaged_copy, const Draft& made) {
  return guarded(damaged_copy.target(), [&]() -> Result<std::vector<std::string>> {
    Connection from(damaged_copy.path(), Access::Salvage);
    Connection to(made.path(), Access::ReadWrite);
    to.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF");
    RECTO_TRY(migrate(to, migrations()));
    Transaction transaction(to, Transaction::Kind::Write);
    Repair repair(from, to);
    RECTO_TRY(repair.run());
    transaction.commit();
    return repair.losses();
  });
}

}  // namespace

Result<Repaired> Store::repair(const Path& file) {
  if (!is_there(file))
    return fail(Error::Kind::NotFound, "there is no database", file.string(), "check the name");
  RECTO_TRY(check_replaceable(file));
  RECTO_TRY(settle(file));
  const Draft damaged_copy(beside(file, ".damaged"));
  RECTO_TRY(copy_bytes(file, damaged_copy));
  const Draft made(file);
  Result<std::vector<std::string>> lost = rebuild(damaged_copy, made);
  if (!lost && lost.error().kind == Error::Kind::BadInput)
    return fail(Error::Kind::BadInput, "nothing can be read from it: " + lost.error().what,
                file.string(), "restore a backup with 'recto progress restore BACKUP'");
  Repaired repaired;
  repaired.lost = RECTO_TRY(std::move(lost));
  {
    const Store store = RECTO_TRY(Store::open(made.path()));
    const CheckReport report = RECTO_TRY(store.check());
    if (!report.faults.empty())
      return fail(Error::Kind::BadInput, "it cannot be mended: " + report.faults.front(),
                  file.string(), "restore a backup with 'recto progress restore BACKUP'");
    repaired.saved = RECTO_TRY(store.stats());
  }
  repaired.kept = RECTO_TRY(keep_aside(file, "before-repair"));
  RECTO_TRY(made.publish());
  return repaired;
}

}  // namespace recto::progress
