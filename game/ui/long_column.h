// A column of thousands of things, of which only those on the screen are measured and drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace recto::ui {

/// Places things one below the other. Heights that were measured are kept; the others are guessed
/// and measured a few at a time, those on the screen at once.
class LongColumn {
 public:
  struct Measures {
    std::function<float(std::size_t)> guess;    ///< cheap
    std::function<float(std::size_t)> measure;  ///< exact
  };

  /// `keys[i]`: a number for all that the height of thing `i` depends on, but for the `width` and
  /// the scale. `top` and `bottom`: what of the column is on the screen, from its own top.
  void place(std::span<const std::uint64_t> keys, float width, float scale, float top, float bottom,
             const Measures& measures);

  [[nodiscard]] float top_of(std::size_t thing) const { return tops_[thing]; }
  [[nodiscard]] float height_of(std::size_t thing) const { return tops_[thing + 1] - tops_[thing]; }
  [[nodiscard]] float height() const { return tops_.back(); }
  /// Whether all is measured: until then another frame is wanted.
  [[nodiscard]] bool is_settled() const { return settled_; }
  /// The things [first, second) that reach into what is on the screen.
  [[nodiscard]] std::pair<std::size_t, std::size_t> between(float top, float bottom) const;

 private:
  void add_up(std::span<const std::uint64_t> keys, const Measures& measures);
  bool measure(std::uint64_t key, std::size_t thing, const Measures& measures);

  float width_ = 0, scale_ = 0;
  std::unordered_map<std::uint64_t, float> heights_;
  std::vector<float> tops_{0};  ///< one more than there are things
  bool settled_ = true;
};

}  // namespace recto::ui
