// Irregular forms in use. WordNet's lists of exceptions also know "kine" and "brethren", and do not
// tell past from participle: they serve to understand forms, these to make them.
#pragma once

#include <string_view>

namespace recto {

struct IrregularVerb {
  std::string_view base;
  std::string_view past;
  std::string_view participle;
};

/// Base or null. Of compounds ("overtake") only the simple verb is listed.
[[nodiscard]] const IrregularVerb* find_irregular_verb(std::string_view base);

/// The plural; empty when it is regular.
[[nodiscard]] std::string_view irregular_plural(std::string_view singular);

/// The way back; empty when no irregular plural is so.
[[nodiscard]] std::string_view irregular_singular(std::string_view plural);

/// Whether the plural is in -mans: "Germans", not "policemen".
[[nodiscard]] bool keeps_man(std::string_view word);

struct IrregularDegree {
  std::string_view base;
  std::string_view comparative;
  std::string_view superlative;
};

[[nodiscard]] const IrregularDegree* find_irregular_degree(std::string_view base);

/// Forms of auxiliaries and contractions → lemma; empty for others.
[[nodiscard]] std::string_view auxiliary_lemma(std::string_view form);

/// Whether -s becomes -es after this o: "potato", not "piano".
[[nodiscard]] bool takes_es_after_o(std::string_view word);

/// Whether the ch at the end is a k: "monarch".
[[nodiscard]] bool ends_in_hard_ch(std::string_view word);

/// Whether the l at the end is doubled in America too: "control", not "travel".
[[nodiscard]] bool doubles_l_everywhere(std::string_view word);

}  // namespace recto
