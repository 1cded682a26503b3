#include "game/memory/reference_fit.h"

#include <cmath>

#include "game/memory/batch_order.h"
#include "game/memory/training_set.h"
#include "tests/game/memory/reference_case.h"
#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;

TEST_CASE("memory: FSRS-6 reference vectors, the order of batches") {
  const auto& vectors = test::optimizer_vectors().at("rng");
  const auto seed = vectors.at("seed").get<std::uint64_t>();
  BatchOrder words(seed);
  for (const auto& word : vectors.at("first_u32"))
    CHECK(words.draw() == word.get<std::uint32_t>());
  for (const auto& shuffle : vectors.at("shuffles")) {
    const auto batches = shuffle.at("batches").get<std::size_t>();
    CAPTURE(batches);
    BatchOrder order(seed);
    for (const auto& epoch : shuffle.at("epochs"))
      CHECK(order.next(batches) == epoch.get<std::vector<std::size_t>>());
  }
}

TEST_CASE("memory: FSRS-6 reference vectors, optimiser on logs of up to 10,000 answers") {
  std::size_t cases = 0;
  for (const auto& item : test::optimizer_vectors().at("cases")) {
    if (item.at("reviews").get<std::size_t>() > 10'000) continue;  // in the slow tests
    test::check_reference_case(item);
    ++cases;
  }
  CHECK(cases == 11);
}

TEST_CASE("memory: a log of outliers alone leaves the defaults") {
  // Every card's first interval is another one, and longer than any that counts.
  std::vector<LoggedAnswer> log;
  for (std::uint32_t card = 0; card < 30; ++card) {
    log.push_back({card, 0, Rating::Good});
    log.push_back({card, static_cast<int>(card) + 200, Rating::Good});
  }
  const Histories histories = test::value(Histories::make(log));
  const TrainingSet set = training_set(histories, histories.items());
  CHECK(set.items.empty());
  CHECK(test::value(reference_fit(histories, histories.items(), {}, {})).parameters ==
        kDefaultParameters);
}

TEST_CASE("memory: ratings that never occurred get their stability from the others") {
  const std::array<double, 4> known = {0.3, 1.0, 2.0, 6.0};
  for (unsigned mask = 1; mask < 16; ++mask) {
    CAPTURE(mask);
    std::array<std::size_t, 4> counts{};
    for (std::size_t i = 0; i < 4; ++i)
      counts[i] = (mask >> i) & 1U;
    const std::array<double, 4> stabilities = filled(known, counts);
    CHECK(std::ranges::is_sorted(stabilities));
    for (std::size_t i = 0; i < 4; ++i)
      if (counts[i] > 0) CHECK(stabilities[i] == doctest::Approx(known[i]));
  }
  // In the wrong order the larger count wins.
  CHECK(filled({5.0, 1.0, 2.0, 6.0}, {10, 20, 30, 40})[0] == 1.0);
  CHECK(filled({5.0, 1.0, 2.0, 6.0}, {50, 20, 1, 40})[2] == 5.0);
}
