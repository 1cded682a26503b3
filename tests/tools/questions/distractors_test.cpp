#include "tools/questions/distractors.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

using test::ToldText;

/// The options for the card of a text that has this answer; fails the test when there is no card.
std::vector<std::string> options(const ToldText& text, const std::string& answer,
                                 std::size_t count = 3) {
  Candidates all;
  add_who_and_what(text.told(), all);
  add_when_and_where(text.told(), all);
  add_how_many(text.told(), all);
  add_clozes(text.told(), all);
  const auto found =
      std::ranges::find_if(all, [&](const Candidate& one) { return one.card.answer == answer; });
  if (found == all.end()) FAIL("no card for ", answer);
  return Rivals(text.told()).options(*found, count);
}

bool is_digits(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// "$#.# billion" for "$11.2 billion": the form of a value.
std::string form_of(const std::string& value) {
  std::string form;
  for (const char c : value)
    if (c >= '0' && c <= '9') {
      if (!form.ends_with('#')) form += '#';
    } else {
      form += c;
    }
  return form;
}

}  // namespace

TEST_CASE("C14 distractors: values keep their unit, form and precision") {
  struct Row {
    std::string text;
    std::string answer;
  };
  for (const Row& row :
       {Row{"Nordic Bank earned $11.2 billion in 2019.", "$11.2 billion"},
        Row{"Basel has 27,000 kinds of plants.", "27,000"},
        Row{"About 45% of Nordic Bank's engineers live in Basel.", "about 45%"},
        Row{"The Umbra Tower is 324 metres tall.", "324 metres"},
        Row{"Swiss chemists built the Basel Institute in the 1830s.", "the 1830s"}}) {
    CAPTURE(row.text);
    const std::vector<std::string> wrong = options(ToldText("Basel", row.text), row.answer);
    CHECK(wrong.size() == 3);
    CHECK(std::set<std::string>(wrong.begin(), wrong.end()).size() == wrong.size());
    for (const std::string& option : wrong) {
      CAPTURE(option);
      CHECK(option != row.answer);
      CHECK(form_of(option) == form_of(row.answer));
    }
  }
}

TEST_CASE("C14 distractors: numbers are as round as the key, on both sides or near") {
  for (const std::string& option :
       options(ToldText("Basel", "The Basel Institute employs 340 chemists."), "340")) {
    CAPTURE(option);
    REQUIRE(is_digits(option));
    CHECK(std::stoi(option) % 10 == 0);
    CHECK(std::stoi(option) >= 340 / 2);
    CHECK(std::stoi(option) <= 340 * 2);
  }
  for (const std::string& option :
       options(ToldText("Basel", "There are four bridges over the Rhine in Basel."), "four"))
    CHECK(!option.empty());
}

TEST_CASE("C14 distractors: years are near, and not later than the article knows") {
  const ToldText text("Basel", "Ada Lemmon moved to Basel in 1895. Basel sold a bridge in 1931.");
  for (const std::string& option : options(text, "1895")) {
    CAPTURE(option);
    REQUIRE(is_digits(option));
    CHECK(option != "1895");
    CHECK(std::stoi(option) >= 1895 - 25);
    CHECK(std::stoi(option) <= 1895 + 25);
  }
  for (const std::string& option : options(text, "1931"))
    CHECK(std::stoi(option) < 1931);
}

TEST_CASE("C14 distractors: dates have the key's form") {
  const std::vector<std::string> wrong =
      options(ToldText("Rome", "The Rome Tower was opened on 8 February 1700."), "8 February 1700");
  CHECK(wrong.size() == 3);
  for (const std::string& option : wrong) {
    CAPTURE(option);
    CHECK(std::ranges::count(option, ' ') == 2);
    CHECK(is_digits(option.substr(0, option.find(' '))));
    CHECK(is_digits(option.substr(option.rfind(' ') + 1)));
    CHECK(option.substr(option.rfind(' ') + 1) <= "1700");
  }
}

TEST_CASE("C14 distractors: no number that stands in the article") {
  const ToldText text("Basel",
                      "The Basel Institute employs 340 chemists. Bern has 300, 310, 320, 330, "
                      "350, 360, 370, 380, 390 and 400 chemists.");
  for (const std::string& option : options(text, "340")) {
    CAPTURE(option);
    CHECK(text.article.passages[0].text.find(option) == std::string::npos);
  }
}

TEST_CASE("C14 distractors: countries of the same region that the article does not name") {
  const ToldText text("Smallpox", "Brazil saw the last smallpox in the Americas in 1971.");
  const std::vector<std::string> wrong = options(text, "Brazil");
  CHECK(wrong.size() == 3);
  const std::set<std::string> south_america = {
      "Argentina", "Bolivia",  "Chile",    "Colombia",      "Ecuador", "Falkland Islands", "Guyana",
      "Peru",      "Paraguay", "Suriname", "French Guiana", "Uruguay", "Venezuela"};
  for (const std::string& option : wrong) {
    CAPTURE(option);
    CHECK(south_america.contains(option));
  }
}

TEST_CASE("C14 distractors: names come from the article first, of the key's kind and class") {
  const ToldText text("Travels",
                      "Peter Olm met Paul Stone in Paris. Carl Reed moved to Bern in 1902. Hugo "
                      "Brook moved to Leeds in 1903. Anton Weber moved to Geneva in 1904. Nordic "
                      "Bank moved to Oslo in 1905.");
  const std::set<std::string> men = {"Carl Reed", "Hugo Brook", "Anton Weber"};
  for (const std::string& option : options(text, "Paul Stone")) {
    CAPTURE(option);
    CHECK(men.contains(option));
  }
  CHECK(options(text, "Paul Stone").size() == 3);
}

TEST_CASE("C14 distractors: nobody whom the card's sentence names") {
  const ToldText text("Travels",
                      "Peter Olm met Paul Stone in Paris, and Carl Reed sold a house. Hugo Brook "
                      "moved to Leeds in 1903.");
  const std::vector<std::string> wrong = options(text, "Paul Stone");
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0] == "Hugo Brook");
}

TEST_CASE("distractors: the same card has the same options, and no more than wanted") {
  const ToldText text("Basel", "The Basel Institute employs 340 chemists.");
  CHECK(options(text, "340") == options(text, "340"));
  CHECK(options(text, "340", 1).size() == 1);
  CHECK(options(text, "340", 0).empty());
}

}  // namespace recto::questions
