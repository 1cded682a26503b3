// The keys of a preview (F9, F12).
#include "game/screens/import/preview_draw.h"

#include "tests/game/ui/samples.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using Kind = PreviewAction::Kind;
using draft::ChoiceMode;
using draft::ChoiceStep;
using draft::ChoiceWay;
using ui::Key;

namespace {

class Sheet {
 public:
  template <class Press>
  PreviewAction after(Press press) {
    done = {};
    press(stage);
    stage.settle();
    return done;
  }
  PreviewAction after(Key key, ui::Mods mods = {}) {
    return after([=](test::Stage& on) { on.press(key, mods); });
  }
  PreviewAction after(char32_t key) {
    return after([key](test::Stage& on) { on.press(key); });
  }
  void choose(std::optional<draft::WordChoice> words) {
    view.words = words;
    ++view.words_step;
    stage.settle();
  }

  PreviewView view = test::preview_sample(test::Previewed::Usual);
  PreviewLayout layout;
  PreviewAction done;
  test::Stage stage{[this](ui::Ui& ui) {
    if (PreviewAction now = draw(view, layout, ui, ui.area()); now.kind != Kind::None)
      done = std::move(now);
  }};
};

}  // namespace

TEST_CASE("F9 preview: every key of the chosen card") {
  Sheet sheet;
  for (std::size_t row = sheet.view.rows.size(); row-- > 0;)
    if (sheet.view.rows[row].kind == PreviewRow::Kind::Card) sheet.view.chosen_row = row;
  sheet.stage.settle();
  CHECK(sheet.after(U'e').kind == Kind::Edit);
  CHECK(sheet.after(U'a').kind == Kind::Accept);
  CHECK(sheet.after(U'k').kind == Kind::ChangeKind);
  CHECK(sheet.after(U'd').kind == Kind::ChangeOptions);
  CHECK(sheet.after(Key::Space).kind == Kind::Turn);
  CHECK(sheet.after(Key::Down).kind == Kind::Step);
  CHECK(sheet.after(U'/').kind == Kind::OpenFilter);
  CHECK(sheet.after(U'w').kind == Kind::OpenWords);
  CHECK(sheet.after(Key::Enter).kind == Kind::Save);
}

TEST_CASE("F12 preview: while words are chosen, the keys are about them") {
  Sheet sheet;
  sheet.choose(draft::WordChoice{0, 4, 9});
  CHECK(sheet.stage.ui().selected("article.0") == ui::Range{4, 9});
  const auto after = [&](Key key, ui::Mods mods, ChoiceStep step, ChoiceWay way, ChoiceMode mode) {
    const PreviewAction action = sheet.after(key, mods);
    CHECK(action.kind == Kind::MoveWords);
    CHECK(action.step == step);
    CHECK(action.way == way);
    CHECK(action.mode == mode);
    CHECK(action.chosen == draft::WordChoice{0, 4, 9});
  };
  after(Key::Right, {}, ChoiceStep::Word, ChoiceWay::On, ChoiceMode::Move);
  after(Key::Left, ui::kShift, ChoiceStep::Word, ChoiceWay::Back, ChoiceMode::Extend);
  after(Key::Right, {.shift = true, .alt = true}, ChoiceStep::Letter, ChoiceWay::On,
        ChoiceMode::Extend);
  after(Key::Down, {}, ChoiceStep::Sentence, ChoiceWay::On, ChoiceMode::Move);
  after(Key::PageUp, {}, ChoiceStep::Passage, ChoiceWay::Back, ChoiceMode::Move);
  after(Key::End, ui::kShift, ChoiceStep::Passage, ChoiceWay::On, ChoiceMode::Extend);
  CHECK(sheet.after(Key::Space).kind == Kind::None);  // not about the card
  CHECK(sheet.after(Key::Enter).kind == Kind::None);
  CHECK(sheet.after(Key::Escape).kind == Kind::CloseWords);
}

TEST_CASE("F12 preview: c, q and t make a card of the words that keys chose") {
  Sheet sheet;
  for (const auto& [key, kind] :
       {std::pair(U'c', CardKind::Cloze), std::pair(U'q', CardKind::Short),
        std::pair(U't', CardKind::TrueFalse)}) {
    sheet.choose(draft::WordChoice{1, 9, 4});
    const PreviewAction made = sheet.after(key);
    CHECK(made.kind == Kind::Make);
    CHECK(made.card_kind == kind);
    CHECK(made.passage == 1);
    CHECK(made.words == draft::Span{4, 9});
  }
}

TEST_CASE("F12 preview: what the mouse selected goes on by keys") {
  Sheet sheet;
  sheet.stage.settle();
  sheet.stage.ui().select("article.0", 9, 4);
  const PreviewAction opened = sheet.after(U'w');
  CHECK(opened.kind == Kind::OpenWords);
  CHECK(opened.chosen == draft::WordChoice{0, 9, 4});
}

TEST_CASE("F12 preview: where there is room for one half only, the article shows itself") {
  Sheet sheet;
  test::Stage low([&](ui::Ui& ui) { (void)draw(sheet.view, sheet.layout, ui, ui.area()); },
                  {600, 700});
  low.settle();
  CHECK(low.ui().recorder().find("article.0") == nullptr);
  sheet.view.words = draft::WordChoice{0, 4, 9};
  ++sheet.view.words_step;
  low.settle();
  CHECK(low.ui().recorder().find("article.0") != nullptr);
}
