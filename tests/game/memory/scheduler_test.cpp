#include "game/memory/scheduler.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "game/memory/fuzz.h"
#include "tests/game/memory/alea.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;
using Json = nlohmann::json;

namespace {

const Json& vectors() {
  static const Json json = Json::parse(test::data("fsrs/schedule.json"));
  return json;
}

/// "1m", "4h", "2d".
std::chrono::minutes minutes_of(const std::string& text) {
  const int number = std::stoi(text);
  if (text.ends_with('h')) return std::chrono::hours(number);
  if (text.ends_with('d')) return std::chrono::days(number);
  return std::chrono::minutes(number);
}

Settings settings_of(const Json& config) {
  Settings settings;
  settings.parameters =
      vectors().at("parameter_sets").at(config.at("w").get<std::size_t>()).get<Parameters>();
  settings.desired_retention = config.at("request_retention").get<double>();
  settings.maximum_interval = config.at("maximum_interval").get<int>();
  settings.fuzz = config.at("enable_fuzz").get<bool>();
  settings.short_term = config.at("enable_short_term").get<bool>();
  settings.learning_steps.clear();
  for (const Json& step : config.at("learning_steps"))
    settings.learning_steps.push_back(minutes_of(step.get<std::string>()));
  settings.relearning_steps.clear();
  for (const Json& step : config.at("relearning_steps"))
    settings.relearning_steps.push_back(minutes_of(step.get<std::string>()));
  return settings;
}

Instant instant(long long seconds) {
  return Instant(std::chrono::seconds(seconds));
}

/// Shortest decimal form, as JavaScript writes numbers.
std::string shortest(double number) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return {text.data(), end};
}

double draw_of(const State& state, Instant now) {
  return test::Alea(std::to_string(now.time_since_epoch().count()) + "_" +
                    std::to_string(state.reps + 1) + "_" +
                    shortest(state.difficulty * state.stability))
      .draw();
}

int utc_days(const State& state, Instant now) {
  if (!state.last_review) return 0;
  return static_cast<int>((std::chrono::floor<std::chrono::days>(now) -
                           std::chrono::floor<std::chrono::days>(*state.last_review))
                              .count());
}

/// `expected`: [state, due, scheduled_days, stability, difficulty, learning_steps, reps, lapses].
/// Where ts-fsrs passes the maximum interval by its ordering, ours stops there.
void check_state(const State& state, const Json& expected, Instant now, int maximum) {
  const int days = std::min(expected[2].get<int>(), maximum);
  const auto due = expected[2].get<int>() > maximum ? now + std::chrono::days(days)
                                                    : instant(expected[1].get<long long>());
  CHECK(static_cast<int>(state.phase) == expected[0].get<int>());
  CHECK(state.due == due);
  CHECK(state.interval_days == days);
  CHECK(std::abs(state.stability - expected[3].get<double>()) <= 2e-8);
  CHECK(std::abs(state.difficulty - expected[4].get<double>()) <= 2e-8);
  CHECK(state.step == expected[5].get<int>());
  CHECK(state.reps == expected[6].get<int>());
  CHECK(state.lapses == expected[7].get<int>());
}

Scheduler default_scheduler() {
  return test::value(Scheduler::make({}));
}

State reviewed(double stability, double difficulty, Instant last) {
  State state;
  state.phase = Phase::Review;
  state.stability = stability;
  state.difficulty = difficulty;
  state.last_review = last;
  state.reps = 5;
  return state;
}

}  // namespace

TEST_CASE("memory: FSRS-6 reference vectors, all answers of all transcripts") {
  std::size_t moments = 0;
  for (const Json& sequence : vectors().at("sequences")) {
    const Json& config = vectors().at("configs").at(sequence.at("config").get<std::size_t>());
    const Scheduler scheduler = test::value(Scheduler::make(settings_of(config)));
    State state;
    for (const Json& step : sequence.at("steps")) {
      CAPTURE(config.dump());
      CAPTURE(moments);
      const Instant now = instant(step.at("at").get<long long>());
      const auto after = scheduler.answers(state, now, utc_days(state, now), draw_of(state, now));
      for (std::size_t i = 0; i < 4; ++i)
        check_state(after[i], step.at("options")[i], now, scheduler.settings().maximum_interval);
      state = after[step.at("grade").get<std::size_t>() - 1];
      ++moments;
    }
  }
  CHECK(moments == 1081);
}

TEST_CASE("memory: FSRS-6 reference vectors, fuzz") {
  for (const Json& row : vectors().at("fuzz_range")) {
    CAPTURE(row.dump());
    const FuzzRange range = fuzz_range(row[0].get<int>(), row[1].get<int>(), row[2].get<int>());
    CHECK(range.lowest == row[3].get<int>());
    CHECK(range.highest == row[4].get<int>());
  }
  for (const Json& item : vectors().at("fuzz_draws"))
    for (const Json& pair : item.at("intervals")) {
      CAPTURE(item.dump());
      const double draw = test::Alea(item.at("seed").get<std::string>()).draw();
      CHECK(fuzzed(pair[0].get<int>(), 0, 36500, draw) == pair[1].get<int>());
    }
}

TEST_CASE("memory: FSRS-6 reference vectors, recall counts whole days") {
  const Scheduler scheduler = default_scheduler();
  State state;
  for (const int seconds : {0, 600})
    state = scheduler.answer(state, instant(seconds), 0, 0.0, Rating::Good);
  for (const Json& row : vectors().at("retrievability").at("rows")) {
    const double days = std::floor(row[0].get<double>() / 24.0);
    CHECK(std::abs(scheduler.retrievability(state, days) - row[1].get<double>()) <= 1e-8);
  }
  CHECK(scheduler.retrievability(State{}, 3.0) == 0.0);
}

