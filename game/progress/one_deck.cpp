#include "game/progress/one_deck.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "game/progress/database.h"
#include "game/progress/deck_rows.h"
#include "game/progress/memory_rows.h"
#include "game/progress/setting_rows.h"

namespace recto::progress {
namespace {

using Json = nlohmann::json;

/// What is set for the deck there; and its preset, where there is none of that name any more.
Result<Edits> setting_edits(Connection& from, Connection& to, const DeckId& id) {
  Edits edits;
  const auto take = [&](const std::string& key, bool only_missing) {
    std::optional<std::string> before = load_setting(to, key), after = load_setting(from, key);
    if (before != after && !(only_missing && (before || !after)))
      edits.emplace_back(SettingEdit{key, std::move(before), std::move(after)});
  };
  const std::string deck = "deck/" + id.text;
  for (const char* what : {"/exam", "/preset"})
    take(deck + what, false);
  // What a preset is now holds for all its decks.
  const auto named = load_setting(from, deck + "/preset");
  const Json name = named ? Json::parse(*named, nullptr, false) : Json();
  if (name.is_string()) take("preset/" + name.get<std::string>(), true);
  return edits;
}

std::vector<LogRow> log_of(Connection& connection, std::int64_t fact, Result<void>& read) {
  static const std::string kSql = "SELECT " + std::string(kLogColumns) + " FROM " +
                                  std::string(kHistory) + " WHERE fact = ? ORDER BY number";
  std::vector<LogRow> log;
  Query query = connection.query(kSql);
  for (query.with(fact); query.next();) {
    auto row = log_row_at(query, 0);
    if (!row) {
      read = tl::unexpected<Error>(std::move(row.error()));
      break;
    }
    log.push_back(*row);
  }
  return log;
}

/// Rows of one database and the rows of the other that stand for the same.
class Bridge {
 public:
  Bridge(Connection& from, Connection& to, std::int64_t deck) : from_(from), to_(to), deck_(deck) {}

  /// The card, as one that is no longer in the deck where it was not known.
  std::int64_t card(std::int64_t row, std::int64_t fact) {
    const auto [place, first] = cards_.try_emplace(row, 0);
    if (!first) return place->second;
    Query there = from_.query("SELECT key, body FROM cards WHERE id = ?");
    there.with(row).next();
    to_.query("INSERT OR IGNORE INTO cards(deck, key, fact, body) VALUES(?, ?, ?, ?)")
        .with(deck_)
        .with(there.text(0))
        .with(fact)
        .with(there.text(1))
        .run();
    Query here = to_.query("SELECT id FROM cards WHERE deck = ? AND key = ?");
    here.with(deck_).with(there.text(0)).next();
    return place->second = here.integer(0);
  }

  std::int64_t rules(std::int64_t row) {
    const auto [place, first] = rules_.try_emplace(row, 0);
    if (!first) return place->second;
    Query there = from_.query("SELECT body FROM rules WHERE id = ?");
    there.with(row).next();
    to_.query("INSERT OR IGNORE INTO rules(body) VALUES(?)").with(there.text(0)).run();
    Query here = to_.query("SELECT id FROM rules WHERE body = ?");
    here.with(there.text(0)).next();
    return place->second = here.integer(0);
  }

 private:
  Connection& from_;
  Connection& to_;
  std::int64_t deck_;
  std::map<std::int64_t, std::int64_t> cards_, rules_;
};

/// A fact whose cards are gone still has its history.
void make_fact(Connection& connection, std::int64_t deck, const std::string& key) {
  connection.query("INSERT OR IGNORE INTO facts(deck, key) VALUES(?, ?)")
      .with(deck)
      .with(key)
      .run();
}

/// Whether `longer` begins with all of `log` and goes on.
bool goes_on(const std::vector<LogRow>& log, const std::vector<LogRow>& longer) {
  if (log.size() >= longer.size()) return false;
  const auto same = [](LogRow a, const LogRow& b) {
    a.card = b.card;  // numbers of their own in each database
    a.rules = b.rules;
    return a == b;
  };
  return std::equal(log.begin(), log.end(), longer.begin(), same);
}

}  // namespace

Result<Edits> edits_to_deck_of(Connection& from, Connection& to, const DeckId& id, Instant now) {
  const std::int64_t there = RECTO_TRY(deck_row(from, id));
  const Deck then = RECTO_TRY(load_content(from, there));
  const std::string title = RECTO_TRY(load_deck(from, there)).title;
  const std::optional<std::int64_t> here = find_row(to, id);
  if (!here) make_removed(to, then, now);
  Edits edits;
  std::optional<std::string> before;
  if (deck_row(to, id)) before = RECTO_TRY(load_deck(to, *here)).title;
  if (here) {
    Deck is = RECTO_TRY(load_content(to, *here));
    if (is != then) {
      // A deck that bears its article's title takes the new one.
      if (before == is.title) before = then.title;
      edits.emplace_back(ContentEdit{std::move(is), then});
    }
  }
  const Edits settings = RECTO_TRY(setting_edits(from, to, id));
  edits.insert(edits.end(), settings.begin(), settings.end());
  // Last, so that the step is named after the deck.
  if (before != title) edits.emplace_back(DeckEdit{id, std::move(before), title});
  return edits;
}

Result<bool> bring_history(Connection& from, Connection& to, const DeckId& id) {
  const std::int64_t there = RECTO_TRY(deck_row(from, id));
  const std::optional<std::int64_t> here = find_row(to, id);
  if (!here) return false;
  static const std::string kSql =
      "SELECT id, key, " + std::string(kMemoryColumns) + " FROM facts WHERE deck = ?";
  Bridge bridge(from, to, *here);
  bool brought = false;
  Result<void> read;
  Query facts = from.query(kSql);
  for (facts.with(there); facts.next();) {
    const std::vector<LogRow> longer = log_of(from, facts.integer(0), read);
    if (!longer.empty()) make_fact(to, *here, facts.text(1));
    Query known = to.query("SELECT id FROM facts WHERE deck = ? AND key = ?");
    if (!known.with(*here).with(facts.text(1)).next()) continue;
    const std::int64_t fact = known.integer(0);
    const std::vector<LogRow> log = log_of(to, fact, read);
    RECTO_TRY(read);
    if (!goes_on(log, longer)) continue;
    for (std::size_t i = log.size(); i < longer.size(); ++i) {
      LogRow row = longer[i];
      row.card = bridge.card(row.card, fact);
      if (!row.decision) row.rules = bridge.rules(row.rules);
      append(to, fact, row);
    }
    store_memory(to, fact, memory_at(facts, 2));
    brought = true;
  }
  to.query(
        "UPDATE decks SET last_studied ="
        " (SELECT MAX(last_review) FROM facts WHERE deck = decks.id) WHERE id = ?")
      .with(*here)
      .run();
  return brought;
}

}  // namespace recto::progress
