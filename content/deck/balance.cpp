#include "content/deck/balance.h"

#include <algorithm>
#include <cmath>

namespace recto {

bool key_is_longest(const Card& card) {
  return std::ranges::all_of(card.distractors, [&](const std::string& option) {
    return option.size() < card.answer.size();
  });
}

std::size_t too_many_longest(std::size_t choices, std::size_t longest) {
  // With x of them gone, longest - x are at most the share of choices - x.
  const double gone =
      (static_cast<double>(longest) - kLongestKeyShare * static_cast<double>(choices)) /
      (1.0 - kLongestKeyShare);
  constexpr double kRounding = 1e-9;
  return static_cast<std::size_t>(std::ceil(std::max(0.0, gone - kRounding)));
}

}  // namespace recto
