#include "tools/patterns/quotations.h"

#include <string>
#include <vector>

#include "tests/content/words/shipped_lexicon.h"
#include "tests/support/support.h"
#include "tests/tools/patterns/hand_tagged.h"
#include "tools/patterns/quote_marks.h"

namespace recto::patterns {
namespace {

/// A passage of hand-tagged sentences with blanks between them.
struct Passage {
  std::string text;
  std::vector<language::AnalysedSentence> sentences;
};

Passage passage_of(const std::vector<std::string>& marked) {
  Passage passage;
  for (const std::string& one : marked) {
    if (!passage.text.empty()) passage.text += ' ';
    test::HandTagged tagged = test::hand_tagged(one);
    tagged.analysed.span = {passage.text.size(), passage.text.size() + tagged.text.size()};
    passage.text += tagged.text;
    passage.sentences.push_back(std::move(tagged.analysed));
  }
  return passage;
}

/// "SPEAKER: QUOTATION; …", "-" for no speaker, in braces what is no speech.
std::string found_in(const Passage& passage) {
  const auto text = [&](Span span) {
    return passage.text.substr(span.begin, span.end - span.begin);
  };
  std::string all;
  for (const Quotation& one :
       find_quotations(passage.text, passage.sentences, test::shipped_lexicon())) {
    all += all.empty() ? "" : "; ";
    all += one.speech ? (one.speaker ? text(*one.speaker) : "-") + ": " + text(one.inside)
                      : "{" + text(one.inside) + "}";
  }
  return all;
}

struct Row {
  std::vector<std::string> sentences;
  std::string expected;
};

TEST_CASE("patterns: direct speech and who speaks") {
  for (const Row& row : {
           Row{{"Tarr/NNP/nsubj:said said: \"It is late/JJ here.\""}, "Tarr: It is late here."},
           Row{{"Tarr/NNP/nsubj:said said, “It is late/JJ here.”"}, "Tarr: It is late here."},
           Row{{"Tarr/NNP/nsubj:wrote wrote that \"it is late/JJ here\"."},
               "Tarr: it is late here"},
           Row{{"Tarr/NNP/nsubj:told told the court: \"It is late/JJ here.\""},
               "Tarr: It is late here."},
           Row{{"He/PRP/nsubj:said said: \"No.\""}, "He: No."},
           Row{{"\"It is late/JJ here,\" said Tarr."}, "Tarr: It is late here,"},
           Row{{"\"It is late/JJ here\" said Tarr."}, "Tarr: It is late here"},
           Row{{"“It is late/JJ here,” Tarr/NNP/nsubj:said said."}, "Tarr: It is late here,"},
           Row{{"„It is late/JJ here“, said the boss Jo Tarr in London."},
               "the boss Jo Tarr: It is late here"},
           Row{{"«It is late/JJ here», said Tarr."}, "Tarr: It is late here"},
           Row{{"‘It is late/JJ here,’ said Tarr."}, "Tarr: It is late here,"},
           Row{{"'It is late/JJ here,' said Tarr."}, "Tarr: It is late here,"},
           Row{{"``It is late/JJ here,'' said Tarr."}, "Tarr: It is late here,"},
           Row{{R"("It is late/JJ," said Tarr, a doctor, "and we left.")"},
               "Tarr: It is late,; Tarr: and we left."},
           Row{{"\"It is late/JJ here,\" Tarr/NNP/nsubj:said, head of the firm, said."},
               "Tarr: It is late here,"},
           Row{{"Tarr/NNP/nsubj:said, head of the firm, said: \"It is late/JJ here.\""},
               "Tarr: It is late here."},
           Row{{"\"It is late/JJ here,\" Tarr/NNP/nsubj:said said.",
                "\"We left at once/RB then.\""},
               "Tarr: It is late here,; Tarr: We left at once then."},
           Row{{"Tarr/NNP/nsubj:wrote wrote:", "\"It is late/JJ here.\""},
               "Tarr: It is late here."},
           Row{{"\"It is late/JJ here.", "We left at once/RB,\" said Tarr."},
               "Tarr: It is late here. We left at once,"},
           Row{{"\"Is it late/JJ here?\" she/PRP/nsubj:asked asked."}, "she: Is it late here?"},
           Row{{"Tarr/NNP/nsubj:described described it as \"far too late\"."},
               "Tarr: far too late"},
           Row{{"Tarr/NNP/nsubj:said said that/IN they were \"far too late\"."},
               "Tarr: far too late"},
           Row{{"“It is ‘late’/JJ here,” said Tarr."}, "Tarr: It is ‘late’ here,"},
           Row{{"\"It is late/JJ here,” said Tarr."}, "Tarr: It is late here,"},
           // Nobody is named, or not for certain.
           Row{{"\"It is late/JJ here.\""}, "-: It is late here."},
           Row{{"\"It is late/JJ here.\"", "Tarr went home."}, "-: It is late here."},
           Row{{"Who/WP/nsubj:said said: \"It is late/JJ here\"?"}, "-: It is late here"},
           Row{{"Tarr did not say/VB: \"It is late/JJ here.\""}, "-: It is late here."},
           Row{{"It is/VBZ alleged/VBN: \"It is late/JJ here.\""}, "-: It is late here."},
           // Titles, terms, marks of other kinds.
           Row{{"The song \"Late Hours\" was sold/VBN."}, "{Late Hours}"},
           Row{{"Tarr said the song \"Late Hours\" sold."}, "{Late Hours}"},
           Row{{"The so-called \"ladder\" is old."}, "{ladder}"},
           Row{{"Tarr would add/VB \"Protector of Mexico\" to it."}, "{Protector of Mexico}"},
           Row{{"The pipe is 5\" wide/JJ and 6\" long/JJ."}, ""},
           Row{{"The dogs' bowl and the cats' bowl."}, ""},
           Row{{"It's Tarr’s and Jo’s."}, ""},
           Row{{"\"It is late/JJ here, said Tarr."}, ""},
           Row{{"Nothing here."}, ""},
       }) {
    CAPTURE(row.sentences[0]);
    CHECK(found_in(passage_of(row.sentences)) == row.expected);
  }
}

TEST_CASE("patterns: quotation marks in pairs") {
  const auto inside = [](std::string_view text) {
    std::string all;
    for (const QuoteMarks& one : find_quote_marks(text))
      all +=
          "[" + std::string(text.substr(one.inside.begin, one.inside.end - one.inside.begin)) + "]";
    return all;
  };
  CHECK(inside("“a” and “b”") == "[a][b]");
  CHECK(inside("“a ‘b’ c”") == "[a ‘b’ c]");
  CHECK(inside("“a “b”") == "[b]");
  CHECK(inside("\"a \"b\"") == "[b]");
  CHECK(inside("“a\" and \"b”") == "[a][b]");
  CHECK(inside("‹a›, «b», „c“, „d”") == "[a][b][c][d]");
  CHECK(inside("\"\"") == "");
  CHECK(inside("”a“") == "");
}

TEST_CASE("patterns: rows of quotation marks end") {
  for (const char* piece :
       {"\"", "“", "”", "“a” ", "\"a\" ", "said \"a ", "Tarr said: \"a b c d.\" ", "‘", "'a, ",
        "“‘", "said that ", "according to Tarr, "}) {
    CAPTURE(piece);
    std::string text;
    for (int i = 0; i < 4000; ++i)
      text += piece;
    const Passage passage = passage_of({text, text});
    for (const Quotation& one :
         find_quotations(passage.text, passage.sentences, test::shipped_lexicon()))
      CHECK(one.span.end <= passage.text.size());
  }
}

}  // namespace
}  // namespace recto::patterns
