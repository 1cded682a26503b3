#include "tests/quality/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace recto::quality {
namespace {

constexpr double kZ = 1.959963984540054;  // the normal distribution's 97.5 % point
constexpr std::size_t kResamples = 2000;

}  // namespace

double value_of(const Ratio& ratio) {
  return ratio.whole > 0.0 ? ratio.part / ratio.whole : 0.0;
}

Ratio pooled(std::span<const Ratio> ratios) {
  Ratio sum;
  for (const Ratio& ratio : ratios) {
    sum.part += ratio.part;
    sum.whole += ratio.whole;
  }
  return sum;
}

Interval wilson(std::size_t yes, std::size_t of) {
  assert(yes <= of);
  if (of == 0) return {0.0, 1.0};
  const auto n = static_cast<double>(of);
  const double share = static_cast<double>(yes) / n;
  const double middle = share + kZ * kZ / (2.0 * n);
  const double half = kZ * std::sqrt(share * (1.0 - share) / n + kZ * kZ / (4.0 * n * n));
  const double scale = 1.0 + kZ * kZ / n;
  return {std::max(0.0, (middle - half) / scale), std::min(1.0, (middle + half) / scale)};
}

std::optional<Interval> bootstrap(std::span<const Ratio> ratios, Random& random) {
  if (ratios.size() < 2) return {};
  std::vector<double> values(kResamples);
  std::vector<Ratio> drawn(ratios.size());
  for (double& value : values) {
    for (Ratio& ratio : drawn)
      ratio = ratios[random.below(ratios.size())];
    value = value_of(pooled(drawn));
  }
  std::ranges::sort(values);
  constexpr std::size_t kTail = kResamples / 40;  // 2.5 %
  return Interval{values[kTail], values[kResamples - 1 - kTail]};
}

std::optional<double> kappa(const std::vector<bool>& a, const std::vector<bool>& b) {
  assert(a.size() == b.size());
  if (a.empty()) return {};
  const auto n = static_cast<double>(a.size());
  double alike = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i)
    alike += a[i] == b[i] ? 1.0 : 0.0;
  const double a_yes = static_cast<double>(std::ranges::count(a, true)) / n;
  const double b_yes = static_cast<double>(std::ranges::count(b, true)) / n;
  const double by_chance = a_yes * b_yes + (1.0 - a_yes) * (1.0 - b_yes);
  if (by_chance >= 1.0) return {};
  return (alike / n - by_chance) / (1.0 - by_chance);
}

}  // namespace recto::quality
