#include <string>
#include <vector>

#include "game/study/grading.h"
#include "tests/game/study/dictionary.h"

using namespace recto;
using namespace recto::study;

namespace {

struct Row {
  std::string prompt, key, typed;
  Graded graded;
  std::vector<std::string> rivals = {};
};

Card card_with(const std::string& prompt, const std::string& answer) {
  Card card;
  card.prompt = prompt;
  card.answer = answer;
  return card;
}

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CAPTURE(row.key);
    Standards standards;
    standards.rivals = row.rivals;
    standards.lexicon = &test::dictionary();
    const Graded graded = grade(row.typed, card_with(row.prompt, row.key), standards);
    CHECK(static_cast<int>(graded.verdict) == static_cast<int>(row.graded.verdict));
    CHECK(graded.rule == row.graded.rule);
  }
}

constexpr Verdict kRight = Verdict::Right;
constexpr Verdict kAlmost = Verdict::Almost;
constexpr Verdict kWrong = Verdict::Wrong;

}  // namespace

TEST_CASE("G5 study: numbers are right by value") {
  const std::string prompt = "How many stars has the catalogue?";
  check_rows({
      {prompt, "2 billion", "two billion", {kRight, "G5"}},
      {prompt, "2 billion", "2bn", {kRight, "G5"}},
      {prompt, "2 billion", "2 000 000 000", {kRight, "G5"}},
      {prompt, "2 billion", "2bn stars", {kRight, "G5"}},
      {prompt, "2 billion", "2bn planets", {kWrong, "-"}},
      {prompt, "2 billion", "2 million", {kWrong, "G6"}},
      {prompt, "2 billion", "2", {kWrong, "G6"}},
      {prompt, "nine", "9", {kRight, "G5"}},
      {prompt, "9", "nine", {kRight, "G5"}},
      {prompt, "9", "-9", {kWrong, "G6"}},
      {prompt, "16", "XVI", {kRight, "G5"}},
      {prompt, "16th", "16", {kRight, "G5"}},
      {prompt, "about 900", "900", {kRight, "G5"}},
      {prompt, "a quarter", "25%", {kRight, "G6"}},
      {prompt, "007", "7", {kWrong, "-"}},
      {"Which king was it?", "Charles XII", "Charles the Twelfth", {kRight, "G5"}},
      {"Which king was it?", "Charles XII", "charles 12", {kRight, "G5"}},
      {"Which king was it?", "Charles XII", "Charles XI", {kWrong, "-"}},
      {"Which war was it?", "World War II", "World War 2", {kRight, "G5"}},
  });
}

TEST_CASE("G6 study: a number may be as precise as it likes, not less precise than the key") {
  const std::string prompt = "How many people work there?";
  check_rows({
      {prompt, "2.6 million", "2,614,000", {kRight, "G6"}},
      {prompt, "2.6 million", "2.7 million", {kWrong, "G6"}},
      {prompt, "2,614", "2,600", {kAlmost, "G6"}},
      {prompt, "30", "31", {kWrong, "G6"}},
      {"In what year was it?", "1875", "1876", {kWrong, "G9"}},
      {prompt, "2 billion", "2.2 billion", {kRight, "G6"}},
      {prompt, "2 billion", "2.2 billion", {kWrong, "G6"}, {"2.2 billion"}},
      {prompt, "2 billion", "2.2 billion", {kRight, "G6"}, {"2 billion", "Asia"}},
  });
  Card card = card_with(prompt, "100");
  card.grading.tolerance = 5;
  CHECK(grade("104", card, {}).verdict == kRight);
  CHECK(grade("106", card, {}).verdict == kWrong);
  Grading deck;
  deck.tolerance = 6;
  CHECK(grade("106", card, {deck}).verdict == kWrong);
  card.grading.tolerance.reset();
  CHECK(grade("106", card, {deck}).verdict == kRight);
}

