#include <string>
#include <unordered_map>

#include "game/progress/deck_rows.h"
#include "game/progress/search.h"

namespace recto::progress {
namespace {

/// The words of a card, column by column.
struct Entry {
  std::string prompt, answer, source, tags, marks;

  bool operator==(const Entry&) const = default;
};

std::string joined(const std::string& first, const std::vector<std::string>& more,
                   const std::vector<std::string>& yet_more) {
  std::string text = first;
  for (const auto* list : {&more, &yet_more})
    for (const std::string& part : *list)
      text += "\n" + part;
  return text;
}

Entry entry_of(const Deck& deck, const Card& card) {
  Entry entry;
  entry.prompt = card.prompt;
  entry.answer = joined(card.answer, card.answers, card.accept);
  if (card.evidence) entry.source = evidence_text(deck, *card.evidence);
  entry.tags = joined({}, card.tags, {});
  entry.marks = name_of(card.kind);
  if (card.edited) entry.marks += " edited";
  return entry;
}

using Entries = std::unordered_map<std::string, Entry>;

Entries entries_of(const Deck& deck) {
  Entries entries;
  for (const Card& card : deck.cards)
    entries.emplace(card.id.text, entry_of(deck, card));
  return entries;
}

void write(Connection& connection, std::string_view sql, std::int64_t row, const Entry& entry) {
  connection.query(sql)
      .with(row)
      .with(entry.prompt)
      .with(entry.answer)
      .with(entry.source)
      .with(entry.tags)
      .with(entry.marks)
      .run();
}

std::int64_t row_of(Connection& connection, std::int64_t deck, const std::string& card) {
  Query query = connection.query("SELECT id FROM cards WHERE deck = ? AND key = ?");
  query.with(deck).with(card).next();
  return query.integer(0);
}

}  // namespace

void index_changes(Connection& connection, std::int64_t deck, const Deck& before,
                   const Deck& after) {
  const Entries old = entries_of(before);
  const Entries now = entries_of(after);
  const auto same_in = [](const Entries& entries, const auto& entry) {
    const auto found = entries.find(entry.first);
    return found != entries.end() && found->second == entry.second;
  };
  for (const auto& entry : old)
    if (!same_in(now, entry))
      write(connection,
            "INSERT INTO search(search, rowid, prompt, answer, source, tags, marks)"
            " VALUES('delete', ?, ?, ?, ?, ?, ?)",
            row_of(connection, deck, entry.first), entry.second);
  for (const auto& entry : now)
    if (!same_in(old, entry))
      write(connection,
            "INSERT INTO search(rowid, prompt, answer, source, tags, marks)"
            " VALUES(?, ?, ?, ?, ?, ?)",
            row_of(connection, deck, entry.first), entry.second);
}

Result<void> rebuild_index(Connection& connection) {
  connection.execute("INSERT INTO search(search) VALUES('delete-all'); DELETE FROM indexed");
  for (Query decks = connection.query("SELECT id FROM decks WHERE NOT removed"); decks.next();) {
    const std::int64_t row = decks.integer(0);
    index_changes(connection, row, {}, RECTO_TRY(load_deck(connection, row)));
  }
  connection.query("INSERT INTO indexed(made) VALUES(1)").run();
  return {};
}

}  // namespace recto::progress
