#include "tools/questions/questions.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "content/base/utf8.h"
#include "tests/tools/questions/lists.h"

namespace recto::questions {
namespace {

/// An article of paragraphs and what was made from it.
struct Made {
  Article article;
  std::vector<Passage> passages;
  Questions questions;
};

Made make(const std::string& title, const std::vector<Block>& blocks, const Wanted& wanted = {}) {
  Made made;
  made.article.title = title;
  made.article.language = "en";
  made.article.blocks = blocks;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const bool faq = block.type == BlockType::Faq;
    made.passages.push_back(
        {{"p" + std::to_string(i)}, "", faq ? block.question + "\n" + block.text : block.text, {}});
    places.push_back(i);
  }
  made.questions =
      make_questions(made.article, made.passages, places, wanted, {}, test::word_lists());
  return made;
}

Block paragraph(const std::string& text) {
  Block block;
  block.text = text;
  return block;
}

const Card* find(const Made& made, std::string_view prompt) {
  const auto found = std::ranges::find(made.questions.cards, prompt, &Card::prompt);
  return found == made.questions.cards.end() ? nullptr : &*found;
}

bool asks(const Made& made, std::string_view prompt, std::string_view answer) {
  const Card* card = find(made, prompt);
  return card != nullptr && card->answer == answer;
}

TEST_CASE("questions: statements become questions") {
  struct Row {
    std::string title;
    std::string text;
    std::string prompt;
    std::string answer;
  };
  const std::vector<Row> rows = {
      {"Alibaba Cloud", "Alibaba Cloud, often referred to as Aliyun, was established in 2009.",
       "In which year was Alibaba Cloud established?", "2009"},
      {"Alibaba Cloud", "Alibaba Cloud, often referred to as Aliyun, was established in 2009.",
       "What is Alibaba Cloud often referred to as?", "Aliyun"},
      {"Ada Lovelace",
       "Ada Lovelace (10 December 1815 – 27 November 1852) was an English mathematician. She wrote "
       "about engines. Her notes were long. She liked numbers, and her mother did too.",
       "When was Ada Lovelace born?", "10 December 1815"},
      {"Kew", "In 1840, Kew Gardens became a national botanical garden.",
       "In which year did Kew Gardens become a national botanical garden?", "1840"},
      {"Blue", "Blue Origin was founded by Jeff Bezos in 2000.", "Who founded Blue Origin in 2000?",
       "Jeff Bezos"},
      {"Mérida", "Mérida is the capital of the state of Yucatán in Mexico.",
       "What is the capital of the state of Yucatán in Mexico?", "Mérida"},
      {"Mars", "In Rome, Mars has 12 temples on hills.", "", ""},
      {"Tilst", "Everyone knows that Tilst is old. Tilst is a quiet suburb of Aarhus in Denmark.",
       "", ""},
      {"Health",
       "The World Health Organization (WHO) keeps an eye on salt and on iodine in every country.",
       "What does WHO stand for?", "World Health Organization"},
      {"Smallpox",
       "On 8 May 1980 the World Health Assembly declared that the world was free of smallpox.",
       "On ____ the World Health Assembly declared that the world was free of smallpox.",
       "8 May 1980"},
      {"Smallpox", "Brazil saw the last smallpox in the Americas in 1971.",
       "Brazil saw the last smallpox in the Americas in ____.", "1971"},
      {"Opera",
       "Everyone knows Apsara. Apsara joins 5,000 servers in Rome since 2013 under its own name.",
       "Apsara joins ____ servers in Rome since 2013 under its own name.", "5,000"},
      {"NASA",
       "In 2018 NASA said that it was here. NASA plans to spend a total of $2.6 billion on "
       "its contracts through November 2028, agency officials said.",
       "NASA plans to spend a total of ____ on its contracts through November 2028, agency "
       "officials said.",
       "$2.6 billion"},
      {"Antonín Dvořák",
       "In 1892, Antonín Dvořák moved to the United States and became the director of a school.",
       "In which year did Antonín Dvořák move to the United States?", "1892"},
      {"Zaha", "Zaha Hadid was born on 31 October 1950 in Baghdad, Iraq, to an Iraqi family.",
       "When was Zaha Hadid born?", "31 October 1950"},
      {"Rome", "In December 2021 the Roman Senate opened its first school in Naples.",
       "When did the Roman Senate open its first school in Naples?", "December 2021"},
      {"Greece", "In 1912 was founded the first film company of Greece in Athens.", "", ""},
      {"Livorno", "The request was advanced by the town of Livorno in 2010.", "", ""},
      {"Oslo", "The Oslo Tower is 300 metres tall.", "How tall is the Oslo Tower?", "300 metres"},
      {"Oslo", "Oslo has a population of about 700,000.", "What is the population of Oslo?",
       "about 700,000"},
      {"Photosynthesis",
       "Photosynthesis is the process by which green plants make sugar from light. All "
       "photosynthesis needs light.",
       "What is photosynthesis?", "the process by which green plants make sugar from light"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Made made = make(row.title, {paragraph(row.text)});
    if (row.prompt.empty()) {
      CHECK(std::ranges::none_of(made.questions.cards,
                                 [](const Card& card) { return card.kind == CardKind::Short; }));
    } else {
      CHECK(asks(made, row.prompt, row.answer));
    }
  }
}

TEST_CASE("C2 C9 C12 questions: sentences that need their context make no card") {
  for (const char* sentence :
       {"He was elected mayor of Boston in 1990.", "This tower was completed in Paris in 1889.",
        "The company moved to Berlin in 1999.", "In July, Apple opened 12 shops in Rome.",
        "Apple may open a shop in Rome in 2030.", "\"Apple came to Rome in 1999,\" said Tim Cook.",
        "Rome was the best city in Italy in 1999.", "But Apple moved to Rome in 1999.",
        "Did Apple move to Rome in 1999?", "A year later Apple moved to Rome with 200 people.",
        "According to Bloomberg, Apple moved to Rome in 1999.", "They moved to Rome in 1999.",
        "Apple moved to Rome in 1990 and 1999 with us."}) {
    CAPTURE(sentence);
    CHECK(make("Apple", {paragraph(sentence)}).questions.cards.empty());
  }
}

TEST_CASE("C1 C11 questions: a past tense before 'and was' makes no passive of its sentence") {
  for (const char* sentence :
       {"On 19 April 1906 Pierre Curie slipped in a wet street in Paris and was killed by a wagon.",
        "On 19 April 1906, Pierre Curie slid in Paris and was killed by a wagon.",
        "In 1906 Pierre Curie stumbled in Paris and later was killed by a wagon.",
        "In 1906 Pierre Curie tripped in a street and then was taken to Paris.",
        "Pierre Curie slipped in Paris and was killed by a wagon in 1906.",
        "Pierre Curie crept into Paris and eventually was arrested in 1906.",
        "Pierre Curie and Paul Langevin quarrelled in Paris and were arrested in 1906.",
        "In 1906 Pierre Curie limped through Paris and secretly was photographed by a friend.",
        "Pierre Curie fell in a wet street in Paris and was killed by a wagon in 1906.",
        "In 1906 Pierre Curie went to Paris and was killed by a wagon."}) {
    CAPTURE(sentence);
    for (const Card& card : make("Pierre Curie", {paragraph(sentence)}).questions.cards) {
      CAPTURE(card.prompt);
      const bool asked = card.kind == CardKind::Short || card.made_by.ends_with(".when");
      CHECK_FALSE(asked);
    }
  }
}

TEST_CASE("C2 questions: a given name alone is made full or makes no card") {
  const std::string known = "Pierre Curie was a French physicist. ";
  CHECK(asks(make("Radium", {paragraph(known + "In 1895 Pierre moved to Paris.")}),
             "In which year did Pierre Curie move to Paris?", "1895"));
  const std::string two = known + "Pierre Janet was a French doctor. ";
  for (const std::string& before : {two, std::string()})
    for (const Card& card :
         make("Radium", {paragraph(before + "In 1895 Pierre moved to Paris.")}).questions.cards)
      CHECK(card.answer != "1895");
}

TEST_CASE("questions: every section of the shipped word lists is read") {
  const WordLists& lists = test::word_lists();
  for (const Phrases* section :
       {&lists.context, &lists.harmless, &lists.opinion, &lists.hedge, &lists.claims,
        &lists.connectives, &lists.unique, &lists.persons, &lists.titles, &lists.organisations,
        &lists.given_names, &lists.units})
    CHECK(section->size() > 3);
  CHECK(lists.verbs_by_past.at("wrote").base == "write");
  CHECK(lists.verbs_by_participle.at("written").past == "wrote");
  CHECK(lists.verbs_by_past.at("studied").base == "study");
  CHECK(lists.verbs_by_past.at("played").base == "play");
  CHECK(lists.verbs_by_past.at("moved").base == "move");
}

TEST_CASE("C2 questions: a pronoun is resolved where one person is meant, and only there") {
  const std::string bio =
      "Marie Curie (7 November 1867 – 4 July 1934) was a Polish physicist. She moved to Paris in "
      "1891. Her work was long. She liked her home, and she kept her notes. ";
  CHECK(asks(make("Marie Curie", {paragraph(bio)}), "In which year did Marie Curie move to Paris?",
             "1891"));
  const Made rival =
      make("Marie Curie", {paragraph(bio + "Grace Hopper met her. She left in 1899.")});
  for (const Card& card : rival.questions.cards)
    CHECK(card.answer != "1899");
}

const std::string kPage =
    "Kew Gardens was founded in 1759. Kew Gardens has 27,000 kinds of plants. In 1840, Kew Gardens "
    "became a national botanical garden. Kew Gardens was visited by 2.1 million people in 2019. "
    "The "
    "Temperate House at Kew Gardens was opened in 1863. Kew Gardens was bombed in 1940. Kew "
    "Gardens "
    "lost 700 trees in 1987. The Kew Gardens station was opened in 1869.";

TEST_CASE("questions: evidence is the sentence, right to the byte") {
  const Made made =
      make("Kew Gardens", {paragraph("Łódź – the first.\nNobody knows."), paragraph(kPage)});
  REQUIRE(made.questions.cards.size() > 6);
  for (const Card& card : made.questions.cards) {
    CAPTURE(card.prompt);
    REQUIRE(card.evidence);
    CHECK(card.evidence->passage.text == "p1");
    const std::string sentence = made.passages[1].text.substr(
        card.evidence->begin, card.evidence->end - card.evidence->begin);
    CHECK(sentence.ends_with('.'));
    CHECK(
        (sentence.starts_with("Kew") || sentence.starts_with("The") || sentence.starts_with("In")));
  }
}

TEST_CASE(
    "questions: ids are unique, quality lies in 0 to 1, the same input gives the same cards") {
  const Made made = make("Kew Gardens", {paragraph(kPage)});
  std::set<CardId> ids;
  for (const Card& card : made.questions.cards) {
    CHECK(ids.insert(card.id).second);
    CHECK_FALSE(card.fact.empty());
    REQUIRE(card.quality);
    CHECK(*card.quality >= 0);
    CHECK(*card.quality <= 1);
  }
  CHECK(make("Kew Gardens", {paragraph(kPage)}).questions.cards == made.questions.cards);
}

TEST_CASE("C15 questions: true and false are balanced") {
  Wanted wanted;
  wanted.kinds = {CardKind::TrueFalse};
  const Made made = make("Kew Gardens", {paragraph(kPage)}, wanted);
  const auto count = made.questions.cards.size();
  REQUIRE(count >= 4);
  const auto truths =
      static_cast<std::size_t>(std::ranges::count(made.questions.cards, "true", &Card::answer));
  CHECK(truths * 10 >= count * 4);
  CHECK(truths * 10 <= count * 6);
}

TEST_CASE("C14 questions: the key is the longest option in at most 35 of 100 choices") {
  Wanted wanted;
  wanted.kinds = {CardKind::Choice};
  const Made made = make("Kew Gardens", {paragraph(kPage)}, wanted);
  REQUIRE(made.questions.cards.size() >= 4);
  std::size_t longest = 0;
  for (const Card& card : made.questions.cards) {
    CHECK(card.distractors.size() == 3);
    longest += std::ranges::all_of(card.distractors, [&](const std::string& option) {
      return count_code_points(option) < count_code_points(card.answer);
    });
  }
  CHECK(longest * 100 <= 35 * made.questions.cards.size());
}

TEST_CASE("questions: kinds, number and quality are what was wanted") {
  Wanted wanted;
  wanted.kinds = {CardKind::Short};
  wanted.max_cards = 2;
  const Made made = make("Kew Gardens", {paragraph(kPage)}, wanted);
  REQUIRE(made.questions.cards.size() == 2);
  for (const Card& card : made.questions.cards)
    CHECK(card.kind == CardKind::Short);
  wanted = {};
  wanted.min_quality = 0.94;
  for (const Card& card : make("Kew Gardens", {paragraph(kPage)}, wanted).questions.cards)
    CHECK(*card.quality >= 0.94);
}

TEST_CASE("C17 questions: a fact in other kinds is a variant, not a card of its own") {
  const Made made = make("Kew Gardens", {paragraph("Kew Gardens was founded in 1759.")});
  std::set<FactId> facts;
  std::set<CardKind> kinds;
  for (const Card& card : made.questions.cards) {
    facts.insert(card.fact);
    CHECK(kinds.insert(card.kind).second);
  }
  CHECK(facts.size() == 1);
  CHECK(kinds.size() == 3);
}

TEST_CASE("C20 questions: what is also right is accepted") {
  const Made date = make("Rome", {paragraph("The Rome Tower was opened on 8 February 1700.")});
  const Card* card = find(date, "When was the Rome Tower opened?");
  REQUIRE(card != nullptr);
  CHECK(std::ranges::count(card->accept, "February 8, 1700") == 1);
  Wanted wanted;
  wanted.kinds = {CardKind::Cloze};
  const Made money =
      make("Rome", {paragraph("The Rome Bank has $11.2 billion of gold in Spain.")}, wanted);
  const auto cloze = std::ranges::find(money.questions.cards, "$11.2 billion", &Card::answer);
  REQUIRE(cloze != money.questions.cards.end());
  for (const char* form : {"11.2 billion dollars", "$11.2bn", "US$11.2 billion"})
    CHECK(std::ranges::count(cloze->accept, form) == 1);
}

TEST_CASE("C16 questions: a FAQ entry stands alone and keeps its whole answer") {
  Block entry;
  entry.type = BlockType::Faq;
  entry.question = "How do I apply for a Blue Badge?";
  entry.text = "You apply with the form of your council.";
  Made made = make("Badges", {entry});
  CHECK(asks(made, "How do you apply for a Blue Badge?", entry.text));
  for (int i = 0; i < 12; ++i)
    entry.text += " The badge is sent by mail.";
  made = make("Badges", {entry});
  REQUIRE(made.questions.cards.size() == 1);
  CHECK(made.questions.cards[0].answer == "You apply with the form of your council.");
  CHECK(made.questions.cards[0].explanation == entry.text);
  entry.question = "How long is it valid?";
  made = make("Badges", {entry});
  CHECK(made.questions.cards.empty());
  REQUIRE(made.questions.rejected.size() == 1);
  CHECK(made.questions.rejected[0].reason == "nobody knows who or what 'it' is (C2)");
}

TEST_CASE("C2 C16 questions: a FAQ question may refer to what it has named itself") {
  struct Row {
    std::string question;
    std::string prompt;  ///< empty: no card
  };
  const std::vector<Row> rows = {
      {"Why did Alibaba build its own cloud?", "Why did Alibaba build its own cloud?"},
      {"Can I return a ticket if it is late?", "Can you return a ticket if it is late?"},
      {"I have lost the key. What do I do?", "You have lost the key. What do you do?"},
      {"Who supports Perl? Who develops it?", "Who supports Perl? Who develops it?"},
      {"Who pays for its trustees?", ""},
      {"Can I send you the work of my club?", ""},
      {"I'm at a loss with the zip functions, can you help?", ""},
      {"How long is it valid?", ""},
      {"Where can I get a copy of it?", ""},
      {"Does the bank pay interest on them?", ""},
      {"So far, what did you like?", ""},
      {"You have to try this. Is the park open?", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.question);
    Block entry;
    entry.type = BlockType::Faq;
    entry.question = row.question;
    entry.text = "The answer is told here in full, see also http://example.org/more.";
    const Made made = make("Badges", {entry});
    if (row.prompt.empty())
      CHECK(made.questions.cards.empty());
    else
      CHECK(asks(made, row.prompt, entry.text));
  }
}

TEST_CASE("C8 questions: a FAQ answer that is only a link is none") {
  Block entry;
  entry.type = BlockType::Faq;
  entry.question = "Where can I read more about Perl?";
  entry.text = "See http://example.org/more for more.";
  CHECK(make("Perl", {entry}).questions.cards.empty());
}

TEST_CASE("questions: any text is read without harm") {
  const std::vector<std::string> pieces = {
      "Kew", " was", " founded", " in", " 1759", ".",  " (", ")",   ",",  " \"", "“", "'s",  " $",
      "5",   "%",    " the",     " It", " Łódź", "\n", " –", "[4]", " é", "…",   "?", " by", " a"};
  test::for_seeds(300, [&](Random& random) {
    std::string text;
    for (std::uint64_t length = random.below(60); length > 0; --length)
      text += pieces[random.below(pieces.size())];
    const Made made = make("Kew", {paragraph(text)});
    for (const Card& card : made.questions.cards) {
      REQUIRE(card.evidence);
      CHECK(card.evidence->end <= text.size());
      CHECK(is_boundary(text, card.evidence->begin));
      CHECK(is_boundary(text, card.evidence->end));
    }
  });
}

}  // namespace
}  // namespace recto::questions
