#include "tools/discourse/article.h"

#include <algorithm>

#include "content/base/ascii.h"
#include "content/base/fold.h"

namespace recto::discourse {
namespace {

std::string_view cut(std::string_view text, language::Span span) {
  if (span.begin > span.end || span.end > text.size()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

std::string folded_word(std::string_view word) {
  const bool ascii =
      std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? ascii_lowered(word) : fold_case(word);
}

}  // namespace

AnalysedArticle::AnalysedArticle(std::span<const Passage> passages) {
  for (std::size_t passage = 0; passage < passages.size(); ++passage) {
    const Passage& block = passages[passage];
    for (const language::AnalysedSentence& analysis : block.sentences) {
      Sentence sentence{cut(block.text, analysis.span), &analysis, passage, {}};
      sentence.folded.reserve(analysis.tokens.size());
      for (const language::Token& token : analysis.tokens)
        sentence.folded.push_back(folded_word(cut(sentence.text, token.span)));
      sentences_.push_back(std::move(sentence));
    }
  }
}

std::string_view AnalysedArticle::word(SentenceId id, WordId word) const {
  const Sentence& sentence = sentences_[id];
  return cut(sentence.text, sentence.analysis->tokens[word].span);
}

const std::string& AnalysedArticle::folded(SentenceId id, WordId word) const {
  static const std::string kNothing;
  const std::vector<std::string>& words = sentences_[id].folded;
  return word < words.size() ? words[word] : kNothing;
}

std::string_view AnalysedArticle::text(const Place& place) const {
  const std::vector<language::Token>& words = tokens(place.sentence);
  if (place.begin >= place.end || place.end > words.size()) return {};
  return cut(sentences_[place.sentence].text,
             {words[place.begin].span.begin, words[place.end - 1].span.end});
}

WordId head_of(const AnalysedArticle& article, const Place& place) {
  const std::vector<language::Token>& tokens = article.tokens(place.sentence);
  for (WordId word = place.begin; word < place.end && word < tokens.size(); ++word)
    if (tokens[word].head < place.begin || tokens[word].head >= place.end) return word;
  return place.end > place.begin ? place.end - 1 : place.begin;
}

}  // namespace recto::discourse
