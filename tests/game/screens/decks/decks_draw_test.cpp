// The list of decks by keyboard.
#include "game/screens/decks/decks_draw.h"

#include "tests/game/ui/page_samples.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using Kind = DecksAction::Kind;
using PanelKind = DeckPanel::Kind;
using ui::Key;

namespace {

class Sheet {
 public:
  template <class Press>
  DecksAction after(Press press) {
    done = {};
    press(stage);
    stage.settle();
    return done;
  }
  DecksAction after(Key key) {
    return after([key](test::Stage& on) { on.press(key); });
  }
  DecksAction after(char32_t key) {
    return after([key](test::Stage& on) { on.press(key); });
  }
  DecksAction after_click(std::string_view name) {
    return after([name](test::Stage& on) { on.click(name); });
  }

  DecksView view = test::decks_sample();
  DecksAction done;
  test::Stage stage{[this](ui::Ui& ui) {
    if (DecksAction now = draw(view, ui, ui.area()); now.kind != Kind::None) done = std::move(now);
  }};
};

}  // namespace

TEST_CASE("U13 decks: Enter studies the first deck with work, arrows choose another one") {
  Sheet page;
  CHECK(page.after(Key::Enter).kind == Kind::Study);
  CHECK(page.done.deck == DeckId{"a"});
  page.after(Key::Down);
  CHECK(page.stage.focus() == "deck.a");
  page.after(Key::Down);
  CHECK(page.after(Key::Enter).deck == DeckId{"b"});
  page.after(Key::Up);
  page.after(Key::Up);
  CHECK(page.stage.focus() == "deck.d");  // round the end
  CHECK(page.after_click("deck.c").deck == DeckId{"c"});
}

TEST_CASE("U8 decks: without decks Enter leads to the first article") {
  Sheet page;
  page.view = {};
  page.view.invitation = "Drop an article here.";
  CHECK(page.after(Key::Enter).kind == Kind::ShowImport);
  CHECK(page.after_click("decks.import").kind == Kind::ShowImport);
}

TEST_CASE("U13 decks: letters do something with the chosen deck, and nothing without one") {
  Sheet page;
  for (const char32_t key : {U'r', U'd', U'w', U'm'})
    CHECK(page.after(key).kind == Kind::None);
  page.after(Key::Down);
  page.after(Key::Down);
  struct Row {
    char32_t key;
    PanelKind panel;
  };
  for (const Row& row : {Row{U'r', PanelKind::Rename}, Row{U'd', PanelKind::Exam},
                         Row{U'w', PanelKind::Answering}, Row{U'm', PanelKind::Menu}}) {
    CHECK(page.after(row.key).kind == Kind::Open);
    CHECK(page.done.panel == row.panel);
    CHECK(page.done.deck == DeckId{"b"});
  }
  CHECK(page.after(Key::Delete).kind == Kind::Delete);
  CHECK(page.after_click("more.c").panel == PanelKind::Menu);
  CHECK(page.done.deck == DeckId{"c"});
}

TEST_CASE("decks: the slash leads to the search, letters are typed there, Esc shows all again") {
  Sheet page;
  page.after(U'/');
  CHECK(page.stage.focus() == "decks.search");
  CHECK(page.after(U'r').kind == Kind::Search);
  CHECK(page.done.text == "r");
  page.view.query = "r";
  CHECK(page.after(Key::Enter).kind == Kind::Study);
  page.after(Key::Down);
  CHECK(page.stage.focus() == "deck.a");
  page.after(U'/');
  CHECK(page.after(Key::Escape).kind == Kind::Search);
  CHECK(page.done.text.empty());
  CHECK(page.stage.focus().empty());
}

TEST_CASE("decks: a field of a panel has the focus; Enter saves, Esc closes, the list is deaf") {
  Sheet page;
  DeckPanel panel;
  panel.kind = PanelKind::Rename;
  panel.deck = {"a"};
  panel.text = "Old";
  panel.can_save = true;
  page.view.panel = panel;
  page.stage.settle();
  CHECK(page.stage.focus() == "panel.name");
  CHECK(page.after(U'x').kind == Kind::Type);
  CHECK(page.done.text.size() == 4);
  CHECK(page.after(Key::Enter).kind == Kind::Save);
  CHECK(page.done.deck == DeckId{"a"});
  CHECK(page.after(Key::Escape).kind == Kind::Close);
}

TEST_CASE("decks: the menu of a deck and its ways of answering are pressed by letter and number") {
  Sheet page;
  DeckPanel panel;
  panel.deck = {"a"};
  panel.title = "The Treaty";
  page.view.panel = panel;
  page.stage.settle();
  CHECK(page.after(U'd').panel == PanelKind::Exam);
  CHECK(page.after(Key::Delete).kind == Kind::Delete);
  panel.kind = PanelKind::Answering;
  page.view.panel = panel;
  page.stage.settle();
  CHECK(page.after(U'3').kind == Kind::Answer);
  CHECK(page.done.answering == study::Answering::Type);
}
