#include "game/draft/by_hand.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "content/deck/card_id.h"

namespace recto::draft {
namespace {

// A stop behind them rarely ends a sentence.
constexpr std::array<std::string_view, 22> kShortened = {
    "mr",  "mrs", "ms",  "dr",  "st", "prof", "sr", "jr", "vs",     "no",  "inc",
    "ltd", "co",  "vol", "fig", "ca", "cf",   "eg", "ie", "approx", "gen", "rev"};

bool is_blank(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

bool is_word(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') ||
         ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

bool is_stop(char letter) {
  return letter == '.' || letter == '!' || letter == '?';
}

/// Quotes and brackets that close behind a stop; bytes of them.
std::size_t closing_at(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"\"", "'", ")", "]", "”", "’", "»"})
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

bool ends_shortened(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && is_word(text[begin - 1]))
    --begin;
  const std::string word = fold_case(text.substr(begin, stop - begin));
  return count_code_points(word) == 1 || std::ranges::find(kShortened, word) != kShortened.end();
}

/// Where the sentence ends whose stop may stand at `stop`, behind what closes; 0: none ends there.
std::size_t end_at(std::string_view text, std::size_t stop) {
  if (text[stop] == '\n') return stop + 1;
  if (!is_stop(text[stop])) return 0;
  std::size_t end = stop + 1;
  while (const std::size_t closing = end < text.size() ? closing_at(text, end) : 0)
    end += closing;
  if (end < text.size() && !is_blank(text[end])) return 0;
  if (text[stop] == '.' && ends_shortened(text, stop)) return 0;
  std::size_t next = end;
  while (next < text.size() && is_blank(text[next]))
    ++next;
  const bool goes_on = next < text.size() && text[next] >= 'a' && text[next] <= 'z';
  return goes_on ? 0 : end;
}

}  // namespace

Span trimmed_span(std::string_view text, Span span) {
  span.end = std::min(span.end, text.size());
  while (span.begin < span.end && is_blank(text[span.begin]))
    ++span.begin;
  while (span.end > span.begin && is_blank(text[span.end - 1]))
    --span.end;
  return span;
}

Span sentence_around(std::string_view text, Span span) {
  Span around{0, text.size()};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = end_at(text, at);
    if (end == 0) continue;
    if (end <= span.begin) around.begin = end;
    if (end >= span.end && end > around.begin) {
      around.end = end;
      break;
    }
  }
  return trimmed_span(text, around);
}

Result<Card> card_of(CardKind kind, const Passage& passage, Span words) {
  const std::string_view text = passage.text;
  words = trimmed_span(text, words);
  if (words.begin >= words.end || !is_boundary(text, words.begin) || !is_boundary(text, words.end))
    return fail(Error::Kind::BadInput, "choose words of the article first");
  const Span sentence = sentence_around(text, words);
  const std::string stated(text.substr(sentence.begin, sentence.end - sentence.begin));
  const std::string answer(text.substr(words.begin, words.end - words.begin));
  Card card;
  card.kind = kind;
  card.answer = answer;
  switch (kind) {
    case CardKind::Short: break;
    case CardKind::Cloze: {
      const std::string gap =
          std::string(text.substr(sentence.begin, words.begin - sentence.begin)) +
          std::string(kGap) + std::string(text.substr(words.end, sentence.end - words.end));
      if (std::ranges::none_of(gap, [](char letter) { return letter != '_' && is_word(letter); }))
        return fail(Error::Kind::BadInput,
                    "a gap needs words around it: choose a part of the sentence");
      card.prompt = gap;
      std::ranges::replace(card.prompt, '\n', ' ');
      break;
    }
    case CardKind::TrueFalse:
      card.prompt = stated;
      card.answer = "true";
      card.explanation = stated;
      break;
    default: return fail(Error::Kind::BadInput, "no card of that kind is made by hand");
  }
  card.evidence = Evidence{passage.id, sentence.begin, sentence.end};
  card.fact = make_fact_id(answer, stated);
  // Two statements may be made of one sentence, each with its own words.
  card.id = make_card_id(kind, kind == CardKind::TrueFalse ? "true " + answer : answer, stated);
  card.made_by = "hand";
  card.edited = true;
  return card;
}

}  // namespace recto::draft
