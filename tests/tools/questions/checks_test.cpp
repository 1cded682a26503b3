#include "tools/questions/checks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"

namespace recto::questions {
namespace {

Card card(CardKind kind, std::string prompt, std::string answer,
          std::vector<std::string> distractors = {}) {
  Card result;
  result.kind = kind;
  result.prompt = std::move(prompt);
  result.answer = std::move(answer);
  result.distractors = std::move(distractors);
  result.made_by = "rules/" + std::string(name_of(kind)) + ".test";
  return result;
}

/// The code of the first rule that a card breaks; empty when it is good.
std::string code_of(const Card& judged, const std::string& evidence,
                    const std::vector<std::string>& names = {}, bool self_rated = false) {
  const auto fault =
      first_fault({judged, evidence, evidence, names, self_rated, test::word_lists()});
  if (!fault) return {};
  const std::size_t open = fault->rfind('(');
  return fault->substr(open + 1, fault->size() - open - 2);
}

struct Row {
  std::string code;  ///< empty: the card is good
  std::string prompt;
  std::string answer;
  std::string evidence;
};

void check_rows(CardKind kind, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.prompt);
    CHECK(code_of(card(kind, row.prompt, row.answer), row.evidence) == row.code);
  }
}

const std::string kTower = "The Eiffel Tower in Paris was completed in 1889.";

TEST_CASE("C1 questions: the evidence states the answer") {
  check_rows(CardKind::Short,
             {{"", "In which year was the Eiffel Tower completed?", "1889", kTower},
              {"", "Where was Ada Lovelace born?", "London", "Ada Lovelace was born in London."},
              {"", "How many moons does Mars have?", "2", "Mars has 2 moons."},
              {"", "Which team never won in 1950?", "Brazil", "In 1950 Brazil never won."},
              {"C1", "In which year was the Eiffel Tower completed?", "1887", kTower},
              {"C1", "Where was Ada Lovelace born?", "Rome", "Ada Lovelace was born in London."},
              {"C1", "Which team won the cup in 1950?", "Brazil", "In 1950 Brazil never won."},
              {"C1", "Who discovered the Pacific Ocean?", "Balboa", "Columbus never saw Balboa."}});
}

TEST_CASE("C1 questions: an answer may be made of the full names that its sentence means") {
  const Card full = card(CardKind::Short, "Who moved to Basel in 1895?", "Ada Lemmon");
  CHECK(code_of(full, "In 1895, she moved to Basel.", {"Ada Lemmon"}).empty());
  CHECK(code_of(full, "In 1895, she moved to Basel.") == "C1");
  CHECK(code_of(full, "In 1895, she moved to Basel.", {"Peter Olm"}) == "C1");
}

TEST_CASE("C1 questions: what the told part of a sentence denies, the card may not assert") {
  const Card moons = card(CardKind::Short, "How many moons does Mars have?", "2");
  const std::string evidence = "Mars has 2 moons, but Venus does not.";
  const std::vector<std::string> none;
  CHECK(!first_fault({moons, evidence, "Mars has 2 moons.", none, false, test::word_lists()}));
  CHECK(first_fault({moons, evidence, evidence, none, false, test::word_lists()}));
}

TEST_CASE("C2 questions: a card points at nothing outside itself") {
  const auto year = [](const std::string& prompt, const std::string& code) {
    return Row{code, prompt, "1889", "It was in 1889."};
  };
  check_rows(
      CardKind::Short,
      {year("In which year was the Eiffel Tower completed?", ""),
       year("In which year did Grace Hopper publish her thesis?", ""),
       year("In which year did Grace Hopper say that she had moved?", ""),
       year("In which year was the world's first stamp sold in Bath?", ""),
       year("In which year did he found it?", "C2"), year("In which year was it completed?", "C2"),
       year("In which year was this tower completed?", "C2"),
       year("In which year were we in Paris?", "C2"),
       year("In which year was Paris what it is now?", "C2"),
       year("In which year was Paris flooded, according to the text?", "C2"),
       year("In which year was Paris flooded in this article?", "C2")});
}

TEST_CASE("C12 questions: a card judges nothing but with a source") {
  const auto year = [](const std::string& prompt, const std::string& code) {
    return Row{code, prompt, "1889", "It was in 1889."};
  };
  check_rows(CardKind::Short,
             {year("In which year did Paris become a large city?", ""),
              year("In which year did Paris become a beautiful city?", "C12"),
              year("In which year did Paris become a terrible city?", "C12"),
              year("In which year did Lovely Bones open in Paris?", ""),
              year("According to Gustave Eiffel, in what year was Paris beautiful?", "")});
}

