#include "tools/reader/markers.h"

#include <algorithm>
#include <array>

#include "content/base/fold.h"
#include "content/base/utf8.h"

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
  static constexpr std::array<std::string_view, 24> kBullets{
      "-", "*", "+", "•", "–", "—", "‣", "◦", "▪", "▫", "·", "●",
      "○", "■", "□", "►", "▸", "➢", "➤", "✓", "✔", "✗", "❖", "♦"};
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t text = skip_blanks(line, bullet.size());
    if (text > bullet.size() && text < line.size()) return Marker{.length = text};
  }
  // RFCs and mails: "o  An item".
  if (line.starts_with("o  ") && skip_blanks(line, 1) < line.size())
    return Marker{.length = skip_blanks(line, 1)};
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
  const bool closes =
      bracket ? behind == ')' : behind == '.' || behind == ')' || (parts && behind == ':');
  if (closes)
    ++end;
  else if (bracket || !parts || behind != ' ')  // "4.5.1 Title" needs no stop
    return std::nullopt;
  const std::size_t text = skip_blanks(line, end);
  if (text == end || text == line.size()) return std::nullopt;
  return Marker{number, text, std::string(trimmed(line.substr(0, text)))};
}

struct LabelWord {
  std::string_view word;  ///< folded
  Label label;
  bool letter = false;  ///< other lines begin so, too
};

/// The label's word at the beginning of the folded line, longest first.
const LabelWord* label_word(std::string_view folded) {
  using enum Label;
  static constexpr std::array<LabelWord, 56> kWords{{
      {"odpowiedź", Answer},  {"pergunta", Question}, {"question", Question},
      {"pregunta", Question}, {"respuesta", Answer},  {"spørgsmål", Question},
      {"spørsmål", Question}, {"kysymys", Question},  {"vastaus", Answer},
      {"antwoord", Answer},   {"antwort", Answer},    {"réponse", Answer},
      {"reponse", Answer},    {"resposta", Answer},   {"risposta", Answer},
      {"domanda", Question},  {"pytanie", Question},  {"odpověď", Answer},
      {"otázka", Question},   {"kérdés", Question},   {"válasz", Answer},
      {"answer", Answer},     {"вопрос", Question},   {"ответ", Answer},
      {"frage", Question},    {"vraag", Question},    {"fråga", Question},
      {"cevap", Answer},      {"soru", Question},     {"svar", Answer},
      {"质问", Question},     {"質問", Question},     {"回答", Answer},
      {"问题", Question},     {"問題", Question},     {"解答", Answer},
      {"질문", Question},     {"답변", Answer},       {"سؤال", Question},
      {"جواب", Answer},       {"ans", Answer},        {"问", Question},
      {"問", Question},       {"答", Answer},         {"문", Question},
      {"답", Answer},         {"q", Question},        {"a", Answer},
      {"f", Question, true},  {"p", Question, true},  {"d", Question, true},
      {"v", Question, true},  {"в", Question, true},  {"r", Answer, true},
      {"о", Answer, true},    {"o", Answer, true},
  }};
  for (const LabelWord& word : kWords)
    if (folded.starts_with(word.word)) return &word;
  return nullptr;
}

}  // namespace

std::optional<Marker> find_marker(std::string_view line) {
  if (auto bullet = find_bullet(line)) return bullet;
  return find_number(line);
}

std::optional<FoundLabel> find_label(std::string_view line) {
  // The letters of labels fold to the same number of bytes.
  const std::string folded = fold_case(prefix_utf8(line, 24));
  const LabelWord* word = label_word(folded);
  if (word == nullptr) return std::nullopt;
  const std::size_t length = word->word.size();
  std::size_t at = length;
  while (at < line.size() && (is_digit(line[at]) || line[at] == ' ' || line[at] == '#'))
    ++at;
  if (at >= line.size()) return std::nullopt;
  if (line.substr(at).starts_with("："))
    return FoundLabel{word->label, skip_blanks(line, at + 3), word->letter};
  // "A. Anasazi" is a choice and "Q. Mary" a name, so one letter needs the colon.
  const bool stop = line[at] == '.' && (at > length || length > 2);
  if (line[at] != ':' && line[at] != ')' && !stop) return std::nullopt;
  if (line[at] == ')' && at == length) return std::nullopt;
  const std::size_t text = skip_blanks(line, at + 1);
  if (text == at + 1 && text < line.size()) return std::nullopt;
  return FoundLabel{word->label, text, word->letter};
}

}  // namespace recto::reader
