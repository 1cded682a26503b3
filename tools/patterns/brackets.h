// Brackets that belong together.
#pragma once

#include <vector>

#include "tools/patterns/sentence.h"

namespace recto::patterns {

/// The outermost round brackets of a sentence in order, with their marks: "(", …, ")". Marks
/// without a partner are left out. Linear.
[[nodiscard]] std::vector<Words> find_brackets(const Sentence& sentence);

}  // namespace recto::patterns
