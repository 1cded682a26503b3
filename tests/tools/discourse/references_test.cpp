#include "tools/discourse/references.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "tests/tools/discourse/miniature.h"

using namespace recto;
using namespace recto::discourse;
using test::Miniature;

namespace {

struct Found {
  std::string pronoun;
  std::string name;
  language::Chance chance = 0;
  bool in_sentence = false;
};

std::vector<Found> references(const std::vector<std::string>& lines) {
  const Miniature article(lines);
  Nouns nouns = test::shipped_nouns();
  const Entities entities = find_entities(article.article(), "", nouns);
  std::vector<Found> found;
  for (const Reference& reference : find_references(article.article(), entities, nouns))
    found.push_back({std::string(article.article().text(reference.place)),
                     entities.all[reference.entity].name, reference.chance,
                     reference.in_sentence()});
  return found;
}

/// "she: Marie Curie, her: Marie Curie" for those that are safe.
std::string safe(const std::vector<std::string>& lines) {
  std::string text;
  for (const Found& found : references(lines))
    if (found.chance >= kSafeReference)
      text += (text.empty() ? "" : ", ") + found.pronoun + ": " + found.name;
  return text;
}

}  // namespace

TEST_CASE("discourse: the only person, named just before as the subject, is meant") {
  struct Row {
    std::vector<std::string> lines;
    std::string found;
  };
  for (const Row& row : {
           Row{{"P[Marie Curie] studied/VERB physics/NOUN . she won/VERB a prize ."},
               "she: Marie Curie"},
           Row{{"P[Pierre Curie] studied/VERB physics/NOUN . he won/VERB a prize ."},
               "he: Pierre Curie"},
           Row{{"P[Marie Curie] studied/VERB physics/NOUN in L[Paris] . she won/VERB a prize ."},
               "she: Marie Curie"},
           Row{{"P[Marie Curie] won/VERB a prize for her work ."}, "her: Marie Curie"},
           Row{{"P[Pierre Curie] lost/VERB his keys/NNS ."}, "his: Pierre Curie"},
           Row{{"P[Marie Curie] worked/VERB . in/ADP 1903 she won/VERB a prize ."},
               "she: Marie Curie"},
           Row{{"P[Marie Curie] was a physicist . she won/VERB a prize ."}, "she: Marie Curie"},
       }) {
    CAPTURE(row.lines.front());
    CHECK(safe(row.lines) == row.found);
  }
}

TEST_CASE("discourse: he and she tell two people apart") {
  CHECK(safe({"P[Marie Curie] met/VERB P[Pierre Curie] in L[Paris] . she won/VERB a prize ."}) ==
        "she: Marie Curie");
  CHECK(safe({"P[Pierre Curie] met/VERB P[Marie Curie] in L[Paris] . he won/VERB a prize ."}) ==
        "he: Pierre Curie");
}

TEST_CASE("discourse: the short name before stands for the full one") {
  CHECK(safe({"P[Marie Curie] worked/VERB .", "P[Curie] moved/VERB . she won/VERB a prize ."}) ==
        "she: Marie Curie");
}

TEST_CASE("discourse: nobody is safely meant where two fit") {
  struct Row {
    std::string what;
    std::vector<std::string> lines;
  };
  for (const Row& row : {
           Row{"two men", {"P[Pierre Curie] met/VERB P[Paul Langevin] . his work grew/VERB ."}},
           Row{"a name behind a noun",
               {"the teacher spoke/VERB with P[Pierre Curie] . his work grew/VERB ."}},
           Row{"unknown genders", {"P[Oduya] met/VERB P[Kamara] . he left/VERB ."}},
           Row{"the other one", {"the teacher met/VERB P[Pierre Curie] . he left/VERB ."}},
       }) {
    CAPTURE(row.what);
    CHECK(safe(row.lines).empty());
  }
}

TEST_CASE("discourse: nothing is said where no name can be meant") {
  struct Row {
    std::string what;
    std::vector<std::string> lines;
  };
  for (const Row& row : {
           Row{"nobody", {"he won/VERB a prize ."}},
           Row{"a noun only", {"the teacher came/VERB . she won/VERB a prize ."}},
           Row{"a man", {"P[Pierre Curie] came/VERB . she won/VERB a prize ."}},
           Row{"a place", {"L[France] grew/VERB . he won/VERB a prize ."}},
           Row{"a plural", {"the P[Beatles] were a band . he won/VERB a prize ."}},
           Row{"afterwards", {"in/ADP her youth/NOUN P[Marie Curie] studied/VERB ."}},
           Row{"it", {"O[Siemens] grew/VERB . it sold/VERB cars/NNS ."}},
           Row{"they", {"O[Siemens] grew/VERB . they sold/VERB cars/NNS ."}},
           Row{"first person", {"P[Marie Curie] said/VERB . i won/VERB a prize ."}},
           Row{"second person", {"P[Marie Curie] said/VERB . you won/VERB a prize ."}},
           Row{"he or she", {"P[Pierre Curie] asked/VERB a person . he or she left/VERB ."}},
           Row{"his/her", {"P[Pierre Curie] asked/VERB . each took/VERB his / her coat ."}},
           Row{"a title", {"P[Marie Curie] read/VERB Love/NOUN on Her Arms/NOUN ."}},
           Row{"himself", {"P[Pierre Curie] saw/VERB himself/PRON ."}},
           Row{"too long ago",
               {"P[Pierre Curie] came/VERB .", "it grew/VERB .", "it grew/VERB .", "it grew/VERB .",
                "it grew/VERB .", "it grew/VERB .", "it grew/VERB .", "he left/VERB ."}},
           Row{"in a quotation", {"P[Pierre Curie] said/VERB : \" he left/VERB . \""}},
       }) {
    CAPTURE(row.what);
    CHECK(references(row.lines).empty());
  }
}

