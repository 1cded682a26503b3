#include "game/memory/batch_order.h"

#include <bit>
#include <limits>
#include <numeric>
#include <utility>

namespace recto::memory {
namespace {

constexpr std::uint64_t kWordLimit = std::uint64_t{1} << 32;

void quarter_round(std::array<std::uint32_t, 16>& x, std::size_t a, std::size_t b, std::size_t c,
                   std::size_t d) {
  const auto half = [&](std::size_t to, std::size_t from, std::size_t turned, int bits) {
    x[to] += x[from];
    x[turned] = std::rotl(x[turned] ^ x[to], bits);
  };
  half(a, b, d, 16);
  half(c, d, b, 12);
  half(a, b, d, 8);
  half(c, d, b, 7);
}

}  // namespace

BatchOrder::BatchOrder(std::uint64_t seed)
    : input_{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574} {
  std::uint64_t state = seed;
  for (std::size_t word = 4; word < 12; ++word) {
    state = state * 0x5851F42D4C957F2D + 0xA17654E46FBE17F3;
    const auto mixed = static_cast<std::uint32_t>(((state >> 18) ^ state) >> 27);
    input_[word] = std::rotr(mixed, static_cast<int>(state >> 59));
  }
}

void BatchOrder::refill() {
  constexpr int kDoubleRounds = 6;
  output_ = input_;
  for (int i = 0; i < kDoubleRounds; ++i) {
    for (std::size_t column = 0; column < 4; ++column)
      quarter_round(output_, column, column + 4, column + 8, column + 12);
    for (std::size_t column = 0; column < 4; ++column)
      quarter_round(output_, column, 4 + (column + 1) % 4, 8 + (column + 2) % 4,
                    12 + (column + 3) % 4);
  }
  for (std::size_t i = 0; i < output_.size(); ++i)
    output_[i] += input_[i];
  if (++input_[12] == 0) ++input_[13];
  used_ = 0;
}

std::uint32_t BatchOrder::draw() {
  if (used_ == output_.size()) refill();
  return output_[used_++];
}

std::uint32_t BatchOrder::below(std::uint32_t n) {
  const std::uint64_t product = std::uint64_t{draw()} * n;
  auto high = static_cast<std::uint32_t>(product >> 32);
  const auto low = static_cast<std::uint32_t>(product);
  if (low > kWordLimit - n && low + (std::uint64_t{draw()} * n >> 32) >= kWordLimit) ++high;
  return high;
}

std::vector<std::size_t> BatchOrder::next(std::size_t batches) {
  std::vector<std::size_t> order(batches);
  std::iota(order.begin(), order.end(), 0);
  // Several indexes come from one draw: below i + 1, i + 2, … while the product fits in a word.
  std::uint32_t chunk = 0;
  std::size_t left = 0;
  for (std::size_t i = 1; i < batches; ++i) {
    if (left == 0) {
      std::uint64_t product = i + 1;
      left = 1;
      while (product * (i + 1 + left) < kWordLimit)
        product *= i + 1 + left++;
      chunk = below(static_cast<std::uint32_t>(product));
    }
    --left;
    const std::size_t other = left == 0 ? chunk : chunk % (i + 1);
    chunk /= static_cast<std::uint32_t>(i + 1);
    std::swap(order[i], order[other]);
  }
  return order;
}

}  // namespace recto::memory
