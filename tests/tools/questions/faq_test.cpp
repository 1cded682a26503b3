// C16: the article's own questions and answers.
#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"

namespace recto::questions {
namespace {

using test::faq;
using test::ReadArticle;
using test::ToldText;

ToldText entry(std::string question, std::string answer) {
  return ToldText(ReadArticle("Badges", {faq(std::move(question), std::move(answer))}));
}

/// The one FAQ card of a text; nullptr for none.
const Card* faq_of(const Questions& made) {
  const auto found = std::ranges::find(made.cards, CardKind::Faq, &Card::kind);
  return found == made.cards.end() ? nullptr : &*found;
}

const std::string kAnswer = "The answer is told here in full, see also http://example.org/more.";

}  // namespace

TEST_CASE("C16 questions: a FAQ entry stands alone and keeps its whole answer") {
  const std::string first =
      "Send the paper form with a photograph and a letter of your doctor to the council.";
  const Questions brief = entry("How do I apply for a Blue Badge?", first).make();
  REQUIRE(faq_of(brief) != nullptr);
  CHECK(faq_of(brief)->prompt == "How do you apply for a Blue Badge?");
  CHECK(faq_of(brief)->answer == first);
  CHECK(faq_of(brief)->explanation.empty());
  std::string answer = first;
  for (int i = 0; i < 12; ++i)
    answer += " The badge is sent by mail.";
  const Questions full = entry("How do I apply for a Blue Badge?", answer).make();
  REQUIRE(faq_of(full) != nullptr);
  CHECK(faq_of(full)->answer == first);
  CHECK(faq_of(full)->explanation == answer);
}

TEST_CASE("C16 questions: evidence of a FAQ card is its answer") {
  const ToldText text = entry("How do I apply for a Blue Badge?", kAnswer);
  const Questions made = text.make();
  REQUIRE(faq_of(made) != nullptr);
  REQUIRE(faq_of(made)->evidence);
  const Evidence& evidence = *faq_of(made)->evidence;
  CHECK(evidence.passage == text.article.passages.at(0).id);
  CHECK(text.article.passages[0].text.substr(evidence.begin, evidence.end - evidence.begin) ==
        kAnswer);
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
    const Questions made = entry(row.question, kAnswer).make();
    const Card* card = faq_of(made);
    if (row.prompt.empty()) {
      CHECK(card == nullptr);
      REQUIRE(!made.rejected.empty());
      CHECK(made.rejected[0].reason.ends_with(')'));
      continue;
    }
    REQUIRE(card != nullptr);
    CHECK(card->prompt == row.prompt);
    CHECK(card->answer == kAnswer);
  }
}

TEST_CASE("C2 questions: a FAQ question that nobody understands says why it makes no card") {
  const Questions made = entry("How long is it valid?", kAnswer).make();
  CHECK(made.cards.empty());
  REQUIRE(!made.rejected.empty());
  CHECK(made.rejected[0].reason == "nobody knows who or what 'it' is (C2)");
}

TEST_CASE("C8 questions: a FAQ answer that is only a link is none") {
  CHECK(entry("Where can I read more about Perl?", "See http://example.org/more for more.")
            .make()
            .cards.empty());
}

TEST_CASE("C12 questions: an interview is no FAQ") {
  const ToldText text(ReadArticle(
      "Painting", {faq("When did you begin to paint in Basel?", "I began to paint in 1990."),
                   faq("What do you paint on the coast?", "I paint the sea and the sky.")}));
  const Questions made = text.make();
  CHECK(faq_of(made) == nullptr);
  REQUIRE(made.rejected.size() >= 2);
  CHECK(made.rejected[0].reason.find("interviewed") != std::string::npos);
}

TEST_CASE("C16 questions: a FAQ in another language becomes cards as it is") {
  ReadArticle german("Ausweise", {faq("Wie beantrage ich einen Ausweis bei der Stadt?",
                                      "Man füllt das Formular der Stadt aus.")});
  german.article.language = "de";
  const Questions made =
      make_questions({german.article, german.passages, german.passage_blocks,
                      test::shipped_knowledge().abbreviations, test::word_lists(), test::ranking()},
                     {});
  REQUIRE(made.cards.size() == 1);
  CHECK(made.cards[0].prompt == "Wie beantrage ich einen Ausweis bei der Stadt?");
}

TEST_CASE("C16 questions: FAQ cards come first") {
  const ToldText text(ReadArticle("Basel", {test::paragraph("Ada Lemmon moved to Basel in 1895."),
                                            faq("How do I apply for a Blue Badge?", kAnswer)}));
  const Questions made = text.make();
  REQUIRE(made.cards.size() > 1);
  CHECK(made.cards[0].kind == CardKind::Faq);
}

}  // namespace recto::questions
