// What stands on which page, read back with poppler.
#include <algorithm>
#include <fstream>
#include <memory>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include "tests/support/support.h"
#include "tools/interchange/paper/quiz_paper.h"

using namespace recto;
using namespace recto::paper;

namespace {

Card card(const std::string& id, CardKind kind, const std::string& prompt) {
  Card made;
  made.id = {id};
  made.kind = kind;
  made.prompt = prompt;
  return made;
}

/// One of each kind.
Deck sample() {
  Deck deck;
  deck.id = {"d"};
  deck.title = "Tambora";
  deck.language = "en";
  deck.passages = {{{"p1"}, "", "Mount Tambora stands on the island of Sumbawa.", {}}};
  Card choice = card("c1", CardKind::Choice, "On which island does Mount Tambora stand?");
  choice.answer = "Sumbawa";
  choice.distractors = {"Bali", "Lombok", "Flores"};
  choice.evidence = Evidence{{"p1"}, 0, 46};
  Card truth = card("c2", CardKind::TrueFalse, "It erupted in 1815.");
  truth.answer = "true";
  Card several = card("c3", CardKind::Several, "Which towns lie near the volcano?");
  several.answers = {"Bima", "Dompu"};
  several.distractors = {"Mataram", "Ende"};
  Card order = card("c4", CardKind::Order, "Put the years into order.");
  order.answers = {"1815", "1816", "1817"};
  Card text = card("c5", CardKind::Short, "Who governed Java?");
  text.answer = "Stamford Raffles";
  Card poll = card("c6", CardKind::Poll, "Have you seen a volcano?");
  poll.distractors = {"yes", "no"};
  deck.cards = {choice, truth, several, order, text, poll, card("c8", CardKind::Poll, "A slide")};
  return deck;
}

PaperQuiz quiz_of(const Deck& deck, std::uint64_t seed = 1) {
  Random random(seed);
  return paper_quiz(deck, random);
}

/// The text of each page, blanks folded.
std::vector<std::string> pages_of(const std::string& pdf) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  REQUIRE(document);
  std::vector<std::string> pages;
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    const poppler::byte_array bytes = page->text().to_utf8();
    std::string text;
    for (const char c : bytes)
      if (c != ' ' && c != '\n' && c != '\f')
        text += c;
      else if (!text.empty() && text.back() != ' ')
        text += ' ';
    pages.push_back(text);
  }
  return pages;
}

std::vector<std::string> printed(const PaperQuiz& quiz, const PaperChoice& choice = {}) {
  return pages_of(test::value(write_pdf(paper_of(quiz, choice), choice.sheet)));
}

bool has(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

/// How many pages have these words.
auto pages_with(const std::vector<std::string>& pages, const std::string& words) {
  return std::ranges::count_if(pages, [&](const std::string& page) { return has(page, words); });
}

}  // namespace

TEST_CASE("L20 paper: questions, answer sheet and key, each on pages of its own") {
  const PaperQuiz quiz = quiz_of(sample());
  const auto pages = printed(quiz);
  REQUIRE(pages.size() == 3);
  for (const PaperQuestion& question : quiz.questions) {
    CHECK(has(pages[0], question.prompt));
    for (const std::string& option : question.options)
      CHECK(has(pages[0], option));
  }
  CHECK(has(pages[0], "Name"));
  CHECK_FALSE(has(pages[0], "A slide"));
  CHECK_FALSE(has(pages[0], "Stamford Raffles"));
  CHECK_FALSE(has(pages[0], "Mount Tambora stands on"));
  CHECK(has(pages[1], "Answer sheet"));
  CHECK_FALSE(has(pages[1], "Sumbawa"));
  CHECK(has(pages[2], "Answer key"));
  CHECK(has(pages[2], "5. Stamford Raffles"));
  CHECK(has(pages[2], "“Mount Tambora stands on the island of Sumbawa.”"));
  CHECK(has(pages[2], "1. " + key_in_letters(quiz.questions[0]) + " Sumbawa"));
}

TEST_CASE("L20 paper: cards to hold up are a page each") {
  const auto pages = printed(quiz_of(sample()), {.with_cards = true});
  REQUIRE(pages.size() == 7);
  CHECK(pages[3].starts_with("A"));
  CHECK(pages[6].starts_with("D"));
}

TEST_CASE("L20 paper: the key points at the right options, in the right order") {
  test::for_seeds(50, [](Random& random) {
    const PaperQuiz quiz = paper_quiz(sample(), random);
    const auto text = [](const PaperQuestion& question, std::size_t at) {
      return question.options[static_cast<std::size_t>(question.key[at])];
    };
    CHECK(text(quiz.questions[0], 0) == "Sumbawa");
    CHECK(text(quiz.questions[1], 0) == "True");
    REQUIRE(quiz.questions[2].key.size() == 2);
    CHECK(quiz.questions[2].key[0] < quiz.questions[2].key[1]);
    const std::vector<std::string> near = {text(quiz.questions[2], 0), text(quiz.questions[2], 1)};
    CHECK(std::ranges::is_permutation(near, std::vector<std::string>{"Bima", "Dompu"}));
    REQUIRE(quiz.questions[3].key.size() == 3);
    CHECK(text(quiz.questions[3], 0) == "1815");
    CHECK(text(quiz.questions[3], 2) == "1817");
    CHECK(key_in_letters(quiz.questions[5]).empty());
  });
}

