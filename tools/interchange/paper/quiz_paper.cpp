#include "tools/interchange/paper/quiz_paper.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace recto::paper {
namespace {

constexpr double kPromptSize = 12, kTextSize = 11, kSmallSize = 9.5, kTitleSize = 20;
constexpr double kIndent = 20;
constexpr double kBetweenQuestions = 16, kBetweenOptions = 5;
constexpr double kSheetColumn = 34;
constexpr double kGiantSize = 420;
constexpr int kLinesForMore = 3;
constexpr std::size_t kCards = 4;

/// What stands around the questions.
struct Words {
  const char *name, *date, *sheet, *key, *sheet_hint, *all, *order, *truth, *falsehood;
};
constexpr Words kEnglish = {"Name",
                            "Date",
                            "Answer sheet",
                            "Answer key",
                            "Fill in the circles of your answers, or write.",
                            "Choose all that are right.",
                            "Write the letters in order.",
                            "True",
                            "False"};
constexpr Words kGerman = {"Name",
                           "Datum",
                           "Antwortbogen",
                           "Lösungen",
                           "Fülle die Kreise deiner Antworten aus, oder schreib.",
                           "Wähle alle richtigen.",
                           "Schreib die Buchstaben in der Reihenfolge.",
                           "Richtig",
                           "Falsch"};

const Words& words_of(const std::string& language) {
  return language == "de" || language.starts_with("de-") ? kGerman : kEnglish;
}

std::string letter(std::size_t place) {
  std::string text;
  text += static_cast<char>('A' + static_cast<int>(place));
  return text;
}

// Which cards.

/// Of several ways to ask a fact the one that is marked fastest on paper.
int rank_of(CardKind kind) {
  switch (kind) {
    case CardKind::Choice: return 0;
    case CardKind::Several: return 1;
    case CardKind::Order: return 2;
    case CardKind::Poll: return 3;
    case CardKind::Short: return 4;
    case CardKind::Cloze: return 5;
    case CardKind::TrueFalse: return 6;
    case CardKind::Faq: return 7;
  }
  return 8;
}

/// It asks nothing.
bool is_slide(const Card& card) {
  return card.kind == CardKind::Poll && card.distractors.empty();
}

std::vector<std::size_t> chosen_cards(const Deck& deck, std::size_t most) {
  std::map<FactId, std::size_t> by_fact;
  for (std::size_t i = 0; i < deck.cards.size(); ++i) {
    if (is_slide(deck.cards[i])) continue;
    const auto [at, is_first] = by_fact.try_emplace(memory_key(deck.cards[i]), i);
    if (!is_first && rank_of(deck.cards[i].kind) < rank_of(deck.cards[at->second].kind))
      at->second = i;
  }
  std::vector<std::size_t> places;
  places.reserve(by_fact.size());
  for (const auto& [fact, place] : by_fact)
    places.push_back(place);
  std::ranges::sort(places);
  if (places.size() > most) {
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {
      return deck.cards[a].quality.value_or(1) > deck.cards[b].quality.value_or(1);
    });
    places.resize(most);
    std::ranges::sort(places);
  }
  return places;
}

/// Right ones first in `options`; shuffles them and notes where the right ones went.
void shuffle_options(PaperQuestion& question, std::size_t right, Random& random) {
  std::vector<int> order(question.options.size());
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(order);
  std::vector<std::string> shuffled;
  std::vector<int> place_of(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto from = static_cast<std::size_t>(order[i]);
    shuffled.push_back(question.options[from]);
    place_of[from] = static_cast<int>(i);
  }
  question.options = std::move(shuffled);
  question.key.assign(place_of.begin(), place_of.begin() + static_cast<std::ptrdiff_t>(right));
  if (question.form != AnswerForm::Order) std::ranges::sort(question.key);
}

PaperQuestion question_of(const Card& card, const Deck& deck, const Words& words, Random& random) {
  PaperQuestion question;
  question.prompt = card.prompt;
  if (card.evidence) question.evidence = evidence_text(deck, *card.evidence);
  std::size_t right = 0;
  switch (card.kind) {
    case CardKind::TrueFalse:
      question.options = {words.truth, words.falsehood};
      question.key = {card.answer == "true" ? 0 : 1};
      return question;
    case CardKind::Poll:
      question.form = AnswerForm::Poll;
      question.options = card.distractors;
      return question;
    case CardKind::Short:
    case CardKind::Cloze:
      question.form = AnswerForm::Write;
      question.answer = card.answer;
      return question;
    case CardKind::Faq:
      question.form = AnswerForm::WriteMore;
      question.answer = card.answer;
      return question;
    case CardKind::Choice: question.options = {card.answer}; break;
    case CardKind::Several:
      question.form = AnswerForm::ChooseAll;
      question.options = card.answers;
      break;
    case CardKind::Order:
      question.form = AnswerForm::Order;
      question.options = card.answers;
      break;
  }
  right = question.options.size();
  if (card.kind != CardKind::Order)
    question.options.insert(question.options.end(), card.distractors.begin(),
                            card.distractors.end());
  shuffle_options(question, right, random);
  return question;
}

// The pages.

Line heading(const std::string& text) {
  return {.text = text, .size = kTitleSize, .bold = true};
}

Block names_to_fill_in(const Words& words) {
  return {{.kind = Line::Kind::Rule, .text = words.name, .indent = 60, .above = 8},
          {.kind = Line::Kind::Rule, .text = words.date, .indent = 60}};
}

