#include "tools/patterns/sentence.h"

#include <algorithm>

#include "content/base/ascii.h"

namespace recto::patterns {

std::string_view Sentence::word(WordId at) const {
  if (at >= size()) return {};
  const Span span = analysed_->tokens[at].span;
  return text_.substr(span.begin, span.end - span.begin);
}

std::string_view Sentence::upos(WordId at) const {
  return at < size() ? analysed_->tokens[at].tag.upos : std::string_view();
}

std::string_view Sentence::xpos(WordId at) const {
  return at < size() ? analysed_->tokens[at].tag.xpos : std::string_view();
}

std::string_view Sentence::relation(WordId at) const {
  if (at >= size()) return {};
  const std::string_view whole = analysed_->tokens[at].relation;
  return whole.substr(0, whole.find(':'));
}

WordId Sentence::head(WordId at) const {
  return at < size() ? std::min(analysed_->tokens[at].head, size()) : size();
}

bool Sentence::is(WordId at, std::string_view small) const {
  return std::ranges::equal(word(at), small, {}, ascii_lower);
}

bool Sentence::is_one_of(WordId at, std::initializer_list<std::string_view> small) const {
  return std::ranges::any_of(small, [&](std::string_view one) { return is(at, one); });
}

bool Sentence::is_glued(WordId at) const {
  return at > 0 && at < size() &&
         analysed_->tokens[at - 1].span.end == analysed_->tokens[at].span.begin;
}

Span Sentence::bytes(Words words) const {
  if (words.empty() || words.end > size()) return {text_.size(), text_.size()};
  return {analysed_->tokens[words.begin].span.begin, analysed_->tokens[words.end - 1].span.end};
}

std::string_view Sentence::text(Words words) const {
  const Span span = bytes(words);
  return text_.substr(span.begin, span.end - span.begin);
}

bool is_below(const Sentence& sentence, WordId word, WordId above) {
  constexpr int kDeepest = 12;
  for (int step = 0; step <= kDeepest && word < sentence.size(); ++step) {
    if (word == above) return true;
    word = sentence.head(word);
  }
  return false;
}

}  // namespace recto::patterns
