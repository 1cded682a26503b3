// Store: decks and their cards, in and out.
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/deck/merge.h"
#include "game/progress/backups.h"
#include "game/progress/database.h"
#include "game/progress/deck_rows.h"
#include "game/progress/history.h"
#include "game/progress/memory_rows.h"
#include "game/progress/settings.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

Result<void> check_faults(const Deck& deck) {
  const std::vector<Fault> faults = faults_of(deck);
  if (faults.empty()) return {};
  return fail(Error::Kind::BadInput, "the deck cannot be added: " + faults.front().what,
              faults.front().pointer, "mend the deck; 'recto-deck check' names every fault");
}

/// As it stands in a deck's head; what is empty stands in none.
std::string in_head(const std::string& text) {
  using Json = nlohmann::json;
  return text.empty() ? "\x01" : Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// What makes a deck of the list into the one that it becomes with `fresh`.
Result<Edits> merging(Connection& connection, std::int64_t row, const Deck& fresh, Added& added) {
  Deck stored = RECTO_TRY(load_content(connection, row));
  Merge merged = merge(stored, fresh);
  added = {true, count(merged, Fate::New), count(merged, Fate::Changed), count(merged, Fate::Gone)};
  Edits edits;
  if (!deck_row(connection, fresh.id)) {
    added = {false, merged.deck.cards.size(), 0, 0};
    edits.emplace_back(DeckEdit{fresh.id, {}, RECTO_TRY(load_deck(connection, row)).title});
  }
  if (merged.deck != stored)
    edits.emplace_back(ContentEdit{std::move(stored), std::move(merged.deck)});
  return edits;
}

constexpr std::size_t kAll = study::kUnlimited;

/// Whether the last variant of a new fact is the first of it that can be asked.
bool is_first_to_ask(const study::Item& item) {
  const auto asks = [](const Card& card) { return card.kind != CardKind::Poll; };
  return item.state.phase == memory::Phase::New && !item.standing.suspended &&
         asks(item.variants.back()) && std::ranges::count_if(item.variants, asks) == 1;
}

}  // namespace

Result<Added> Store::add(const Deck& deck, Instant now) {
  RECTO_TRY(check_faults(deck));
  Connection& connection = database_->connection;
  if (deck_row(connection, deck.id))
    RECTO_TRY(back_up_by_itself(database_->file(), now, Occasion::BeforeChange));
  return guarded(database_->file(), [&]() -> Result<Added> {
    Transaction transaction(connection, Transaction::Kind::Write);
    Added added{false, deck.cards.size(), 0, 0};
    Edits edits = {DeckEdit{deck.id, {}, deck.title}};
    if (const std::optional<std::int64_t> known = find_row(connection, deck.id)) {
      edits = RECTO_TRY(merging(connection, *known, deck, added));
    } else {
      make_removed(connection, deck, now);
    }
    RECTO_TRY(do_edits(connection, edits, now));
    transaction.commit();
    database_->deck_list.forget();
    return added;
  });
}

Result<void> Store::take_out(const DeckId& id) {
  return apply(RECTO_TRY(removed(*this, id)), {});
}

Result<Deck> Store::deck(const DeckId& id) const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<Deck> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    const std::int64_t row = RECTO_TRY(deck_row(connection, id));
    return load_deck(connection, row);
  });
}

Result<std::vector<Kin>> Store::kin_of(const Deck& deck) const {
  // A quick look at the texts first: whoever has a thousand decks has hardly two of one article.
  constexpr const char* kSql =
      "SELECT added, body FROM decks JOIN heads ON heads.deck = decks.id"
      " WHERE NOT removed AND (key = ?1 OR instr(body, ?2) > 0 OR instr(body, ?3) > 0"
      " OR instr(body, ?4) > 0) ORDER BY decks.id";
  const Source& source = deck.source;
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::vector<Kin>> {
    std::vector<Kin> kin;
    Query query = connection.query(kSql);
    query.with(deck.id.text);
    for (const std::string& text : {source.title, source.url, source.sha256})
      query.with(in_head(text));
    while (query.next()) {
      const Deck head = RECTO_TRY(read_deck(query.text(1)));
      const auto alike = [&](std::string Source::*member) {
        return !(source.*member).empty() && source.*member == head.source.*member;
      };
      if (head.id == deck.id || alike(&Source::title) || alike(&Source::url) ||
          alike(&Source::sha256))
        kin.push_back({head.id, head.source, query.instant(0)});
    }
    return kin;
  });
}

Result<std::vector<study::Item>> Store::items(const DeckId& id) const {
  return items_where(
      id, "", [](Query& query, std::int64_t deck) { query.with(deck); }, kAll);
}

Result<std::vector<study::Item>> Store::items_of_day(const DeckId& id, const study::Plan& plan,
                                                     Instant now,
                                                     const study::DayRule& rule) const {
  // In the final days before an exam every fact has a place of its own.
  if (plan.exam) return items(id);
  const study::Day today = study::day_of(now, rule);
  const auto bind = [&](Query& query, std::int64_t deck) {
    query.with(deck)
        .with(study::start_of(today + 1 + std::max(0, plan.ahead_days), rule))
        .with(study::start_of(today, rule))
        .with(std::int64_t{today});
  };
  // New facts are chosen among all by other plans.
  const bool first_come =
      plan.new_order == study::NewOrder::Deck && plan.siblings == study::Siblings::TenCardsApart;
  return items_where(id,
                     " AND (phase IN (1, 3) OR (phase = 2 AND due < ?2) OR last_review >= ?3"
                     " OR flag IS NOT NULL OR (phase = 0 AND NOT suspended AND"
                     " COALESCE(buried_until, 0) <= ?4))",
                     bind, first_come ? plan.new_facts : kAll);
}

/// `where`: more about facts and cards. Of new facts that can be asked no more than `most_new`.
Result<std::vector<study::Item>> Store::items_where(
    const DeckId& id, const std::string& where,
    const std::function<void(Query&, std::int64_t)>& bind, std::size_t most_new) const {
  const std::string sql = "SELECT facts.id, facts.key, body, " + std::string(kMemoryColumns) +
                          " FROM cards JOIN facts ON facts.id = cards.fact"
                          " WHERE cards.deck = ?1 AND position IS NOT NULL" +
                          where + " ORDER BY position";
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::vector<study::Item>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    const std::int64_t row = RECTO_TRY(deck_row(connection, id));
    const std::string chosen = RECTO_TRY(preset_of(*this, id));
    const study::Answering answering = RECTO_TRY(preset(*this, chosen)).answering;
    std::vector<study::Item> items;
    std::unordered_map<std::int64_t, std::size_t> place_of_fact;
    Query query = connection.query(sql);
    std::size_t fresh = 0;
    for (bind(query, row); query.next();) {
      const std::int64_t fact = query.integer(0);
      const auto known = place_of_fact.find(fact);
      const bool full = fresh >= most_new;
      if (known == place_of_fact.end()) {
        const Memory memory = memory_at(query, 3);
        if (full && memory.state.phase == memory::Phase::New && !memory.standing.flag) continue;
        place_of_fact.emplace(fact, items.size());
        items.push_back({id, {query.text(1)}, {}, memory.state, memory.standing, answering});
      }
      study::Item& item = known == place_of_fact.end() ? items.back() : items[known->second];
      item.variants.push_back(RECTO_TRY(read_card(query.text(2))));
      fresh += is_first_to_ask(item) ? 1 : 0;
    }
    return items;
  });
}

}  // namespace recto::progress
