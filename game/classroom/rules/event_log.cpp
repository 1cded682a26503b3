#include "game/classroom/rules/event_log.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>

namespace recto::classroom {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, std::variant_size_v<Event>> kNames = {
    "join",  "claim",  "connect", "disconnect", "latency", "ready",   "answer",
    "next",  "pause",  "resume",  "more",       "reopen",  "skip",    "end",
    "lock",  "remove", "readmit", "rename",     "approve", "confirm", "extra",
    "grant", "hands",  "tick",    "restart"};

/// Calls `field(name, member)` for each member that an event has: both directions go through here.
template <class Event, class Field>
void each_field(Event& event, Field field) {
  if constexpr (requires { event.seat; }) field("seat", event.seat);
  if constexpr (requires { event.token; }) field("token", event.token);
  if constexpr (requires { event.name; }) field("name", event.name);
  if constexpr (requires { event.round_trip; }) field("round_trip", event.round_trip);
  if constexpr (requires { event.question; }) field("question", event.question);
  if constexpr (requires { event.round; }) field("round", event.round);
  if constexpr (requires { event.response; }) {
    field("options", event.response.options);
    field("text", event.response.text);
  }
  if constexpr (requires { event.text; }) field("text", event.text);
  if constexpr (requires { event.time; }) field("time", event.time);
  if constexpr (requires { event.locked; }) field("locked", event.locked);
  if constexpr (requires { event.counts; }) field("counts", event.counts);
  if constexpr (requires { event.percent; }) field("percent", event.percent);
}

template <class Settings, class Field>
void each_setting(Settings& settings, Field field) {
  field("scoring", settings.scoring);
  field("pace", settings.pace);
  field("leaderboard", settings.leaderboard);
  field("late_join", settings.late_join);
  field("questions", settings.questions);
  field("time_factor", settings.time_factor);
  field("deadline", settings.deadline);
  field("all_cards", settings.all_cards);
  field("shuffle", settings.shuffle);
  field("shares", settings.shares);
  field("nearest_wins", settings.nearest_wins);
  field("streak_bonus", settings.streak_bonus);
  field("approve_first", settings.approve_first);
  field("options_on_phones", settings.options_on_phones);
  field("most_seats", settings.most_seats);
  field("teams", settings.teams);
  field("naming", settings.naming);
  field("class_list", settings.class_list);
}

struct Writer {
  json& object;

  void operator()(const char* name, Millis value) const { object[name] = value.count(); }
  template <class Value>
  void operator()(const char* name, const Value& value) const {
    if constexpr (std::is_enum_v<Value>)
      object[name] = static_cast<std::uint64_t>(value);
    else
      object[name] = value;
  }
};

/// Throws what the library throws when a member is missing or of another type.
struct Reader {
  const json& object;
  bool may_miss = false;

  template <class Value>
  void operator()(const char* name, Value& value) const {
    if (may_miss && !object.contains(name)) return;
    const json& member = object.at(name);
    if constexpr (std::is_same_v<Value, Millis>)
      value = Millis{member.get<Millis::rep>()};
    else if constexpr (std::is_enum_v<Value>)
      value = static_cast<Value>(member.get<std::underlying_type_t<Value>>());
    else
      value = member.get<Value>();
  }
};

template <std::size_t... Index>
Event empty_event(std::size_t index, std::index_sequence<Index...>) {
  Event event;
  (void)((index == Index && (event.emplace<Index>(), true)) || ...);
  return event;
}

std::string line_of(const json& object) {
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::unexpected<Error> bad(const char* what) {
  return fail(Error::Kind::BadInput, what);
}

}  // namespace

std::string write_event(const TimedEvent& event) {
  json object = {{"t", event.at.count()}, {"e", kNames.at(event.event.index())}};
  std::visit([&](const auto& what) { each_field(what, Writer{object}); }, event.event);
  return line_of(object);
}

Result<TimedEvent> read_event(std::string_view line) {
  try {
    const json object = json::parse(line);
    TimedEvent event;
    event.at = Millis{object.at("t").get<Millis::rep>()};
    const auto* const name = std::ranges::find(kNames, object.at("e").get<std::string>());
    if (name == kNames.end()) return bad("the line is no event that this version knows");
    const auto index = static_cast<std::size_t>(name - kNames.begin());
    event.event = empty_event(index, std::make_index_sequence<kNames.size()>{});
    std::visit([&](auto& what) { each_field(what, Reader{object}); }, event.event);
    return event;
  } catch (const json::exception&) {
    return bad("the line is no event");
  }
}

std::string write_settings(const Settings& settings) {
  json object = json::object();
  each_setting(settings, Writer{object});
  return line_of(object);
}

Result<Settings> read_settings(std::string_view text) {
  try {
    const json object = json::parse(text);
    Settings settings;
    each_setting(settings, Reader{object, true});
    return settings;
  } catch (const json::exception&) {
    return bad("these are no settings of a quiz");
  }
}

}  // namespace recto::classroom
