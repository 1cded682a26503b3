#include "game/memory/calibration.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "game/memory/model.h"

namespace recto::memory {
namespace {

/// Puts the predictions of a card's items where `places` says for each answer; kNowhere: no item.
class CardWalk {
 public:
  static constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

  CardWalk(const Parameters& parameters, std::vector<Prediction>& predictions)
      : model_(parameters, Model::Convention::Exact), predictions_(predictions) {}

  void operator()(std::span<const Answer> answers, std::span<const std::uint32_t> places) const {
    Prediction next;
    Memory memory = after(model_.first(), answers[0].rating);
    for (std::size_t i = 1; i < answers.size(); ++i) {
      const Answer& answer = answers[i];
      if (answer.days > 0) {
        next.recall = model_.retrievability(answer.days, memory.stability);
        next.passed = answer.rating != Rating::Again;
        next.days = answer.days;
        ++next.later_days;
        if (places[i] != kNowhere) predictions_[places[i]] = next;
        next.lapses += next.passed ? 0 : 1;
      }
      memory = after(model_.next(memory, answer.days), answer.rating);
    }
  }

 private:
  static const Memory& after(const Outcomes& outcomes, Rating rating) {
    return outcomes[static_cast<std::size_t>(rating) - 1];
  }

  Model model_;
  std::vector<Prediction>& predictions_;
};

/// A step of a scale on which each step is `base` times the one before.
double logarithmic(double scale, double base, double x) {
  return std::round(scale * std::pow(base, std::floor(std::log(x) / std::log(base))));
}

std::tuple<double, double, double> bin_of(const Prediction& prediction) {
  return {logarithmic(248.0, 3.62, prediction.days),
          logarithmic(1.99, 1.89, prediction.later_days + 1.0),
          prediction.lapses == 0 ? 0.0 : logarithmic(1.65, 1.73, prediction.lapses)};
}

struct Sums {
  double predicted = 0.0;
  double passed = 0.0;
  double answers = 0.0;

  void add(const Prediction& prediction) {
    predicted += prediction.recall;
    passed += prediction.passed ? 1.0 : 0.0;
    ++answers;
  }
};

double rmse_by_bins(std::span<const Prediction> predictions) {
  std::map<std::tuple<double, double, double>, Sums> bins;
  for (const Prediction& prediction : predictions)
    bins[bin_of(prediction)].add(prediction);
  double squares = 0.0;
  for (const auto& [bin, sums] : bins)
    squares += std::pow(sums.predicted - sums.passed, 2) / sums.answers;
  return std::sqrt(squares / static_cast<double>(predictions.size()));
}

double log_loss(const Prediction& prediction) {
  constexpr double kLeast = 1e-7;
  const double recall = std::clamp(prediction.recall, kLeast, 1.0 - kLeast);
  return -std::log(prediction.passed ? recall : 1.0 - recall);
}

std::vector<Prediction> by_recall(std::span<const Prediction> predictions) {
  std::vector<Prediction> sorted(predictions.begin(), predictions.end());
  std::ranges::stable_sort(sorted, {}, &Prediction::recall);
  return sorted;
}

/// Mann and Whitney's statistic: over the passes, how many fails lie below.
std::optional<double> area_under_curve(std::span<const Prediction> predictions) {
  const std::vector<Prediction> sorted = by_recall(predictions);
  double passes = 0.0;
  double fails = 0.0;
  double pairs = 0.0;
  for (std::size_t i = 0; i < sorted.size();) {
    double tied_passes = 0.0;
    double tied_fails = 0.0;
    const double recall = sorted[i].recall;
    for (; i < sorted.size() && sorted[i].recall == recall; ++i)
      ++(sorted[i].passed ? tied_passes : tied_fails);
    pairs += tied_passes * (fails + tied_fails / 2.0);
    passes += tied_passes;
    fails += tied_fails;
  }
  if (passes == 0.0 || fails == 0.0) return std::nullopt;
  return pairs / (passes * fails);
}

}  // namespace

std::vector<Prediction> predictions(const Histories& histories, std::span<const Item> items,
                                    const Parameters& parameters) {
  std::vector<std::uint32_t> places(histories.answers().size(), CardWalk::kNowhere);
  for (std::size_t i = 0; i < items.size(); ++i)
    places[items[i].target] = static_cast<std::uint32_t>(i);
  std::vector<Prediction> predictions(items.size());
  const CardWalk walk(parameters, predictions);
  std::size_t begin = 0;
  for (std::size_t card = 0; card < histories.cards(); ++card) {
    const std::span<const Answer> answers = histories.card(card);
    walk(answers, std::span(places).subspan(begin, answers.size()));
    begin += answers.size();
  }
  return predictions;
}

Accuracy accuracy(std::span<const Prediction> predictions) {
  Accuracy accuracy;
  if (predictions.empty()) return accuracy;
  Sums sums;
  for (const Prediction& prediction : predictions) {
    sums.add(prediction);
    accuracy.log_loss += log_loss(prediction);
  }
  accuracy.answers = predictions.size();
  accuracy.predicted = sums.predicted / sums.answers;
  accuracy.passed = sums.passed / sums.answers;
  accuracy.log_loss /= sums.answers;
  accuracy.rmse_bins = rmse_by_bins(predictions);
  accuracy.auc = area_under_curve(predictions);
  return accuracy;
}

std::vector<CalibrationBin> calibration(std::span<const Prediction> predictions, std::size_t bins) {
  const std::vector<Prediction> sorted = by_recall(predictions);
  const std::size_t count = std::min(bins, sorted.size());
  std::vector<CalibrationBin> curve;
  for (std::size_t bin = 0; bin < count; ++bin) {
    Sums sums;
    for (std::size_t i = bin * sorted.size() / count; i < (bin + 1) * sorted.size() / count; ++i)
      sums.add(sorted[i]);
    curve.push_back({sums.predicted / sums.answers, sums.passed / sums.answers,
                     static_cast<std::size_t>(sums.answers)});
  }
  return curve;
}

}  // namespace recto::memory
