// What hangs on a predicate → the pieces of its clause.
#pragma once

#include <optional>
#include <vector>

#include "tools/statements/clause.h"
#include "tools/statements/tree.h"

namespace recto::statements {

/// The clause of `predicate` with this subject: subject, auxiliaries, core and the rest as a plain
/// statement has them. None where the tree tears it apart, or makes what nobody writes ("she are
/// founded"). `asides` are left out (see mask_of).
[[nodiscard]] std::optional<Clause> read_clause(const ReadSentence& read, const Tree& tree,
                                                WordId predicate, const Piece& subject,
                                                const std::vector<bool>& asides);

}  // namespace recto::statements
