#include "tools/questions/asking.h"

#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"

namespace recto::questions {
namespace {

using test::ToldText;

/// A statement (its own sentence) and the question for a piece of it.
struct Row {
  std::string text;
  std::string piece;
  Wh wh;
  std::string question;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ToldText text("Asking", row.text);
    const Statement& statement = text.statement(row.text);
    CHECK(ask(text.told(), statement, text.piece(statement, row.piece), row.wh) == row.question);
  }
}

/// Which words of a statement's sentence these are.
Words words_of_text(const ToldText& text, const std::string& wanted) {
  const auto& words = text.article.reading.sentences.at(0).words;
  for (patterns::WordId begin = 0; begin < words.size(); ++begin)
    for (patterns::WordId end = begin + 1; end <= words.size(); ++end)
      if (words.text({begin, end}) == wanted) return {begin, end};
  FAIL("no words ", wanted);
  return {};
}

std::string wh_of(const std::string& sentence, const std::string& phrase) {
  const ToldText text("Asking", sentence);
  const Words words = words_of_text(text, phrase);
  return wh_for(text.told(), text.article.reading.sentences.at(0), words, words.end - 1).words;
}

}  // namespace

TEST_CASE("C11 asking: a full verb gets 'do' in its own tense, and its base form") {
  check_rows({{"Ada Lemmon discovered zinc in Basel.",
               "zinc",
               {.words = "what"},
               "What did Ada Lemmon discover in Basel?"},
              {"Basel trades salt with Bern.",
               "salt",
               {.words = "what"},
               "What does Basel trade with Bern?"},
              {"Swiss soldiers carry salt to Basel.",
               "salt",
               {.words = "what"},
               "What do Swiss soldiers carry to Basel?"},
              {"Peter Olm went to Paris in 1906.",
               "in 1906",
               {.words = "in what year"},
               "In what year did Peter Olm go to Paris?"},
              {"Basel had a bridge in 1226.",
               "a bridge",
               {.words = "what"},
               "What did Basel have in 1226?"}});
}

TEST_CASE("C11 asking: an auxiliary or copula goes before the subject") {
  check_rows({{"Mérida is the capital of Yucatán.",
               "the capital of Yucatán",
               {.words = "what"},
               "What is Mérida?"},
              {"The Umbra Tower was built in 1931.",
               "in 1931",
               {.words = "in what year"},
               "In what year was the Umbra Tower built?"},
              {"Ada Lemmon has owned the Basel Institute since 1902.",
               "since 1902",
               {.words = "since what year"},
               "Since what year has Ada Lemmon owned the Basel Institute?"},
              {"Chronic stress can damage the human brain.",
               "the human brain",
               {.words = "what"},
               "What can chronic stress damage?"}});
}

TEST_CASE("C11 asking: who is asked for as subject stands in its place, with a singular verb") {
  check_rows({{"Ada Lemmon discovered zinc in Basel.",
               "Ada Lemmon",
               {.words = "who"},
               "Who discovered zinc in Basel?"},
              {"Swiss soldiers carry salt to Basel.",
               "Swiss soldiers",
               {.words = "who"},
               "Who carries salt to Basel?"},
              {"Swiss soldiers carry salt to Basel.",
               "Swiss soldiers",
               {.words = "which soldiers", .plural = true},
               "Which soldiers carry salt to Basel?"},
              {"Peter Olm and Ada Lemmon were arrested in 1906.",
               "Peter Olm and Ada Lemmon",
               {.words = "who"},
               "Who was arrested in 1906?"}});
}

TEST_CASE("C11 asking: a part of the piece may stay with the question word or stand at its place") {
  const ToldText text("Asking", "Basel has 12 bridges.");
  const Statement& statement = text.statement("Basel has 12 bridges.");
  CHECK(ask(text.told(), statement, text.piece(statement, "12 bridges"),
            {.words = "how many", .rest = {3, 4}, .plural = true}) ==
        "How many bridges does Basel have?");
  check_rows({{"Basel was renamed to Basilea in 1501.",
               "to Basilea",
               {.words = "what", .stranded = "to"},
               "What was Basel renamed to in 1501?"}});
}

