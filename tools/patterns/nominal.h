// Noun phrases with a common noun: where they begin, what their head is, what it can mean.
#pragma once

#include <optional>
#include <set>
#include <string_view>

#include "content/words/category.h"
#include "content/words/lexicon.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

enum class Determiner { None, Definite, Indefinite, Owner };  ///< Owner: "his", "Ada's"

/// "the first Swiss mathematician": determiner, modifiers, head. What follows the head is outside.
struct Nominal {
  Words words;
  WordId head = 0;  ///< its last common noun
  Determiner determiner = Determiner::None;
  bool plural = false;
};

/// The noun phrase that begins at word `at`, up to its first common noun that no further one
/// follows; none when there is none, and for "some", "every", numbers above one and the like.
[[nodiscard]] std::optional<Nominal> nominal_at(const Sentence& sentence, WordId at);

/// The noun that modifiers and nouns from word `at` on lead to: "colleges" of "public and private
/// colleges", "Awards" of "Grammy Awards"; none when other words come first.
[[nodiscard]] std::optional<WordId> find_head(const Sentence& sentence, WordId at);

/// The category of the noun's most usual sense; Tops for words that the lexicon does not know.
[[nodiscard]] Category first_category(const Lexicon& lexicon, std::string_view lemma);

/// The categories of the noun's usual senses: those met at least a quarter as often as the most
/// usual one. Empty for words that the lexicon does not know.
[[nodiscard]] std::set<Category> usual_categories(const Lexicon& lexicon, std::string_view lemma);

}  // namespace recto::patterns
