#include "game/progress/answers.h"

#include <optional>
#include <string>

#include "game/progress/database.h"
#include "game/progress/memory_rows.h"
#include "game/progress/rollups.h"
#include "game/progress/rules_text.h"

namespace recto::progress {
namespace {

/// A fact as the database has it.
struct StoredFact {
  std::int64_t row = 0;
  std::int64_t deck = 0;
  bool has_cards = false;  ///< in the deck as it is now
  Memory memory;
};

Result<StoredFact> find_fact(Connection& connection, const DeckId& deck, const FactId& fact) {
  static const std::string kSql = "SELECT facts.id, decks.id, facts.cards > 0, " +
                                  std::string(kMemoryColumns) +
                                  " FROM decks JOIN facts ON facts.deck = decks.id"
                                  " WHERE decks.key = ? AND facts.key = ? AND NOT decks.removed";
  Query query = connection.query(kSql);
  query.with(deck.text).with(fact.text);
  if (!query.next())
    return fail(Error::Kind::NotFound, "there is no fact " + fact.text + " in a deck " + deck.text,
                connection.file().string(), "add the deck first");
  return StoredFact{query.integer(0), query.integer(1), query.integer(2) != 0, memory_at(query, 3)};
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
  Query query = connection.query("SELECT id FROM rules WHERE body = ?");
  if (query.with(text).next()) return query.integer(0);
  connection.query("INSERT INTO rules(body) VALUES(?)").with(text).run();
  return connection.last_id();
}

/// The day rule of a row of `rules`.
Result<study::DayRule> day_rule(Connection& connection, std::int64_t row) {
  Query query = connection.query("SELECT body FROM rules WHERE id = ?");
  if (!query.with(row).next())
    return tl::unexpected<Error>(
        damaged(connection.file(), "the log names rules that are not there"));
  const Rules rules = RECTO_TRY(read_rules(query.text(0)));
  return rules.day;
}

/// Stores a fact's memory anew; the sums follow.
void change_memory(Connection& connection, const StoredFact& fact, const Memory& memory,
                   Tally& tally) {
  store_memory(connection, fact.row, memory);
  if (!fact.has_cards) return;
  tally.count_fact(fact.deck, fact.memory, -1);
  tally.count_fact(fact.deck, memory, 1);
}

/// When something of the deck was answered last, by what its facts remember.
void recall_last_study(Connection& connection, std::int64_t deck) {
  connection
      .query(
          "UPDATE decks SET last_studied ="
          " (SELECT MAX(last_review) FROM facts WHERE deck = ?1) WHERE id = ?1")
      .with(deck)
      .run();
}

/// An answer with the rules in this row.
Result<std::int64_t> store_answer(Connection& connection, const StoredFact& fact,
                                  const study::Answered& answered, std::int64_t rules) {
  const memory::State& state = fact.memory.state;
  if (state != answered.before || answered.at <= state.last_review)
    return tl::unexpected<Error>(out_of_step(connection, answered.fact.text));
  LogRow row;
  row.at = answered.at;
  row.card = RECTO_TRY(card_row(connection, fact.deck, answered.card));
  row.rating = answered.rating;
  row.phase = answered.before.phase;
  row.took = answered.took;
  row.rules = rules;
  append(connection, fact.row, row);
  const study::DayRule days = RECTO_TRY(day_rule(connection, rules));
  Tally tally;
  tally.count_answer(fact.deck, study::day_of(row.at, days), row, 1);
  change_memory(connection, fact, {answered.after, fact.memory.standing}, tally);
  tally.write(connection);
  connection
      .query("UPDATE decks SET last_studied = MAX(COALESCE(last_studied, ?1), ?1) WHERE id = ?2")
      .with(answered.at)
      .with(fact.deck)
      .run();
  return fact.deck;
}

}  // namespace

Error out_of_step(const Connection& connection, const std::string& what) {
  return {Error::Kind::Failed,
          "what was done does not follow the stored state of " + what + ", so it was not stored",
          connection.file().string(), "leave the session and start it again"};
}

Result<std::int64_t> do_answer(Connection& connection, const study::Answered& answered,
                               const Rules& rules) {
  const StoredFact fact = RECTO_TRY(find_fact(connection, answered.deck, answered.fact));
  return store_answer(connection, fact, answered, rules_row(connection, rules));
}

Result<std::int64_t> redo_answer(Connection& connection, const study::Answered& answered) {
  const StoredFact fact = RECTO_TRY(find_fact(connection, answered.deck, answered.fact));
  const std::optional<LogRow> given = RECTO_TRY(find_answer(connection, fact.row, answered.at));
  if (!given || given->rating != answered.rating)
    return tl::unexpected<Error>(out_of_step(connection, answered.fact.text));
  return store_answer(connection, fact, answered, given->rules);
}

Result<std::int64_t> undo_answer(Connection& connection, const study::Answered& answered,
                                 Instant now) {
  const StoredFact fact = RECTO_TRY(find_fact(connection, answered.deck, answered.fact));
  const std::int64_t card = RECTO_TRY(card_row(connection, fact.deck, answered.card));
  std::optional<LogRow> row = RECTO_TRY(last_counted(connection, fact.row));
  if (!row || row->decision || row->at != answered.at || row->card != card ||
      row->rating != answered.rating || fact.memory.state != answered.after)
    return tl::unexpected<Error>(out_of_step(connection, answered.fact.text));
  const study::DayRule days = RECTO_TRY(day_rule(connection, row->rules));
  Tally tally;
  tally.count_answer(fact.deck, study::day_of(row->at, days), *row, -1);
  tally.count_undone(fact.deck, study::day_of(now, days), 1);
  row->taken_back = true;
  row->at = now;
  row->took = {};
  append(connection, fact.row, *row);
  change_memory(connection, fact, {answered.before, fact.memory.standing}, tally);
  tally.write(connection);
  recall_last_study(connection, fact.deck);
  return fact.deck;
}

Result<std::int64_t> do_change(Connection& connection, const study::Changed& changed, Instant now) {
  const StoredFact fact = RECTO_TRY(find_fact(connection, changed.deck, changed.fact));
  const Memory before{changed.before, changed.standing_before};
  const Memory after{changed.after, changed.standing_after};
  LogRow row;
  row.at = now;
  row.card = RECTO_TRY(card_row(connection, fact.deck, changed.card));
  row.decision = decision_of(changed);
  if (fact.memory != before || RECTO_TRY(apply(*row.decision, before)) != after)
    return tl::unexpected<Error>(out_of_step(connection, changed.fact.text));
  append(connection, fact.row, row);
  Tally tally;
  change_memory(connection, fact, after, tally);
  tally.write(connection);
  recall_last_study(connection, fact.deck);
  return fact.deck;
}

Result<std::int64_t> undo_change(Connection& connection, const study::Changed& changed,
                                 Instant now) {
  const StoredFact fact = RECTO_TRY(find_fact(connection, changed.deck, changed.fact));
  std::optional<LogRow> row = RECTO_TRY(last_counted(connection, fact.row));
  if (!row || row->decision != decision_of(changed) ||
      fact.memory != Memory{changed.after, changed.standing_after})
    return tl::unexpected<Error>(out_of_step(connection, changed.fact.text));
  row->taken_back = true;
  row->at = now;
  append(connection, fact.row, *row);
  Tally tally;
  change_memory(connection, fact, {changed.before, changed.standing_before}, tally);
  tally.write(connection);
  recall_last_study(connection, fact.deck);
  return fact.deck;
}

}  // namespace recto::progress
