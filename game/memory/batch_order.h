// The order in which fsrs-rs 6.5 takes its batches: the same generator, draw by draw. Needed only
// to arrive at its very parameters. Source: ALGORITHM.md section 5.7 beside the vectors; ChaCha:
// D. J. Bernstein, "ChaCha, a variant of Salsa20" (2008), and RFC 8439 section 2.3.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace recto::memory {

/// Orders for one epoch after the other. A value.
class BatchOrder {
 public:
  explicit BatchOrder(std::uint64_t seed);

  /// 0 to `batches` − 1, shuffled.
  [[nodiscard]] std::vector<std::size_t> next(std::size_t batches);

  /// The next 32 random bits.
  std::uint32_t draw();

 private:
  /// A number from 0 to `n` − 1, n above 0.
  std::uint32_t below(std::uint32_t n);
  void refill();

  std::array<std::uint32_t, 16> input_{};   ///< ChaCha's: constants, key, counter, nonce
  std::array<std::uint32_t, 16> output_{};  ///< the present block
  std::size_t used_ = 16;                   ///< words of it
};

}  // namespace recto::memory
