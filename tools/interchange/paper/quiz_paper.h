// A quiz to be handed out: questions, a sheet for the answers, the key (L20).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "content/deck/deck.h"
#include "tools/interchange/paper/document.h"

namespace recto::paper {

/// How a question is answered with a pen.
enum class AnswerForm {
  Choose,     ///< one letter
  ChooseAll,  ///< every letter that is right
  Order,      ///< the letters in order
  Write,      ///< a line of words
  WriteMore,  ///< some lines
  Poll,       ///< one letter, none is right
};

struct PaperQuestion {
  std::string prompt;
  AnswerForm form = AnswerForm::Choose;
  std::vector<std::string> options{};  ///< in the order of printing
  std::vector<int> key{};              ///< places in `options`; Order: all, in the right order
  std::string answer{};                ///< in words, of questions without options
  std::string evidence{};              ///< the sentence of the article; may be empty

  bool operator==(const PaperQuestion&) const = default;
};

struct PaperQuiz {
  std::string title;
  std::string language;  ///< BCP 47: of the words around the questions, where they are known
  std::vector<PaperQuestion> questions;

  bool operator==(const PaperQuiz&) const = default;
};

/// What a person may choose.
struct PaperChoice {
  Sheet sheet = Sheet::A4;
  bool with_cards = false;  ///< letters to hold up, a page each
};

/// The best `most` cards of a deck, in its order: one of each fact, that which is marked fastest.
[[nodiscard]] Deck best_for_paper(Deck deck, std::size_t most);

/// All cards of a deck but slides. Options are shuffled without a look at which is right. Pure:
/// same arguments, same quiz.
[[nodiscard]] PaperQuiz paper_quiz(const Deck& deck, Random& random);

/// Three parts, each on pages of its own: questions, answer sheet, answer key; then the cards.
[[nodiscard]] Document paper_of(const PaperQuiz& quiz, const PaperChoice& choice);

/// "B", "A, C"; the answer in words where there are no options; empty for polls.
[[nodiscard]] std::string key_in_letters(const PaperQuestion& question);

}  // namespace recto::paper
