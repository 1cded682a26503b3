#include "tools/patterns/claims.h"

#include <string>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"

namespace recto::patterns {
namespace {

std::string found_in(const test::HandTagged& tagged) {
  const Sentence sentence = tagged.sentence();
  std::string all;
  for (const Claim& one : find_claims(sentence, test::shipped_lexicon())) {
    all += all.empty() ? "" : "; ";
    all += std::string(sentence.text(one.source)) + ": " + std::string(sentence.text(one.claim));
  }
  return all;
}

TEST_CASE("patterns: what somebody says") {
  struct Row {
    std::string text;
    std::string expected;
  };
  for (const Row& row : {
           Row{"Tarr/NNP/nsubj:said said that/IN it fell in May.", "Tarr: it fell in May"},
           Row{"Tarr/NNP/nsubj:said has said/VBN that/IN it fell in May.", "Tarr: it fell in May"},
           Row{"The/DT/det:report report/NN/nsubj:claims claims/VBZ that/IN it fell in May.",
               "The report: it fell in May"},
           Row{"Tarr/NNP/nsubj:said said it fell/VBD/ccomp:said in May.", "Tarr: it fell in May"},
           Row{"Tarr/NNP/nsubj:told told the old court that/IN it fell in May.",
               "Tarr: it fell in May"},
           Row{"Tarr/NNP/nsubj:told told us/PRP every/DT/det:plan plan/NN/nsubj:fell "
               "fell/VBD/ccomp:told then.",
               "Tarr: every plan fell then"},
           Row{"Jo Tarr/NNP/nsubj:said, head of the firm, said that/IN it fell in May.",
               "Jo Tarr: it fell in May"},
           Row{"Jo Tarr/NNP/nsubj:said, head of the firm, a unit of Acme, said that/IN it fell in "
               "May.",
               "Jo Tarr: it fell in May"},
           Row{"Tarr/NNP/nsubj:said (right/RB) said that/IN it fell in May; nobody came.",
               "Tarr: it fell in May"},
           Row{"Critics of the plan said that/IN it fell in May.", ""},
           Row{"Critics/NNS/nsubj:said of the plan said that/IN it fell in May.",
               "Critics of the plan: it fell in May"},
           Row{"According to Tarr, it fell in May.", "Tarr: it fell in May"},
           Row{"According to a report by the firm, it fell in May.", "a report: it fell in May"},
           Row{"According to Tarr it fell in May.", "Tarr: it fell in May"},
           Row{"It fell in May, according to Tarr.", "Tarr: It fell in May"},
           Row{"It fell in May according to the old report.", "the old report: It fell in May"},
           Row{"It fell in May, Tarr/NNP/nsubj:said said.", "Tarr: It fell in May"},
           Row{"It fell in May, said Tarr.", "Tarr: It fell in May"},
           Row{"It fell in May, Tarr/NNP/nsubj:said said in a letter.", "Tarr: It fell in May"},
           Row{"The roof, Tarr/NNP/nsubj:said said, fell/VBD/ccomp:said in May.",
               "Tarr: The roof, Tarr said, fell in May"},
           // No source, no claim.
           Row{"It is/VBZ said/VBN that/IN it fell in May.", ""},
           Row{"Tarr did/VBD not say/VB that/IN it fell in May.", ""},
           Row{"I/PRP/nsubj:said said that/IN it fell in May.", ""},
           Row{"As he/PRP/nsubj:said said that/IN day/NN it fell.", ""},
           Row{"What Tarr/NNP/nsubj:said said fell/VBD/ccomp:said in May.", ""},
           Row{"Tarr/NNP/nsubj:said said to wait/VB for it.", ""},
           Row{"Tarr left, saying/VBG that/IN it fell in May.", ""},
           Row{"It grew according to plan.", ""},
           Row{"It grew according to their needs.", ""},
           Row{"After the long war, Tarr/NNP/nsubj:wrote wrote in Paris.", ""},
           Row{"When/WRB it fell, Tarr/NNP/nsubj:wrote wrote in Paris.", ""},
           Row{"Tarr/NNP/nsubj:said said: \"It fell in May.\"", ""},
           Row{"Tarr/NNP/nsubj:said said, \"It fell/VBD/ccomp:said in May.\"", ""},
           Row{"\"Jo Tarr/NNP/nsubj:said said that/IN it fell in May,\" she wrote.", ""},
           Row{"While it/PRP/nsubj:says says/VBZ it fell/VBD/ccomp:says, nobody came.", ""},
           Row{"Tarr/NNP/nsubj:said said/VBD in a letter: \"It fell/VBD/ccomp:said in May.", ""},
           Row{"Tarr said", ""},
           Row{"According to", ""},
           Row{"that", ""},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(found_in(test::hand_tagged(row.text)) == row.expected);
  }
}

TEST_CASE("patterns: rows of claims end") {
  for (const char* piece : {"Tarr said that/IN ", "said that/IN ", "according to ", ", Tarr said ",
                            "said, ", "told us "}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 4000; ++i)
      text += piece;
    const auto tagged = test::hand_tagged(text);
    for (const Claim& one : find_claims(tagged.sentence(), test::shipped_lexicon()))
      CHECK(one.claim.end <= tagged.sentence().size());
  }
}

}  // namespace
}  // namespace recto::patterns
