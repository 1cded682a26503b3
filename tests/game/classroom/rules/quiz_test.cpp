#include "game/classroom/rules/quiz.h"

#include <algorithm>
#include <map>
#include <set>

#include "tests/game/classroom/rules/classroom.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;

namespace {

const Question& asking(const Quiz& quiz, const std::string& id) {
  const auto found = std::ranges::find_if(
      quiz.questions, [&](const Question& question) { return question.card.id.text == id; });
  REQUIRE(found != quiz.questions.end());
  return *found;
}

}  // namespace

TEST_CASE("classroom quiz: each card becomes the question of its kind") {
  Random random(1);
  const Quiz quiz = make_quiz(sample::sample_deck(), {}, random);
  CHECK(quiz.questions.size() == 8);
  CHECK(asking(quiz, "c1").kind == QuestionKind::Choice);
  CHECK(asking(quiz, "c1").evidence == "Mount Tambora stands on the island of Sumbawa.");
  CHECK(asking(quiz, "c2").options == std::vector<std::string>{"true", "false"});
  CHECK(asking(quiz, "c2").key == std::vector<int>{0});
  CHECK(asking(quiz, "c5").kind == QuestionKind::Text);
  CHECK(asking(quiz, "c6").kind == QuestionKind::Number);
  CHECK(asking(quiz, "c7").kind == QuestionKind::Poll);
  CHECK(asking(quiz, "c8").kind == QuestionKind::Slide);
}

TEST_CASE("classroom quiz: the key points at the right options, in the right order") {
  test::for_seeds(50, [](Random& random) {
    const Quiz quiz = make_quiz(sample::sample_deck(), {}, random);
    const Question& several = asking(quiz, "c3");
    std::set<std::string> right;
    for (const int place : several.key)
      right.insert(several.options[static_cast<std::size_t>(place)]);
    CHECK(right == std::set<std::string>{"Bima", "Dompu"});
    CHECK(std::ranges::is_sorted(several.key));
    const Question& order = asking(quiz, "c4");
    std::vector<std::string> years;
    for (const int place : order.key)
      years.push_back(order.options[static_cast<std::size_t>(place)]);
    CHECK(years == std::vector<std::string>{"1815", "1816", "1817"});
  });
}

TEST_CASE("L16 classroom quiz: where an option stands does not depend on which is right") {
  // The same options with another key, laid out with the same random numbers: the places are dealt
  // before anyone looks at the key, so over many deals each place is right equally often.
  std::map<int, int> right_at;
  test::for_seeds(400, [&](Random& random) {
    const Quiz quiz = make_quiz(sample::sample_deck(), {}, random);
    ++right_at[asking(quiz, "c1").key.front()];
  });
  for (int place = 0; place < 4; ++place) {
    CAPTURE(place);
    CHECK(right_at[place] > 60);  // 100 expected; 4.6 standard deviations below
    CHECK(right_at[place] < 140);
  }
}

TEST_CASE("classroom quiz: the best cards, mixed kinds, one of each fact") {
  Deck deck = sample::sample_deck();
  for (int i = 0; i < 6; ++i) {
    Card card = deck.cards[0];
    card.id = {"more" + std::to_string(i)};
    card.quality = 0.5 + 0.01 * i;
    card.evidence.reset();
    card.prompt = "Which island is number " + std::to_string(i) + "?";
    card.fact = {i < 2 ? "same" : "f" + std::to_string(i)};
    deck.cards.push_back(card);
  }
  Random random(3);
  const Quiz quiz = make_quiz(deck, {.questions = 5, .shuffle = false}, random);
  REQUIRE(quiz.questions.size() == 5);
  std::set<CardKind> kinds;
  for (const Question& question : quiz.questions)
    kinds.insert(question.card.kind);
  CHECK(kinds.size() == 5);
  const Quiz all = make_quiz(deck, {.questions = 99}, random);
  CHECK(std::ranges::count_if(all.questions, [](const Question& question) {
          return question.card.fact.text == "same";
        }) == 1);
}

TEST_CASE("classroom quiz: no question gives the answer to another") {
  Deck deck;
  Card whom;
  whom.id = {"whom"};
  whom.prompt = "Whom did Raffles send to Sumbawa with rice?";
  whom.answer = "Owen Phillips";
  whom.quality = 0.9;
  Card where = whom;
  where.id = {"where"};
  where.prompt = "On which island does Tambora stand?";
  where.answer = "Sumbawa";
  where.quality = 0.8;
  deck.cards = {whom, where};
  Random random(1);
  const Quiz quiz = make_quiz(deck, {}, random);
  REQUIRE(quiz.questions.size() == 1);
  CHECK(quiz.questions[0].card.id.text == "whom");
}

TEST_CASE("classroom quiz: answers that no program can judge are not asked") {
  Deck deck;
  Card card;
  card.kind = CardKind::Faq;
  card.prompt = "How do you apply for a Blue Badge?";
  card.answer = "You fill in the form that the council sends to you by post.";
  deck.cards = {card};
  Random random(1);
  CHECK(make_quiz(deck, {}, random).questions.empty());
}

TEST_CASE("classroom quiz: time grows with the words, and with the teacher's factor") {
  Random random(1);
  const Quiz quiz = make_quiz(sample::sample_deck(), {.shuffle = false}, random);
  for (const Question& question : quiz.questions)
    CHECK(question.reading >= Millis{2000});
  const Millis once = asking(quiz, "c1").time;
  CHECK(once == Millis{15'000});  // 12 s and 11 words, in steps of 5 s
  const Quiz slow = make_quiz(sample::sample_deck(), {.time_factor = 3}, random);
  CHECK(asking(slow, "c1").time == 3 * once);
  const Quiz endless = make_quiz(sample::sample_deck(), {.time_factor = 0}, random);
  CHECK(asking(endless, "c1").time == Millis{0});
}
