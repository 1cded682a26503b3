#include "game/screens/classroom/wall_view.h"

#include <algorithm>
#include <cmath>

#include "game/classroom/rules/phone_view.h"
#include "game/classroom/rules/standings.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

using classroom::QuestionKind;
using classroom::Room;
using classroom::Seat;
using classroom::Stage;

constexpr std::size_t kBoardRows = 8;
constexpr int kPodiumPlaces = 3;
constexpr std::size_t kNamesOnStep = 3;

std::string grouped(int points) {
  std::string text = std::to_string(points);
  for (std::ptrdiff_t at = std::ssize(text) - 3; at > 0; at -= 3)
    text.insert(static_cast<std::size_t>(at), "\u202f");
  return text;
}

float share_of(double part, double whole) {
  return whole <= 0 ? 0.0F : static_cast<float>(part / whole);
}

WallName::State state_of(const Seat& seat) {
  if (seat.status == Seat::Status::Removed) return WallName::State::Removed;
  if (!seat.claimed_by.empty()) return WallName::State::Claimed;
  if (seat.status == Seat::Status::Waiting) return WallName::State::Waiting;
  return seat.connected ? WallName::State::In : WallName::State::Away;
}

void show_names(WallView& view, const Room& room) {
  std::size_t present = 0;
  const auto seats = room.roster().seats();
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const auto& teams = room.settings().teams;
    const auto team = static_cast<std::size_t>(std::max(0, seats[i].team));
    view.names.push_back({i, seats[i].name, state_of(seats[i]),
                          seats[i].team >= 0 && team < teams.size() ? teams[team] : ""});
    if (view.names.back().state == WallName::State::In) ++present;
  }
  // The newest first, where everyone looks; who was taken out, last.
  std::ranges::reverse(view.names);
  std::stable_partition(view.names.begin(), view.names.end(),
                        [](const WallName& one) { return one.state != WallName::State::Removed; });
  view.present = present == 0   ? "Nobody is in yet"
                 : present == 1 ? "1 is in"
                                : std::to_string(present) + " are in";
}

bool is_asked(Stage stage) {
  return stage == Stage::Reading || stage == Stage::Answering || stage == Stage::Closed ||
         stage == Stage::Reveal;
}

std::string option_text(const classroom::Question& question, std::size_t place) {
  if (question.kind != QuestionKind::TrueFalse) return question.options[place];
  return place == 0 ? "True" : "False";
}

void show_options(WallView& view, const classroom::Question& question,
                  const classroom::Tally& tally) {
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    WallOption option{std::string(1, static_cast<char>('A' + i)), option_text(question, i)};
    if (view.revealed) {
      option.count = tally.options[i];
      option.share = share_of(option.count, tally.answered);
      option.right = question.kind != QuestionKind::Order &&
                     std::ranges::find(question.key, static_cast<int>(i)) != question.key.end();
    }
    view.options.push_back(std::move(option));
  }
  // The order itself is what is right: once it is revealed, the options stand in it.
  if (!view.revealed || question.kind != QuestionKind::Order) return;
  std::vector<WallOption> in_order;
  for (const int place : question.key)
    in_order.push_back(view.options[static_cast<std::size_t>(place)]);
  view.options = std::move(in_order);
}

void show_texts(WallView& view, const classroom::Tally& tally) {
  for (const classroom::TypedGroup& group : tally.groups) {
    const bool right =
        group.verdict == study::Verdict::Right || group.verdict == study::Verdict::Slip;
    view.texts.push_back({group.text, group.count, right, !right});
  }
}

void show_question(WallView& view, const Room& room) {
  const auto at = static_cast<std::size_t>(room.question());
  const classroom::Question& question = room.quiz().questions[at];
  view.question = room.question();
  view.number =
      "Question " + std::to_string(at + 1) + " of " + std::to_string(room.quiz().questions.size());
  view.prompt = question.card.prompt;
  view.revealed = room.stage() == Stage::Reveal;
  view.lasts = question.time;
  const classroom::Tally tally = classroom::tally_of(room, room.question());
  if (room.stage() != Stage::Reading) show_options(view, question, tally);
  view.can_count = room.stage() != Stage::Reading && classroom::takes_hands(question.kind) &&
                   !question.options.empty();
  view.hands = room.hands(room.question());
  const bool typed = question.options.empty() && question.kind != QuestionKind::Slide;
  if (typed && view.revealed) show_texts(view, tally);
  if (view.revealed) {
    const bool scored = question.kind != QuestionKind::Poll && question.kind != QuestionKind::Slide;
    if (typed) view.answer = classroom::answer_in_words(question);
    if (scored)
      view.evidence = question.evidence.empty() ? question.card.explanation : question.evidence;
    if (question.kind == QuestionKind::Slide) view.evidence = question.card.explanation;
  }
}

