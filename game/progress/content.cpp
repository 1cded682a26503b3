// Store: decks and their cards, in and out.
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/deck/merge.h"
#include "game/progress/database.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

/// A deck without what has tables of its own.
Deck head_of(const Deck& deck) {
  Deck head;
  head.id = deck.id;
  head.title = deck.title;
  head.language = deck.language;
  head.source = deck.source;
  head.names = deck.names;
  head.dropped = deck.dropped;
  head.grading = deck.grading;
  head.extras = deck.extras;
  return head;
}

void store_head(Connection& connection, std::int64_t row, const Deck& deck) {
  connection.query("UPDATE decks SET title = ? WHERE id = ?").with(deck.title).with(row).run();
  connection
      .query(
          "INSERT INTO heads(deck, body) VALUES(?, ?)"
          " ON CONFLICT(deck) DO UPDATE SET body = excluded.body")
      .with(row)
      .with(write_deck(head_of(deck)))
      .run();
}

void store_passages(Connection& connection, std::int64_t row, const Deck& deck) {
  connection.query("DELETE FROM passages WHERE deck = ?").with(row).run();
  std::int64_t position = 0;
  for (const Passage& passage : deck.passages)
    connection.query("INSERT INTO passages(deck, position, body) VALUES(?, ?, ?)")
        .with(row)
        .with(position++)
        .with(write_passage(passage))
        .run();
}

/// The row of a fact, which now has one card more.
std::int64_t count_card(Connection& connection, std::int64_t deck, const FactId& fact) {
  Query query = connection.query(
      "INSERT INTO facts(deck, key, cards) VALUES(?, ?, 1)"
      " ON CONFLICT(deck, key) DO UPDATE SET cards = cards + 1 RETURNING id");
  query.with(deck).with(fact.text).next();
  const std::int64_t row = query.integer(0);
  query.run();
  return row;
}

/// Cards that are no longer in the deck stay as rows without a position: the log names them.
void store_cards(Connection& connection, std::int64_t row, const Deck& deck) {
  connection.query("UPDATE cards SET position = NULL WHERE deck = ?").with(row).run();
  connection.query("UPDATE facts SET cards = 0 WHERE deck = ?").with(row).run();
  std::int64_t position = 0;
  for (const Card& card : deck.cards) {
    const std::int64_t fact = count_card(connection, row, memory_key(card));
    connection
        .query(
            "INSERT INTO cards(deck, key, fact, position, body) VALUES(?, ?, ?, ?, ?)"
            " ON CONFLICT(deck, key) DO UPDATE SET fact = excluded.fact,"
            " position = excluded.position, body = excluded.body")
        .with(row)
        .with(card.id.text)
        .with(fact)
        .with(position++)
        .with(write_card(card))
        .run();
  }
  connection
      .query(
          "UPDATE decks SET cards = ?2,"
          " facts = (SELECT COUNT(*) FROM facts WHERE deck = ?1 AND cards > 0) WHERE id = ?1")
      .with(row)
      .with(position)
      .run();
}

void store_content(Connection& connection, std::int64_t row, const Deck& deck) {
  store_head(connection, row, deck);
  store_passages(connection, row, deck);
  store_cards(connection, row, deck);
}

std::int64_t make_deck_row(Connection& connection, const Deck& deck, Instant now) {
  connection.query("INSERT INTO decks(key, title, added) VALUES(?, ?, ?)")
      .with(deck.id.text)
      .with(deck.title)
      .with(now)
      .run();
  return connection.last_id();
}

Result<void> check_faults(const Deck& deck) {
  const std::vector<Fault> faults = faults_of(deck);
  if (faults.empty()) return {};
  return fail(Error::Kind::BadInput, "the deck cannot be added: " + faults.front().what,
              faults.front().pointer, "mend the deck; 'recto-deck check' names every fault");
}

/// Facts of one phase of a deck that still have cards, due before `end`.
std::size_t count_facts(Connection& connection, std::int64_t deck, memory::Phase phase,
                        Instant end) {
  Query query = connection.query(
      "SELECT COUNT(*) FROM facts WHERE deck = ? AND phase = ? AND due < ? AND cards > 0");
  query.with(deck).with(std::int64_t{static_cast<int>(phase)}).with(end).next();
  return static_cast<std::size_t>(query.integer(0));
}

