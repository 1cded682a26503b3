// What the shipped word lists know.
#pragma once

#include "content/files/files.h"
#include "tests/support/support.h"
#include "tools/language/sentences.h"

namespace recto::language {

inline const Abbreviations& shipped() {
  static const Abbreviations kShipped = parse_abbreviations(
      test::value(read_file(test::project_folder() / "assets/words/abbreviations.txt", 1 << 20)));
  return kShipped;
}

}  // namespace recto::language
