// The surface of a simple sentence: subject, verb, where it ends.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tools/questions/statements.h"

namespace recto::questions {

/// Subject and finite verb of a statement. Only what is certain without a parser.
struct Clause {
  std::size_t subject_first = 0;  ///< words [first, last) are the subject, apposition left out
  std::size_t subject_last = 0;
  std::size_t verb = 0;                      ///< "was", "founded"
  std::string subject;                       ///< as it reads inside a question
  const Name* name = nullptr;                ///< the subject, when it is nothing but a name
  std::optional<language::Span> apposition;  ///< as word indexes, without the commas
};

/// The clause whose subject begins at word `first`. Nothing when the subject has a verb, a clause
/// or a list inside, or names nothing.
[[nodiscard]] std::optional<Clause> find_clause(const Statement& statement, std::size_t first,
                                                const WordLists& lists);

/// Whether words [first, last) run on without comma, further clause or finite verb.
[[nodiscard]] bool is_simple(const Statement& statement, std::size_t first, std::size_t last,
                             const WordLists& lists);

/// The word that ends a plain statement from `first` on: its full stop, or a comma behind which a
/// clause begins that can go (", which …"). Nothing when a list or another clause follows.
[[nodiscard]] std::optional<std::size_t> find_end(const Statement& statement, std::size_t first,
                                                  const WordLists& lists);

[[nodiscard]] bool is_be(std::string_view folded);  ///< is, are, was, were

[[nodiscard]] const Name* name_at(const Statement& statement, std::size_t first);
[[nodiscard]] std::string words_text(const Statement& statement, std::size_t first,
                                     std::size_t last);

}  // namespace recto::questions
