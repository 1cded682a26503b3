#include "game/progress/settings.h"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "game/progress/scheduling_json.h"
#include "game/progress/store.h"

namespace recto::progress {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kPresets = "preset/";
constexpr const char* kSession = "session";

std::string preset_key(std::string_view name) {
  return std::string(kPresets) + std::string(name);
}

std::string deck_key(const DeckId& deck, std::string_view what) {
  return "deck/" + deck.text + "/" + std::string(what);
}

/// What `read` makes of the JSON of a setting; empty for one that is absent or makes no sense.
template <class Read>
auto read_setting(const Store& store, std::string_view key, Read read)
    -> Result<std::optional<decltype(read(Json()))>> {
  using Value = std::optional<decltype(read(Json()))>;
  const std::optional<std::string> text = RECTO_TRY(store.setting(key));
  if (!text) return Value();
  try {
    return Value(read(Json::parse(*text)));
  } catch (const Json::exception&) {
    return Value();
  }
}

template <class Value>
Result<Value> value_or(const Store& store, std::string_view key, Value fallback) {
  const auto read = [](const Json& json) { return json.get<Value>(); };
  return RECTO_TRY(read_setting(store, key, read)).value_or(std::move(fallback));
}

constexpr std::array<const char*, 4> kAnswering = {"grow", "choose", "type", "recall"};
constexpr std::array<const char*, 2> kDueOrders = {"longest_overdue", "riskiest"};
constexpr std::array<const char*, 2> kNewOrders = {"deck", "coverage"};
constexpr std::array<const char*, 2> kSiblings = {"ten_cards_apart", "other_days"};

template <class Enum, std::size_t N>
Json name_json(const std::array<const char*, N>& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

/// The first of the names for one that is unknown.
template <class Enum, std::size_t N>
Enum named(const std::array<const char*, N>& names, const Json& json) {
  const auto found = std::ranges::find(names, json.get<std::string>());
  return static_cast<Enum>(found == names.end() ? 0 : found - names.begin());
}

/// Absent in the JSON: unlimited.
Json limit_json(std::size_t limit) {
  return limit == study::kUnlimited ? Json() : Json(limit);
}

std::size_t limit_of(const Json& json) {
  return json.is_null() ? study::kUnlimited : json.get<std::size_t>();
}

Json preset_json(const Preset& preset) {
  return {{"scheduling", scheduling_json(preset.scheduling)},
          {"new_a_day", limit_json(preset.new_a_day)},
          {"reviews_a_day", limit_json(preset.reviews_a_day)},
          {"answering", name_json(kAnswering, preset.answering)},
          {"due_order", name_json(kDueOrders, preset.due_order)},
          {"new_order", name_json(kNewOrders, preset.new_order)},
          {"siblings", name_json(kSiblings, preset.siblings)}};
}

Preset preset_of_json(const Json& json) {
  Preset preset;
  preset.scheduling = scheduling_of(json.at("scheduling"));
  if (!memory::Scheduler::make(preset.scheduling)) preset.scheduling = {};
  preset.new_a_day = limit_of(json.at("new_a_day"));
  preset.reviews_a_day = limit_of(json.at("reviews_a_day"));
  preset.answering = named<study::Answering>(kAnswering, json.at("answering"));
  preset.due_order = named<study::DueOrder>(kDueOrders, json.at("due_order"));
  preset.new_order = named<study::NewOrder>(kNewOrders, json.at("new_order"));
  preset.siblings = named<study::Siblings>(kSiblings, json.at("siblings"));
  return preset;
}

study::Exam exam_of_json(const Json& json) {
  return {json.at("day").get<study::Day>(), std::max(1, json.at("final_days").get<int>())};
}

Json ids_json(const std::vector<DeckId>& decks) {
  Json list = Json::array();
  for (const DeckId& deck : decks)
    list.push_back(deck.text);
  return list;
}

std::vector<DeckId> ids_of(const Json& json) {
  std::vector<DeckId> decks;
  for (const Json& id : json)
    decks.push_back({id.get<std::string>()});
  return decks;
}

StartedSession session_of(const Json& json) {
  StartedSession session;
  session.decks = ids_of(json.at("decks"));
  session.started = Instant(std::chrono::milliseconds(json.at("started").get<std::int64_t>()));
  session.seed = json.at("seed").get<std::uint64_t>();
  session.new_facts = limit_of(json.at("new_facts"));
  session.reviews = limit_of(json.at("reviews"));
  return session;
}

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Result<bool> setting_or(const Store& store, std::string_view key, bool fallback) {
  return value_or(store, key, fallback);
}

Result<double> setting_or(const Store& store, std::string_view key, double fallback) {
  return value_or(store, key, fallback);
}

Result<std::string> setting_or(const Store& store, std::string_view key, std::string fallback) {
  return value_or(store, key, std::move(fallback));
}

std::string setting_text(bool value) {
  return text_of(value);
}

std::string setting_text(double value) {
  return text_of(value);
}

std::string setting_text(const std::string& value) {
  return text_of(value);
}

Result<std::vector<std::string>> preset_names(const Store& store) {
  std::vector<std::string> names = {std::string(kDefaultPreset)};
  for (const std::string& key : RECTO_TRY(store.setting_keys(kPresets)))
    if (key != preset_key(kDefaultPreset)) names.push_back(key.substr(kPresets.size()));
  return names;
}

Result<Preset> preset(const Store& store, std::string_view name) {
  return RECTO_TRY(read_setting(store, preset_key(name), preset_of_json)).value_or(Preset{});
}

Result<std::string> preset_of(const Store& store, const DeckId& deck) {
  const std::string name =
      RECTO_TRY(setting_or(store, deck_key(deck, "preset"), std::string(kDefaultPreset)));
  const bool there = RECTO_TRY(store.setting(preset_key(name))).has_value();
  return there ? name : std::string(kDefaultPreset);
}

Result<Preset> preset_for(const Store& store, const DeckId& deck) {
  return preset(store, RECTO_TRY(preset_of(store, deck)));
}

Result<std::optional<study::Exam>> exam_of(const Store& store, const DeckId& deck) {
  return read_setting(store, deck_key(deck, "exam"), exam_of_json);
}

Result<study::Plan> plan_of(const Store& store, const DeckId& deck) {
  const Preset chosen = RECTO_TRY(preset_for(store, deck));
  study::Plan plan;
  plan.new_facts = chosen.new_a_day;
  plan.reviews = chosen.reviews_a_day;
  plan.due_order = chosen.due_order;
  plan.new_order = chosen.new_order;
  plan.siblings = chosen.siblings;
  plan.exam = RECTO_TRY(exam_of(store, deck));
  return plan;
}

Result<Edits> with_preset(const Store& store, std::string_view name,
                          const std::optional<Preset>& preset) {
  if (name.empty()) return fail(Error::Kind::BadInput, "the preset has no name", "", "give it one");
  if (!preset) return set(store, preset_key(name), {});
  RECTO_TRY(memory::Scheduler::make(preset->scheduling));
  return set(store, preset_key(name), text_of(preset_json(*preset)));
}

Result<Edits> choosing_preset(const Store& store, const DeckId& deck, std::string_view name) {
  return set(store, deck_key(deck, "preset"), setting_text(std::string(name)));
}

Result<Edits> with_exam(const Store& store, const DeckId& deck,
                        const std::optional<study::Exam>& exam) {
  if (!exam) return set(store, deck_key(deck, "exam"), {});
  return set(store, deck_key(deck, "exam"),
             text_of({{"day", exam->day}, {"final_days", exam->final_days}}));
}

Result<Edits> ordered(const Store& store, const std::vector<DeckId>& decks) {
  return set(store, std::string(kDeckOrder), text_of(ids_json(decks)));
}

std::vector<DeckId> read_deck_order(std::string_view text) {
  try {
    return ids_of(Json::parse(text));
  } catch (const Json::exception&) {
    return {};
  }
}

Result<std::optional<StartedSession>> started_session(const Store& store) {
  return read_setting(store, kSession, session_of);
}

Result<void> remember_session(Store& store, const std::optional<StartedSession>& session) {
  if (!session) return store.remember(kSession, {});
  return store.remember(kSession, text_of({{"decks", ids_json(session->decks)},
                                           {"started", session->started.time_since_epoch().count()},
                                           {"seed", session->seed},
                                           {"new_facts", limit_json(session->new_facts)},
                                           {"reviews", limit_json(session->reviews)}}));
}

}  // namespace recto::progress
