// Settings act at once, are steps of undo, and survive a kill; backups are put back.
#include "game/recto/settings_flow.h"

#include <algorithm>

#include "game/progress/settings.h"
#include "game/recto/data_care.h"
#include "tests/game/recto/desk.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using screens::CommandId;
using screens::SettingId;
using screens::SettingsAction;
using test::Desk;
using Kind = SettingsAction::Kind;

namespace {

void choose(Desk& desk, SettingId id, std::size_t index) {
  desk.app().apply(SettingsAction{.kind = Kind::Choose, .id = id, .index = index});
}
void run(Desk& desk, CommandId command) {
  desk.app().apply(screens::run(command));
}
}  // namespace

TEST_CASE("F31 recto: the look acts at once, can be undone and redone, and survives a kill") {
  Desk desk;
  CHECK(desk.app().appearance() == screens::Appearance{});
  choose(desk, SettingId::Theme, 3);
  choose(desk, SettingId::Motion, 1);
  run(desk, CommandId::Larger);
  CHECK(desk.app().appearance() == screens::Appearance{"contrast", 1.1F, true});
  desk.start();
  CHECK(desk.app().appearance() == screens::Appearance{"contrast", 1.1F, true});
  run(desk, CommandId::Undo);
  CHECK(desk.app().appearance() == screens::Appearance{"contrast", 1, true});
  run(desk, CommandId::Undo);
  run(desk, CommandId::Undo);
  CHECK(desk.app().appearance() == screens::Appearance{});
  run(desk, CommandId::Redo);
  CHECK(desk.app().appearance().theme == "contrast");
  CHECK(desk.message() == "Done again: a setting.");
  desk.app().apply(SettingsAction{.kind = Kind::Reset, .id = SettingId::Theme});
  CHECK(desk.app().appearance().theme.empty());
}

TEST_CASE("U9 recto: a line with Undo goes when something else was done since") {
  Desk desk;
  desk.add(test::treaty_deck());
  CHECK(desk.app().shell().message->can_undo);
  choose(desk, SettingId::Motion, 1);
  CHECK_FALSE(desk.app().shell().message);
  run(desk, CommandId::Undo);
  CHECK_FALSE(desk.app().appearance().still);
  CHECK(desk.app().decks().rows.size() == 1);
}

TEST_CASE("F31 recto: new cards a day and the budget change today's plan at once") {
  Desk desk;
  desk.add(test::numbers_deck(40));
  CHECK(desk.app().today().headline == "20 cards, about 5 minutes");
  choose(desk, SettingId::NewCards, 1);
  CHECK(desk.app().today().headline == "5 cards, about 1 minute");
  choose(desk, SettingId::NewCards, 0);
  CHECK(desk.app().today().headline == "Nothing is due today");
  choose(desk, SettingId::NewCards, 6);
  choose(desk, SettingId::Budget, 2);  // ten minutes: 40 answers, three for each new card
  CHECK(desk.app().today().headline == "13 cards, about 3 minutes");
  desk.app().apply(SettingsAction{.kind = Kind::Reset, .id = SettingId::NewCards});
  desk.app().apply(SettingsAction{.kind = Kind::Reset, .id = SettingId::Budget});
  CHECK(desk.app().today().headline == "20 cards, about 5 minutes");
}

TEST_CASE(
    "F31 recto: the desired retention holds for every way of answering, in the next session") {
  Desk desk;
  desk.add(test::numbers_deck(2));
  desk.app().apply(screens::DecksAction{.kind = screens::DecksAction::Kind::Open,
                                        .deck = {"numbers"},
                                        .panel = screens::DeckPanel::Kind::Answering});
  desk.app().apply(screens::DecksAction{.kind = screens::DecksAction::Kind::Answer,
                                        .deck = {"numbers"},
                                        .answering = study::Answering::Recall});
  const auto longest = [&] {
    desk.study({"numbers"});
    desk.act(screens::StudyAction::Kind::Reveal);
    const std::string interval = desk.app().study().ratings.back().interval;
    desk.act(screens::StudyAction::Kind::Leave);
    return interval;
  };
  choose(desk, SettingId::Retention, 5);  // 97 %
  const std::string sure = longest();
  desk.start();
  choose(desk, SettingId::Retention, 0);  // 80 %
  CHECK(longest() != sure);
  const progress::Store store = test::value(progress::open_profile(desk.profile()));
  CHECK(test::value(progress::preset_for(store, {"numbers"})).scheduling.desired_retention == 0.8);
}

