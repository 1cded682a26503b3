// From an article to the summary, through the built programs alone.
#include <algorithm>
#include <map>
#include <thread>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/e2e/stage.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using test::Json;
using test::Seen;
using test::Stage;

namespace {

namespace fs = std::filesystem;

Deck deck_in(const fs::path& file) {
  return test::value(read_deck(test::value(read_file(file, 10'000'000))));
}

Deck deck_of_article(const char* article, const fs::path& file) {
  const auto made = test::run(
      "recto-deck", {"make", (test::project_folder() / article).string(), "-o", file.string()});
  if (made.exit != 0) FAIL(made.err);
  return deck_in(file);
}

Json progress(const char* verb, const fs::path& profile) {
  const auto did = test::run("recto", {"progress", verb, "--json", "--profile", profile.string()});
  if (did.exit != 0) FAIL(did.err, did.out);
  return Json::parse(did.out);
}

/// A learner who knows the deck by heart, before the app.
class Learner {
 public:
  Learner(Stage& stage, const Deck& deck) : stage_(stage), deck_(deck) {}

  /// Gives the right answer to the card on the screen, by the keyboard or the mouse.
  void answer(bool by_mouse) {
    const Seen asked = stage_.wait_until("a question", is_asking);
    const Card& card = card_on(asked);
    CHECK_FALSE(asked.has("rating.1"));
    if (has_field(asked)) {
      type_answer(card, by_mouse);
    } else if (asked.has("option.1")) {
      choose(asked, card, by_mouse);
    } else {
      press("study.show", "space", by_mouse);
    }
    const Seen shown = stage_.wait_for_widget("rating.4");
    if (has_field(asked) || asked.has("option.1")) CHECK(shown.reads("Right"));
    if (card.evidence) CHECK(shown.reads(std::string(evidence_text(deck_, *card.evidence))));
    if (card.kind == CardKind::Cloze) CHECK(shown.text("prompt").find(kGap) == std::string::npos);
  }

  /// Rates what was answered; comes back when the app has taken it.
  void rate(int rating, bool by_mouse) {
    std::this_thread::sleep_for(200ms);  // F19: not taken in the first 150 ms
    press("rating." + std::to_string(rating), std::to_string(rating), by_mouse);
    stage_.wait_until("the next card", [](const Seen& seen) {
      return seen.screen() == "summary" || is_asking(seen);
    });
  }

  const Card& card_on(const Seen& seen) const {
    const std::string prompt = seen.text("prompt");
    const auto card = std::ranges::find(deck_.cards, prompt, &Card::prompt);
    if (card == deck_.cards.end()) FAIL("no card asks this: ", seen.all());
    return *card;
  }

  static bool has_field(const Seen& seen) { return !seen.names("study.answer").empty(); }
  static bool is_asking(const Seen& seen) {
    return seen.screen() == "study" && (seen.has("study.show") || has_field(seen));
  }

 private:
  void press(const std::string& widget, const std::string& key, bool by_mouse) {
    if (by_mouse)
      stage_.click(widget);
    else
      stage_.key(key);
  }

  void type_answer(const Card& card, bool by_mouse) {
    stage_.wait_until("the focus in the field",
                      [](const Seen& seen) { return seen.focus().starts_with("study.answer"); });
    stage_.type(card.answer);
    stage_.wait_until("what was typed", [&](const Seen& seen) {
      return seen.widget(seen.focus()).value("value", "") == card.answer;
    });
    press("study.show", "Return", by_mouse);
  }

  void choose(const Seen& asked, const Card& card, bool by_mouse) {
    std::string right = card.answer;
    if (card.kind == CardKind::TrueFalse) right = right == "true" ? "True" : "False";
    for (const std::string& option : asked.names("option."))
      if (asked.text(option) == right) return press(option, option.substr(7), by_mouse);
    FAIL("the right answer is no option: ", asked.all());
  }

  Stage& stage_;
  const Deck& deck_;
};

}  // namespace

