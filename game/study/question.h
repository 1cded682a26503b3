// What the rules of grading look at: one card's question with its keys, rivals and settings.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "game/study/answer_text.h"
#include "game/study/grading.h"

namespace recto::study {

/// Made once for an answer; views into the card and the standards.
struct Question {
  std::string_view prompt;
  std::string_view hint;
  bool exact_case = false;
  bool exact_accents = false;
  std::optional<double> tolerance;
  std::span<const std::string> rivals;
  std::vector<std::string> rival_cores;  ///< AnswerText::core of each; empty before read_rivals
  std::string_view language;
  const Lexicon* lexicon = nullptr;    ///< none unless the language is English
  const AnswerWords* words = nullptr;  ///< never null
  std::vector<AnswerText> keys;        ///< the answer, then what else is accepted
  std::vector<std::string> prompt_words;

  [[nodiscard]] AnswerText read(std::string_view text) const {
    return answer_text(text, language, exact_case);
  }
};

/// Without the rivals' cores.
[[nodiscard]] Question question_of(const Card& card, const Standards& standards);

/// Makes the cores of the rivals, which most right answers do not need.
void read_rivals(Question& question);

/// Whether what was typed is another answer of the deck and not one of the keys, case and leads
/// aside; the keys' words in another order are no other answer.
[[nodiscard]] bool is_rival(const Question& question, const AnswerText& typed);

/// Whether a text that begins as `core` does may stand among the words of `text`: a quick look
/// before taking all rivals of a deck apart.
[[nodiscard]] bool may_hold(std::string_view text, std::string_view core);

/// Whether two words are the same, or forms of one: "glacier" – "glaciers".
[[nodiscard]] bool same_lemma(const Question& question, const std::string& a, const std::string& b);

/// Whether two words or phrases share a meaning in the dictionary.
[[nodiscard]] bool are_synonyms(const Question& question, const std::string& a,
                                const std::string& b);

/// Words that say something: neither articles nor prepositions nor conjunctions.
[[nodiscard]] std::vector<std::string> content_words(const Question& question,
                                                     std::span<const std::string> words);

/// Whether the prompt has the word, or a form of it.
[[nodiscard]] bool prompt_has(const Question& question, const std::string& word);

}  // namespace recto::study
