#include "tools/statements/statements.h"

#include <string>
#include <vector>

#include "content/base/utf8.h"
#include "tests/support/support.h"
#include "tests/tools/statements/read_article.h"

namespace recto::statements {
namespace {

using test::faults;
using test::read_text;
using test::ReadArticle;
using test::told;

struct Row {
  std::string text;
  std::string told;
};

void check_told(const char* title, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(told(read_text(title, row.text)) == row.told);
  }
}

struct Refusal {
  std::string text;
  std::string reason;  ///< a part of it
};

void check_refused(const std::vector<Refusal>& rows) {
  for (const Refusal& row : rows) {
    CAPTURE(row.text);
    const ReadArticle article = read_text("Refusals", row.text);
    CHECK(told(article) == "");
    CAPTURE(faults(article));
    CHECK(faults(article).find(row.reason) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("statements: asides become statements of their own where they tell what something is") {
  check_told(
      "Basel",
      {{"Basel, a city on the Rhine, has 12 bridges.",
        "Basel has 12 bridges. | Basel is a city on the Rhine."},
       {"Basel (a city on the Rhine) has 12 bridges.",
        "Basel has 12 bridges. | Basel is a city on the Rhine."},
       {"Ada Lemmon, a British chemist, founded the Basel Institute in 1902.",
        "Ada Lemmon founded the Basel Institute in 1902. | Ada Lemmon was a British chemist."}});
}

TEST_CASE("statements: a time before the subject goes to the end, remarks are dropped") {
  check_told(
      "Basel",
      {{"In 1895, Ada Lemmon moved to Basel.", "Ada Lemmon moved to Basel in 1895."},
       {"In 1895, after a long war, Basel sold 12 bridges.", "Basel sold 12 bridges in 1895."},
       {"Basel sold 12 bridges in 1931, when the river was low.", "Basel sold 12 bridges in 1931."},
       {"Basel sold 12 bridges after the war ended.", "Basel sold 12 bridges."},
       {"However, Basel also sold 12 bridges.", "Basel sold 12 bridges."},
       {"Basel sold 12 bridges last year.", "Basel sold 12 bridges."}});
}

TEST_CASE("C12 statements: the writer's taste is left out, with what joins it") {
  check_told("Basel",
             {{"Basel has an impressive tower on the Rhine.", "Basel has a tower on the Rhine."},
              {"Basel has 12 beautiful and old bridges.", "Basel has 12 old bridges."},
              {"Basel has 12 old bridges.", "Basel has 12 old bridges."}});
}

TEST_CASE("C1 statements: what limits a claim stays, or nothing is told") {
  check_told("Basel", {{"Basel only sold salt.", "Basel only sold salt."},
                       {"Basel mostly traded salt.", "Basel mostly traded salt."}});
  check_refused({{"Without the Rhine, Basel traded salt.", "a condition cannot be left out (C1)"}});
}

TEST_CASE("C12 statements: a claim is told with whoever makes it") {
  for (const std::string text : {"Ada Lemmon claimed that Basel has 12 bridges.",
                                 "According to Ada Lemmon, Basel has 12 bridges."}) {
    CAPTURE(text);
    const std::string all = told(read_text("Basel", text));
    CHECK(all.ends_with("According to Ada Lemmon, Basel has 12 bridges."));
    CHECK(!all.starts_with("Basel"));
  }
  const ReadArticle nobody = read_text("Basel", "Researchers say that Basel has 12 bridges.");
  CHECK(faults(nobody).find("it does not say who claims it (C12)") != std::string::npos);
  CHECK((" | " + told(nobody)).find(" | Basel") == std::string::npos);
  check_refused({{"It said that the firm sold 12 bridges.", "(C2)"}});
}

TEST_CASE("C2 C7 C12 statements: what cannot be told says why") {
  check_refused({{"He moved to Basel in 1895.", "nobody knows who or what 'He' is (C2)"},
                 {"This tower was built in Basel in 1931.", "'This' points outside"},
                 {"The company moved to Basel in 1999.", "'the company' (C2)"},
                 {"We visited Basel in 1999.", "'We' is whoever speaks (C2)"},
                 {"Officials in the city closed a bridge.", "(C2)"},
                 {"Basel did not build the Mittlere Brücke.", "it denies something (C7)"},
                 {"Basel never sold the Mittlere Brücke.", "it denies something (C7)"},
                 {"Nobody in Basel sold salt.", "it denies something (C7)"},
                 {"Basel has no bridges.", "it denies something (C7)"},
                 {"Basel had built the Mittlere Brücke in the war.", "leans on another time"},
                 {"Basel did build the Mittlere Brücke.", "it stresses what something else denies"},
                 {"Basel would sell the Mittlere Brücke.", "'would' makes a guess or plan"},
                 {"Basel may sell the Mittlere Brücke.", "'may' makes a guess or plan"},
                 {"Ships will carry the salt of Basel.", "'will' makes a guess or plan"},
                 {"Basel seems a quiet city.", "'seem' tells no fact (C12)"}});
}

TEST_CASE("statements: a plan of somebody with a name is told as one") {
  check_told("Basel", {{"Basel will sell the Mittlere Brücke in 2030.",
                        "Basel will sell the Mittlere Brücke in 2030."}});
}

TEST_CASE("statements: orders are advice in an article that tells how to, else nothing") {
  const std::string order = "Choose a clean glass jar.";
  CHECK(told(read_text("How to Build a Terrarium", order)) ==
        "You should choose a clean glass jar when building a terrarium.");
  CHECK(told(read_text("Terrariums", order)).empty());
}

TEST_CASE("C6 statements: a description inside a name's own phrase makes no card") {
  const ReadArticle article =
      read_text("Basel", "British chemist Ada Lemmon founded the Basel Institute.");
  CHECK(told(article) == "British chemist Ada Lemmon founded the Basel Institute.");
  CHECK(faults(article) == "what it is stands inside the name (C6)");
}

TEST_CASE("C2 statements: what there is, is there where the article is") {
  check_told("Socotra",
             {{"Socotra is an island in the Arabian Sea. Socotra has 600 villages. There are 120 "
               "kinds of birds.",
               "Socotra is an island in the Arabian Sea. | Socotra has 600 villages. | There are "
               "120 kinds of birds in Socotra."}});
  check_told("Birds", {{"There are 120 kinds of birds in Basel.",
                        "There are 120 kinds of birds in Basel."}});
}

TEST_CASE("statements: they are written with changes, and know their sentence") {
  const ReadArticle article =
      read_text("Basel", "Basel has 12 bridges. In 1895, Ada Lemmon moved to Basel.");
  const std::vector<Statement> all = find_statements(article.reading, test::shipped_knowledge());
  REQUIRE(all.size() == 2);
  CHECK(all[0].sentence == 0);
  CHECK(all[1].sentence == 1);
  REQUIRE(all[1].find(Role::Subject) != nullptr);
  CHECK(write(all[1], article.reading) == all[1].text);
  CHECK(write(all[1], article.reading, {{all[1].find(Role::Subject)->words, "____"}}) ==
        "____ moved to Basel in 1895.");
  CHECK(all[1].find(Role::Object) == nullptr);
}

TEST_CASE("statements: any text is read without harm") {
  const std::vector<std::string> pieces = {
      "Basel", " was", " founded", " in", " 1759", ".",    " (",  ")",  ",",   " \"", "“",
      "'s",    " $",   "5",        "%",   " the",  " It",  " Łó", "\n", " –",  "[4]", " é",
      "…",     "?",    " by",      " a",  " and",  " who", ":",   ";",  " not"};
  test::for_seeds(60, [&](Random& random) {
    std::string text;
    for (std::uint64_t length = random.below(60); length > 0; --length)
      text += pieces[random.below(pieces.size())];
    const ReadArticle article = read_text("Basel", text);
    for (const ReadSentence& sentence : article.reading.sentences) {
      CHECK(sentence.span.end <= text.size());
      CHECK(is_boundary(text, sentence.span.begin));
      CHECK(is_boundary(text, sentence.span.end));
    }
    for (const Statement& one : find_statements(article.reading, test::shipped_knowledge())) {
      CHECK(one.sentence < article.reading.sentences.size());
      CHECK(!one.text.empty());
    }
  });
}

}  // namespace recto::statements
