#include "tools/statements/whole.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/statements/read_article.h"

namespace recto::statements {
namespace {

using test::read_text;
using test::ReadArticle;

std::vector<Statement> whole_of(const ReadArticle& article) {
  std::vector<Statement> found;
  add_whole_sentences(article.reading, test::shipped_knowledge(), found);
  return found;
}

/// The texts of those that stand, in a row; each with its weakness, if it has one.
std::string told_whole(const std::string& title, const std::string& text) {
  const ReadArticle article = read_text(title, text);
  std::string told;
  for (const Statement& statement : whole_of(article))
    if (!statement.fault)
      told += (told.empty() ? "" : " | ") + statement.text +
              (statement.doubt.empty() ? "" : " <" + statement.doubt + ">");
  return told;
}

std::string faults_of(const std::string& text) {
  const ReadArticle article = read_text("Faults", text);
  std::string faults;
  for (const Statement& statement : whole_of(article))
    if (statement.fault) faults += *statement.fault + "\n";
  return faults;
}

bool holds(const std::string& all, const std::string& one) {
  return (" | " + all + " | ").find(" | " + one + " | ") != std::string::npos;
}

}  // namespace

TEST_CASE("statements: a whole sentence keeps the author's words and their order") {
  CHECK(told_whole("Basel", "In 1902, Ada Lemmon founded the Basel Institute.") ==
        "In 1902, Ada Lemmon founded the Basel Institute.");
  // A plan stays one, a denial too.
  CHECK(told_whole("Basel", "Basel will not close its harbour in 2031.") ==
        "Basel will not close its harbour in 2031.");
}

TEST_CASE("statements: a whole sentence may go without what it says by the way, or keep it") {
  const std::string told = told_whole(
      "Umbra Tower", "The Umbra Tower, which was built in 1931, has 42 floors of offices.");
  CHECK(holds(told, "The Umbra Tower has 42 floors of offices."));
  CHECK(holds(told, "The Umbra Tower, which was built in 1931, has 42 floors of offices."));
  CHECK(holds(told_whole("Basel", "Basel (German: Basel), is the third city of Switzerland."),
              "Basel is the third city of Switzerland."));
  // The object is of both verbs.
  CHECK(told_whole("Basel", "In 1562, Ada Lemmon collected and burned every book in Basel.") ==
        "In 1562, Ada Lemmon collected and burned every book in Basel.");
  const std::string joined =
      told_whole("Basel", "But Basel sold 12 docks to Ada Lemmon, making it poorer than Bern.");
  CHECK(holds(joined, "Basel sold 12 docks to Ada Lemmon."));
}

TEST_CASE("statements: a condition stays in its whole sentence") {
  const std::string told =
      told_whole("Zinc", "If zinc is heated to 907 degrees, zinc turns into vapour.");
  CHECK(told.find("907") != std::string::npos);
  CHECK_FALSE(holds(told, "Zinc turns into vapour."));
}

TEST_CASE("C2 statements: a pronoun in a whole sentence needs somebody before it") {
  CHECK(faults_of("They sold 12 bridges to the canton.").find("'They'") != std::string::npos);
  const std::string told =
      told_whole("Ferns", "Ferns need shade, as they lose water quickly through 12 leaves.");
  CHECK(told.find("they lose water") != std::string::npos);
  CHECK(told.find("<nobody knows who or what 'they' is (C2)>") != std::string::npos);
}

TEST_CASE("statements: speech, questions and fragments make no whole sentence") {
  CHECK(told_whole("Basel", "Does Basel have 12 bridges?").empty());
  CHECK(told_whole("Basel", "\"Basel has 12 bridges,\" Lemmon said.").empty());
  CHECK(told_whole("Basel", "Because Basel has 12 bridges.").empty());
}

TEST_CASE("statements: whole sentences of hostile length are left") {
  std::string text = "Basel has bridges";
  for (int i = 0; i < 200; ++i)
    text += " and bridges";
  CHECK(told_whole("Basel", text + ".").empty());
}

}  // namespace recto::statements
