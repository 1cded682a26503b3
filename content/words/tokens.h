// Words, digits and signs of a text with their bytes: what the readers of values walk over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recto {

struct Token {
  enum class Kind { Word, Digits, Sign };

  std::size_t begin = 0, end = 0;  ///< bytes in the text
  Kind kind = Kind::Sign;
  std::string text;  ///< a Word in lower case (ASCII letters), Digits, one Sign made plain
  std::string_view as_written;  ///< points into the text
  bool blank_before = false;    ///< white space stands before it, or it is the first
  bool line_before = false;     ///< a line break stands before it
};

/// Runs of letters, runs of ASCII digits, and single other signs; white space lies between. Dashes
/// become "-", curly quotes "'" and "\"", "º" becomes "°". Bytes that are no UTF-8 are signs.
/// The tokens point into `text`.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

/// Walking over tokens without ever running off their end.
class Cursor {
 public:
  Cursor(const std::vector<Token>& tokens, std::size_t at) : tokens_(&tokens), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool at_end() const { return at_ >= tokens_->size(); }
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;   ///< an empty Sign behind the end
  [[nodiscard]] const Token& before(std::size_t back = 1) const;  ///< the same before the start
  void skip(std::size_t count = 1) { at_ += count; }

  /// Whether the token `ahead` has this text; `glued`: without a blank before it.
  [[nodiscard]] bool is(std::string_view text, std::size_t ahead = 0) const;
  [[nodiscard]] bool is_glued(std::string_view text, std::size_t ahead = 0) const;
  [[nodiscard]] bool is_digits(std::size_t ahead = 0) const;
  [[nodiscard]] bool is_word(std::size_t ahead = 0) const;
  /// Whether no blank stands before the token `ahead`.
  [[nodiscard]] bool glued(std::size_t ahead = 0) const;
  /// Moves over the token when it has this text.
  bool take(std::string_view text);

 private:
  const std::vector<Token>* tokens_;
  std::size_t at_;
};

}  // namespace recto
