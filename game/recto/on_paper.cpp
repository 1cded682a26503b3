#include "game/recto/on_paper.h"

#include <cmath>
#include <utility>

#include "content/files/files.h"
#include "game/recto/results_sheet.h"
#include "game/screens/words.h"
#include "tools/interchange/paper/quiz_paper.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using classroom::AskedResult;
using classroom::QuestionKind;
using paper::Block;
using paper::Line;

// Any will do: what counts is that the same cards give the same pages.
constexpr std::uint64_t kSeed = 20;
constexpr double kTitleSize = 20, kHeadSize = 12, kTextSize = 10.5, kSmallSize = 9.5, kIndent = 20;

Line soft(std::string text) {
  return {.text = std::move(text),
          .size = kSmallSize,
          .indent = kIndent,
          .above = 2,
          .tone = Line::Tone::Soft};
}

bool is_scored(const AskedResult& asked) {
  return asked.kind != QuestionKind::Poll && asked.kind != QuestionKind::Slide;
}

std::string share_in_words(const AskedResult& asked) {
  std::string answered = std::to_string(asked.tally.answered) + " answered";
  if (!is_scored(asked)) return answered;
  return answered + ", " + std::to_string(std::lround(100 * classroom::share_right(asked))) +
         " % right";
}

Block question_block(const AskedResult& asked, std::size_t number) {
  Block block = {{.text = std::to_string(number) + ". " + asked.prompt,
                  .size = kHeadSize,
                  .bold = true,
                  .above = 14}};
  block.push_back(soft(share_in_words(asked) + (asked.answer.empty() ? "" : ": " + asked.answer)));
  for (std::size_t i = 0; i < asked.options.size(); ++i)
    block.push_back({.text = asked.options[i] + " – " + std::to_string(asked.tally.options[i]),
                     .size = kTextSize,
                     .indent = kIndent,
                     .above = 3,
                     .mark = std::string(1, static_cast<char>('A' + static_cast<int>(i)))});
  for (const classroom::TypedGroup& group : asked.tally.groups)
    block.push_back({.text = "“" + group.text + "” (" + std::string(study::name_of(group.verdict)) +
                             ") – " + std::to_string(group.count),
                     .size = kTextSize,
                     .indent = kIndent,
                     .above = 3});
  return block;
}

Block player_block(const classroom::PlayerResult& player) {
  std::string head = std::to_string(player.place) + ". " + player.name;
  if (!player.team.empty()) head += " (" + player.team + ")";
  Block block = {{.text = head + " – " + std::to_string(player.points),
                  .size = kTextSize,
                  .bold = true,
                  .above = 8}};
  std::string answers;
  for (std::size_t i = 0; i < player.answers.size(); ++i)
    answers += (answers.empty() ? "" : "   ") + std::to_string(i + 1) +
               (player.answers[i].right      ? " ✓"
                : player.answers[i].answered ? " ✗"
                                             : " –");
  block.push_back(soft(std::move(answers)));
  return block;
}

}  // namespace

Result<fs::path> print_quiz(const Deck& deck, const fs::path& folder) {
  Random random(kSeed);
  const paper::Document pages = paper::paper_of(paper::paper_quiz(deck, random), {});
  const std::string bytes = RECTO_TRY(paper::write_pdf(pages, paper::Sheet::A4));
  const fs::path path = free_path(folder, screens::title_in_words(deck.title) + " quiz", ".pdf");
  RECTO_TRY(write_file(path, bytes));
  return path;
}

Result<std::string> results_pdf(const classroom::QuizResult& result) {
  const std::string title = screens::title_in_words(result.title);
  paper::Part questions{title, {{{.text = title, .size = kTitleSize, .bold = true}}}};
  questions.blocks.push_back(
      {soft(screens::counted(result.players.size(), "player", "players") + ", " +
            screens::counted(result.questions.size(), "question", "questions"))});
  for (std::size_t i = 0; i < result.questions.size(); ++i)
    questions.blocks.push_back(question_block(result.questions[i], i + 1));
  paper::Part players{title, {{{.text = "Players", .size = kTitleSize, .bold = true}}}};
  for (const classroom::PlayerResult& player : result.players)
    players.blocks.push_back(player_block(player));
  return paper::write_pdf({title, {std::move(questions), std::move(players)}}, paper::Sheet::A4);
}

}  // namespace recto::app
