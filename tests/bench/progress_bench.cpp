// The learner's database, from 10,000 reviews to the 10,000,000 that DESIGN.md promises something
// about. Where a share of slow ones matters, p50, p99 and the slowest are printed beside the mean.
//
//     RECTO_BENCH_FOLDER=/tmp/profiles build/release/bin/progress_bench
//
// keeps the profiles for the next run: the largest one takes some minutes to make.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

#include "content/base/random.h"
#include "game/progress/store.h"
#include "tests/bench/big_profile.h"
#include "tests/bench/shipped.h"

namespace {

using namespace recto;
using bench::big_deck_id;
using bench::big_profile;
using bench::BigProfile;
using bench::value;
using progress::Store;
using Clock = std::chrono::steady_clock;

const BigProfile& profile_of(const benchmark::State& state) {
  return big_profile(static_cast<std::size_t>(state.range(0)));
}

Store open_for(const benchmark::State& state) {
  return value(Store::open(profile_of(state).file));
}

DeckId random_deck(const BigProfile& profile, Random& random) {
  return big_deck_id(random.below(profile.decks));
}

/// From 10,000 to 10,000,000 reviews.
void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->ArgName("reviews")->Unit(benchmark::kMillisecond);
  for (const int reviews : {10'000, 100'000, 1'000'000, 10'000'000})
    benchmark->Arg(reviews);
}

/// Times of single calls.
class Times {
 public:
  template <class Work>
  double take(Work work) {
    const auto start = Clock::now();
    work();
    const std::chrono::duration<double> taken = Clock::now() - start;
    milliseconds_.push_back(taken.count() * 1000);
    return taken.count();
  }
  void tell(benchmark::State& state, const std::string& name) {
    std::ranges::sort(milliseconds_);
    state.counters[name + "p50_ms"] = at(0.5);
    state.counters[name + "p99_ms"] = at(0.99);
    state.counters[name + "max_ms"] = milliseconds_.back();
  }

 private:
  [[nodiscard]] double at(double share) const {
    const auto last = static_cast<double>(milliseconds_.size() - 1);
    return milliseconds_[static_cast<std::size_t>(share * last)];
  }
  std::vector<double> milliseconds_;
};

void open(benchmark::State& state) {
  const auto file = profile_of(state).file;
  for (auto _ : state)
    benchmark::DoNotOptimize(value(Store::open(file)));
  const double bytes = static_cast<double>(std::filesystem::file_size(file));
  state.counters["megabytes"] = bytes / 1e6;
  state.counters["bytes_per_review"] = bytes / static_cast<double>(state.range(0));
}
BENCHMARK(open)->Apply(sizes);

/// The deck list with its counts.
void deck_counts(benchmark::State& state) {
  const Store store = open_for(state);
  Times times;
  for (auto _ : state)
    times.take([&] { benchmark::DoNotOptimize(value(store.decks(profile_of(state).end, {}))); });
  times.tell(state, "");
  state.counters["decks"] = static_cast<double>(profile_of(state).decks);
}
BENCHMARK(deck_counts)->Apply(sizes);

study::Session session_of(const Store& store, const DeckId& deck, Instant now) {
  return {value(store.items(deck)),
          value(memory::Scheduler::make(bench::big_profile_rules().scheduling)),
          bench::big_profile_rules().day,
          {},
          now,
          1};
}

void start_session(benchmark::State& state) {
  const Store store = open_for(state);
  Random random(2);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        session_of(store, random_deck(profile_of(state), random), profile_of(state).end));
}
BENCHMARK(start_session)->Apply(sizes);

/// A learner who studies one deck after the other, and waits an hour where nothing is due. Time
/// goes on from one benchmark to the next, as the profile keeps the answers.
class Learner {
 public:
  Learner(Store& store, const BigProfile& profile) : store_(store), profile_(profile) {
    now_ = std::max(now_, profile.end);
  }
  /// A session with a card to ask, ten seconds after the last one.
  study::Session& session() {
    while (!session_ || session_->current() == nullptr) {
      now_ += std::chrono::hours(1);
      session_ = session_of(store_, random_deck(profile_, random_), now_);
    }
    now_ += std::chrono::seconds(10);
    return *session_;
  }
  [[nodiscard]] static Instant now() { return now_; }
  memory::Rating rating() {
    return random_.below(10) == 0 ? memory::Rating::Again : memory::Rating::Good;
  }

 private:
  static inline Instant now_{};
  Store& store_;
  const BigProfile& profile_;
  Random random_{3};
  std::optional<study::Session> session_;
};

