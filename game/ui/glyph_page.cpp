#include "game/ui/glyph_page.h"

namespace recto::ui {
namespace {

constexpr int kAir = 1;        ///< so that smoothing never sees a neighbour
constexpr int kShelfStep = 4;  ///< shelf heights are multiples of it, so that glyphs share shelves

}  // namespace

std::optional<GlyphPage::Place> GlyphPage::take(int width, int height) {
  const int wide = width + 2 * kAir;
  const int high = (height + 2 * kAir + kShelfStep - 1) / kShelfStep * kShelfStep;
  if (wide > width_) return std::nullopt;
  for (Shelf& shelf : shelves_) {
    if (shelf.height != high || shelf.used + wide > width_) continue;
    const Place place{shelf.used + kAir, shelf.y + kAir};
    shelf.used += wide;
    return place;
  }
  if (bottom_ + high > height_) return std::nullopt;
  shelves_.push_back({bottom_, high, wide});
  bottom_ += high;
  return Place{kAir, shelves_.back().y + kAir};
}

}  // namespace recto::ui
