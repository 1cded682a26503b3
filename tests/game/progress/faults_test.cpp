// A disk that fails, loses its power or turns bytes over: what was acknowledged is there, nothing
// crashes, and there is always a way back.
#include <fstream>
#include <map>
#include <mutex>

#include "game/progress/edits.h"
#include "game/progress/store.h"
#include "tests/game/progress/faulty_disk.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using memory::Rating;
using progress::Store;
using test::DiskOperation;
using test::FaultyDisk;

namespace {

const DeckId kDeck{"bridges"};

/// A learner whose every answer is either acknowledged or refused with a sentence.
class Learner {
 public:
  explicit Learner(std::uint64_t seed) : random_(seed) {}

  /// Adds the deck when it is not there and answers `count` times, some answers taken back; flags
  /// facts and renames the deck between them, with undo; goes on where something is refused. False
  /// when the store cannot even be opened or read.
  bool study(const std::filesystem::path& file, int count) {
    Result<Store> store = Store::open(file);
    if (!store) return hear(store.error());
    const auto decks = store->decks(test::kStart, {});
    if (!decks) return hear(decks.error());
    if (decks->empty()) {
      if (const auto added = store->add(test::sample_deck(kDeck.text, 12), test::kStart); !added)
        return hear(added.error());
    }
    bool all = true;
    for (int i = 0; i < count; ++i) {
      all = answer(*store) && all;
      if (random_.below(3) == 0) all = flag(*store) && all;
      if (random_.below(3) == 0) all = rename(*store) && all;
    }
    return all;
  }

  /// Everything that was acknowledged is in `file`, and nothing that was never asked for.
  void check_kept(const std::filesystem::path& file) const { check_kept(file, told_); }

  /// The same with what was acknowledged when `remember` was called.
  void check_remembered(const std::filesystem::path& file) const { check_kept(file, remembered_); }
  void remember() {
    const std::lock_guard lock(mutex_);
    remembered_ = told_;
  }
  [[nodiscard]] long refusals() const { return refusals_; }

 private:
  /// What was acknowledged, and the title that was asked for last.
  struct Told {
    std::map<FactId, memory::State> states{};
    long entries = 0;
    std::string title = test::sample_deck(kDeck.text, 1).title;
    std::string asked_title = title;
  };

  bool hear(const Error& error) {
    CHECK_FALSE(error.what.empty());
    CHECK(error.kind == Error::Kind::Failed);
    ++refusals_;
    return false;
  }

  bool answer(Store& store) {
    const auto items = store.items(kDeck);
    if (!items) return hear(items.error());
    if (items->empty()) return true;
    now_ += std::chrono::minutes(1 + random_.below(2000));
    const study::Item& item = items->at(random_.below(items->size()));
    const auto rating = static_cast<Rating>(1 + random_.below(4));
    const auto answered = test::answer_of(item, rating, now_, {});
    if (const auto stored = store.record(answered, {}); !stored) return hear(stored.error());
    acknowledge(item.fact, answered.after);
    if (random_.below(5) != 0) return true;
    if (const auto undone = store.take_back(answered, now_); !undone) return hear(undone.error());
    acknowledge(item.fact, answered.before);
    return true;
  }

  /// A decision that leaves the state as it is; undone again at times.
  bool flag(Store& store) {
    const auto items = store.items(kDeck);
    if (!items) return hear(items.error());
    if (items->empty()) return true;
    const study::Item& item = items->at(random_.below(items->size()));
    const auto changed =
        test::change_of(item, study::Changed::Kind::Flag, static_cast<int>(random_.below(4)));
    if (const auto done = store.change(changed, now_); !done) return hear(done.error());
    acknowledge(item.fact, item.state);
    if (random_.below(2) == 0) return true;
    if (const auto undone = store.undo(now_); !undone) return hear(undone.error());
    acknowledge(item.fact, item.state);
    return true;
  }

  bool rename(Store& store) {
    const auto edits = renamed(store, kDeck, "Bridges " + std::to_string(random_()));
    if (!edits) return hear(edits.error());
    const auto& edit = std::get<progress::DeckEdit>(edits->front());
    ask_for(*edit.after);
    if (const auto done = store.apply(*edits, now_); !done) return hear(done.error());
    acknowledge(*edit.after);
    if (random_.below(2) == 0) return true;
    ask_for(*edit.before);
    if (const auto undone = store.undo(now_); !undone) return hear(undone.error());
    acknowledge(*edit.before);
    return true;
  }

