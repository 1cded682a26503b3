// Numbers in text: digits, words, both, fractions, ordinals, roman.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "content/words/number.h"
#include "content/words/tokens.h"

namespace recto {

/// Which text this is: an article, where only what is a number for certain counts, or an answer,
/// where the writer has been asked for something.
enum class Reading { Article, Answer };

/// The step of what is meant exactly: "half", "3/4".
inline constexpr int kExactStep = -60;

struct Numeral {
  enum class Form { Digits, Words, Fraction, Roman };

  Number number;
  int step = 0;  ///< 10 ^ step is the place of the last digit written: 5 for "3.4 million"
  Form form = Form::Digits;
  bool ordinal = false;
  bool scaled = false;      ///< a scale word or letter is part of it: "3.2 billion", "10k"
  bool grouped = false;     ///< "1,000"; a number of four digits without is a year more often
  bool identifier = false;  ///< a leading zero: "007"
  std::size_t next = 0;     ///< the token behind it
};

/// The number that begins at token `at`, its sign included. `money`: "5m" are millions, not metres.
[[nodiscard]] std::optional<Numeral> read_numeral(const std::vector<Token>& tokens, std::size_t at,
                                                  std::string_view language, Reading reading,
                                                  bool money = false);

/// 1 to 3999 in capital roman numerals of canonical form; none for one letter alone and for "MIX",
/// which are other things more often.
[[nodiscard]] std::optional<int> roman_value(std::string_view text);
[[nodiscard]] std::string write_roman(int value);  ///< empty outside 1 to 3999

/// The parts of read_numeral: what begins with a digit or the point of ".5"; what is in words.
[[nodiscard]] std::optional<Numeral> read_digit_numeral(Cursor cursor, std::string_view language,
                                                        Reading reading);
[[nodiscard]] std::optional<Numeral> read_word_numeral(Cursor cursor, Reading reading);

/// The power of ten of "thousand", "million", "bn" …; `glued` letters ("10k") stand right behind
/// digits.
[[nodiscard]] std::optional<int> scale_named(const Token& token, bool glued, bool money);

/// "½" and its kind.
[[nodiscard]] std::optional<Number> vulgar_fraction(std::string_view sign);

/// 0 to 19, and the tens; none for other words.
[[nodiscard]] std::optional<int> small_number_named(std::string_view word);
/// "first" to "nineteenth", "twentieth" to "ninetieth"; none for other words.
[[nodiscard]] std::optional<int> ordinal_named(std::string_view word);

}  // namespace recto
