#include "game/classroom/rules/phone_view.h"

#include <algorithm>
#include <utility>

namespace recto::classroom {
namespace {

constexpr int kPodiumPlaces = 3;
constexpr std::size_t kMostOnPodium = 10;  // when all are equal, all share the first place

bool is_over(Stage stage) {
  return stage == Stage::Podium || stage == Stage::Finished;
}

bool shows_question(Stage stage) {
  return stage == Stage::Reading || stage == Stage::Answering || stage == Stage::Closed ||
         stage == Stage::Reveal || stage == Stage::Scoreboard;
}

bool is_revealed(Stage stage) {
  return stage == Stage::Reveal || stage == Stage::Scoreboard;
}

std::string joined(const std::vector<std::string>& options, const std::vector<int>& places,
                   const char* between) {
  std::string text;
  for (const int place : places) {
    if (place < 0 || static_cast<std::size_t>(place) >= options.size()) continue;
    if (!text.empty()) text += between;
    text += options[static_cast<std::size_t>(place)];
  }
  return text;
}

std::string in_words(const Question& question, const std::vector<int>& places) {
  return joined(question.options, places, question.kind == QuestionKind::Order ? " → " : "; ");
}

AskedView asked_view(const Room& room, int number, bool with_options) {
  const Question& question = room.quiz().questions[static_cast<std::size_t>(number)];
  AskedView view;
  view.number = number;
  view.round = room.stage() == Stage::OwnSpeed ? 1 : room.round();
  view.of = static_cast<int>(room.quiz().questions.size());
  view.kind = question.kind;
  view.prompt = question.card.prompt;
  if (!with_options) return view;
  view.options = question.options.size();
  if (room.settings().options_on_phones) view.texts = question.options;
  return view;
}

RevealView reveal_view(const Room& room) {
  const Question& question = room.quiz().questions[static_cast<std::size_t>(room.question())];
  const bool is_poll = question.kind == QuestionKind::Poll || question.kind == QuestionKind::Slide;
  RevealView view;
  view.key = question.key;
  if (!is_poll) view.answer = answer_in_words(question);
  view.explanation = question.card.explanation;
  view.evidence = question.evidence;
  view.counts = tally_of(room, room.question()).options;
  return view;
}

std::vector<std::pair<std::string, int>> podium(const Room& room) {
  std::vector<std::pair<std::string, int>> names;
  if (room.settings().leaderboard == Leaderboard::Never) return names;
  for (const Standing& one : standings(room))
    if (one.place <= kPodiumPlaces && names.size() < kMostOnPodium)
      names.emplace_back(room.roster()[one.seat].name, one.place);
  return names;
}

std::vector<MissView> misses(const Room& room, SeatId seat) {
  std::vector<MissView> missed;
  for (std::size_t q = 0; q < room.quiz().questions.size(); ++q) {
    const Question& question = room.quiz().questions[q];
    const auto& given = room.roster()[seat].given[q];
    const bool scored = question.kind != QuestionKind::Poll && question.kind != QuestionKind::Slide;
    if (room.asked(static_cast<int>(q)) != Asked::Counted || !scored) continue;
    if (given && given->share == 1) continue;
    missed.push_back({question.kind, question.card.prompt,
                      given ? response_in_words(question, given->response) : std::string(),
                      answer_in_words(question), question.evidence});
  }
  return missed;
}

std::optional<OwnView::Outcome> outcome(const Room& room, SeatId seat) {
  const auto& given = room.roster()[seat].given[static_cast<std::size_t>(room.question())];
  OwnView::Outcome result;
  if (given) result = {given->verdict, room.points(seat, room.question()), true};
  return result;
}

bool shows_standing(const Room& room) {
  switch (room.settings().leaderboard) {
    case Leaderboard::AfterEach: return is_revealed(room.stage()) || is_over(room.stage());
    case Leaderboard::AtEnd: return is_over(room.stage());
    case Leaderboard::Never: break;
  }
  return false;
}

}  // namespace

std::string answer_in_words(const Question& question) {
  return question.options.empty() ? question.card.answer : in_words(question, question.key);
}

std::string response_in_words(const Question& question, const Response& response) {
  return question.options.empty() ? response.text : in_words(question, response.options);
}

SharedView shared_view(const Room& room, Millis now) {
  SharedView view;
  view.stage = room.stage();
  view.paused = room.paused();
  view.title = room.quiz().title;
  view.language = room.quiz().language;
  view.may_change = room.stage() != Stage::OwnSpeed && room.settings().scoring == Scoring::Accuracy;
  view.left = room.time_left(now);
  if (shows_question(view.stage))
    view.asked = asked_view(room, room.question(), view.stage != Stage::Reading);
  if (is_revealed(view.stage)) view.reveal = reveal_view(room);
  if (is_over(view.stage)) view.podium = podium(room);
  return view;
}

OwnView own_view(const Room& room, SeatId id, Millis now,
                 const std::vector<std::optional<Standing>>& ranking) {
  const Seat& seat = room.roster()[id];
  OwnView view;
  view.name = seat.name;
  view.status = seat.status;
  if (seat.team >= 0) view.team = room.settings().teams[static_cast<std::size_t>(seat.team)];
  if (seat.status != Seat::Status::In) return view;
  if (seat.extra_percent > 0) view.left = room.time_left(now, id);
  if (room.stage() == Stage::OwnSpeed && !room.paused() &&
      seat.at < static_cast<int>(room.quiz().questions.size()))
    view.asked = asked_view(room, seat.at, true);
  if (shows_question(room.stage())) {
    const auto& given = seat.given[static_cast<std::size_t>(room.question())];
    if (given) view.given = given->response;
  }
  if (is_revealed(room.stage())) view.outcome = outcome(room, id);
  const auto at = static_cast<std::size_t>(id);
  if (shows_standing(room) && at < ranking.size()) view.standing = ranking[at];
  if (is_over(room.stage())) view.misses = misses(room, id);
  return view;
}

}  // namespace recto::classroom
