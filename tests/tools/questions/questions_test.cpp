// Whole decks: what becomes of a text's candidates.
#include "tools/questions/questions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"
#include "tools/questions/checks.h"

namespace recto::questions {
namespace {

using test::paragraph;
using test::ReadArticle;
using test::ToldText;

/// The short card with this prompt; its choice asks alike.
const Card* find(const Questions& made, std::string_view prompt) {
  const auto found = std::ranges::find_if(made.cards, [&](const Card& card) {
    return card.prompt == prompt && card.kind != CardKind::Choice;
  });
  return found == made.cards.end() ? nullptr : &*found;
}

std::string reason_of(const Questions& made, std::string_view prompt, CardKind kind) {
  for (const Rejected& one : made.rejected)
    if (one.card.prompt == prompt && one.card.kind == kind) return one.reason;
  return {};
}

std::size_t count_of(const std::vector<Card>& cards, CardKind kind) {
  return static_cast<std::size_t>(std::ranges::count(cards, kind, &Card::kind));
}

Wanted only(CardKind kind) {
  Wanted wanted = test::of_quality(0.4);
  wanted.kinds = {kind};
  return wanted;
}

const std::string kPage =
    "Kew Gardens was founded in 1759. Kew Gardens has 27,000 kinds of plants. In 1840, Kew Gardens "
    "became a national botanical garden. Kew Gardens was visited by 2.1 million people in 2019. "
    "The Temperate House at Kew Gardens was opened in 1863. Kew Gardens was bombed in 1940. Kew "
    "Gardens lost 700 trees in 1987. The Kew Gardens station was opened in 1869.";

const ToldText& kew() {
  static const ToldText kText("Kew Gardens", kPage);
  return kText;
}

}  // namespace

TEST_CASE("questions: statements become cards that can be asked") {
  struct Row {
    std::string title;
    std::string text;
    std::string prompt;
    std::string answer;
  };
  for (const Row& row :
       {Row{"Alibaba Cloud", "Alibaba Cloud, often referred to as Aliyun, was established in 2009.",
            "In what year was Alibaba Cloud established?", "2009"},
        Row{"Alibaba Cloud", "Alibaba Cloud, often referred to as Aliyun, was established in 2009.",
            "By what other name is Alibaba Cloud known?", "Aliyun"},
        Row{"Ada Lemmon", "Ada Lemmon (10 December 1815 – 27 November 1852) was a chemist.",
            "On what date was Ada Lemmon born?", "10 December 1815"},
        Row{"Kew", "In 1840, Kew Gardens became a national botanical garden.",
            "In what year did Kew Gardens become a national botanical garden?", "1840"},
        Row{"Mexico", "Mérida is the capital of the state of Yucatán in Mexico.",
            "What is the capital of the state of Yucatán in Mexico?", "Mérida"},
        Row{"Health",
            "The World Health Organization (WHO) keeps an eye on salt and on iodine in every "
            "country.",
            "What does WHO stand for?", "World Health Organization"},
        Row{"Smallpox",
            "On 8 May 1980 the World Health Assembly declared that the world was free of smallpox.",
            "On what date did the World Health Assembly declare that the world was free of "
            "smallpox?",
            "8 May 1980"},
        Row{"Smallpox", "Brazil saw the last smallpox in the Americas in 1971.",
            "In what year did Brazil see the last smallpox in the Americas?", "1971"},
        Row{"Antonín Dvořák",
            "In 1892, Antonín Dvořák moved to the United States and became the director of a "
            "school.",
            "In what year did Antonín Dvořák move to the United States?", "1892"},
        Row{"Rome", "In December 2021 the Roman Senate opened its first school in Naples.",
            "In which month and year did the Roman Senate open its first school in Naples?",
            "December 2021"},
        Row{"Marie Curie",
            "Marie Curie (7 November 1867 – 4 July 1934) was a Polish physicist. She moved to "
            "Paris in 1891.",
            "In what year did Marie Curie move to Paris?", "1891"},
        Row{"Radium", "Pierre Curie was a French physicist. In 1895 Pierre moved to Paris.",
            "In what year did Pierre Curie move to Paris?", "1895"},
        Row{"Oslo", "The Oslo Tower is 300 metres tall.", "How tall is the Oslo Tower?",
            "300 metres"}}) {
    CAPTURE(row.text);
    CAPTURE(row.prompt);
    const Questions made = ToldText(row.title, row.text).make();
    const Card* card = find(made, row.prompt);
    REQUIRE(card != nullptr);
    CHECK(card->answer == row.answer);
    CHECK(card->kind == CardKind::Short);
    CHECK(card->made_by.starts_with("rules/short."));
  }
}

TEST_CASE("C2 C9 C12 questions: sentences that need their context make no card") {
  for (const std::string sentence :
       {"He was elected mayor of Boston in 1990.", "This tower was completed in Paris in 1889.",
        "The company moved to Berlin in 1999.", "\"Apple came to Rome in 1999,\" said Tim Cook.",
        "Did Apple move to Rome in 1999?", "They moved to Rome in 1999.",
        "Apple moved to Rome in 1999 with us.", "Apple never moved to Rome."}) {
    CAPTURE(sentence);
    const Questions made = ToldText("Apple", sentence).make();
    std::string prompts;
    for (const Card& card : made.cards)
      prompts += card.prompt + " | ";
    CHECK(prompts == "");
  }
}

TEST_CASE("C1 C12 questions: a guess stays one, in the author's words") {
  for (const std::string sentence : {"Apple may open a shop in Rome in 2030.",
                                     "If Apple moves to Rome, Apple leaves in 2030."}) {
    CAPTURE(sentence);
    for (const Card& card : ToldText("Apple", sentence).make(test::of_quality(0)).cards) {
      CAPTURE(card.prompt);
      const bool kept = card.prompt.find("may ") != std::string::npos ||
                        card.prompt.find("If ") != std::string::npos;
      CHECK(kept);
    }
  }
}

TEST_CASE("C12 questions: a claim is asked for with its source") {
  const Questions made =
      ToldText("Apple", "According to Bloomberg, Apple moved to Rome in 1999.").make();
  CHECK(!made.cards.empty());
  for (const Card& card : made.cards) {
    CAPTURE(card.prompt);
    CHECK(card.prompt.starts_with("According to Bloomberg, "));
  }
}

TEST_CASE("C2 questions: a pronoun with a rival makes no card") {
  const Questions made = ToldText("Marie Curie",
                                  "Marie Curie was a Polish physicist. She moved to Paris in 1891. "
                                  "Grace Hopper met her. She left in 1899.")
                             .make();
  CHECK(find(made, "In what year did Marie Curie move to Paris?") != nullptr);
  for (const Card& card : made.cards)
    CHECK(card.answer != "1899");
}

TEST_CASE("questions: evidence is the sentence, right to the byte") {
  const ToldText text(ReadArticle(
      "Kew Gardens", {paragraph("Łódź – the first.\nNobody knows."), paragraph(kPage)}));
  const Questions made = text.make();
  REQUIRE(made.cards.size() > 6);
  for (const Card& card : made.cards) {
    CAPTURE(card.prompt);
    REQUIRE(card.evidence);
    CHECK(card.evidence->passage.text == "p2");
    const std::string sentence = text.article.passages[1].text.substr(
        card.evidence->begin, card.evidence->end - card.evidence->begin);
    CHECK(sentence.ends_with('.'));
    const bool begins =
        sentence.starts_with("Kew") || sentence.starts_with("The") || sentence.starts_with("In");
    CHECK(begins);
    if (card.kind == CardKind::Short || card.kind == CardKind::Cloze)
      CHECK(fold_case(sentence).find(fold_case(card.answer)) != std::string::npos);
  }
}

TEST_CASE("questions: every card passes the checks, what does not is told with its reason") {
  const Questions made = ToldText("Basel",
                                  "Nordic Bank bought Lund University in 2011. Basel joined "
                                  "Switzerland in 1501. " +
                                      kPage)
                             .make();
  CHECK(reason_of(made, "Which bank bought Lund University in 2011?", CardKind::Short) ==
        "the answer stands in the prompt (C6)");
  for (const Rejected& one : made.rejected) {
    CAPTURE(one.card.prompt);
    CHECK(!one.reason.empty());
  }
  const std::vector<std::string> none;
  for (const Card& card : made.cards) {
    CAPTURE(card.prompt);
    for (const Check& check : checks()) {
      if (check.code != "C11" && check.code != "C13" && check.code != "C15") continue;
      CHECK(check.fault({card, kPage, card.explanation, none, false, test::word_lists()}) == "");
    }
  }
}

TEST_CASE("C6 questions: a figure or year that the title tells is not asked for") {
  const Questions made = ToldText("27,000 kinds of plants at Kew since 1759", kPage).make();
  for (const std::string answer : {"27,000", "1759"})
    for (const Card& card : made.cards)
      CHECK((card.answer != answer || card.kind == CardKind::TrueFalse));
  CHECK(reason_of(made, "How many kinds of plants does Kew Gardens have?", CardKind::Short) ==
        "the title gives its answer away (C6)");
}

TEST_CASE("questions: ids are unique, quality lies in 0 to 1, facts are set") {
  const Questions made = kew().make();
  REQUIRE(made.cards.size() > 6);
  std::set<CardId> ids;
  for (const Card& card : made.cards) {
    CHECK(ids.insert(card.id).second);
    CHECK_FALSE(card.fact.empty());
    REQUIRE(card.quality);
    CHECK(*card.quality >= 0);
    CHECK(*card.quality <= 1);
  }
}

TEST_CASE("questions: the same input gives the same cards") {
  CHECK(kew().make().cards == kew().make().cards);
  CHECK(ToldText("Kew Gardens", kPage).make().cards == kew().make().cards);
}

TEST_CASE("C15 questions: true and false are balanced") {
  const Questions made = kew().make(only(CardKind::TrueFalse));
  const auto count = made.cards.size();
  REQUIRE(count >= 4);
  const auto truths =
      static_cast<std::size_t>(std::ranges::count(made.cards, "true", &Card::answer));
  CHECK(truths * 10 >= count * 4);
  CHECK(truths * 10 <= count * 6);
}

TEST_CASE("C14 questions: the key is the longest option in at most 35 of 100 choices") {
  const ToldText text(
      "Travels",
      "Peter Olm met Maximilian Underwood in Paris. Carl Reed met Ferdinand Longfellow in Bern. "
      "Hugo Brook moved to Leeds in 1903. Anton Weber moved to Geneva in 1904. Nordic Bank has "
      "27,000 engineers in Oslo. Nordic Bank bought the Oslo Tower in 1998.");
  const Questions made = text.make(only(CardKind::Choice));
  REQUIRE(made.cards.size() >= 4);
  std::size_t longest = 0;
  for (const Card& card : made.cards) {
    CHECK(card.distractors.size() == 3);
    longest += std::ranges::all_of(card.distractors, [&](const std::string& option) {
      return count_code_points(option) < count_code_points(card.answer);
    });
  }
  CHECK(longest * 100 <= 35 * made.cards.size());
}

TEST_CASE("questions: kinds, number and quality are what was wanted") {
  Wanted wanted = only(CardKind::Short);
  wanted.max_cards = 2;
  const Questions made = kew().make(wanted);
  REQUIRE(made.cards.size() == 2);
  for (const Card& card : made.cards)
    CHECK(card.kind == CardKind::Short);
  const std::vector<Card> all = kew().make().cards;
  double best = 0;
  for (const Card& card : all)
    best = std::max(best, *card.quality);
  wanted = {};
  wanted.min_quality = best;
  const std::vector<Card> few = kew().make(wanted).cards;
  CHECK(!few.empty());
  CHECK(few.size() < all.size());
  for (const Card& card : few)
    CHECK(*card.quality >= best);
  wanted.min_quality = 1;
  CHECK(kew().make(wanted).cards.empty());
}

TEST_CASE("C17 questions: a fact in other kinds is a variant, not a card of its own") {
  const Questions made = ToldText("Kew Gardens", "Kew Gardens was founded in 1759.").make();
  std::set<FactId> facts;
  std::set<CardKind> kinds;
  for (const Card& card : made.cards) {
    facts.insert(card.fact);
    CHECK(kinds.insert(card.kind).second);
  }
  CHECK(facts.size() == 1);
  for (const CardKind kind : {CardKind::Short, CardKind::Choice, CardKind::TrueFalse})
    CHECK(kinds.contains(kind));
}

TEST_CASE("C17 questions: no two cards of a kind ask the same, told twice or not") {
  const Questions made = ToldText("Kew Gardens",
                                  "Kew Gardens was founded in 1759. In 1840, Kew Gardens became a "
                                  "botanical garden. Kew Gardens was founded in 1759.")
                             .make();
  std::set<std::pair<CardKind, std::string>> asked;
  for (const Card& card : made.cards)
    CHECK(asked.insert({card.kind, card.prompt}).second);
  CHECK(
      reason_of(made, "In what year was Kew Gardens founded?", CardKind::Short).ends_with("(C17)"));
}

TEST_CASE("C17 C18 questions: no answer is the key of more than two facts") {
  const Questions made =
      ToldText("Ada Lemmon",
               "Ada Lemmon was born in Leeds. Peter Olm was born in Leeds. Paul Stone was born in "
               "Leeds. Carl Reed was born in Leeds.")
          .make(only(CardKind::Short));
  std::map<std::string, std::set<FactId>> facts;
  for (const Card& card : made.cards)
    facts[card.answer].insert(card.fact);
  CHECK(!facts["Leeds"].empty());
  for (const auto& [answer, keyed] : facts) {
    CAPTURE(answer);
    CHECK(keyed.size() <= 2);
  }
}

TEST_CASE("C18 questions: the first cards are from all over the article") {
  Wanted wanted = only(CardKind::Short);
  wanted.max_cards = 4;
  std::set<std::size_t> quarters;
  for (const Card& card : kew().make(wanted).cards)
    quarters.insert(card.evidence->begin * 4 / kPage.size());
  CHECK(quarters.size() >= 3);
}

TEST_CASE("C20 questions: cards to type come with what is also right") {
  const Questions made =
      ToldText("Rome", "The Rome Tower was opened on 8 February 1700.").make(only(CardKind::Short));
  const Card* card = find(made, "On what date was the Rome Tower opened?");
  REQUIRE(card != nullptr);
  CHECK(std::ranges::count(card->accept, "February 8, 1700") == 1);
}

TEST_CASE("questions: cards of statements explain themselves with the whole statement") {
  const Questions made = kew().make();
  const Card* card = find(made, "In what year was Kew Gardens founded?");
  REQUIRE(card != nullptr);
  CHECK(card->explanation == "Kew Gardens was founded in 1759.");
}

TEST_CASE("questions: without a reading, as of other languages, figures alone have gaps") {
  ReadArticle german("Basel", {paragraph("Basel hat seit dem Jahr 1226 eine Brücke über den Rhein. "
                                         "Die Stadt wurde im Jahr 1501 ein Ort der Schweiz. Basel "
                                         "verkaufte im Jahr 1931 genau 12 Brücken an Bern."),
                               test::faq("Wem gehört die Stadt Basel?", "Den Leuten der Stadt.")});
  german.article.language = "de";
  const Questions made =
      make_questions({german.article, german.passages, german.passage_blocks,
                      test::shipped_knowledge().abbreviations, test::word_lists(), test::ranking()},
                     {});
  CHECK(count_of(made.cards, CardKind::Faq) == 1);
  CHECK(made.cards.size() ==
        count_of(made.cards, CardKind::Faq) + count_of(made.cards, CardKind::Cloze));
  const Card* gap = find(made, "Basel hat seit dem Jahr ____ eine Brücke über den Rhein.");
  REQUIRE(gap != nullptr);
  CHECK(gap->answer == "1226");
  for (const Card& card : made.cards) {
    CAPTURE(card.prompt);
    // The second sentence does not name the subject, the third has two figures.
    CHECK(card.answer != "1501");
    CHECK(card.answer != "1931");
  }
}

TEST_CASE("questions: an article without passages has no cards") {
  const ReadArticle empty("Kew Gardens", {});
  CHECK(
      make_questions({empty.article, empty.passages, empty.passage_blocks,
                      test::shipped_knowledge().abbreviations, test::word_lists(), test::ranking()},
                     {})
          .cards.empty());
  CHECK(ToldText(ReadArticle("Kew Gardens", {})).make().cards.empty());
}

TEST_CASE("questions: the shipped word lists are read, unknown sections skipped") {
  CHECK(test::word_lists().opinion.size() > 3);
  const WordLists lists = parse_word_lists("[opinion]\nLovely, hard to find,\n[else]\nbridge\n");
  CHECK(lists.opinion == Phrases{"hard to find", "lovely"});
  CHECK(parse_word_lists("").opinion.empty());
  const PlainWords words = words_of("It is hard to find.");
  CHECK(match(lists.opinion, words, 2) == 3);
  CHECK(match(lists.opinion, words, 1) == 0);
}

TEST_CASE("questions: any text is read without harm") {
  const std::vector<std::string> pieces = {
      "Kew", " was", " founded", " in", " 1759", ".",  " (", ")",   ",",  " \"", "“", "'s",  " $",
      "5",   "%",    " the",     " It", " Łódź", "\n", " –", "[4]", " é", "…",   "?", " by", " a"};
  test::for_seeds(100, [&](Random& random) {
    std::string text;
    for (std::uint64_t length = random.below(60); length > 0; --length)
      text += pieces[random.below(pieces.size())];
    for (const Card& card : ToldText("Kew", text).make().cards) {
      REQUIRE(card.evidence);
      CHECK(card.evidence->end <= text.size());
      CHECK(is_boundary(text, card.evidence->begin));
      CHECK(is_boundary(text, card.evidence->end));
    }
  });
}

}  // namespace recto::questions
