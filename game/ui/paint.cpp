// Shapes and text, from logical units to whole pixels.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>
#include <vector>

#include "content/base/utf8.h"
#include "game/ui/breaks.h"
#include "game/ui/icons.h"
#include "game/ui/ui_parts.h"

namespace recto::ui {
namespace {

constexpr std::string_view kEllipsis = "…";

// The shadow of a card: how far it reaches and how far it falls, in logical units.
constexpr float kShadowBlur = 20;
constexpr float kShadowFall = 6;
constexpr float kGrid = 24;  ///< of pictures, logical units

ImDrawList& canvas() {
  return *ImGui::GetWindowDrawList();
}

float aligned(float left, float room, float width, Align align) {
  if (align == Align::Center) return left + (room - width) / 2;
  if (align == Align::Right) return left + room - width;
  return left;
}

}  // namespace

ImU32 Ui::Parts::ink(Color color) const {
  return IM_COL32(color.r, color.g, color.b,
                  static_cast<int>(std::lround(static_cast<float>(color.a) * opacity)));
}

float Ui::Parts::baseline_in(const TextStyle& style, float top, float height) const {
  const Extent extent = typesetter.faces().extent(style.font);
  const float size = style.size * scale;
  return std::round(top + (height - (extent.ascent + extent.descent) * size) / 2 +
                    extent.ascent * size);
}

void Ui::Parts::draw_line(const Line& line, float x, float baseline, float px, ImU32 color) {
  for (const Glyph& glyph : line.glyphs) {
    const float at = x + glyph.x;
    const float whole = std::floor(at);
    const auto quarter = static_cast<int>((at - whole) * 4.0F);
    const Sprite* const sprite = atlas.glyph(typesetter.faces(), glyph, px, quarter);
    if (sprite == nullptr || sprite->width == 0) continue;
    const ImVec2 corner(whole + static_cast<float>(sprite->left),
                        baseline + std::round(glyph.y) - static_cast<float>(sprite->top));
    canvas().PrimReserve(6, 4);
    canvas().PrimRectUV(corner,
                        {corner.x + static_cast<float>(sprite->width),
                         corner.y + static_cast<float>(sprite->height)},
                        atlas.uv(sprite->x, sprite->y),
                        atlas.uv(sprite->x + sprite->width, sprite->y + sprite->height), color);
  }
}

void Ui::fill(const Rect& rect, Color color, float radius) {
  canvas().AddRectFilled(parts_->point({rect.x, rect.y}),
                         parts_->point({rect.right(), rect.bottom()}), parts_->ink(color),
                         radius * parts_->scale);
}

void Ui::outline(const Rect& rect, Color color, float radius, float thickness) {
  const float stroke = std::max(1.0F, parts_->px(thickness));
  const ImVec2 begin = parts_->point({rect.x, rect.y});
  const ImVec2 end = parts_->point({rect.right(), rect.bottom()});
  const float half = stroke / 2;
  canvas().PathRect({begin.x + half, begin.y + half}, {end.x - half, end.y - half},
                    std::max(0.0F, radius * parts_->scale - half));
  canvas().PathStroke(parts_->ink(color), ImDrawFlags_Closed, stroke);
}

void Ui::polygon(std::span<const Vec> corners, Color color) {
  std::vector<ImVec2> pixels;
  for (const Vec corner : corners)
    pixels.emplace_back(corner.x * parts_->scale, corner.y * parts_->scale);
  canvas().AddConvexPolyFilled(pixels.data(), static_cast<int>(pixels.size()), parts_->ink(color));
}

void Ui::shadow(const Rect& rect, float radius) {
  Parts& parts = *parts_;
  const auto blur = static_cast<int>(parts.px(kShadowBlur));
  const auto rounded = static_cast<int>(parts.px(radius));
  const int corner = blur + std::max(rounded, blur) + 1;
  const Sprite* const sprite = parts.atlas.shadow(corner, rounded, blur);
  if (sprite == nullptr) return;
  const auto reach = static_cast<float>(blur), piece = static_cast<float>(corner);
  const float fall = parts.px(kShadowFall);
  const ImVec2 begin = parts.point({rect.x, rect.y}),
               end = parts.point({rect.right(), rect.bottom()});
  const float xs[4] = {begin.x - reach, begin.x - reach + piece, end.x + reach - piece,
                       end.x + reach};
  const float ys[4] = {begin.y - reach + fall, begin.y - reach + piece + fall,
                       end.y + reach - piece + fall, end.y + reach + fall};
  const int texels[4] = {0, corner, corner, 2 * corner};
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column) {
      if (row == 1 && column == 1) continue;  // the card covers it
      const ImVec2 a(xs[column], ys[row]), b(xs[column + 1], ys[row + 1]);
      canvas().PrimReserve(6, 4);
      canvas().PrimRectUV(
          a, b, parts.atlas.uv(sprite->x + texels[column], sprite->y + texels[row]),
          parts.atlas.uv(sprite->x + texels[column + 1], sprite->y + texels[row + 1]),
          parts.ink(color(Role::Shadow)));
    }
}

