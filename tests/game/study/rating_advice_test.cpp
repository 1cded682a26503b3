#include "game/study/rating_advice.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;
using namespace std::chrono_literals;
using memory::Rating;

namespace {

Card choice_of(std::size_t options) {
  Card card;
  card.kind = CardKind::Choice;
  card.distractors.resize(options - 1);
  return card;
}

}  // namespace

TEST_CASE("F20 study: the verdict suggests a rating") {
  Card card;
  card.prompt = "In what year was the tower completed?";
  card.answer = "1889";
  CHECK(suggested_rating(Verdict::Right, 6s, card) == Rating::Good);
  CHECK(suggested_rating(Verdict::Slip, 6s, card) == Rating::Good);
  CHECK(suggested_rating(Verdict::Almost, 6s, card) == std::nullopt);
  CHECK(suggested_rating(Verdict::Wrong, 6s, card) == Rating::Again);
  CHECK(suggested_rating(Verdict::NotKnown, 1h, card) == Rating::Again);
}

TEST_CASE("F18 study: what took long thought suggests Hard, long reading and typing do not") {
  Card card;
  card.prompt = "When?";
  card.answer = "1889";
  CHECK(suggested_rating(Verdict::Right, 30s, card) == Rating::Hard);
  CHECK(suggested_rating(Verdict::Slip, 30s, card) == Rating::Hard);
  card.prompt = std::string(240, 'a');
  card.answer = std::string(20, 'b');
  CHECK(suggested_rating(Verdict::Right, 30s, card) == Rating::Good);
  CHECK(suggested_rating(Verdict::Right, -1h, card) == Rating::Good);  // the clock was set back
}

TEST_CASE("F20 study: a right choice counts for less the likelier it was a guess") {
  Card truth;
  truth.kind = CardKind::TrueFalse;
  CHECK(guess_chance(truth) == 0.5);
  CHECK(guess_chance(choice_of(4)) == 0.25);
  CHECK(guess_chance(Card{}) == 0.0);
  CHECK(suggested_rating_of_choice(false, choice_of(4), 1.0) == Rating::Again);
  CHECK(suggested_rating_of_choice(true, choice_of(4), 0.5) == Rating::Hard);
  CHECK(suggested_rating_of_choice(true, choice_of(4), 0.6) == Rating::Good);
  CHECK(suggested_rating_of_choice(true, truth, 0.6) == Rating::Hard);
  CHECK(suggested_rating_of_choice(true, truth, 0.9) == Rating::Good);
  CHECK(suggested_rating_of_choice(true, truth, 0.0) == Rating::Hard);
  CHECK(suggested_rating_of_choice(true, choice_of(4), 7.0) == Rating::Good);
}
