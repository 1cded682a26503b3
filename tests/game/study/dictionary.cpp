#include "tests/game/study/dictionary.h"

#include "content/files/mapped_file.h"

namespace recto::test {

const Lexicon& dictionary() {
  static const MappedFile kFile =
      value(MappedFile::open(project_folder() / "assets" / "language" / "en.lexicon", 64 << 20));
  static const Lexicon kLexicon = value(Lexicon::open(kFile.bytes()));
  return kLexicon;
}

}  // namespace recto::test
