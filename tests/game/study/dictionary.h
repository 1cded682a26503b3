// The shipped dictionary, for tests of grading.
#pragma once

#include "content/words/lexicon.h"
#include "tests/support/support.h"

namespace recto::test {

/// Loaded once; fails the test when the file is missing.
[[nodiscard]] const Lexicon& dictionary();

}  // namespace recto::test
