#include "game/progress/store.h"

#include <algorithm>
#include <fstream>
#include <map>

#include "game/study/session.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using progress::Rules;
using progress::Store;

namespace {

const DeckId kDeck{"bridges"};

Store store_with_deck(const std::filesystem::path& file, int facts = 20) {
  Store store = test::value(Store::open(file));
  test::value(store.add(test::sample_deck(kDeck.text, facts), test::kStart));
  return store;
}

void write_raw(const std::filesystem::path& file, const std::string& bytes, std::streamoff at = 0) {
  std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
  stream.seekp(at);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  REQUIRE(stream.good());
}

/// Opening `file` is refused with `what` in the sentence, and neither the file nor its folder
/// changes.
void check_refused_untouched(const std::filesystem::path& file, Error::Kind kind,
                             const std::string& what) {
  const auto names = test::names_in(file.parent_path());
  const auto bytes = test::bytes_of(file);
  const auto store = Store::open(file);
  REQUIRE_FALSE(store);
  CHECK(store.error().kind == kind);
  CHECK(store.error().what.find(what) != std::string::npos);
  CHECK(store.error().where == file.string());
  CHECK_FALSE(store.error().advice.empty());
  CHECK(test::names_in(file.parent_path()) == names);
  CHECK(test::bytes_of(file) == bytes);
}

}  // namespace

TEST_CASE("progress: what is stored is there when the database is opened again") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "progress.sqlite";
  const test::Contents before = [&] {
    Store store = store_with_deck(file);
    test::answer(store, kDeck, 3, Rating::Good, test::kStart + 1min);
    test::answer(store, kDeck, 0, Rating::Again, test::kStart + 2min);
    return test::contents_of(store, test::kStart);
  }();
  CHECK(test::names_in(folder.path()) == std::vector<std::string>{"progress.sqlite"});
  CHECK(test::contents_of(test::value(Store::open(file)), test::kStart) == before);
  CHECK(before.items[3].state.reps == 1);
}

TEST_CASE("progress: an answer that does not follow the stored state is refused, nothing changes") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto stale = test::value(store.items(kDeck)).at(0);
  test::answer(store, kDeck, 0, Rating::Good, test::kStart);
  const auto contents = test::contents_of(store, test::kStart);
  const auto late = test::answer_of(stale, Rating::Easy, test::kStart + 1min, {});
  const auto refused = store.record(late, {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().what.find("does not follow") != std::string::npos);
  auto early =
      test::answer_of(test::value(store.items(kDeck)).at(0), Rating::Good, test::kStart, {});
  CHECK_FALSE(store.record(early, {}));
  auto stranger = late;
  stranger.fact = {"fact/none"};
  CHECK(store.record(stranger, {}).error().kind == Error::Kind::NotFound);
  stranger = late;
  stranger.deck = {"none"};
  CHECK(store.record(stranger, {}).error().kind == Error::Kind::NotFound);
  auto wrong_card =
      test::answer_of(test::value(store.items(kDeck)).at(1), Rating::Good, test::kStart, {});
  wrong_card.card = {"none"};
  CHECK(store.record(wrong_card, {}).error().kind == Error::Kind::NotFound);
  CHECK(test::contents_of(store, test::kStart) == contents);
  CHECK(test::value(store.stats()).reviews == 1);
}

TEST_CASE("F17 progress: only the last counted answer of a fact can be taken back") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto start = test::contents_of(store, test::kStart);
  const auto first = test::answer(store, kDeck, 2, Rating::Good, test::kStart);
  const auto second = test::answer(store, kDeck, 2, Rating::Hard, test::kStart + 10min);
  CHECK_FALSE(store.take_back(first, test::kStart + 11min));
  test::value(store.take_back(second, test::kStart + 11min));
  CHECK(test::value(store.items(kDeck)).at(2).state == first.after);
  CHECK_FALSE(store.take_back(second, test::kStart + 12min));
  test::value(store.take_back(first, test::kStart + 12min));
  CHECK_FALSE(store.take_back(first, test::kStart + 13min));
  CHECK(test::contents_of(store, test::kStart) == start);
  CHECK(test::value(store.check()).faults.empty());
}

