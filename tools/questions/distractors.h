// Wrong options of the same kind, form, unit and precision (C14).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/questions/candidate.h"
#include "tools/questions/statements.h"

namespace recto::questions {

/// Values of the key's kind from elsewhere in the article first, then near ones that the article
/// does not have, on both sides of the key. The same candidate gives the same list. At most
/// `count`; fewer when there are none.
[[nodiscard]] std::vector<std::string> near_values(const Candidate& candidate,
                                                   const Statements& statements, std::size_t count);

/// Other names of the article of the key's kind that are as long as it in words; none when the kind
/// is not certain.
[[nodiscard]] std::vector<std::string> other_names(const Candidate& candidate,
                                                   const Statements& statements, std::size_t count);

/// A value near the key that the article does not have: what a false statement says. Empty: none.
[[nodiscard]] std::string wrong_value(const Candidate& candidate, const Statements& statements);

}  // namespace recto::questions
