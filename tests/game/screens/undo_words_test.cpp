#include "game/screens/undo_words.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using progress::CardEdit;
using progress::DeckEdit;
using progress::Edits;
using progress::SettingEdit;
using progress::Step;

TEST_CASE("U9 words: what was taken back is named") {
  progress::DeckLine line;
  line.id = {"treaty"};
  line.title = "The Treaty";
  const std::vector<progress::DeckLine> decks = {line};
  struct Row {
    Step step;
    const char* words;
  };
  const Card card{};
  for (const Row& row : {
           Row{study::Answered{}, "an answer"},
           Row{Edits{study::Changed{}}, "putting a card off"},
           Row{Edits{DeckEdit{{"x"}, "Old", "New"}}, "renaming “Old” to “New”"},
           Row{Edits{DeckEdit{{"x"}, "Old", {}}}, "deleting “Old”"},
           Row{Edits{DeckEdit{{"x"}, {}, "New"}}, "adding “New”"},
           Row{Edits{CardEdit{{"x"}, {"c"}, {card, 0}, {card, 0}}}, "the words of a card"},
           Row{Edits{CardEdit{{"x"}, {"c"}, {card, 0}, {}}}, "throwing a card out"},
           Row{Edits{SettingEdit{"deck/treaty/exam", {}, "{}"}}, "the day for “The Treaty”"},
           Row{Edits{SettingEdit{"preset/Type", {}, "{}"},
                     SettingEdit{"deck/treaty/preset", {}, "\"Type\""}},
               "the way of answering “The Treaty”"},
           Row{Edits{SettingEdit{"deck/gone/exam", {}, "{}"}}, "the day for a deck"},
           Row{Edits{SettingEdit{"app/catch_up", {}, "{}"}}, "how to catch up"},
           Row{Edits{SettingEdit{"app/budget", {}, "{}"}}, "the daily budget"},
           Row{Edits{SettingEdit{"app/theme", {}, "\"dark\""}}, "a setting"},
       }) {
    CAPTURE(row.words);
    CHECK(step_in_words(row.step, decks) == row.words);
  }
}
