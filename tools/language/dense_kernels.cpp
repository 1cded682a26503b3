#include "tools/language/dense_kernels.h"

#include <algorithm>
#include <bit>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace recto::language {
namespace {

#define RECTO_INLINE inline __attribute__((always_inline))

/// The continued fraction of Lambert, cut after the seventh term; at 4.97 it reaches 1. Error below
/// 1e-4.
RECTO_INLINE float tanh_of(float x) {
  const float cut = x < -4.97F ? -4.97F : (x > 4.97F ? 4.97F : x);
  const float y = cut * cut;
  const float above = cut * (135135.0F + y * (17325.0F + y * (378.0F + y)));
  const float below = 135135.0F + y * (62370.0F + y * (3150.0F + y * 28.0F));
  const float value = above / below;
  return value < -1.0F ? -1.0F : (value > 1.0F ? 1.0F : value);
}

RECTO_INLINE float sigmoid_of(float x) {
  return 0.5F + 0.5F * tanh_of(0.5F * x);
}

/// x at most 0. By 2^n · e^r, |r| below ln 2 / 2, and the series of e^r; error below 1e-6.
RECTO_INLINE float exp_of(float x) {
  const float cut = x < -80.0F ? -80.0F : x;
  const float scaled = cut * 1.44269504F;
  const auto whole = static_cast<std::int32_t>(scaled - 0.5F);
  const float r = cut - static_cast<float>(whole) * 0.693147181F;
  const float series =
      1.0F +
      r * (1.0F + r * (0.5F + r * (0.166666667F + r * (0.0416666667F + r * (0.00833333333F +
                                                                            r * 0.00138888889F)))));
  return series * std::bit_cast<float>((whole + 127) << 23);
}

RECTO_INLINE Fixed fixed_of(float x) {
  const float scaled = x * kFixedOne;
  const float cut = scaled < -32767.0F ? -32767.0F : (scaled > 32767.0F ? 32767.0F : scaled);
  return static_cast<Fixed>(static_cast<std::int32_t>(cut + (cut < 0 ? -0.5F : 0.5F)));
}

RECTO_INLINE void group_body(const std::int8_t* weights, const Fixed* x, std::size_t rows,
                             std::size_t pairs, std::int32_t* sums) {
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t o = 0; o < Dense::kGroup; ++o) {
      std::int32_t sum = 0;
      for (std::size_t pair = 0; pair < pairs; ++pair) {
        const std::int8_t* w = weights + (pair * Dense::kGroup + o) * 2;
        const Fixed* in = x + (row * pairs + pair) * 2;
        sum += w[0] * in[0] + w[1] * in[1];
      }
      sums[row * Dense::kGroup + o] = sum;
    }
}

RECTO_INLINE void finish_body(const std::int32_t* sums, const float* scale, const float* add,
                              float* y) {
  for (std::size_t i = 0; i < Dense::kGroup; ++i)
    y[i] = static_cast<float>(sums[i]) * scale[i] + add[i];
}

RECTO_INLINE void lstm_body(const float* gates, std::size_t size, float* cell, Fixed* h) {
  const float* in = gates;
  const float* keep = gates + size;
  const float* next = gates + 2 * size;
  const float* out = gates + 3 * size;
  for (std::size_t i = 0; i < size; ++i) {
    const float value = sigmoid_of(keep[i]) * cell[i] + sigmoid_of(in[i]) * tanh_of(next[i]);
    cell[i] = value;
    h[i] = fixed_of(sigmoid_of(out[i]) * tanh_of(value));
  }
}

RECTO_INLINE void fixed_body(const float* numbers, std::size_t size, float below, Fixed* fixed) {
  for (std::size_t i = 0; i < size; ++i)
    fixed[i] = fixed_of(numbers[i] < 0 ? numbers[i] * below : numbers[i]);
}

RECTO_INLINE void exponents_body(float* numbers, std::size_t size, float most) {
  for (std::size_t i = 0; i < size; ++i)
    numbers[i] = exp_of(numbers[i] - most);
}

RECTO_INLINE std::int32_t product_body(const Fixed* a, const Fixed* b, std::size_t size) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < size; ++i)
    sum += a[i] * b[i];
  return sum;
}

