// Layers of a neural network with their gradients, worked out by hand, in floating point.
//
// Matrices have a row a word. `backward` adds to the parameters' gradients and gives the gradient
// with regard to the input; it wants the input and output of the `forward` before.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "content/base/random.h"

namespace recto::train {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Numbers that are learned.
struct Parameter {
  Parameter() = default;
  Parameter(std::size_t rows, std::size_t columns);

  /// Evenly from [-bound, bound].
  void fill(float bound, Random& random);

  Matrix value;
  Matrix gradient;
  Matrix mean;     ///< of gradients, for Adam
  Matrix square;   ///< of gradients' squares
  Matrix average;  ///< of values over the steps, what is kept in the end
};

/// How Adam (Kingma and Ba 2015) steps.
struct AdamStep {
  float rate = 0;
  float mean_decay = 0.9F;
  float square_decay = 0.95F;
  float gradient_scale = 1;  ///< gradients are multiplied by it first
  float average_decay = 0.999F;
  std::uint32_t step = 1;  ///< from 1
};

/// Moves values against gradients, sets these to zero.
void step(Parameter& parameter, const AdamStep& adam);

/// y = x Wᵀ + b.
struct Linear {
  Linear() = default;
  /// Glorot and Bengio 2010.
  Linear(std::size_t inputs, std::size_t outputs, Random& random);

  [[nodiscard]] Matrix forward(const Matrix& x) const;
  [[nodiscard]] Matrix backward(const Matrix& x, const Matrix& dy);

  Parameter weight;  ///< [outputs][inputs]
  Parameter bias;    ///< [1][outputs]
};

/// The order in which a recurrent layer reads the rows of several sentences, step by step.
struct StepOrder {
  std::vector<std::size_t> rows;   ///< by steps
  std::vector<std::size_t> steps;  ///< how many rows each, never more than the one before
};

/// One direction of an LSTM as language::Lstm has it.
class LstmLayer {
 public:
  LstmLayer() = default;
  LstmLayer(std::size_t inputs, std::size_t size, Random& random);

  /// h [rows][size]
  [[nodiscard]] Matrix forward(const Matrix& x, const StepOrder& order);
  [[nodiscard]] Matrix backward(const Matrix& dh, const StepOrder& order);

  Linear input;     ///< to the gates
  Parameter state;  ///< [4 size][size], from the state before

 private:
  std::size_t size_ = 0;
  Matrix x_;  ///< all by steps
  Matrix gates_;
  Matrix cells_;
  Matrix hidden_;
};

/// Negative numbers a tenth.
[[nodiscard]] Matrix leaky(const Matrix& x);
[[nodiscard]] Matrix leaky_backward(const Matrix& x, const Matrix& dy);

/// Softmax and cross-entropy per row. Sets `gradient` to that of the sum of losses with regard to
/// the scores; rows with a negative label are left out. Returns the sum.
double cross_entropy(const Matrix& scores, std::span<const int> labels, Matrix& gradient);

/// Softmax per row, and its gradient.
[[nodiscard]] Matrix softmax_rows(const Matrix& scores);
[[nodiscard]] Matrix softmax_backward(const Matrix& probabilities, const Matrix& dp);

}  // namespace recto::train
