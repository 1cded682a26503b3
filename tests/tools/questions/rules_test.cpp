// What each rule makes of a sentence, before the checks; whole decks are in questions_test.cpp.
#include "tools/questions/rules.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"
#include "tools/questions/distractors.h"

namespace recto::questions {
namespace {

using test::made_by;
using test::ToldText;

/// A text and one card that a rule makes of it, "prompt -> answer"; empty: it makes none.
struct Row {
  std::string text;
  std::string card;
};

void check_rows(test::Rule rule, const std::string& title, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::string made = made_by(rule, ToldText(title, row.text));
    CAPTURE(made);
    if (row.card.empty())
      CHECK(made == row.card);
    else
      CHECK((" | " + made + " | ").find(" | " + row.card + " | ") != std::string::npos);
  }
}

Candidates candidates_of(test::Rule rule, const ToldText& text) {
  Candidates out;
  rule(text.told(), out);
  return out;
}

bool accepts(const Card& card, const std::string& form) {
  return std::ranges::count(card.accept, form) == 1;
}

}  // namespace

TEST_CASE("rules: who and what did it, or had it done to them") {
  check_rows(
      add_who_and_what, "Basel",
      {{"Ada Lemmon discovered zinc in Basel.", "Who discovered zinc in Basel? -> Ada Lemmon"},
       {"The Nile divides the old city of Cairo.",
        "Which river divides the old city of Cairo? -> the Nile"},
       {"Peter Olm met Paul Stone in Paris.", "Who did Peter Olm meet in Paris? -> Paul Stone"},
       {"Basel joined Switzerland in 1501.",
        "Which country did Basel join in 1501? -> Switzerland"},
       {"In 1200, the Olmec traded jade and rubber.",
        "What did the Olmec trade in 1200? -> jade and rubber"},
       {"There are four bridges over the Rhine in Basel.", ""},
       // who does what follows; a pronoun
       {"The Basel Institute enabled Paul Stone to leave Paris in 1950.",
        "Which organisation enabled Paul Stone to leave Paris in 1950? -> the Basel Institute"},
       {"Basel is a city in Switzerland.", ""},
       {"He discovered zinc in Basel.", ""},
       {"A chemist used this.", ""}});
}

TEST_CASE("rules: a past event must say which it is") {
  check_rows(
      add_who_and_what, "Basel",
      {{"The Olmec traded jade and rubber.", ""},
       {"Peter Olm visited Zurich.", ""},
       {"Peter Olm visited the Rhine near Zurich.", ""},
       {"Peter Olm visited Zurich in 1902.", "Which city did Peter Olm visit in 1902? -> Zurich"},
       // What is, holds by itself; what is done once, is one event.
       {"Peter Olm owns two mills in Zurich.", "Who owns two mills in Zurich? -> Peter Olm"},
       {"Peter Olm designed it in Zurich.", ""},
       {"Peter Olm designed the steam plough of Zurich.",
        "Who designed the steam plough of Zurich? -> Peter Olm"}});
}

TEST_CASE("rules: a passive's agent is asked for in the active voice") {
  check_rows(add_who_and_what, "Basel",
             {{"The Basel Institute was built by Peter Olm.",
               "Who built the Basel Institute? -> Peter Olm"},
              {"The Basel Institute was jointly founded by Ada Lemmon and Peter Olm in 1902.",
               "Who jointly founded the Basel Institute in 1902? -> Ada Lemmon and Peter Olm"},
              {"Pierre Curie was killed by a wagon.", "What killed Pierre Curie? -> a wagon"}});
}

TEST_CASE("rules: what something is called or renamed to") {
  check_rows(
      add_who_and_what, "Basel",
      {{"Basel was renamed to Basilea in 1501.", "What was Basel renamed to in 1501? -> Basilea"},
       {"Basel is often referred to as the City of Salt.",
        "What is Basel often referred to as? -> the City of Salt"},
       {"The Basel Institute is known as the Salt House.",
        "What is the Basel Institute known as? -> the Salt House"}});
}

TEST_CASE("rules: a verb keeps its preposition") {
  check_rows(add_who_and_what, "The Moon",
             {{"The water of the Moon consists of ice and salt.",
               "What does the water of the Moon consist of? -> ice and salt"}});
  check_rows(add_who_and_what, "Basel",
             {{"Basel derives from the Latin word for king.",
               "What does Basel derive from? -> the Latin word for king"}});
}

