// Sentences analysed by hand, so that tests need no model.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "tools/language/analysed.h"
#include "tools/patterns/sentence.h"

namespace recto::test {

struct HandName {
  std::string_view text;
  language::NameKind kind = language::NameKind::Other;
};

/// A sentence with its analysis.
struct HandTagged {
  std::string text;
  language::AnalysedSentence analysed;

  [[nodiscard]] patterns::Sentence sentence() const { return {text, analysed}; }
};

/// "Euler, the Swiss/JJ mathematician/NN/appos:Euler, died." Behind a word may stand its Penn tag,
/// behind that its relation and the first word that is its head. Other words get a tag from a small
/// list of English words, by a capital (NNP), digits (CD), "-ed" (VBD), "-ly" (RB), "-s" (NNS),
/// else NN; other arcs are `dep` to the root. `names` mark their first occurrence.
[[nodiscard]] HandTagged hand_tagged(std::string_view marked,
                                     std::initializer_list<HandName> names = {});

}  // namespace recto::test
