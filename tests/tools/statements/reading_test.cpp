#include "tools/statements/reading.h"

#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/statements/read_article.h"

namespace recto::statements {
namespace {

using test::faq;
using test::paragraph;
using test::read_text;
using test::ReadArticle;

/// A text, and what stands for what in each of its sentences.
struct Row {
  std::string title;
  std::string text;
  std::vector<std::string> stand_ins;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ReadArticle article = read_text(row.title, row.text);
    REQUIRE(article.reading.sentences.size() == row.stand_ins.size());
    for (std::size_t i = 0; i < row.stand_ins.size(); ++i)
      CHECK(test::stand_ins_of(article.reading, i) == row.stand_ins[i]);
  }
}

std::string text_at(const ReadArticle& article, const ReadSentence& sentence) {
  return article.passages.at(sentence.passage)
      .text.substr(sentence.span.begin, sentence.span.end - sentence.span.begin);
}

}  // namespace

TEST_CASE("C2 statements: he and she of a biography are its person") {
  check_rows({
      {"Ada Lemmon",
       "Ada Lemmon was a British chemist. She was born in Leeds. In 1895, she moved to Basel. "
       "Her work on salt was published in 1902.",
       {"", "She = Ada Lemmon", "she = Ada Lemmon", "Her = Ada Lemmon"}},
      {"Peter Olm",
       "Peter Olm was a Swiss painter. His wife Clara was a singer. He died in 1911 in Basel.",
       {"", "His = Peter Olm", "He = Peter Olm"}},
  });
}

TEST_CASE("C2 statements: a rival near before leaves a pronoun open") {
  check_rows({
      {"Ada Lemmon",
       "Ada Lemmon was a British chemist. Her mother was a singer. She moved to Basel in 1895.",
       {"", "Her = Ada Lemmon", ""}},
      {"Marie Curie",
       "Marie Curie was a Polish physicist. She moved to Paris in 1891. Her work was long. Grace "
       "Hopper met her. She left in 1899.",
       {"", "She = Marie Curie", "Her = Marie Curie", "her = Marie Curie", ""}},
  });
}

TEST_CASE("C2 statements: it, its and the company are the topic where nothing else is near") {
  check_rows({
      {"Zorvex",
       "Zorvex is a software company in Leeds. It was founded in 1998 by Ada Lemmon. The company "
       "employs 340 people. Its offices are in Leeds and Basel.",
       {"", "It = Zorvex", "The company = Zorvex", "Its = Zorvex"}},
      {"Socotra",
       "Socotra is an island in the Arabian Sea. The island was settled in 1507.",
       {"", "The island = Socotra"}},
      {"Nordic Bank",
       "Nordic Bank is a bank in Sweden. In 2004, Nordic Bank bought Lund Airlines. The company "
       "employs 340 people. It was sold in 2004.",
       {"", "", "", ""}},
  });
}

TEST_CASE("C2 statements: what was built or written is the named thing of the sentence before") {
  check_rows({{"Skyscrapers",
               "The Umbra Tower is a skyscraper in Leeds. It was built in 1931.",
               {"", "It = the Umbra Tower"}},
              {"Skyscrapers", "Ada Lemmon lived in Leeds. It was built in 1931.", {"", ""}}});
}

TEST_CASE("C2 statements: they are the people or the things of the sentence before") {
  check_rows({
      {"Olmec",
       "The Olmec lived in southern Mexico. They built large stone heads.",
       {"", "They = Olmec"}},
      {"Sleep",
       "Babies need a lot of sleep. They sleep for 16 hours a day.",
       {"", "They = babies"}},
      {"Sleep", "Babies need their parents. They sleep for 16 hours a day.", {"", ""}},
      {"Sleep",
       "Babies need a lot of sleep. They sleep for 16 hours a day. They wake up at night.",
       {"", "They = babies", "They = babies"}},
  });
}

TEST_CASE("statements: the topic is the entity of the title, called as the title calls it") {
  const ReadArticle named = read_text(
      "Marie Curie", "Marie Skłodowska Curie moved to Paris. Marie Curie was born in Warsaw.");
  REQUIRE(named.reading.topic);
  CHECK(named.reading.entities.all[*named.reading.topic].name == "Marie Curie");
  CHECK(!read_text("Sleep", "Ada Lemmon moved to Basel.").reading.topic);
  CHECK(!read_text("", "Ada Lemmon moved to Basel.").reading.topic);
}

TEST_CASE("statements: an article that tells how to do something is known by its title") {
  const std::string jar = "Choose a clean glass jar.";
  CHECK(read_text("How to Build a Terrarium", jar).reading.task == "when building a terrarium");
  CHECK(read_text("Terrariums", jar).reading.task.empty());
}

TEST_CASE("statements: sentences lie in their passages, behind a dateline") {
  const ReadArticle article("Basel", {paragraph("LEEDS, England — Ada Lemmon moved to Basel."),
                                      paragraph("Łódź lies in Poland. Basel does not."),
                                      faq("Where is Basel?", "Basel lies on the Rhine.")});
  const auto& sentences = article.reading.sentences;
  REQUIRE(sentences.size() == 5);
  CHECK(text_at(article, sentences[0]) == "Ada Lemmon moved to Basel.");
  CHECK(text_at(article, sentences[1]) == "Łódź lies in Poland.");
  CHECK(text_at(article, sentences[2]) == "Basel does not.");
  CHECK(text_at(article, sentences[4]) == "Basel lies on the Rhine.");
  CHECK(sentences[4].of_faq);
  CHECK(!sentences[0].of_faq);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    CHECK(sentences[i].words.text() == text_at(article, sentences[i]));
    CHECK(sentences[i].place == doctest::Approx(static_cast<double>(i) / 5));
  }
}

TEST_CASE("statements: skipped passages and other languages are not read") {
  const ReadArticle article(
      "Basel", {paragraph("Die Stadt Basel liegt am Rhein, und in der Stadt gibt es viele Brücken, "
                          "die über den Fluss führen."),
                paragraph("Ada Lemmon moved to Basel.")});
  REQUIRE(article.reading.sentences.size() == 1);
  CHECK(article.reading.sentences[0].passage == 1);
  const std::vector<bool> none(2, false);
  const std::vector<bool> second{false, true};
  CHECK(
      read({article.passages, second, none, "Basel"}, test::shipped_knowledge()).sentences.empty());
  CHECK(read({{}, {}, {}, ""}, test::shipped_knowledge()).sentences.empty());
}

TEST_CASE("statements: names, values and direct speech of a sentence are known") {
  const ReadArticle article =
      read_text("Basel", "\"Basel has 12 bridges,\" said Ada Lemmon in 1902.");
  const ReadSentence& sentence = article.reading.sentences.at(0);
  const auto spoken = [&](WordId at) { return static_cast<bool>(sentence.spoken[at]); };
  CHECK(sentence.words.word(1) == "Basel");
  CHECK(spoken(1));
  CHECK(!spoken(sentence.words.size() - 3));
  REQUIRE(sentence.mention_at(1) != nullptr);
  CHECK(article.reading.entities.all.at(sentence.mention_at(1)->entity).name == "Basel");
  CHECK(sentence.mention_at(2) == nullptr);
  REQUIRE(sentence.value_at(3) != nullptr);
  CHECK(sentence.words.text(sentence.value_at(3)->words) == "12");
  CHECK(sentence.value_at(1) == nullptr);
}

}  // namespace recto::statements
