#include "game/study/grading.h"

#include <string>
#include <vector>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;

namespace {

Card card_with(std::string answer, std::vector<std::string> accept = {}) {
  Card card;
  card.answer = std::move(answer);
  card.accept = std::move(accept);
  return card;
}

struct Row {
  std::string typed, key;
  Verdict verdict;
  std::vector<std::string> accept = {}, rivals = {};
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CAPTURE(row.key);
    CHECK(grade(row.typed, card_with(row.key, row.accept), {.rivals = row.rivals}).verdict ==
          row.verdict);
  }
}

}  // namespace

TEST_CASE("G1 study: blanks, quotes, dashes and outer punctuation do not matter") {
  check_rows({
      {"Paris", "Paris", Verdict::Right},
      {"  Paris  ", "Paris", Verdict::Right},
      {"“Paris”.", "Paris", Verdict::Right},
      {"(Paris)", "Paris", Verdict::Right},
      {"Paris!", "Paris", Verdict::Right},
      {"Brest-Litovsk", "Brest–Litovsk", Verdict::Right},
      {"King’s  College", "King's College", Verdict::Right},
      {"H₂O", "H2O", Verdict::Right},
      {"Ｔｏｋｙｏ", "Tokyo", Verdict::Right},
      {"O'Neill", "O’Neill", Verdict::Right},
      {"Rome", "Paris", Verdict::Wrong},
      {"Pa ir", "Paris", Verdict::Wrong},
      {"«Paris»", "Paris", Verdict::Right},
      {"„Paris“", "Paris", Verdict::Right},
      {"¿Paris?", "Paris", Verdict::Right},
      {"「パリ」。", "パリ", Verdict::Right},
      {"€5", "€5.", Verdict::Right},
  });
}

TEST_CASE("G1 study: signs that mean something do matter") {
  check_rows({
      {"5", ".5", Verdict::Wrong},
      {".5", ".5", Verdict::Right},
      {"5", "-5", Verdict::Wrong},
      {"5", "€5", Verdict::Almost},
      {"C", "C#", Verdict::Wrong},
      {"C", "C++", Verdict::Wrong},
      {"50", "50%", Verdict::Almost},
      {";", "!", Verdict::NotKnown},
      {"!", "!", Verdict::Right},
      {"\xff", "\x80", Verdict::Right},  // both are no text at all
      {"À", "Ä", Verdict::Slip},
  });
}

TEST_CASE("G2 study: case does not matter, unless card or deck say so") {
  check_rows({
      {"nato", "NATO", Verdict::Right},
      {"STRASSE", "Straße", Verdict::Right},
      {"the rhine", "The Rhine", Verdict::Right},
      {"RHINE", "the Rhine", Verdict::Right},
      {"the Hague", "The Hague", Verdict::Right},
  });
  Card card = card_with("MW");
  Grading exact;
  exact.exact_case = true;
  CHECK(grade("mw", card, {exact}).verdict == Verdict::Wrong);
  card.grading.exact_case = false;
  CHECK(grade("mw", card, {exact}) == Graded{Verdict::Right, "G2"});
}

TEST_CASE("G3 study: a missing accent is a slip, unless it makes another answer") {
  check_rows({
      {"Sao Paulo", "São Paulo", Verdict::Slip},
      {"Schrodinger", "Schrödinger", Verdict::Slip},
      {"Schroedinger", "Schrödinger", Verdict::Slip},
      {"Muenchen", "München", Verdict::Slip},
      {"Lodz", "Łódź", Verdict::Slip},
      {"café", "cafe", Verdict::Slip},
      {"ano", "año", Verdict::Wrong, {}, {"ano"}},
      {"peche", "pêche", Verdict::Almost, {}, {"péché"}},
      {"Quito", "Bogotá", Verdict::Wrong, {}, {"Quito"}},
      {"Tromsoe", "Tromsø", Verdict::Slip},
      {"OEZIL", "Özil", Verdict::Slip},
      {"Sao Paulo", "São Paulo", Verdict::Slip, {}, {"São Paulo", "Rio de Janeiro"}},
      {"resume", "résumé", Verdict::Slip, {}, {"Résumé"}},
      {"resume", "résumé", Verdict::Almost, {}, {"resumé"}},
  });
  Card card = card_with("Bogotá");
  card.grading.exact_accents = true;
  CHECK(grade("Bogota", card, {}).verdict == Verdict::Wrong);
  card.grading.exact_accents = false;
  Grading exact;
  exact.exact_accents = true;
  CHECK(grade("Bogota", card, {exact}) == Graded{Verdict::Slip, "G3"});
}

TEST_CASE("study: where spelling counts, a slip is wrong") {
  Card card = card_with("Bogotá");
  Grading deck;
  deck.exact_spelling = true;
  CHECK(grade("Bogota", card, {deck}) == Graded{Verdict::Wrong, "G3"});
  CHECK(grade("bogotá", card, {deck}).verdict == Verdict::Right);
  card.grading.exact_spelling = false;
  CHECK(grade("Bogota", card, {deck}).verdict == Verdict::Slip);
}

TEST_CASE("study: accepted answers count as the answer does") {
  check_rows({
      {"Aliyun", "Alibaba Cloud", Verdict::Right, {"Aliyun"}},
      {"aliyun", "Alibaba Cloud", Verdict::Right, {"Aliyun"}},
      {"Sao Tome", "STP", Verdict::Slip, {"São Tomé"}},
  });
}

TEST_CASE("study: no typed text brings grading down") {
  test::for_seeds(300, [](Random& random) {
    const auto bytes = [&] {
      std::string text(random.below(12), ' ');
      for (char& byte : text)
        byte = static_cast<char>(random.below(256));
      return text;
    };
    const std::string key = bytes();
    const std::vector<std::string> rivals = {bytes()};
    const Graded graded = grade(bytes(), card_with(key), {.rivals = rivals});
    CHECK(!graded.rule.empty());
    const Graded own = grade(key, card_with(key), {});
    const bool as_expected = own.verdict == Verdict::Right || own.verdict == Verdict::NotKnown;
    CHECK(as_expected);
  });
}

TEST_CASE("G17 study: long answers are never graded wrong") {
  const std::string key = "because the wind made the deck twist until the cables failed";
  check_rows({
      {"wind twisted the deck", key, Verdict::Almost},
      {key, key, Verdict::Right},
      {"don't know", key, Verdict::NotKnown},
      {"the wind", key, Verdict::Right, {"the wind"}},
      {"something else", "one two three four five six", Verdict::Wrong},
  });
  CHECK(is_graded(card_with("one two three four five six")));
  CHECK(!is_graded(card_with("one two three four five six seven")));
}

TEST_CASE("G18 study: nothing typed, or saying so, is not known") {
  for (const char* typed :
       {"", "   ", "?", "???", "…", "-", "don't know", "Don’t know", "I don't know.", "idk",
        "weiß nicht", "Keine Ahnung!", "je ne sais pas", "no lo sé", "não sei", "geen idee"}) {
    CAPTURE(typed);
    CHECK(grade(typed, card_with("Paris"), {}) == Graded{Verdict::NotKnown, "G18"});
  }
  CHECK(grade("", card_with(""), {}).verdict == Verdict::NotKnown);
}

TEST_CASE("G18 study: what is the answer is right, even if it says not to know") {
  CHECK(grade("?", card_with("?"), {}).verdict == Verdict::Right);
  CHECK(grade("-", card_with("-"), {}).verdict == Verdict::Right);
  CHECK(grade("no idea", card_with("No Idea"), {}) == Graded{Verdict::Right, "G2"});
}
