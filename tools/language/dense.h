// Layers of a neural network in bytes of a model's file: integer products, the same on every
// machine.
//
// Weights have 8 bits, what layers hand on has 16, sums have 32 and are exact. What is left to
// floating point is done number by number, in one order, without contraction: IEEE 754 leaves
// compilers, processors and threads no choice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace recto::language {

/// What layers hand on: 1024 for 1, saturated at 32.
using Fixed = std::int16_t;
inline constexpr float kFixedOne = 1024;

/// Sets `fixed` to `numbers`, rounded.
void to_fixed(std::span<const float> numbers, Fixed* fixed);

/// The same, negative numbers made ten times smaller first (a leaky rectifier).
void to_fixed_leaky(std::span<const float> numbers, Fixed* fixed);

/// Softmax, in place.
void softmax(std::span<float> numbers);

/// An affine map, y = W x + b.
///
/// Bytes, little-endian: u32 inputs, u32 outputs, 56 zeros; f32 scale[width], f32 bias[width]; i8
/// weights in groups of 16 outputs, in each by pairs of inputs: [width/16][inputs/2][16][2].
/// Inputs are even. W[o][i] = 1024 · scale[o] · weight, as inputs are Fixed.
class Dense {
 public:
  static constexpr std::size_t kGroup = 16;
  static constexpr std::size_t kHeader = 64;
  static constexpr std::size_t kMostInputs = 512;  ///< sums stay below 2^31
  static constexpr std::size_t kMostOutputs = 8192;

  /// A view of the bytes, which outlive it. Error BadInput for bytes that are no such layer.
  [[nodiscard]] static Result<Dense> open(std::string_view bytes);

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t outputs() const { return outputs_; }

  /// Outputs with those that fill the last group; they are 0.
  [[nodiscard]] std::size_t width() const { return scale_.size(); }

  /// y = W x + b for `rows` rows; x [rows][inputs], y [rows][width].
  void apply(const Fixed* x, std::size_t rows, float* y) const;

  /// y += W x.
  void add(const Fixed* x, std::size_t rows, float* y) const;

 private:
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
  std::vector<float> scale_;
  std::vector<float> bias_;
  const std::int8_t* weights_ = nullptr;
};

/// Rows of numbers by what they stand for.
///
/// Bytes, little-endian: u32 rows, u32 width, u32 scale, 52 zeros; i8 [rows][width]. A Fixed is
/// scale times the byte.
class Embedding {
 public:
  static constexpr std::size_t kHeader = 64;

  [[nodiscard]] static Result<Embedding> open(std::string_view bytes);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t width() const { return width_; }

  /// Writes row `row`; zeros for a row that there is not.
  void copy(std::size_t row, Fixed* to) const;

 private:
  std::size_t rows_ = 0;
  std::size_t width_ = 0;
  std::int32_t scale_ = 1;
  const char* numbers_ = nullptr;
};

/// One direction of a long short-term memory (Hochreiter and Schmidhuber 1997) over several
/// sentences at once. Four blocks of gates, in the order input, forget, cell, output.
class Lstm {
 public:
  /// `input` maps a word to its gates, `state` the state before.
  [[nodiscard]] static Result<Lstm> open(std::string_view input, std::string_view state);

  [[nodiscard]] std::size_t inputs() const { return input_.inputs(); }
  [[nodiscard]] std::size_t size() const { return state_.inputs(); }

  /// `steps[t]` rows are at step t, never more than in the step before. x [rows][inputs] and
  /// h [rows][size] stand by steps. O(rows).
  void run(const Fixed* x, std::span<const std::size_t> steps, Fixed* h) const;

 private:
  Lstm(Dense input, Dense state) : input_(std::move(input)), state_(std::move(state)) {}

  Dense input_;
  Dense state_;
};

/// The sum of products of two rows of small numbers, each within ±2047 and at most 4096 of them.
[[nodiscard]] std::int32_t product(const Fixed* a, const Fixed* b, std::size_t size);

}  // namespace recto::language
