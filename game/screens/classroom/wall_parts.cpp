#include "game/screens/classroom/wall_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace recto::screens {
namespace {

using namespace ui;

// The area at which everything has the size of a desk.
constexpr float kDeskWidth = 900, kDeskHeight = 640;
constexpr float kLeastScale = 0.75F, kMostScale = 5;
constexpr float kSteps = 12;
constexpr float kButtonHeight = 44;

/// A set that colour-blind people can tell apart; white on each has 4.5:1 or more (assets/phone).
constexpr std::array<Color, 6> kOptionColors = {{{0x00, 0x67, 0xa3},
                                                 {0xb0, 0x4a, 0x00},
                                                 {0x00, 0x70, 0x4f},
                                                 {0x98, 0x40, 0x6f},
                                                 {0x66, 0x55, 0x00},
                                                 {0x55, 0x48, 0xc0}}};
constexpr Color kWhite{255, 255, 255};

std::vector<Vec> around(Vec center, float radius, int corners, float turn) {
  std::vector<Vec> points;
  for (int i = 0; i < corners; ++i) {
    const float angle =
        turn + 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(corners);
    points.push_back({center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)});
  }
  return points;
}

/// Triangle, disc, square, diamond, star, hexagon: the shapes of the phones, in their order.
void draw_shape(Ui& ui, Vec center, float radius, std::size_t place) {
  constexpr float kUp = -std::numbers::pi_v<float> / 2;
  switch (place) {
    case 0: return ui.polygon(around(center, radius, 3, kUp), kWhite);
    case 1: return ui.polygon(around(center, radius * 0.9F, 24, 0), kWhite);
    case 2: return ui.polygon(around(center, radius * 1.1F, 4, kUp / 2), kWhite);
    case 3: return ui.polygon(around(center, radius, 4, kUp), kWhite);
    case 4: {
      const auto tips = around(center, radius * 1.05F, 5, kUp);
      const auto dents = around(center, radius * 0.45F, 5, kUp + std::numbers::pi_v<float> / 5);
      for (std::size_t i = 0; i < tips.size(); ++i) {
        const std::array<Vec, 4> ray = {center, dents[(i + 4) % 5], tips[i], dents[i]};
        ui.polygon(ray, kWhite);
      }
      return;
    }
    default: return ui.polygon(around(center, radius, 6, 0), kWhite);
  }
}

float widest_word(Ui& ui, std::string_view text, const TextStyle& style) {
  float widest = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    widest = std::max(widest, ui.width_of(text.substr(0, end), style));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return widest;
}

/// Which buttons stand in which row, from the bottom right.
std::vector<std::vector<const WallButton*>> rows_of(Ui& ui, std::span<const WallButton> buttons,
                                                    float room) {
  std::vector<std::vector<const WallButton*>> rows(1);
  float taken = 0;
  // NOLINTNEXTLINE(modernize-loop-convert): clang 14 cannot parse std::views::reverse
  for (auto at = buttons.rbegin(); at != buttons.rend(); ++at) {
    const float width = button_width(ui, at->look);
    if (taken + width > room && !rows.back().empty()) {
      rows.emplace_back();
      taken = 0;
    }
    rows.back().push_back(&*at);
    taken += width + kGap12;
  }
  return rows;
}

}  // namespace

float wall_scale(const Rect& area) {
  return std::clamp(std::min(area.w / kDeskWidth, area.h / kDeskHeight), kLeastScale, kMostScale);
}

TextStyle fitted(Ui& ui, std::string_view text, Vec room, float most, float least, Font font) {
  TextStyle style{font, most, 1.25F};
  const float step = std::max(0.5F, (most - least) / kSteps);
  const auto fits = [&] {
    const float line = style.size * style.line_height;
    return ui.height_of(text, style, room.x) <= std::max(room.y, line) + 0.5F &&
           widest_word(ui, text, style) <= room.x;
  };
  while (style.size > least && !fits())
    style.size = std::max(least, style.size - step);
  return style;
}

void option_badge(Ui& ui, const Rect& rect, const std::string& letter) {
  const std::size_t place = letter.empty() ? 0 : static_cast<std::size_t>(letter.front() - 'A');
  const std::size_t color = std::min(place, kOptionColors.size() - 1);
  ui.fill(rect, kOptionColors.at(color), kFieldRadius);
  const float side = std::min(rect.w, rect.h);
  const bool beside = rect.w > 1.4F * rect.h;
  const Vec shape = beside ? Vec{rect.x + rect.w * 0.3F, rect.center().y}
                           : Vec{rect.center().x, rect.y + rect.h * 0.3F};
  draw_shape(ui, shape, side * (beside ? 0.2F : 0.15F), place);
  const Rect below = beside ? Rect{rect.x + rect.w * 0.45F, rect.y, rect.w * 0.5F, rect.h}
                            : Rect{rect.x, rect.y + rect.h * 0.42F, rect.w, rect.h * 0.55F};
  ui.line(below, letter, {Font::Display, side * (beside ? 0.5F : 0.42F), 1}, kWhite, Align::Center);
}

void wall_bar(Ui& ui, const Rect& room, float share, Color color) {
  const float radius = std::min(kFieldRadius, room.h / 2);
  ui.fill(room, ui.color(Role::Track), radius);
  const float width = std::round(room.w * std::clamp(share, 0.0F, 1.0F));
  if (width > 0) ui.fill({room.x, room.y, std::max(width, 2 * radius), room.h}, color, radius);
}

float wall_text(Ui& ui, std::string_view id, Vec top_left, float width, std::string_view text,
                const TextStyle& style, Role role, Align align) {
  return paragraph(ui, id, top_left, width, text, {.style = style, .role = role, .align = align});
}

float buttons_height(Ui& ui, std::span<const WallButton> buttons, float width) {
  if (buttons.empty()) return 0;
  const auto rows = static_cast<float>(rows_of(ui, buttons, width - 2 * kGap24).size());
  return rows * (kButtonHeight + kGap12) - kGap12 + 2 * kGap16;
}

WallAction draw_buttons(Ui& ui, std::span<const WallButton> buttons, const Rect& strip) {
  WallAction action;
  const auto rows = rows_of(ui, buttons, strip.w - 2 * kGap24);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float from_below = static_cast<float>(i) * (kButtonHeight + kGap12);
    const float top = strip.bottom() - kGap16 - kButtonHeight - from_below;
    float right = strip.right() - kGap24;
    for (const WallButton* one : rows[i]) {
      const float width = button_width(ui, one->look);
      if (button(ui, one->id, {right - width, top, width, kButtonHeight}, one->look))
        action = one->action;
      right -= width + kGap12;
    }
  }
  return action;
}

}  // namespace recto::screens