DeckLine line_at(Connection& connection, const Query& query, Instant end_of_day) {
  DeckLine line;
  const std::int64_t row = query.integer(0);
  line.id = {query.text(1)};
  line.title = query.text(2);
  line.cards = static_cast<std::size_t>(query.integer(3));
  line.facts = static_cast<std::size_t>(query.integer(4));
  if (!query.is_null(5)) line.last_studied = query.instant(5);
  line.due = count_facts(connection, row, memory::Phase::Review, end_of_day);
  line.learning = count_facts(connection, row, memory::Phase::Learning, Instant::max()) +
                  count_facts(connection, row, memory::Phase::Relearning, Instant::max());
  line.new_facts = count_facts(connection, row, memory::Phase::New, Instant::max());
  return line;
}

}  // namespace

Result<Deck> load_deck(Connection& connection, std::int64_t row) {
  Query head = connection.query("SELECT body FROM heads WHERE deck = ?");
  if (!head.with(row).next())
    return tl::unexpected<Error>(damaged(connection.file(), "a deck has no head"));
  Deck deck = RECTO_TRY(read_deck(head.text(0)));
  Query passages = connection.query("SELECT body FROM passages WHERE deck = ? ORDER BY position");
  for (passages.with(row); passages.next();)
    deck.passages.push_back(RECTO_TRY(read_passage(passages.text(0))));
  Query cards = connection.query(
      "SELECT body FROM cards WHERE deck = ? AND position IS NOT NULL ORDER BY position");
  for (cards.with(row); cards.next();)
    deck.cards.push_back(RECTO_TRY(read_card(cards.text(0))));
  return deck;
}

Result<Added> Store::add(const Deck& deck, Instant now) {
  RECTO_TRY(check_faults(deck));
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<Added> {
    Transaction transaction(connection, Transaction::Kind::Write);
    Added added;
    const Result<std::int64_t> known = deck_row(connection, deck.id);
    if (!known) {
      added.new_cards = deck.cards.size();
      store_content(connection, make_deck_row(connection, deck, now), deck);
    } else {
      const Deck old = RECTO_TRY(load_deck(connection, *known));
      const Merge merged = merge(old, deck);
      added = {true, count(merged, Fate::New), count(merged, Fate::Changed),
               count(merged, Fate::Gone)};
      store_content(connection, *known, merged.deck);
    }
    transaction.commit();
    return added;
  });
}

Result<void> Store::take_out(const DeckId& id) {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<void> {
    Transaction transaction(connection, Transaction::Kind::Write);
    const std::int64_t row = RECTO_TRY(deck_row(connection, id));
    Query studied = connection.query(
        "SELECT 1 FROM facts JOIN log ON log.fact = facts.id WHERE facts.deck = ? LIMIT 1");
    if (studied.with(row).next())
      return fail(Error::Kind::BadInput, "the deck has been studied, so it stays", id.text);
    for (const char* sql : {"DELETE FROM cards WHERE deck = ?", "DELETE FROM facts WHERE deck = ?",
                            "DELETE FROM passages WHERE deck = ?",
                            "DELETE FROM heads WHERE deck = ?", "DELETE FROM decks WHERE id = ?"})
      connection.query(sql).with(row).run();
    transaction.commit();
    return {};
  });
}

Result<std::vector<DeckLine>> Store::decks(Instant now, const study::DayRule& rule) const {
  Connection& connection = database_->connection;
  const Instant end_of_day = study::start_of(study::day_of(now, rule) + 1, rule);
  return guarded(database_->file(), [&]() -> Result<std::vector<DeckLine>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    std::vector<DeckLine> lines;
    Query query = connection.query(
        "SELECT id, key, title, cards, facts, last_studied FROM decks ORDER BY id");
    while (query.next())
      lines.push_back(line_at(connection, query, end_of_day));
    return lines;
  });
}

Result<Deck> Store::deck(const DeckId& id) const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<Deck> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    const std::int64_t row = RECTO_TRY(deck_row(connection, id));
    return load_deck(connection, row);
  });
}

Result<std::vector<study::Item>> Store::items(const DeckId& id) const {
  static const std::string kSql =
      "SELECT facts.id, facts.key, body, " + std::string(kStateColumns) +
      " FROM cards JOIN facts ON facts.id = cards.fact"
      " WHERE cards.deck = ? AND position IS NOT NULL ORDER BY position";
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::vector<study::Item>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    const std::int64_t row = RECTO_TRY(deck_row(connection, id));
    std::vector<study::Item> items;
    std::unordered_map<std::int64_t, std::size_t> place_of_fact;
    Query query = connection.query(kSql);
    for (query.with(row); query.next();) {
      const auto [place, first] = place_of_fact.try_emplace(query.integer(0), items.size());
      if (first) items.push_back({id, {query.text(1)}, {}, state_at(query, 3)});
      items[place->second].variants.push_back(RECTO_TRY(read_card(query.text(2))));
    }
    return items;
  });
}

}  // namespace recto::progress
