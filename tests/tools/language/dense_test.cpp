#include "tools/language/dense.h"

#include <cmath>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "tests/support/support.h"
#include "tools/language/dense_kernels.h"
#include "tools/language/slots.h"

namespace recto::language {
namespace {

float number(Random& random, float most) {
  return most * (2.0F * static_cast<float>(random.unit()) - 1.0F);
}

std::vector<Fixed> fixed_numbers(std::size_t count, Random& random) {
  std::vector<Fixed> numbers(count);
  for (Fixed& value : numbers)
    value = static_cast<Fixed>(static_cast<int>(random.below(65535)) - 32767);
  return numbers;
}

/// A layer whose weights are [outputs][inputs].
std::string layer_bytes(std::size_t inputs, std::size_t outputs, const std::vector<float>& scale,
                        const std::vector<float>& bias, const std::vector<int>& weights) {
  const std::size_t width = (outputs + 15) / 16 * 16;
  std::string bytes;
  append_number(bytes, static_cast<std::uint32_t>(inputs));
  append_number(bytes, static_cast<std::uint32_t>(outputs));
  bytes.resize(Dense::kHeader);
  for (const auto* numbers : {&scale, &bias})
    for (std::size_t o = 0; o < width; ++o)
      append_number(bytes, o < outputs ? (*numbers)[o] : 0.0F);
  for (std::size_t group = 0; group < width; group += 16)
    for (std::size_t in = 0; in < inputs; in += 2)
      for (std::size_t o = group; o < group + 16; ++o)
        for (std::size_t i = in; i < in + 2; ++i)
          append_number(bytes, static_cast<std::int8_t>(o < outputs ? weights[o * inputs + i] : 0));
  return bytes;
}

}  // namespace

TEST_CASE("dense: a layer is the affine map that its bytes describe") {
  test::for_seeds(20, [](Random& random) {
    const std::size_t inputs = 2 * (1 + random.below(40));
    const std::size_t outputs = 1 + random.below(50);
    const std::size_t rows = random.below(9);
    std::vector<float> scale(outputs);
    std::vector<float> bias(outputs);
    std::vector<int> weights(inputs * outputs);
    for (float& value : scale)
      value = number(random, 0.01F);
    for (float& value : bias)
      value = number(random, 2.0F);
    for (int& value : weights)
      value = static_cast<int>(random.below(255)) - 127;
    const std::string bytes = layer_bytes(inputs, outputs, scale, bias, weights);
    const Dense layer = test::value(Dense::open(bytes));
    REQUIRE(layer.inputs() == inputs);
    REQUIRE(layer.outputs() == outputs);
    const std::vector<Fixed> x = fixed_numbers(rows * inputs, random);
    std::vector<float> y(rows * layer.width());
    layer.apply(x.data(), rows, y.data());
    for (std::size_t row = 0; row < rows; ++row)
      for (std::size_t o = 0; o < outputs; ++o) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < inputs; ++i)
          sum += weights[o * inputs + i] * x[row * inputs + i];
        CHECK(y[row * layer.width() + o] == static_cast<float>(sum) * scale[o] + bias[o]);
      }
  });
}

TEST_CASE("dense: every kernel of this processor gives the same bytes") {
  const auto variants = all_dense_kernels();
  const DenseKernels& plain = variants.front();
  for (const DenseKernels& other : variants.subspan(1))
    test::for_seeds(30, [&](Random& random) {
      const std::size_t rows = 1 + random.below(9);
      const std::size_t pairs = 1 + random.below(70);
      std::vector<std::int8_t> weights(pairs * 32);
      for (std::int8_t& weight : weights)
        weight = static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127);
      const std::vector<Fixed> x = fixed_numbers(rows * pairs * 2, random);
      std::vector<std::int32_t> sums(rows * 16);
      std::vector<std::int32_t> same(rows * 16);
      plain.group(weights.data(), x.data(), rows, pairs, sums.data());
      other.group(weights.data(), x.data(), rows, pairs, same.data());
      CHECK(sums == same);

      const std::size_t size = 1 + random.below(40);
      std::vector<float> gates(4 * size);
      std::vector<float> cell(size);
      for (float& gate : gates)
        gate = number(random, 9.0F);
      for (float& value : cell)
        value = number(random, 3.0F);
      std::vector<float> same_cell = cell;
      std::vector<Fixed> h(size);
      std::vector<Fixed> same_h(size);
      plain.lstm(gates.data(), size, cell.data(), h.data());
      other.lstm(gates.data(), size, same_cell.data(), same_h.data());
      CHECK(cell == same_cell);
      CHECK(h == same_h);

      plain.fixed(gates.data(), size, 0.1F, h.data());
      other.fixed(gates.data(), size, 0.1F, same_h.data());
      CHECK(h == same_h);
      std::vector<float> same_gates = gates;
      plain.exponents(gates.data(), gates.size(), 9.0F);
      other.exponents(same_gates.data(), gates.size(), 9.0F);
      CHECK(gates == same_gates);
      std::vector<float> y(16);
      std::vector<float> same_y(16);
      const std::vector<float> scale(16, number(random, 0.1F));
      plain.finish(sums.data(), scale.data(), y.data(), y.data());
      other.finish(sums.data(), scale.data(), same_y.data(), same_y.data());
      CHECK(y == same_y);
      for (Fixed& value : h)
        value = static_cast<Fixed>(value % 2048);
      CHECK(plain.product(h.data(), h.data(), size) == other.product(h.data(), h.data(), size));
    });
}

