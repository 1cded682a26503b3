#include <algorithm>

#include "content/words/value_reader.h"

namespace recto {
namespace {

/// Punctuation that may stand around an answer.
bool is_outer(const Token& token) {
  return token.text == "." || token.text == "," || token.text == "!" || token.text == "?" ||
         token.text == "(" || token.text == ")" || token.text == ";";
}

std::vector<Token> tokens_of_answer(std::string_view text) {
  std::vector<Token> tokens = tokens_of(text);
  const auto first = std::ranges::find_if_not(tokens, is_outer);
  if (first == tokens.end()) return {};
  // The point of ".5" stays.
  const bool point = first != tokens.begin() && first->kind == Token::Kind::Digits &&
                     !first->blank_before && std::prev(first)->text == ".";
  tokens.erase(tokens.begin(), point ? std::prev(first) : first);
  return tokens;
}

/// The value that begins at token `at` and has nothing but punctuation behind it.
std::optional<Value> whole_value(const std::vector<Token>& tokens, std::size_t at,
                                 std::string_view language) {
  if (at >= tokens.size()) return std::nullopt;
  const auto read = read_value(tokens, at, language, Reading::Answer);
  if (!read || (read->numeral && read->numeral->identifier)) return std::nullopt;
  const auto rest = tokens.begin() + static_cast<std::ptrdiff_t>(read->next);
  if (!std::all_of(rest, tokens.end(), is_outer)) return std::nullopt;
  return read->value;
}

}  // namespace

std::optional<Value> parse_value(std::string_view text, std::string_view language) {
  constexpr std::size_t kLongest = 200;
  if (text.size() > kLongest) return std::nullopt;
  const std::vector<Token> tokens = tokens_of_answer(text);
  if (auto value = whole_value(tokens, 0, language)) return value;
  Cursor cursor(tokens, 0);
  const bool preposition =
      cursor.take("in") || cursor.take("on") || cursor.take("at") || cursor.take("since");
  if (!preposition && !cursor.is("the")) return std::nullopt;
  if (auto value = whole_value(tokens, cursor.at(), language)) return value;
  cursor.take("the");
  return whole_value(tokens, cursor.at(), language);
}

}  // namespace recto
