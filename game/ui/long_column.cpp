#include "game/ui/long_column.h"

#include <algorithm>

namespace recto::ui {
namespace {

/// Things beyond the screen that are measured in a frame: a paragraph takes about 0.1 ms.
constexpr std::size_t kMeasuredAhead = 24;
/// More heights than this are forgotten at once: of cards that were rewritten, say.
constexpr std::size_t kMostKept = 100'000;

}  // namespace

bool LongColumn::measure(std::uint64_t key, std::size_t thing, const Measures& measures) {
  if (heights_.contains(key)) return false;
  heights_.emplace(key, measures.measure(thing));
  return true;
}

void LongColumn::add_up(std::span<const std::uint64_t> keys, const Measures& measures) {
  tops_.resize(keys.size() + 1);
  tops_[0] = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto known = heights_.find(keys[i]);
    tops_[i + 1] = tops_[i] + (known == heights_.end() ? measures.guess(i) : known->second);
  }
}

std::pair<std::size_t, std::size_t> LongColumn::between(float top, float bottom) const {
  const auto things = tops_.end() - 1;
  const auto first = std::upper_bound(tops_.begin(), things, top);
  const auto last = std::lower_bound(tops_.begin(), things, bottom);
  const std::ptrdiff_t begin = std::max<std::ptrdiff_t>(0, first - tops_.begin() - 1);
  return {static_cast<std::size_t>(begin),
          static_cast<std::size_t>(std::max(begin, last - tops_.begin()))};
}

void LongColumn::place(std::span<const std::uint64_t> keys, float width, float scale, float top,
                       float bottom, const Measures& measures) {
  if (width != width_ || scale != scale_ || heights_.size() > kMostKept) heights_.clear();
  width_ = width;
  scale_ = scale;
  add_up(keys, measures);
  // What is measured moves what is below it: others may come into sight.
  for (bool changed = true; changed;) {
    changed = false;
    const auto [begin, end] = between(top, bottom);
    for (std::size_t i = begin; i < end; ++i)
      changed = measure(keys[i], i, measures) || changed;
    if (changed) add_up(keys, measures);
  }
  std::size_t left = kMeasuredAhead;
  settled_ = true;
  for (std::size_t i = 0; i < keys.size() && settled_; ++i) {
    if (heights_.contains(keys[i])) continue;
    settled_ = left > 0;
    if (left == 0) break;
    measure(keys[i], i, measures);
    --left;
  }
  if (left < kMeasuredAhead) add_up(keys, measures);
}

}  // namespace recto::ui
