#include "tools/reader/shape.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "content/base/utf8.h"

namespace recto::reader {
namespace {

constexpr std::u32string_view kQuotes = U"\"'“”‘’«»‹›„‚()[]{}*_「」『』（）【】《》";

bool is_quote_or_bracket(char32_t c) {
  return kQuotes.find(c) != std::u32string_view::npos;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) {
  return u_isdigit(static_cast<UChar32>(c)) != 0;
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

char32_t first_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_code_point(text, at); !is_quote_or_bracket(c) && !is_blank(c))
      return c;
  return 0;
}

std::size_t count_letters(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size();)
    if (u_isalpha(static_cast<UChar32>(next_code_point(word, at))) != 0) ++count;
  return count;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(text.size() / 6 + 1);  // about the words of a sentence
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const bool blank = is_blank(next_code_point(text, at));
    if (blank && begin != std::string_view::npos) {
      words.push_back(text.substr(begin, here - begin));
      begin = std::string_view::npos;
    } else if (!blank && begin == std::string_view::npos) {
      begin = here;
    }
  }
  if (begin != std::string_view::npos) words.push_back(text.substr(begin));
  return words;
}

char32_t last_letter(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    do
      --end;
    while (end > 0 && !is_boundary(text, end));
    std::size_t at = end;
    if (const char32_t c = next_code_point(text, at); !is_quote_or_bracket(c) && !is_blank(c))
      return c;
  }
  return 0;
}

bool ends_sentence(std::string_view text) {
  return std::u32string_view(U".!?…。！？؟").find(last_letter(text)) != std::u32string_view::npos;
}

bool ends_question(std::string_view text) {
  return std::u32string_view(U"?？؟").find(last_letter(text)) != std::u32string_view::npos;
}

bool begins_upper(std::string_view text) {
  return is_upper(first_letter(text));
}

bool begins_lower(std::string_view text) {
  return is_lower(first_letter(text));
}

bool is_title_case(std::string_view text) {
  const auto words = words_of(text);
  return words.size() >= 2 && (begins_upper(text) || is_digit(first_letter(text))) &&
         std::none_of(words.begin(), words.end(), [](std::string_view word) {
           return begins_lower(word) && count_letters(word) >= 4;
         });
}

bool is_all_caps(std::string_view text) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_lower(c)) return false;
    if (is_upper(c)) ++capitals;
  }
  return capitals >= 2;
}

bool is_separator(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kSeparators{"|", "·", "•", "›", "»", ">", "/"};
  return std::find(kSeparators.begin(), kSeparators.end(), word) != kSeparators.end();
}

bool is_link_row(std::string_view text) {
  constexpr std::size_t kMostWordsOfLink = 4;
  std::size_t parts = 0;
  std::size_t words = 0;
  for (const std::string_view word : words_of(text)) {
    words = is_separator(word) ? 0 : words + 1;
    if (words == 1) ++parts;
    if (words > kMostWordsOfLink) return false;
  }
  return parts >= 2 && !ends_sentence(text);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const std::string_view word : words_of(text))
    line.append(line.empty() ? "" : " ").append(word);
  return line;
}

}  // namespace recto::reader
