// Who and what an article names: all its names, put together where they mean the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/discourse/article.h"
#include "tools/discourse/nouns.h"

namespace recto::discourse {

/// The place of an entity among the article's.
using EntityId = std::uint32_t;
inline constexpr EntityId kNoEntity = static_cast<EntityId>(-1);

/// One thing or person with all its names.
struct Entity {
  /// The fullest form, as first given, without "the": "Marie Curie". What the text calls another
  /// name, an abbreviation or a name at birth is not taken when there is one besides.
  std::string name;
  std::vector<std::string> forms;  ///< all as first given, each once, `name` first
  NameKind kind = NameKind::Other;
  language::Chance kind_chance = 0;  ///< by vote of all occurrences and what stands around them
  std::string noun;     ///< what it is, in small letters: "physicist", "company"; may be empty
  bool plural = false;  ///< "the Beatles"
  Gender gender = Gender::Unknown;
  std::vector<Place> mentions;      ///< in order
  std::vector<Place> descriptions;  ///< nouns said of it where it is named: "X, a physicist"
};

struct Entities {
  std::vector<Entity> all;  ///< in the order of their first mention
  /// Of each sentence's names, in their order; kNoEntity for names whose words are not there.
  std::vector<std::vector<EntityId>> of_names;
};

/// Reads `AnalysedSentence::names`. Names are one where they are equal but for case, accents,
/// titles and legal form; where the text says so (aliases.h); where an acronym has the initials of
/// one name only; where a surname or given name, initials, or a name without its generic noun
/// ("Alibaba Group", "Lake Titicaca") fits one only. The title's person wins a surname that several
/// bear. Deterministic; linear in the article's length, whatever its names.
[[nodiscard]] Entities find_entities(const AnalysedArticle& article, std::string_view title,
                                     Nouns& nouns);

}  // namespace recto::discourse