TEST_CASE(
    "recto: what an older Recto kept in its file is taken over, and loses against newer values") {
  Desk desk;
  progress::Store store = test::value(progress::open_profile(desk.profile()));
  app::adopt_settings(store, {"dark", 2, {true, false}});
  CHECK(app::read_appearance(store) == screens::Appearance{"dark", 2, false});
  app::adopt_settings(store, {"light", 3});
  CHECK(app::read_appearance(store) == screens::Appearance{"dark", 2, false});
  test::value(store.remember("app/zoom", "77"));
  CHECK(app::read_appearance(store).zoom == 1);
  desk.start();
  const std::vector<screens::SettingGroup> groups = desk.app().settings().groups;
  const auto chosen = [&](SettingId id) {
    for (const screens::SettingGroup& group : groups)
      for (const screens::SettingRow& row : group.rows)
        if (row.id == id) return row.values[row.chosen.value()];
    return std::string();
  };
  CHECK(chosen(SettingId::Buttons) == "Two");
  CHECK(chosen(SettingId::SpaceRates) == "Off");
}

TEST_CASE("F18 F19 recto: two buttons, and Space that does not rate, hold at once and are undone") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.study({"treaty"});
  desk.act(screens::StudyAction::Kind::Reveal, "1494");
  CHECK(desk.app().study().ratings.size() == 4);
  CHECK(desk.app().study().space_rates);
  run(desk, CommandId::ShowSettings);
  choose(desk, SettingId::Buttons, 1);
  choose(desk, SettingId::SpaceRates, 1);
  choose(desk, SettingId::CardText, 4);
  run(desk, CommandId::ShowStudy);
  CHECK(desk.app().study().ratings.size() == 2);
  CHECK_FALSE(desk.app().study().space_rates);
  CHECK(desk.app().study().text_size == 1.5F);
  run(desk, CommandId::ShowSettings);  // where undoing is about the settings
  for (int steps = 0; steps < 3; ++steps)
    run(desk, CommandId::Undo);
  run(desk, CommandId::ShowStudy);
  CHECK(desk.app().study().text_size == 1);
  CHECK(desk.app().study().space_rates);
  CHECK(desk.app().study().ratings.size() == 4);
  desk.start();
  desk.study({"treaty"});
  desk.act(screens::StudyAction::Kind::Reveal, "1494");
  CHECK(desk.app().study().ratings.size() == 4);
}

TEST_CASE("F31 recto: a limit of repeated cards holds for each deck, and new cards wait") {
  Desk desk;
  desk.add(test::numbers_deck(60));
  for (int session = 0; session < 3; ++session) {
    desk.study({"numbers"});
    while (desk.page() == screens::Page::Study)
      desk.answer(Rating::Easy);
  }
  desk.now += 24h * 400;
  choose(desk, SettingId::Reviews, 1);  // 25
  desk.app().tick();
  desk.study({"numbers"});
  CHECK(desk.app().study().left == 25);
  desk.act(screens::StudyAction::Kind::Leave);
  desk.app().apply(SettingsAction{.kind = Kind::Reset, .id = SettingId::Reviews});
  desk.start();
  desk.study({"numbers"});
  CHECK(desk.app().study().left == 60);
}

TEST_CASE("F2 recto: the folder of the data is copied in full") {
  Desk desk;
  desk.app().show_data({"/home/ada/.local/share/recto", {}, false});
  desk.app().apply(SettingsAction{.kind = Kind::CopyFolder});
  CHECK(desk.app().take_copied() == "/home/ada/.local/share/recto");
}

