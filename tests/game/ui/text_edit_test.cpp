#include "game/ui/text_edit.h"

#include "content/base/utf8.h"
#include "tests/support/support.h"

namespace recto::ui {
namespace {

using Step = TextEdit::Step;
using Select = TextEdit::Select;

TEST_CASE("U13 text edit: whole characters are erased at once") {
  struct Row {
    const char *text, *left;
  };
  for (const Row& row : {Row{"", ""}, Row{"ab", "a"}, Row{"né", "n"}, Row{"ne\u0301", "n"},
                         Row{"Straß", "Stra"}, Row{"漢字", "漢"}, Row{"a😀", "a"},
                         Row{"a👩‍👩‍👧", "a"}, Row{"a🇩🇪", "a"}, Row{"𝔸𝔹", "𝔸"}}) {
    CAPTURE(row.text);
    TextEdit edit(row.text);
    edit.erase_back();
    CHECK(edit.text() == row.left);
  }
}

TEST_CASE("U13 text edit: three backspaces erase three characters") {
  TextEdit edit("Castile");
  for (int i = 0; i < 3; ++i)
    edit.erase_back();
  CHECK(edit.text() == "Cast");
}

TEST_CASE("text edit: words are stepped over and erased with the blanks beside them") {
  TextEdit edit("between the kingdoms");
  edit.move_left(Step::Word);
  CHECK(edit.cursor() == 12);
  edit.move_left(Step::Word);
  CHECK(edit.cursor() == 8);
  edit.erase_back(Step::Word);
  CHECK(edit.text() == "the kingdoms");
  edit.erase_ahead(Step::Word);
  CHECK(edit.text() == " kingdoms");
}

TEST_CASE("text edit: typing takes the place of what is selected") {
  TextEdit edit("between the kingdoms");
  edit.select_word(9);
  CHECK(edit.selected() == "the");
  edit.insert("two");
  CHECK(edit.text() == "between two kingdoms");
  edit.select_all();
  edit.insert("x");
  CHECK(edit.text() == "x");
}

TEST_CASE("text edit: an arrow leaves a selection at its own side") {
  TextEdit edit("abcd");
  edit.move_to(1);
  edit.move_to(3, Select::Yes);
  edit.move_left(Step::Character);
  CHECK(edit.cursor() == 1);
  CHECK(edit.selected().empty());
  edit.move_to(3, Select::Yes);
  edit.move_right(Step::Character);
  CHECK(edit.cursor() == 3);
}

TEST_CASE("text edit: what is pasted becomes one line") {
  TextEdit edit;
  edit.insert("one\ntwo\tthree\x01\u2028four");
  CHECK(edit.text() == "one two three  four");
}

TEST_CASE("text edit: every change can be taken back, to the first text") {
  test::for_seeds(200, [](Random& random) {
    const std::string first = "Tordesillas ß 漢 😀";
    TextEdit edit(first);
    for (int i = 0; i < 40; ++i) {
      switch (random.below(7)) {
        case 0: edit.insert("é"); break;
        case 1: edit.erase_back(random.below(2) == 0 ? Step::Character : Step::Word); break;
        case 2: edit.erase_ahead(); break;
        case 3: edit.move_left(Step::Word, random.below(2) == 0 ? Select::Yes : Select::No); break;
        case 4:
          edit.move_right(Step::Character, random.below(2) == 0 ? Select::Yes : Select::No);
          break;
        case 5: edit.move_to(random.below(edit.text().size() + 3)); break;
        default: edit.select_word(random.below(edit.text().size() + 1));
      }
      CHECK(is_utf8(edit.text()));
      CHECK(is_boundary(edit.text(), edit.cursor()));
      CHECK(is_boundary(edit.text(), edit.selection().first));
      CHECK(edit.selection().second <= edit.text().size());
    }
    while (edit.undo()) {
    }
    CHECK(edit.text() == first);
  });
}

TEST_CASE("text edit: line breaks become blanks, unless there are many lines") {
  CHECK(TextEdit("one\ntwo").text() == "one two");
  TextEdit edit("one\ntwo", TextEdit::Lines::Many);
  CHECK(edit.text() == "one\ntwo");
  edit.insert("\tx\n");
  CHECK(edit.text() == "one\ntwo x\n");
  edit.erase_back();
  CHECK(edit.text() == "one\ntwo x");
}

}  // namespace
}  // namespace recto::ui
