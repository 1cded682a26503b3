// The texture: glyphs and shadows are drawn into it when they are first needed.
#include <algorithm>
#include <cmath>
#include <cstring>

#include "game/ui/ui_parts.h"

namespace recto::ui {
namespace {

constexpr std::uint64_t kShadowKey = std::uint64_t{1} << 63;

std::uint64_t key_of(const Glyph& glyph, float px, int quarter) {
  const auto size = static_cast<std::uint64_t>(std::lround(px * 8.0F)) & 0xFFFF;
  return static_cast<std::uint64_t>(glyph.face) << 44 | size << 28 |
         static_cast<std::uint64_t>(glyph.index & 0x3FFFFFF) << 2 |
         static_cast<std::uint64_t>(quarter);
}

/// Coverage of a rounded square of `side` pixels that stands `margin` pixels from each edge.
std::vector<float> rounded_square(int side, int margin, int radius) {
  std::vector<float> mask(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0.0F);
  const auto half = static_cast<float>(side) / 2.0F;
  const float reach = half - static_cast<float>(margin + radius);
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      const float dx = std::max(0.0F, std::abs(static_cast<float>(x) + 0.5F - half) - reach);
      const float dy = std::max(0.0F, std::abs(static_cast<float>(y) + 0.5F - half) - reach);
      const float distance = std::hypot(dx, dy) - static_cast<float>(radius);
      mask[static_cast<std::size_t>(y * side + x)] = std::clamp(0.5F - distance, 0.0F, 1.0F);
    }
  return mask;
}

/// One box blur along rows, written transposed: two calls blur both ways.
std::vector<float> blurred_rows(const std::vector<float>& mask, int side, int reach) {
  std::vector<float> out(mask.size());
  for (int y = 0; y < side; ++y) {
    float sum = 0;
    for (int x = -reach; x < side; ++x) {
      if (x + reach < side) sum += mask[static_cast<std::size_t>(y * side + x + reach)];
      if (x - reach - 1 >= 0) sum -= mask[static_cast<std::size_t>(y * side + x - reach - 1)];
      if (x >= 0)
        out[static_cast<std::size_t>(x * side + y)] = sum / static_cast<float>(2 * reach + 1);
    }
  }
  return out;
}

}  // namespace

void Dirty::add(int x, int y, int width, int height) {
  if (empty()) {
    *this = {x, y, x + width, y + height};
    return;
  }
  left = std::min(left, x);
  top = std::min(top, y);
  right = std::max(right, x + width);
  bottom = std::max(bottom, y + height);
}

void Atlas::build(ImFontAtlas& fonts, int side) {
  fonts.Clear();
  fonts.Flags = ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoPowerOfTwoHeight;
  fonts.TexDesiredWidth = side + 8;  // below the page: lines, the white pixel, ImGui's own font
  fonts.AddFontDefault();            // never seen, but ImGui asserts that there is one
  const int page = fonts.AddCustomRectRegular(side, side);
  fonts.Build();
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  fonts.GetTexDataAsRGBA32(&pixels, &width, &height);
  const ImFontAtlasCustomRect* const rect = fonts.GetCustomRectByIndex(page);
  fonts_ = &fonts;
  origin_x_ = rect->X;
  origin_y_ = rect->Y;
  for (int y = 0; y < side; ++y)  // the package leaves custom rectangles as they are
    std::memset(fonts.TexPixelsRGBA32 + (origin_y_ + y) * width + origin_x_, 0,
                static_cast<std::size_t>(side) * 4);
  page_ = GlyphPage(side, side);
  sprites_.clear();
  dirty_ = {};
  full_ = false;
  ++generation_;
}

const Sprite* Atlas::add(std::uint64_t key, int width, int height, int left, int top,
                         const std::vector<std::uint8_t>& coverage) {
  const auto place = page_.take(width, height);
  if (!place) {
    full_ = true;
    return nullptr;
  }
  const int x = origin_x_ + place->x, y = origin_y_ + place->y;
  for (int row = 0; row < height; ++row)
    for (int column = 0; column < width; ++column)
      fonts_->TexPixelsRGBA32[(y + row) * fonts_->TexWidth + x + column] =
          IM_COL32(255, 255, 255, coverage[static_cast<std::size_t>(row * width + column)]);
  dirty_.add(x, y, width, height);
  return &sprites_.emplace(key, Sprite{x, y, width, height, left, top}).first->second;
}

const Sprite* Atlas::glyph(Faces& faces, const Glyph& glyph, float px, int quarter) {
  const std::uint64_t key = key_of(glyph, px, quarter);
  const auto known = sprites_.find(key);
  if (known != sprites_.end()) return &known->second;
  const Bitmap bitmap = faces.rasterise(glyph.face, glyph.index, px, quarter);
  return add(key, bitmap.width, bitmap.height, bitmap.left, bitmap.top, bitmap.coverage);
}

const Sprite* Atlas::shadow(int corner, int radius, int blur) {
  const std::uint64_t key = kShadowKey | static_cast<std::uint64_t>(corner) << 32 |
                            static_cast<std::uint64_t>(radius) << 16 |
                            static_cast<std::uint64_t>(blur);
  const auto known = sprites_.find(key);
  if (known != sprites_.end()) return &known->second;
  const int side = 2 * corner;
  std::vector<float> mask = rounded_square(side, blur, radius);
  constexpr int kPasses = 3;  // three box blurs are nearly a Gaussian
  const int reach = std::max(1, blur / kPasses);
  for (int pass = 0; pass < 2 * kPasses; ++pass)
    mask = blurred_rows(mask, side, reach);
  std::vector<std::uint8_t> coverage;
  coverage.reserve(mask.size());
  for (const float share : mask)
    coverage.push_back(static_cast<std::uint8_t>(std::lround(share * 255.0F)));
  return add(key, side, side, 0, 0, coverage);
}

ImVec2 Atlas::uv(int x, int y) const {
  return {static_cast<float>(x) * fonts_->TexUvScale.x,
          static_cast<float>(y) * fonts_->TexUvScale.y};
}

}  // namespace recto::ui
