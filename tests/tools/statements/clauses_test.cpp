#include "tools/statements/clauses.h"

#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/statements/read_article.h"
#include "tools/statements/asides.h"

namespace recto::statements {
namespace {

using test::read_text;
using test::ReadArticle;

std::vector<Clause> clauses_of(const ReadSentence& sentence) {
  const Lexicon& lexicon = test::shipped_knowledge().lexicon;
  const auto appositions = patterns::find_appositions(sentence.words, lexicon);
  return find_clauses(sentence, find_asides(sentence, appositions), lexicon, {});
}

/// The clauses of one sentence, each written out.
std::string written(const std::string& text) {
  const ReadArticle article = read_text("Clauses", text);
  std::vector<std::string> texts;
  for (const Clause& clause : clauses_of(article.reading.sentences.at(0))) {
    Statement statement;
    statement.clause = clause;
    texts.push_back(write(statement, article.reading));
  }
  return test::in_a_row(texts);
}

struct Row {
  std::string text;
  std::string clauses;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(written(row.text) == row.clauses);
  }
}

}  // namespace

TEST_CASE("statements: joined verbs share their subject and their auxiliaries") {
  check_rows(
      {{"Ada Lemmon moved to Basel in 1895 and founded the Basel Institute in 1902.",
        "Ada Lemmon moved to Basel in 1895. | Ada Lemmon founded the Basel Institute in 1902."},
       {"The Umbra Tower was built in 1931 and opened in 1933.",
        "The Umbra Tower was built in 1931. | The Umbra Tower opened in 1933."},
       {"Ada Lemmon was born in Leeds and raised in Basel.",
        "Ada Lemmon was born in Leeds. | Ada Lemmon was raised in Basel."},
       {"The Rhine flows through Basel; the Aare flows through Bern.",
        "The Rhine flows through Basel. | The Aare flows through Bern."}});
}

TEST_CASE("C4 statements: a time in front stays with its verb, not with a clause behind it") {
  check_rows({{"In 1895, Ada Lemmon moved to Basel.", "Ada Lemmon moved to Basel in 1895."},
              {"In 1895, Ada Lemmon moved to Basel after selling her house in Leeds.",
               "Ada Lemmon moved to Basel in 1895 after selling her house in Leeds."}});
}

TEST_CASE("C1 statements: a past tense before 'and was' makes no passive of its sentence") {
  check_rows(
      {{"Pierre Curie slipped in a wet street in Paris and was killed by a wagon.",
        "Pierre Curie slipped in a wet street in Paris. | Pierre Curie was killed by a wagon."},
       {"Pierre Curie and Paul Langevin quarrelled in Paris and were arrested in 1906.",
        "Pierre Curie and Paul Langevin quarrelled in Paris. | Pierre Curie and Paul Langevin were "
        "arrested in 1906."}});
}

TEST_CASE("statements: relative clauses and participles speak of the name before them") {
  check_rows({{"Ada Lemmon, who founded the Basel Institute in 1902, studied salt.",
               "Ada Lemmon studied salt. | Ada Lemmon founded the Basel Institute in 1902."},
              {"The Umbra Tower, built in 1931, has 42 floors.",
               "The Umbra Tower has 42 floors. | The Umbra Tower was built in 1931."}});
}

TEST_CASE("statements: a participle before the main clause takes its subject and its tense") {
  check_rows(
      {{"Working in Basel, Ada Lemmon discovered the Olm comet.",
        "Ada Lemmon discovered the Olm comet working in Basel. | Ada Lemmon worked in Basel."}});
}

TEST_CASE("statements: what there is stands behind its verb") {
  const ReadArticle article = read_text("Basel", "There are 12 bridges in Basel.");
  const std::vector<Clause> clauses = clauses_of(article.reading.sentences.at(0));
  REQUIRE(clauses.size() == 1);
  const patterns::Sentence& words = article.reading.sentences[0].words;
  CHECK(words.text(clauses[0].find(Role::Subject)->words) == "There");
  REQUIRE(clauses[0].find(Role::Complement) != nullptr);
  CHECK(words.text(clauses[0].find(Role::Complement)->words).starts_with("12 bridges"));
}

