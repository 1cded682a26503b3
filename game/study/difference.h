// What is different between a typed answer and the right one, letter by letter, for showing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto::study {

/// A run of letters of both texts.
struct Difference {
  enum class Kind {
    Same,     ///< both have it
    Missing,  ///< only the right answer has it
    Extra,    ///< only the typed one has it
    Changed,  ///< `typed` stands where `right` should
  };
  Kind kind = Kind::Same;
  std::string typed;
  std::string right;

  bool operator==(const Difference&) const = default;
};

/// The texts in runs from left to right: the `typed` of all runs give the typed text, the `right`
/// ones the right answer. As few letters as possible differ, by insertions, deletions and
/// replacements of code points and swaps of neighbours, each of the same cost (optimal string
/// alignment, traced back). Above 400 code points of either, one run.
[[nodiscard]] std::vector<Difference> differences(std::string_view typed, std::string_view right);

}  // namespace recto::study
