// What can be read of a damaged database is saved: tests of game/progress/repair.cpp.
#include <algorithm>
#include <fstream>
#include <set>

#include "game/progress/connection.h"
#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Store;

namespace {

constexpr std::size_t kPage = 4096;

/// Two decks, three answers to each fact; cards that are no longer in their deck too.
void make_profile(const std::filesystem::path& file) {
  Store store = test::value(Store::open(file));
  for (const char* id : {"bridges", "tunnels"}) {
    test::value(store.add(test::sample_deck(id, 60), test::kStart));
    for (std::size_t i = 0; i < 180; ++i)
      test::answer(store, {id}, i % 60, static_cast<Rating>(1 + i % 4), test::kStart + i * 7h);
  }
  test::value(store.add(test::sample_deck("tunnels", 50), test::kStart));
}

void overwrite(const std::filesystem::path& file, std::size_t at, const std::string& bytes) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekp(static_cast<std::streamoff>(at));
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

std::size_t size_of(const progress::Stats& stats) {
  return stats.decks + stats.cards + stats.facts + stats.reviews;
}

}  // namespace

TEST_CASE("progress: a sound database loses nothing when it is repaired") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  make_profile(file);
  const auto then = test::contents_of(test::value(Store::open(file)), test::kStart);
  const std::string bytes = test::bytes_of(file);
  const auto repaired = test::value(Store::repair(file));
  CHECK(repaired.lost == std::vector<std::string>{});
  CHECK(repaired.kept == file.string() + ".before-repair-1");
  CHECK(test::bytes_of(repaired.kept) == bytes);
  CHECK(test::contents_of(test::value(Store::open(file)), test::kStart) == then);
  CHECK(test::value(Store::open(file)).check()->faults.empty());
}

TEST_CASE("progress: states and sums that do not follow from the log are set right") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  make_profile(file);
  const auto then = test::contents_of(test::value(Store::open(file)), test::kStart);
  test::run_sql(file,
                "UPDATE facts SET stability = 5, phase = 1 WHERE id % 3 = 0; DELETE FROM days;"
                "UPDATE decks SET cards = cards - 1; UPDATE due_counts SET facts = 0");
  test::value(Store::repair(file));
  CHECK(test::contents_of(test::value(Store::open(file)), test::kStart) == then);
}

namespace {

std::size_t pages_of_schema(const std::filesystem::path& file) {
  progress::Connection connection(file, progress::Access::ReadOnly);
  return static_cast<std::size_t>(
      connection.number("SELECT COUNT(*) FROM dbstat WHERE name = 'sqlite_schema'"));
}

}  // namespace

TEST_CASE("progress: whichever page is lost, the rest is saved, and what is lost is told") {
  const test::TemporaryFolder folder;
  const auto sound = folder.path() / "sound.sqlite";
  make_profile(sound);
  const auto whole = test::value(test::value(Store::open(sound)).stats());
  const std::size_t pages = std::filesystem::file_size(sound) / kPage;
  std::size_t repairs = 0;
  std::size_t losses = 0;
  for (std::size_t page = 0; page < pages; ++page) {
    CAPTURE(page);
    const auto file = folder.path() / "p.sqlite";
    std::filesystem::copy_file(sound, file, std::filesystem::copy_options::overwrite_existing);
    overwrite(file, page * kPage, std::string(kPage, static_cast<char>(page % 3 * 85)));
    const std::string bytes = test::bytes_of(file);
    const auto repaired = Store::repair(file);
    if (!repaired) {
      // Without a page of the list of tables nothing can be found.
      CHECK_FALSE(repaired.error().advice.empty());
      CHECK(test::bytes_of(file) == bytes);
      continue;
    }
    ++repairs;
    CHECK(test::bytes_of(repaired->kept) == bytes);
    if (size_of(repaired->saved) < size_of(whole)) ++losses;
    CHECK((!repaired->lost.empty() || size_of(repaired->saved) == size_of(whole)));
    const auto report = test::value(test::value(Store::open(file)).check());
    CHECK(report.faults == std::vector<std::string>{});
    std::filesystem::remove(repaired->kept);
  }
  MESSAGE(repairs, " of ", pages, " repaired, ", losses, " of them with losses");
  CHECK(repairs + pages_of_schema(sound) >= pages);
  CHECK(losses > 10);
}

TEST_CASE("progress: repair refuses what is not there, newer or another program's") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  CHECK(Store::repair(file).error().kind == Error::Kind::NotFound);
  make_profile(file);
  test::run_sql(file, "PRAGMA user_version = 1000");
  const auto names = test::names_in(folder.path());
  CHECK(Store::repair(file).error().kind == Error::Kind::Unsupported);
  CHECK(test::names_in(folder.path()) == names);
}

TEST_CASE("progress: bytes turned over at random, or a file cut off: no crash, and a way back") {
  const test::TemporaryFolder folder;
  const auto sound = folder.path() / "sound.sqlite";
  const auto copy = folder.path() / "copy.sqlite";
  make_profile(sound);
  test::value(test::value(Store::open(sound)).backup(copy));
  const auto then = test::contents_of(test::value(Store::open(copy)), test::kStart);
  int opened = 0;
  int repaired = 0;
  test::for_seeds(60, [&](Random& random) {
    const test::TemporaryFolder place;
    const auto file = place.path() / "p.sqlite";
    std::filesystem::copy_file(sound, file);
    const std::size_t size = std::filesystem::file_size(file);
    if (random.below(4) == 0) {
      std::filesystem::resize_file(file, random.below(size));
    } else {
      for (std::uint64_t left = 1 + random.below(30); left > 0; --left)
        overwrite(file, random.below(size), std::string(1, static_cast<char>(random())));
    }
    if (auto store = Store::open(file)) {
      ++opened;
      (void)store->check();
      (void)store->stats();
      (void)store->forecast(test::kStart, {}, 30);
      (void)store->export_json();
      (void)store->backup(place.path() / "backup.sqlite");
      if (const auto items = store->items({"bridges"}); items && !items->empty())
        (void)store->record(test::answer_of(items->front(), Rating::Good, test::kStart + 2000h, {}),
                            {});
    }
    if (Store::repair(file)) {
      ++repaired;
      CHECK(test::value(test::value(Store::open(file)).check()).faults.empty());
    }
    test::value(Store::restore(file, copy));
    CHECK(test::contents_of(test::value(Store::open(file)), test::kStart) == then);
  });
  MESSAGE(opened, " of 60 opened, ", repaired, " repaired");
  CHECK(repaired > 40);
}