TEST_CASE("dense: sigmoid, tanh and exponents are near the true ones") {
  const DenseKernels& kernels = dense_kernels();
  for (float x = -12; x <= 12; x += 0.125F) {
    // All in, nothing kept: the cell is tanh(x). Nothing in, all kept: the output is left.
    const std::vector<float> gates = {40.0F, -40.0F, x, 40.0F};
    float cell = 1;
    Fixed h = 0;
    kernels.lstm(gates.data(), 1, &cell, &h);
    CHECK(cell == doctest::Approx(std::tanh(x)).epsilon(0.0005));
    const std::vector<float> opened = {-40.0F, 40.0F, 0.0F, x};
    float full = 10;
    kernels.lstm(opened.data(), 1, &full, &h);
    CHECK(h / kFixedOne == doctest::Approx(1 / (1 + std::exp(-x))).epsilon(0.01).scale(1));
    float power = -std::abs(x);
    kernels.exponents(&power, 1, 0);
    CHECK(power == doctest::Approx(std::exp(-std::abs(x))).epsilon(1e-5));
  }
}

TEST_CASE("dense: softmax gives shares") {
  std::vector<float> scores = {1, 2, 3, -500};
  softmax(scores);
  CHECK(scores[0] + scores[1] + scores[2] + scores[3] == doctest::Approx(1));
  CHECK(scores[2] / scores[1] == doctest::Approx(std::exp(1.0)).epsilon(1e-4));
  CHECK(scores[3] < 1e-20F);
  softmax({});
}

TEST_CASE("dense: numbers are rounded and saturate") {
  const std::vector<float> numbers = {0.0F, 1.0F, -1.0F, 0.0006F, -0.0006F, 99.0F, -99.0F};
  std::vector<Fixed> fixed(numbers.size());
  to_fixed(numbers, fixed.data());
  CHECK(fixed == std::vector<Fixed>{0, 1024, -1024, 1, -1, 32767, -32767});
  to_fixed_leaky(numbers, fixed.data());
  CHECK(fixed == std::vector<Fixed>{0, 1024, -102, 1, 0, 32767, -10138});
}

TEST_CASE("dense: bytes of another size, and numbers that are none, are refused") {
  const std::string good = layer_bytes(4, 3, {1, 1, 1}, {0, 0, 0}, std::vector<int>(12, 1));
  CHECK(Dense::open(good).has_value());
  CHECK_FALSE(Dense::open({}).has_value());
  CHECK_FALSE(Dense::open(good + "x").has_value());
  CHECK_FALSE(Dense::open(good.substr(0, good.size() - 1)).has_value());
  CHECK_FALSE(
      Dense::open(layer_bytes(4, 3, {1, NAN, 1}, {0, 0, 0}, std::vector<int>(12, 1))).has_value());
  CHECK_FALSE(Dense::open(layer_bytes(4, 3, {1, 1, 1}, {0, INFINITY, 0}, std::vector<int>(12, 1)))
                  .has_value());
  CHECK_FALSE(Dense::open(layer_bytes(514, 1, {1}, {0}, std::vector<int>(514, 1))).has_value());
  CHECK_FALSE(Embedding::open(std::string(64, '\0')).has_value());
}

TEST_CASE("dense: a row that an embedding does not have is zeros") {
  std::string bytes;
  for (const std::uint32_t number : {2U, 3U, 5U})
    append_number(bytes, number);
  bytes.resize(Embedding::kHeader);
  for (const int number : {1, -2, 127, -127, 0, 3})
    append_number(bytes, static_cast<std::int8_t>(number));
  const Embedding embedding = test::value(Embedding::open(bytes));
  std::vector<Fixed> row(3, 9);
  embedding.copy(0, row.data());
  CHECK(row == std::vector<Fixed>{5, -10, 635});
  embedding.copy(1, row.data());
  CHECK(row == std::vector<Fixed>{-635, 0, 15});
  embedding.copy(2, row.data());
  CHECK(row == std::vector<Fixed>{0, 0, 0});
}

}  // namespace recto::language