TEST_CASE("e2e: an article is made into a deck, studied, killed, and studied to its summary") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path file = folder.path() / "alibaba.deck.json", profile = folder.path() / "profile";
  const Deck deck = deck_of_article("content/articles/alibaba-cloud/article.txt", file);
  REQUIRE(deck.cards.size() >= 8);

  const int before_the_kill = 5;
  {
    Stage stage(*display, folder.path(), profile, {file.string()});
    MESSAGE("first frame after " << stage.first_frame().count() << " ms");
    stage.wait_for_text("Added “" + deck.title + "”");
    CHECK(stage.look().screen() == "today");
    CHECK(stage.look().reads(deck.title));
    stage.key("Return");
    Learner learner(stage, deck);
    for (int i = 0; i < before_the_kill; ++i) {
      learner.answer(i % 2 == 1);
      learner.rate(i % 2 == 0 ? 4 : 3, i % 2 == 1);
    }
    learner.answer(false);  // shown, but not rated
    stage.process().kill_9();
  }
  CHECK(progress("check", profile).at("faults").empty());
  const Json stats = progress("stats", profile);
  CHECK(stats.at("reviews") == before_the_kill);
  CHECK(stats.at("ratings").at("good") == 2);
  CHECK(stats.at("ratings").at("easy") == 3);

  Stage stage(*display, folder.path(), profile, {});
  CHECK(stage.wait_for_screen("today").reads(deck.title));
  stage.click("deck." + deck.id.text);
  Learner learner(stage, deck);
  int answers = 0;
  for (; stage.look().screen() != "summary"; ++answers) {
    REQUIRE(answers < 60);
    learner.answer(false);
    learner.rate(4, answers % 4 == 0);
  }
  const Seen summary = stage.look();
  CHECK(summary.reads("right at first try"));
  CHECK(summary.reads("100 %"));

  stage.key("u");  // the last answer is taken back, and given again
  stage.wait_until("the question again", Learner::is_asking);
  learner.answer(false);
  learner.rate(4, false);
  stage.wait_for_screen("summary");
  stage.key("Return");
  stage.wait_for_screen("today");
  CHECK(stage.quit() == 0);
  CHECK(progress("check", profile).at("faults").empty());
  const Json end = progress("stats", profile);
  CHECK(end.at("reviews") == before_the_kill + answers);
  CHECK(end.at("taken_back") == 1);
}

TEST_CASE("F19 e2e: a key that is held shows the answer and does not rate") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path deck = test::project_folder() / "tests/data/e2e/recall.deck.json";
  Stage stage(*display, folder.path(), folder.path() / "profile", {deck.string()});
  stage.wait_for_text("Added");
  stage.key("Return");
  const std::string prompt = stage.wait_for_widget("study.show").text("prompt");
  stage.hold("space", 1s);  // repeats from about half a second on
  const Seen held = stage.wait_for_widget("rating.3");
  CHECK(held.text("prompt") == prompt);
  stage.key("space");
  stage.wait_until("the next card", Learner::is_asking);
  CHECK(stage.look().text("prompt") != prompt);
  stage.process().kill_9();
  CHECK(progress("stats", folder.path() / "profile").at("reviews") == 1);
}

TEST_CASE(
    "F17 e2e: a session by keyboard: answers, bury, undo, flag, hint; killed, nothing is lost") {
  test::Display* display = test::Display::shared();
  if (display == nullptr) return;
  const test::TemporaryFolder folder;
  const fs::path deck = test::project_folder() / "tests/data/e2e/recall.deck.json";
  const fs::path profile = folder.path() / "profile";
  const auto prompt_changes = [](Stage& stage, const std::string& before) {
    return stage
        .wait_until("another card",
                    [&](const Seen& seen) {
                      return Learner::is_asking(seen) && seen.text("prompt") != before;
                    })
        .text("prompt");
  };
  std::string buried;
  {
    Stage stage(*display, folder.path(), profile, {deck.string()});
    stage.wait_for_text("Added");
    stage.key("Return");
    const std::string first = stage.wait_for_widget("study.show").text("prompt");
    stage.key("space");
    stage.wait_for_widget("rating.3");
    std::this_thread::sleep_for(200ms);
    stage.key("KP_4");  // the number pad
    buried = prompt_changes(stage, first);

    stage.key("b");
    const std::string after = prompt_changes(stage, buried);
    stage.key("u");
    CHECK(prompt_changes(stage, after) == buried);
    stage.key("u");
    CHECK(prompt_changes(stage, buried) == first);
    stage.key("ctrl+shift+z");
    CHECK(prompt_changes(stage, first) == buried);
    stage.key("b");
    CHECK(prompt_changes(stage, buried) == after);

    stage.key("f");
    stage.wait_for_widget("flags.2");
    stage.key("2");
    stage.wait_for_text("Flagged: unclear");
    stage.key("h");
    stage.wait_for_text("T…");
    stage.process().kill_9();
  }
  CHECK(progress("check", profile).at("faults").empty());
  CHECK(progress("stats", profile).at("reviews") == 1);
  CHECK(progress("stats", profile).at("taken_back") == 1);

  Stage stage(*display, folder.path(), profile, {});
  stage.wait_for_screen("today");
  stage.key("Return");
  std::string prompt = stage.wait_for_widget("study.show").text("prompt");
  CHECK(stage.look().reads("Flagged: unclear"));
  for (int i = 0; stage.look().screen() != "summary"; ++i) {
    REQUIRE(i < 10);
    CHECK(prompt != buried);
    stage.key("space");
    stage.wait_for_widget("rating.4");
    std::this_thread::sleep_for(200ms);
    stage.key("4");
    prompt = stage
                 .wait_until("the next card",
                             [&](const Seen& seen) {
                               return seen.screen() == "summary" || Learner::is_asking(seen);
                             })
                 .text("prompt");
  }
  CHECK(stage.quit() == 0);
  CHECK(progress("check", profile).at("faults").empty());
}