std::string numbered(std::size_t number, const std::string& text) {
  return std::to_string(number) + ". " + text;
}

Block asked(const PaperQuestion& question, std::size_t number, const Words& words) {
  Block block = {{.text = numbered(number, question.prompt),
                  .size = kPromptSize,
                  .bold = true,
                  .above = kBetweenQuestions}};
  const auto hint = [&](const char* text) {
    block.push_back({.text = text,
                     .size = kSmallSize,
                     .indent = kIndent,
                     .above = 2,
                     .tone = Line::Tone::Soft});
  };
  if (question.form == AnswerForm::ChooseAll) hint(words.all);
  if (question.form == AnswerForm::Order) hint(words.order);
  for (std::size_t i = 0; i < question.options.size(); ++i)
    block.push_back({.text = question.options[i],
                     .size = kTextSize,
                     .indent = kIndent,
                     .above = kBetweenOptions,
                     .mark = letter(i)});
  const int rules = question.form == AnswerForm::WriteMore ? kLinesForMore
                    : question.form == AnswerForm::Write || question.form == AnswerForm::Order ? 1
                                                                                               : 0;
  for (int i = 0; i < rules; ++i)
    block.push_back({.kind = Line::Kind::Rule, .indent = kIndent, .above = 4});
  return block;
}

Line to_fill_in(const PaperQuestion& question, std::size_t number) {
  const bool typed = question.options.empty() || question.form == AnswerForm::Order;
  Line line{.kind = typed ? Line::Kind::Rule : Line::Kind::Bubbles,
            .text = std::to_string(number) + ".",
            .indent = kSheetColumn,
            .above = 4};
  if (!typed)
    for (std::size_t i = 0; i < question.options.size(); ++i)
      line.marks.push_back(letter(i));
  return line;
}

Block solved(const PaperQuestion& question, std::size_t number) {
  std::string key = key_in_letters(question);
  if (!question.options.empty() && !question.key.empty()) {
    std::string in_words;
    for (const int place : question.key)
      in_words +=
          (in_words.empty() ? "" : "; ") + question.options[static_cast<std::size_t>(place)];
    key += "   " + in_words;
  }
  Block block = {{.text = numbered(number, key.empty() ? "–" : key),
                  .size = kTextSize,
                  .bold = true,
                  .above = 10}};
  block.push_back({.text = question.prompt,
                   .size = kSmallSize,
                   .indent = kIndent,
                   .above = 1,
                   .tone = Line::Tone::Soft});
  if (!question.evidence.empty())
    block.push_back({.text = "“" + question.evidence + "”",
                     .size = kSmallSize,
                     .indent = kIndent,
                     .above = 1,
                     .tone = Line::Tone::Soft});
  return block;
}

Part questions_part(const PaperQuiz& quiz, const Words& words) {
  Part part{quiz.title, {{heading(quiz.title)}, names_to_fill_in(words)}};
  for (std::size_t i = 0; i < quiz.questions.size(); ++i)
    part.blocks.push_back(asked(quiz.questions[i], i + 1, words));
  return part;
}

Part sheet_part(const PaperQuiz& quiz, const Words& words) {
  const std::string title = quiz.title + " – " + words.sheet;
  Part part{title, {{heading(title)}, names_to_fill_in(words)}};
  part.blocks.push_back(
      {{.text = words.sheet_hint, .size = kSmallSize, .above = 10, .tone = Line::Tone::Soft}});
  for (std::size_t i = 0; i < quiz.questions.size(); ++i)
    part.blocks.push_back({to_fill_in(quiz.questions[i], i + 1)});
  return part;
}

Part key_part(const PaperQuiz& quiz, const Words& words) {
  const std::string title = quiz.title + " – " + words.key;
  Part part{title, {{heading(title)}}};
  for (std::size_t i = 0; i < quiz.questions.size(); ++i)
    part.blocks.push_back(solved(quiz.questions[i], i + 1));
  return part;
}

}  // namespace

Deck best_for_paper(Deck deck, std::size_t most) {
  std::vector<Card> best;
  for (const std::size_t place : chosen_cards(deck, most))
    best.push_back(std::move(deck.cards[place]));
  deck.cards = std::move(best);
  return deck;
}

PaperQuiz paper_quiz(const Deck& deck, Random& random) {
  PaperQuiz quiz{deck.title, deck.language, {}};
  for (const Card& card : deck.cards)
    if (!is_slide(card))
      quiz.questions.push_back(question_of(card, deck, words_of(deck.language), random));
  return quiz;
}

std::string key_in_letters(const PaperQuestion& question) {
  if (question.options.empty()) return question.answer;
  std::string letters;
  for (const int place : question.key)
    letters += (letters.empty() ? "" : ", ") + letter(static_cast<std::size_t>(place));
  return letters;
}

Document paper_of(const PaperQuiz& quiz, const PaperChoice& choice) {
  const Words& words = words_of(quiz.language);
  Document document{quiz.title,
                    {questions_part(quiz, words), sheet_part(quiz, words), key_part(quiz, words)}};
  for (std::size_t i = 0; choice.with_cards && i < kCards; ++i)
    document.parts.push_back(
        {quiz.title,
         {{{.kind = Line::Kind::Giant, .text = letter(i), .size = kGiantSize, .bold = true}}}});
  return document;
}

}  // namespace recto::paper
