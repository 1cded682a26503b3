#include "content/words/tokens.h"

#include <unicode/uchar.h>

#include "content/base/ascii.h"
#include "content/base/utf8.h"

namespace recto {
namespace {

const Token kNothing;

char32_t plain_sign(char32_t sign) {
  switch (sign) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return U'-';
    case 0x2018:
    case 0x2019:
    case 0x2032: return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x2033: return U'"';
    case 0x00BA: return U'°';
    case 0x2044: return U'/';
    default: return sign;
  }
}

bool is_letter(char32_t sign) {
  if (sign < 0x80) return (sign | 0x20) >= U'a' && (sign | 0x20) <= U'z';
  if (sign == 0x00BA || sign == 0x00AA) return false;
  const auto point = static_cast<UChar32>(sign);
  return u_isalpha(point) != 0 || u_charType(point) == U_NON_SPACING_MARK;
}

bool is_digit(char32_t sign) {
  return sign >= U'0' && sign <= U'9';
}

bool is_white(char32_t sign) {
  return sign == U' ' || sign == U'\n' || sign == U'\t' || sign == U'\r' ||
         (sign >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(sign)) != 0);
}

Token::Kind kind_of(char32_t sign) {
  if (is_digit(sign)) return Token::Kind::Digits;
  return is_letter(sign) ? Token::Kind::Word : Token::Kind::Sign;
}

/// The end of the run of `kind` that `at` is in.
std::size_t end_of_run(std::string_view text, std::size_t at, Token::Kind kind) {
  while (at < text.size()) {
    std::size_t next = at;
    if (kind_of(next_code_point(text, next)) != kind) break;
    at = next;
  }
  return at;
}

}  // namespace

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  bool blank = true;
  bool line = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t sign = next_code_point(text, at);
    if (is_white(sign)) {
      blank = true;
      line = line || sign == U'\n';
      continue;
    }
    Token token;
    token.begin = begin;
    token.kind = kind_of(sign);
    if (token.kind != Token::Kind::Sign) at = end_of_run(text, at, token.kind);
    token.end = at;
    token.as_written = text.substr(begin, at - begin);
    if (token.kind == Token::Kind::Sign)
      append_utf8(token.text, plain_sign(sign));
    else
      token.text = ascii_lowered(token.as_written);
    token.blank_before = blank;
    token.line_before = line;
    blank = line = false;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

const Token& Cursor::peek(std::size_t ahead) const {
  return at_ + ahead < tokens_->size() ? (*tokens_)[at_ + ahead] : kNothing;
}

const Token& Cursor::before(std::size_t back) const {
  return back <= at_ && at_ - back < tokens_->size() ? (*tokens_)[at_ - back] : kNothing;
}

bool Cursor::is(std::string_view text, std::size_t ahead) const {
  return peek(ahead).text == text;
}

bool Cursor::is_glued(std::string_view text, std::size_t ahead) const {
  return glued(ahead) && is(text, ahead);
}

bool Cursor::is_digits(std::size_t ahead) const {
  return peek(ahead).kind == Token::Kind::Digits;
}

bool Cursor::is_word(std::size_t ahead) const {
  return peek(ahead).kind == Token::Kind::Word;
}

bool Cursor::glued(std::size_t ahead) const {
  return !peek(ahead).blank_before;
}

bool Cursor::take(std::string_view text) {
  if (!is(text)) return false;
  skip();
  return true;
}

}  // namespace recto
