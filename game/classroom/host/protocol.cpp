#include "game/classroom/host/protocol.h"

#include <algorithm>
#include <array>
#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "content/base/utf8.h"
#include "game/classroom/host/json_writer.h"
#include "game/classroom/host/teacher_view.h"

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

void write_view(std::string& out, const AskedView& asked) {
  ObjectWriter object(out);
  object.member("number", asked.number).member("round", asked.round).member("of", asked.of);
  object.member("kind", name_of(asked.kind)).member("prompt", asked.prompt);
  object.member("options", asked.options);
  if (!asked.texts.empty()) object.member("texts", asked.texts);
}

void write_view(std::string& out, const RevealView& reveal) {
  ObjectWriter object(out);
  object.member("key", reveal.key).member("answer", reveal.answer);
  object.member("explanation", reveal.explanation).member("evidence", reveal.evidence);
  object.member("counts", reveal.counts);
}

void write_view(std::string& out, const Response& response) {
  if (response.options.empty())
    write_json(out, response.text);
  else
    write_json(out, response.options);
}

void write_view(std::string& out, const MissView& miss) {
  ObjectWriter object(out);
  object.member("kind", name_of(miss.kind)).member("prompt", miss.prompt);
  object.member("yours", miss.yours).member("answer", miss.answer);
  object.member("evidence", miss.evidence);
}

void write_view(std::string& out, const std::pair<std::string, int>& on_podium) {
  ObjectWriter(out).member("name", on_podium.first).member("place", on_podium.second);
}

template <class Value>
void write_list(std::string& out, const std::vector<Value>& values) {
  out += '[';
  for (const Value& value : values) {
    if (out.back() != '[') out += ',';
    write_view(out, value);
  }
  out += ']';
}

void write_view(std::string& out, const OwnView& view) {
  ObjectWriter you(out);
  you.member("name", view.name).member("status", name_of(view.status));
  if (!view.team.empty()) you.member("team", view.team);
  if (view.left) you.member("left", view.left->count());
  if (view.given) write_view(you.begin("given"), *view.given);
  if (view.outcome) {
    you.member("answered", view.outcome->answered);
    you.member("verdict", study::name_of(view.outcome->verdict));
    you.member("points", view.outcome->points);
  }
  if (view.standing)
    you.member("score", view.standing->points).member("place", view.standing->place);
  if (!view.misses.empty()) write_list(you.begin("misses"), view.misses);
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
  std::string part;
  ObjectWriter object(part);
  object.member("v", kProtocolVersion).member("type", "state");
  write_view(object.begin("you"), view);
  if (view.asked) write_view(object.begin("question"), *view.asked);
  object.leave_open();  // it goes on with what everyone sees
  return part;
}

std::string shared_part(const SharedView& view) {
  std::string part;
  {
    ObjectWriter object(part);
    object.member("stage", name_of(view.stage)).member("paused", view.paused);
    object.member("title", view.title).member("language", view.language);
    object.member("may_change", view.may_change);
    if (view.left) object.member("left", view.left->count());
    if (view.asked) write_view(object.begin("question"), *view.asked);
    if (view.reveal) write_view(object.begin("reveal"), *view.reveal);
    if (!view.podium.empty()) write_list(object.begin("podium"), view.podium);
  }
  part.front() = ',';
  return part;
}

std::string here_message() {
  return text_of(Ordered{{"v", kProtocolVersion}, {"type", "here"}});
}

std::string taken_message(int question, int round) {
  std::string text;
  ObjectWriter(text)
      .member("v", kProtocolVersion)
      .member("type", "taken")
      .member("question", question)
      .member("round", round);
  return text;
}

std::string deck_message(std::string_view deck) {
  return text_of(Ordered{{"v", kProtocolVersion}, {"type", "deck"}, {"deck", deck}});
}

std::string refused_message(std::string_view reason, std::string_view suggestion) {
  Ordered object = {{"v", kProtocolVersion}, {"type", "refused"}, {"reason", reason}};
  if (!suggestion.empty()) object["suggestion"] = suggestion;
  return text_of(object);
}

std::string no_seat_message(Naming naming) {
  constexpr std::array<std::string_view, 3> kNames = {"free", "list", "given"};
  return text_of(Ordered{{"v", kProtocolVersion},
                         {"type", "refused"},
                         {"reason", name_of(Reason::UnknownSeat)},
                         {"names", kNames.at(static_cast<std::size_t>(naming))}});
}

std::string refused_answer(std::string_view reason, int question, int round) {
  return text_of(Ordered{{"v", kProtocolVersion},
                         {"type", "refused"},
                         {"reason", reason},
                         {"question", question},
                         {"round", round}});
}

}  // namespace recto::classroom