void group_plain(const std::int8_t* weights, const Fixed* x, std::size_t rows, std::size_t pairs,
                 std::int32_t* sums) {
  group_body(weights, x, rows, pairs, sums);
}
void finish_plain(const std::int32_t* sums, const float* scale, const float* add, float* y) {
  finish_body(sums, scale, add, y);
}
void lstm_plain(const float* gates, std::size_t size, float* cell, Fixed* h) {
  lstm_body(gates, size, cell, h);
}
void fixed_plain(const float* numbers, std::size_t size, float below, Fixed* fixed) {
  fixed_body(numbers, size, below, fixed);
}
void exponents_plain(float* numbers, std::size_t size, float most) {
  exponents_body(numbers, size, most);
}
std::int32_t product_plain(const Fixed* a, const Fixed* b, std::size_t size) {
  return product_body(a, b, size);
}

#if defined(__x86_64__)

#define RECTO_AVX2 __attribute__((target("avx2")))

/// `Rows` rows at a time share the weights that are loaded.
template <std::size_t Rows>
RECTO_AVX2 void rows_avx2(const std::int8_t* weights, const Fixed* x, std::size_t pairs,
                          std::int32_t* sums) {
  __m256i low[Rows];
  __m256i high[Rows];
  for (std::size_t row = 0; row < Rows; ++row)
    low[row] = high[row] = _mm256_setzero_si256();
  for (std::size_t pair = 0; pair < pairs; ++pair) {
    const auto* at = reinterpret_cast<const __m128i*>(weights + pair * Dense::kGroup * 2);
    const __m256i first = _mm256_cvtepi8_epi16(_mm_loadu_si128(at));
    const __m256i second = _mm256_cvtepi8_epi16(_mm_loadu_si128(at + 1));
    for (std::size_t row = 0; row < Rows; ++row) {
      std::int32_t two = 0;
      __builtin_memcpy(&two, x + (row * pairs + pair) * 2, sizeof two);
      const __m256i in = _mm256_set1_epi32(two);
      low[row] = _mm256_add_epi32(low[row], _mm256_madd_epi16(first, in));
      high[row] = _mm256_add_epi32(high[row], _mm256_madd_epi16(second, in));
    }
  }
  for (std::size_t row = 0; row < Rows; ++row) {
    auto* to = reinterpret_cast<__m256i*>(sums + row * Dense::kGroup);
    _mm256_storeu_si256(to, low[row]);
    _mm256_storeu_si256(to + 1, high[row]);
  }
}

RECTO_AVX2 void group_avx2(const std::int8_t* weights, const Fixed* x, std::size_t rows,
                           std::size_t pairs, std::int32_t* sums) {
  std::size_t row = 0;
  for (; row + 4 <= rows; row += 4)
    rows_avx2<4>(weights, x + row * pairs * 2, pairs, sums + row * Dense::kGroup);
  const Fixed* rest = x + row * pairs * 2;
  std::int32_t* rest_sums = sums + row * Dense::kGroup;
  if (rows - row == 3) rows_avx2<3>(weights, rest, pairs, rest_sums);
  if (rows - row == 2) rows_avx2<2>(weights, rest, pairs, rest_sums);
  if (rows - row == 1) rows_avx2<1>(weights, rest, pairs, rest_sums);
}
RECTO_AVX2 void finish_avx2(const std::int32_t* sums, const float* scale, const float* add,
                            float* y) {
  finish_body(sums, scale, add, y);
}
RECTO_AVX2 void lstm_avx2(const float* gates, std::size_t size, float* cell, Fixed* h) {
  lstm_body(gates, size, cell, h);
}
RECTO_AVX2 void fixed_avx2(const float* numbers, std::size_t size, float below, Fixed* fixed) {
  fixed_body(numbers, size, below, fixed);
}
RECTO_AVX2 void exponents_avx2(float* numbers, std::size_t size, float most) {
  exponents_body(numbers, size, most);
}
RECTO_AVX2 std::int32_t product_avx2(const Fixed* a, const Fixed* b, std::size_t size) {
  return product_body(a, b, size);
}

#endif

constexpr DenseKernels kVariants[] = {
    {group_plain, finish_plain, lstm_plain, fixed_plain, exponents_plain, product_plain},
#if defined(__x86_64__)
    {group_avx2, finish_avx2, lstm_avx2, fixed_avx2, exponents_avx2, product_avx2},
#endif
};

}  // namespace

std::span<const DenseKernels> all_dense_kernels() {
#if defined(__x86_64__)
  if (!static_cast<bool>(__builtin_cpu_supports("avx2"))) return std::span(kVariants).first(1);
#endif
  return kVariants;
}

const DenseKernels& dense_kernels() {
  static const DenseKernels& best = all_dense_kernels().back();
  return best;
}

}  // namespace recto::language
