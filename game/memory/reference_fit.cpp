#include "game/memory/reference_fit.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "game/memory/batch_order.h"
#include "game/memory/training_set.h"

namespace recto::memory {
namespace {

constexpr std::size_t kLeastItems = 8;
constexpr std::size_t kLeastItemsForAll = 64;

/// D. P. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization" (2015), algorithm 1.
class Adam {
 public:
  void step(Parameters& w, const Parameters& gradient, double rate) {
    constexpr double kMean = 0.9;
    constexpr double kSquare = 0.999;
    ++steps_;
    for (std::size_t i = 0; i < w.size(); ++i) {
      mean_[i] = kMean * mean_[i] + (1.0 - kMean) * gradient[i];
      square_[i] = kSquare * square_[i] + (1.0 - kSquare) * gradient[i] * gradient[i];
      const double mean = mean_[i] / (1.0 - std::pow(kMean, steps_));
      const double square = square_[i] / (1.0 - std::pow(kSquare, steps_));
      w[i] -= rate * mean / (std::sqrt(square) + 1e-8);
    }
  }

 private:
  Parameters mean_{};
  Parameters square_{};
  int steps_ = 0;
};

/// The items of a training set as a replay, each with its whole history, the short ones first.
class Training {
 public:
  Training(const Histories& histories, const TrainingSet& set, const Parameters& start,
           const ReferenceOptions& options, Workers workers)
      : options_(options), workers_(workers), start_(start) {
    std::vector<WeightedItem> items = weighted_by_age(set.items);
    const auto length = [](const WeightedItem& item) { return item.item.length(); };
    std::erase_if(items, [&](const auto& item) { return length(item) > options.longest_history; });
    std::ranges::stable_sort(items, {}, length);
    items_ = items.size();
    cards_ = replay_by_card(histories, items);

    std::vector<std::vector<float>> weights(options.batch_size);
    std::vector<Sequence> batch;
    for (std::size_t begin = 0; begin < items_; begin += options.batch_size) {
      batch.clear();
      for (std::size_t i = begin; i < std::min(begin + options.batch_size, items_); ++i) {
        std::vector<float>& own = weights[i - begin];
        own.assign(length(items[i]), 0.0F);
        own.back() = items[i].weight;
        batch.push_back({histories.answers().subspan(items[i].item.first, own.size()), own});
      }
      const std::size_t first_block = single_.blocks();
      single_.add(batch);
      batches_.push_back({first_block, single_.blocks(), batch.size()});
    }
  }

  [[nodiscard]] std::size_t items() const { return items_; }
  [[nodiscard]] std::size_t batches() const { return batches_.size(); }

  /// Of a batch's loss, its share of the distance to the start included.
  [[nodiscard]] Parameters gradient(const Parameters& w, std::size_t batch) const {
    const Batch& range = batches_[batch];
    Parameters gradient =
        single_.sums(w, ReplayOrder::Gradient, workers_, range.begin, range.end).gradient;
    const double share =
        options_.prior_strength * static_cast<double>(range.items) / static_cast<double>(items_);
    for (std::size_t i = 0; i < w.size(); ++i)
      gradient[i] += share * 2.0 * (w[i] - start_[i]) / (kParameterSpread[i] * kParameterSpread[i]);
    if (!options_.short_term)
      for (const std::size_t i : {0, 1, 2, 3, 17, 18, 19})
        gradient[i] = 0.0;
    return gradient;
  }

  /// Of all batches, an item.
  [[nodiscard]] double loss(const Parameters& w) const {
    double distance = 0.0;
    for (std::size_t i = 0; i < w.size(); ++i)
      distance += std::pow((w[i] - start_[i]) / kParameterSpread[i], 2);
    return (cards_.sums(w, ReplayOrder::Loss, workers_).loss + options_.prior_strength * distance) /
           static_cast<double>(items_);
  }

 private:
  struct Batch {
    std::size_t begin = 0;  ///< in blocks
    std::size_t end = 0;
    std::size_t items = 0;
  };

  ReferenceOptions options_;
  Workers workers_;
  Parameters start_;
  Replay single_;  ///< every item with its history, batch by batch
  Replay cards_;   ///< the same items, each history once: all batches at the same parameters
  std::vector<Batch> batches_;
  std::size_t items_ = 0;
};

ReferenceFit train(const Training& training, const Parameters& start,
                   const ReferenceOptions& options) {
  ReferenceFit fit;
  const std::size_t steps_in_epoch = training.items() / options.batch_size + 1;
  const auto steps = static_cast<double>(steps_in_epoch * options.epochs);
  BatchOrder order(options.seed);
  Adam adam;
  Parameters w = start;
  int step = 0;
  for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
    for (const std::size_t batch : order.next(training.batches())) {
      const double rate =
          options.learning_rate * (1.0 + std::cos(std::numbers::pi * step++ / steps)) / 2.0;
      adam.step(w, training.gradient(w, batch), rate);
      w = clipped(w, options.relearning_steps, options.short_term);
    }
    fit.epoch_loss.push_back(training.loss(w));
    if (fit.epoch_loss.back() <= std::ranges::min(fit.epoch_loss)) fit.parameters = w;
  }
  return fit;
}

}  // namespace

Result<ReferenceFit> reference_fit(const Histories& histories, std::span<const Item> items,
                                   const ReferenceOptions& options, Workers workers) {
  const TrainingSet set = training_set(histories, items);
  if (set.items.size() < kLeastItems) return ReferenceFit{};
  const std::size_t initial = set.first_interval_items();
  if (initial == 0)
    return fail(Error::Kind::BadInput, "no answer of the log is the first one on a later day");
  Parameters start = kDefaultParameters;
  std::ranges::copy(first_stabilities(set), start.begin());
  if (set.items.size() < kLeastItemsForAll || set.items.size() == initial)
    return ReferenceFit{start, {}};
  if (!options.short_term) start[17] = start[18] = start[19] = 0.0;

  ReferenceFit fit = train(Training(histories, set, start, options, workers), start, options);
  std::array<double, 4> first{};
  std::array<std::size_t, 4> counts{};
  for (std::size_t i = 0; i < 4; ++i) {
    first[i] = fit.parameters[i];
    counts[i] = set.first_intervals[i].count();
  }
  std::ranges::copy(filled(first, counts), fit.parameters.begin());
  return fit;
}

}  // namespace recto::memory
