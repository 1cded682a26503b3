// Who stands where: after a question, and at the end.
#include <algorithm>
#include <array>
#include <cmath>

#include "game/screens/classroom/wall_pages.h"
#include "game/screens/classroom/wall_parts.h"

namespace recto::screens {
namespace {

using namespace ui;

constexpr float kMargin = 28;         // times the scale
constexpr float kLeastForBars = 500;  // the same
constexpr float kLeastType = 13;

/// The largest type in which every name fits beside its points.
TextStyle row_style(const std::vector<WallPlace>& rows, Ui& ui, float most, float room) {
  TextStyle style{Font::SemiBold, most, 1};
  const auto fits = [&](const WallPlace& row) {
    return ui.width_of(row.name, style) <= room - ui.width_of(row.points, style);
  };
  while (style.size > kLeastType && !std::ranges::all_of(rows, fits))
    style.size = std::max(kLeastType, style.size - 1);
  return style;
}

/// Place, name, bar (where there is room for one), points: a row each.
void draw_rows(const std::vector<WallPlace>& rows, std::string_view kind, Ui& ui, const Rect& area,
               float k) {
  if (rows.empty()) return;
  const float gap = 8 * k;
  const auto count = static_cast<float>(rows.size());
  const float height = std::min(60 * k, (area.h - gap * (count - 1)) / count);
  const bool bars = area.w > kLeastForBars * k;
  const float place = 56 * k;
  const TextStyle style = row_style(rows, ui, std::min(26 * k, height * 0.6F),
                                    area.w * (bars ? 0.5F : 1) - place - gap);
  float points = 0;
  for (const WallPlace& row : rows)
    points = std::max(points, std::ceil(ui.width_of(row.points, style)));
  Flow flow{area.x, area.y, area.w};
  for (const WallPlace& row : rows) {
    const Rect line = flow.take(height, gap);
    const float name =
        bars ? std::round(line.w * 0.5F) - place - points : line.w - place - points - gap;
    ui.line({line.x, line.y, place, line.h}, row.place, style, ui.color(Role::Muted));
    const bool cut =
        ui.line({line.x + place, line.y, name, line.h}, row.name, style, ui.color(Role::Text));
    const float left = line.x + place + name + gap;
    const Rect bar{left, std::round(line.center().y - line.h * 0.22F),
                   line.right() - points - 2 * gap - left, std::round(line.h * 0.44F)};
    if (bars) wall_bar(ui, bar, row.share, ui.color(Role::Accent));
    ui.line({line.right() - points, line.y, points, line.h}, row.points, style,
            ui.color(Role::Text), Align::Right);
    ui.record({.kind = std::string(kind),
               .text = row.place + " " + row.name,
               .value = row.points,
               .rect = line,
               .cut = cut});
  }
}

}  // namespace

Drawn draw_board(const WallView& view, Ui& ui, const Rect& area) {
  const float k = wall_scale(area);
  const Rect inner = area.inset(kMargin * k, 20 * k);
  Flow flow{inner.x, inner.y, inner.w};
  ui.label(flow.take(48 * k, 16 * k), "Leaderboard", {Font::Display, 36 * k, 1.2F},
           ui.color(Role::Text));
  const TextStyle small{Font::Regular, 18 * k, 1.2F};
  const float tail = view.more_on_board > 0 ? 36 * k : 0;
  Rect rows{flow.x, flow.y, flow.width, inner.bottom() - flow.y - tail};
  if (!view.teams.empty()) {
    const float half = std::round(rows.w / 2 - 16 * k);
    draw_rows(view.teams, "team", ui, {rows.right() - half, rows.y, half, rows.h}, k);
    rows.w = half;
  }
  draw_rows(view.board, "place", ui, rows, k);
  if (view.more_on_board > 0)
    ui.label({inner.x, inner.bottom() - tail, inner.w, tail},
             "and " + std::to_string(view.more_on_board) + " more", small, ui.color(Role::Muted));
  return {};
}

Drawn draw_podium(const WallView& view, Ui& ui, const Rect& area) {
  const float k = wall_scale(area);
  const Rect inner = area.inset(kMargin * k, 20 * k);
  Flow flow{inner.x, inner.y, inner.w};
  const TextStyle title = fitted(ui, view.title, {inner.w, 44 * k}, 32 * k, 16);
  ui.label(flow.take(48 * k, 12 * k), view.podium.empty() ? "The quiz is over" : view.title, title,
           ui.color(Role::Text), Align::Center);
  if (view.podium.empty()) return {};
  // Second, first, third, as they stand on a podium; without a place where it is shared.
  constexpr std::array<int, 3> kOrder = {2, 1, 3};
  constexpr std::array<float, 3> kHeights = {0.58F, 0.4F, 0.28F};  // by place
  const float gap = 16 * k;
  const float width = std::min(280 * k, (inner.w - 2 * gap) / 3);
  float x = std::round(inner.center().x - (3 * width + 2 * gap) / 2);
  const float room = inner.bottom() - flow.y;
  for (const int place : kOrder) {
    const auto step = std::ranges::find(view.podium, place, &PodiumStep::place);
    const float left = x;
    x += width + gap;
    if (step == view.podium.end()) continue;
    const float height = std::round(room * kHeights.at(static_cast<std::size_t>(place - 1)));
    const Rect block{left, inner.bottom() - height, width, height};
    ui.fill(block, ui.color(place == 1 ? Role::Accent : Role::Surface), kButtonRadius);
    if (place != 1) ui.outline(block, ui.color(Role::Control), kButtonRadius);
    const Color ink = ui.color(place == 1 ? Role::OnAccent : Role::Text);
    const float number = std::min(72 * k, height * 0.5F);
    ui.label({block.x, block.y + 8 * k, block.w, number * 1.1F}, std::to_string(place),
             {Font::Display, number, 1}, ink, Align::Center);
    ui.label({block.x, block.y + 8 * k + number * 1.1F, block.w, 28 * k}, step->points + " points",
             {Font::Regular, 18 * k, 1.2F}, ink, Align::Center);
    const float above = block.y - flow.y - 8 * k;
    const TextStyle names = fitted(ui, step->names, {width, std::min(above, 96 * k)}, 34 * k, 15);
    const float tall = ui.height_of(step->names, names, width);
    wall_text(ui, "podium." + std::to_string(place), {left, block.y - 8 * k - tall}, width,
              step->names, names, Role::Text, Align::Center);
  }
  return {};
}

}  // namespace recto::screens
