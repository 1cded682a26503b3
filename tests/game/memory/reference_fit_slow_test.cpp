#include "tests/game/memory/reference_case.h"
#include "tests/game/memory/vectors.h"
#include "tests/support/support.h"

using namespace recto;

TEST_CASE("memory: FSRS-6 reference vectors, optimiser on logs of 50,000 and 200,000 answers") {
  std::size_t cases = 0;
  for (const auto& item : test::optimizer_vectors().at("cases")) {
    if (item.at("reviews").get<std::size_t>() <= 10'000) continue;
    test::check_reference_case(item);
    ++cases;
  }
  CHECK(cases == 3);
}
