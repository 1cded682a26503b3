// Where the entries of a draft stand: under which heading, on which words, in what order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "game/draft/draft.h"

namespace recto::draft {

/// Entries that stand under one heading.
struct Group {
  enum class Kind {
    Faq,      ///< the article's own questions, before all others (F13)
    Heading,  ///< of the article; empty text: what stands before the first one
    Nowhere,  ///< cards without evidence, behind all others
  };
  Kind kind = Kind::Heading;
  std::string heading;
  std::vector<std::size_t> entries;  ///< in the order of the article

  bool operator==(const Group&) const = default;
};

/// The entries that are shown (Draft::is_shown), by heading, in the order of reading; no group
/// without entries.
[[nodiscard]] std::vector<Group> groups_of(const Draft& draft);

/// The entries that are not shown: those that a lower threshold would bring first, the best of them
/// first; then those that were turned down, in the order of the article.
[[nodiscard]] std::vector<std::size_t> left_out(const Draft& draft);

/// The entries made from the words at byte `at` of a passage, kept ones first, the shortest
/// evidence first.
[[nodiscard]] std::vector<std::size_t> entries_at(const Draft& draft, const PassageId& passage,
                                                  std::size_t at);

}  // namespace recto::draft
