// What a name is the name of, more finely than the model says: countries apart from other places,
// and words for where somebody is from.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/words/lexicon.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

enum class NameType : std::uint8_t {
  Person,
  Organisation,
  Country,
  Place,  ///< that is no country
  Event,
  Work,         ///< a book, film, song, product
  Nationality,  ///< "Swedish", "Peruvians": also peoples' and languages' names
  Other,
};

/// Words of a name, or of a nationality that is none.
struct TypedName {
  Words words;
  NameType type = NameType::Other;
  language::Chance chance = 0;

  bool operator==(const TypedName&) const = default;
};

/// Knows the lexicon's countries and languages. May be used by several threads.
class NameTypes {
 public:
  explicit NameTypes(const Lexicon& lexicon);

  /// The names of a sentence with their types and, where they are no part of a name, nationalities:
  /// in order, apart from each other. A name that the lexicon knows as a country is one unless the
  /// model is sure that it is a person or an organisation; chances are the model's, of words that
  /// it overlooked 1 where they are adjectives, else that of the tag. O(words).
  [[nodiscard]] std::vector<TypedName> types_of(const Sentence& sentence) const;

  /// "Swedish", "Swede", "Swedes".
  [[nodiscard]] bool is_nationality(std::string_view word) const;

 private:
  [[nodiscard]] NameType type_of(const Sentence& sentence, const language::Name& name) const;

  [[nodiscard]] bool is_of_people(std::string_view word) const;

  Lexicon lexicon_;
  std::set<std::string, std::less<>> adjectives_;  ///< of countries, as written
  std::vector<SynsetId> inhabitant_;               ///< "inhabitant" and "native", what Swedes are
};

}  // namespace recto::patterns
