// The lexicon as it is shipped.
#pragma once

#include "content/words/lexicon.h"

namespace recto::test {

/// Over bytes that live as long as the program.
const Lexicon& shipped_lexicon();

}  // namespace recto::test
