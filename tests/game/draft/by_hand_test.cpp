#include "game/draft/by_hand.h"

#include <string>

#include "tests/support/support.h"

using namespace recto;
using draft::Span;

namespace {

std::string sentence(const std::string& text, const std::string& words) {
  const std::size_t begin = text.find(words);
  REQUIRE(begin != std::string::npos);
  const Span span = draft::sentence_around(text, {begin, begin + words.size()});
  return text.substr(span.begin, span.end - span.begin);
}

Span words_in(const Passage& passage, const std::string& words) {
  const std::size_t begin = passage.text.find(words);
  REQUIRE(begin != std::string::npos);
  return {begin, begin + words.size()};
}

const Passage kReeds{{"p1"},
                     "",
                     "Reeds grow in water. Dr. Å. Holm counted 3.5 million of them in "
                     "1911 (“a lake full!”). Was he right?\nNobody knows",
                     {}};

}  // namespace

TEST_CASE("draft: sentences end at their stops, not at those of abbreviations and numbers") {
  const std::string& text = kReeds.text;
  CHECK(sentence(text, "water") == "Reeds grow in water.");
  CHECK(sentence(text, "Holm") ==
        "Dr. Å. Holm counted 3.5 million of them in 1911 (“a lake full!”).");
  CHECK(sentence(text, "right") == "Was he right?");
  CHECK(sentence(text, "Nobody") == "Nobody knows");
  CHECK(sentence(text, "water. Dr") ==
        "Reeds grow in water. Dr. Å. Holm counted 3.5 million of them in 1911 (“a lake full!”).");
}

TEST_CASE(
    "F12 draft: chosen words become a gap, an answer or a statement, their sentence evidence") {
  const Span words = words_in(kReeds, "3.5 million ");
  const Card gap = test::value(draft::card_of(CardKind::Cloze, kReeds, words));
  CHECK(gap.prompt == "Dr. Å. Holm counted ____ of them in 1911 (“a lake full!”).");
  CHECK(gap.answer == "3.5 million");
  CHECK(gap.evidence->begin == kReeds.text.find("Dr."));
  CHECK(gap.edited);
  const Card asked = test::value(draft::card_of(CardKind::Short, kReeds, words));
  CHECK(asked.prompt.empty());
  CHECK(asked.answer == "3.5 million");
  CHECK(asked.fact == gap.fact);
  CHECK(asked.id != gap.id);
  const Card stated = test::value(draft::card_of(CardKind::TrueFalse, kReeds, words));
  CHECK(stated.prompt == "Dr. Å. Holm counted 3.5 million of them in 1911 (“a lake full!”).");
  CHECK(stated.answer == "true");
}

TEST_CASE("F12 draft: no words, half a letter and a whole sentence make no gap") {
  CHECK_FALSE(draft::card_of(CardKind::Cloze, kReeds, {3, 3}));
  CHECK_FALSE(draft::card_of(CardKind::Cloze, kReeds, {5, 6}));
  const Span letter = words_in(kReeds, "Å");
  CHECK_FALSE(draft::card_of(CardKind::Short, kReeds, {letter.begin, letter.begin + 1}));
  CHECK_FALSE(draft::card_of(CardKind::Cloze, kReeds, words_in(kReeds, "Reeds grow in water")));
  CHECK_FALSE(draft::card_of(CardKind::Choice, kReeds, words_in(kReeds, "water")));
}