TEST_CASE("C3 C5 questions: one short fact, asked so that it is clear what is wanted") {
  const std::string text = "Mars has 2 moons named Phobos and Deimos that circle round and round.";
  check_rows(CardKind::Short, {{"", "How many moons does Mars have?", "2", text},
                               {"C3", "What are the moons of Mars named?",
                                "Phobos and Deimos that circle round and round", text},
                               {"C3", "How many moons does Mars have?", "", text},
                               {"C5", "What about the Mars moons?", "2", text},
                               {"C5", "How many moons?", "2", text},
                               {"C5", "Name the number of Mars moons?", "2", text},
                               {"C5", "Is Phobos a moon of Mars?", "2", text}});
}

TEST_CASE("C3 C6 questions: what the learner rates may be a phrase that says something new") {
  const Card why = card(CardKind::Short, "Why did Ada Lemmon leave Leeds?",
                        "because she wanted to study the salt of old mines");
  const std::string text =
      "Ada Lemmon left Leeds because she wanted to study the salt of old mines.";
  CHECK(code_of(why, text, {}, true).empty());
  CHECK(code_of(why, text) == "C3");
  std::string longest = "because";
  for (int i = 0; i < 40; ++i)
    longest += " so";
  CHECK(code_of(card(CardKind::Short, why.prompt, longest), "It is " + longest + ".", {}, true) ==
        "C3");
  const Card empty = card(CardKind::Short, "What is thyroid cancer of the gland?",
                          "a cancer of the thyroid gland");
  CHECK(code_of(empty, "Thyroid cancer is a cancer of the thyroid gland.", {}, true) == "C6");
}

TEST_CASE("C7 questions: yes and no are answers to nothing but true/false") {
  const std::vector<std::string> none;
  const auto fault_of = [&](const Card& judged) {
    const auto check = std::ranges::find(checks(), "C7", &Check::code);
    REQUIRE(check != checks().end());
    return check->fault({judged, kTower, kTower, none, false, test::word_lists()});
  };
  CHECK(
      !fault_of(card(CardKind::Short, "Was the Eiffel Tower completed in Paris?", "yes")).empty());
  CHECK(!fault_of(card(CardKind::Choice, "Is the Eiffel Tower in Paris?", "yes")).empty());
  CHECK(fault_of(card(CardKind::Short, "What was completed in Paris?", "Eiffel Tower")).empty());
  CHECK(fault_of(card(CardKind::TrueFalse, "Is the Eiffel Tower in Paris?", "true")).empty());
  CHECK(fault_of(card(CardKind::Faq, "Is the Eiffel Tower in Paris?", "Yes, it is.")).empty());
}

TEST_CASE("C6 questions: a prompt does not give its answer away") {
  check_rows(CardKind::Short,
             {{"", "Which country borders Spain in the north?", "France", "France borders Spain."},
              {"C6", "In which country is the French city of Lyon?", "France",
               "Lyon lies in France, the French say."},
              {"C6", "Which astronomer is the Hubble Telescope named after?", "Edwin Hubble",
               "The telescope is named after Edwin Hubble."},
              {"C6", "What is the cloud arm of Alibaba Group?", "Alibaba Cloud",
               "Alibaba Cloud is the cloud arm of Alibaba Group."}});
  check_rows(CardKind::Cloze,
             {{"", "The Eiffel Tower in Paris was completed in ____.", "1889", kTower},
              {"", "The Eiffel Tower in ____ was completed in 1889.", "Paris", kTower},
              {"C6", "In Paris the Eiffel Tower of ____ was completed in 1889.", "Paris", kTower},
              {"C6", "The tall Eiffel Tower in Paris is a ____ tower.", "1889", kTower}});
}

TEST_CASE("C8 questions: nothing about the page") {
  for (const std::string evidence :
       {"Image credit: NASA 1999.", "Subscribe to our newsletter since 1999.",
        "Copyright 1999 by Example Media.", "See http://example.org/1999 for more.",
        "Editor's note: Mars was seen in 1999.", "This page was updated in 1999.",
        "All rights reserved 1999.", "Read more about Mars in 1999."}) {
    CAPTURE(evidence);
    CHECK(code_of(card(CardKind::Short, "In which year was Mars last seen from Earth?", "1999"),
                  evidence) == "C8");
  }
}

TEST_CASE("C8 questions: a sentence about the subject is none about the page") {
  CHECK(code_of(card(CardKind::Short, "In which year was Mars last seen from Earth?", "1999"),
                "Mars was last seen from Earth in 1999, when NASA looked.")
            .empty());
}

TEST_CASE("C10 questions: a number keeps its hedge") {
  const std::string text = "Nearly 200 people were hurt when Moscow burned in 1812.";
  check_rows(CardKind::Short,
             {{"", "How many people were hurt when Moscow burned?", "Nearly 200", text},
              {"C10", "How many people were hurt when Moscow burned?", "200", text}});
  check_rows(CardKind::Cloze,
             {{"", "Nearly ____ people were hurt when Moscow burned in 1812.", "200", text},
              {"C10", "In all ____ people were hurt when Moscow burned in 1812.", "200", text}});
}