TEST_CASE("discourse: subject and object beside each other are two people") {
  for (const Found& found : references({"P[Pierre Curie] saw/VERB him ."}))
    CHECK(found.chance < kSafeReference);
}

TEST_CASE("discourse: a chain of pronouns goes back to one name") {
  const std::vector<Found> found = references(
      {"P[Marie Curie] studied/VERB physics/NOUN . she won/VERB a prize . she moved/VERB . "
       "her work grew/VERB ."});
  REQUIRE(found.size() == 3);
  for (const Found& reference : found) {
    CHECK(reference.name == "Marie Curie");
    CHECK(!reference.in_sentence);
  }
  // What hangs on what is likely is never likelier than that.
  CHECK(found[1].chance <= found[0].chance);
}

TEST_CASE("discourse: an antecedent in the same sentence is flagged") {
  const std::vector<Found> found = references({"P[Marie Curie] won/VERB a prize for her work ."});
  REQUIRE(found.size() == 1);
  CHECK(found[0].in_sentence);
}

TEST_CASE("discourse: safe references tell the gender that names leave open") {
  const Miniature article(
      {"P[Oduya] studied/VERB physics/NOUN . she won/VERB a prize .", "P[Kamara] left/VERB ."});
  Nouns nouns = test::shipped_nouns();
  Entities entities = find_entities(article.article(), "", nouns);
  REQUIRE(entities.all.size() == 2);
  std::vector<Reference> references{{{1, 0, 1}, 0, {0, 0, 1}, 0.95F}};
  add_genders(references, article.article(), entities);
  CHECK(entities.all[0].gender == Gender::She);
  CHECK(entities.all[1].gender == Gender::Unknown);
  references = {{{1, 0, 1}, 1, {2, 0, 1}, 0.6F}, {{1, 0, 1}, 99, {2, 0, 1}, 0.99F}};
  add_genders(references, article.article(), entities);
  CHECK(entities.all[1].gender == Gender::Unknown);
}

TEST_CASE("discourse: a pronoun that nobody is meant by stands between") {
  // The second "he" is whoever the first one is.
  const std::string text =
      safe({"P[Pierre Curie] came/VERB .",
            "the teacher and the doctor met/VERB "
            ". the singer met/VERB the painter . he fell/VERB . he died/VERB ."});
  CHECK(text.empty());
}

TEST_CASE("discourse: whatever the tree says, references stay inside the article") {
  language::AnalysedSentence sentence;
  sentence.span = {0, 15};
  for (const language::Span span : {language::Span{0, 5}, {6, 9}, {10, 13}, {90, 95}}) {
    language::Token token;
    token.span = span;
    token.tag = {"PROPN", "NNP"};
    token.head = 4'000'000'000U;
    token.relation = "nsubj";
    sentence.tokens.push_back(token);
  }
  sentence.names = {{0, 1, NameKind::Person, 1}, {0, 1, NameKind::Person, 1}};
  const std::vector<language::AnalysedSentence> sentences(3, sentence);
  const std::vector<Passage> passages{{"Curie she his he", sentences}};
  const AnalysedArticle article(passages);
  Nouns nouns = test::shipped_nouns();
  const Entities entities = find_entities(article, "", nouns);
  for (const Reference& reference : find_references(article, entities, nouns))
    CHECK(reference.entity < entities.all.size());
}

TEST_CASE("discourse: an article is walked once, whatever stands in it") {
  std::vector<std::string> lines;
  for (int i = 0; i < 4'000; ++i)
    lines.push_back("P[Bo" + std::to_string(i) +
                    " Smith] met/VERB the teacher . he left/VERB his house .");
  CHECK(references(lines).size() <= 8'000);
  std::string sentence;
  for (int i = 0; i < 20'000; ++i)
    sentence += "P[Ada Smith] and he ";
  CHECK(references({sentence}).size() <= 20'000);
}

TEST_CASE("discourse: odds are powers of two") {
  CHECK(odds_of(0) == 1.0);
  CHECK(odds_of(kBit) == 2.0);
  CHECK(odds_of(-3 * kBit) == 0.125);
  CHECK(odds_of(kBit / 2) == doctest::Approx(1.41421356));
  CHECK(odds_of(-1) == doctest::Approx(0.98922801));
  CHECK(odds_of(1'000'000) == odds_of(100 * kBit));
  CHECK(odds_of(-1'000'000) == odds_of(-100 * kBit));
  for (Bits64 bits = -700; bits < 700; ++bits)
    CHECK(odds_of(bits) < odds_of(bits + 1));
}

TEST_CASE("discourse: more odds never promise less") {
  double share = -1;
  double right = 0;
  for (const ReferenceStep& step : reference_steps()) {
    CHECK(step.share > share);
    CHECK(step.right >= right);
    CHECK(step.right < 1);
    share = step.share;
    right = step.right;
  }
  CHECK(share > 0);
}

TEST_CASE("discourse: features have names") {
  CHECK(name_of(Feature::Same) == "Same");
  CHECK(name_of(Feature::Outranked) == "Outranked");
  CHECK(name_of(Feature::NoneOpening) == "NoneOpening");
}
