// What a session costs: beginning one, answering, taking back, grading.
#include <benchmark/benchmark.h>
#include <string>
#include <utility>
#include <vector>

#include "content/base/random.h"
#include "content/files/assets.h"
#include "content/files/mapped_file.h"
#include "game/study/grading.h"
#include "game/study/session.h"

namespace {

using namespace recto;
using memory::Phase;
using memory::Rating;
using study::Item;
using study::Session;

const Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) +
                   std::chrono::hours(12)};

/// Facts of three forms each, three facts to a sentence; a third each is new, due, not due yet.
std::vector<Item> random_items(std::int64_t count) {
  Random random(1);
  std::vector<Item> items(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    item.deck = {"deck"};
    item.fact = {"fact/f" + std::to_string(i)};
    for (const CardKind kind : {CardKind::Choice, CardKind::Cloze, CardKind::Short}) {
      Card& card = item.variants.emplace_back();
      card.id = {"c" + std::to_string(i) + std::to_string(item.variants.size())};
      card.kind = kind;
      card.prompt = "In what year was the tower number " + std::to_string(i) + " completed?";
      card.answer = std::to_string(1000 + i % 1000);
      card.distractors = {"1790", "1846", "1911"};
      card.evidence =
          Evidence{{"p" + std::to_string(i / 30)}, i / 3 % 10 * 100, i / 3 % 10 * 100 + 90};
    }
    if (i % 3 == 0) continue;
    item.state.phase = Phase::Review;
    item.state.stability = 1.0 + 100.0 * random.unit();
    item.state.difficulty = 1.0 + 9.0 * random.unit();
    item.state.reps = 1 + static_cast<int>(random.below(10));
    const auto away = std::chrono::minutes(1 + random.below(100'000));
    item.state.due = i % 3 == 1 ? kNow - away : kNow + std::chrono::days(1) + away;
    item.state.last_review = item.state.due - std::chrono::days(80);
  }
  return items;
}

Session session_of(std::vector<Item> items) {
  return Session(std::move(items), *memory::Scheduler::make({}), {}, {.new_facts = 100}, kNow, 7);
}

/// The items are handed over: copying them is not part of it.
void begin_session(benchmark::State& state) {
  const std::vector<Item> items = random_items(state.range(0));
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    std::vector<Item> own = items;
    state.ResumeTiming();
    Session session = session_of(std::move(own));
    benchmark::DoNotOptimize(session.current());
    state.PauseTiming();  // nor is throwing them away
    { const Session gone = std::move(session); }
    state.ResumeTiming();
  }
}
BENCHMARK(begin_session)->RangeMultiplier(10)->Range(1'000, 100'000)->Unit(benchmark::kMillisecond);

/// Outlook for the buttons, the answer, and the choice of the next card.
void answer_and_next(benchmark::State& state) {
  const Session fresh = session_of(random_items(state.range(0)));
  Session session = fresh;
  Instant now = kNow;
  Random random(3);
  for ([[maybe_unused]] auto _ : state) {
    if (session.current() == nullptr) {
      state.PauseTiming();
      session = fresh;
      now = kNow;
      state.ResumeTiming();
    }
    now += std::chrono::seconds(8);
    benchmark::DoNotOptimize(session.outlook(now));
    benchmark::DoNotOptimize(
        session.answer(static_cast<Rating>(1 + random.below(4)), now, std::chrono::seconds(8)));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(answer_and_next)
    ->RangeMultiplier(10)
    ->Range(1'000, 100'000)
    ->Unit(benchmark::kMicrosecond);

void answer_and_undo(benchmark::State& state) {
  Session session = session_of(random_items(state.range(0)));
  for ([[maybe_unused]] auto _ : state) {
    session.answer(Rating::Again, kNow, std::chrono::seconds(8));
    benchmark::DoNotOptimize(session.undo());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(answer_and_undo)->Arg(100'000)->Unit(benchmark::kMicrosecond);

/// A day's queue from light candidates, a twentieth of them due: once, at the start of a session.
void todays_queue(benchmark::State& state) {
  Random random(5);
  std::vector<study::Candidate> candidates(static_cast<std::size_t>(state.range(0)));
  const study::Day today = study::day_of(kNow, {});
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    study::Candidate& one = candidates[i];
    one.item = static_cast<std::uint32_t>(i);
    one.deck = one.item / 2000;
    one.sentence = 1 + one.item / 3;
    one.passage = one.item / 30;
    if (i % 5 == 0) continue;
    one.phase = Phase::Review;
    one.recall = static_cast<float>(random.unit());
    one.last_day = today - 30;
    one.due = kNow + std::chrono::hours(random.below(20) == 0 ? -1 : 48);
  }
  study::Plan plan;
  plan.due_order = study::DueOrder::Riskiest;
  plan.siblings = study::Siblings::OtherDays;
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(study::todays_queue(candidates, plan, today, {}, random));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(todays_queue)
    ->RangeMultiplier(10)
    ->Range(1'000, 1'000'000)
    ->Unit(benchmark::kMillisecond);

/// Answers among a thousand rivals: right at once, mistyped, and wrong, which goes through all
/// rules.
void grade(benchmark::State& state, const char* typed, const char* key = "Erwin Schrödinger") {
  static const MappedFile kFile =
      *MappedFile::open(*find_assets() / "language" / "en.lexicon", 64 << 20);
  static const Lexicon kLexicon = *Lexicon::open(kFile.bytes());
  Card card;
  card.prompt = "Which Austrian physicist wrote of a cat in a box in 1935?";
  card.answer = key;
  card.accept = {"Schrödinger"};
  std::vector<std::string> rivals;
  for (int i = 0; i < 1000; ++i)
    rivals.push_back(i % 2 == 0 ? "Name of a person " + std::to_string(i)
                                : std::to_string(1000 + i) + " kilometres");
  study::Standards standards;
  standards.rivals = rivals;
  standards.lexicon = &kLexicon;
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(study::grade(typed, card, standards));
}
BENCHMARK_CAPTURE(grade, right, "erwin schrödinger")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(grade, surname, "Schrödinger")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(grade, slip, "Erwin Schroedingr")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(grade, rounded, "1,412 km", "1.4 thousand kilometres")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(grade, wrong, "I think it was Werner Heisenberg")->Unit(benchmark::kMicrosecond);

}  // namespace