TEST_CASE("progress: a clock that is set back, or stands still, loses no answer and no undo") {
  const test::TemporaryFolder folder;
  Store store = store_with_deck(folder.path() / "p.sqlite");
  const auto ahead = test::answer(store, kDeck, 0, Rating::Good, test::kStart + 24h);
  test::value(store.take_back(ahead, test::kStart));
  test::answer(store, kDeck, 0, Rating::Easy, test::kStart);
  const auto again = test::answer(store, kDeck, 1, Rating::Hard, test::kStart);
  test::value(store.take_back(again, test::kStart));
  test::answer(store, kDeck, 1, Rating::Good, test::kStart);
  CHECK(test::value(store.stats()).reviews == 2);
  CHECK(test::value(store.stats()).undone == 2);
  CHECK(test::value(store.check()).faults.empty());
}

namespace {

/// Up to `actions` answers and undos at random in one session; `given` gets those that count.
int study_at_random(Store& store, const Rules& rules, Instant& now, int actions, Random& random,
                    std::vector<study::Answered>& given) {
  study::Session session(test::value(store.items(kDeck)),
                         test::value(memory::Scheduler::make(rules.scheduling)), rules.day, {}, now,
                         random());
  int done = 0;
  for (; done < actions; ++done) {
    now += std::chrono::milliseconds(1 + random.below(300'000));
    const auto undone = random.below(5) == 0 ? session.undo() : std::nullopt;
    if (undone) {
      const auto& answered = std::get<study::Answered>(*undone);
      test::value(store.take_back(answered, now));
      REQUIRE(given.back() == answered);
      given.pop_back();
      continue;
    }
    if (session.current() == nullptr) return done;
    const auto rating = static_cast<Rating>(1 + random.below(4));
    given.push_back(session.answer(rating, now, std::chrono::milliseconds(random.below(700'000))));
    test::value(store.record(given.back(), rules));
  }
  return done;
}

}  // namespace

TEST_CASE(
    "progress: 300 answers and undos leave what the session says, and all can be taken back") {
  test::for_seeds(4, [](Random& random) {
    const test::TemporaryFolder folder;
    Store store = store_with_deck(folder.path() / "p.sqlite", 30);
    const auto start = test::contents_of(store, test::kStart);
    std::vector<study::Answered> given;
    Instant now = test::kStart;
    for (int actions = 0; actions < 300;) {
      Rules rules;
      rules.scheduling.desired_retention = 0.8 + 0.01 * static_cast<double>(random.below(15));
      rules.day.utc_offset = std::chrono::minutes(static_cast<int>(random.below(1440)) - 720);
      const int wanted = static_cast<int>(std::min<std::uint64_t>(
          10 + random.below(60), static_cast<std::uint64_t>(300 - actions)));
      actions += study_at_random(store, rules, now, wanted, random, given);
      now += std::chrono::hours(random.below(24 * 20));
    }
    std::map<FactId, memory::State> expected;
    for (const study::Answered& answered : given)
      expected[answered.fact] = answered.after;
    for (const study::Item& item : test::value(store.items(kDeck)))
      CHECK(item.state == expected[item.fact]);
    const auto report = test::value(store.check());
    CHECK(report.faults == std::vector<std::string>{});
    CHECK(report.reviews >= 300);
    CHECK(test::value(store.stats()).reviews == given.size());
    for (; !given.empty(); given.pop_back())
      test::value(store.take_back(given.back(), now));
    CHECK(test::contents_of(store, test::kStart) == start);
    CHECK(test::value(store.check()).faults == std::vector<std::string>{});
  });
}

TEST_CASE("progress: a newer Recto's database is refused and stays untouched") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  store_with_deck(file);
  test::run_sql(file, "PRAGMA user_version = 1000");
  check_refused_untouched(file, Error::Kind::Unsupported, "newer Recto");
}

TEST_CASE("progress: a newer version is seen in the write-ahead log, too") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  store_with_deck(file);
  // As a newer Recto leaves it that was killed before it moved its log into the file.
  std::filesystem::create_directory(folder.path() / "killed");
  const auto killed = folder.path() / "killed" / "p.sqlite";
  test::with_log(file, "PRAGMA user_version = 1000", [&] {
    for (const char* suffix : {"", "-wal"})
      std::filesystem::copy_file(file.string() + suffix, killed.string() + suffix);
  });
  const auto log = test::bytes_of(killed.string() + "-wal");
  const auto bytes = test::bytes_of(killed);
  const auto store = Store::open(killed);
  REQUIRE_FALSE(store);
  CHECK(store.error().kind == Error::Kind::Unsupported);
  CHECK(test::bytes_of(killed) == bytes);
  CHECK(test::bytes_of(killed.string() + "-wal") == log);
}

TEST_CASE("progress: foreign and damaged files are refused and stay untouched") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  SUBCASE("text") {
    std::ofstream(file) << std::string(5000, 'x');
    check_refused_untouched(file, Error::Kind::BadInput, "not a database of Recto");
  }
  SUBCASE("a few bytes") {
    std::ofstream(file) << "SQLite format 3";
    check_refused_untouched(file, Error::Kind::BadInput, "not a database of Recto");
  }
  SUBCASE("another program's database") {
    test::run_sql(file, "CREATE TABLE notes(id INTEGER PRIMARY KEY); PRAGMA journal_mode = WAL");
    check_refused_untouched(file, Error::Kind::Unsupported, "another program");
  }
  SUBCASE("another program's marked database") {
    test::run_sql(file, "PRAGMA application_id = 77; CREATE TABLE notes(id INTEGER PRIMARY KEY)");
    check_refused_untouched(file, Error::Kind::Unsupported, "another program");
  }
  SUBCASE("cut off") {
    store_with_deck(file, 200);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
    check_refused_untouched(file, Error::Kind::BadInput, "damaged");
  }
  SUBCASE("garbage in the middle") {
    store_with_deck(file, 200);
    write_raw(file, std::string(3 * 4096, '\xA5'), 4 * 4096);
    check_refused_untouched(file, Error::Kind::BadInput, "damaged");
  }
  SUBCASE("every page but the first one") {
    store_with_deck(file, 200);
    write_raw(file, std::string(std::filesystem::file_size(file) - 4096, '\0'), 4096);
    check_refused_untouched(file, Error::Kind::BadInput, "damaged");
  }
  SUBCASE("a folder") {
    std::filesystem::create_directory(file);
    const auto store = Store::open(file);
    REQUIRE_FALSE(store);
    CHECK(store.error().what.find("not a database of Recto") != std::string::npos);
  }
}

TEST_CASE("progress: a single flipped byte never crashes, and is never taken for good data") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  {
    Store store = store_with_deck(file, 40);
    for (std::size_t i = 0; i < 40; ++i)
      test::answer(store, kDeck, i, Rating::Good, test::kStart + std::chrono::minutes(i));
  }
  const auto bytes = test::bytes_of(file);
  test::for_seeds(100, [&](Random& random) {
    write_raw(file, bytes);
    std::filesystem::resize_file(file, bytes.size());
    write_raw(file, std::string(1, static_cast<char>(random())),
              static_cast<std::streamoff>(random.below(bytes.size())));
    const auto store = Store::open(file);
    if (!store) {
      CHECK_FALSE(store.error().what.empty());
      return;
    }
    (void)store->check();
    (void)store->deck(kDeck);
    (void)store->items(kDeck);
    (void)store->stats();
  });
}

TEST_CASE("progress: a database that cannot be written is one clear sentence") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  store_with_deck(file);
  using std::filesystem::perms;
  SUBCASE("read-only file") {
    std::filesystem::permissions(folder.path(), perms(0777));
    std::filesystem::permissions(file, perms(0444));
  }
  SUBCASE("read-only folder") {
    std::filesystem::permissions(folder.path(), perms(0555));
    std::filesystem::permissions(file, perms(0666));
  }
  const auto run = test::run("progress_worker", {"open", file.string(), "nobody"});
  CHECK(run.exit == 1);
  CHECK(run.out == "refused: " + file.string() +
                       ": the database cannot be written; check the permissions of the file and "
                       "its folder\n");
  std::filesystem::permissions(folder.path(), perms(0777));
  CHECK(test::names_in(folder.path()) == std::vector<std::string>{"p.sqlite"});
  CHECK_FALSE(Store::open(folder.path() / "missing" / "p.sqlite"));
}

TEST_CASE("progress: two programs at once wait for each other and see each other's answers") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store one = store_with_deck(file);
  Store two = test::value(Store::open(file));
  test::answer(one, kDeck, 0, Rating::Good, test::kStart);
  test::answer(two, kDeck, 1, Rating::Good, test::kStart);
  test::answer(one, kDeck, 1, Rating::Again, test::kStart + 1min);
  CHECK(test::contents_of(one, test::kStart) == test::contents_of(two, test::kStart));
  CHECK(test::value(two.check()).faults.empty());
}

