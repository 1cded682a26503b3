// A place where a sentence may end, and whether it does not.
#pragma once

#include <cstddef>
#include <string_view>

#include "tools/language/sentences.h"

namespace recto::language {

/// What stands around such a place.
struct Joint {
  std::string_view text;
  std::size_t begin = 0;       ///< of the sentence that would end here
  std::size_t end = 0;         ///< behind its last byte that is not white space
  std::size_t next = 0;        ///< first byte of what follows
  std::size_t stop_begin = 0;  ///< first of the stops before `end`
  char32_t stop = 0;           ///< the last stop; 0 when there is none
  std::string_view word;       ///< the word before the stops, without openers
  std::string_view next_word;  ///< the word after, without openers and final punctuation
  bool small_line =
      false;  ///< in a line that has no capitals, so that a small letter may begin one
  bool inside_bracket = false;  ///< one that was opened in the sentence is still open
};

/// `place` is where white space ends or begins.
[[nodiscard]] Joint joint_at(std::string_view text, std::size_t begin, std::size_t place);

/// Whether the sentence goes on behind the joint. `language` as for `sentences`.
[[nodiscard]] bool goes_on(const Joint& joint, std::string_view language,
                           const Abbreviations& known);

/// Whether a word that begins a sentence stands at `at`, openers before it skipped: a capital, a
/// number, a sum of money, an address, a name like "eHow".
[[nodiscard]] bool begins_like_a_sentence(std::string_view text, std::size_t at);

/// Behind a bare footnote number at `at` and the blanks after it ("rights. 4 Even so …"); 0 when
/// none stands there.
[[nodiscard]] std::size_t behind_bare_footnote(std::string_view text, std::size_t at,
                                               const Abbreviations& known);

}  // namespace recto::language
