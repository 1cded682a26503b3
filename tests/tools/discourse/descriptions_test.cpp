#include "tools/discourse/descriptions.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "tests/tools/discourse/miniature.h"

using namespace recto;
using namespace recto::discourse;
using test::Miniature;

namespace {

/// "the company: Zentrix" with a "?" where the noun meant something else before.
std::string descriptions(const std::vector<std::string>& lines) {
  constexpr language::Chance kHigh = 0.8F;
  const Miniature article(lines);
  Nouns nouns = test::shipped_nouns();
  const Entities entities = find_entities(article.article(), "", nouns);
  std::string text;
  for (const Reference& reference : find_descriptions(article.article(), entities, nouns))
    text += (text.empty() ? "" : ", ") + std::string(article.article().text(reference.place)) +
            (reference.chance < kHigh ? "? " : ": ") + entities.all[reference.entity].name;
  return text;
}

}  // namespace

TEST_CASE("discourse: \"the company\" is the only one that the article calls so") {
  struct Row {
    std::vector<std::string> lines;
    std::string found;
  };
  for (const Row& row : {
           Row{{"O[Zentrix] is a company .",
                "O[Zentrix] grew/VERB . the company sold/VERB cars/NNS ."},
               "the company: Zentrix"},
           Row{{"the L[Belnor River] rose/VERB .", "L[Belnor] fell/VERB .",
                "the L[Belnor River] rose/VERB . the river fell/VERB ."},
               "the river: Belnor River"},
           Row{{"L[Belnor] , a city , grew/VERB .",
                "L[Belnor] grew/VERB . people/NNS left/VERB the city ."},
               "the city: Belnor"},
           Row{{"P[Oduya] is a student .",
                "police/NNS met/VERB P[Oduya] . they asked/VERB the student ."},
               "the student: Oduya"},
           Row{{"the O[University of Belnor] grew/VERB .",
                "the O[University of Belnor] shrank/VERB . the university closed/VERB ."},
               "the university: University of Belnor"},
           Row{{"a company came/VERB .", "O[Zentrix] is a company .",
                "O[Zentrix] grew/VERB . the company sold/VERB cars/NNS ."},
               "the company? Zentrix"},
       }) {
    CAPTURE(row.lines.front());
    CHECK(descriptions(row.lines) == row.found);
  }
}

TEST_CASE("discourse: \"the company\" means nobody when in doubt") {
  struct Row {
    std::string what;
    std::vector<std::string> lines;
  };
  for (const Row& row : {
           Row{"two companies",
               {"O[Zentrix] is a company .", "O[Belnor] is a company .",
                "O[Zentrix] grew/VERB . the company sold/VERB cars/NNS ."}},
           Row{"another one since",
               {"O[Zentrix] is a company .",
                "O[Zentrix] met/VERB a company . the company grew/VERB ."}},
           Row{"companies since",
               {"O[Zentrix] is a company .",
                "O[Zentrix] met/VERB companies/NNS . the company grew/VERB ."}},
           Row{"more is said",
               {"O[Zentrix] is a company .",
                "O[Zentrix] grew/VERB . the company of people/NNS grew/VERB ."}},
           Row{"which one is said",
               {"O[Zentrix] is a company .",
                "O[Zentrix] grew/VERB . the company that/PRON grew/VERB won/VERB ."}},
           Row{"a longer noun",
               {"O[Zentrix] is a company .", "O[Zentrix] grew/VERB . the company car came/VERB ."}},
           Row{"plural",
               {"O[Zentrix] is a company .",
                "O[Zentrix] grew/VERB . the companies/NNS grew/VERB ."}},
           Row{"not definite",
               {"O[Zentrix] is a company .", "O[Zentrix] grew/VERB . a company grew/VERB ."}},
           Row{"named once", {"O[Zentrix] is a company . the company grew/VERB ."}},
           Row{"named later",
               {"the company grew/VERB .", "O[Zentrix] is a company .", "O[Zentrix] grew/VERB ."}},
           Row{"long ago",
               {"O[Zentrix] is a company .", "O[Zentrix] grew/VERB .", "it grew/VERB .",
                "it grew/VERB .", "it grew/VERB .", "it grew/VERB .", "it grew/VERB .",
                "the company grew/VERB ."}},
           Row{"another noun",
               {"O[Zentrix] is a company .", "O[Zentrix] grew/VERB . the table grew/VERB ."}},
           Row{"inside a name",
               {"O[Zentrix] is a company .", "O[Zentrix] met/VERB the O[Company] ."}},
           Row{"a word of a name only",
               {"E[World War] ended/VERB .", "E[World War] began/VERB . the world changed/VERB ."}},
       }) {
    CAPTURE(row.what);
    CHECK(descriptions(row.lines).empty());
  }
}