TEST_CASE("memory: intervals grow from Hard to Easy and keep to the maximum") {
  test::for_seeds(500, [](Random& random) {
    Settings settings;
    settings.maximum_interval = 1 + static_cast<int>(random.below(400));
    settings.short_term = random.below(2) == 0;
    const Scheduler scheduler = test::value(Scheduler::make(settings));
    const Instant last = instant(1'700'000'000);
    const int elapsed = static_cast<int>(random.below(1000));
    const State state = reviewed(0.001 + random.unit() * 2000.0, 1.0 + random.unit() * 9.0, last);
    const auto after =
        scheduler.answers(state, last + std::chrono::days(elapsed), elapsed, random.unit());
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(after[i].interval_days <= settings.maximum_interval);
      CHECK(after[i].due > *after[i].last_review);
      if (i > 0) CHECK(after[i].interval_days >= after[i - 1].interval_days);
    }
  });
}

TEST_CASE("memory: a new fact goes through its learning steps") {
  const Scheduler scheduler = default_scheduler();
  const Instant now = instant(1'700'000'000);
  const auto first = scheduler.answers({}, now, 0, 0.5);
  CHECK(first[0].due == now + std::chrono::minutes(1));
  CHECK(first[1].due == now + std::chrono::minutes(6));
  CHECK(first[2].due == now + std::chrono::minutes(10));
  CHECK(first[2].phase == Phase::Learning);
  CHECK(first[3].phase == Phase::Review);
  const State second = scheduler.answer(first[2], first[2].due, 0, 0.5, Rating::Good);
  CHECK(second.phase == Phase::Review);
  CHECK(second.reps == 2);
}

TEST_CASE("memory: a lapse goes to relearning and is counted") {
  const Scheduler scheduler = default_scheduler();
  const Instant last = instant(1'700'000'000);
  const Instant now = last + std::chrono::days(30);
  const State after = scheduler.answer(reviewed(30.0, 5.0, last), now, 30, 0.5, Rating::Again);
  CHECK(after.phase == Phase::Relearning);
  CHECK(after.lapses == 1);
  CHECK(after.due == now + std::chrono::minutes(10));
  CHECK(after.stability < 30.0);
}

TEST_CASE("memory: settings that make no sense are refused") {
  const auto refused = [](auto change) {
    Settings settings;
    change(settings);
    return !Scheduler::make(settings);
  };
  CHECK(refused([](Settings& s) { s.desired_retention = 1.0; }));
  CHECK(refused([](Settings& s) { s.desired_retention = std::nan(""); }));
  CHECK(refused([](Settings& s) { s.maximum_interval = 0; }));
  CHECK(refused([](Settings& s) { s.maximum_interval = 36501; }));
  CHECK(refused([](Settings& s) { s.learning_steps = {std::chrono::minutes(0)}; }));
  CHECK(refused([](Settings& s) { s.relearning_steps = {std::chrono::minutes::max()}; }));
  CHECK(refused([](Settings& s) { s.parameters[3] = INFINITY; }));
  CHECK(!refused([](Settings& s) { s.learning_steps.clear(); }));
}

TEST_CASE("memory: a state from elsewhere may hold anything") {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  constexpr int kMost = std::numeric_limits<int>::max();
  const Instant now = instant(1'700'000'000);
  for (const bool short_term : {true, false}) {
    Settings settings;
    settings.short_term = short_term;
    settings.desired_retention = 0.01;
    const Scheduler scheduler = test::value(Scheduler::make(settings));
    for (const Phase phase : {Phase::Learning, Phase::Review, Phase::Relearning})
      for (const double stability : {kNone, -kInfinity, -1.0, 0.0, 0.001, 36500.0, kInfinity})
        for (const double difficulty : {kNone, -kInfinity, 0.0, 1.0, 10.0, kInfinity})
          for (const int elapsed : {-kMost, 0, 1, 100'000, kMost}) {
            CAPTURE(stability);
            CAPTURE(difficulty);
            CAPTURE(elapsed);
            State state = reviewed(stability, difficulty, now);
            state.phase = phase;
            state.step = elapsed;
            state.reps = kMost;
            state.lapses = -kMost;
            for (const State& after : scheduler.answers(state, now, elapsed, 0.999)) {
              CHECK(after.stability >= 0.001);
              CHECK(after.stability <= 36500.0);
              CHECK(after.difficulty >= 1.0);
              CHECK(after.difficulty <= 10.0);
              CHECK(after.interval_days >= 0);
              CHECK(after.interval_days <= 36500);
              CHECK(after.due > now);
              CHECK(after.reps > 0);
            }
            const double recall = scheduler.retrievability(state, elapsed);
            CHECK(recall >= 0.0);
            CHECK(recall <= 1.0);
          }
  }
}

TEST_CASE("memory: an answer is one of the four, and the same every time") {
  test::for_seeds(200, [](Random& random) {
    const Scheduler scheduler = default_scheduler();
    const Instant last = instant(1'700'000'000);
    const int elapsed = static_cast<int>(random.below(400));
    const Instant now = last + std::chrono::days(elapsed);
    State state = reviewed(0.1 + random.unit() * 300.0, 1.0 + random.unit() * 9.0, last);
    state.phase = static_cast<Phase>(random.below(4));
    const double draw = random.unit();
    const auto after = scheduler.answers(state, now, elapsed, draw);
    CHECK(default_scheduler().answers(state, now, elapsed, draw) == after);
    for (std::size_t i = 0; i < 4; ++i)
      CHECK(scheduler.answer(state, now, elapsed, draw, static_cast<Rating>(i + 1)) == after[i]);
  });
}
