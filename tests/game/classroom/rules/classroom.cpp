#include "tests/game/classroom/rules/classroom.h"

#include <algorithm>
#include <utility>

#include "tests/support/support.h"

namespace recto::classroom::sample {
namespace {

constexpr Millis kTime{20'000};

Card card(std::string id, CardKind kind, std::string prompt) {
  Card made;
  made.id = {std::move(id)};
  made.kind = kind;
  made.prompt = std::move(prompt);
  return made;
}

Question question(const Deck& deck, QuestionKind kind, std::size_t at,
                  std::vector<std::string> options, std::vector<int> key) {
  Question made;
  made.card = deck.cards[at];
  made.kind = kind;
  made.options = std::move(options);
  made.key = std::move(key);
  if (made.card.evidence) made.evidence = evidence_text(deck, *made.card.evidence);
  made.time = kTime;
  return made;
}

Response random_response(Random& random, const Question& question) {
  Response response;
  if (random.below(8) == 0) return response;
  if (question.options.empty()) {
    const char* const texts[] = {"Raffles", "Stamford Raffles", "2,851 metres", "2,850 metres",
                                 "=1+1"};
    response.text = texts[random.below(std::size(texts))];
    return response;
  }
  const std::size_t count = question.kind == QuestionKind::Several
                                ? 1 + random.below(question.options.size())
                            : question.kind == QuestionKind::Order ? question.options.size()
                                                                   : 1;
  for (std::size_t i = 0; i < question.options.size(); ++i)
    response.options.push_back(static_cast<int>(i));
  random.shuffle(response.options);
  response.options.resize(count);
  if (question.kind == QuestionKind::Several) std::ranges::sort(response.options);
  if (random.below(20) == 0) response.options.push_back(static_cast<int>(random.below(9)));
  return response;
}

Event random_teacher_event(Random& random, SeatId seat, const Room& room) {
  switch (random.below(17)) {
    case 16:
      return event::Hands{
          room.question(),
          std::vector<int>(1 + random.below(4), static_cast<int>(random.below(30)) - 2)};
    case 0: return event::Pause{};
    case 1: return event::Resume{};
    case 2: return event::AddTime{Millis{10'000}};
    case 3: return event::Reopen{};
    case 4: return event::Skip{};
    case 5: return event::Lock{random.below(2) == 0};
    case 6: return event::Remove{seat};
    case 7: return event::Readmit{seat};
    case 8: return event::Rename{seat, name_number(static_cast<int>(random.below(40)))};
    case 9: return event::Approve{seat};
    case 10: return event::ConfirmClaim{seat};
    case 11: return event::ExtraTime{seat, static_cast<int>(random.below(120))};
    case 12: return event::Grant{room.question(), "2,850 metres"};
    case 13: return random.below(12) == 0 ? Event(event::End{}) : Event(event::Resume{});
    case 14: return random.below(4) == 0 ? Event(event::Restart{}) : Event(event::Resume{});
    default: return event::Next{};
  }
}

}  // namespace

Deck sample_deck() {
  Deck deck;
  deck.id = {"tambora"};
  deck.title = "Tambora";
  deck.language = "en";
  deck.passages = {{{"p1"}, "", "Mount Tambora stands on the island of Sumbawa.", {}}};
  Card choice = card("c1", CardKind::Choice, "On which island does Mount Tambora stand?");
  choice.answer = "Sumbawa";
  choice.distractors = {"Bali", "Lombok", "Flores"};
  choice.evidence = Evidence{{"p1"}, 0, 46};
  choice.explanation = "It is Sumbawa.";
  Card truth = card("c2", CardKind::TrueFalse, "Mount Tambora erupted in 1815.");
  truth.answer = "true";
  truth.explanation = truth.prompt;
  Card several = card("c3", CardKind::Several, "Which of these towns lie near the volcano?");
  several.answers = {"Bima", "Dompu"};
  several.distractors = {"Mataram", "Ende"};
  Card order = card("c4", CardKind::Order, "Put the years into order.");
  order.answers = {"1815", "1816", "1817"};
  Card text = card("c5", CardKind::Short, "Who governed Java in 1815?");
  text.answer = "Stamford Raffles";
  text.accept = {"Raffles"};
  Card number = card("c6", CardKind::Short, "How high is Mount Tambora, in metres?");
  number.answer = "2,851 metres";
  Card poll = card("c7", CardKind::Poll, "Have you seen a volcano?");
  poll.distractors = {"yes", "no"};
  Card slide = card("c8", CardKind::Poll, "Thank you for playing.");
  deck.cards = {choice, truth, several, order, text, number, poll, slide};
  return deck;
}

Quiz sample_quiz() {
  const Deck deck = sample_deck();
  Quiz quiz{deck.id, deck.title, deck.language, deck.grading, {}};
  quiz.questions = {
      question(deck, QuestionKind::Choice, 0, {"Sumbawa", "Bali", "Lombok", "Flores"}, {0}),
      question(deck, QuestionKind::TrueFalse, 1, {"true", "false"}, {0}),
      question(deck, QuestionKind::Several, 2, {"Bima", "Dompu", "Mataram", "Ende"}, {0, 1}),
      question(deck, QuestionKind::Order, 3, {"1815", "1816", "1817"}, {0, 1, 2}),
      question(deck, QuestionKind::Text, 4, {}, {}),
      question(deck, QuestionKind::Number, 5, {}, {}),
      question(deck, QuestionKind::Poll, 6, {"yes", "no"}, {}),
      question(deck, QuestionKind::Slide, 7, {}, {})};
  return quiz;
}

Class::Class(Settings settings, Quiz quiz) : room(std::move(quiz), std::move(settings)) {}

void Class::pass(Millis time) {
  const Millis until = now + time;
  for (auto due = room.next_deadline(); due && *due <= until; due = room.next_deadline()) {
    now = std::max(now, *due);
    apply(event::Tick{});
  }
  now = until;
}

SeatId Class::join(const std::string& name) {
  const Effect joined = apply(event::Join{"token of " + name, name});
  REQUIRE_FALSE(joined.refusal);
  apply(event::Connect{*joined.seat});
  return *joined.seat;
}

Effect Class::answer(SeatId seat, Response response) {
  return apply(event::Answer{seat, room.question(), room.round(), std::move(response)});
}

void Class::go_to(int question) {
  while (room.question() != question || room.stage() != Stage::Answering)
    REQUIRE_FALSE(apply(event::Next{}).refusal);
}

void Class::reveal() {
  while (room.stage() != Stage::Reveal)
    REQUIRE_FALSE(apply(event::Next{}).refusal);
}

std::string name_number(int number) {
  const char* const syllables[] = {"ba", "ko", "du",  "fe", "gi", "ha", "jo", "ku", "pe", "ne",
                                   "vo", "pu", "qua", "re", "si", "ta", "we", "xo", "yu", "za"};
  constexpr int kCount = static_cast<int>(std::size(syllables));
  return std::string(syllables[number % kCount]) + syllables[number / kCount % kCount] +
         syllables[number / kCount / kCount % kCount] + syllables[(number * 7 + 3) % kCount];
}

Reason reason(const Effect& effect) {
  REQUIRE(effect.refusal);
  return effect.refusal->reason;
}

bool taken(const Effect& effect) {
  return !effect.refusal;
}

Event random_event(Random& random, const Room& room) {
  const std::size_t seats = room.roster().seats().size();
  const SeatId seat{static_cast<std::size_t>(random.below(seats + 1))};  // one is not there
  const int question = random.below(10) == 0 ? static_cast<int>(random.below(9)) : room.question();
  switch (random.below(12)) {
    case 0: {
      const int who = static_cast<int>(random.below(40));
      return event::Join{"t" + std::to_string(who), name_number(who)};
    }
    case 1: return event::Claim{"other", name_number(static_cast<int>(random.below(40)))};
    case 2:
    case 3: return event::Connect{seat};
    case 4: return event::Disconnect{seat};
    case 5: return event::Latency{seat, Millis{static_cast<int>(random.below(900))}};
    case 6: return event::Ready{seat, question};
    case 7: return random_teacher_event(random, seat, room);
    case 8: return event::Tick{};
    default: break;
  }
  if (question < 0 || question >= static_cast<int>(room.quiz().questions.size()))
    return event::Next{};
  int round = room.round();
  if (random.below(15) == 0) ++round;
  return event::Answer{
      seat, question, round,
      random_response(random, room.quiz().questions[static_cast<std::size_t>(question)])};
}

}  // namespace recto::classroom::sample
