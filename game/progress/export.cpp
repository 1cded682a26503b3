// Store: the whole profile as JSON.
//
//     {"format": "recto-profile", "version": 1,
//      "decks": [deck file, …],
//      "rules": {"1": {…}, …},
//      "facts": [{"deck", "fact", "state": {…},
//                 "log": [{"at", "card", "rating", "took_ms", "rules"}, …]}, …]}
//
// Times are milliseconds since 1970 in UTC. A log row with "taken_back": true takes the answer
// before it back; `at` is then the time of doing so.
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "game/progress/database.h"
#include "game/progress/log_walk.h"
#include "game/progress/rules_text.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 4> kPhases = {"new", "learning", "review", "relearning"};

std::int64_t milliseconds_of(Instant at) {
  return at.time_since_epoch().count();
}

Json state_json(const memory::State& state) {
  Json json = {{"phase", kPhases.at(static_cast<std::size_t>(state.phase))}};
  if (!state.last_review) return json;
  json["due"] = milliseconds_of(state.due);
  json["last_review"] = milliseconds_of(*state.last_review);
  json["stability"] = state.stability;
  json["difficulty"] = state.difficulty;
  json["interval_days"] = state.interval_days;
  json["step"] = state.step;
  json["reps"] = state.reps;
  json["lapses"] = state.lapses;
  return json;
}

Json row_json(const LogRow& row, const std::map<std::int64_t, std::string>& cards) {
  const auto card = cards.find(row.card);
  Json json = {{"at", milliseconds_of(row.at)},
               {"card", card == cards.end() ? std::string() : card->second},
               {"rating", static_cast<int>(row.rating)},
               {"took_ms", row.took.count()},
               {"rules", row.rules}};
  if (row.taken_back) json["taken_back"] = true;
  return json;
}

Json fact_json(const FactLog& fact, const std::map<std::int64_t, std::string>& cards) {
  Json log = Json::array();
  for (const LogRow& row : fact.log)
    log.push_back(row_json(row, cards));
  return {{"deck", fact.deck.text},
          {"fact", fact.fact.text},
          {"state", state_json(fact.state)},
          {"log", std::move(log)}};
}

/// One value a line, so that an export can be read and compared.
std::string list_of(const std::vector<std::string>& values) {
  std::string text = "[";
  for (std::size_t i = 0; i < values.size(); ++i)
    text += (i == 0 ? "\n" : ",\n") + values[i];
  return text + "\n]";
}

std::map<std::int64_t, std::string> card_names(Connection& connection) {
  std::map<std::int64_t, std::string> names;
  for (Query query = connection.query("SELECT id, key FROM cards"); query.next();)
    names.emplace(query.integer(0), query.text(1));
  return names;
}

}  // namespace

Result<std::string> Store::export_json() const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::string> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    std::vector<std::string> decks;
    for (Query query = connection.query("SELECT id FROM decks ORDER BY id"); query.next();) {
      const Deck deck = RECTO_TRY(load_deck(connection, query.integer(0)));
      decks.push_back(write_deck(deck));
    }
    Json rules = Json::object();
    for (const auto& [row, entry] : RECTO_TRY(load_rules(connection)))
      rules[std::to_string(row)] = Json::parse(write_rules(entry));
    const std::map<std::int64_t, std::string> cards = card_names(connection);
    std::vector<std::string> facts;
    LogWalk walk(connection);
    while (const std::optional<FactLog> fact = RECTO_TRY(walk.next()))
      facts.push_back(fact_json(*fact, cards).dump(-1, ' ', false, Json::error_handler_t::replace));
    return "{\"format\": \"recto-profile\", \"version\": 1,\n\"decks\": " + list_of(decks) +
           ",\n\"rules\": " + rules.dump() + ",\n\"facts\": " + list_of(facts) + "}\n";
  });
}

}  // namespace recto::progress
