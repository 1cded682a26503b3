#include "game/classroom/rules/standings.h"

#include <algorithm>
#include <map>

#include "content/base/fold.h"

namespace recto::classroom {
namespace {

bool is_removed(const Seat& seat) {
  return seat.status == Seat::Status::Removed;
}

/// Best first; ties share a place.
template <class Row>
void give_places(std::vector<Row>& rows) {
  std::ranges::stable_sort(rows, [](const Row& a, const Row& b) { return a.points > b.points; });
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].place =
        i > 0 && rows[i].points == rows[i - 1].points ? rows[i - 1].place : static_cast<int>(i) + 1;
}

void count_options(Tally& tally, const Question& question, const Response& response) {
  if (question.kind != QuestionKind::Order) {
    for (const int option : response.options)
      ++tally.options[static_cast<std::size_t>(option)];
    return;
  }
  for (std::size_t i = 0; i < response.options.size(); ++i)
    if (response.options[i] == question.key[i])
      ++tally.options[static_cast<std::size_t>(response.options[i])];
}

}  // namespace

std::vector<Standing> standings(const Room& room) {
  const std::vector<int> scores = room.scores();
  std::vector<Standing> rows;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (room.roster()[SeatId{i}].status == Seat::Status::In) rows.push_back({SeatId{i}, scores[i]});
  give_places(rows);
  return rows;
}

std::vector<std::optional<Standing>> standings_by_seat(const Room& room) {
  std::vector<std::optional<Standing>> by_seat(room.roster().seats().size());
  for (const Standing& one : standings(room))
    by_seat[static_cast<std::size_t>(one.seat)] = one;
  return by_seat;
}

std::vector<TeamStanding> team_standings(const Room& room) {
  std::vector<TeamStanding> rows(room.settings().teams.size());
  std::vector<int> members(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].team = static_cast<int>(i);
  if (rows.empty()) return rows;
  for (const Standing& one : standings(room)) {
    const auto team = static_cast<std::size_t>(room.roster()[one.seat].team);
    rows[team].points += one.points;
    ++members[team];
  }
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (members[i] > 0) rows[i].points /= members[i];
  give_places(rows);
  return rows;
}

Tally tally_of(const Room& room, int question) {
  const auto at = static_cast<std::size_t>(question);
  const Question& asked = room.quiz().questions[at];
  Tally tally;
  tally.options.resize(asked.options.size());
  std::map<std::string, TypedGroup> groups;
  std::vector<Millis> times;
  for (const Seat& seat : room.roster().seats()) {
    if (!seat.given[at] || is_removed(seat)) continue;
    const Given& given = *seat.given[at];
    ++tally.answered;
    if (given.share == 1) ++tally.right;
    times.push_back(given.taken);
    if (asked.options.empty()) {
      TypedGroup& group = groups[fold_case(given.response.text)];
      if (group.count++ == 0) group.text = given.response.text;
      group.verdict = given.verdict;
    } else {
      count_options(tally, asked, given.response);
    }
  }
  const std::vector<int>& hands = room.hands(question);
  for (std::size_t i = 0; i < hands.size(); ++i) {
    tally.answered += hands[i];
    tally.options[i] += hands[i];
    if (std::ranges::find(asked.key, static_cast<int>(i)) != asked.key.end())
      tally.right += hands[i];
  }
  for (auto& [folded, group] : groups)
    tally.groups.push_back(std::move(group));
  std::ranges::stable_sort(tally.groups, std::ranges::greater{}, &TypedGroup::count);
  if (!times.empty()) {
    const auto middle = times.begin() + std::ssize(times) / 2;
    std::ranges::nth_element(times, middle);
    tally.median_time = *middle;
  }
  return tally;
}

Progress progress_of(const Room& room) {
  Progress progress;
  for (const Seat& seat : room.roster().seats()) {
    if (!seat.connected || seat.status != Seat::Status::In) continue;
    ++progress.connected;
    if (room.stage() == Stage::OwnSpeed) {
      if (seat.at >= static_cast<int>(room.quiz().questions.size())) ++progress.answered;
    } else if (room.question() >= 0) {
      const auto& given = seat.given[static_cast<std::size_t>(room.question())];
      if (given && given->round == room.round()) ++progress.answered;
    }
  }
  return progress;
}

}  // namespace recto::classroom
