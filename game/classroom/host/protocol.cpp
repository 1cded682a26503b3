#include "game/classroom/host/protocol.h"

#include <algorithm>
#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "content/base/utf8.h"

namespace recto::classroom {
namespace {

using nlohmann::json;
using Ordered = nlohmann::ordered_json;

constexpr int kDeepest = 4;  // an object with an array in it is all there is
constexpr std::size_t kTokenDigits = 32;
constexpr std::size_t kLongestField = 600;
constexpr std::size_t kMostPlaces = 16;

/// Thrown beside the library's own exceptions, and caught where they are.
struct Malformed : std::exception {};

template <class Json>
std::string text_of(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

tl::unexpected<Error> malformed() {
  return fail(Error::Kind::BadInput, "malformed");
}

/// Refuses to go deeper than kDeepest while parsing, before memory is spent on it.
json parse_shallow(std::string_view text) {
  const auto shallow = [](int depth, json::parse_event_t, json&) {
    if (depth > kDeepest) throw Malformed();
    return true;
  };
  return json::parse(text, shallow);
}

std::string text_at(const json& object, const char* name) {
  auto text = object.at(name).get<std::string>();
  if (text.size() > kLongestField) throw Malformed();
  return text;
}

std::string text_or_nothing(const json& object, const char* name) {
  return object.contains(name) ? text_at(object, name) : std::string();
}

/// A whole number that fits; the library would cut others down.
int number_at(const json& object, const char* name) {
  const json& member = object.at(name);
  constexpr std::int64_t kMost = 1'000'000'000;
  if (!member.is_number_integer()) throw Malformed();
  const auto number = member.get<std::int64_t>();
  if (number < -kMost || number > kMost) throw Malformed();
  return static_cast<int>(number);
}

std::string token_at(const json& object) {
  std::string token = text_at(object, "token");
  const bool is_token = token.size() == kTokenDigits && std::ranges::all_of(token, [](char c) {
                          return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                        });
  if (!is_token) throw Malformed();
  return token;
}

/// "answer": a place, a list of places, or a text.
Response response_at(const json& object) {
  const json& answer = object.at("answer");
  Response response;
  if (answer.is_string()) {
    response.text = text_at(object, "answer");
  } else if (answer.is_array()) {
    if (answer.size() > kMostPlaces) throw Malformed();
    for (const json& place : answer)
      response.options.push_back(number_at({{"place", place}}, "place"));
  } else {
    response.options.push_back(number_at(object, "answer"));
  }
  return response;
}

SeatId seat_at(const json& object) {
  const int seat = number_at(object, "seat");
  if (seat < 0) throw Malformed();
  return SeatId{static_cast<std::size_t>(seat)};
}

/// The steps of a teacher by the words of `do`.
Event command_at(const json& object) {
  const std::string what = text_at(object, "do");
  if (what == "next") return event::Next{};
  if (what == "pause") return event::Pause{};
  if (what == "resume") return event::Resume{};
  if (what == "more") return event::AddTime{Millis{number_at(object, "time")}};
  if (what == "reopen") return event::Reopen{};
  if (what == "skip") return event::Skip{};
  if (what == "end") return event::End{};
  if (what == "lock") return event::Lock{true};
  if (what == "unlock") return event::Lock{false};
  if (what == "remove") return event::Remove{seat_at(object)};
  if (what == "readmit") return event::Readmit{seat_at(object)};
  if (what == "rename") return event::Rename{seat_at(object), text_at(object, "name")};
  if (what == "approve") return event::Approve{seat_at(object)};
  if (what == "confirm") return event::ConfirmClaim{seat_at(object)};
  if (what == "extra") return event::ExtraTime{seat_at(object), number_at(object, "percent")};
  if (what == "grant") return event::Grant{number_at(object, "question"), text_at(object, "text")};
  throw Malformed();
}

Said said_in(const json& object) {
  const std::string type = text_at(object, "type");
  if (type == "join")
    return said::Join{token_at(object), text_or_nothing(object, "pin"),
                      text_or_nothing(object, "name")};
  if (type == "claim")
    return said::Claim{token_at(object), text_or_nothing(object, "pin"), text_at(object, "name")};
  if (type == "ready") return said::Ready{number_at(object, "question")};
  if (type == "answer")
    return said::Answer{number_at(object, "question"), number_at(object, "round"),
                        response_at(object)};
  if (type == "here") return said::Here{};
  if (type == "take_home") return said::TakeHome{};
  if (type == "teach") return said::Teach{text_at(object, "secret")};
  if (type == "command") return said::Command{command_at(object)};
  throw Malformed();
}

Ordered asked_json(const AskedView& asked) {
  Ordered object = {{"number", asked.number}, {"round", asked.round},
                    {"of", asked.of},         {"kind", name_of(asked.kind)},
                    {"prompt", asked.prompt}, {"options", asked.options}};
  if (!asked.texts.empty()) object["texts"] = asked.texts;
  return object;
}

Ordered reveal_json(const RevealView& reveal) {
  return {{"key", reveal.key},
          {"answer", reveal.answer},
          {"explanation", reveal.explanation},
          {"evidence", reveal.evidence},
          {"counts", reveal.counts}};
}

Ordered response_json(const Response& response) {
  return response.options.empty() ? Ordered(response.text) : Ordered(response.options);
}

std::string_view name_of(Seat::Status status) {
  constexpr std::array<std::string_view, 3> kNames = {"waiting", "in", "removed"};
  return kNames.at(static_cast<std::size_t>(status));
}

Ordered own_json(const OwnView& view) {
  Ordered you = {{"name", view.name}, {"status", name_of(view.status)}};
  if (!view.team.empty()) you["team"] = view.team;
  if (view.left) you["left"] = view.left->count();
  if (view.given) you["given"] = response_json(*view.given);
  if (view.outcome) {
    you["answered"] = view.outcome->answered;
    you["verdict"] = study::name_of(view.outcome->verdict);
    you["points"] = view.outcome->points;
  }
  if (view.standing) {
    you["score"] = view.standing->points;
    you["place"] = view.standing->place;
  }
  for (const MissView& miss : view.misses)
    you["misses"].push_back({{"kind", name_of(miss.kind)},
                             {"prompt", miss.prompt},
                             {"yours", miss.yours},
                             {"answer", miss.answer},
                             {"evidence", miss.evidence}});
  return you;
}

Ordered tally_json(const Room& room) {
  const Tally tally = tally_of(room, room.question());
  Ordered groups = Ordered::array();
  for (const TypedGroup& group : tally.groups)
    groups.push_back(
        {{"text", group.text}, {"count", group.count}, {"verdict", study::name_of(group.verdict)}});
  return {{"answered", tally.answered},
          {"right", tally.right},
          {"options", tally.options},
          {"groups", std::move(groups)}};
}

}  // namespace

Result<Said> read_said(std::string_view text) {
  if (text.size() > kLongestMessage) return fail(Error::Kind::BadInput, "too_long");
  try {
    const json object = parse_shallow(text);
    if (number_at(object, "v") != kProtocolVersion) return fail(Error::Kind::BadInput, "version");
    return said_in(object);
  } catch (const json::exception&) {
    return malformed();
  } catch (const Malformed&) {
    return malformed();
  }
}

std::string own_part(const OwnView& view) {
  Ordered object = {{"v", kProtocolVersion}, {"type", "state"}, {"you", own_json(view)}};
  if (view.asked) object["question"] = asked_json(*view.asked);
  std::string part = text_of(object);
  part.pop_back();  // the object goes on with what everyone sees
  return part;
}

std::string shared_part(const SharedView& view) {
  Ordered object = {{"stage", name_of(view.stage)},
                    {"paused", view.paused},
                    {"title", view.title},
                    {"language", view.language},
                    {"may_change", view.may_change}};
  if (view.left) object["left"] = view.left->count();
  if (view.asked) object["question"] = asked_json(*view.asked);
  if (view.reveal) object["reveal"] = reveal_json(*view.reveal);
  for (const auto& [name, place] : view.podium)
    object["podium"].push_back({{"name", name}, {"place", place}});
  std::string part = text_of(object);
  part.front() = ',';
  return part;
}

std::string here_message() {
  return text_of(Ordered{{"v", kProtocolVersion}, {"type", "here"}});
}

std::string taken_message(int question, int round) {
  return text_of(Ordered{
      {"v", kProtocolVersion}, {"type", "taken"}, {"question", question}, {"round", round}});
}

std::string deck_message(std::string_view deck) {
  return text_of(Ordered{{"v", kProtocolVersion}, {"type", "deck"}, {"deck", deck}});
}

std::string refused_message(std::string_view reason, std::string_view suggestion) {
  Ordered object = {{"v", kProtocolVersion}, {"type", "refused"}, {"reason", reason}};
  if (!suggestion.empty()) object["suggestion"] = suggestion;
  return text_of(object);
}

std::string refused_answer(std::string_view reason, int question, int round) {
  return text_of(Ordered{{"v", kProtocolVersion},
                         {"type", "refused"},
                         {"reason", reason},
                         {"question", question},
                         {"round", round}});
}

std::string wall_message(const Room& room, Millis now) {
  const Progress progress = progress_of(room);
  Ordered object = {{"v", kProtocolVersion},
                    {"type", "wall"},
                    {"stage", name_of(room.stage())},
                    {"paused", room.paused()},
                    {"question", room.question()},
                    {"round", room.round()},
                    {"answered", progress.answered},
                    {"connected", progress.connected},
                    {"locked", room.roster().locked()},
                    {"flood", room.roster().locked_by_flood()}};
  if (const auto left = room.time_left(now)) object["left"] = left->count();
  object["seats"] = Ordered::array();
  for (const Seat& seat : room.roster().seats())
    object["seats"].push_back({{"name", seat.name},
                               {"status", name_of(seat.status)},
                               {"connected", seat.connected},
                               {"claimed", !seat.claimed_by.empty()}});
  if (room.stage() == Stage::Closed || room.stage() == Stage::Reveal)
    object["tally"] = tally_json(room);
  return text_of(object);
}

}  // namespace recto::classroom
