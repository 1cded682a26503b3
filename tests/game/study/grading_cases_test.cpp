// Whole tables of answers, and whole decks.
#include "game/study/grading_cases.h"

#include <filesystem>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/game/study/dictionary.h"

using namespace recto;
using namespace recto::study;

namespace {

std::vector<Deck> sample_decks() {
  std::vector<Deck> decks;
  for (const auto& entry :
       std::filesystem::directory_iterator(test::project_folder() / "content" / "decks"))
    if (entry.path().extension() == ".json")
      decks.push_back(test::value(read_deck(test::value(read_file(entry.path(), 1 << 24)))));
  return decks;
}

bool is_typed(const Card& card) {
  return card.kind == CardKind::Short || card.kind == CardKind::Cloze ||
         card.kind == CardKind::Choice;
}

}  // namespace

TEST_CASE("G1–G18 study: every case of the tables is judged as the table says") {
  for (const char* table : {"grading/rules.tsv", "grading/cases.tsv"}) {
    const auto cases = test::value(read_grading_cases(test::data(table)));
    CHECK(cases.size() > 150);
    for (const GradingCase& one : cases) {
      CAPTURE(one.id);
      CAPTURE(one.rule);
      CAPTURE(one.card.answer);
      CAPTURE(one.typed);
      CHECK(name_of(grade(one, &test::dictionary()).verdict) == name_of(one.verdict));
    }
  }
}

TEST_CASE("study: no distractor and no other answer of the sample decks is graded right") {
  const std::vector<Deck> decks = sample_decks();
  REQUIRE(!decks.empty());
  std::size_t graded = 0;
  for (const Deck& deck : decks) {
    for (const Card& card : deck.cards) {
      if (!is_typed(card) || !is_graded(card)) continue;
      const std::vector<std::string> rivals = rivals_of(deck, card);
      const Standards standards{deck.grading, rivals, deck.language, &test::dictionary()};
      std::vector<std::string> wrong = card.distractors;
      for (const Card& other : deck.cards)
        if (memory_key(other) != memory_key(card) && is_typed(other)) wrong.push_back(other.answer);
      for (const std::string& typed : wrong) {
        if (grade(typed, card, {}).rule == "G1" || grade(typed, card, {}).rule == "G2") continue;
        CAPTURE(card.prompt);
        CAPTURE(card.answer);
        CAPTURE(typed);
        const Verdict verdict = grade(typed, card, standards).verdict;
        CHECK(verdict != Verdict::Right);
        CHECK(verdict != Verdict::Slip);
        ++graded;
      }
      CHECK(grade(card.answer, card, standards).verdict == Verdict::Right);
    }
  }
  CHECK(graded > 500);
}

TEST_CASE("study: a table of cases that is none says so, with the line") {
  const auto error_of = [](const std::string& text) {
    const auto cases = read_grading_cases(text);
    REQUIRE(!cases);
    CHECK(!cases.error().what.empty());
    CHECK(!cases.error().advice.empty());
    return cases.error().where;
  };
  const std::string header =
      "id\trule\tlang\tprompt\tkey\taccept\trivals\tsettings\ttyped\tverdict\n";
  CHECK(error_of("").empty());
  CHECK(error_of("id,rule\n") == "line 1");
  CHECK(error_of(header + "a\tG1\n") == "line 2");
  CHECK(error_of(header + "\na\tG1\ten\t\tk\t\t\tcase=loose\tt\tright\n") == "line 3");
  CHECK(error_of(header + "a\tG1\ten\t\tk\t\t\t\tt\tfine\n") == "line 2");
  const auto cases = test::value(read_grading_cases(
      header + "a\tG2\tde\tp\tk\tx|y\tr\tcase=exact,accents=exact\t t \tslip\r\n"));
  REQUIRE(cases.size() == 1);
  CHECK(cases[0].card.accept == std::vector<std::string>{"x", "y"});
  CHECK(cases[0].rivals == std::vector<std::string>{"r"});
  CHECK(cases[0].card.grading.exact_case == true);
  CHECK(cases[0].card.grading.exact_accents == true);
  CHECK(cases[0].typed == " t ");
  CHECK(cases[0].verdict == Verdict::Slip);
}
