#include "tools/language/analysis.h"

#include <algorithm>
#include <utility>

#include "tools/language/tokens.h"

namespace recto::language {
namespace {

/// Where the pieces of a sentence begin, and its end: of at most kMostWords, cut behind the last
/// punctuation mark if there is one in the second half.
std::vector<std::size_t> pieces_of(const CutSentence& sentence) {
  const auto is_mark = [&](std::size_t word) {
    const Span span = sentence.words[word];
    return span.end - span.begin == 1 &&
           std::string_view(",;:.!?").find(sentence.text[span.begin]) != std::string_view::npos;
  };
  std::vector<std::size_t> borders = {0};
  while (sentence.words.size() - borders.back() > Analyser::kMostWords) {
    std::size_t end = borders.back() + Analyser::kMostWords;
    for (std::size_t cut = end; cut > end - Analyser::kMostWords / 2; --cut)
      if (is_mark(cut - 1)) {
        end = cut;
        break;
      }
    borders.push_back(end);
  }
  borders.push_back(sentence.words.size());
  return borders;
}

/// Of a sentence read in pieces one root stays, and no arc is trusted.
void join_pieces(AnalysedSentence& sentence) {
  const auto root = static_cast<WordId>(sentence.tokens.size());
  WordId first = root;
  for (WordId word = 0; word < root; ++word) {
    Token& token = sentence.tokens[word];
    token.arc_chance = 0;
    if (token.head != root) continue;
    if (first == root) {
      first = word;
    } else {
      token.head = first;
      token.relation = "parataxis";
    }
  }
}

}  // namespace

Result<Analyser> Analyser::open(std::string_view bytes, const Lexicon& lexicon) {
  const Container file = RECTO_TRY(Container::open(bytes, kModelKind));
  Analyser analyser(RECTO_TRY(Network::open(file)), lexicon, file.section(kLemmas));
  analyser.tag_ = RECTO_TRY(Calibration::open(file.section(kTagCalibration)));
  analyser.arc_ = RECTO_TRY(Calibration::open(file.section(kArcCalibration)));
  analyser.name_ = RECTO_TRY(Calibration::open(file.section(kNameCalibration)));
  return analyser;
}

std::vector<std::vector<AnalysedSentence>> Analyser::analyse(
    std::span<const std::string_view> passages, const Abbreviations& abbreviations) const {
  std::vector<std::vector<Span>> spans;
  std::vector<CutSentence> cut;
  for (const std::string_view text : passages) {
    spans.push_back(sentences(text, "en", abbreviations));
    for (const Span span : spans.back()) {
      const std::string_view sentence = text.substr(span.begin, span.end - span.begin);
      cut.push_back({sentence, tokens(sentence, abbreviations)});
    }
  }
  std::vector<AnalysedSentence> analysed = analyse(cut);
  std::vector<std::vector<AnalysedSentence>> found(passages.size());
  auto next = analysed.begin();
  for (std::size_t i = 0; i < passages.size(); ++i)
    for (const Span span : spans[i]) {
      next->span = span;
      found[i].push_back(std::move(*next++));
    }
  return found;
}

std::vector<AnalysedSentence> Analyser::analyse(const std::vector<CutSentence>& sentences,
                                                const NameWeights& names) const {
  std::vector<std::vector<WordInput>> pieces;
  std::vector<std::vector<std::size_t>> borders;
  for (const CutSentence& sentence : sentences) {
    std::vector<std::string_view> words;
    words.reserve(sentence.words.size());
    for (const Span span : sentence.words)
      words.push_back(sentence.text.substr(span.begin, span.end - span.begin));
    const std::vector<WordInput> inputs = word_inputs(words, network_.known_words(), lexicon_);
    borders.push_back(pieces_of(sentence));
    for (std::size_t i = 0; i + 1 < borders.back().size(); ++i)
      pieces.emplace_back(inputs.begin() + static_cast<std::ptrdiff_t>(borders.back()[i]),
                          inputs.begin() + static_cast<std::ptrdiff_t>(borders.back()[i + 1]));
  }
  const std::vector<SentenceReading> readings = network_.read(pieces, names);
  std::vector<AnalysedSentence> found(sentences.size());
  auto reading = readings.begin();
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    found[i].span = {0, sentences[i].text.size()};
    for (const Span span : sentences[i].words)
      found[i].tokens.push_back({.span = span, .tag = {}, .relation = {}, .lemma = {}});
    for (std::size_t piece = 0; piece + 1 < borders[i].size(); ++piece)
      add_piece(*reading++, found[i], borders[i][piece]);
    if (borders[i].size() > 2) join_pieces(found[i]);
    lemmas_.add_lemmas(sentences[i].text, found[i].tokens);
  }
  return found;
}

void Analyser::add_piece(const SentenceReading& reading, AnalysedSentence& sentence,
                         std::size_t begin) const {
  const auto root = static_cast<WordId>(sentence.tokens.size());
  for (std::size_t i = 0; i < reading.words.size(); ++i) {
    const WordReading& word = reading.words[i];
    Token& token = sentence.tokens[begin + i];
    token.tag = network_.tag(word.tag);
    token.head = word.head == reading.words.size() ? root : static_cast<WordId>(begin) + word.head;
    token.relation = network_.relation(word.relation);
    token.tag_chance = tag_.chance(word.tag_probability);
    token.arc_chance = arc_.chance(word.head_probability * word.relation_probability);
  }
  for (Name name : reading.names) {
    name.begin += static_cast<WordId>(begin);
    name.end += static_cast<WordId>(begin);
    name.chance = name_.chance(name.chance);
    sentence.names.push_back(name);
  }
}

}  // namespace recto::language
