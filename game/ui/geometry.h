// Places on the screen, in logical units: one unit is one pixel at scale 1.
#pragma once

#include <algorithm>

namespace recto::ui {

struct Vec {
  float x = 0, y = 0;

  bool operator==(const Vec&) const = default;
};

/// Left, top, width, height; y grows downwards.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] Vec center() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
  [[nodiscard]] bool contains(Vec p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  /// The same middle, each side moved inwards (outwards for negative values).
  [[nodiscard]] Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, w - 2 * dx, h - 2 * dy};
  }
  [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

  bool operator==(const Rect&) const = default;
};

/// What both cover; empty (w or h 0) where they do not meet.
[[nodiscard]] inline Rect common(const Rect& a, const Rect& b) {
  const float left = std::max(a.x, b.x), top = std::max(a.y, b.y);
  return {left, top, std::max(0.0F, std::min(a.right(), b.right()) - left),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - top)};
}

/// Fills a column from top to bottom.
struct Flow {
  float x = 0, y = 0, width = 0;

  /// The next `height` units, and `gap` of air after them.
  Rect take(float height, float gap = 0) {
    const Rect taken{x, y, width, height};
    y += height + gap;
    return taken;
  }
  void skip(float gap) { y += gap; }
};

}  // namespace recto::ui
