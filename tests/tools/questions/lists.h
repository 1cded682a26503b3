// The word lists that Recto ships, for tests.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "content/base/result.h"
#include "tests/support/support.h"
#include "tools/questions/word_lists.h"

namespace recto::test {

inline std::string shipped_words(const std::string& name) {
  std::ifstream file(project_folder() / "assets" / "words" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const questions::WordLists& word_lists() {
  static const questions::WordLists lists =
      questions::parse_word_lists(shipped_words("question-words.txt"), shipped_words("verbs.txt"));
  return lists;
}

}  // namespace recto::test
