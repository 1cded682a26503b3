// A candidate as numbers: what the ranking's model judges it by.
#pragma once

#include <string>
#include <vector>

#include "tools/questions/candidate.h"

namespace recto::questions {

/// One number for each trait, in a fixed order.
struct Traits {
  std::vector<std::string> names;
  std::vector<float> values;

  void add(std::string name, double value);
};

/// What is known of a candidate made of a statement: its rule and kind, its doubts, how sure the
/// analysis is, what the statement says beside the answer, what is asked for, whom it is about, and
/// where it stands. `told` is what it was made of. O(words of the sentence).
[[nodiscard]] Traits traits_of(const Candidate& candidate, const Told& told);

}  // namespace recto::questions
