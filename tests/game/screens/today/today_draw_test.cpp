// The keys and buttons of the day's plan.
#include "game/screens/today/today_draw.h"

#include "tests/game/ui/page_samples.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::screens;
using Kind = TodayAction::Kind;
using Way = progress::CatchingUp::Way;

namespace {

class Sheet {
 public:
  explicit Sheet(TodayView shown) : view(std::move(shown)) {}

  TodayAction after(ui::Key key) {
    done = {};
    stage.press(key);
    stage.settle();
    return done;
  }
  TodayAction after(char32_t key) {
    done = {};
    stage.press(key);
    stage.settle();
    return done;
  }
  TodayAction after_click(std::string_view name) {
    done = {};
    stage.click(name);
    stage.settle();
    return done;
  }

  TodayView view;
  TodayAction done;
  test::Stage stage{[this](ui::Ui& ui) {
    if (const TodayAction now = draw(view, ui, ui.area()); now.kind != Kind::None) done = now;
  }};
};

}  // namespace

TEST_CASE("F15 today: Enter starts, and so does the button; a deck is studied by a click") {
  Sheet page(test::today_sample());
  CHECK(page.after(ui::Key::Enter).kind == Kind::Start);
  CHECK(page.after_click("today.start").kind == Kind::Start);
  const TodayAction chosen = page.after_click("deck.b");
  CHECK(chosen.kind == Kind::Study);
  CHECK(chosen.deck == DeckId{"b"});
  CHECK(page.stage.at("today.plan").text == "24 cards, about 6 minutes");
}

TEST_CASE(
    "F26 today: Enter takes the suggestion, each way has a key, and it can be started all the "
    "same") {
  TodayView view = test::today_sample();
  view.away = "You were away 12 days.";
  view.choices = {{Way::Spread, "Spread it", "30 a day", U's'},
                  {Way::AllNow, "All now", "85 minutes", U'a'},
                  {Way::Likely, "Only what I likely still know", "the rest waits", U'l'}};
  Sheet page(view);
  CHECK(page.after(ui::Key::Enter).kind == Kind::CatchUp);
  CHECK(page.done.way == Way::Spread);
  CHECK(page.after(U'a').way == Way::AllNow);
  CHECK(page.after(U'l').way == Way::Likely);
  CHECK(page.after(U's').way == Way::Spread);
  CHECK(page.after_click("catch_up.2").way == Way::AllNow);
  CHECK(page.after_click("today.start").kind == Kind::Start);
}

TEST_CASE(
    "U8 today: where all is done, Enter leads to the decks; without decks to the first article") {
  TodayView view;
  view.headline = "Done for today";
  view.empty_title = "That was today’s plan";
  view.empty_advice = "Choose a deck.";
  view.offers_decks = true;
  CHECK(Sheet(view).after(ui::Key::Enter).kind == Kind::ShowDecks);
  view.offers_decks = false;
  view.headline.clear();
  CHECK(Sheet(view).after(ui::Key::Enter).kind == Kind::ShowImport);
  CHECK(Sheet(view).after_click("today.import").kind == Kind::ShowImport);
}