void Ui::fade(const Rect& rect, Color color, float strength) {
  if (strength <= 0) return;
  Color clear = color;
  clear.a = 0;
  color.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(color.a) * strength));
  const ImU32 top = parts_->ink(clear), bottom = parts_->ink(color);
  canvas().AddRectFilledMultiColor(parts_->point({rect.x, rect.y}),
                                   parts_->point({rect.right(), rect.bottom()}), top, top, bottom,
                                   bottom);
}

bool Ui::line(const Rect& rect, std::string_view text, const TextStyle& style, Color color,
              Align align) {
  Parts& parts = *parts_;
  const float size = style.size * parts.scale;
  const float room = parts.px(rect.w);
  const std::string shown = elided(text, style, rect.w);
  const Line& line = parts.typesetter.line(shown, style.font, size);
  parts.draw_line(line, aligned(parts.px(rect.x), room, line.width, align),
                  parts.baseline_in(style, rect.y * parts.scale, rect.h * parts.scale), size,
                  parts.ink(color));
  return shown != text;
}

void Ui::label(const Rect& rect, std::string_view text, const TextStyle& style, Color color,
               Align align) {
  const bool cut = line(rect, text, style, color, align);
  const float width = std::min(rect.w, width_of(text, style));
  record({.kind = "text",
          .text = std::string(text),
          .rect = {aligned(rect.x, rect.w, width, align), rect.y, width, rect.h},
          .cut = cut});
}

void Ui::icon(const Rect& rect, std::string_view name, float size, Color color) {
  const float side = parts_->px(size);
  const ImVec2 middle = parts_->point({rect.x + rect.w / 2, rect.y + rect.h / 2});
  const ImVec2 corner(std::round(middle.x - side / 2), std::round(middle.y - side / 2));
  // Two units of the grid; large pictures are drawn with a finer pen.
  const float pen = size <= kGrid ? size / 12 : 2 + (size - kGrid) / 24;
  const bool known = draw_icon(canvas(), name, corner, side, std::max(1.25F, pen * parts_->scale),
                               parts_->ink(color));
  assert(known || name.empty());
  (void)known;
}

namespace {

/// From where to where a range of the text stands in a line, in pixels; empty where it does not.
struct Reach {
  float from = FLT_MAX, to = -FLT_MAX;
};
Reach reach_of(const Line& line, Range range) {
  Reach reach;
  for (const Cluster& cluster : line.clusters) {
    if (cluster.begin < range.begin || cluster.begin >= range.end) continue;
    reach.from = std::min(reach.from, cluster.x);
    reach.to = std::max(reach.to, cluster.x + cluster.width);
  }
  return reach;
}

}  // namespace

