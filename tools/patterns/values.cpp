#include "tools/patterns/values.h"

#include <algorithm>
#include <string_view>

#include "tools/patterns/nominal.h"

namespace recto::patterns {
namespace {

bool is_plural(const Sentence& sentence, WordId at) {
  return sentence.xpos(at) == "NNS" || sentence.xpos(at) == "NNPS" ||
         (sentence.xpos(at) == "NNP" && sentence.word(at).ends_with('s') &&
          !sentence.word(at).ends_with("is") && !sentence.word(at).ends_with("us")) ||
         sentence.is_one_of(
             at, {"people", "cattle", "sheep", "fish", "police", "men", "women", "children",
                  "aircraft", "species", "series", "staff", "spacecraft"});
}

bool is_one(const Value& value) {
  return !value.until && value.amount.number == Number{1, 0, 1};
}

/// "feet", not the sign for them.
bool is_letter(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word[0]) != 0xE2 &&
         std::ranges::any_of(word, [](char c) { return c < 0 || (c | 0x20) >= 'a'; });
}

/// The noun behind a number that ends before word `at`: "laureates" of "of the first laureates".
std::optional<WordId> counted_at(const Sentence& sentence, WordId at, const Value& value) {
  if (sentence.is(at, "of")) {
    ++at;
    while (sentence.upos(at) == "DET" || sentence.xpos(at) == "PRP$" || sentence.xpos(at) == "PDT")
      ++at;
  }
  const auto head = find_head(sentence, at);
  if (!head || !is_letter(sentence.word(*head)) || (!is_plural(sentence, *head) && !is_one(value)))
    return std::nullopt;
  return head;
}

bool is_noun(const Sentence& sentence, WordId at) {
  return sentence.upos(at) == "NOUN" || sentence.upos(at) == "PROPN";
}

bool is_sign_of_inches(const Sentence& sentence, WordId at) {
  return sentence.is_one_of(at, {"′", "″", "’", "”", "'", "\""}) &&
         (sentence.is_glued(at) || sentence.is_glued(at + 1));
}

/// A number alone that ends a bracket: "7-6 (5)", "1) …", a footnote.
bool is_bracketed(const Sentence& sentence, const SentenceValue& found) {
  const std::string_view text =
      sentence.text().substr(found.span.begin, found.span.end - found.span.begin);
  return sentence.word(found.words.end) == ")" &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

/// Whether a number is part of a name, or the number of a thing: "Six Feet Under", "epsilon 4".
bool is_in_name(const Sentence& sentence, const SentenceValue& found) {
  const WordId begin = found.words.begin;
  const WordId end = found.words.end;
  // "406 lb-ft": another unit than it seems.
  if (found.measure == Measure::Quantity && sentence.word(end) == "-" && sentence.is(end + 1, "ft"))
    return true;
  if (found.measure == Measure::Quantity)
    return begin + 1 < end && sentence.upos(begin) == "PROPN" && sentence.upos(end - 1) == "PROPN";
  if (found.measure != Measure::Count || found.counted || found.value.hedge != Hedge::None)
    return false;
  const bool before = begin > 0 && is_noun(sentence, begin - 1) && sentence.upos(begin) == "NUM";
  // "4K video", "a 5 star hotel", "15’9″": a label, not a count.
  return before || is_noun(sentence, end) || is_bracketed(sentence, found) ||
         is_sign_of_inches(sentence, end) || (begin > 0 && is_sign_of_inches(sentence, begin - 1));
}

/// "ten years ago", "two months later".
bool is_offset(const Sentence& sentence, WordId end) {
  return sentence.is_one_of(end, {"ago", "later", "earlier", "prior", "before", "after", "hence",
                                  "previously", "afterwards", "from"});
}

bool is_age(const Sentence& sentence, Words words) {
  const WordId begin = words.begin;
  if (begin > 0 && sentence.is_one_of(begin - 1, {"aged", "age"})) return true;
  if (begin > 1 && sentence.is(begin - 1, "of") && sentence.is(begin - 2, "age")) return true;
  // "Jo Tarr, 55, of London"
  if (begin > 1 && sentence.word(begin - 1) == "," && sentence.upos(begin - 2) == "PROPN" &&
      sentence.word(words.end) == "," && words.end - begin == 1)
    return true;
  const WordId old = sentence.word(words.end) == "-" ? words.end + 1 : words.end;
  return sentence.is_one_of(old, {"old", "olds"});
}

Measure measure_of(const Sentence& sentence, const SentenceValue& found) {
  switch (found.value.kind) {
    case ValueKind::Count: return is_age(sentence, found.words) ? Measure::Age : Measure::Count;
    case ValueKind::Ordinal: return Measure::Ordinal;
    case ValueKind::Money: return Measure::Money;
    case ValueKind::Percent: return Measure::Percent;
    case ValueKind::Date: return Measure::Date;
    case ValueKind::Clock: return Measure::Clock;
    case ValueKind::Score: return Measure::Score;
    case ValueKind::Quantity: break;
  }
  if (found.dimension != Dimension::Time) return Measure::Quantity;
  if (is_age(sentence, found.words)) return Measure::Age;
  return is_offset(sentence, found.words.end) ? Measure::Offset : Measure::Duration;
}

/// Walks over words and values side by side.
class Finder {
 public:
  explicit Finder(const Sentence& sentence) : sentence_(sentence) {}

  std::vector<SentenceValue> find() {
    std::vector<SentenceValue> all;
    for (const Found& found : recto::find_values(sentence_.text())) {
      SentenceValue value;
      value.value = found.value;
      value.span = {found.begin, found.end};
      value.second_form = found.second_form;
      tie(value);
      if (const Unit* unit = unit_named(found.value.unit);
          unit != nullptr && found.value.kind == ValueKind::Quantity)
        value.dimension = unit->dimension;
      value.measure = measure_of(sentence_, value);
      const bool joined = sentence_.word(value.words.end) == "-";
      if (value.measure == Measure::Count && !joined)
        value.counted = counted_at(sentence_, value.words.end, value.value);
      if (value.counted && is_time(*value.counted)) {  // "four straight years"
        value.measure = Measure::Duration;
        value.dimension = Dimension::Time;
      }
      value.attributive =
          value.measure != Measure::Count && !value.counted && leads_to_noun(value.words.end);
      if (!is_in_name(sentence_, value)) all.push_back(std::move(value));
    }
    return all;
  }

 private:
  [[nodiscard]] bool leads_to_noun(WordId at) const {
    return is_noun(sentence_, at) || (sentence_.upos(at) == "ADJ" && is_noun(sentence_, at + 1));
  }

  [[nodiscard]] bool is_time(WordId noun) const {
    const Unit* unit = find_unit(sentence_.word(noun));
    return unit != nullptr && unit->dimension == Dimension::Time;
  }

  void tie(SentenceValue& value) {
    const auto& tokens = sentence_.analysed().tokens;
    while (next_ < tokens.size() && tokens[next_].span.end <= value.span.begin)
      ++next_;
    std::size_t end = next_;
    while (end < tokens.size() && tokens[end].span.begin < value.span.end)
      ++end;
    value.words = {static_cast<WordId>(next_), static_cast<WordId>(end)};
    value.whole_words = next_ < end && tokens[next_].span.begin == value.span.begin &&
                        tokens[end - 1].span.end == value.span.end;
  }

  const Sentence& sentence_;
  std::size_t next_ = 0;  ///< the first word that does not end before the value at hand
};

}  // namespace

std::vector<SentenceValue> find_values(const Sentence& sentence) {
  return Finder(sentence).find();
}

}  // namespace recto::patterns