TEST_CASE("L20 paper: one card of each fact, the best when not all are wanted") {
  Deck deck = sample();
  Card variant = card("c7", CardKind::Short, "Where does Mount Tambora stand?");
  variant.answer = "Sumbawa";
  variant.fact = deck.cards[0].fact = {"f1"};
  deck.cards.insert(deck.cards.begin(), variant);
  const PaperQuiz quiz = quiz_of(best_for_paper(deck, 100));
  CHECK(quiz.questions.size() == 6);
  CHECK(std::ranges::count(quiz.questions, variant.prompt, &PaperQuestion::prompt) == 0);
  for (std::size_t i = 0; i < deck.cards.size(); ++i)
    deck.cards[i].quality = i == 4 || i == 2 ? 0.9 : 0.1;
  Random random(1);
  const PaperQuiz two = paper_quiz(best_for_paper(deck, 2), random);
  REQUIRE(two.questions.size() == 2);
  CHECK(two.questions[0].prompt == deck.cards[2].prompt);
  CHECK(two.questions[1].prompt == deck.cards[4].prompt);
}

TEST_CASE("L20 paper: no question is split between two pages, on either sheet") {
  for (const Sheet sheet : {Sheet::A4, Sheet::Letter})
    test::for_seeds(6, [&](Random& random) {
      PaperQuiz quiz{"Many", "en", {}};
      for (int i = 0; i < 40; ++i) {
        const std::string number = std::to_string(i);
        PaperQuestion question;
        question.prompt = "Begin" + number + "x";
        for (std::uint64_t words = random.below(60); words > 0; --words)
          question.prompt += " and some more words";
        for (std::uint64_t option = 2 + random.below(5); option > 0; --option)
          question.options.push_back("Option " + std::to_string(option));
        question.options.push_back("End" + number + "x");
        question.key = {0};
        quiz.questions.push_back(question);
      }
      const auto pages = pages_of(test::value(write_pdf(paper_of(quiz, {}), sheet)));
      CHECK(pages.size() > 5);
      for (int i = 0; i < 40; ++i) {
        CAPTURE(i);
        const std::string begin = "Begin" + std::to_string(i) + "x";
        const std::string end = "End" + std::to_string(i) + "x";
        const auto asked =
            std::ranges::find_if(pages, [&](const std::string& page) { return has(page, begin); });
        REQUIRE(asked != pages.end());
        CHECK(has(*asked, end));
      }
    });
}

TEST_CASE("L20 paper: a question longer than a page goes on over pages, and nothing is lost") {
  PaperQuiz quiz{"Long", "en", {}};
  PaperQuestion question;
  for (int i = 0; i < 2500; ++i)
    question.prompt += "word" + std::to_string(i) + " ";
  question.options = {"First", "Last"};
  question.key = {1};
  quiz.questions = {question};
  const auto pages = printed(quiz);
  CHECK(pages.size() >= 6);
  for (int i = 0; i < 2500; i += 100)
    CHECK(pages_with(pages, "word" + std::to_string(i) + " ") >= 1);
  PaperQuiz unbroken{"Unbroken", "en", {{.prompt = std::string(4000, 'm'), .options = {"x", "y"}}}};
  CHECK(printed(unbroken).size() >= 3);
}

TEST_CASE("L20 paper: scripts of the world, and texts that look like code, are shown as text") {
  PaperQuiz quiz{"漢字と仮名", "ja", {}};
  quiz.questions.push_back(
      {.prompt = "東京はどこにありますか", .options = {"日本", "中国"}, .key = {0}});
  quiz.questions.push_back(
      {.prompt = "מהי בירת ישראל", .options = {"חיפה", "ירושלים"}, .key = {1}});
  quiz.questions.push_back({.prompt = "ما هي عاصمة مصر", .options = {"القاهرة"}, .key = {0}});
  quiz.questions.push_back({.prompt = "<script>alert(1)</script> & <b>bold</b> %n \\input{x}",
                            .options = {"</span>", "&amp;"},
                            .key = {0}});
  quiz.questions.push_back({.prompt = std::string("bell\a, nul\0, broken \xC3\x28 bytes", 28),
                            .options = {"a", "b"},
                            .key = {0}});
  const auto pages = printed(quiz);
  REQUIRE(pages.size() == 3);
  CHECK(has(pages[0], "東京はどこにありますか"));
  CHECK(has(pages[0], "日本"));
  CHECK(has(pages[0], "ירושלים"));
  CHECK(has(pages[0], "<script>alert(1)</script> & <b>bold</b> %n \\input{x}"));
  CHECK(has(pages[0], "&amp;"));
  CHECK(has(pages[0], "bell, nul, broken"));
}

TEST_CASE("L20 paper: the words around the questions follow the deck's language") {
  Deck deck = sample();
  deck.language = "de-AT";
  const auto pages = printed(quiz_of(deck));
  CHECK(has(pages[1], "Antwortbogen"));
  CHECK(has(pages[2], "Lösungen"));
  CHECK(has(pages[0], "Richtig"));
}

TEST_CASE("L20 paper: the same quiz gives the same bytes; an empty one is pages all the same") {
  const Document document = paper_of(quiz_of(sample()), {});
  CHECK(test::value(write_pdf(document, Sheet::A4)) == test::value(write_pdf(document, Sheet::A4)));
  CHECK(printed({"Nothing", "en", {}}).size() == 3);
}
