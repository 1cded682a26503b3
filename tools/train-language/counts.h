// What people found, what we found, and what both did.
#pragma once

#include <cstddef>

namespace recto::train {

struct Counts {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;

  /// In [0,1]; 0 when nobody found anything.
  [[nodiscard]] double f1() const {
    const auto both = static_cast<double>(gold + found);
    return both == 0 ? 0 : 2 * static_cast<double>(right) / both;
  }
};

}  // namespace recto::train
