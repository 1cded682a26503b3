#include "game/progress/settings.h"

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::progress;

namespace {

const DeckId kDeck{"bridges"};

Store store_with_decks(const std::filesystem::path& file) {
  Store store = test::value(Store::open(file));
  for (const char* id : {"bridges", "tunnels", "towers"})
    test::value(store.add(test::sample_deck(id, 3), test::kStart));
  return store;
}

void apply(Store& store, Result<Edits> edits) {
  test::value(store.apply(test::value(std::move(edits)), test::kStart));
}

Preset exam_preset() {
  Preset preset;
  preset.scheduling.desired_retention = 0.95;
  preset.scheduling.learning_steps = {std::chrono::minutes(5)};
  preset.new_a_day = 7;
  preset.reviews_a_day = 100;
  preset.answering = study::Answering::Type;
  preset.due_order = study::DueOrder::Riskiest;
  preset.new_order = study::NewOrder::Coverage;
  preset.siblings = study::Siblings::OtherDays;
  return preset;
}

}  // namespace

TEST_CASE("F31 settings: what is set is there after a restart, can be undone and taken away") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  {
    Store store = test::value(Store::open(file));
    CHECK(test::value(setting_or(store, "app/motion", true)));
    apply(store, set(store, "app/motion", setting_text(false)));
    apply(store, set(store, "app/zoom", setting_text(1.25)));
    apply(store, set(store, "app/theme", setting_text(std::string("dark"))));
  }
  Store store = test::value(Store::open(file));
  CHECK_FALSE(test::value(setting_or(store, "app/motion", true)));
  CHECK(test::value(setting_or(store, "app/zoom", 1.0)) == 1.25);
  CHECK(test::value(setting_or(store, "app/theme", std::string("light"))) == "dark");
  // Of another type: as by default.
  CHECK(test::value(setting_or(store, "app/theme", 3.0)) == 3.0);
  CHECK(test::value(store.setting_keys("app/")).size() == 3);
  test::value(store.undo(test::kStart));
  CHECK(test::value(setting_or(store, "app/theme", std::string("light"))) == "light");
  apply(store, set(store, "app/zoom", {}));
  CHECK(test::value(store.setting_keys("app/")) == std::vector<std::string>{"app/motion"});
}

TEST_CASE("F20 settings: a deck is studied by the preset that was chosen for it") {
  const test::TemporaryFolder folder;
  Store store = store_with_decks(folder.path() / "p.sqlite");
  CHECK(test::value(preset_names(store)) == std::vector<std::string>{"Default"});
  CHECK(test::value(preset_of(store, kDeck)) == "Default");
  apply(store, with_preset(store, "Exam", exam_preset()));
  apply(store, choosing_preset(store, kDeck, "Exam"));
  CHECK(test::value(preset_names(store)) == std::vector<std::string>{"Default", "Exam"});
  CHECK(test::value(preset(store, "Exam")) == exam_preset());
  CHECK(test::value(store.items(kDeck)).at(0).answering == study::Answering::Type);
  CHECK(test::value(store.items({"towers"})).at(0).answering == study::Answering::Grow);
  const study::Plan plan = test::value(plan_of(store, kDeck));
  CHECK(plan.new_facts == 7);
  CHECK(plan.reviews == 100);
  CHECK(plan.siblings == study::Siblings::OtherDays);
  CHECK(test::value(plan_of(store, {"towers"})) == study::Plan{});
  apply(store, with_preset(store, "Exam", {}));
  CHECK(test::value(preset_of(store, kDeck)) == "Default");
  test::value(store.undo(test::kStart));
  CHECK(test::value(preset_of(store, kDeck)) == "Exam");
}

TEST_CASE("settings: a preset that nobody can schedule by is refused, or read as by default") {
  const test::TemporaryFolder folder;
  Store store = store_with_decks(folder.path() / "p.sqlite");
  Preset bad = exam_preset();
  bad.scheduling.desired_retention = 1.5;
  CHECK_FALSE(with_preset(store, "Bad", bad));
  CHECK_FALSE(with_preset(store, "", exam_preset()));
  for (const char* json : {"7", "{}", "[]", "{\"scheduling\":7}", "\"x\""}) {
    test::value(store.remember("preset/Default", json));
    CHECK(test::value(preset(store, "Default")) == Preset{});
  }
}

TEST_CASE("F25 settings: the day by which a deck is needed is part of its plan") {
  const test::TemporaryFolder folder;
  Store store = store_with_decks(folder.path() / "p.sqlite");
  const study::Exam exam{.day = 20'600, .final_days = 5};
  apply(store, with_exam(store, kDeck, exam));
  CHECK(test::value(exam_of(store, kDeck)) == exam);
  CHECK(test::value(plan_of(store, kDeck)).exam == exam);
  apply(store, with_exam(store, kDeck, {}));
  CHECK_FALSE(test::value(exam_of(store, kDeck)));
}

TEST_CASE("settings: the deck list stands in the learner's order, new decks behind it") {
  const test::TemporaryFolder folder;
  Store store = store_with_decks(folder.path() / "p.sqlite");
  const auto names = [&] {
    std::string text;
    for (const DeckLine& line : test::value(store.decks(test::kStart, {})))
      text += line.id.text + " ";
    return text;
  };
  CHECK(names() == "bridges tunnels towers ");
  apply(store, ordered(store, {{"towers"}, {"gone"}, {"bridges"}}));
  CHECK(names() == "towers bridges tunnels ");
  test::value(store.add(test::sample_deck("dams", 3), test::kStart));
  CHECK(names() == "towers bridges tunnels dams ");
  test::value(store.undo(test::kStart));
  test::value(store.undo(test::kStart));
  CHECK(names() == "bridges tunnels towers ");
}

TEST_CASE(
    "F17 settings: a session that was left is remembered, and undo has nothing to do with it") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const StartedSession session{
      {{"bridges"}, {"towers"}}, test::kStart, 0xFFFF'FFFF'FFFF'FFFFU, 12, 30};
  {
    Store store = store_with_decks(file);
    CHECK_FALSE(test::value(started_session(store)));
    test::value(remember_session(store, session));
  }
  Store store = test::value(Store::open(file));
  CHECK(test::value(started_session(store)) == session);
  test::value(store.undo(test::kStart));
  CHECK(test::value(started_session(store)) == session);
  test::value(remember_session(store, {}));
  CHECK_FALSE(test::value(started_session(store)));
}