  void acknowledge(const FactId& fact, const memory::State& state) {
    const std::lock_guard lock(mutex_);
    told_.states[fact] = state;
    ++told_.entries;
  }
  void ask_for(const std::string& title) {
    const std::lock_guard lock(mutex_);
    told_.asked_title = title;
  }
  void acknowledge(const std::string& title) {
    const std::lock_guard lock(mutex_);
    told_.title = title;
  }

  /// One log entry more may be there than was acknowledged: stored, but refused because its sync
  /// failed, or cut off before it could be told.
  static void check_kept(const std::filesystem::path& file, const Told& told) {
    const auto& [states, entries, title, asked_title] = told;
    const Store store = test::value(Store::open(file));
    const auto report = test::value(store.check());
    CHECK(report.faults == std::vector<std::string>{});
    CHECK(static_cast<long>(report.reviews) >= entries);
    CHECK(static_cast<long>(report.reviews) <= entries + 1);
    long ahead = 0;
    if (!test::value(store.decks(test::kStart, {})).empty()) {
      for (const study::Item& item : test::value(store.items(kDeck))) {
        const auto said = states.find(item.fact);
        if (item.state != (said == states.end() ? memory::State{} : said->second)) ++ahead;
      }
    } else {
      CHECK(entries == 0);
    }
    for (const progress::DeckLine& line : test::value(store.decks(test::kStart, {})))
      CHECK((line.title == title || line.title == asked_title));
    CHECK(ahead <= static_cast<long>(report.reviews) - entries);
  }

  Random random_;
  Instant now_ = test::kStart;
  std::mutex mutex_;
  Told told_, remembered_;
  long refusals_ = 0;
};

}  // namespace

TEST_CASE("progress: whichever write, sync or truncation fails, once or for good, all is kept") {
  struct Row {
    DiskOperation operation;
    int code;
  };
  long runs = 0;
  for (const Row& row :
       {Row{DiskOperation::Write, SQLITE_IOERR_WRITE}, Row{DiskOperation::Write, SQLITE_FULL},
        Row{DiskOperation::Sync, SQLITE_IOERR_FSYNC},
        Row{DiskOperation::Truncate, SQLITE_IOERR_TRUNCATE}})
    for (const auto duration : {FaultyDisk::Duration::Once, FaultyDisk::Duration::FromThenOn}) {
      // Until nothing fails any more; later writes in wider steps, as one answer is like the next.
      bool failed = true;
      for (std::size_t n = 1; failed; n += 1 + n / 40) {
        CAPTURE(n);
        CAPTURE(row.code);
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "p.sqlite";
        FaultyDisk disk;
        Learner learner(n);
        disk.fail_at(n, row.operation, row.code, duration);
        const bool all = learner.study(file, 4);
        failed = disk.has_failed();
        disk.work_again();
        CHECK((all || failed));
        learner.check_kept(file);
        CHECK(learner.study(file, 3));
        learner.check_kept(file);
        ++runs;
      }
    }
  MESSAGE(runs, " runs with a failing disk");
  CHECK(runs > 200);
}

TEST_CASE("progress: a power cut at any moment loses nothing that was acknowledged") {
  long cuts = 0;
  // The first hundred operations make the database; behind them answers, some checkpoints among
  // them.
  for (std::size_t n = 1; n < 6000; n += n < 200 ? 3 : 97) {
    CAPTURE(n);
    const test::TemporaryFolder folder;
    const auto after = folder.path() / "after";
    std::filesystem::create_directory(after);
    FaultyDisk disk;
    Random random(n);
    Learner learner(n);
    disk.cut_power_at(n, after, random, [&] { learner.remember(); });
    CHECK(learner.study(folder.path() / "p.sqlite", 70));
    if (!disk.has_lost_power()) break;
    learner.check_remembered(after / "p.sqlite");
    ++cuts;
  }
  MESSAGE(cuts, " power cuts");
  CHECK(cuts > 80);
}
