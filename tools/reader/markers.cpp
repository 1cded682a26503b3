#include "tools/reader/markers.h"

#include <array>
#include <utility>

#include "content/base/fold.h"

namespace recto::reader {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  const std::size_t found = line.find_first_not_of(" \t", at);
  return found == std::string_view::npos ? line.size() : found;
}

std::optional<Marker> find_bullet(std::string_view line) {
  static constexpr std::array<std::string_view, 9> kBullets{"-", "*", "+", "•", "–",
                                                            "‣", "◦", "▪", "·"};
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t text = skip_blanks(line, bullet.size());
    if (text > bullet.size() && text < line.size()) return Marker{{}, text};
  }
  return std::nullopt;
}

/// "3", "4.5.1": at most three digits a part, so that years and sums are none.
std::size_t number_length(std::string_view line) {
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = at;
    while (at < line.size() && at < begin + 4 && is_digit(line[at]))
      ++at;
    if (at == begin || at == begin + 4) return 0;
    if (at + 1 >= line.size() || line[at] != '.' || !is_digit(line[at + 1])) return at;
    ++at;
  }
}

std::size_t letter_length(std::string_view line) {
  return line.size() > 1 && is_letter(line[0]) && (line[1] == ')' || line[1] == '.') ? 1 : 0;
}

std::optional<Marker> find_number(std::string_view line) {
  const bool bracket = line.starts_with('(');
  const std::string_view rest = line.substr(bracket ? 1 : 0);
  std::size_t length = number_length(rest);
  const bool letter = length == 0;
  if (letter) length = letter_length(rest);
  if (length == 0 || length >= rest.size()) return std::nullopt;
  const std::string number(rest.substr(0, length));
  const bool parts = number.find('.') != std::string::npos;
  const char behind = rest[length];
  std::size_t end = (bracket ? 1U : 0U) + length;
  if (bracket ? behind == ')' : (behind == '.' || behind == ')'))
    ++end;
  else if (bracket || !parts || behind != ' ')  // "4.5.1 Title" needs no stop
    return std::nullopt;
  const std::size_t text = skip_blanks(line, end);
  if (text == end || text == line.size()) return std::nullopt;
  return Marker{number, text};
}

/// The label's word at the beginning of the folded line, longest first.
std::optional<std::pair<Label, std::size_t>> label_word(std::string_view folded) {
  static constexpr std::array<std::pair<std::string_view, Label>, 12> kWords{{
      {"question", Label::Question},
      {"pregunta", Label::Question},
      {"frage", Label::Question},
      {"answer", Label::Answer},
      {"antwort", Label::Answer},
      {"respuesta", Label::Answer},
      {"réponse", Label::Answer},
      {"ans", Label::Answer},
      {"q", Label::Question},
      {"a", Label::Answer},
      {"问", Label::Question},
      {"答", Label::Answer},
  }};
  for (const auto& [word, label] : kWords)
    if (folded.starts_with(word)) return std::pair{label, word.size()};
  return std::nullopt;
}

}  // namespace

std::optional<Marker> find_marker(std::string_view line) {
  if (auto bullet = find_bullet(line)) return bullet;
  return find_number(line);
}

std::optional<FoundLabel> find_label(std::string_view line) {
  // Labels fold to the same number of bytes: only ASCII and "é" change case.
  const std::string folded = fold_case(line.substr(0, std::min<std::size_t>(line.size(), 16)));
  const auto word = label_word(folded);
  if (!word) return std::nullopt;
  std::size_t at = word->second;
  while (at < line.size() && (is_digit(line[at]) || line[at] == ' ' || line[at] == '#'))
    ++at;
  if (at >= line.size()) return std::nullopt;
  if (line.substr(at).starts_with("：")) return FoundLabel{word->first, at + 3};
  // "A. Anasazi" is a choice and "Q. Mary" a name, so one letter needs the colon.
  const bool stop = line[at] == '.' && (at > word->second || word->second > 1);
  if (line[at] != ':' && line[at] != ')' && !stop) return std::nullopt;
  if (line[at] == ')' && at == word->second) return std::nullopt;
  const std::size_t text = skip_blanks(line, at + 1);
  if (text == at + 1 && text < line.size()) return std::nullopt;
  return FoundLabel{word->first, text};
}

}  // namespace recto::reader