TEST_CASE("statements: while and although tell of what is so, if and whether do not") {
  check_rows({{"While Basel has 12 bridges, Zurich has 30 bridges.",
               "Zurich has 30 bridges while Basel has 12 bridges. | Basel has 12 bridges."},
              {"Although Basel is small, Basel has 12 bridges.",
               "Basel has 12 bridges although Basel is small. | Basel is small."},
              {"If Ada Lemmon moved to Basel, Peter Olm founded the Basel Institute.", ""},
              {"Basel has 12 bridges if the Rhine is low.", ""},
              {"Whether Basel has 12 bridges is not known.", ""}});
}

TEST_CASE("C12 statements: nothing from direct speech, questions and orders") {
  check_rows({{"\"Basel has 12 bridges,\" said Ada Lemmon.", ""},
              {"Does Basel have 12 bridges?", ""},
              {"Close the 12 bridges of Basel!", ""},
              {"Basel has these bridges:", ""},
              {"A bridge.", ""}});
}

TEST_CASE("C12 statements: what somebody says is told with its source") {
  for (const std::string text : {"Ada Lemmon said that Basel has 12 bridges.",
                                 "According to Ada Lemmon, Basel has 12 bridges."}) {
    CAPTURE(text);
    const ReadArticle article = read_text("Basel", text);
    const ReadSentence& sentence = article.reading.sentences.at(0);
    const std::vector<Clause> clauses = clauses_of(sentence);
    REQUIRE(!clauses.empty());
    REQUIRE(clauses.back().source);
    CHECK(sentence.words.text(*clauses.back().source) == "Ada Lemmon");
  }
}

TEST_CASE("statements: pieces have roles, in the order of a plain statement") {
  struct Expected {
    Role role;
    const char* text;
    bool loose;
  };
  const ReadArticle article =
      read_text("Basel", "In 1902, Ada Lemmon had jointly built the Basel Institute with stones.");
  const ReadSentence& sentence = article.reading.sentences.at(0);
  const std::vector<Clause> clauses = clauses_of(sentence);
  REQUIRE(clauses.size() == 1);
  const std::vector<Expected> expected{{Role::Subject, "Ada Lemmon", false},
                                       {Role::Auxiliary, "had", false},
                                       {Role::Adverb, "jointly", false},
                                       {Role::Verb, "built", false},
                                       {Role::Object, "the Basel Institute", false},
                                       {Role::Adjunct, "with stones", false},
                                       {Role::Adjunct, "In 1902", true}};
  REQUIRE(clauses[0].pieces.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(clauses[0].pieces[i].role == expected[i].role);
    CHECK(sentence.words.text(clauses[0].pieces[i].words) == expected[i].text);
    CHECK(clauses[0].pieces[i].loose == expected[i].loose);
  }
  CHECK(clauses[0].subject_from == SubjectFrom::Own);
  CHECK(!clauses[0].passive);
  CHECK(!clauses[0].copular);
}

TEST_CASE("statements: passive and copular clauses are known, and whose subject they have") {
  const ReadArticle article = read_text(
      "Basel", "Ada Lemmon, who was a chemist, moved to Basel in 1895 and was elected in 1902.");
  const std::vector<Clause> clauses = clauses_of(article.reading.sentences.at(0));
  REQUIRE(clauses.size() == 3);
  CHECK(!clauses[0].passive);
  CHECK(clauses[1].passive);
  CHECK(clauses[1].subject_from == SubjectFrom::Shared);
  CHECK(clauses[2].copular);
  CHECK(clauses[2].subject_from == SubjectFrom::Antecedent);
}

}  // namespace recto::statements