TEST_CASE("C11 asking: names and acronyms keep their capitals, other first words lose them") {
  check_rows({{"The bridge of Basel was sold in 1931.",
               "in 1931",
               {.words = "in what year"},
               "In what year was the bridge of Basel sold?"},
              {"NASA opened an office in Basel in 1999.",
               "in 1999",
               {.words = "in what year"},
               "In what year did NASA open an office in Basel?"},
              {"Swiss soldiers sold salt to Bern in 1501.",
               "in 1501",
               {.words = "in what year"},
               "In what year did Swiss soldiers sell salt to Bern?"}});
}

TEST_CASE("C12 asking: whose claim it is stands before the question") {
  const ToldText text("Asking", "Ada Lemmon claimed that Basel sold 12 bridges in 1931.");
  const Statement& statement =
      text.statement("According to Ada Lemmon, Basel sold 12 bridges in 1931.");
  CHECK(ask(text.told(), statement, text.piece(statement, "in 1931"), {.words = "in what year"}) ==
        "According to Ada Lemmon, in what year did Basel sell 12 bridges?");
}

TEST_CASE("asking: by whom something was done is asked in the active voice") {
  struct Agent {
    std::string text;
    std::string by;
    std::string question;  ///< empty: none
  };
  for (const Agent& row :
       {Agent{"The Basel Institute was built by Peter Olm.", "by Peter Olm",
              "Who built the Basel Institute?"},
        Agent{"The Basel Institute was jointly founded by Peter Olm in 1902.", "by Peter Olm",
              "Who jointly founded the Basel Institute in 1902?"},
        Agent{"The salt of Bern is sold by Swiss soldiers.", "by Swiss soldiers",
              "Who sells the salt of Bern?"},
        Agent{"The Basel Institute has been built by Peter Olm.", "by Peter Olm", ""}}) {
    CAPTURE(row.text);
    const ToldText text("Asking", row.text);
    const Statement& statement = text.statement(row.text);
    CHECK(ask_agent(text.told(), statement, text.piece(statement, row.by), "who").value_or("") ==
          row.question);
  }
}

TEST_CASE("asking: an answer may point at what the question names, and tells full names") {
  const std::string left = "Ada Lemmon left Leeds because she wanted to study salt.";
  const ToldText text("Ada Lemmon", left);
  const Statement& statement = text.statement(left);
  CHECK(
      answer_of(text.told(), statement, words_of_text(text, "because she wanted to study salt")) ==
      "because she wanted to study salt");
  const ToldText met("Radium", "In 1895, Olm met Lemmon. Ada Lemmon and Peter Olm were chemists.");
  const Statement& meeting = met.statement("Peter Olm met Ada Lemmon in 1895.");
  CHECK(answer_of(met.told(), meeting, words_of_text(met, "Lemmon")) == "Ada Lemmon");
}

TEST_CASE("C5 asking: the question word tells what is wanted") {
  CHECK(wh_of("Peter Olm met Paul Stone in Paris.", "Paul Stone") == "who");
  CHECK(wh_of("Basel joined Switzerland in 1501.", "Switzerland") == "which country");
  CHECK(wh_of("Peter Olm attended Lund University in 1501.", "Lund University") ==
        "which university");
  CHECK(wh_of("Ada Lemmon discovered zinc in Basel.", "zinc") == "which metal");
  CHECK(wh_of("Ada Lemmon studied tuberculosis in Basel.", "tuberculosis") == "which disease");
  CHECK(wh_of("Ada Lemmon met a chemist in Basel.", "a chemist") == "who");
  CHECK(wh_of("Ada Lemmon sold a bridge in Basel.", "a bridge") == "what");
}

}  // namespace recto::questions
