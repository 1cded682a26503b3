#include "game/screens/edit/edit_view.h"

#include "tests/game/screens/sample.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;

namespace {

std::vector<std::string> texts_of(const Card& card) {
  std::vector<std::string> texts;
  for (const EditField& field : fields_of(card))
    texts.push_back(field.text);
  return texts;
}

}  // namespace

TEST_CASE("F17 edit: a card is the same when nothing of it is changed") {
  for (const Card& card : test::treaty_deck().cards) {
    CAPTURE(card.id.text);
    CHECK(test::value(rewritten(card, texts_of(card))) == card);
  }
}

TEST_CASE("F17 edit: lines become options and accepted answers, blanks around them go") {
  const Deck deck = test::treaty_deck();
  Card choice = *find_card(deck, {"c-pope"});
  std::vector<std::string> texts = texts_of(choice);
  texts[2] = " Julius II \n\nLeo X\n";
  CHECK(test::value(rewritten(choice, texts)).distractors ==
        std::vector<std::string>{"Julius II", "Leo X"});
  const Card year = *find_card(deck, {"c-year"});
  texts = texts_of(year);
  texts[0] = "When was it\nsigned? ";
  texts[2] = "MCDXCIV";
  const Card changed = test::value(rewritten(year, texts));
  CHECK(changed.prompt == "When was it signed?");
  CHECK(changed.accept == std::vector<std::string>{"MCDXCIV"});
}

TEST_CASE("F17 edit: what a card of its kind cannot do without is asked for in words") {
  const Deck deck = test::treaty_deck();
  struct Row {
    const char* card;
    std::size_t field;
    const char *text, *said;
  };
  for (const Row& row :
       {Row{"c-year", 0, " ", "There is no question yet"},
        Row{"c-year", 1, "", "There is no answer yet"},
        Row{"c-kingdoms", 0, "It was Portugal.",
            "The sentence has no gap: put ____ where the answer goes"},
        Row{"c-signed", 1, "no", "A statement is true or false: write one of the two words"},
        Row{"c-pope", 2, "", "There is nothing to choose between: add a wrong option"},
        Row{"c-pope", 2, "Leo X\nAlexander VI", "The right option is among the wrong ones"}}) {
    CAPTURE(row.said);
    const Card card = *find_card(deck, {row.card});
    std::vector<std::string> texts = texts_of(card);
    texts[row.field] = row.text;
    const auto made = rewritten(card, texts);
    REQUIRE_FALSE(made);
    CHECK(made.error().what == row.said);
  }
}
