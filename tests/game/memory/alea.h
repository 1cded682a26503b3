// The random numbers of ts-fsrs, to check its fuzzed intervals. The product draws otherwise.
#pragma once

#include <cstdint>
#include <string_view>

namespace recto::test {

/// Alea, seeded with a text (ALGORITHM.md section 4 beside the vectors).
class Alea {
 public:
  explicit Alea(std::string_view seed);
  double draw();  ///< [0, 1)

 private:
  double s0_;
  double s1_;
  double s2_;
  double c_ = 1.0;
};

}  // namespace recto::test