TEST_CASE("F2 progress: a second program may look on while the first one studies") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  CHECK(Store::open_read_only(file).error().kind == Error::Kind::NotFound);
  CHECK(test::names_in(folder.path()).empty());
  {
    Store one = store_with_deck(file);
    Store two = test::value(Store::open_read_only(file));
    test::answer(one, kDeck, 0, Rating::Good, test::kStart);
    CHECK(test::contents_of(one, test::kStart) == test::contents_of(two, test::kStart));
    CHECK(test::value(two.stats()).reviews == 1);
    CHECK(test::value(two.check()).faults.empty());
    CHECK(test::value(two.export_json()) == test::value(one.export_json()));
    CHECK_FALSE(two.take_out(kDeck));
    CHECK_FALSE(two.undo(test::kStart));
    CHECK_FALSE(two.remember("app/x", "1"));
    CHECK_FALSE(two.add(test::sample_deck("other", 2), test::kStart));
    CHECK(test::contents_of(one, test::kStart).decks.size() == 1);
  }
  const auto bytes = test::bytes_of(file);
  CHECK(test::value(test::value(Store::open_read_only(file)).check()).faults.empty());
  CHECK(test::names_in(folder.path()) == std::vector<std::string>{"p.sqlite"});
  CHECK(test::bytes_of(file) == bytes);
  test::make_version_1(file);
  CHECK(Store::open_read_only(file).error().kind == Error::Kind::Unsupported);
}

TEST_CASE("progress: the write-ahead log stays small, and moves into the file meanwhile") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  Store store = test::value(Store::open(file));
  for (int deck = 0; deck < 30; ++deck) {
    test::value(store.add(test::sample_deck("d" + std::to_string(deck), 1500), test::kStart));
    CHECK(std::filesystem::file_size(file.string() + "-wal") < 40'000'000);
  }
  CHECK(std::filesystem::file_size(file) > 20'000'000);
}

TEST_CASE("progress: an interrupted making leaves a file that the next start completes") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  SUBCASE("no byte yet") {
    std::ofstream stream(file);
  }
  SUBCASE("no table yet") {
    test::run_sql(file, "PRAGMA journal_mode = WAL");
  }
  SUBCASE("rolled back") {
    test::run_sql(file, "PRAGMA journal_mode = WAL; BEGIN; CREATE TABLE decks(id); ROLLBACK");
  }
  Store store = store_with_deck(file);
  CHECK(test::value(store.check()).faults.empty());
}