float Ui::lines(Vec top_left, float width, std::string_view text, const TextStyle& style,
                Color color, const LinesLook& look) {
  Parts& parts = *parts_;
  const float size = style.size * parts.scale, room = parts.px(width);
  const float height = parts.px(style.size * style.line_height);
  const Block& block = parts.typesetter.block(text, style.font, size, room);
  const float left = parts.px(top_left.x);
  float top = parts.px(top_left.y);
  const float clip_top = canvas().GetClipRectMin().y, clip_bottom = canvas().GetClipRectMax().y;
  for (const Line& line : block.lines) {
    const float x = aligned(left, room, line.width, look.align);
    if (top + height >= clip_top && top <= clip_bottom) {
      const auto behind = [&](Range range, Role role, float air, float radius) {
        const Reach reach = reach_of(line, range);
        if (reach.from < reach.to)
          canvas().AddRectFilled({std::floor(x + reach.from) - air, top},
                                 {std::ceil(x + reach.to) + air, top + height},
                                 parts.ink(this->color(role)), radius);
      };
      behind(look.marked, Role::Mark, parts.px(2), parts.px(4));
      behind(look.chosen, Role::Selection, 0, 0);
      const float baseline = parts.baseline_in(style, top, height);
      const float under = baseline + std::max(parts.px(2), std::round(size / 8));
      for (const Range& range : look.underlined) {
        const Reach reach = reach_of(line, range);
        if (reach.from < reach.to)
          canvas().AddRectFilled({std::floor(x + reach.from), under},
                                 {std::ceil(x + reach.to), under + std::max(2.0F, parts.px(2))},
                                 parts.ink(this->color(look.underline)));
      }
      parts.draw_line(line, x, baseline, size, parts.ink(color));
    }
    top += height;
  }
  return static_cast<float>(block.lines.size()) * height / parts.scale;
}

float Ui::width_of(std::string_view text, const TextStyle& style) {
  return parts_->typesetter.line(text, style.font, style.size * parts_->scale).width /
         parts_->scale;
}

float Ui::height_of(std::string_view text, const TextStyle& style, float width) {
  const Block& block =
      parts_->typesetter.block(text, style.font, style.size * parts_->scale, parts_->px(width));
  return static_cast<float>(block.lines.size()) * parts_->px(style.size * style.line_height) /
         parts_->scale;
}

std::string Ui::elided(std::string_view text, const TextStyle& style, float width) {
  constexpr float kRounding = 1;  // a text measured and given exactly its width stays whole
  if (width_of(text, style) <= width + kRounding) return std::string(text);
  const auto places = breaks_of(text, Breaks::Character);
  const auto shortened = [&](std::size_t place) {
    return std::string(trimmed(text.substr(0, place))).append(kEllipsis);
  };
  const auto too_long = std::partition_point(places.begin(), places.end(), [&](std::size_t place) {
    return width_of(shortened(place), style) <= width;
  });
  return shortened(too_long == places.begin() ? 0 : *(too_long - 1));
}

std::size_t Ui::byte_at(std::string_view text, const TextStyle& style, float width, Vec at) {
  Parts& parts = *parts_;
  const float size = style.size * parts.scale;
  if (width <= 0)
    return offset_at(parts.typesetter.line(text, style.font, size), at.x * parts.scale);
  const Block& block = parts.typesetter.block(text, style.font, size, parts.px(width));
  const float height = parts.px(style.size * style.line_height);
  const auto last = static_cast<float>(block.lines.size() - 1);
  const float row = std::clamp(std::floor(at.y * parts.scale / height), 0.0F, last);
  return offset_at(block.lines[static_cast<std::size_t>(row)], at.x * parts.scale);
}

Rect Ui::cursor_at(std::string_view text, const TextStyle& style, float width, std::size_t offset) {
  Parts& parts = *parts_;
  const Block& block =
      parts.typesetter.block(text, style.font, style.size * parts.scale, parts.px(width));
  const float height = parts.px(style.size * style.line_height) / parts.scale;
  // The last line that begins before it, or with it: an empty line has its cursor too.
  std::size_t row = 0;
  while (row + 1 < block.lines.size() && block.lines[row + 1].begin <= offset)
    ++row;
  return {cursor_x(block.lines[row], offset) / parts.scale, static_cast<float>(row) * height, 0,
          height};
}

float Ui::x_of(std::string_view text, const TextStyle& style, std::size_t offset) {
  return cursor_x(parts_->typesetter.line(text, style.font, style.size * parts_->scale), offset) /
         parts_->scale;
}

void Ui::push_clip(const Rect& rect) {
  ImGui::PushClipRect(parts_->point({rect.x, rect.y}), parts_->point({rect.right(), rect.bottom()}),
                      true);
  parts_->clips.push_back(common(rect, parts_->clips.back()));
}

void Ui::pop_clip() {
  ImGui::PopClipRect();
  parts_->clips.pop_back();
}

void Ui::push_opacity(float opacity) {
  parts_->opacities.push_back(parts_->opacity);
  parts_->opacity *= opacity;
}

void Ui::pop_opacity() {
  parts_->opacity = parts_->opacities.back();
  parts_->opacities.pop_back();
}

}  // namespace recto::ui
