#include "game/screens/classroom/after_view.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "game/screens/words.h"

namespace recto::screens {
namespace {

using classroom::AskedResult;
using classroom::QuestionKind;

bool is_scored(const AskedResult& asked) {
  return asked.kind != QuestionKind::Poll && asked.kind != QuestionKind::Slide;
}

std::string percent(double share) {
  return std::to_string(std::lround(100 * share)) + " %";
}

std::string detail_of(const AskedResult& asked) {
  if (asked.tally.answered == 0) return "Nobody answered";
  const auto seconds = std::chrono::round<std::chrono::seconds>(asked.tally.median_time).count();
  return std::to_string(asked.tally.answered) + " answered, half of them within " +
         std::to_string(std::max<std::chrono::seconds::rep>(1, seconds)) + " s";
}

AfterQuestion question_of(const AskedResult& asked) {
  AfterQuestion shown;
  shown.prompt = asked.prompt;
  shown.answer = asked.answer;
  if (asked.kind == QuestionKind::TrueFalse)
    shown.answer = asked.answer == "true" ? "True" : "False";
  shown.scored = is_scored(asked);
  shown.right = static_cast<float>(classroom::share_right(asked));
  shown.share = shown.scored ? percent(shown.right) + " right" : "not scored";
  shown.detail = detail_of(asked);
  shown.evidence = asked.evidence;
  return shown;
}

std::string line_of(const classroom::QuizResult& result) {
  int answered = 0, right = 0;
  for (const AskedResult& asked : result.questions) {
    if (!is_scored(asked)) continue;
    answered += asked.tally.answered;
    right += asked.tally.right;
  }
  std::string line = counted(result.players.size(), "player", "players") + ", " +
                     counted(result.questions.size(), "question", "questions");
  if (answered > 0) line += ", " + percent(static_cast<double>(right) / answered) + " right";
  return line;
}

std::string missed_line(std::size_t missed, std::size_t questions) {
  if (questions == 0) return "No question was asked to its end.";
  if (missed == 0) return "At least 70 % of those who answered had every question right.";
  return counted(missed, "question", "questions") +
         " that fewer than 70 % of those who answered had right.";
}

}  // namespace

AfterView look_after(const classroom::QuizResult& result) {
  AfterView view;
  view.title = title_in_words(result.title);
  view.line = line_of(result);
  for (const AskedResult& asked : result.questions)
    view.questions.push_back(question_of(asked));
  for (const std::size_t place : classroom::missed_by_class(result))
    view.missed.push_back(view.questions[place]);
  view.missed_line = missed_line(view.missed.size(), view.questions.size());
  return view;
}

}  // namespace recto::screens