/// Answers as a learner gives them, deck after deck: `next` from the rating to the next card, apart
/// from storing it; the time of the benchmark is `record`, durable on return. `sync` is what the
/// disk itself takes to make 4 KB durable, asked in turn with the answers.
void answer(benchmark::State& state) {
  const BigProfile& profile = profile_of(state);
  Store store = open_for(state);
  const std::string beside = profile.file.string() + ".sync";
  const int file = ::open(beside.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  const std::string page(4096, 'x');
  Times next, record, sync;
  Learner learner(store, profile);
  for (auto _ : state) {
    study::Session& session = learner.session();
    study::Answered answered;
    next.take([&] {
      answered = session.answer(learner.rating(), learner.now(), std::chrono::seconds(4));
      benchmark::DoNotOptimize(session.current());
    });
    state.SetIterationTime(
        record.take([&] { value(store.record(answered, bench::big_profile_rules())); }));
    sync.take([&] {
      if (::pwrite(file, page.data(), page.size(), 0) < 0 || ::fdatasync(file) != 0) std::abort();
    });
  }
  ::close(file);
  std::filesystem::remove(beside);
  next.tell(state, "next_");
  record.tell(state, "");
  sync.tell(state, "sync_");
}
BENCHMARK(answer)->Apply(sizes)->Iterations(3000)->UseManualTime();

void undo(benchmark::State& state) {
  const BigProfile& profile = profile_of(state);
  Store store = open_for(state);
  Learner learner(store, profile);
  Times times;
  for (auto _ : state) {
    study::Session& session = learner.session();
    const auto answered = session.answer(learner.rating(), learner.now(), {});
    value(store.record(answered, bench::big_profile_rules()));
    state.SetIterationTime(times.take([&] { value(store.take_back(answered, learner.now())); }));
    session.undo();
  }
  times.tell(state, "");
}
BENCHMARK(undo)->Apply(sizes)->Iterations(100)->UseManualTime();

/// One query of the statistics page.
template <class Query>
void ask(benchmark::State& state, Query query) {
  const Store store = open_for(state);
  Times times;
  for (auto _ : state)
    times.take([&] { benchmark::DoNotOptimize(value(query(store))); });
  times.tell(state, "");
}

void statistics_totals(benchmark::State& state) {
  ask(state, [](const Store& store) { return store.stats(); });
}
BENCHMARK(statistics_totals)->Apply(sizes);

void statistics_days(benchmark::State& state) {
  ask(state, [](const Store& store) { return store.days(0, 1'000'000); });
}
BENCHMARK(statistics_days)->Apply(sizes);

void statistics_days_of_deck(benchmark::State& state) {
  ask(state, [](const Store& store) { return store.days(0, 1'000'000, big_deck_id(3)); });
}
BENCHMARK(statistics_days_of_deck)->Apply(sizes);

void statistics_forecast(benchmark::State& state) {
  ask(state, [&](const Store& store) { return store.forecast(profile_of(state).end, {}, 90); });
}
BENCHMARK(statistics_forecast)->Apply(sizes);

void statistics_strengths(benchmark::State& state) {
  ask(state, [](const Store& store) { return store.strengths(); });
}
BENCHMARK(statistics_strengths)->Apply(sizes);

/// The first fifty hits of a search; how common its words are decides.
void search(benchmark::State& state, const std::string& text) {
  ask(state, [&](const Store& store) { return store.search(text, profile_of(state).end, {}); });
}
BENCHMARK_CAPTURE(search, commonest_word, bench::word_of_rank(1))->Apply(sizes);
BENCHMARK_CAPTURE(search, rare_word, bench::word_of_rank(9000))->Apply(sizes);
BENCHMARK_CAPTURE(search, two_words, bench::word_of_rank(20) + " " + bench::word_of_rank(300))
    ->Apply(sizes);
BENCHMARK_CAPTURE(search, two_letters, bench::word_of_rank(9000).substr(0, 2))->Apply(sizes);
BENCHMARK_CAPTURE(search, three_letters, bench::word_of_rank(9000).substr(0, 3))->Apply(sizes);
BENCHMARK_CAPTURE(search, due_with_word, bench::word_of_rank(5) + " is:due -deck:17")->Apply(sizes);

void check(benchmark::State& state) {
  const Store store = open_for(state);
  for (auto _ : state)
    if (!value(store.check()).faults.empty()) state.SkipWithError("log and states disagree");
}
BENCHMARK(check)->Apply(sizes)->Iterations(1);

void backup(benchmark::State& state) {
  const Store store = open_for(state);
  const std::string copy = profile_of(state).file.string() + ".backup";
  for (auto _ : state)
    value(store.backup(copy));
  std::filesystem::remove(copy);
}
BENCHMARK(backup)->Apply(sizes)->Iterations(1);

/// A learner's half hour, for `memory`: sessions in ten decks, the deck list, every statistic.
int live_for_a_while(std::size_t reviews) {
  const BigProfile& profile = big_profile(reviews);
  Store store = value(Store::open(profile.file));
  Instant now = profile.end + std::chrono::days(1);
  for (std::size_t deck = 0; deck < 10; ++deck) {
    study::Session session = session_of(store, big_deck_id(deck), now);
    for (int i = 0; i < 30 && session.current() != nullptr; ++i) {
      now += std::chrono::seconds(10);
      value(
          store.record(session.answer(memory::Rating::Good, now, {}), bench::big_profile_rules()));
    }
    value(store.decks(now, {}));
    value(store.stats());
    value(store.days(0, 1'000'000));
    value(store.forecast(now, {}, 90));
    value(store.strengths());
    value(store.search(bench::word_of_rank(1 + deck), now, {}));
  }
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM")) std::puts(line.c_str());
  return 0;
}

/// The most memory that such a half hour takes, in a process of its own.
void memory(benchmark::State& state) {
  const BigProfile& profile = profile_of(state);
  const std::string call = "RECTO_BENCH_FOLDER=" + profile.file.parent_path().string() + " /proc/" +
                           std::to_string(::getpid()) + "/exe memory " +
                           std::to_string(state.range(0));
  double kilobytes = 0;
  for (auto _ : state) {
    FILE* said = ::popen(call.c_str(), "r");
    if (said == nullptr || std::fscanf(said, "VmHWM: %lf", &kilobytes) != 1) std::abort();
    ::pclose(said);
  }
  state.counters["megabytes"] = kilobytes / 1024;
}
BENCHMARK(memory)->Apply(sizes)->Iterations(1);

}  // namespace

int main(int count, char** words) {
  if (count == 3 && std::string(words[1]) == "memory")
    return live_for_a_while(std::strtoul(words[2], nullptr, 10));
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
}
