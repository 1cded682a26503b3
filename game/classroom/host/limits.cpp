#include "game/classroom/host/limits.h"

#include <algorithm>

namespace recto::classroom {
namespace {

constexpr double kWrongAtOnce = 60;
constexpr double kWrongPerSecond = 1;
constexpr std::size_t kMostAddresses = 1000;

}  // namespace

double Bucket::filled(Millis now) const {
  const double seconds = std::chrono::duration<double>(std::max(Millis{0}, now - last_)).count();
  return std::min(capacity_, left_ + seconds * per_second_);
}

bool Bucket::take(Millis now) {
  left_ = filled(now);
  last_ = std::max(last_, now);
  if (left_ < 1) return false;
  left_ -= 1;
  return true;
}

bool GuessGuard::may_guess(Millis now, const std::string& address) {
  const auto found = wrong_.find(address);
  return found == wrong_.end() || !found->second.is_empty(now);
}

void GuessGuard::was_wrong(Millis now, const std::string& address) {
  if (wrong_.size() >= kMostAddresses)
    std::erase_if(wrong_, [&](const auto& entry) { return entry.second.is_full(now); });
  if (wrong_.size() >= kMostAddresses) wrong_.erase(wrong_.begin());
  wrong_.try_emplace(address, kWrongAtOnce, kWrongPerSecond).first->second.take(now);
}

bool same_secret(std::string_view one, std::string_view other) {
  unsigned difference = one.size() == other.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i)
    difference |= static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i]);
  return difference == 0;
}

}  // namespace recto::classroom
