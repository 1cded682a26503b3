#include "tools/patterns/quotations.h"

#include <algorithm>
#include <utility>

#include "content/words/inflection.h"
#include "tools/patterns/claims.h"
#include "tools/patterns/quote_marks.h"
#include "tools/patterns/speech.h"

namespace recto::patterns {
namespace {

constexpr WordId kFarBeforeColon = 20;
constexpr WordId kFarBefore = 8;
constexpr WordId kLongestInsertion = 30;
constexpr WordId kLeastWords = 3;

/// A word of a passage.
struct Place {
  std::size_t sentence = 0;
  WordId word = 0;
};

bool is_finite(const Sentence& sentence, WordId at) {
  return sentence.xpos(at) == "VBD" || sentence.xpos(at) == "VBZ" || sentence.xpos(at) == "VBP" ||
         sentence.xpos(at) == "MD";
}

bool is_mark(const Sentence& sentence, WordId at) {
  return at >= sentence.size() ||
         sentence.is_one_of(at, {".", ",", ";", ":", "!", "?", "\"", "“", "”", "``", "''", ")"});
}

/// Who may stand between a verb of saying and the words: "told the old court".
bool is_addressee(const Sentence& sentence, WordId at) {
  const std::string_view upos = sentence.upos(at);
  return upos == "PRON" || upos == "DET" || upos == "NOUN" || upos == "PROPN" || upos == "ADJ" ||
         upos == "ADV" || sentence.is(at, "to") || sentence.xpos(at) == "POS";
}

class Finder {
 public:
  Finder(std::string_view passage, std::span<const language::AnalysedSentence> sentences,
         const Lexicon& lexicon)
      : passage_(passage), analysed_(sentences), lexicon_(lexicon) {
    sentences_.reserve(sentences.size());
    for (const language::AnalysedSentence& one : sentences)
      sentences_.emplace_back(passage.substr(one.span.begin, one.span.end - one.span.begin), one);
  }

  std::vector<Quotation> find();

 private:
  [[nodiscard]] Place place_of(std::size_t byte) const;
  [[nodiscard]] Span in_passage(std::size_t sentence, Words words) const;
  [[nodiscard]] bool ends_in(const QuoteMarks& marks, std::string_view characters) const;
  [[nodiscard]] bool is_small(const QuoteMarks& marks) const;
  [[nodiscard]] bool is_clause(const QuoteMarks& marks) const;

  [[nodiscard]] std::optional<WordId> verb_before(const Sentence& sentence, WordId at) const;
  [[nodiscard]] std::optional<Span> speaker_before(const QuoteMarks& marks) const;
  [[nodiscard]] std::optional<Span> speaker_behind(const QuoteMarks& marks) const;
  [[nodiscard]] std::optional<Words> attribution(const Sentence& sentence, WordId at,
                                                 bool alone) const;
  [[nodiscard]] std::optional<Span> describer(const QuoteMarks& marks) const;
  [[nodiscard]] std::optional<Span> claimant(const QuoteMarks& marks);
  [[nodiscard]] std::optional<Span> same_speaker(const QuoteMarks& marks) const;

