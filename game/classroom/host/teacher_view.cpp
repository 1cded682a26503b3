#include "game/classroom/host/teacher_view.h"

#include <algorithm>
#include <array>
#include <utility>

#include "game/classroom/host/json_writer.h"
#include "game/classroom/host/protocol.h"
#include "game/classroom/rules/phone_view.h"
#include "game/classroom/rules/standings.h"

namespace recto::classroom {
namespace {

constexpr std::size_t kMostStandings = 10;

SeatShown shown_of(const Room& room, const Seat& seat) {
  const auto& teams = room.settings().teams;
  const auto team = static_cast<std::size_t>(std::max(0, seat.team));
  const bool has_team = seat.team >= 0 && team < teams.size();
  return {seat.name,
          has_team ? teams[team] : std::string(),
          seat.status,
          seat.connected,
          !seat.claimed_by.empty(),
          seat.extra_percent,
          seat.at};
}

void write_seat(std::string& out, std::size_t number, const SeatShown& seat) {
  ObjectWriter object(out);
  object.member("seat", number).member("name", seat.name).member("status", name_of(seat.status));
  object.member("connected", seat.connected).member("claimed", seat.claimed);
  object.member("extra", seat.extra_percent).member("at", seat.at);
  if (!seat.team.empty()) object.member("team", seat.team);
}

void write_question(std::string& out, const Question& question) {
  ObjectWriter object(out);
  object.member("kind", name_of(question.kind)).member("prompt", question.card.prompt);
  object.member("options", question.options).member("key", question.key);
  object.member("answer", answer_in_words(question)).member("accept", question.card.accept);
  object.member("notes", question.card.explanation).member("evidence", question.evidence);
}

void write_tally(std::string& out, const Tally& tally) {
  ObjectWriter object(out);
  object.member("answered", tally.answered).member("right", tally.right);
  object.member("options", tally.options);
  std::string& groups = object.begin("groups");
  groups += '[';
  for (const TypedGroup& group : tally.groups) {
    if (groups.back() != '[') groups += ',';
    ObjectWriter(groups)
        .member("text", group.text)
        .member("count", group.count)
        .member("verdict", study::name_of(group.verdict));
  }
  groups += ']';
}

void write_standings(std::string& out, const Room& room) {
  out += '[';
  std::size_t written = 0;
  for (const Standing& one : standings(room)) {
    if (written++ == kMostStandings) break;
    if (out.back() != '[') out += ',';
    ObjectWriter(out)
        .member("place", one.place)
        .member("name", room.roster()[one.seat].name)
        .member("points", one.points);
  }
  out += ']';
}

bool shows_question(Stage stage) {
  return stage == Stage::Reading || stage == Stage::Answering || stage == Stage::Closed ||
         stage == Stage::Reveal;
}

bool shows_standings(Stage stage) {
  return stage == Stage::Scoreboard || stage == Stage::Podium || stage == Stage::Finished;
}

}  // namespace

std::string_view name_of(Seat::Status status) {
  constexpr std::array<std::string_view, 3> kNames = {"waiting", "in", "removed"};
  return kNames.at(static_cast<std::size_t>(status));
}

std::string wall_message(const Room& room, Millis now) {
  const Progress progress = progress_of(room);
  std::string text;
  {
    ObjectWriter object(text);
    object.member("v", kProtocolVersion).member("type", "wall");
    object.member("title", room.quiz().title).member("stage", name_of(room.stage()));
    object.member("paused", room.paused()).member("question", room.question());
    object.member("of", room.quiz().questions.size()).member("round", room.round());
    object.member("answered", progress.answered).member("connected", progress.connected);
    object.member("locked", room.roster().locked());
    object.member("flood", room.roster().locked_by_flood());
    if (const auto left = room.time_left(now)) object.member("left", left->count());
    if (room.question() >= 0 && shows_question(room.stage()))
      write_question(object.begin("asked"),
                     room.quiz().questions[static_cast<std::size_t>(room.question())]);
    if (room.stage() == Stage::Closed || room.stage() == Stage::Reveal)
      write_tally(object.begin("tally"), tally_of(room, room.question()));
    if (shows_standings(room.stage())) write_standings(object.begin("standings"), room);
  }
  return text;
}

std::string seats_message(const Room& room, std::vector<SeatShown>& shown) {
  const auto seats = room.roster().seats();
  std::string list;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    SeatShown now = shown_of(room, seats[i]);
    if (i < shown.size() && shown[i] == now) continue;
    if (!list.empty()) list += ',';
    write_seat(list, i, now);
    if (i < shown.size())
      shown[i] = std::move(now);
    else
      shown.push_back(std::move(now));
  }
  if (list.empty()) return {};
  std::string text;
  {
    ObjectWriter object(text);
    object.member("v", kProtocolVersion).member("type", "seats");
    object.begin("seats").append("[").append(list).append("]");
  }
  return text;
}

}  // namespace recto::classroom
