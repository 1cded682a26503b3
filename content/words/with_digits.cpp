#include "content/words/numerals.h"
#include "content/words/value.h"

namespace recto {
namespace {

bool is_capital(const Token& token) {
  return token.kind == Token::Kind::Word && token.as_written[0] >= 'A' &&
         token.as_written[0] <= 'Z';
}

/// "I", "V" and "X" behind a name: "World War I".
std::optional<int> lone_roman(const Cursor& cursor) {
  if (!is_capital(cursor.before()) || cursor.before().text.size() < 2) return std::nullopt;
  if (cursor.peek().as_written == "I") return 1;
  if (cursor.peek().as_written == "V") return 5;
  if (cursor.peek().as_written == "X") return 10;
  return std::nullopt;
}

/// The number at the cursor as digits, and the token behind it; no sign, no fraction.
std::optional<Numeral> number_at(const std::vector<Token>& tokens, std::size_t at) {
  const Cursor cursor(tokens, at);
  if (cursor.peek().kind == Token::Kind::Sign) return std::nullopt;
  auto numeral = read_numeral(tokens, at, "en", Reading::Answer);
  if (!numeral) {
    const auto roman = lone_roman(cursor);
    if (!roman) return std::nullopt;
    numeral = Numeral{};
    numeral->number = make_number(*roman).value_or(Number{});
    numeral->next = at + 1;
  }
  if (!is_whole(numeral->number) || numeral->identifier) return std::nullopt;
  return numeral;
}

}  // namespace

std::string with_digits(std::string_view text) {
  constexpr std::size_t kLongest = 200;
  if (text.size() > kLongest) return {};
  const std::vector<Token> tokens = tokens_of(text);
  std::string out;
  bool number = false;
  bool other = false;
  for (std::size_t at = 0; at < tokens.size();) {
    // "Louis the Fourteenth"
    const auto behind = tokens[at].text == "the" && at + 1 < tokens.size() && at > 0
                            ? number_at(tokens, at + 1)
                            : std::nullopt;
    const bool skipped = behind && behind->ordinal;
    const std::size_t start = at + (skipped ? 1 : 0);
    if (!out.empty() && tokens[at].blank_before) out += ' ';
    if (const auto numeral = number_at(tokens, start)) {
      out += write_number(numeral->number, NumberStyle::Digits);
      number = true;
      at = numeral->next;
      continue;
    }
    other = other || tokens[at].kind == Token::Kind::Word;
    out +=
        tokens[at].kind == Token::Kind::Word ? std::string(tokens[at].as_written) : tokens[at].text;
    ++at;
  }
  return number && other ? out : std::string();
}

}  // namespace recto