TEST_CASE("G7 study: units in any spelling; without one only where the prompt names it") {
  check_rows({
      {"How long is the canal?", "8 km", "8000 m", {kRight, "G7"}},
      {"How long is the canal?", "8 km", "8 kilometers", {kRight, "G7"}},
      {"How long is the canal?", "8 km", "8 kg", {kWrong, "G7"}},
      {"How long is the canal?", "8 km", "8", {kAlmost, "G7"}},
      {"How long is the canal, in kilometres?", "8 km", "8", {kRight, "G7"}},
      {"How long is the canal, in miles?", "8 km", "8", {kAlmost, "G7"}},
      {"How high is the hill, in metres?", "431", "431 m", {kRight, "G5"}},
      {"How high is the hill, in metres?", "431", "431 ft", {kWrong, "G5"}},
      {"What share is it?", "35 %", "35 per cent", {kRight, "G7"}},
      {"What percentage is it?", "35%", "35", {kRight, "G7"}},
      {"What share is it?", "35%", "35", {kAlmost, "G7"}},
      {"How long did it take?", "90 minutes", "an hour and a half", {kRight, "G7"}},
      {"How tall was he?", "180 cm", "5 ft 11 in", {kRight, "G7"}},
      {"How big is it?", "10–20 hectares", "10 to 20 ha", {kRight, "G7"}},
      {"How big is it?", "10–20 hectares", "10 ha", {kAlmost, "G7"}},
  });
}

TEST_CASE("G8 study: money in any spelling of its currency") {
  check_rows({
      {"What did it cost?", "$7 million", "7 million dollars", {kRight, "G8"}},
      {"What did it cost?", "$7 million", "USD 7m", {kRight, "G8"}},
      {"What did it cost?", "$7 million", "€7 million", {kWrong, "G8"}},
      {"What did it cost?", "$7 million", "7 million", {kAlmost, "G8"}},
      {"How many dollars did it cost?", "$7 million", "7 million", {kRight, "G8"}},
      {"What did it cost?", "£3.20", "3 pounds 20", {kRight, "G8"}},
  });
}

TEST_CASE("G9 study: dates in any usual order, to the key's precision") {
  check_rows({
      {"On what date?", "2 March 1875", "March 2, 1875", {kRight, "G9"}},
      {"On what date?", "2 March 1875", "1875-03-02", {kRight, "G9"}},
      {"On what date?", "2 March 1875", "2.3.1875", {kRight, "G9"}},
      {"On what date?", "2 March 1875", "3/2/1875", {kRight, "G9"}},
      {"On what date?", "2 March 1875", "1875", {kAlmost, "G9"}},
      {"On what date?", "2 March 1875", "3 March 1875", {kWrong, "G9"}},
      {"In what year?", "1875", "2 March 1875", {kRight, "G9"}},
      {"In what year?", "1875", "the 1870s", {kWrong, "G9"}},
      {"In which decade?", "the 1920s", "the twenties", {kRight, "G9"}},
      {"When was it built?", "490 BC", "490 BCE", {kRight, "G9"}},
      {"When was it built?", "490 BC", "490", {kAlmost, "G9"}},
      {"At what time?", "16:30", "half past four", {kRight, "G9"}},
  });
}

TEST_CASE("study: words are not numbers by accident") {
  check_rows({
      {"", "Paris", "7", {kWrong, "-"}},
      {"", "7", "Paris", {kWrong, "-"}},
      {"", "Iran", "Iraq", {kAlmost, "G15"}},
      {"", "747", "737", {kWrong, "G6"}},
      {"", "C", "100", {kWrong, "-"}},
      {"", "Malcolm", "Malcolm 10", {kAlmost, "G13"}},
      {"", "May", "5", {kWrong, "-"}},
      {"", "Vitamin C", "Vitamin 100", {kWrong, "-"}},
      {"", "version 2.0.1", "2.01", {kWrong, "-"}},
  });
}

TEST_CASE("G5 study: what 1.500 is depends on the deck's language") {
  const Card card = card_with("", "1.500");
  CHECK(grade("1500", card, {.language = "de"}).verdict == kRight);
  CHECK(grade("1,5", card, {.language = "de"}).verdict == kWrong);
  CHECK(grade("1.5", card, {.language = "en"}).verdict == kRight);
  CHECK(grade("1500", card, {.language = "en"}).verdict == kWrong);
}
