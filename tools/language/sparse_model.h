// Linear models of many features, each of which speaks for or against a few labels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace recto::language {

/// A weight of a model's file: score = sign(weight) · weight², as small weights must be told apart
/// more finely than large ones.
struct SparseWeight {
  std::uint8_t label = 0;
  std::int16_t weight = 0;  ///< [-127, 127]

  [[nodiscard]] std::int32_t score() const {
    return weight < 0 ? -weight * weight : weight * weight;
  }
};

/// A view of a model in bytes that outlive it: nothing is copied or parsed. Integers only: the same
/// scores on every machine.
///
/// Bytes, little-endian: u32 labels, u32 slots (a power of two), u32 bytes of runs, u32 0; u32
/// fingerprint[slots], 0 for an empty one; u32 run[slots], a place among the runs; runs: u8 count,
/// then count × (u8 label, i8 weight).
class SparseModel {
 public:
  static constexpr std::size_t kMostLabels = 256;

  /// Checks sizes, not contents. Error BadInput for bytes that are no such model.
  [[nodiscard]] static Result<SparseModel> open(std::string_view bytes);

  [[nodiscard]] std::size_t labels() const { return labels_; }

  /// Adds to `scores` [labels] what a feature says. Unknown features say nothing.
  void add(std::uint64_t feature, std::span<std::int32_t> scores) const;

 private:
  std::size_t labels_ = 0;
  std::size_t slots_ = 0;
  std::string_view fingerprints_;
  std::string_view places_;
  std::string_view runs_;
};

/// One feature of a model that is to be written.
struct SparseFeature {
  std::uint64_t feature = 0;
  std::vector<SparseWeight> weights;  ///< at most 255
};

/// The bytes of a model; the same for the same features in the same order.
[[nodiscard]] std::string sparse_bytes(std::span<const SparseFeature> features, std::size_t labels);

}  // namespace recto::language
