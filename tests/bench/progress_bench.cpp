// The learner's database at the size that DESIGN.md promises something about: 100 decks with
// 100,000 cards and 1,000,000 reviews. The database is made once, in a temporary folder.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sqlite3.h>
#include <string>
#include <unistd.h>
#include <vector>

#include "content/base/random.h"
#include "game/progress/log_row.h"
#include "game/progress/rules_text.h"
#include "game/progress/store.h"
#include "tests/game/progress/sample_deck.h"

namespace {

using namespace recto;
using progress::Store;
using Clock = std::chrono::steady_clock;

constexpr int kDecks = 100;
constexpr int kFactsInDeck = 500;  // sample_deck gives them two cards on average
constexpr int kReviewsOfFact = 20;
const progress::Rules kRules;

template <class T>
T value(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", message(result.error()).c_str());
    std::abort();
  }
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// SQL past the store: a million answers in a million transactions would take minutes.
class Raw {
 public:
  explicit Raw(const std::filesystem::path& file) { require(sqlite3_open(file.c_str(), &base_)); }
  Raw(const Raw&) = delete;
  Raw& operator=(const Raw&) = delete;
  ~Raw() { sqlite3_close(base_); }
  void run(const char* sql) { require(sqlite3_exec(base_, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v2(base_, sql, -1, &statement, nullptr));
    return statement;
  }

 private:
  void require(int code) {
    if (code == SQLITE_OK) return;
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(base_));
    std::abort();
  }
  sqlite3* base_ = nullptr;
};

struct Fact {
  std::int64_t row = 0;
  std::int64_t card = 0;
  FactId key;
  memory::State state;
};

std::vector<Fact> read_facts(Raw& raw) {
  std::vector<Fact> facts;
  sqlite3_stmt* query = raw.prepare(
      "SELECT facts.id, MIN(cards.id), facts.key FROM facts JOIN cards ON cards.fact = facts.id"
      " GROUP BY facts.id");
  while (sqlite3_step(query) == SQLITE_ROW)
    facts.push_back({sqlite3_column_int64(query, 0),
                     sqlite3_column_int64(query, 1),
                     {reinterpret_cast<const char*>(sqlite3_column_text(query, 2))},
                     {}});
  sqlite3_finalize(query);
  return facts;
}

void write_log(Raw& raw, std::vector<Fact>& facts) {
  const memory::Scheduler scheduler = value(memory::Scheduler::make(kRules.scheduling));
  sqlite3_stmt* insert = raw.prepare("INSERT INTO log VALUES(?, ?, ?, ?, ?, 1)");
  Random random(1);
  Instant now = test::kStart;
  for (int round = 1; round <= kReviewsOfFact; ++round) {
    random.shuffle(facts);
    for (Fact& fact : facts) {
      now += std::chrono::seconds(1 + random.below(60));
      progress::LogRow row;
      row.rating = random.below(10) == 0 ? memory::Rating::Again : memory::Rating::Good;
      row.phase = fact.state.phase;
      row.took = std::chrono::milliseconds(1000 + random.below(20'000));
      const int elapsed =
          fact.state.last_review
              ? study::elapsed_days(study::day_of(*fact.state.last_review, kRules.day),
                                    study::day_of(now, kRules.day))
              : 0;
      fact.state = scheduler.answer(fact.state, now, elapsed,
                                    study::fuzz_draw(fact.key, fact.state.reps), row.rating);
      sqlite3_bind_int64(insert, 1, fact.row);
      sqlite3_bind_int64(insert, 2, round);
      sqlite3_bind_int64(insert, 3, now.time_since_epoch().count());
      sqlite3_bind_int64(insert, 4, fact.card);
      sqlite3_bind_int64(insert, 5, progress::pack_answer(row));
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
  }
  sqlite3_finalize(insert);
}

void write_states(Raw& raw, const std::vector<Fact>& facts) {
  sqlite3_stmt* update = raw.prepare(
      "UPDATE facts SET phase = ?, due = ?, last_review = ?, stability = ?, difficulty = ?,"
      " interval_days = ?, step = ?, reps = ?, lapses = ? WHERE id = ?");
  for (const Fact& fact : facts) {
    const memory::State& state = fact.state;
    sqlite3_bind_int(update, 1, static_cast<int>(state.phase));
    sqlite3_bind_int64(update, 2, state.due.time_since_epoch().count());
    sqlite3_bind_int64(update, 3, state.last_review->time_since_epoch().count());
    sqlite3_bind_double(update, 4, state.stability);
    sqlite3_bind_double(update, 5, state.difficulty);
    sqlite3_bind_int(update, 6, state.interval_days);
    sqlite3_bind_int(update, 7, state.step);
    sqlite3_bind_int(update, 8, state.reps);
    sqlite3_bind_int(update, 9, state.lapses);
    sqlite3_bind_int64(update, 10, fact.row);
    sqlite3_step(update);
    sqlite3_reset(update);
  }
  sqlite3_finalize(update);
}

DeckId deck_id(int number) {
  return {"deck" + std::to_string(number)};
}

/// The folder with the database; made once, gone at the end.
class Sample {
 public:
  Sample() {
    std::string pattern = (std::filesystem::temp_directory_path() / "recto-bench.XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    folder_ = pattern;
    {
      Store store = value(Store::open(file()));
      for (int deck = 0; deck < kDecks; ++deck)
        value(store.add(test::sample_deck(deck_id(deck).text, kFactsInDeck), test::kStart));
    }
    Raw raw(file());
    raw.run("BEGIN");
    raw.run(("INSERT INTO rules VALUES(1, '" + progress::write_rules(kRules) + "')").c_str());
    std::vector<Fact> facts = read_facts(raw);
    write_log(raw, facts);
    write_states(raw, facts);
    raw.run(
        "UPDATE decks SET last_studied ="
        " (SELECT MAX(last_review) FROM facts WHERE deck = decks.id)");
    raw.run("COMMIT");
    for (const Fact& fact : facts)
      end_ = std::max(end_, *fact.state.last_review);
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;
  ~Sample() { std::filesystem::remove_all(folder_); }

  [[nodiscard]] std::filesystem::path file() const { return folder_ / "progress.sqlite"; }
  [[nodiscard]] Instant end() const { return end_; }

 private:
  std::filesystem::path folder_;
  Instant end_{};
};

const Sample& sample() {
  static const Sample made;
  return made;
}

void open_and_list_decks(benchmark::State& state) {
  const auto file = sample().file();
  for (auto _ : state) {
    const Store store = value(Store::open(file));
    benchmark::DoNotOptimize(value(store.decks(sample().end(), {})));
  }
}
BENCHMARK(open_and_list_decks)->Unit(benchmark::kMillisecond);

void list_decks(benchmark::State& state) {
  const Store store = value(Store::open(sample().file()));
  for (auto _ : state)
    benchmark::DoNotOptimize(value(store.decks(sample().end(), {})));
}
BENCHMARK(list_decks)->Unit(benchmark::kMillisecond);

void items_of_a_deck(benchmark::State& state) {
  const Store store = value(Store::open(sample().file()));
  Random random(2);
  for (auto _ : state)
    benchmark::DoNotOptimize(value(store.items(deck_id(static_cast<int>(random.below(kDecks))))));
}
BENCHMARK(items_of_a_deck)->Unit(benchmark::kMillisecond);

study::Answered answer_to(const study::Item& item, Instant now,
                          const memory::Scheduler& scheduler) {
  study::Answered answered{item.deck, item.fact, item.variants[0].id, memory::Rating::Good,
                           now,       {},        item.state,          {}};
  const int elapsed = study::elapsed_days(study::day_of(*item.state.last_review, kRules.day),
                                          study::day_of(now, kRules.day));
  answered.after = scheduler.answer(item.state, now, elapsed,
                                    study::fuzz_draw(item.fact, item.state.reps), answered.rating);
  return answered;
}

/// Answers durable on return, in one deck or all over the profile; tidied between answers, as the
/// app does.
void answer(benchmark::State& state) {
  Store store = value(Store::open(sample().file()));
  const memory::Scheduler scheduler = value(memory::Scheduler::make(kRules.scheduling));
  std::vector<study::Item> items;
  for (int deck = 0; deck < state.range(0); ++deck)
    for (study::Item& item : value(store.items(deck_id(deck))))
      items.push_back(std::move(item));
  static Instant now = sample().end();
  Random random(3);
  std::vector<double> milliseconds;
  for (auto _ : state) {
    now += std::chrono::seconds(10);
    study::Item& item = items[random.below(items.size())];
    const study::Answered answered = answer_to(item, now, scheduler);
    const auto start = Clock::now();
    value(store.record(answered, kRules));
    const std::chrono::duration<double> taken = Clock::now() - start;
    state.SetIterationTime(taken.count());
    milliseconds.push_back(taken.count() * 1000);
    item.state = answered.after;
    value(store.tidy());
  }
  std::ranges::sort(milliseconds);
  const auto at = [&](double share) {
    return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size()))];
  };
  state.counters["p50_ms"] = at(0.5);
  state.counters["p99_ms"] = at(0.99);
  state.counters["max_ms"] = milliseconds.back();
}
BENCHMARK(answer)->ArgName("decks")->Arg(1)->Arg(kDecks)->Iterations(5000)->UseManualTime()->Unit(
    benchmark::kMillisecond);

void count_everything(benchmark::State& state) {
  const Store store = value(Store::open(sample().file()));
  progress::Stats stats;
  for (auto _ : state)
    stats = value(store.stats());
  state.counters["reviews"] = static_cast<double>(stats.reviews);
  state.counters["bytes_per_review"] =
      static_cast<double>(stats.log_bytes) / static_cast<double>(stats.reviews);
}
BENCHMARK(count_everything)->Unit(benchmark::kMillisecond);

void check(benchmark::State& state) {
  const Store store = value(Store::open(sample().file()));
  for (auto _ : state)
    if (!value(store.check()).faults.empty()) state.SkipWithError("log and states disagree");
}
BENCHMARK(check)->Iterations(1)->Unit(benchmark::kMillisecond);

void backup(benchmark::State& state) {
  const Store store = value(Store::open(sample().file()));
  for (auto _ : state)
    value(store.backup(sample().file().string() + ".backup"));
  state.counters["megabytes"] =
      static_cast<double>(std::filesystem::file_size(sample().file().string() + ".backup")) / 1e6;
}
BENCHMARK(backup)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
