#include "tools/language/analysis.h"

#include <utility>

#include "tools/language/tokens.h"

namespace recto::language {

Result<Analyser> Analyser::open(std::string_view bytes, LexiconClass lexicon) {
  const Container file = RECTO_TRY(Container::open(bytes, kModelKind));
  Tagger tagger = RECTO_TRY(Tagger::open({.tags = file.section(kTags),
                                          .words = file.section(kTagWords),
                                          .weights = file.section(kTagWeights)}));
  EagerParser parser = RECTO_TRY(EagerParser::open(
      {.relations = file.section(kRelations), .weights = file.section(kParseWeights)}));
  return Analyser(std::move(tagger), std::move(parser), std::move(lexicon));
}

std::vector<Token> Analyser::analyse(std::string_view sentence,
                                     const Abbreviations& abbreviations) const {
  return analyse(sentence, tokens(sentence, abbreviations));
}

std::vector<Token> Analyser::analyse(std::string_view sentence,
                                     const std::vector<Span>& spans) const {
  std::vector<TagWord> words;
  words.reserve(spans.size());
  for (const Span span : spans) {
    const std::string_view text = sentence.substr(span.begin, span.end - span.begin);
    words.push_back(tagger_.word_of(text, class_of(lexicon_, text)));
  }
  const std::vector<TagId> tags = tagger_.tag_words(words);
  std::vector<ParseWord> seen;
  seen.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    seen.push_back({words[i].form.lower, words[i].lexicon, tags[i]});
  const Tree tree = parser_.parse(seen);
  std::vector<Token> found;
  found.reserve(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i)
    found.push_back({.span = spans[i],
                     .tag = tagger_.tag(tags[i]),
                     .head = tree.heads[i],
                     .relation = parser_.relation(tree.relations[i]),
                     .lemma = {},
                     .tag_chance = 1,
                     .arc_chance = 1});
  return found;
}

}  // namespace recto::language
