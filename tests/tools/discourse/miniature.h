// Articles in miniature, with tags and trees simple enough to be made by rule.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/discourse/article.h"
#include "tools/discourse/entities.h"

namespace recto::test {

/// An article from lines; each line is a passage, sentences in it end with " ." or " ?". Words
/// stand between blanks. Names stand in brackets after a letter for their kind (Person,
/// Organisation, pLace, Event, Work, X for other): "P[Marie Curie] was a physicist/NOUN .". A tag
/// may be said, "studied/VERB", "cities/NNS"; else it is known for function words, NOUN for other
/// words. Tree: the first verb, or the noun behind a form of "be", is the root; the last noun or
/// name before it its subject; nouns behind prepositions are obl, others obj.
class Miniature {
 public:
  explicit Miniature(const std::vector<std::string>& lines, float name_chance = 0.9F);

  [[nodiscard]] const discourse::AnalysedArticle& article() const { return *article_; }

 private:
  std::vector<std::string> texts_;
  std::vector<std::vector<language::AnalysedSentence>> sentences_;
  std::unique_ptr<discourse::AnalysedArticle> article_;
};

/// The shipped words about names with the shipped lexicon.
[[nodiscard]] discourse::Nouns shipped_nouns();

/// The entities of an article in miniature.
[[nodiscard]] discourse::Entities entities(const Miniature& article, std::string_view title = {});

/// The entity with this name; fails the test when there is none.
[[nodiscard]] discourse::Entity entity_named(const discourse::Entities& entities,
                                             std::string_view name);

}  // namespace recto::test
