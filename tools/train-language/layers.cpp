#include "tools/train-language/layers.h"

#include <cmath>

namespace recto::train {
namespace {

using Index = Eigen::Index;

Index index(std::size_t i) {
  return static_cast<Index>(i);
}

Matrix sigmoid(const Matrix& x) {
  return (0.5F + 0.5F * (0.5F * x.array()).tanh()).matrix();
}

/// Rows of `from` in the order of `rows`.
Matrix gathered(const Matrix& from, const std::vector<std::size_t>& rows) {
  Matrix to(index(rows.size()), from.cols());
  for (std::size_t i = 0; i < rows.size(); ++i)
    to.row(index(i)) = from.row(index(rows[i]));
  return to;
}

Matrix scattered(const Matrix& from, const std::vector<std::size_t>& rows) {
  Matrix to(from.rows(), from.cols());
  for (std::size_t i = 0; i < rows.size(); ++i)
    to.row(index(rows[i])) = from.row(index(i));
  return to;
}

}  // namespace

Parameter::Parameter(std::size_t rows, std::size_t columns)
    : value(Matrix::Zero(index(rows), index(columns))),
      gradient(value),
      mean(value),
      square(value),
      average(value) {}

void Parameter::fill(float bound, Random& random) {
  for (Index i = 0; i < value.size(); ++i)
    value.data()[i] = bound * (2.0F * static_cast<float>(random.unit()) - 1.0F);
}

void step(Parameter& parameter, const AdamStep& adam) {
  const auto steps = static_cast<double>(adam.step);
  const auto mean_share = static_cast<float>(1 - std::pow(adam.mean_decay, steps));
  const auto square_share = static_cast<float>(1 - std::pow(adam.square_decay, steps));
  const auto gradient = adam.gradient_scale * parameter.gradient.array();
  parameter.mean =
      (adam.mean_decay * parameter.mean.array() + (1 - adam.mean_decay) * gradient).matrix();
  parameter.square =
      (adam.square_decay * parameter.square.array() + (1 - adam.square_decay) * gradient.square())
          .matrix();
  parameter.value.array() -= adam.rate / mean_share * parameter.mean.array() /
                             ((parameter.square.array() / square_share).sqrt() + 1e-8F);
  // A young average forgets faster: it would hold the first, random values too long.
  const auto decay = std::min(adam.average_decay, static_cast<float>((1 + steps) / (10 + steps)));
  parameter.average =
      (decay * parameter.average.array() + (1 - decay) * parameter.value.array()).matrix();
  parameter.gradient.setZero();
}

Linear::Linear(std::size_t inputs, std::size_t outputs, Random& random)
    : weight(outputs, inputs), bias(1, outputs) {
  weight.fill(std::sqrt(6.0F / static_cast<float>(inputs + outputs)), random);
}

Matrix Linear::forward(const Matrix& x) const {
  Matrix y = x * weight.value.transpose();
  y.rowwise() += bias.value.row(0);
  return y;
}

Matrix Linear::backward(const Matrix& x, const Matrix& dy) {
  weight.gradient.noalias() += dy.transpose() * x;
  bias.gradient.row(0) += dy.colwise().sum();
  return dy * weight.value;
}

LstmLayer::LstmLayer(std::size_t inputs, std::size_t size, Random& random)
    : input(inputs, 4 * size, random), state(4 * size, size), size_(size) {
  state.fill(0.5F * std::sqrt(3.0F / static_cast<float>(size)), random);
  // Remember at first (Jozefowicz, Zaremba, Sutskever 2015).
  input.bias.value.row(0).segment(index(size), index(size)).setOnes();
}

Matrix LstmLayer::forward(const Matrix& x, const StepOrder& order) {
  const Index size = index(size_);
  x_ = gathered(x, order.rows);
  gates_ = input.forward(x_);
  cells_.resize(x_.rows(), size);
  hidden_.resize(x_.rows(), size);
  Index before = 0;
  Index at = 0;
  for (const std::size_t active : order.steps) {
    const Index rows = index(active);
    auto gates = gates_.middleRows(at, rows);
    if (at > 0) gates.noalias() += hidden_.middleRows(before, rows) * state.value.transpose();
    gates.leftCols(2 * size) = sigmoid(gates.leftCols(2 * size));
    gates.middleCols(2 * size, size) = gates.middleCols(2 * size, size).array().tanh().matrix();
    gates.rightCols(size) = sigmoid(gates.rightCols(size));
    auto cells = cells_.middleRows(at, rows);
    cells = gates.leftCols(size).cwiseProduct(gates.middleCols(2 * size, size));
    if (at > 0) cells += gates.middleCols(size, size).cwiseProduct(cells_.middleRows(before, rows));
    hidden_.middleRows(at, rows) = (gates.rightCols(size).array() * cells.array().tanh()).matrix();
    before = at;
    at += rows;
  }
  return scattered(hidden_, order.rows);
}

Matrix LstmLayer::backward(const Matrix& dh, const StepOrder& order) {
  const Index size = index(size_);
  Matrix dhidden = gathered(dh, order.rows);
  Matrix dgates(x_.rows(), 4 * size);
  Matrix dcells = Matrix::Zero(x_.rows(), size);
  Matrix hidden_before = Matrix::Zero(x_.rows(), size);
  Index at = x_.rows();
  for (std::size_t s = order.steps.size(); s-- > 0;) {
    const Index rows = index(order.steps[s]);
    at -= rows;
    const Index before = s == 0 ? 0 : at - index(order.steps[s - 1]);
    const auto gates = gates_.middleRows(at, rows);
    const auto in = gates.leftCols(size).array();
    const auto kept = gates.middleCols(size, size).array();
    const auto next = gates.middleCols(2 * size, size).array();
    const auto out = gates.rightCols(size).array();
    const Matrix squashed = cells_.middleRows(at, rows).array().tanh().matrix();
    const auto dstate = dhidden.middleRows(at, rows).array();
    dcells.middleRows(at, rows).array() += dstate * out * (1 - squashed.array().square());
    const auto dcell = dcells.middleRows(at, rows).array();
    auto dgate = dgates.middleRows(at, rows);
    dgate.leftCols(size) = (dcell * next * in * (1 - in)).matrix();
    dgate.middleCols(2 * size, size) = (dcell * in * (1 - next.square())).matrix();
    dgate.rightCols(size) = (dstate * squashed.array() * out * (1 - out)).matrix();
    if (s == 0) {
      dgate.middleCols(size, size).setZero();
      continue;
    }
    const auto cells_before = cells_.middleRows(before, rows).array();
    dgate.middleCols(size, size) = (dcell * cells_before * kept * (1 - kept)).matrix();
    dcells.middleRows(before, rows).array() += dcell * kept;
    dhidden.middleRows(before, rows).noalias() += dgate * state.value;
    hidden_before.middleRows(at, rows) = hidden_.middleRows(before, rows);
  }
  state.gradient.noalias() += dgates.transpose() * hidden_before;
  return scattered(input.backward(x_, dgates), order.rows);
}

Matrix leaky(const Matrix& x) {
  return (x.array() < 0).select(x * 0.1F, x);
}

Matrix leaky_backward(const Matrix& x, const Matrix& dy) {
  return (x.array() < 0).select(dy * 0.1F, dy);
}

Matrix softmax_rows(const Matrix& scores) {
  Matrix shares = (scores.colwise() - scores.rowwise().maxCoeff()).array().exp().matrix();
  shares.array().colwise() /= shares.rowwise().sum().array();
  return shares;
}

Matrix softmax_backward(const Matrix& probabilities, const Matrix& dp) {
  const Eigen::VectorXf inner = (probabilities.array() * dp.array()).rowwise().sum();
  return (probabilities.array() * (dp.colwise() - inner).array()).matrix();
}

double cross_entropy(const Matrix& scores, std::span<const int> labels, Matrix& gradient) {
  gradient = softmax_rows(scores);
  double loss = 0;
  for (std::size_t row = 0; row < labels.size(); ++row) {
    auto shares = gradient.row(index(row));
    if (labels[row] < 0) {
      shares.setZero();
      continue;
    }
    float& share = shares(labels[row]);
    loss -= std::log(std::max(share, 1e-20F));
    share -= 1;
  }
  return loss;
}

}  // namespace recto::train