TEST_CASE("rules: aims and findings are asked for whole, and self-rated") {
  const ToldText text("Plans",
                      "The Salt Project aims to open an office in Rome. In 1902, Ada Lemmon "
                      "recommended that children drink two glasses of milk every day.");
  const std::string made = made_by(add_who_and_what, text);
  CAPTURE(made);
  CHECK(made.find("What did Ada Lemmon recommend in 1902? -> that children drink two glasses of "
                  "milk every day") != std::string::npos);
  CHECK(made.find("What does the Salt Project aim to do? -> to open an office in Rome") !=
        std::string::npos);
  for (const Candidate& one : candidates_of(add_who_and_what, text))
    if (one.card.answer.starts_with("that") || one.card.answer.starts_with("to "))
      CHECK(one.self_rated);
}

TEST_CASE("rules: when something was, as exactly as the text has it") {
  check_rows(
      add_when_and_where, "Basel",
      {{"The Umbra Tower was built in 1931.", "In what year was the Umbra Tower built? -> 1931"},
       {"In 1895, Ada Lemmon moved to Basel.",
        "In what year did Ada Lemmon move to Basel? -> 1895"},
       {"Ada Lemmon has owned the Basel Institute since 1902.",
        "Since what year has Ada Lemmon owned the Basel Institute? -> 1902"},
       {"Basel traded salt with Bern until 1931.",
        "Until what year did Basel trade salt with Bern? -> 1931"},
       {"The Basel Institute opened in March 1931.",
        "In which month and year did the Basel Institute open? -> March 1931"},
       {"The Rome Tower was opened on 8 February 1700.",
        "On what date was the Rome Tower opened? -> 8 February 1700"},
       {"Swiss chemists built the Basel Institute in the 1830s.",
        "In which decade did Swiss chemists build the Basel Institute? -> the 1830s"},
       {"Ada Lemmon lived in it in 1902.", ""},
       {"Salt was there in 1902.", ""}});
}

TEST_CASE("rules: where something was, by the class of the place") {
  check_rows(add_when_and_where, "Basel",
             {{"Ada Lemmon was born in Leeds.", "In which city was Ada Lemmon born? -> Leeds"},
              {"In 1895, Ada Lemmon moved to Basel.",
               "To which city did Ada Lemmon move in 1895? -> Basel"},
              {"Ada Lemmon walked from Bern to Basel in 1902.",
               "From which city did Ada Lemmon walk to Basel in 1902? -> Bern"},
              {"Nordic Bank was founded in Luxembourg in 1971.",
               "In which country was Nordic Bank founded in 1971? -> Luxembourg"},
              {"Ada Lemmon was shot in Leeds, England, in 1902.",
               "In which city was Ada Lemmon shot in 1902? -> Leeds"}});
  const ToldText text("Basel", "Ada Lemmon was shot in Leeds, England, in 1902.");
  for (const Candidate& one : candidates_of(add_when_and_where, text))
    if (one.card.answer == "Leeds") CHECK(accepts(one.card, "Leeds, England"));
}

TEST_CASE("rules: how many, how much, which share, how tall") {
  check_rows(add_how_many, "Basel",
             {{"The Basel Institute employs 340 chemists.",
               "How many chemists does the Basel Institute employ? -> 340"},
              {"There are four bridges over the Rhine in Basel.",
               "How many bridges are there over the Rhine in Basel? -> four"},
              {"Nearly 200 people live in Basel's oldest house.",
               "How many people live in Basel's oldest house? -> nearly 200"},
              {"Nordic Bank earned $11.2 billion in 2019.",
               "How much did Nordic Bank earn in 2019? -> $11.2 billion"},
              {"About 45% of Nordic Bank's engineers live in Basel.",
               "What percentage of Nordic Bank's engineers live in Basel? -> about 45%"},
              {"The Umbra Tower is 324 metres tall.", "How tall is the Umbra Tower? -> 324 metres"},
              {"Basel won the 1996 games.", ""},
              {"Basel sold a bridge in 1931.", ""}});
}

