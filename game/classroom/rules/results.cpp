#include "game/classroom/rules/results.h"

#include <algorithm>
#include <utility>

#include "content/base/digest.h"
#include "game/classroom/rules/phone_view.h"

namespace recto::classroom {
namespace {

bool is_scored(QuestionKind kind) {
  return kind != QuestionKind::Poll && kind != QuestionKind::Slide;
}

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

std::vector<std::size_t> counted_questions(const Room& room) {
  std::vector<std::size_t> counted;
  for (std::size_t q = 0; q < room.quiz().questions.size(); ++q)
    if (room.asked(static_cast<int>(q)) == Asked::Counted) counted.push_back(q);
  return counted;
}

/// The card with its evidence in a passage of its own, which holds the sentence alone.
void add_card(Deck& deck, const Card& card, const std::string& evidence) {
  deck.cards.push_back(card);
  Card& added = deck.cards.back();
  added.evidence.reset();
  if (evidence.empty()) return;
  Passage passage;
  passage.id = {"s" + std::to_string(deck.passages.size() + 1)};
  passage.text = evidence;
  added.evidence = Evidence{passage.id, 0, evidence.size()};
  deck.passages.push_back(std::move(passage));
}

Deck empty_deck(const Quiz& quiz) {
  Deck deck;
  deck.id = quiz.deck;
  deck.title = quiz.title;
  deck.language = quiz.language;
  deck.grading = quiz.grading;
  deck.source.title = quiz.title;
  return deck;
}

/// An id that the same cards give again and no other deck has.
void name_missed(Deck& deck) {
  std::string cards = deck.id.text;
  for (const Card& card : deck.cards)
    cards += '\n' + card.id.text;
  deck.id = {"missed-" + short_digest(cards)};
  deck.title += " (missed)";
}

AskedResult asked_result(const Room& room, std::size_t place) {
  const Question& question = room.quiz().questions[place];
  AskedResult asked;
  asked.card = question.card.id;
  asked.kind = question.kind;
  asked.prompt = question.card.prompt;
  if (is_scored(question.kind)) asked.answer = answer_in_words(question);
  asked.evidence = question.evidence;
  asked.options = question.options;
  asked.key = question.key;
  asked.tally = tally_of(room, static_cast<int>(place));
  return asked;
}

PlayerAnswer player_answer(const Room& room, SeatId seat, std::size_t place) {
  const auto& given = room.roster()[seat].given[place];
  if (!given) return {};
  return {response_in_words(room.quiz().questions[place], given->response), true, given->share == 1,
          room.points(seat, static_cast<int>(place))};
}

}  // namespace

QuizResult result_of(const Room& room) {
  const std::vector<std::size_t> counted = counted_questions(room);
  QuizResult result;
  result.title = room.quiz().title;
  result.deck = empty_deck(room.quiz());
  for (const std::size_t place : counted) {
    const Question& question = room.quiz().questions[place];
    result.questions.push_back(asked_result(room, place));
    add_card(result.deck, question.card, question.evidence);
  }
  for (const Standing& one : standings(room)) {
    const Seat& seat = room.roster()[one.seat];
    PlayerResult player{one.place, seat.name, team_of(room, seat), one.points, {}};
    for (const std::size_t place : counted)
      player.answers.push_back(player_answer(room, one.seat, place));
    result.players.push_back(std::move(player));
  }
  return result;
}

double share_right(const AskedResult& question) {
  const Tally& tally = question.tally;
  return tally.answered == 0 ? 0 : static_cast<double>(tally.right) / tally.answered;
}

std::vector<std::size_t> missed_by_class(const QuizResult& result, double threshold) {
  std::vector<std::size_t> missed;
  for (std::size_t i = 0; i < result.questions.size(); ++i)
    if (is_scored(result.questions[i].kind) && share_right(result.questions[i]) < threshold)
      missed.push_back(i);
  std::ranges::stable_sort(missed, {},
                           [&](std::size_t i) { return share_right(result.questions[i]); });
  return missed;
}

Deck deck_of(const QuizResult& result, const std::vector<std::size_t>& questions) {
  Deck deck = result.deck;
  deck.cards.clear();
  deck.passages.clear();
  for (const std::size_t place : questions) {
    const AskedResult& asked = result.questions[place];
    if (const Card* const card = find_card(result.deck, asked.card))
      add_card(deck, *card, asked.evidence);
  }
  name_missed(deck);
  return deck;
}

Deck take_home(const Room& room, SeatId seat) {
  Deck deck = empty_deck(room.quiz());
  for (const std::size_t place : counted_questions(room)) {
    const Question& question = room.quiz().questions[place];
    const auto& given = room.roster()[seat].given[place];
    if (is_scored(question.kind) && !(given && given->share == 1))
      add_card(deck, question.card, question.evidence);
  }
  name_missed(deck);
  return deck;
}

std::string results_csv(const QuizResult& result) {
  std::string csv = "place,name,team,points";
  for (const AskedResult& question : result.questions)
    csv += ',' + cell(question.prompt) + ",points";
  csv += "\r\n";
  for (const PlayerResult& player : result.players) {
    csv += std::to_string(player.place) + ',' + cell(player.name) + ',' + cell(player.team) + ',' +
           std::to_string(player.points);
    for (const PlayerAnswer& answer : player.answers)
      csv += ',' + cell(answer.text) + ',' + std::to_string(answer.points);
    csv += "\r\n";
  }
  return csv;
}

}  // namespace recto::classroom
