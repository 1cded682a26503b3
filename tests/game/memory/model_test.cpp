#include "game/memory/model.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;
using Json = nlohmann::json;

namespace {

const Json& vectors() {
  static const Json json = Json::parse(test::data("fsrs/memory.json"));
  return json;
}

Parameters parameters_of(std::size_t index) {
  return vectors().at("parameter_sets").at(index).at("w").get<Parameters>();
}

bool near(double value, double expected, double tolerance) {
  return std::abs(value - expected) <= tolerance;
}

bool nearly(double value, double expected, double relative) {
  return near(value, expected, relative * std::abs(expected));
}

/// The memory after each review of a case.
std::vector<Memory> replay(const Json& item, const Model& model) {
  std::vector<Memory> states;
  const auto ratings = item.at("g").get<std::vector<std::size_t>>();
  const auto days = item.at("dt").get<std::vector<int>>();
  for (std::size_t i = 0; i < ratings.size(); ++i) {
    const Outcomes outcomes = i == 0 ? model.first() : model.next(states.back(), days[i]);
    states.push_back(outcomes[ratings[i] - 1]);
  }
  return states;
}

}  // namespace

TEST_CASE("memory: FSRS-6 reference vectors, stability and difficulty of fsrs-rs") {
  std::size_t reviews = 0;
  for (const Json& item : vectors().at("cases")) {
    const Model model(parameters_of(item.at("p").get<std::size_t>()), Model::Convention::Exact);
    const std::vector<Memory> states = replay(item, model);
    for (std::size_t i = 0; i < states.size(); ++i, ++reviews) {
      CAPTURE(item.dump());
      CAPTURE(i);
      CHECK(nearly(states[i].stability, item.at("s")[i].get<double>(), 2e-5));
      CHECK(near(states[i].difficulty, item.at("d")[i].get<double>(), 2e-5));
    }
  }
  CHECK(reviews == 2973);
}

TEST_CASE("memory: FSRS-6 reference vectors, stability and difficulty of ts-fsrs") {
  for (const Json& item : vectors().at("cases")) {
    const Model model(parameters_of(item.at("p").get<std::size_t>()),
                      Model::Convention::Scheduling);
    const std::vector<Memory> states = replay(item, model);
    for (std::size_t i = 0; i < states.size(); ++i) {
      CAPTURE(item.dump());
      CAPTURE(i);
      CHECK(near(states[i].stability, item.at("ts_s")[i].get<double>(), 2e-8));
      CHECK(near(states[i].difficulty, item.at("ts_d")[i].get<double>(), 2e-8));
    }
  }
}

TEST_CASE("memory: FSRS-6 reference vectors, intervals") {
  const auto retentions = vectors().at("retentions").get<std::vector<double>>();
  for (const Json& item : vectors().at("cases")) {
    const Model model(parameters_of(item.at("p").get<std::size_t>()), Model::Convention::Exact);
    for (std::size_t i = 0; i < item.at("s").size(); ++i)
      for (std::size_t r = 0; r < retentions.size(); ++r)
        CHECK(nearly(model.interval(item.at("s")[i].get<double>(), retentions[r]),
                     item.at("ivl")[i][r].get<double>(), 5e-6));
  }
}

TEST_CASE("memory: FSRS-6 reference vectors, recall") {
  const auto days = vectors().at("t_after").get<std::vector<double>>();
  for (const Json& item : vectors().at("cases")) {
    const Model model(parameters_of(item.at("p").get<std::size_t>()),
                      Model::Convention::Scheduling);
    for (std::size_t i = 0; i < days.size(); ++i)
      CHECK(near(model.retrievability(days[i], item.at("s").back().get<double>()),
                 item.at("r")[i].get<double>(), 1.01e-8));
  }
}

TEST_CASE("memory: FSRS-6 reference vectors, cards of SM-2") {
  for (const Json& item : vectors().at("sm2")) {
    CAPTURE(item.dump());
    const Model model(parameters_of(item.at("p").get<std::size_t>()), Model::Convention::Exact);
    const Memory memory =
        test::value(model.from_sm2(item.at("ease").get<double>(), item.at("interval").get<double>(),
                                   item.at("retention").get<double>()));
    CHECK(nearly(memory.stability, item.at("s").get<double>(), 2e-5));
    CHECK(near(memory.difficulty, item.at("d").get<double>(), 2e-5));
  }
  const Model model(kDefaultParameters, Model::Convention::Exact);
  CHECK(!model.from_sm2(std::nan(""), 10, 0.9));
  CHECK(!model.from_sm2(2.5, 10, 1.0));
}

TEST_CASE("memory: FSRS-6 reference vectors, ranges and older parameter sets") {
  for (const Json& item : vectors().at("clip")) {
    CAPTURE(item.dump());
    const auto in = item.at("in").get<std::vector<double>>();
    const auto steps = item.at("relearning_steps").get<std::size_t>();
    const bool short_term = item.at("short_term").get<bool>();
    const Parameters migrated = test::value(migrated_parameters(in, steps, short_term));
    const Parameters again = clipped(migrated, steps, short_term);
    for (std::size_t i = 0; i < migrated.size(); ++i) {
      CHECK(near(migrated[i], item.at("migrated")[i].get<double>(), 1e-12));
      CHECK(near(again[i], item.at("clipped_again")[i].get<double>(), 1e-12));
    }
  }
  CHECK(!migrated_parameters(std::vector<double>(20, 1.0), 1, true));
  CHECK(!migrated_parameters(std::vector<double>(21, std::nan("")), 1, true));
}

TEST_CASE("memory: recall falls from 1, and is 90 % after the stability") {
  const Model model(kDefaultParameters, Model::Convention::Exact);
  for (const double stability : {0.001, 0.4, 3.0, 120.0, 36500.0}) {
    CAPTURE(stability);
    CHECK(model.retrievability(0.0, stability) == doctest::Approx(1.0));
    CHECK(model.retrievability(stability, stability) == doctest::Approx(0.9));
    CHECK(model.interval(stability, 0.9) == doctest::Approx(stability));
    double before = 1.0;
    for (const double days : {0.5, 3.0, 40.0, 1000.0, 100'000.0}) {
      const double recall = model.retrievability(days, stability);
      CHECK(recall < before);
      CHECK(recall > 0.0);
      before = recall;
    }
  }
}

TEST_CASE("memory: a better rating never leaves less stability, at any limits") {
  test::for_seeds(500, [](Random& random) {
    const Model model(kDefaultParameters, Model::Convention::Scheduling);
    const Memory memory = {std::pow(10.0, random.unit() * 8.0 - 3.5), random.unit() * 12.0 - 1.0};
    const int days = static_cast<int>(random.below(3) == 0 ? 0 : random.below(100'000));
    const Outcomes outcomes = model.next(memory, days);
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(outcomes[i].stability >= 0.001);
      CHECK(outcomes[i].stability <= 36500.0);
      CHECK(outcomes[i].difficulty >= 1.0);
      CHECK(outcomes[i].difficulty <= 10.0);
      if (i == 0) continue;
      CHECK(outcomes[i].stability >= outcomes[i - 1].stability);
      CHECK(outcomes[i].difficulty <= outcomes[i - 1].difficulty);
    }
  });
}