TEST_CASE("rules: why and how are self-rated") {
  check_rows(add_why_and_how, "Basel",
             {{"Ada Lemmon left Leeds because she wanted to study salt.",
               "Why did Ada Lemmon leave Leeds? -> because she wanted to study salt"},
              {"The Moon Museum in Basel closed due to heavy rain in 1931.",
               "Why did the Moon Museum in Basel close in 1931? -> due to heavy rain"},
              {"Ada Lemmon melted zinc in Basel by heating salt.",
               "How did Ada Lemmon melt zinc in Basel? -> by heating salt"},
              {"Ada Lemmon moved to Basel in 1895.", ""}});
  for (const Candidate& one : candidates_of(
           add_why_and_how, ToldText("Basel", "Ada Lemmon left Leeds because she wanted salt.")))
    CHECK(one.self_rated);
}

TEST_CASE("rules: what something is, and what is the one thing of its kind") {
  check_rows(add_definitions, "Basel",
             {{"Mérida is the capital of the state of Yucatán in Mexico.",
               "What is the capital of the state of Yucatán in Mexico? -> Mérida"},
              {"Mérida is the capital of the state of Yucatán in Mexico.",
               "What is Mérida? -> the capital of the state of Yucatán in Mexico"},
              {"Ada Lemmon was the first director of the Basel Institute.",
               "Who was the first director of the Basel Institute? -> Ada Lemmon"},
              {"The first director of the Basel Institute was Ada Lemmon.",
               "Who was the first director of the Basel Institute? -> Ada Lemmon"},
              {"Thyroid cancer is a rare disease of the thyroid gland.",
               "What is thyroid cancer? -> a rare disease of the thyroid gland"},
              {"Basel is large.", ""},
              {"Ada Lemmon discovered zinc in Basel.", ""}});
}

TEST_CASE("rules: a description beside a name tells who or what it is") {
  check_rows(add_definitions, "Rivers",
             {{"Basel, the largest city on the Rhine, has 12 bridges.",
               "What is the largest city on the Rhine? -> Basel"}});
}

TEST_CASE("rules: births and deaths stand in brackets") {
  check_rows(add_lives, "Ada Lemmon",
             {{"Ada Lemmon (4 March 1871 – 9 June 1940) was a British chemist.",
               "On what date was Ada Lemmon born? -> 4 March 1871"},
              {"Ada Lemmon (4 March 1871 – 9 June 1940) was a British chemist.",
               "On what date did Ada Lemmon die? -> 9 June 1940"},
              {"Ada Lemmon (1871–1940) was a British chemist.",
               "In what year was Ada Lemmon born? -> 1871"},
              {"Ada Lemmon (c. 1412 – 1440) was a British chemist.",
               "In what year did Ada Lemmon die? -> 1440"},
              {"Ada Lemmon (a chemist) was born in Leeds.", ""}});
  CHECK(made_by(add_lives, ToldText("Ada Lemmon", "Ada Lemmon (c. 1412 – 1440) was a chemist."))
            .find("1412") == std::string::npos);
}

TEST_CASE("rules: abbreviations and other names") {
  check_rows(add_other_names, "Health",
             {{"The World Health Organization (WHO) keeps an eye on salt in every country.",
               "What does WHO stand for? -> World Health Organization"},
              {"The Regional Health Boards (RHBs) keep an eye on salt in every country.",
               "What do RHBs stand for? -> Regional Health Boards"},
              {"Every country has application programming interfaces (APIs).", ""},
              {"Alibaba Cloud, often referred to as Aliyun, was established in 2009.",
               "By what other name is Alibaba Cloud known? -> Aliyun"},
              {"Basel (a city) is on the Rhine.", ""}});
}

TEST_CASE("rules: who holds an office") {
  check_rows(add_titles, "Banks",
             {{"Nordic Bank's president Ada Lemmon opened an office in Oslo in 2015.",
               "Who is Nordic Bank's president? -> Ada Lemmon"},
              {"The engineer Ada Lemmon opened an office in Oslo in 2015.", ""},
              {"\"Nordic Bank's president Ada Lemmon opened an office,\" said Peter Olm.", ""}});
}

TEST_CASE("rules: what the title names is not asked for") {
  for (const test::Rule rule : {add_who_and_what, add_definitions}) {
    const std::string made = made_by(
        rule,
        ToldText("Mérida", "Mérida is the capital of Yucatán. Mérida joined Mexico in 1848."));
    CAPTURE(made);
    CHECK(made.find("-> Mérida") == std::string::npos);
  }
}

