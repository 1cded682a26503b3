// The wording of an answer, folded step by step: what is still different says which rule decides.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "game/study/answer_words.h"

namespace recto::study {

/// One wording in all the forms that the rules compare, from the strictest to the mildest.
struct AnswerText {
  std::string plain;   ///< G1: blanks, quotes, dashes and outer signs do not count
  std::string folded;  ///< G2: nor does case, unless it counts: then as `plain`
  std::string core;    ///< G4: without what may lead an answer
  /// G5, G10: the words of `core`, numbers in them as digits, abbreviations of titles written out,
  /// English words in American spelling, no hyphens, dots and apostrophes.
  std::vector<std::string> words;
  /// As `words`, with numbers as they are written: what typing mistakes are looked for in.
  std::vector<std::string> spelled;

  bool operator==(const AnswerText&) const = default;
};

/// `exact_case`: case counts. `language` (BCP 47) chooses the leads.
[[nodiscard]] AnswerText answer_text(std::string_view text, std::string_view language,
                                     bool exact_case = false);

/// The `core` alone, which is much quicker to make.
[[nodiscard]] std::string answer_core(std::string_view text, const AnswerWords& words,
                                      bool exact_case = false);

/// What G1 leaves of a text; a text of signs alone stays as it is, blanks alone are empty.
[[nodiscard]] std::string plain_text(std::string_view text);

/// A folded text without articles, prepositions, "it is" before it; never empty.
[[nodiscard]] std::string without_leads(std::string_view folded, const AnswerWords& words);

/// Whether two folded texts differ in accents at most (G3): São Tomé – Sao Tome, also as they are
/// spelled without them: München – Muenchen. In Latin, Greek and Cyrillic only: elsewhere a mark is
/// part of the letter.
[[nodiscard]] bool differ_in_accents(const std::string& typed, const std::string& key);

/// The words with `between` between them.
[[nodiscard]] std::string joined(std::span<const std::string> words,
                                 std::string_view between = " ");

/// Parts of a folded text between blanks.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

/// Whether there is a digit in the word.
[[nodiscard]] bool has_digit(std::string_view word);

}  // namespace recto::study
