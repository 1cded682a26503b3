// How much of what a room of phones may do: rates as token buckets, and wrong guesses (L14, L15).
// Pure: the time comes in.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "game/classroom/rules/quiz.h"

namespace recto::classroom {

/// Lets `capacity` through at once, and `per_second` in the long run.
class Bucket {
 public:
  Bucket(double capacity, double per_second)
      : capacity_(capacity), per_second_(per_second), left_(capacity) {}

  /// Whether one more may pass now; if so, it has.
  bool take(Millis now);
  [[nodiscard]] bool is_full(Millis now) const { return filled(now) >= capacity_; }
  [[nodiscard]] bool is_empty(Millis now) const { return filled(now) < 1; }

 private:
  [[nodiscard]] double filled(Millis now) const;

  double capacity_, per_second_, left_;
  Millis last_{0};
};

/// Counts wrong PINs and secrets by address: 60 at once and one a second in the long run, so that a
/// school behind one address may mistype, and an hour of guessing finds one PIN in a million with a
/// chance of 0.4 %. While an address has used them up, a right one is refused as well: else
/// guessing would go on.
class GuessGuard {
 public:
  [[nodiscard]] bool may_guess(Millis now, const std::string& address);
  void was_wrong(Millis now, const std::string& address);

 private:
  std::map<std::string, Bucket> wrong_;  ///< addresses that were wrong lately
};

/// Compares in a time that depends on the length alone.
[[nodiscard]] bool same_secret(std::string_view one, std::string_view other);

}  // namespace recto::classroom