TEST_CASE("C13 rules: a gap takes a value or name of a statement, with a hint of its kind") {
  struct Gap {
    std::string text;
    std::string prompt;
    std::string answer;
    std::string hint;
  };
  for (const Gap& row :
       {Gap{"Ada Lemmon moved to Basel in 1895.", "Ada Lemmon moved to Basel in ____.", "1895",
            "a year"},
        Gap{"Ada Lemmon moved to Basel in 1895.", "Ada Lemmon moved to ____ in 1895.", "Basel",
            "a city"},
        Gap{"Peter Olm met Paul Stone in Paris.", "Peter Olm met ____ in Paris.", "Paul Stone",
            "a person"},
        Gap{"Nearly 200 people live in Basel's oldest house.",
            "Nearly ____ people live in Basel's oldest house.", "200", "a number"},
        Gap{"The Rome Bank owed $11.2 billion of gold in Spain.",
            "The Rome Bank owed ____ of gold in Spain.", "$11.2 billion", "an amount of money"}}) {
    CAPTURE(row.prompt);
    const Candidates all = candidates_of(add_clozes, ToldText("Gaps", row.text));
    const auto found = std::ranges::find_if(
        all, [&](const Candidate& one) { return one.card.prompt == row.prompt; });
    REQUIRE(found != all.end());
    CHECK(found->card.kind == CardKind::Cloze);
    CHECK(found->card.answer == row.answer);
    CHECK(found->card.hint == row.hint);
    CHECK(found->card.made_by.starts_with("rules/cloze."));
  }
  check_rows(add_clozes, "Basel",
             {{"He moved to it in 1895.", ""},
              {"Basel built this bridge in 1931.", ""},
              {"Ada Lemmon studied salt.", ""}});
}

TEST_CASE("C13 rules: a gap takes a term of the article, whole, and never its only hint") {
  check_rows(add_terms, "Forms of government",
             {{"The Olmec built an aqueduct to transport water into Mexico City.",
               "The Olmec built a(n) ____ to transport water into Mexico City. -> aqueduct"},
              {"The Olmec built aqueducts to transport water into their cities.",
               "The Olmec built ____ to transport water into their cities. -> aqueducts"},
              // a part of a longer word, a list, a word that stands twice
              {"The Olmec built power-driven pumps in all of their cities.", ""},
              {"A monarchy is no monarchy without somebody who rules it.", ""}});
}

TEST_CASE("C13 rules: what is defined by a kind and what tells it apart is asked for by them") {
  check_rows(add_terms, "Politics",
             {{"An oligarchy is a government in which a few rich families hold all power.",
               "What do you call a government in which a few rich families hold all power? -> an "
               "oligarchy"},
              {"An oligarchy is a government.", ""}});
  const ToldText torn("Politics",
                      "A democracy is a government in which political power—influence over leaders "
                      "and policies—rests in the hands of the people.");
  CHECK(made_by(add_terms, torn).find("What do you call") == std::string::npos);
}

TEST_CASE("terms: the article's own are known by its headings and by coming again") {
  const ToldText text("Direct democracy",
                      "Direct democracy began in Athens. In a direct democracy, people vote "
                      "themselves. A new law needs a vote.");
  const Told told = text.told();
  const ReadSentence& sentence = text.article.reading.sentences.at(1);
  const Term term = told.terms.at(sentence, 3);
  CHECK(term.key == "direct democracy");
  CHECK(term.sentences == 2);
  CHECK(term.in_heading);
  CHECK(told.terms.at(sentence, 0).words.empty());
}

