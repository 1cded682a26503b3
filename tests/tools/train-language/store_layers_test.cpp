#include "tools/train-language/store_layers.h"

#include <vector>

#include "tests/support/support.h"
#include "tools/language/dense.h"

namespace recto::train {

using language::Fixed;
using language::kFixedOne;

TEST_CASE("store layers: a layer read back maps nearly alike, odd inputs and all") {
  test::for_seeds(10, [](Random& random) {
    const std::size_t inputs = 1 + random.below(60);
    const std::size_t outputs = 1 + random.below(40);
    Linear linear(inputs, outputs, random);
    linear.bias.fill(0.5F, random);
    const std::string bytes = dense_bytes(linear.weight.value, linear.bias.value);
    const auto stored = test::value(language::Dense::open(bytes));
    REQUIRE(stored.outputs() == outputs);
    REQUIRE(stored.inputs() == inputs + inputs % 2);
    std::vector<Fixed> fixed(stored.inputs(), 0);
    Matrix x(1, static_cast<Eigen::Index>(inputs));
    for (std::size_t i = 0; i < inputs; ++i) {
      fixed[i] = static_cast<Fixed>(static_cast<int>(random.below(2048)) - 1024);
      x(0, static_cast<Eigen::Index>(i)) = static_cast<float>(fixed[i]) / kFixedOne;
    }
    std::vector<float> y(stored.width());
    stored.apply(fixed.data(), 1, y.data());
    const Matrix exact = linear.forward(x);
    for (std::size_t o = 0; o < outputs; ++o)
      CHECK(y[o] == doctest::Approx(exact(0, static_cast<Eigen::Index>(o))).epsilon(0.02).scale(1));
  });
}

TEST_CASE("store layers: a table read back holds nearly the same rows") {
  Random random(3);
  Parameter table(5, 7);
  table.fill(2.5F, random);
  const std::string bytes = embedding_bytes(table.value);
  const auto stored = test::value(language::Embedding::open(bytes));
  REQUIRE(stored.rows() == 5);
  REQUIRE(stored.width() == 7);
  std::vector<Fixed> row(7);
  for (std::size_t i = 0; i < 5; ++i) {
    stored.copy(i, row.data());
    for (std::size_t k = 0; k < 7; ++k)
      CHECK(static_cast<float>(row[k]) / kFixedOne ==
            doctest::Approx(table.value(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)))
                .epsilon(0.011)
                .scale(1));
  }
}

}  // namespace recto::train