TEST_CASE("F32 recto: a backup is put back after a question, what was there is kept") {
  Desk desk;
  desk.add(test::treaty_deck());
  const std::filesystem::path database = desk.profile() / progress::kDatabaseName;
  REQUIRE(test::value(progress::back_up_by_itself(database, desk.now, progress::Occasion::Day)));
  desk.now += 2h;
  desk.add(test::numbers_deck(3));
  desk.study({"numbers"});
  desk.answer(Rating::Easy);

  const app::Backups backups = app::read_backups(database, {});
  REQUIRE(backups.lines.size() == 1);
  CHECK(backups.lines[0].made == "Wednesday, 25 November, 12:00");
  CHECK(backups.lines[0].contents == "1 deck, 5 cards, 0 answers");
  desk.app().show_data({"", backups.lines, false});
  desk.app().apply(SettingsAction{.kind = Kind::Ask, .index = 0});
  CHECK_FALSE(desk.app().settings().question.empty());
  CHECK_FALSE(desk.app().take_restore());
  desk.app().apply(SettingsAction{.kind = Kind::Restore});
  CHECK(desk.app().take_restore() == screens::RestoreWish{0, {}});
  CHECK_FALSE(desk.app().take_restore());

  { const progress::Store closed = desk.app().give_away_store(); }
  // Nothing that a person does meanwhile counts, and nothing falls over.
  desk.study({"treaty"});
  run(desk, CommandId::Undo);
  run(desk, CommandId::Larger);
  desk.act(screens::StudyAction::Kind::Reveal);
  desk.now += 24h;
  desk.app().tick();
  CHECK(desk.app().is_restoring());

  app::Restored restored = app::restore_backup(database, backups.files[0].file, desk.now);
  CHECK(restored.problem.empty());
  CHECK(std::filesystem::exists(restored.kept));
  CHECK(app::read_backups(database, {}).files.size() == 2);  // made before it
  desk.app().adopt(test::value(std::move(restored.store)));
  REQUIRE(desk.app().decks().rows.size() == 1);
  CHECK(desk.app().decks().rows[0].id == DeckId{"treaty"});
  CHECK_FALSE(desk.app().shell().place.can_resume);
}

TEST_CASE("F32 recto: a backup that is damaged or gone is refused, and the database goes on") {
  Desk desk;
  desk.add(test::treaty_deck());
  const std::filesystem::path database = desk.profile() / progress::kDatabaseName;
  { const progress::Store closed = desk.app().give_away_store(); }
  app::Restored restored = app::restore_backup(database, desk.profile() / "no-such", desk.now);
  CHECK_FALSE(restored.problem.empty());
  desk.app().adopt(test::value(std::move(restored.store)));
  CHECK(desk.app().decks().rows.size() == 1);
}

TEST_CASE("F32 recto: one deck of a backup is put back, with Undo, and the others stay") {
  Desk desk;
  desk.add(test::treaty_deck());
  desk.add(test::numbers_deck(3));
  const std::filesystem::path database = desk.profile() / progress::kDatabaseName;
  REQUIRE(test::value(progress::back_up_by_itself(database, desk.now, progress::Occasion::Day)));
  desk.now += 2h;
  for (const char* deck : {"treaty", "numbers"})
    desk.app().apply(
        screens::DecksAction{.kind = screens::DecksAction::Kind::Delete, .deck = {deck}});
  REQUIRE(desk.app().decks().rows.empty());

  const app::Backups backups = app::read_backups(database, {});
  REQUIRE(backups.lines.size() == 1);
  REQUIRE(backups.lines[0].decks.size() == 2);
  desk.app().show_data({"", backups.lines, false});
  desk.app().apply(SettingsAction{.kind = Kind::Ask, .index = 0});
  desk.app().apply(SettingsAction{.kind = Kind::Pick, .index = 2});
  CHECK(desk.app().settings().choices[2].chosen);
  desk.app().apply(SettingsAction{.kind = Kind::Restore});
  const std::optional<screens::RestoreWish> wish = desk.app().take_restore();
  REQUIRE(wish);
  REQUIRE(wish->deck);
  const DeckId deck = *wish->deck;

  { const progress::Store closed = desk.app().give_away_store(); }
  app::Restored restored =
      app::restore_deck(database, backups.files[wish->backup].file, deck, desk.now);
  CHECK(restored.problem.empty());
  CHECK_FALSE(restored.deck.empty());
  desk.app().adopt(test::value(std::move(restored.store)));
  REQUIRE(desk.app().decks().rows.size() == 1);
  CHECK(desk.app().decks().rows[0].id == deck);
  run(desk, CommandId::Undo);
  CHECK(desk.app().decks().rows.empty());

  { const progress::Store closed = desk.app().give_away_store(); }
  app::Restored refused = app::restore_deck(database, desk.profile() / "no-such", deck, desk.now);
  CHECK_FALSE(refused.problem.empty());
  desk.app().adopt(test::value(std::move(refused.store)));
  run(desk, CommandId::Redo);
  CHECK(desk.app().decks().rows.size() == 1);
}
