// The small words of answers in the languages that Recto knows them in: what may lead an answer,
// stand around it, deny it, part it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace recto::study {

/// Lists of words and phrases in small letters, as fold_case leaves them.
struct AnswerWords {
  std::vector<std::string_view> leads;      ///< articles, prepositions, "it is" (G4); "l'" is glued
  std::vector<std::string_view> harmless;   ///< "I think", "probably" (G13)
  std::vector<std::string_view> negations;  ///< "not", "never"
  std::vector<std::string_view> ands;       ///< what joins the last item of a list
  std::vector<std::string_view> ors;        ///< what parts two candidates
  std::vector<std::string_view> who;        ///< words that ask for a person
};

/// Those of a language (BCP 47); of one that is not known, the English ones.
[[nodiscard]] const AnswerWords& answer_words_of(std::string_view language);

/// What says "I do not know", in any of the languages (G18), without accents.
[[nodiscard]] std::span<const std::string_view> not_known_phrases();

/// Whether the word is among the leads or joins: it says nothing by itself.
[[nodiscard]] bool is_small_word(const AnswerWords& words, std::string_view word);

/// Whether the list has the word.
[[nodiscard]] bool has(const std::vector<std::string_view>& list, std::string_view word);

}  // namespace recto::study
