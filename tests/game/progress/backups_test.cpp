// Backups that are made by themselves: tests of game/progress/backups.cpp.
#include "game/progress/backups.h"

#include <algorithm>
#include <fstream>

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using progress::automatic_backups;
using progress::back_up_by_itself;
using progress::Occasion;
using progress::Store;

namespace {

const DeckId kDeck{"bridges"};

Store with_deck(const std::filesystem::path& file) {
  Store store = test::value(Store::open(file));
  test::value(store.add(test::sample_deck(kDeck.text, 5), test::kStart));
  return store;
}

}  // namespace

TEST_CASE("F32 progress: a backup a day is made, whole, while the database is in use") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store store = with_deck(file);
  const auto then = test::contents_of(store, test::kStart);
  const auto made = test::value(back_up_by_itself(file, test::kStart, Occasion::Day));
  REQUIRE(made);
  CHECK(test::names_in(made->parent_path()).size() == 1);
  CHECK_FALSE(test::value(back_up_by_itself(file, test::kStart + 2h, Occasion::Day)));
  test::answer(store, kDeck, 0, memory::Rating::Good, test::kStart);
  CHECK(test::value(back_up_by_itself(file, test::kStart + 24h, Occasion::Day)));
  const auto backups = automatic_backups(file);
  REQUIRE(backups.size() == 2);
  CHECK(backups[1] == progress::Backup{*made, test::kStart});
  CHECK(test::value(progress::contents_of(backups[0])) ==
        progress::BackupContents{1, then.decks[0].cards, 1});
  CHECK(test::value(progress::contents_of(backups[1])).log_entries == 0);
  test::value(Store::restore(folder.path() / "new.sqlite", *made));
  CHECK(test::contents_of(test::value(Store::open(folder.path() / "new.sqlite")), test::kStart) ==
        then);
}

TEST_CASE("F32 progress: before a merge there is a backup, one an hour") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store store = with_deck(file);
  CHECK(automatic_backups(file).empty());
  for (const auto later : {0min, 10min, 59min, 60min, 61min})
    test::value(store.add(test::sample_deck(kDeck.text, 6), test::kStart + later));
  const auto backups = automatic_backups(file);
  REQUIRE(backups.size() == 2);
  CHECK(test::value(progress::contents_of(backups[1])).cards ==
        test::sample_deck(kDeck.text, 5).cards.size());
}

TEST_CASE("F32 progress: before an upgrade the old layout is kept") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  with_deck(file);
  test::make_version_1(file);
  test::value(Store::open(file));
  CHECK(test::names_in(folder.path() / "backups").at(0).starts_with("before-layout-"));
}

TEST_CASE("F32 progress: kept are 7 daily, 4 weekly and 12 monthly backups, and today's") {
  std::vector<Instant> made;
  for (int hour = 0; hour < 24 * 800; hour += 3)
    made.push_back(test::kStart + std::chrono::hours(hour));
  const auto kept = progress::worth_keeping(made);
  CHECK(std::ranges::is_sorted(kept, std::greater()));
  CHECK(kept.front() == made.back());
  // 8 within 24 hours; 6 more days; weeks and months that are not among those days.
  CHECK(kept.size() >= 8 + 6 + 2 + 9);
  CHECK(kept.size() <= 8 + 6 + 4 + 12);
  CHECK(kept.back() < made.back() - std::chrono::days(10 * 30));
  CHECK(kept.back() > made.back() - std::chrono::days(12 * 31));
  CHECK(progress::worth_keeping(kept) == kept);
  CHECK(progress::worth_keeping({}).empty());
}

TEST_CASE("F32 progress: one backup after the other, those that are kept are never more than 50") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  with_deck(file);
  for (int day = 0; day < 60; ++day)
    CHECK(test::value(back_up_by_itself(file, test::kStart + day * 24h, Occasion::Day)));
  const auto backups = automatic_backups(file);
  CHECK(backups.size() >= 7);
  CHECK(backups.size() <= 14);
  CHECK(backups.front().made == test::kStart + 59 * 24h);
}

TEST_CASE("F32 progress: no backup of nothing, and none of a damaged database; the old ones stay") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  test::value(Store::open(file));
  CHECK_FALSE(test::value(back_up_by_itself(file, test::kStart, Occasion::Day)));
  with_deck(file);
  REQUIRE(test::value(back_up_by_itself(file, test::kStart, Occasion::Day)));
  std::filesystem::resize_file(file, 4096 * 9);
  const auto refused = back_up_by_itself(file, test::kStart + 48h, Occasion::Day);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == Error::Kind::BadInput);
  CHECK(automatic_backups(file).size() == 1);
  CHECK(test::names_in(folder.path() / "backups").size() == 1);
}
