#include "tools/statements/tree.h"

namespace recto::statements {
namespace {

bool is_mark(const patterns::Sentence& sentence, WordId at) {
  return sentence.upos(at) == "PUNCT" || sentence.upos(at) == "SYM";
}

}  // namespace

bool is_comma(const patterns::Sentence& sentence, WordId at) {
  if (sentence.is_one_of(at, {",", "–", "—", ";", "--"})) return true;
  return sentence.is(at, "-") && !sentence.is_glued(at);  // no hyphen
}

std::optional<Words> Tree::row(const std::vector<bool>& marked,
                               const std::vector<bool>& asides) const {
  const auto is_edge = [&](WordId at) {
    return sentence_.upos(at) == "PUNCT" && !sentence_.is_one_of(at, {"\"", "“", "”", "'", "’"});
  };
  WordId begin = sentence_.size();
  WordId end = 0;
  for (WordId at = 0; at < sentence_.size(); ++at) {
    if (!marked[at] || asides[at] || is_edge(at)) continue;
    begin = std::min(begin, at);
    end = at + 1;
  }
  if (begin >= end) return std::nullopt;
  for (WordId at = begin; at < end; ++at)
    if (!marked[at] && !asides[at] && !is_mark(sentence_, at)) return std::nullopt;
  return Words{begin, end};
}

std::optional<Words> Tree::row_below(WordId top, const std::vector<bool>& asides) const {
  std::vector<bool> marked(sentence_.size(), false);
  mark(
      top, [](WordId) { return true; }, marked);
  return row(marked, asides);
}

bool Tree::is_predicate(WordId at) const {
  return sentence_.upos(at) == "VERB" || has_child(at, "cop") ||
         (sentence_.upos(at) == "AUX" && sentence_.relation(at) != "aux" &&
          sentence_.relation(at) != "cop");
}

bool Tree::is_existential(WordId predicate) const {
  return std::ranges::any_of(children(predicate), [&](WordId child) {
    return sentence_.relation(child) == "expl" && sentence_.is(child, "there");
  });
}

std::optional<WordId> Tree::subject_of(WordId predicate) const {
  if (is_existential(predicate)) {
    for (const WordId child : children(predicate))
      if (sentence_.relation(child) == "expl") return child;
  }
  for (const WordId child : children(predicate))
    if (sentence_.relation(child) == "nsubj") return child;
  return std::nullopt;
}

}  // namespace recto::statements
