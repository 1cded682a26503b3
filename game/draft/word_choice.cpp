#include "game/draft/word_choice.h"

#include <algorithm>

#include "content/base/utf8.h"

namespace recto::draft {
namespace {

/// One code point and where it stands.
struct Letter {
  char32_t code = 0;
  std::size_t begin = 0, end = 0;
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    letters.push_back({code, begin, at});
  }
  return letters;
}

/// Characters of scripts that put no blanks between words.
bool stands_alone(char32_t code) {
  return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x3400 && code <= 0x9FFF) ||
         (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

bool is_mark_beyond_ascii(char32_t code) {
  return (code >= 0x80 && code <= 0xBF && code != 0xAA && code != 0xB5 && code != 0xBA) ||
         code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code <= 0x206F) ||
         (code >= 0x3000 && code <= 0x3020) || (code >= 0xFF00 && code <= 0xFF0F);
}

bool is_of_word(char32_t code) {
  if (code >= 0x80) return !is_mark_beyond_ascii(code);
  return (code >= '0' && code <= '9') || ((code | 0x20U) >= 'a' && (code | 0x20U) <= 'z');
}

/// Signs that belong to a word where letters or figures stand at both of their sides.
bool joins(char32_t code) {
  constexpr std::u32string_view kJoining = U"'’-‑.,:/@&·_";
  return kJoining.find(code) != std::u32string_view::npos;
}

/// The sentences of a text, without the blanks between them.
std::vector<Span> sentences_in(std::string_view text) {
  std::vector<Span> sentences;
  for (std::size_t at = 0; at < text.size();) {
    const Span sentence = sentence_around(text, {at, at + 1});
    if (sentence.end <= at) {
      ++at;  // blanks at the end
      continue;
    }
    sentences.push_back(sentence);
    at = sentence.end;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
      ++at;
  }
  return sentences;
}

std::vector<Span> pieces_of(std::string_view text, ChoiceStep step) {
  switch (step) {
    case ChoiceStep::Word: return words_in(text);
    case ChoiceStep::Sentence: return sentences_in(text);
    case ChoiceStep::Passage: return {trimmed_span(text, {0, text.size()})};
    case ChoiceStep::Letter: break;
  }
  std::vector<Span> letters;
  for (const Letter& letter : letters_of(text))
    letters.push_back({letter.begin, letter.end});
  return letters;
}

/// The end of the first piece that ends behind the cursor; the beginning of the last that begins
/// before it.
std::size_t extended(std::string_view text, std::size_t cursor, ChoiceStep step, ChoiceWay way) {
  const std::vector<Span> pieces = pieces_of(text, step);
  if (way == ChoiceWay::On) {
    for (const Span& piece : pieces)
      if (piece.end > cursor) return piece.end;
    return cursor;
  }
  for (std::size_t i = pieces.size(); i-- > 0;)
    if (pieces[i].begin < cursor) return pieces[i].begin;
  return cursor;
}

WordChoice choice_of(std::size_t passage, Span word) {
  return {passage, word.begin, word.end};
}

/// The first word of the passage that comes next and has one, or the last word of the one before.
std::optional<WordChoice> in_next_passage(std::size_t passage,
                                          std::span<const std::string_view> passages, ChoiceWay way,
                                          bool first) {
  const bool on = way == ChoiceWay::On;
  for (std::size_t at = passage; on ? at + 1 < passages.size() : at > 0;) {
    at = on ? at + 1 : at - 1;
    const std::vector<Span> words = words_in(passages[at]);
    if (!words.empty()) return choice_of(at, first ? words.front() : words.back());
  }
  return std::nullopt;
}

/// Within the passage: the first word of the next piece, or of the one before.
std::optional<WordChoice> in_passage(const WordChoice& choice, std::string_view text,
                                     ChoiceStep step, ChoiceWay way) {
  const Span now = choice.span();
  const std::vector<Span> pieces = pieces_of(text, step);
  if (way == ChoiceWay::On) {
    for (const Span& piece : pieces)
      if (piece.begin >= now.end || (step != ChoiceStep::Word && piece.begin > now.begin))
        return choice_of(choice.passage, word_near(text, piece.begin).value_or(piece));
    return std::nullopt;
  }
  for (std::size_t i = pieces.size(); i-- > 0;) {
    const Span word = word_near(text, pieces[i].begin).value_or(pieces[i]);
    if (word.begin < now.begin) return choice_of(choice.passage, word);
  }
  return std::nullopt;
}

}  // namespace

std::vector<Span> words_in(std::string_view text) {
  const std::vector<Letter> letters = letters_of(text);
  std::vector<Span> words;
  for (std::size_t i = 0; i < letters.size();) {
    if (!is_of_word(letters[i].code)) {
      ++i;
      continue;
    }
    const std::size_t begin = letters[i].begin;
    if (stands_alone(letters[i].code)) {
      words.push_back({begin, letters[i++].end});
      continue;
    }
    const auto goes_on = [&](std::size_t at) {
      return at < letters.size() && is_of_word(letters[at].code) && !stands_alone(letters[at].code);
    };
    while (goes_on(i) || (i < letters.size() && joins(letters[i].code) && goes_on(i + 1)))
      ++i;
    words.push_back({begin, letters[i - 1].end});
  }
  return words;
}

std::optional<Span> word_near(std::string_view text, std::size_t at) {
  const std::vector<Span> words = words_in(text);
  if (words.empty()) return std::nullopt;
  const auto found = std::ranges::find_if(words, [&](const Span& word) { return word.end > at; });
  return found == words.end() ? words.back() : *found;
}

WordChoice moved(const WordChoice& choice, std::span<const std::string_view> passages,
                 ChoiceStep step, ChoiceWay way, ChoiceMode mode) {
  const std::string_view text = passages[choice.passage];
  if (mode == ChoiceMode::Extend) {
    WordChoice further = choice;
    further.cursor = extended(text, choice.cursor, step, way);
    return further;
  }
  if (step == ChoiceStep::Letter) step = ChoiceStep::Word;
  if (step != ChoiceStep::Passage)
    if (const auto inside = in_passage(choice, text, step, way)) return *inside;
  const bool first = way == ChoiceWay::On || step == ChoiceStep::Passage;
  return in_next_passage(choice.passage, passages, way, first).value_or(choice);
}

}  // namespace recto::draft
