// The inner loops of dense.h, for the processor at hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "tools/language/dense.h"

namespace recto::language {

/// What Dense and Lstm spend their time with. All variants give the same bytes.
struct DenseKernels {
  /// sums [rows][16] of one group of outputs; x [rows][2 · pairs].
  void (*group)(const std::int8_t* weights, const Fixed* x, std::size_t rows, std::size_t pairs,
                std::int32_t* sums);
  /// y [i] = sums [i] · scale [i] + add [i], 16 of them.
  void (*finish)(const std::int32_t* sums, const float* scale, const float* add, float* y);
  /// gates [4 size] and cell [size] → the next cell, and h [size].
  void (*lstm)(const float* gates, std::size_t size, float* cell, Fixed* h);
  void (*fixed)(const float* numbers, std::size_t size, float below, Fixed* fixed);
  /// e to the power of numbers [i] - most, in place.
  void (*exponents)(float* numbers, std::size_t size, float most);
  std::int32_t (*product)(const Fixed* a, const Fixed* b, std::size_t size);
};

/// Those for this processor.
[[nodiscard]] const DenseKernels& dense_kernels();

/// All that this processor can run, the plainest first: for tests.
[[nodiscard]] std::span<const DenseKernels> all_dense_kernels();

}  // namespace recto::language
