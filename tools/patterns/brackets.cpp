#include "tools/patterns/brackets.h"

namespace recto::patterns {

std::vector<Words> find_brackets(const Sentence& sentence) {
  std::vector<WordId> open;
  std::vector<Words> found;
  for (WordId at = 0; at < sentence.size(); ++at) {
    if (sentence.word(at) == "(") {
      open.push_back(at);
    } else if (sentence.word(at) == ")" && !open.empty()) {
      while (!found.empty() && found.back().begin > open.back())
        found.pop_back();
      found.push_back({open.back(), at + 1});
      open.pop_back();
    }
  }
  return found;
}

}  // namespace recto::patterns
