#include "game/classroom/rules/results.h"

#include "game/classroom/rules/phone_view.h"
#include "game/classroom/rules/standings.h"

namespace recto::classroom {
namespace {

std::string cell(std::string_view text) {
  std::string quoted = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    quoted += '\'';
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string team_of(const Room& room, const Seat& seat) {
  return seat.team < 0 ? std::string() : room.settings().teams[static_cast<std::size_t>(seat.team)];
}

}  // namespace

std::string results_csv(const Room& room) {
  const auto& questions = room.quiz().questions;
  const auto counts = [&](std::size_t q) {
    return room.asked(static_cast<int>(q)) == Asked::Counted;
  };
  std::string csv = "place,name,team,points";
  for (std::size_t q = 0; q < questions.size(); ++q)
    if (counts(q)) csv += ',' + cell(questions[q].card.prompt) + ",points";
  csv += "\r\n";
  for (const Standing& one : standings(room)) {
    const Seat& seat = room.roster()[one.seat];
    csv += std::to_string(one.place) + ',' + cell(seat.name) + ',' + cell(team_of(room, seat)) +
           ',' + std::to_string(one.points);
    for (std::size_t q = 0; q < questions.size(); ++q) {
      if (!counts(q)) continue;
      const auto& given = seat.given[q];
      csv += ',' + cell(given ? response_in_words(questions[q], given->response) : std::string());
      csv += ',' + std::to_string(room.points(one.seat, static_cast<int>(q)));
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace recto::classroom