TEST_CASE("C20 rules: what is also right is accepted, and nothing that the prompt says") {
  struct Accepted {
    std::string text;
    std::string answer;
    std::vector<std::string> forms;
    std::vector<std::string> not_forms;
  };
  const auto short_and_gaps = [](const Told& told, Candidates& out) {
    add_who_and_what(told, out);
    add_when_and_where(told, out);
    add_how_many(told, out);
    add_clozes(told, out);
  };
  for (const Accepted& row :
       {Accepted{"The Rome Tower was opened on 8 February 1700.",
                 "8 February 1700",
                 {"February 8, 1700"},
                 {"8 February 1700"}},
        Accepted{"The Rome Bank owed $11.2 billion of gold in Spain.",
                 "$11.2 billion",
                 {"11.2 billion dollars", "$11.2bn"},
                 {}},
        Accepted{"About 45% of Nordic Bank's engineers live in Basel.",
                 "about 45%",
                 {"45%", "45 percent", "45 per cent"},
                 {}},
        Accepted{"There are four bridges over the Rhine in Basel.", "four", {"4"}, {"four"}},
        Accepted{"Ada Lemmon discovered zinc in Basel.", "Ada Lemmon", {"Lemmon"}, {"Basel"}},
        Accepted{"The Nile divides the old city of Cairo.", "the Nile", {"Nile"}, {}}}) {
    CAPTURE(row.text);
    const ToldText text("Basel", row.text);
    Candidates all;
    short_and_gaps(text.told(), all);
    const auto found = std::ranges::find_if(
        all, [&](const Candidate& one) { return one.card.answer == row.answer; });
    REQUIRE(found != all.end());
    add_accepted(text.told(), *found);
    for (const std::string& form : row.forms) {
      CAPTURE(form);
      CHECK(accepts(found->card, form));
    }
    for (const std::string& form : row.not_forms) {
      CAPTURE(form);
      CHECK(!accepts(found->card, form));
    }
  }
}

TEST_CASE("C20 rules: a form that the prompt holds is no answer") {
  const ToldText text("Basel", "Ada Lemmon discovered zinc in Basel.");
  Candidates all = candidates_of(add_who_and_what, text);
  REQUIRE(!all.empty());
  REQUIRE(all[0].card.answer == "Ada Lemmon");
  all[0].card.prompt = "Who built the Lemmon house?";
  add_accepted(text.told(), all[0]);
  CHECK(!accepts(all[0].card, "Lemmon"));
}

TEST_CASE("C20 rules: what is rated by the learner accepts nothing") {
  const ToldText text("Basel", "Ada Lemmon left Leeds because she wanted to study salt.");
  Candidates all = candidates_of(add_why_and_how, text);
  REQUIRE(all.size() == 1);
  add_accepted(text.told(), all[0]);
  CHECK(all[0].card.accept.empty());
}

TEST_CASE("C15 rules: true/false says the statement, or one thing else in it") {
  const ToldText text(
      "Kew Gardens",
      "Kew Gardens was founded in 1759. Kew Gardens lost 700 trees in 1987. Kew Gardens was "
      "bombed in 1940. Kew Gardens has 27,000 kinds of plants.");
  Candidates all = candidates_of(add_when_and_where, text);
  add_how_many(text.told(), all);
  const std::size_t asked = all.size();
  add_true_false(text.told(), Rivals(text.told()), all);
  REQUIRE(all.size() > asked + 2);
  std::size_t truths = 0;
  for (std::size_t i = asked; i < all.size(); ++i) {
    const Card& card = all[i].card;
    CAPTURE(card.prompt);
    CHECK(card.kind == CardKind::TrueFalse);
    CHECK((card.answer == "true" || card.answer == "false"));
    CHECK((card.prompt == card.explanation) == (card.answer == "true"));
    CHECK(card.explanation == text.statements.at(*all[i].statement).text);
    truths += card.answer == "true" ? 1 : 0;
  }
  CHECK(truths >= (all.size() - asked) / 2);
  CHECK(truths <= (all.size() - asked + 1) / 2);
}

TEST_CASE("C14 rules: a choice is its card's fact with three wrong options") {
  const ToldText text("Kew Gardens", "Kew Gardens was founded in 1759.");
  Candidates all = candidates_of(add_when_and_where, text);
  REQUIRE(all.size() == 1);
  Candidates with_more = all;
  add_choices(Rivals(text.told()), 0, all);
  REQUIRE(all.size() == 2);
  CHECK(all[1].spare.empty());
  const Card& choice = all[1].card;
  CHECK(choice.kind == CardKind::Choice);
  CHECK(choice.prompt == all[0].card.prompt);
  CHECK(choice.fact == all[0].card.fact);
  CHECK(choice.made_by == "rules/choice.when");
  CHECK(choice.distractors.size() == 3);
  CHECK(std::ranges::count(choice.distractors, "1759") == 0);
  // Further ones change nothing about the first.
  add_choices(Rivals(text.told()), 6, with_more);
  REQUIRE(with_more.size() == 2);
  CHECK(with_more[1].card == choice);
  CHECK(with_more[1].spare.size() == 6);
  for (const std::string& option : with_more[1].spare) {
    CHECK(std::ranges::count(choice.distractors, option) == 0);
    CHECK(option != "1759");
  }
}

}  // namespace recto::questions
