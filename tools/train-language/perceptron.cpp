#include "tools/train-language/perceptron.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace recto::train {
namespace {

constexpr std::size_t kFirstSlots = 1 << 16;

}  // namespace

const Perceptron::Feature* Perceptron::find(std::uint64_t feature) const {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = feature & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == 0) return nullptr;
    const Feature& found = features_[slots_[slot] - 1];
    if (found.hash == feature) return &found;
  }
}

Perceptron::Feature& Perceptron::take(std::uint64_t feature) {
  if ((features_.size() + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = feature & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask)
    if (Feature& found = features_[slots_[slot] - 1]; found.hash == feature) return found;
  features_.push_back({feature, 0, {}});
  slots_[slot] = static_cast<std::uint32_t>(features_.size());
  return features_.back();
}

void Perceptron::grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < features_.size(); ++i) {
    std::size_t slot = features_[i].hash & mask;
    while (slots_[slot] != 0)
      slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void Perceptron::score(std::span<const std::uint64_t> features,
                       std::span<std::int32_t> scores) const {
  std::fill(scores.begin(), scores.end(), 0);
  for (const std::uint64_t hash : features) {
    const Feature* feature = find(hash);
    if (feature == nullptr || feature->updates < least_updates_) continue;
    for (const Weight& weight : feature->weights)
      scores[weight.label] += weight.now;
  }
}

void Perceptron::add(Feature& feature, std::size_t label, std::int32_t change) const {
  auto found = std::find_if(feature.weights.begin(), feature.weights.end(),
                            [&](const Weight& weight) { return weight.label == label; });
  if (found == feature.weights.end())
    found = feature.weights.insert(found, {static_cast<std::uint8_t>(label), 0, 0, step_});
  found->sum += static_cast<std::int64_t>(found->now) * (step_ - found->since);
  found->since = step_;
  found->now += change;
}

void Perceptron::learn(std::span<const std::uint64_t> features, std::size_t right,
                       std::size_t wrong) {
  if (right != wrong)
    for (const std::uint64_t hash : features) {
      Feature& feature = take(hash);
      ++feature.updates;
      add(feature, right, 1);
      add(feature, wrong, -1);
    }
  ++step_;
}

std::vector<language::SparseFeature> Perceptron::averaged() const {
  const auto sum_of = [&](const Weight& weight) {
    return weight.sum + static_cast<std::int64_t>(weight.now) * (step_ - weight.since);
  };
  std::int64_t most = 1;
  for (const Feature& feature : features_)
    for (const Weight& weight : feature.weights)
      if (feature.updates >= least_updates_) most = std::max(most, std::abs(sum_of(weight)));
  std::vector<language::SparseFeature> averaged;
  for (const Feature& feature : features_) {
    if (feature.updates < least_updates_) continue;
    language::SparseFeature kept{feature.hash, {}};
    for (const Weight& weight : feature.weights) {
      const std::int64_t sum = sum_of(weight);
      const double share = static_cast<double>(std::abs(sum)) / static_cast<double>(most);
      const auto size = static_cast<std::int16_t>(std::lround(127.0 * std::sqrt(share)));
      if (size == 0) continue;
      kept.weights.push_back({weight.label, static_cast<std::int16_t>(sum < 0 ? -size : size)});
    }
    if (!kept.weights.empty()) averaged.push_back(std::move(kept));
  }
  std::sort(averaged.begin(), averaged.end(),
            [](const auto& a, const auto& b) { return a.feature < b.feature; });
  return averaged;
}

}  // namespace recto::train
