// What the lexicon knows of a form, in a few bits: a feature for the language model.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/words/lexicon.h"

namespace recto {

/// Possible readings of a form, and what kind of thing it names as a noun.
struct WordClass {
  /// A bit a reading, from the lowest: noun, plural; verb, third person, past, participle, gerund;
  /// adjective, comparative, superlative; adverb, comparative, superlative.
  std::uint16_t readings = 0;
  /// Of the first noun sense that is written so; "March" is a time, "march" an act.
  std::optional<Category> noun;

  bool operator==(const WordClass&) const = default;

  [[nodiscard]] bool known() const { return readings != 0; }

  /// One number for all, below 2^20: the same for the same class in every version of the lexicon.
  [[nodiscard]] std::uint32_t code() const;

  /// "N:person", "Ns:artifact", "VdVn", "N:actV"; "-" for a form that nobody knows.
  [[nodiscard]] std::string name() const;
};

/// A form as it stands in the text. Some 10 us: keep what was asked for once.
[[nodiscard]] WordClass word_class(const Lexicon& lexicon, std::string_view form);

}  // namespace recto
