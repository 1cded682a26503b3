#include "game/memory/parameters.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace recto::memory {

const Parameters kDefaultParameters = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                       0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                       1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

const Parameters kParameterSpread = {6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,
                                     0.12, 0.39, 0.18,  0.33,  0.3,  0.09, 0.16,
                                     0.57, 0.25, 1.03,  0.31,  0.32, 0.14, 0.27};

namespace {

struct Range {
  double low;
  double high;
};

/// Ranges of w[0] to w[20]; the ceilings of w17 and w18 and the floor of w19 depend on the
/// settings.
constexpr std::array<Range, 21> kRanges = {{
    {0.001, 100.0}, {0.001, 100.0}, {0.001, 100.0}, {0.001, 100.0}, {1.0, 10.0},  {0.001, 4.0},
    {0.001, 4.0},   {0.001, 0.75},  {0.0, 4.5},     {0.0, 0.8},     {0.001, 3.5}, {0.001, 5.0},
    {0.001, 0.25},  {0.001, 0.9},   {0.0, 4.0},     {0.0, 1.0},     {1.0, 6.0},   {0.0, 2.0},
    {0.0, 2.0},     {0.0, 0.8},     {0.1, 0.8},
}};

double clip(double value, Range range) {
  return std::min(std::max(value, range.low), range.high);
}

double round8(double value) {
  return std::floor(value * 1e8 + 0.5) / 1e8;
}

/// With several relearning steps in a day stability must not grow faster than a lapse shrinks it.
double same_day_ceiling(std::span<const double> w, std::size_t relearning_steps) {
  if (relearning_steps <= 1) return 2.0;
  const double w11 = clip(w[11], kRanges[11]);
  const double w13 = clip(w[13], kRanges[13]);
  const double w14 = clip(w[14], kRanges[14]);
  const double value = -(std::log(w11) + std::log(std::pow(2.0, w13) - 1.0) + 0.3 * w14) /
                       static_cast<double>(relearning_steps);
  return clip(round8(std::sqrt(std::max(value, 0.0))), {0.01, 2.0});
}

void clip_all(std::span<double> w, std::size_t relearning_steps, bool short_term) {
  const double ceiling = same_day_ceiling(w, relearning_steps);
  for (std::size_t i = 0; i < w.size(); ++i) {
    Range range = kRanges[i];
    if (i == 17 || i == 18) range.high = ceiling;
    if (i == 19) range.low = short_term ? 0.01 : 0.0;
    w[i] = clip(w[i], range);
  }
}

/// FSRS-4.5 knew another difficulty; FSRS-5 no decay.
void migrate(std::vector<double>& w) {
  if (w.size() == 17) {
    w[4] = round8(w[4] + 2.0 * w[5]);
    w[5] = round8(std::log(3.0 * w[5] + 1.0) / 3.0);
    w[6] = round8(w[6] + 0.5);
    w.insert(w.end(), {0.0, 0.0});
  }
  if (w.size() == 19) w.insert(w.end(), {0.0, 0.5});
}

}  // namespace

Result<Parameters> migrated_parameters(std::span<const double> values, std::size_t relearning_steps,
                                       bool short_term) {
  if (values.size() != 17 && values.size() != 19 && values.size() != 21)
    return fail(Error::Kind::BadInput,
                "FSRS has 17, 19 or 21 parameters, not " + std::to_string(values.size()));
  if (!std::ranges::all_of(values, [](double value) { return std::isfinite(value); }))
    return fail(Error::Kind::BadInput, "a parameter of FSRS is no number");
  std::vector<double> w(values.begin(), values.end());
  clip_all(w, relearning_steps, short_term);
  migrate(w);
  Parameters parameters{};
  std::ranges::copy(w, parameters.begin());
  return parameters;
}

Parameters clipped(const Parameters& values, std::size_t relearning_steps, bool short_term) {
  Parameters parameters = values;
  clip_all(parameters, relearning_steps, short_term);
  return parameters;
}

}  // namespace recto::memory