  std::string_view passage_;
  std::span<const language::AnalysedSentence> analysed_;
  const Lexicon& lexicon_;
  std::vector<Sentence> sentences_;
  std::vector<Quotation> found_;
  std::optional<Quotation> last_;                         ///< the last one with a speaker
  std::size_t claims_of_ = static_cast<std::size_t>(-1);  ///< the sentence that claims_ are of
  std::vector<Claim> claims_;
};

/// The first word that begins at the byte or behind it; behind the last sentence for none.
Place Finder::place_of(std::size_t byte) const {
  const auto sentence = std::ranges::upper_bound(
      analysed_, byte, {}, [](const language::AnalysedSentence& one) { return one.span.end; });
  Place place{static_cast<std::size_t>(sentence - analysed_.begin()), 0};
  if (sentence == analysed_.end()) return place;
  const auto& tokens = sentence->tokens;
  const auto token = std::ranges::lower_bound(tokens, byte, {}, [&](const language::Token& one) {
    return sentence->span.begin + one.span.begin;
  });
  place.word = static_cast<WordId>(token - tokens.begin());
  return place;
}

Span Finder::in_passage(std::size_t sentence, Words words) const {
  const Span span = sentences_[sentence].bytes(words);
  const std::size_t begin = analysed_[sentence].span.begin;
  return {begin + span.begin, begin + span.end};
}

/// Whether the last character inside is one of these, marks of inner quotations aside.
bool Finder::ends_in(const QuoteMarks& marks, std::string_view characters) const {
  std::string_view inside =
      passage_.substr(marks.inside.begin, marks.inside.end - marks.inside.begin);
  for (const std::string_view mark : {"’", "'", "\"", "”"})
    if (inside.ends_with(mark)) inside.remove_suffix(mark.size());
  return !inside.empty() && characters.find(inside.back()) != std::string_view::npos;
}

/// Whether it goes on with the sentence: a small letter or an ellipsis at its head.
bool Finder::is_small(const QuoteMarks& marks) const {
  const char first = passage_[marks.inside.begin];
  return (first >= 'a' && first <= 'z') || first == '.';
}

/// Whether a finite verb stands among some words.
bool Finder::is_clause(const QuoteMarks& marks) const {
  bool finite = false;
  WordId words = 0;
  for (Place at = place_of(marks.inside.begin); at.sentence < sentences_.size(); ++at.sentence) {
    const Sentence& sentence = sentences_[at.sentence];
    for (; at.word < sentence.size(); ++at.word) {
      if (in_passage(at.sentence, {at.word, at.word + 1}).begin >= marks.inside.end)
        return finite && words > kLeastWords;
      finite = finite || is_finite(sentence, at.word);
      ++words;
    }
    at.word = 0;
  }
  return finite && words > kLeastWords;
}

/// The verb of saying that leads to the words at `at`: "Tarr told us:", "Tarr said that".
std::optional<WordId> Finder::verb_before(const Sentence& sentence, WordId at) const {
  if (at == 0) return std::nullopt;
  const bool colon = sentence.word(at - 1) == ":";
  if (colon || sentence.is_one_of(at - 1, {",", "that"})) --at;
  const WordId far = colon ? kFarBeforeColon : kFarBefore;
  for (WordId word = at; word > 0 && at - word < far; --word) {
    if (is_saying(sentence, word - 1, lexicon_)) return word - 1;
    if (sentence.upos(word - 1) == "VERB") return std::nullopt;
    if (!colon && !is_addressee(sentence, word - 1)) return std::nullopt;
  }
  return std::nullopt;
}

/// "Tarr said: “…”", and the second part of "“…,” said Tarr, “…”".
std::optional<Span> Finder::speaker_before(const QuoteMarks& marks) const {
  Place place = place_of(marks.span.begin);
  if (place.sentence >= sentences_.size()) return std::nullopt;
  if (place.word == 0) {
    if (place.sentence == 0) return std::nullopt;
    --place.sentence;
    place.word = sentences_[place.sentence].size();
    if (place.word == 0 || !sentences_[place.sentence].is_one_of(place.word - 1, {":", ","}))
      return std::nullopt;
  }
  const Sentence& sentence = sentences_[place.sentence];
  const auto verb = verb_before(sentence, place.word);
  if (!verb) return std::nullopt;
  // "would add “Protector of Mexico” to his title"
  const bool marked = sentence.is_one_of(place.word - 1, {",", ":", "that"});
  if (!marked && !is_small(marks) && !is_clause(marks)) return std::nullopt;
  if (const auto speaker = subject_before(sentence, *verb))
    return in_passage(place.sentence, *speaker);
  const auto inverted = speaker_at(sentence, *verb + 1);
  return inverted && last_ && in_passage(place.sentence, *inverted) == *last_->speaker
             ? last_->speaker
             : std::nullopt;
}

/// "said Tarr", "Tarr, a doctor, said" at word `at`; `alone`: and nothing else.
std::optional<Words> Finder::attribution(const Sentence& sentence, WordId at, bool alone) const {
  if (is_saying(sentence, at, lexicon_) && is_finite(sentence, at)) {
    const auto speaker = speaker_at(sentence, at + 1);
    return speaker && (!alone || is_mark(sentence, speaker->end)) ? speaker : std::nullopt;
  }
  const auto speaker = speaker_at(sentence, at);
  if (!speaker) return std::nullopt;
  WordId verb = speaker->end;
  if (sentence.word(verb) == ",") {
    const WordId first = verb++;
    while (verb < sentence.size() && verb - first < kLongestInsertion && sentence.word(verb) != ",")
      ++verb;
    ++verb;
  }
  while (sentence.upos(verb) == "ADV" || sentence.upos(verb) == "AUX")
    ++verb;
  if (!is_saying(sentence, verb, lexicon_)) return std::nullopt;
  const bool ended = is_mark(sentence, verb + 1);
  const bool goes_on = sentence.upos(verb + 1) == "ADP" || sentence.upos(verb + 1) == "ADV" ||
                       sentence.is_one_of(verb, {"told", "tells"});
  if (!ended && (alone || !goes_on)) return std::nullopt;
  return speaker;
}

/// "“…,” said Tarr", "“…?” Tarr asked."
std::optional<Span> Finder::speaker_behind(const QuoteMarks& marks) const {
  Place place = place_of(marks.span.end);
  if (place.sentence >= sentences_.size()) return std::nullopt;
  const Sentence& sentence = sentences_[place.sentence];
  const bool comma = sentence.is_one_of(place.word, {",", "–", "—", "-"});
  if (comma) ++place.word;
  const bool said = is_saying(sentence, place.word, lexicon_);
  if (!comma && !said && !ends_in(marks, ",.?!")) return std::nullopt;
  const auto speaker = attribution(sentence, place.word, place.word == 0);
  return speaker ? std::optional(in_passage(place.sentence, *speaker)) : std::nullopt;
}

/// "Tarr described it as “…”".
std::optional<Span> Finder::describer(const QuoteMarks& marks) const {
  const Place place = place_of(marks.span.begin);
  if (place.sentence >= sentences_.size() || place.word == 0) return std::nullopt;
  const Sentence& sentence = sentences_[place.sentence];
  if (!sentence.is(place.word - 1, "as")) return std::nullopt;
  for (WordId at = place.word - 1; at > 0 && place.word - at < kFarBeforeColon; --at) {
    if (!sentence.is_one_of(at - 1, {"described", "describes", "characterized", "characterised",
                                     "denounced", "praised", "condemned", "dismissed", "hailed"}))
      continue;
    if (sentence.upos(at - 1) != "VERB" || sentence.xpos(at - 1) == "VBN") return std::nullopt;
    const auto speaker = subject_before(sentence, at - 1);
    return speaker ? std::optional(in_passage(place.sentence, *speaker)) : std::nullopt;
  }
  return std::nullopt;
}

/// "Tarr said the rules are “far too strict”": words of a claim, but no title or single word.
std::optional<Span> Finder::claimant(const QuoteMarks& marks) {
  const Place place = place_of(marks.span.begin);
  if (place.sentence >= sentences_.size()) return std::nullopt;
  const Sentence& sentence = sentences_[place.sentence];
  const Place end = place_of(marks.inside.end);
  const WordId before = place.word > 0 ? place.word - 1 : sentence.size();
  const bool small = is_small(marks) || sentence.is_one_of(before, {",", "that"});
  // "after the court “told them so”": somebody else.
  if (sentence.upos(before) == "NOUN" || sentence.upos(before) == "PROPN") return std::nullopt;
  const bool longer = end.sentence != place.sentence || end.word > place.word + kLeastWords;
  if (!longer || !small) return std::nullopt;
  if (claims_of_ != place.sentence) {
    claims_ = find_claims(sentence, lexicon_);
    claims_of_ = place.sentence;
  }
  const Claim* inner = nullptr;
  for (const Claim& claim : claims_)
    if (claim.claim.holds(place.word)) inner = &claim;
  return inner != nullptr ? std::optional(in_passage(place.sentence, inner->source)) : std::nullopt;
}

/// Right behind the sentence that names the last quotation's speaker, or the second part.
std::optional<Span> Finder::same_speaker(const QuoteMarks& marks) const {
  if (!last_ || last_->speaker->begin < last_->span.end) return std::nullopt;
  const Span speaker = *last_->speaker;
  const Place place = place_of(marks.span.begin);
  const Place named = place_of(speaker.begin);
  if (place.word == 0)
    return place.sentence == named.sentence + 1 && is_clause(marks) ? std::optional(speaker)
                                                                    : std::nullopt;
  // "“…,” said Tarr, a doctor, “…”"
  if (place.sentence != named.sentence) return std::nullopt;
  const Sentence& sentence = sentences_[place.sentence];
  if (!sentence.is_one_of(place.word - 1, {",", "."}) ||
      place.word > named.word + kLongestInsertion)
    return std::nullopt;
  for (WordId at = named.word; at < place.word; ++at)
    if (is_finite(sentence, at) && !is_saying(sentence, at, lexicon_)) return std::nullopt;
  return speaker;
}

std::vector<Quotation> Finder::find() {
  for (const QuoteMarks& marks : find_quote_marks(passage_)) {
    Quotation one{marks.span, marks.inside, std::nullopt, false};
    const bool open = ends_in(marks, ",");
    one.speaker = open ? speaker_behind(marks) : speaker_before(marks);
    if (!one.speaker) one.speaker = open ? speaker_before(marks) : speaker_behind(marks);
    if (!one.speaker) one.speaker = describer(marks);
    if (!one.speaker) one.speaker = claimant(marks);
    if (!one.speaker) one.speaker = same_speaker(marks);
    one.speech = one.speaker || is_clause(marks);
    found_.push_back(one);
    if (one.speaker) last_ = one;
  }
  return std::move(found_);
}

}  // namespace

std::vector<Quotation> find_quotations(std::string_view passage,
                                       std::span<const language::AnalysedSentence> sentences,
                                       const Lexicon& lexicon) {
  return Finder(passage, sentences, lexicon).find();
}

}  // namespace recto::patterns
