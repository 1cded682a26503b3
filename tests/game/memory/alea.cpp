#include "tests/game/memory/alea.h"

#include <cmath>

namespace recto::test {
namespace {

constexpr double kTwo32 = 4294967296.0;

/// Carries its state over all calls.
class Mash {
 public:
  double operator()(std::string_view text) {
    for (const char letter : text) {
      n_ += static_cast<unsigned char>(letter);
      double h = 0.02519603282416938 * n_;
      n_ = low32(h);
      h -= n_;
      h *= n_;
      n_ = low32(h);
      h -= n_;
      n_ += h * kTwo32;
    }
    return low32(n_) / kTwo32;
  }

 private:
  static double low32(double value) { return std::fmod(std::floor(value), kTwo32); }

  double n_ = static_cast<double>(0xefc8249d);
};

void take(double& s, double amount) {
  s -= amount;
  if (s < 0) s += 1.0;
}

}  // namespace

Alea::Alea(std::string_view seed) {
  Mash mash;
  s0_ = mash(" ");
  s1_ = mash(" ");
  s2_ = mash(" ");
  take(s0_, mash(seed));
  take(s1_, mash(seed));
  take(s2_, mash(seed));
}

double Alea::draw() {
  const double x = 2091639.0 * s0_ + c_ / kTwo32;
  s0_ = s1_;
  s1_ = s2_;
  c_ = std::floor(x);
  s2_ = x - c_;
  return s2_;
}

}  // namespace recto::test
