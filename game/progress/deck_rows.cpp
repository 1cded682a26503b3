#include "game/progress/deck_rows.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "content/deck/deck_file.h"
#include "game/progress/answers.h"
#include "game/progress/database.h"
#include "game/progress/rollups.h"
#include "game/progress/search.h"

namespace recto::progress {
namespace {

constexpr std::size_t kLongestTitle = 1000;

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

/// Puts a card at its place, where nothing else stands.
void put_card(Connection& connection, std::int64_t deck, const Card& card, std::int64_t index) {
  const std::int64_t fact = count_card(connection, deck, memory_key(card));
  connection
      .query(
          "INSERT INTO cards(deck, key, fact, position, body) VALUES(?, ?, ?, ?, ?)"
          " ON CONFLICT(deck, key) DO UPDATE SET fact = excluded.fact,"
          " position = excluded.position, body = excluded.body")
      .with(deck)
      .with(card.id.text)
      .with(fact)
      .with(index)
      .with(write_card(card))
      .run();
}

/// Takes a card from its place. Its row stays: the log names it.
void take_card(Connection& connection, std::int64_t deck, const CardId& card) {
  connection
      .query(
          "UPDATE facts SET cards = cards - 1"
          " WHERE id = (SELECT fact FROM cards WHERE deck = ? AND key = ?)")
      .with(deck)
      .with(card.text)
      .run();
  connection.query("UPDATE cards SET position = NULL WHERE deck = ? AND key = ?")
      .with(deck)
      .with(card.text)
      .run();
}

/// Makes room for a card at `index`, or closes the gap that one left there.
void move_cards(Connection& connection, std::int64_t deck, std::size_t index, int by) {
  connection.query("UPDATE cards SET position = position + ? WHERE deck = ? AND position >= ?")
      .with(std::int64_t{by})
      .with(deck)
      .with(static_cast<std::int64_t>(index))
      .run();
}

void count_cards(Connection& connection, std::int64_t deck) {
  connection
      .query(
          "UPDATE decks SET"
          " cards = (SELECT COUNT(*) FROM cards WHERE deck = ?1 AND position IS NOT NULL),"
          " facts = (SELECT COUNT(*) FROM facts WHERE deck = ?1 AND cards > 0) WHERE id = ?1")
      .with(deck)
      .run();
}

void store_cards(Connection& connection, std::int64_t row, const Deck& deck) {
  connection.query("UPDATE cards SET position = NULL WHERE deck = ?").with(row).run();
  connection.query("UPDATE facts SET cards = 0 WHERE deck = ?").with(row).run();
  std::int64_t index = 0;
  for (const Card& card : deck.cards)
    put_card(connection, row, card, index++);
  count_cards(connection, row);
}

/// What the list says of a deck.
struct Listed {
  std::int64_t row = 0;
  std::string title;
  bool removed = false;
};

Result<Listed> find_deck(Connection& connection, const DeckId& id) {
  Query query = connection.query("SELECT id, title, removed FROM decks WHERE key = ?");
  query.with(id.text);
  if (query.next()) return Listed{query.integer(0), query.text(1), query.integer(2) != 0};
  return fail(Error::Kind::NotFound, "there is no deck " + id.text, connection.file().string(),
              "add it first");
}

Result<Deck> load_head(Connection& connection, std::int64_t row) {
  Query head = connection.query("SELECT body FROM heads WHERE deck = ?");
  if (!head.with(row).next())
    return tl::unexpected<Error>(damaged(connection.file(), "a deck has no head"));
  return read_deck(head.text(0));
}

Result<void> check_faults(const Deck& deck) {
  const std::vector<Fault> faults = faults_of(deck);
  if (faults.empty()) return {};
  return fail(Error::Kind::BadInput, "the deck cannot be kept like this: " + faults.front().what,
              faults.front().pointer, "change it and try again");
}

/// Does `work`, which changes a deck or whether it is in the list; index and sums follow.
Result<void> follow(Connection& connection, const DeckId& id,
                    const std::function<Result<void>(std::int64_t row)>& work) {
  const auto shown = [&]() -> Result<Deck> {
    const Listed listed = RECTO_TRY(find_deck(connection, id));
    if (listed.removed) return Deck{};
    return load_deck(connection, listed.row);
  };
  const std::int64_t row = RECTO_TRY(find_deck(connection, id)).row;
  const Deck before = RECTO_TRY(shown());
  Tally tally;
  tally.count_deck(connection, row, -1);
  RECTO_TRY(work(row));
  tally.count_deck(connection, row, 1);
  tally.write(connection);
  const Deck after = RECTO_TRY(shown());
  if (!after.id.empty()) RECTO_TRY(check_faults(after));
  index_changes(connection, row, before, after);
  return {};
}

Result<void> check_title(const std::string& title) {
  if (title.find_first_not_of(" \t\n") != std::string::npos && title.size() <= kLongestTitle)
    return {};
  return fail(Error::Kind::BadInput,
              title.size() > kLongestTitle ? "the title is too long" : "the title is empty", "",
              "give the deck a short name");
}

/// What the deck has of a card.
Result<Slot> slot_of(Connection& connection, std::int64_t deck, const Deck& head,
                     const CardId& card) {
  Slot slot;
  slot.dropped = std::ranges::find(head.dropped, card) != head.dropped.end();
  Query query = connection.query(
      "SELECT position, body FROM cards WHERE deck = ? AND key = ? AND position IS NOT NULL");
  if (!query.with(deck).with(card.text).next()) return slot;
  slot.index = static_cast<std::size_t>(query.integer(0));
  slot.card = RECTO_TRY(read_card(query.text(1)));
  return slot;
}

}  // namespace

Result<Deck> load_content(Connection& connection, std::int64_t row) {
  Deck deck = RECTO_TRY(load_head(connection, row));
  Query passages = connection.query("SELECT body FROM passages WHERE deck = ? ORDER BY position");
  for (passages.with(row); passages.next();)
    deck.passages.push_back(RECTO_TRY(read_passage(passages.text(0))));
  Query cards = connection.query(
      "SELECT body FROM cards WHERE deck = ? AND position IS NOT NULL ORDER BY position");
  for (cards.with(row); cards.next();)
    deck.cards.push_back(RECTO_TRY(read_card(cards.text(0))));
  return deck;
}

Result<Deck> load_deck(Connection& connection, std::int64_t row) {
  Deck deck = RECTO_TRY(load_content(connection, row));
  Query title = connection.query("SELECT title FROM decks WHERE id = ?");
  if (title.with(row).next()) deck.title = title.text(0);
  return deck;
}

std::optional<std::int64_t> find_row(Connection& connection, const DeckId& id) {
  const Result<Listed> listed = find_deck(connection, id);
  if (!listed) return {};
  return listed->row;
}

void make_removed(Connection& connection, const Deck& deck, Instant now) {
  connection.query("INSERT INTO decks(key, title, added, removed) VALUES(?, ?, ?, 1)")
      .with(deck.id.text)
      .with(deck.title)
      .with(now)
      .run();
  const std::int64_t row = connection.last_id();
  store_head(connection, row, deck);
  store_passages(connection, row, deck);
  store_cards(connection, row, deck);
}

Result<void> put(Connection& connection, const DeckEdit& edit) {
  const Listed listed = RECTO_TRY(find_deck(connection, edit.deck));
  const auto title = listed.removed ? std::optional<std::string>() : listed.title;
  if (title != edit.before) return tl::unexpected<Error>(out_of_step(connection, edit.deck.text));
  if (edit.after) RECTO_TRY(check_title(*edit.after));
  const auto store = [&](std::int64_t row) -> Result<void> {
    connection.query("UPDATE decks SET removed = ?, title = ? WHERE id = ?")
        .with(std::int64_t{edit.after ? 0 : 1})
        .with(edit.after.value_or(listed.title))
        .with(row)
        .run();
    return {};
  };
  if (edit.before && edit.after) return store(listed.row);
  return follow(connection, edit.deck, store);
}

Result<void> put(Connection& connection, const CardEdit& edit) {
  RECTO_TRY(deck_row(connection, edit.deck));
  return follow(connection, edit.deck, [&](std::int64_t row) -> Result<void> {
    Deck head = RECTO_TRY(load_head(connection, row));
    if (RECTO_TRY(slot_of(connection, row, head, edit.card)) != edit.before)
      return tl::unexpected<Error>(out_of_step(connection, "card " + edit.card.text));
    const auto& [before, after] = std::pair(edit.before, edit.after);
    const bool moves = !before.card || !after.card || before.index != after.index;
    if (before.card) take_card(connection, row, edit.card);
    if (before.card && moves) move_cards(connection, row, before.index, -1);
    if (after.card && moves) move_cards(connection, row, after.index, 1);
    if (after.card) put_card(connection, row, *after.card, static_cast<std::int64_t>(after.index));
    count_cards(connection, row);
    if (before.dropped == after.dropped) return {};
    std::erase(head.dropped, edit.card);
    if (after.dropped) head.dropped.push_back(edit.card);
    store_head(connection, row, head);
    return {};
  });
}

Result<void> put(Connection& connection, const ContentEdit& edit) {
  return follow(connection, edit.before.id, [&](std::int64_t row) -> Result<void> {
    if (RECTO_TRY(load_content(connection, row)) != edit.before)
      return tl::unexpected<Error>(out_of_step(connection, edit.before.id.text));
    // The learner's own name for the deck stays.
    connection.query("UPDATE decks SET title = ?1 WHERE id = ?2 AND title = ?3")
        .with(edit.after.title)
        .with(row)
        .with(edit.before.title)
        .run();
    store_head(connection, row, edit.after);
    store_passages(connection, row, edit.after);
    store_cards(connection, row, edit.after);
    return {};
  });
}

}  // namespace recto::progress
