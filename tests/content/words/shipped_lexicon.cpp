#include "tests/content/words/shipped_lexicon.h"

#include "content/files/files.h"
#include "tests/support/support.h"

namespace recto::test {

const Lexicon& shipped_lexicon() {
  static const std::string kBytes =
      value(read_file(project_folder() / "assets/language/en.lexicon", 16 << 20));
  static const Lexicon kLexicon = value(Lexicon::open(kBytes));
  return kLexicon;
}

}  // namespace recto::test
