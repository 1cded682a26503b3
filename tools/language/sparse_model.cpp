#include "tools/language/sparse_model.h"

#include <algorithm>
#include <bit>

#include "tools/language/slots.h"

namespace recto::language {
namespace {

constexpr std::size_t kHeader = 16;

/// A byte in two's complement, whether or not char has a sign.
std::int16_t signed_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return static_cast<std::int16_t>(byte < 128 ? byte : byte - 256);
}

}  // namespace

Result<SparseModel> SparseModel::open(std::string_view bytes) {
  const auto broken = [] {
    return fail(Error::Kind::BadInput, "a table of weights in the language model is damaged", {},
                "install Recto's assets anew");
  };
  if (bytes.size() < kHeader) return broken();
  SparseModel model;
  model.labels_ = number_at<std::uint32_t>(bytes, 0);
  model.slots_ = number_at<std::uint32_t>(bytes, 1);
  const std::size_t runs = number_at<std::uint32_t>(bytes, 2);
  const std::size_t table = model.slots_ * sizeof(std::uint32_t);
  if (model.labels_ == 0 || model.labels_ > kMostLabels || !std::has_single_bit(model.slots_) ||
      model.slots_ > bytes.size() || bytes.size() < kHeader + 2 * table + runs)
    return broken();
  model.fingerprints_ = bytes.substr(kHeader, table);
  model.places_ = bytes.substr(kHeader + table, table);
  model.runs_ = bytes.substr(kHeader + 2 * table, runs);
  return model;
}

void SparseModel::add(std::uint64_t feature, std::span<std::int32_t> scores) const {
  const auto slot = find_slot(fingerprints_, slots_, feature);
  if (!slot) return;
  const std::size_t place = number_at<std::uint32_t>(places_, *slot);
  if (place >= runs_.size()) return;
  const auto count = static_cast<std::size_t>(static_cast<unsigned char>(runs_[place]));
  if (place + 1 + 2 * count > runs_.size()) return;
  for (std::size_t i = 0; i < count; ++i) {
    const SparseWeight weight{static_cast<std::uint8_t>(runs_[place + 1 + 2 * i]),
                              signed_byte(runs_[place + 2 + 2 * i])};
    if (weight.label < scores.size()) scores[weight.label] += weight.score();
  }
}

std::string sparse_bytes(std::span<const SparseFeature> features, std::size_t labels) {
  std::vector<std::uint32_t> fingerprints = empty_slots(features.size());
  std::vector<std::uint32_t> places(fingerprints.size(), 0);
  std::string runs;
  for (const SparseFeature& entry : features) {
    places[take_slot(fingerprints, entry.feature)] = static_cast<std::uint32_t>(runs.size());
    const std::size_t count = std::min<std::size_t>(entry.weights.size(), 255);
    runs += static_cast<char>(count);
    for (std::size_t i = 0; i < count; ++i) {
      runs += static_cast<char>(entry.weights[i].label);
      runs += static_cast<char>(entry.weights[i].weight);
    }
  }
  std::string bytes;
  for (const std::size_t number : {labels, fingerprints.size(), runs.size(), std::size_t{0}})
    append_number(bytes, static_cast<std::uint32_t>(number));
  for (const auto* table : {&fingerprints, &places})
    for (const std::uint32_t number : *table)
      append_number(bytes, number);
  return bytes + runs;
}

}  // namespace recto::language
