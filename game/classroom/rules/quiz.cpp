#include "game/classroom/rules/quiz.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "content/base/fold.h"
#include "content/words/value.h"
#include "game/study/grading.h"

namespace recto::classroom {
namespace {

constexpr std::size_t kMostOptions = 6;
constexpr std::size_t kUsualDistractors = 3;

// Silent reading of a short text goes at 200 to 250 words a minute; a class is given 200.
constexpr Millis kReadingPerWord{300};
constexpr Millis kShortestReading{2000};
constexpr Millis kLongestReading{12'000};
constexpr Millis kTimeToTap{12'000};
constexpr Millis kTimeToType{25'000};
constexpr Millis kTimeStep{5000};  // a countdown from 20 reads better than one from 18.3

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool is_number(const Card& card, const std::string& language) {
  const std::optional<Value> value = parse_value(card.answer, language);
  return value && (value->kind == ValueKind::Count || value->kind == ValueKind::Quantity ||
                   value->kind == ValueKind::Money || value->kind == ValueKind::Percent);
}

QuestionKind kind_of(const Card& card, const std::string& language) {
  switch (card.kind) {
    case CardKind::Choice: return QuestionKind::Choice;
    case CardKind::TrueFalse: return QuestionKind::TrueFalse;
    case CardKind::Several: return QuestionKind::Several;
    case CardKind::Order: return QuestionKind::Order;
    case CardKind::Poll: return card.distractors.empty() ? QuestionKind::Slide : QuestionKind::Poll;
    case CardKind::Faq:
    case CardKind::Short:
    case CardKind::Cloze: break;
  }
  return is_number(card, language) ? QuestionKind::Number : QuestionKind::Text;
}

/// The right options come first.
std::vector<std::string> options_of(const Card& card, QuestionKind kind) {
  switch (kind) {
    case QuestionKind::TrueFalse: return {"true", "false"};
    case QuestionKind::Order: return card.answers;
    case QuestionKind::Poll: {
      const auto size = std::min(card.distractors.size(), kMostOptions);
      return {card.distractors.begin(),
              card.distractors.begin() + static_cast<std::ptrdiff_t>(size)};
    }
    case QuestionKind::Choice:
    case QuestionKind::Several: {
      std::vector<std::string> options = card.answers;
      if (kind == QuestionKind::Choice) options = {card.answer};
      const std::size_t size =
          std::min(kMostOptions, std::max(options.size() + 1, kUsualDistractors + 1));
      for (const std::string& distractor : card.distractors)
        if (options.size() < size) options.push_back(distractor);
      return options;
    }
    case QuestionKind::Text:
    case QuestionKind::Number:
    case QuestionKind::Slide: break;
  }
  return {};
}

std::size_t right_options(const Card& card, QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Choice: return 1;
    case QuestionKind::Several:
    case QuestionKind::Order: return card.answers.size();
    default: return 0;
  }
}

/// Puts the options into an order that does not depend on which are right, and notes where those
/// went. Polls keep the order their author gave them: there is nothing to hide.
void lay_out(Question& question, Random& random) {
  if (question.kind == QuestionKind::TrueFalse)
    question.key = {question.card.answer == "true" ? 0 : 1};
  if (question.kind == QuestionKind::TrueFalse || question.kind == QuestionKind::Poll) return;
  std::vector<int> from(question.options.size());
  for (std::size_t i = 0; i < from.size(); ++i)
    from[i] = static_cast<int>(i);
  random.shuffle(from);
  std::vector<std::string> shown;
  std::vector<int> place(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) {
    shown.push_back(question.options[static_cast<std::size_t>(from[i])]);
    place[static_cast<std::size_t>(from[i])] = static_cast<int>(i);
  }
  question.options = std::move(shown);
  place.resize(right_options(question.card, question.kind));
  question.key = std::move(place);
  if (question.kind != QuestionKind::Order) std::ranges::sort(question.key);
}

bool is_typed(QuestionKind kind) {
  return kind == QuestionKind::Text || kind == QuestionKind::Number;
}

Millis reading_time(const Question& question) {
  const auto words = static_cast<Millis::rep>(words_in(question.card.prompt));
  return std::clamp(kReadingPerWord * words, kShortestReading, kLongestReading);
}

Millis answer_time(const Question& question, double factor) {
  if (question.kind == QuestionKind::Slide || factor <= 0) return Millis{0};
  Millis time =
      is_typed(question.kind) || question.kind == QuestionKind::Order ? kTimeToType : kTimeToTap;
  std::size_t words = words_in(question.card.prompt);
  for (const std::string& option : question.options)
    words += words_in(option);
  time += kReadingPerWord * static_cast<Millis::rep>(words);
  const double steps =
      static_cast<double>(time.count()) * factor / static_cast<double>(kTimeStep.count());
  return kTimeStep * static_cast<Millis::rep>(std::lround(steps));
}

bool can_be_asked(const Card& card, QuestionKind kind) {
  switch (kind) {
    case QuestionKind::Text:
    case QuestionKind::Number: return study::is_graded(card);
    case QuestionKind::Choice: return !card.distractors.empty();
    case QuestionKind::Several:
    case QuestionKind::Order: return card.answers.size() <= kMostOptions;
    default: return true;
  }
}

/// Whether the prompt of the one names the answer of the other.
bool names_answer(const Card& prompting, const Card& answered) {
  if (answered.kind == CardKind::TrueFalse || answered.answer.empty()) return false;
  return fold_case(prompting.prompt).find(fold_case(answered.answer)) != std::string::npos;
}

/// Siblings: made of one sentence, or one gives the other away.
bool are_siblings(const Card& a, const Card& b) {
  const bool same_sentence = a.evidence && b.evidence &&
                             a.evidence->passage == b.evidence->passage &&
                             a.evidence->begin == b.evidence->begin;
  return same_sentence || names_answer(a, b) || names_answer(b, a);
}

/// Best first, and of each kind in turn, so that a short quiz is mixed too; one of each fact, and
/// no two siblings.
std::vector<const Card*> chosen_cards(const Deck& deck, std::size_t count) {
  std::vector<const Card*> best;
  for (const Card& card : deck.cards)
    if (can_be_asked(card, kind_of(card, deck.language))) best.push_back(&card);
  std::ranges::stable_sort(best, [](const Card* a, const Card* b) {
    return a->quality.value_or(1) > b->quality.value_or(1);  // no quality: a person wrote it
  });
  std::map<CardKind, std::vector<const Card*>> of_kind;
  for (const Card* card : best)
    of_kind[card->kind].push_back(card);
  std::vector<const Card*> chosen;
  std::set<FactId> facts;
  bool any = true;
  for (std::size_t turn = 0; any && chosen.size() < count; ++turn) {
    any = false;
    for (const auto& [kind, cards] : of_kind) {
      if (turn >= cards.size()) continue;
      any = true;
      const Card* const next = cards[turn];
      const bool told =
          std::ranges::any_of(chosen, [&](const Card* card) { return are_siblings(*card, *next); });
      if (chosen.size() < count && !told && facts.insert(memory_key(*next)).second)
        chosen.push_back(next);
    }
  }
  return chosen;
}

Question question_of(const Deck& deck, const Card& card, const Settings& settings, Random& random) {
  Question question;
  question.card = card;
  question.kind = kind_of(card, deck.language);
  question.options = options_of(card, question.kind);
  lay_out(question, random);
  if (card.evidence) question.evidence = evidence_text(deck, *card.evidence);
  if (is_typed(question.kind)) question.rivals = study::rivals_of(deck, card);
  question.reading = reading_time(question);
  question.time = answer_time(question, settings.time_factor);
  return question;
}

}  // namespace

std::string_view name_of(QuestionKind kind) {
  constexpr std::array<std::string_view, 8> kNames = {"choice", "truefalse", "several", "order",
                                                      "text",   "number",    "poll",    "slide"};
  return kNames.at(static_cast<std::size_t>(kind));
}

std::vector<std::size_t> askable_cards(const Deck& deck) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < deck.cards.size(); ++i)
    if (can_be_asked(deck.cards[i], kind_of(deck.cards[i], deck.language))) places.push_back(i);
  return places;
}

std::vector<std::size_t> best_cards(const Deck& deck, std::size_t most) {
  std::vector<std::size_t> places;
  for (const Card* const card : chosen_cards(deck, most))
    places.push_back(static_cast<std::size_t>(card - deck.cards.data()));
  return places;
}

Quiz make_quiz(const Deck& deck, const Settings& settings, Random& random) {
  Quiz quiz{deck.id, deck.title, deck.language, deck.grading, {}};
  std::vector<std::size_t> cards =
      settings.all_cards ? askable_cards(deck) : best_cards(deck, settings.questions);
  if (settings.shuffle) random.shuffle(cards);
  for (const std::size_t card : cards)
    quiz.questions.push_back(question_of(deck, deck.cards[card], settings, random));
  return quiz;
}

}  // namespace recto::classroom