void show_progress(WallView& view, const Room& room) {
  const classroom::Progress progress = classroom::progress_of(room);
  view.progress = std::to_string(progress.answered) + " of " + std::to_string(progress.connected);
  view.progress += room.stage() == Stage::OwnSpeed ? " have finished" : " have answered";
  view.progress_share = share_of(progress.answered, progress.connected);
}

void show_board(WallView& view, const Room& room) {
  const auto rows = classroom::standings(room);
  const int best = rows.empty() ? 0 : rows.front().points;
  for (std::size_t i = 0; i < std::min(rows.size(), kBoardRows); ++i)
    view.board.push_back({std::to_string(rows[i].place) + ".", room.roster()[rows[i].seat].name,
                          grouped(rows[i].points), share_of(rows[i].points, best)});
  view.more_on_board = rows.size() - view.board.size();
  const auto teams = classroom::team_standings(room);
  for (const classroom::TeamStanding& team : teams)
    view.teams.push_back({std::to_string(team.place) + ".",
                          room.settings().teams[static_cast<std::size_t>(team.team)],
                          grouped(static_cast<int>(std::lround(team.points))),
                          share_of(team.points, teams.front().points)});
}

void show_podium(WallView& view, const Room& room) {
  if (room.settings().leaderboard == classroom::Leaderboard::Never) return;
  const auto rows = classroom::standings(room);
  if (rows.empty() || rows.front().points == 0) return;  // nobody has anything to stand there for
  for (int place = 1; place <= kPodiumPlaces; ++place) {
    PodiumStep step{place, {}, {}};
    std::size_t names = 0;
    for (const classroom::Standing& row : rows) {
      if (row.place != place) continue;
      if (names++ < kNamesOnStep)
        step.names += (step.names.empty() ? "" : ", ") + room.roster()[row.seat].name;
      step.points = grouped(row.points);
    }
    if (names > kNamesOnStep)
      step.names += " and " + std::to_string(names - kNamesOnStep) + " more";
    if (names > 0) view.podium.push_back(std::move(step));
  }
}

/// What Space does.
std::string next_of(const Room& room) {
  const bool last = room.question() + 1 >= static_cast<int>(room.quiz().questions.size());
  std::string onward = last ? "Podium" : "Next question";
  switch (room.stage()) {
    case Stage::Lobby: return "Start";
    case Stage::Reading: return "Open the answers";
    case Stage::Answering: return "Close the answers";
    case Stage::Closed: return "Show the answer";
    case Stage::Reveal: {
      const QuestionKind kind =
          room.quiz().questions[static_cast<std::size_t>(room.question())].kind;
      const bool scored = kind != QuestionKind::Poll && kind != QuestionKind::Slide;
      const bool ranked = room.settings().leaderboard == classroom::Leaderboard::AfterEach;
      return scored && ranked ? "Leaderboard" : onward;
    }
    case Stage::Scoreboard: return onward;
    case Stage::OwnSpeed: return "End the quiz";
    case Stage::Podium: return "What the class missed";
    case Stage::Finished: return {};
  }
  return {};
}

void show_steps(WallView& view, const Room& room) {
  const Stage stage = room.stage();
  view.next = next_of(room);
  view.can_pause = stage == Stage::Reading || stage == Stage::Answering || stage == Stage::OwnSpeed;
  view.can_add_time = view.left.has_value();
  view.can_reopen = stage == Stage::Closed;
  view.can_skip = stage == Stage::Reading || stage == Stage::Answering || stage == Stage::Closed;
  view.can_end = stage == Stage::Closed || stage == Stage::Reveal || stage == Stage::Scoreboard;
  if (!view.paused) return;
  view.next.clear();
  view.can_skip = false;
}

}  // namespace

WallView look(const Room& room, classroom::Millis now) {
  WallView view;
  view.stage = room.stage();
  view.paused = room.paused();
  view.title = title_in_words(room.quiz().title);
  view.locked = room.roster().locked();
  view.flooded = room.roster().locked_by_flood();
  view.left = room.time_left(now);
  show_names(view, room);
  if (is_asked(view.stage)) show_question(view, room);
  if (view.stage == Stage::Answering || view.stage == Stage::OwnSpeed) show_progress(view, room);
  if (view.stage == Stage::OwnSpeed) view.lasts = room.settings().deadline;
  if (view.stage == Stage::Scoreboard) show_board(view, room);
  if (view.stage == Stage::Podium) show_podium(view, room);
  show_steps(view, room);
  return view;
}

}  // namespace recto::screens
