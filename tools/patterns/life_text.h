// What a bracket behind a person's name says of birth and death, as text.
#pragma once

#include <optional>
#include <string_view>

#include "tools/patterns/life_dates.h"

namespace recto::patterns {

struct LifeText {
  std::optional<LifeDate> birth;  ///< spans count from the text's start
  std::optional<LifeDate> death;
  bool told = false;   ///< with "born", "died" or a day: not years alone
  bool reign = false;  ///< a reign or term is told, too
};

/// The dates of a bracket's text, without its marks; none when it tells anything else. Pieces
/// between semicolons are read one by one; the first that holds a life counts. Linear.
[[nodiscard]] std::optional<LifeText> read_life(std::string_view text);

}  // namespace recto::patterns
