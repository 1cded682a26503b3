// Backup and restore: tests of game/progress/copies.cpp.
#include <fstream>

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Store;

namespace {

const DeckId kDeck{"bridges"};
using Names = std::vector<std::string>;

Store studied(const std::filesystem::path& file) {
  Store store = test::value(Store::open(file));
  test::value(store.add(test::sample_deck(kDeck.text, 20), test::kStart));
  for (std::size_t i = 0; i < 20; ++i)
    test::answer(store, kDeck, i, Rating::Good, test::kStart + std::chrono::minutes(i));
  return store;
}

test::Contents contents_in(const std::filesystem::path& file) {
  return test::contents_of(test::value(Store::open(file)), test::kStart);
}

}  // namespace

TEST_CASE("F32 progress: a backup is one file with everything, also what is still in the log") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const auto copy = folder.path() / "copies" / "backup.sqlite";
  std::filesystem::create_directory(copy.parent_path());
  Store store = studied(file);
  test::value(store.backup(copy));
  CHECK(test::names_in(copy.parent_path()) == Names{"backup.sqlite"});
  const auto then = test::contents_of(store, test::kStart);
  test::answer(store, kDeck, 0, Rating::Again, test::kStart + 48h);
  CHECK(contents_in(copy) == then);
  test::value(store.backup(copy));
  CHECK(contents_in(copy) == test::contents_of(store, test::kStart));
  CHECK(test::value(test::value(Store::open(copy)).check()).faults.empty());
}

TEST_CASE("progress: a backup never replaces a file that is no backup") {
  const test::TemporaryFolder folder;
  const Store store = studied(folder.path() / "p.sqlite");
  const auto letter = folder.path() / "letter.txt";
  std::ofstream(letter) << "Dear reader";
  CHECK_FALSE(store.backup(letter));
  CHECK(test::bytes_of(letter) == "Dear reader");
  CHECK_FALSE(store.backup(folder.path() / "p.sqlite"));
  CHECK_FALSE(store.backup(folder.path()));
  CHECK_FALSE(store.backup(folder.path() / "missing" / "backup.sqlite"));
  CHECK(test::names_in(folder.path()) ==
        Names{"letter.txt", "p.sqlite", "p.sqlite-shm", "p.sqlite-wal"});
}

TEST_CASE("F32 progress: restore brings the backup back and keeps what was there") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const auto copy = folder.path() / "backup.sqlite";
  test::Contents then;
  test::Contents now;
  {
    Store store = studied(file);
    test::value(store.backup(copy));
    then = test::contents_of(store, test::kStart);
    test::answer(store, kDeck, 0, Rating::Again, test::kStart + 48h);
    now = test::contents_of(store, test::kStart);
  }
  const auto bytes = test::bytes_of(copy);
  const auto kept = test::value(Store::restore(file, copy));
  CHECK(kept == file.string() + ".before-restore-1");
  CHECK(contents_in(file) == then);
  CHECK(contents_in(kept) == now);
  CHECK(test::bytes_of(copy) == bytes);
  CHECK(test::names_in(folder.path()) ==
        Names{"backup.sqlite", "p.sqlite", "p.sqlite.before-restore-1"});
  CHECK(test::value(Store::restore(file, kept)) == file.string() + ".before-restore-2");
  CHECK(contents_in(file) == now);
}

TEST_CASE("progress: restore into an empty profile") {
  const test::TemporaryFolder folder;
  const auto copy = folder.path() / "backup.sqlite";
  test::value(studied(folder.path() / "p.sqlite").backup(copy));
  CHECK(test::value(Store::restore(folder.path() / "new.sqlite", copy)).empty());
  CHECK(contents_in(folder.path() / "new.sqlite") == contents_in(folder.path() / "p.sqlite"));
}

TEST_CASE("progress: a database that was killed can be restored from, with its log") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const auto killed = folder.path() / "killed.sqlite";
  const Store store = studied(file);
  for (const char* suffix : {"", "-wal"})
    std::filesystem::copy_file(file.string() + suffix, killed.string() + suffix);
  REQUIRE(std::filesystem::file_size(killed.string() + "-wal") > 0);
  const auto log = test::bytes_of(killed.string() + "-wal");
  test::value(Store::restore(folder.path() / "new.sqlite", killed));
  CHECK(contents_in(folder.path() / "new.sqlite") == test::contents_of(store, test::kStart));
  CHECK(test::bytes_of(killed.string() + "-wal") == log);
}

TEST_CASE("progress: restore refuses a bad backup and leaves everything as it was") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const auto bad = folder.path() / "bad.sqlite";
  test::value(studied(file).backup(bad));
  SUBCASE("missing") {
    std::filesystem::remove(bad);
  }
  SUBCASE("empty") {
    std::ofstream(bad, std::ios::trunc).flush();
  }
  SUBCASE("text") {
    std::ofstream(bad, std::ios::trunc) << std::string(9000, 'x');
  }
  SUBCASE("newer") {
    test::run_sql(bad, "PRAGMA user_version = 1000");
  }
  SUBCASE("another program's") {
    test::run_sql(bad, "PRAGMA application_id = 77");
  }
  SUBCASE("cut off") {
    std::filesystem::resize_file(bad, 4096 * 5);
  }
  SUBCASE("tampered with") {
    test::run_sql(bad, "UPDATE facts SET reps = 9 WHERE id = 1");
  }
  const auto names = test::names_in(folder.path());
  const auto bytes = test::bytes_of(file);
  const auto restored = Store::restore(file, bad);
  REQUIRE_FALSE(restored);
  CHECK(restored.error().where == bad.string());
  CHECK_FALSE(restored.error().advice.empty());
  CHECK(test::names_in(folder.path()) == names);
  CHECK(test::bytes_of(file) == bytes);
}

TEST_CASE("progress: restore sets a damaged database aside, with its log") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const auto copy = folder.path() / "backup.sqlite";
  test::value(studied(file).backup(copy));
  SUBCASE("no database any more") {
    std::ofstream(file, std::ios::trunc) << std::string(9000, 'x');
  }
  SUBCASE("cut off") {
    std::filesystem::resize_file(file, 4096 * 5);
  }
  std::ofstream(file.string() + "-wal") << "the log of a damaged database";
  const auto bytes = test::bytes_of(file);
  const auto kept = test::value(Store::restore(file, copy));
  CHECK(test::bytes_of(kept) == bytes);
  CHECK(contents_in(file) == contents_in(copy));
}

TEST_CASE("progress: restore refuses to replace what is newer, foreign or in use") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  const auto copy = folder.path() / "backup.sqlite";
  test::value(studied(file).backup(copy));
  SUBCASE("newer") {
    test::run_sql(file, "PRAGMA user_version = 1000");
    CHECK(Store::restore(file, copy).error().kind == Error::Kind::Unsupported);
  }
  SUBCASE("foreign") {
    test::run_sql(file, "PRAGMA application_id = 77");
    CHECK(Store::restore(file, copy).error().kind == Error::Kind::Unsupported);
  }
  SUBCASE("in use") {
    Store open = test::value(Store::open(file));
    test::answer(open, kDeck, 1, Rating::Good, test::kStart + 48h);
    const auto refused = Store::restore(file, copy);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.find("another program") != std::string::npos);
    test::answer(open, kDeck, 2, Rating::Good, test::kStart + 48h);
    CHECK(test::value(open.check()).faults.empty());
  }
  CHECK_FALSE(std::filesystem::exists(file.string() + ".before-restore-1"));
}
