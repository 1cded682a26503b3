#include "game/memory/posterior.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace recto::memory {
namespace {

constexpr std::size_t kFirst = 4;  // w0 to w3: first stabilities

/// First stabilities of learners differ by factors: of one that is twice the default nothing else
/// is known than of one that is half of it.
Parameters to_scale(Parameters w) {
  std::transform(w.begin(), w.begin() + kFirst, w.begin(), [](double x) { return std::log(x); });
  return w;
}

Parameters from_scale(Parameters x) {
  std::transform(x.begin(), x.begin() + kFirst, x.begin(), [](double w) { return std::exp(w); });
  return x;
}

/// How sure the prior is of a parameter: one through the square of its deviation. Measured on 300
/// simulated learners with 300 to 10,000 answers: 0.7 for the logarithms of first stabilities, and
/// fsrs-rs's spread narrowed by the square root of two, predict best.
double precision(std::size_t i) {
  constexpr double kFirstSpread = 0.7;
  constexpr double kStrength = 2.0;
  return i < kFirst ? 1.0 / (kFirstSpread * kFirstSpread)
                    : kStrength / (kParameterSpread[i] * kParameterSpread[i]);
}

using Matrix = std::array<Parameters, std::tuple_size_v<Parameters>>;

/// The negative logarithm of the density, on the scale of to_scale, and how it changes.
struct Slope {
  double loss = 0.0;
  Parameters gradient{};
  Matrix curvature{};  ///< Fisher information
};

Slope slope_at(const Parameters& x, const Replay& replay, const FitOptions& options,
               Workers workers) {
  const Parameters w = from_scale(x);
  const Parameters centre = to_scale(prior_centre(options));
  const ReplaySums sums = replay.sums(w, ReplayOrder::Information, workers);
  Slope slope{sums.loss, sums.gradient, sums.information};
  for (std::size_t i = 0; i < kFirst; ++i) {
    slope.gradient[i] *= w[i];  // d/d ln w
    for (std::size_t k = 0; k < x.size(); ++k) {
      slope.curvature[i][k] *= w[i];
      slope.curvature[k][i] *= w[i];
    }
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double distance = x[i] - centre[i];
    slope.loss += 0.5 * precision(i) * distance * distance;
    slope.gradient[i] += precision(i) * distance;
    slope.curvature[i][i] += precision(i);
  }
  return slope;
}

/// Solves a · x = b by Cholesky's decomposition. a is symmetric and, information plus prior,
/// positive definite.
Parameters solved(Matrix a, Parameters b) {
  const std::size_t n = b.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k <= i; ++k) {
      double rest = a[i][k];
      for (std::size_t m = 0; m < k; ++m)
        rest -= a[i][m] * a[k][m];
      a[i][k] = i == k ? std::sqrt(rest) : rest / a[k][k];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k)
      b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k)
      b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

Parameters limited(const Parameters& x, const FitOptions& options) {
  return to_scale(clipped(from_scale(x), options.relearning_steps, options.short_term));
}

/// Whether parameter i stays where it is: not in use, or at a limit that the slope pushes it over.
bool is_held(std::size_t i, const Parameters& x, const Slope& slope, const FitOptions& options) {
  if (!options.short_term && i >= 17 && i <= 19) return true;
  Parameters moved = x;
  moved[i] -= std::copysign(1e-6, slope.gradient[i]);
  return std::abs(limited(moved, options)[i] - x[i]) < 0.5e-6;
}

/// Where the slope leads to: a step of Newton's, the shorter the higher the damping.
Parameters downhill(const Parameters& x, const Slope& slope, double damping,
                    const FitOptions& options) {
  Matrix a = slope.curvature;
  Parameters b = slope.gradient;
  for (std::size_t i = 0; i < x.size(); ++i) {
    a[i][i] *= 1.0 + damping;
    if (!is_held(i, x, slope, options)) continue;
    for (std::size_t k = 0; k < x.size(); ++k)
      a[i][k] = a[k][i] = 0.0;
    a[i][i] = 1.0;
    b[i] = 0.0;
  }
  const Parameters step = solved(a, b);
  Parameters next = x;
  for (std::size_t i = 0; i < x.size(); ++i)
    next[i] -= step[i];
  return limited(next, options);
}

/// How much lower the loss is at `next` if it goes on curving as it does at x.
double promised_gain(const Parameters& x, const Parameters& next, const Slope& slope) {
  double gain = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    double gradient = slope.gradient[i];  // half way
    for (std::size_t k = 0; k < x.size(); ++k)
      gradient += 0.5 * slope.curvature[i][k] * (next[k] - x[k]);
    gain -= gradient * (next[i] - x[i]);
  }
  return gain;
}

}  // namespace

Parameters prior_centre(const FitOptions& options) {
  Parameters centre = kDefaultParameters;
  if (!options.short_term) centre[17] = centre[18] = centre[19] = 0.0;
  return clipped(centre, options.relearning_steps, options.short_term);
}

Parameters between(const Parameters& from, const Parameters& to, double part) {
  const Parameters a = to_scale(from);
  const Parameters b = to_scale(to);
  Parameters x{};
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = std::lerp(a[i], b[i], part);
  return from_scale(x);
}

Parameters most_likely(const Replay& replay, const Parameters& start, const FitOptions& options,
                       Workers workers) {
  constexpr int kMostRounds = 30;
  // What a parameter costs that is off by its own standard error: less than this nobody could tell.
  constexpr double kLeastGain = 0.5;
  Parameters x = limited(to_scale(start), options);
  Slope slope = slope_at(x, replay, options, workers);
  double damping = 1e-3;
  for (int round = 0; round < kMostRounds; ++round) {
    const Parameters next = downhill(x, slope, damping, options);
    // Such promises are kept to a tenth: the last step need not be looked at.
    if (promised_gain(x, next, slope) < kLeastGain) return from_scale(next);
    const Slope there = slope_at(next, replay, options, workers);
    const double gain = slope.loss - there.loss;
    damping *= gain > 0.0 ? 0.1 : 10.0;
    if (gain > 0.0) {
      x = next;
      slope = there;
    }
    if (std::abs(gain) < kLeastGain) break;
  }
  return from_scale(x);
}

}  // namespace recto::memory
