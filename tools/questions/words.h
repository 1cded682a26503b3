// A sentence as words with their places.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/language/sentences.h"

namespace recto::questions {

/// One word, number or mark of a sentence. "U.S.", "1,000.5", "787-9" and "Jean-Luc" are one word;
/// the possessive "'s" is one of its own; every mark ("," "$" "%") is one code point.
struct Word {
  enum class Kind { Plain, Number, Mark };
  language::Span span;
  std::string folded;  ///< fold_case of the text
  Kind kind = Kind::Plain;
  bool capital = false;  ///< begins with a capital letter

  [[nodiscard]] bool is(std::string_view text) const { return folded == text; }
};

using PlainWords = std::vector<Word>;

/// The words of one sentence (valid UTF-8), in order. A stop inside the sentence belongs to the
/// abbreviation before it, the last one is a mark.
[[nodiscard]] PlainWords words_of(std::string_view sentence);

/// The bytes from word `first` up to word `last`, without it. Empty for an empty range.
[[nodiscard]] std::string_view text_between(std::string_view sentence, const PlainWords& words,
                                            std::size_t first, std::size_t last);

/// How many words a reader counts: what blanks part.
[[nodiscard]] std::size_t count_words(std::string_view text);

/// Whether `phrase`, folded words parted by blanks, begins at word `at`; its length in words, else
/// 0.
[[nodiscard]] std::size_t match_phrase(const PlainWords& words, std::size_t at,
                                       std::string_view phrase);

/// Whether the words of `part` stand somewhere in `whole` in a row. False for no words.
[[nodiscard]] bool holds_words(const PlainWords& whole, const PlainWords& part);

/// "Swiss", "Chinese": a capital that says where from and is no name of a thing.
[[nodiscard]] bool is_origin_adjective(std::string_view folded);

/// "in", "of", "was", "the" …: the closed words of English.
[[nodiscard]] bool is_function_word(std::string_view folded);

[[nodiscard]] std::string with_capital(std::string_view text);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace recto::questions