TEST_CASE("C11 questions: a prompt reads well") {
  const auto row = [](const std::string& prompt, const std::string& code) {
    return Row{code, prompt, "1889", kTower};
  };
  check_rows(CardKind::Short,
             {row("In which year was the Eiffel Tower completed?", ""),
              row("in which year was the Eiffel Tower completed?", "C11"),
              row("In which year was the Eiffel Tower completed.", "C11"),
              row("In which year was was the Eiffel Tower completed?", "C11"),
              row("In which year was the Eiffel Tower [4] completed?", "C11"),
              row("In which year was the Eiffel Tower (in Paris completed?", "C11"),
              row("In which year was the \"Eiffel Tower completed?", "C11"),
              row("In which year and in which month and on which day and at which hour and in "
                  "which minute was Paris with Eiffel and Gustave and Maurice and Emile built?",
                  "C11")});
}

TEST_CASE("C13 questions: a gap takes one whole unit out of enough text") {
  const auto row = [](const std::string& prompt, const std::string& code) {
    return Row{code, prompt, "1889", kTower};
  };
  check_rows(CardKind::Cloze, {row("The Eiffel Tower in Paris was completed in ____.", ""),
                               row("In ____ the Eiffel Tower was completed in Paris.", ""),
                               row("The Eiffel Tower in Paris was completed in 18____.", "C13"),
                               row("The Eiffel Tower was completed in ____s in Paris.", "C13"),
                               row("The ____ Tower in Paris was completed in ____.", "C13"),
                               row("It was in ____.", "C2"), row("Paris was big in ____.", "C13"),
                               row("The Eiffel Tower in Paris was completed late.", "C13")});
}

TEST_CASE("C14 questions: options are of a kind and wrong for certain") {
  struct Options {
    std::string code;
    std::vector<std::string> distractors;
  };
  const std::vector<Options> rows = {{"", {"1885", "1892", "1898"}},
                                     {"", {"1885", "1892"}},
                                     {"C14", {"1885"}},
                                     {"C14", {}},
                                     {"C14", {"1885", "1885", "1898"}},
                                     {"C14", {"1889", "1892", "1898"}},
                                     {"C14", {"a banana", "1892", "1898"}},
                                     {"C14", {"in 1889", "1892", "1898"}},
                                     {"C14", {"1881", "1882", "1883", "1884", "1885"}}};
  for (const Options& row : rows) {
    CAPTURE(row.distractors);
    const Card choice = card(CardKind::Choice, "In which year was the Eiffel Tower completed?",
                             "1889", row.distractors);
    CHECK(code_of(choice, kTower) == row.code);
  }
}

TEST_CASE("C15 questions: true/false says the truth or one thing else") {
  struct Statement {
    std::string code;
    std::string prompt;
    std::string answer;
    std::string explanation;
  };
  const std::string truth = "The Eiffel Tower was completed in 1889.";
  const std::string lie = "The Eiffel Tower was completed in 1898.";
  const std::vector<Statement> rows = {
      {"", truth, "true", truth},
      {"", lie, "false", truth},
      {"C15", truth, "false", truth},
      {"C15", lie, "true", truth},
      {"C15", truth, "yes", truth},
      {"C15", lie, "false", ""},
      {"C15", "The Eiffel Tower was not completed in 1889.", "false", truth},
      {"C15", "The Eiffel Tower was never completed in Paris.", "false", truth}};
  for (const Statement& row : rows) {
    CAPTURE(row.prompt);
    Card judged = card(CardKind::TrueFalse, row.prompt, row.answer);
    judged.explanation = row.explanation;
    CHECK(code_of(judged, kTower) == row.code);
  }
}

TEST_CASE("C16 questions: a FAQ card has the article's answer") {
  Card faq = card(CardKind::Faq, "How do you apply for a Blue Badge?", "Use the form.");
  CHECK(code_of(faq, "Use the form. It takes a week.").empty());
  CHECK(code_of(faq, "Ask your doctor.") == "C1");
  faq.explanation = "Use the form. It takes a week.";
  CHECK(code_of(faq, faq.explanation).empty());
  faq.prompt = "How to apply";
  CHECK(code_of(faq, faq.explanation) == "C11");
}

TEST_CASE("questions: the codes stand in their order, and a fault ends with its code") {
  std::vector<int> numbers;
  for (const Check& check : checks())
    numbers.push_back(std::stoi(std::string(check.code.substr(1))));
  CHECK(std::ranges::is_sorted(numbers));
  CHECK(std::ranges::adjacent_find(numbers) == numbers.end());
  const Card bad = card(CardKind::Short, "Who discovered it?", "Balboa");
  const std::vector<std::string> none;
  const auto fault = first_fault({bad, "Balboa saw it.", "", none, false, test::word_lists()});
  REQUIRE(fault);
  CHECK(*fault == "'it' points outside the card (C2)");
}

}  // namespace
}  // namespace recto::questions
