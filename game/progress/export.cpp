// Store: the whole profile as JSON, the log as reviews.
//
//     {"format": "recto-profile", "version": 1,
//      "decks": [deck file, …],
//      "removed": [deck id, …],        those of them that are not in the list
//      "settings": {key: JSON, …},
//      "rules": {"1": {…}, …},
//      "facts": [{"deck", "fact", "state": {…},
//                 "standing": {"suspended", "buried_until", "flag"},
//                 "log": [{"at", "card", "rating", "took_ms", "rules"}
//                         or {"at", "card", "change", "value"}, …]}, …]}
//
// Times are milliseconds since 1970 in UTC. A log row with "taken_back": true takes the answer or
// change before it back; `at` is then the time of doing so. What does not apply is left out.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/deck/deck_file.h"
#include "game/progress/database.h"
#include "game/progress/deck_rows.h"
#include "game/progress/log_walk.h"
#include "game/progress/rules_text.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 4> kFlags = {"wrong", "unclear", "trivial", "duplicate"};
constexpr std::array<const char*, 5> kChanges = {"bury", "suspend", "flag", "forget", "set_due"};

std::int64_t milliseconds_of(Instant at) {
  return at.time_since_epoch().count();
}

Json state_json(const memory::State& state) {
  Json json = {{"phase", memory::name_of(state.phase)}};
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

Json standing_json(const study::Standing& standing) {
  Json json = Json::object();
  if (standing.suspended) json["suspended"] = true;
  if (standing.buried_until) json["buried_until"] = *standing.buried_until;
  if (standing.flag) json["flag"] = kFlags.at(static_cast<std::size_t>(*standing.flag));
  return json;
}

Json row_json(const LogRow& row, const std::map<std::int64_t, std::string>& cards) {
  const auto card = cards.find(row.card);
  Json json = {{"at", milliseconds_of(row.at)},
               {"card", card == cards.end() ? std::string() : card->second}};
  if (row.decision) {
    json["change"] = kChanges.at(static_cast<std::size_t>(row.decision->kind));
    if (row.decision->value) json["value"] = *row.decision->value;
  } else {
    json["rating"] = static_cast<int>(row.rating);
    json["took_ms"] = row.took.count();
    json["rules"] = row.rules;
  }
  if (row.taken_back) json["taken_back"] = true;
  return json;
}

Json fact_json(const FactLog& fact, const std::map<std::int64_t, std::string>& cards) {
  Json log = Json::array();
  for (const LogRow& row : fact.log)
    log.push_back(row_json(row, cards));
  Json json = {
      {"deck", fact.deck.text}, {"fact", fact.fact.text}, {"state", state_json(fact.memory.state)}};
  if (fact.memory.standing != study::Standing{})
    json["standing"] = standing_json(fact.memory.standing);
  json["log"] = std::move(log);
  return json;
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
    Json removed = Json::array();
    for (Query query = connection.query("SELECT key FROM decks WHERE removed ORDER BY id");
         query.next();)
      removed.push_back(query.text(0));
    Json settings = Json::object();
    for (Query query = connection.query("SELECT key, value FROM settings ORDER BY key");
         query.next();)
      if (Json value = Json::parse(query.text(1), nullptr, false); !value.is_discarded())
        settings[query.text(0)] = std::move(value);
    Json rules = Json::object();
    for (const auto& [row, entry] : RECTO_TRY(load_rules(connection)))
      rules[std::to_string(row)] = Json::parse(write_rules(entry));
    const std::map<std::int64_t, std::string> cards = card_names(connection);
    std::vector<std::string> facts;
    LogWalk walk(connection);
    while (const std::optional<FactLog> fact = RECTO_TRY(walk.next()))
      facts.push_back(fact_json(*fact, cards).dump(-1, ' ', false, Json::error_handler_t::replace));
    return "{\"format\": \"recto-profile\", \"version\": 1,\n\"decks\": " + list_of(decks) +
           ",\n\"removed\": " + removed.dump() + ",\n\"settings\": " + settings.dump() +
           ",\n\"rules\": " + rules.dump() + ",\n\"facts\": " + list_of(facts) + "}\n";
  });
}

Result<std::vector<memory::Review>> Store::reviews() const {
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::vector<memory::Review>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    const std::map<std::int64_t, Rules> rules = RECTO_TRY(load_rules(connection));
    std::vector<memory::Review> reviews;
    LogWalk walk(connection);
    for (std::int64_t number = 1;; ++number) {
      const std::optional<FactLog> fact = RECTO_TRY(walk.next());
      if (!fact) break;
      for (const LogRow& row : RECTO_TRY(counted(fact->log))) {
        if (row.decision) {
          if (row.decision->kind == study::Changed::Kind::Forget) ++number;
          continue;
        }
        const study::DayRule day = rules.at(row.rules).day;
        const auto local = row.at + day.utc_offset - day.starts;
        const auto time =
            std::chrono::floor<std::chrono::seconds>(local).time_since_epoch().count();
        // A file that came from elsewhere may hold any time.
        reviews.push_back(
            {number, std::clamp(time, -memory::kLastSecond, memory::kLastSecond), row.rating});
      }
    }
    std::ranges::stable_sort(reviews, {}, &memory::Review::time);
    return reviews;
  });
}

}  // namespace recto::progress
