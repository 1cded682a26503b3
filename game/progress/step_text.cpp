#include "game/progress/step_text.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "content/deck/deck_file.h"

namespace recto::progress {
namespace {

using Json = nlohmann::json;

/// What read_step hands on from the deepest function to its end.
struct Unreadable {};

template <class Value>
Value take(Result<Value> result) {
  if (!result) throw Unreadable();
  return std::move(*result);
}

Json json_of(Instant at) {
  return at.time_since_epoch().count();
}

Instant instant_of(const Json& json) {
  return Instant(std::chrono::milliseconds(json.get<std::int64_t>()));
}

template <class Value>
Json json_or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json();
}

template <class Value>
std::optional<Value> value_or_none(const Json& json) {
  if (json.is_null()) return {};
  return json.get<Value>();
}

template <class Enum>
Enum enum_of(const Json& json, Enum last) {
  const int number = json.get<int>();
  if (number < 0 || number > static_cast<int>(last)) throw Unreadable();
  return static_cast<Enum>(number);
}

Json json_of(const memory::State& state) {
  return {static_cast<int>(state.phase),
          json_of(state.due),
          state.last_review ? json_of(*state.last_review) : Json(),
          state.stability,
          state.difficulty,
          state.interval_days,
          state.step,
          state.reps,
          state.lapses};
}

memory::State state_of(const Json& json) {
  memory::State state;
  state.phase = enum_of(json.at(0), memory::Phase::Relearning);
  state.due = instant_of(json.at(1));
  if (!json.at(2).is_null()) state.last_review = instant_of(json.at(2));
  state.stability = json.at(3).get<double>();
  state.difficulty = json.at(4).get<double>();
  state.interval_days = json.at(5).get<int>();
  state.step = json.at(6).get<int>();
  state.reps = json.at(7).get<int>();
  state.lapses = json.at(8).get<int>();
  return state;
}

Json json_of(const study::Standing& standing) {
  return {standing.suspended, json_or_null(standing.buried_until),
          standing.flag ? Json(static_cast<int>(*standing.flag)) : Json()};
}

study::Standing standing_of(const Json& json) {
  study::Standing standing{json.at(0).get<bool>(), value_or_none<study::Day>(json.at(1)), {}};
  if (!json.at(2).is_null()) standing.flag = enum_of(json.at(2), study::Flag::Duplicate);
  return standing;
}

Json json_of(const study::Answered& answered) {
  return {{"deck", answered.deck.text},         {"fact", answered.fact.text},
          {"card", answered.card.text},         {"rating", static_cast<int>(answered.rating)},
          {"at", json_of(answered.at)},         {"took", answered.took.count()},
          {"before", json_of(answered.before)}, {"after", json_of(answered.after)}};
}

study::Answered answered_of(const Json& json) {
  study::Answered answered;
  answered.deck = {json.at("deck").get<std::string>()};
  answered.fact = {json.at("fact").get<std::string>()};
  answered.card = {json.at("card").get<std::string>()};
  answered.rating = enum_of(json.at("rating"), memory::Rating::Easy);
  if (answered.rating < memory::Rating::Again) throw Unreadable();
  answered.at = instant_of(json.at("at"));
  answered.took = std::chrono::milliseconds(json.at("took").get<std::int64_t>());
  answered.before = state_of(json.at("before"));
  answered.after = state_of(json.at("after"));
  return answered;
}

Json json_of(const study::Changed& changed) {
  return {{"deck", changed.deck.text},
          {"fact", changed.fact.text},
          {"card", changed.card.text},
          {"change", static_cast<int>(changed.kind)},
          {"before", json_of(changed.before)},
          {"after", json_of(changed.after)},
          {"standing_before", json_of(changed.standing_before)},
          {"standing_after", json_of(changed.standing_after)}};
}

study::Changed changed_of(const Json& json) {
  return {{json.at("deck").get<std::string>()},
          {json.at("fact").get<std::string>()},
          {json.at("card").get<std::string>()},
          enum_of(json.at("change"), study::Changed::Kind::SetDue),
          state_of(json.at("before")),
          state_of(json.at("after")),
          standing_of(json.at("standing_before")),
          standing_of(json.at("standing_after"))};
}

Json json_of(const DeckEdit& edit) {
  return {{"title_of", edit.deck.text},
          {"before", json_or_null(edit.before)},
          {"after", json_or_null(edit.after)}};
}

DeckEdit deck_edit_of(const Json& json) {
  return {{json.at("title_of").get<std::string>()},
          value_or_none<std::string>(json.at("before")),
          value_or_none<std::string>(json.at("after"))};
}

Json json_of(const Slot& slot) {
  return {slot.card ? Json(write_card(*slot.card)) : Json(), slot.index, slot.dropped};
}

Slot slot_of(const Json& json) {
  Slot slot{{}, json.at(1).get<std::size_t>(), json.at(2).get<bool>()};
  if (!json.at(0).is_null()) slot.card = take(read_card(json.at(0).get<std::string>()));
  return slot;
}

Json json_of(const CardEdit& edit) {
  return {{"card_of", edit.deck.text},
          {"card", edit.card.text},
          {"before", json_of(edit.before)},
          {"after", json_of(edit.after)}};
}

CardEdit card_edit_of(const Json& json) {
  return {{json.at("card_of").get<std::string>()},
          {json.at("card").get<std::string>()},
          slot_of(json.at("before")),
          slot_of(json.at("after"))};
}

Json json_of(const ContentEdit& edit) {
  return {{"content_before", write_deck(edit.before)}, {"content_after", write_deck(edit.after)}};
}

ContentEdit content_edit_of(const Json& json) {
  return {take(read_deck(json.at("content_before").get<std::string>())),
          take(read_deck(json.at("content_after").get<std::string>()))};
}

Json json_of(const SettingEdit& edit) {
  return {{"setting", edit.key},
          {"before", json_or_null(edit.before)},
          {"after", json_or_null(edit.after)}};
}

SettingEdit setting_edit_of(const Json& json) {
  return {json.at("setting").get<std::string>(), value_or_none<std::string>(json.at("before")),
          value_or_none<std::string>(json.at("after"))};
}

Edit edit_of(const Json& json) {
  if (json.contains("change")) return changed_of(json);
  if (json.contains("title_of")) return deck_edit_of(json);
  if (json.contains("card_of")) return card_edit_of(json);
  if (json.contains("content_after")) return content_edit_of(json);
  return setting_edit_of(json);
}

Step step_of(const Json& json) {
  if (json.is_object()) return answered_of(json);
  Edits edits;
  for (const Json& edit : json)
    edits.push_back(edit_of(edit));
  return edits;
}

}  // namespace

std::string write_step(const Step& step) {
  Json json;
  if (const auto* const answered = std::get_if<study::Answered>(&step)) {
    json = json_of(*answered);
  } else {
    json = Json::array();
    for (const Edit& edit : std::get<Edits>(step))
      json.push_back(std::visit([](const auto& value) { return json_of(value); }, edit));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Step> read_step(std::string_view text) {
  const auto unreadable = [] {
    return fail(Error::Kind::BadInput, "the undo history has a step that cannot be read");
  };
  try {
    return step_of(Json::parse(text));
  } catch (const Json::exception&) {
    return unreadable();
  } catch (const Unreadable&) {
    return unreadable();
  }
}

}  // namespace recto::progress
