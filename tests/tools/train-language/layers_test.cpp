// Gradients against differences.
#include "tools/train-language/layers.h"

#include <functional>
#include <vector>

#include "tests/support/support.h"

namespace recto::train {
namespace {

Matrix random_matrix(Eigen::Index rows, Eigen::Index columns, Random& random) {
  Matrix matrix(rows, columns);
  for (Eigen::Index i = 0; i < matrix.size(); ++i)
    matrix.data()[i] = 2.0F * static_cast<float>(random.unit()) - 1.0F;
  return matrix;
}

/// Compares `gradient` with how `loss` moves when each number of `values` does.
void check_gradient(Matrix& values, const Matrix& gradient, const std::function<double()>& loss) {
  constexpr float kStep = 1e-2F;
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    float& value = values.data()[i];
    const float kept = value;
    value = kept + kStep;
    const double above = loss();
    value = kept - kStep;
    const double below = loss();
    value = kept;
    CHECK(static_cast<double>(gradient.data()[i]) ==
          doctest::Approx((above - below) / (2 * static_cast<double>(kStep)))
              .epsilon(0.02)
              .scale(0.1));
  }
}

double weighted(const Matrix& y, const Matrix& weights) {
  return static_cast<double>(y.cwiseProduct(weights).sum());
}

}  // namespace

TEST_CASE("layers: gradients of a linear layer") {
  Random random(1);
  Linear layer(5, 4, random);
  Matrix x = random_matrix(3, 5, random);
  const Matrix weights = random_matrix(3, 4, random);
  const auto loss = [&] { return weighted(layer.forward(x), weights); };
  const Matrix dx = layer.backward(x, weights);
  check_gradient(x, dx, loss);
  check_gradient(layer.weight.value, layer.weight.gradient, loss);
  check_gradient(layer.bias.value, layer.bias.gradient, loss);
}

TEST_CASE("layers: gradients of an LSTM over sentences of several lengths") {
  Random random(2);
  LstmLayer layer(3, 4, random);
  layer.state.fill(0.8F, random);
  // Sentences of rows 0 to 2, 3 to 5, and 6.
  const StepOrder order{{0, 3, 6, 1, 4, 2, 5}, {3, 2, 2}};
  Matrix x = random_matrix(7, 3, random);
  const Matrix weights = random_matrix(7, 4, random);
  const auto loss = [&] { return weighted(layer.forward(x, order), weights); };
  loss();
  const Matrix dx = layer.backward(weights, order);
  const Matrix dstate = layer.state.gradient;
  const Matrix dinput = layer.input.weight.gradient;
  const Matrix dbias = layer.input.bias.gradient;
  check_gradient(x, dx, loss);
  check_gradient(layer.state.value, dstate, loss);
  check_gradient(layer.input.weight.value, dinput, loss);
  check_gradient(layer.input.bias.value, dbias, loss);
}

TEST_CASE("layers: gradients of softmax, cross-entropy and the leaky rectifier") {
  Random random(3);
  Matrix scores = random_matrix(4, 5, random);
  const std::vector<int> labels = {2, -1, 0, 4};
  Matrix gradient;
  cross_entropy(scores, labels, gradient);
  Matrix scratch;
  check_gradient(scores, gradient, [&] { return cross_entropy(scores, labels, scratch); });
  CHECK(gradient.row(1).isZero());

  const Matrix weights = random_matrix(4, 5, random);
  check_gradient(scores, softmax_backward(softmax_rows(scores), weights),
                 [&] { return weighted(softmax_rows(scores), weights); });
  Matrix x(1, 4);
  x << -2, -0.5F, 0.5F, 2;
  const Matrix ones = Matrix::Ones(1, 4);
  check_gradient(x, leaky_backward(x, ones), [&] { return weighted(leaky(x), ones); });
}

TEST_CASE("layers: Adam finds the bottom of a bowl, and the average follows") {
  Parameter parameter(1, 2);
  Random random(4);
  parameter.fill(1.0F, random);
  for (std::uint32_t i = 1; i <= 2000; ++i) {
    parameter.gradient << parameter.value(0, 0) - 3, 10 * (parameter.value(0, 1) + 1);
    step(parameter, {.rate = 0.01F, .step = i});
    CHECK(parameter.gradient.isZero());
  }
  CHECK(parameter.value(0, 0) == doctest::Approx(3).epsilon(0.01));
  CHECK(parameter.value(0, 1) == doctest::Approx(-1).epsilon(0.01));
  CHECK(parameter.average(0, 0) == doctest::Approx(3).epsilon(0.05));
}

}  // namespace recto::train
