#include "tests/quality/statistics.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::quality;

TEST_CASE("quality: Wilson intervals are the published ones") {
  struct Row {
    std::size_t yes, of;
    double low, high;
  };
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  for (const Row& row : {Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605},
                         Row{0, 20, 0.0000, 0.1611}, Row{1, 29, 0.0061, 0.1718}}) {
    CAPTURE(row.yes);
    const Interval interval = wilson(row.yes, row.of);
    CHECK(interval.low == doctest::Approx(row.low).epsilon(0.0001).scale(1.0));
    CHECK(interval.high == doctest::Approx(row.high).epsilon(0.0001).scale(1.0));
  }
}

TEST_CASE("quality: a Wilson interval stays within 0 and 1") {
  CHECK(wilson(0, 0) == Interval{0.0, 1.0});
  CHECK(wilson(0, 1).low == 0.0);
  CHECK(wilson(20, 20).high == 1.0);
  CHECK(wilson(20, 20).low == doctest::Approx(1.0 - wilson(0, 20).high));
}

TEST_CASE("quality: kappa of an example worked by hand") {
  // 50 cards: both yes 20, yes and no 5, no and yes 10, both no 15. They agree on 0.7; the first
  // says yes to 0.5, the second to 0.6, so by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5; (0.7 - 0.5) /
  // 0.5.
  std::vector<bool> a;
  std::vector<bool> b;
  const auto add = [&](int count, bool first, bool second) {
    a.insert(a.end(), static_cast<std::size_t>(count), first);
    b.insert(b.end(), static_cast<std::size_t>(count), second);
  };
  add(20, true, true);
  add(5, true, false);
  add(10, false, true);
  add(15, false, false);
  CHECK(kappa(a, b).value() == doctest::Approx(0.4));
  CHECK(kappa(a, a).value() == doctest::Approx(1.0));
}

TEST_CASE("quality: kappa is absent where there is nothing to tell apart") {
  CHECK_FALSE(kappa({}, {}));
  CHECK_FALSE(kappa({true, true}, {true, true}));
  CHECK(kappa({true, false}, {true, true}).value() == doctest::Approx(0.0));
}

TEST_CASE("quality: the bootstrap draws whole decks and repeats itself") {
  Random random(1);
  CHECK_FALSE(bootstrap(std::vector<Ratio>{{1.0, 2.0}}, random));
  const std::vector<Ratio> alike(5, {3.0, 4.0});
  CHECK(bootstrap(alike, random) == Interval{0.75, 0.75});
  const std::vector<Ratio> apart = {{0.0, 10.0}, {10.0, 10.0}};
  CHECK(bootstrap(apart, random) == Interval{0.0, 1.0});
  std::vector<Ratio> many;
  for (int i = 0; i < 100; ++i)
    many.push_back({i % 2 == 0 ? 1.0 : 0.0, 1.0});
  Random same(7);
  Random again(7);
  const Interval interval = bootstrap(many, same).value();
  CHECK(interval == bootstrap(many, again).value());
  CHECK(interval.low == doctest::Approx(0.40).epsilon(0.03).scale(1.0));  // 0.5 ± 1.96 * 0.05
  CHECK(interval.high == doctest::Approx(0.60).epsilon(0.03).scale(1.0));
}
