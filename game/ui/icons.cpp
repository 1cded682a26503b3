#include "game/ui/icons.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "game/ui/ui.h"

namespace recto::ui {
namespace {

struct Icon {
  std::string_view name;
  /// What is drawn, units of the grid, angles in degrees clockwise from the right:
  ///     M x y              a new line begins      L x y   and goes on
  ///     A x y r from to    along an arc           Z       back to its begin
  ///     C x y r            a circle               D x y r a dot
  ///     R x y w h r        a rounded rectangle    F       the line so far, filled
  ///     |                  the pen is lifted
  std::string_view path;
};

/// By name.
constexpr std::array kIcons = {
    Icon{"add", "M12 5 L12 19 M5 12 L19 12"},
    Icon{"arrow_back", "M19.5 12 L5 12 M11 5.5 L4.5 12 L11 18.5"},
    Icon{"arrow_upward", "M12 19.5 L12 5 M5.5 11 L12 4.5 L18.5 11"},
    Icon{"backup", "R3.5 4 17 5 1 M5.5 9 L5.5 20 L18.5 20 L18.5 9 M10 13 L14 13"},
    Icon{"bookmark_border",
         "M6.5 20.5 L6.5 6 A9 6 2.5 180 270 L15 3.5 A15 6 2.5 270 360 L17.5 20.5 L12 16.5 Z"},
    Icon{"brightness_4", "C12 12 8.5 A12 12 8.5 -90 90 F"},
    Icon{"brightness_7",
         "C12 12 4 M12 2.5 L12 4.5 M12 19.5 L12 21.5 M2.5 12 L4.5 12 M19.5 12 L21.5 12 M5.3 5.3 "
         "L6.7 6.7 M17.3 17.3 L18.7 18.7 M5.3 18.7 L6.7 17.3 M17.3 6.7 L18.7 5.3"},
    Icon{"check", "M4.5 12.5 L9.5 17.5 L19.5 6.8"},
    Icon{"check_box", "R4 4 16 16 3 M8 12.3 L11 15.2 L16.2 9"},
    Icon{"check_box_outline_blank", "R4 4 16 16 3"},
    Icon{"chevron_right", "M9.5 6 L15.5 12 L9.5 18"},
    Icon{"close", "M6 6 L18 18 M18 6 L6 18"},
    Icon{"computer", "R3 4.5 18 12 2 M12 16.5 L12 20.5 M8 20.5 L16 20.5"},
    Icon{"content_copy",
         "R8.5 8.5 12 12 2.5 A6 13 2.5 90 180 L3.5 6 A6 6 2.5 180 270 L13 3.5 A13 6 2.5 270 360"},
    Icon{"content_paste",
         "A7.5 6.5 2 270 180 L5.5 18.5 A7.5 18.5 2 180 90 L16.5 20.5 A16.5 18.5 2 90 0 L18.5 6.5 "
         "A16.5 6.5 2 0 -90 R9 3 6 3.5 1 M9 11.5 L15 11.5 M9 15.5 L13 15.5"},
    Icon{"delete",
         "M4.5 6.5 L19.5 6.5 M9 6.5 L9 4 L15 4 L15 6.5 M6.5 6.5 L7.4 20 L16.6 20 L17.5 6.5 M10.2 "
         "10.5 L10.5 16 M13.8 10.5 L13.5 16"},
    Icon{"description",
         "M14 3.5 L5.5 3.5 L5.5 20.5 L18.5 20.5 L18.5 8 Z M14 3.5 L14 8 L18.5 8 M8.8 12.5 L15.2 "
         "12.5 M8.8 16.5 L13.2 16.5"},
    Icon{"done_all", "M2 12.7 L6.5 17.2 L14.5 7.5 M11 16.3 L12 17.2 L21 7"},
    Icon{"edit", "M4 20 L5 15.5 L16 4.5 L19.5 8 L8.5 19 Z M13.3 7.2 L16.8 10.7"},
    Icon{"error_outline", "C12 12 8.5 M12 7.5 L12 13 D12 16.2 1.25"},
    Icon{"event", "R4 5 16 15.5 2.5 M4 10 L20 10 M8 3 L8 6 M16 3 L16 6 M8.8 14.8 L11 17 L15.3 13"},
    Icon{"exit_to_app", "M13 4 L5 4 L5 20 L13 20 M10 12 L20 12 M16 8 L20 12 L16 16"},
    Icon{"expand_less", "M6 15 L12 9 L18 15"},
    Icon{"expand_more", "M6 9 L12 15 L18 9"},
    Icon{"flag", "M6 21 L6 4 L18.5 4 L15.5 8.3 L18.5 12.5 L6 12.5"},
    Icon{"folder", "M3.5 19 L3.5 5.5 L9.5 5.5 L11.5 8 L20.5 8 L20.5 19 Z"},
    Icon{"folder_open",
         "M3.5 19 L3.5 5.5 L9.5 5.5 L11.5 8 L18.5 8 L18.5 11 M3.5 19 L6.5 11 L21.5 11 L18.5 19 Z"},
    Icon{"group", "C9 8 3.5 A9 20.5 6.5 180 360 | A15.5 8 3.5 -75 75 | A15 20.5 6.5 -70 0"},
    Icon{"help_outline", "C12 12 8.5 A12 9.8 2.6 180 405 L12 13.3 D12 16.4 1.25"},
    Icon{"history", "A12 12 8.2 195 510 M3.7 4.8 L4.1 9.9 L9.2 9.4 M12 7.5 L12 12.3 L15.2 14.3"},
    Icon{"home",
         "M3.5 11.5 L12 4 L20.5 11.5 M6 9.5 L6 20 L18 20 L18 9.5 M10 20 L10 14 L14 14 L14 20"},
    Icon{"hourglass_empty",
         "M6 3.5 L18 3.5 M6 20.5 L18 20.5 M7.5 3.5 L7.5 7.5 L12 12 L16.5 7.5 L16.5 3.5 M7.5 20.5 "
         "L7.5 16.5 L12 12 L16.5 16.5 L16.5 20.5"},
    Icon{"keyboard", "R2.5 6 19 12.5 2.5 D7 10.2 1.2 D12 10.2 1.2 D17 10.2 1.2 M8 14.5 L16 14.5"},
    Icon{"library_books", "R3.5 8 13 12.5 2.5 M8.5 4 L18 4 A18 6.5 2.5 270 360 L20.5 15.5"},
    Icon{"lightbulb_outline", "A12 9.5 6 125 415 L14.8 17 L9.2 17 Z M9.8 20.5 L14.2 20.5"},
    Icon{"more_horiz", "D5.5 12 1.7 D12 12 1.7 D18.5 12 1.7"},
    Icon{"more_vert", "D12 5.5 1.7 D12 12 1.7 D12 18.5 1.7"},
    Icon{
        "note_add",
        "M14 3.5 L5.5 3.5 L5.5 20.5 L18.5 20.5 L18.5 8 Z M14 3.5 L14 8 L18.5 8 M12 11 L12 17 M9 14 "
        "L15 14"},
    Icon{"pause", "M8.5 5.5 L8.5 18.5 M15.5 5.5 L15.5 18.5"},
    Icon{"redo", "M15 4.5 L19.5 9 L15 13.5 M19.5 9 L9.5 9 A9.5 14 5 270 90 L14.5 19"},
    Icon{"remove", "M5.5 12 L18.5 12"},
    Icon{"schedule", "C12 12 8.5 M12 7 L12 12.3 L15.5 14.5"},
    Icon{"school",
         "M2 9.5 L12 4.5 L22 9.5 L12 14.5 Z M6 11.8 L6 16.5 A12 13.2 6.9 150 30 L18 11.8"},
    Icon{"search", "C10.5 10.5 6.5 M15.3 15.3 L20.5 20.5"},
    Icon{"settings",
         "M4 6 L12.5 6 M17.5 6 L20 6 C15 6 2.3 M4 12 L5.5 12 M10.5 12 L20 12 C8 12 2.3 M4 18 L12.5 "
         "18 M17.5 18 L20 18 C15 18 2.3"},
    Icon{"today", "R4 5 16 15.5 2.5 M4 10 L20 10 M8 3 L8 6 M16 3 L16 6 D12 15.2 2"},
    Icon{"undo", "M9 4.5 L4.5 9 L9 13.5 M4.5 9 L14.5 9 A14.5 14 5 270 450 L9.5 19"},
    Icon{"zoom_in",
         "C10.5 10.5 6.5 M15.3 15.3 L20.5 20.5 M10.5 7.7 L10.5 13.3 M7.7 10.5 L13.3 10.5"},
    Icon{"zoom_out", "C10.5 10.5 6.5 M15.3 15.3 L20.5 20.5 M7.7 10.5 L13.3 10.5"},
};
static_assert(std::ranges::is_sorted(kIcons, {}, &Icon::name));

constexpr auto kNames = [] {
  std::array<std::string_view, kIcons.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] = kIcons[i].name;
  return names;
}();

/// Follows a path with a pen that is round at both ends.
class Pen {
 public:
  Pen(ImDrawList& canvas, std::string_view path, ImVec2 corner, float unit, float stroke,
      ImU32 color)
      : canvas_(canvas),
        path_(path),
        corner_(corner),
        unit_(unit),
        stroke_(stroke),
        color_(color) {}

  void draw() {
    while (!path_.empty()) {
      const char verb = path_.front();
      path_.remove_prefix(1);
      if (verb != ' ') step(verb);
    }
    lift(ImDrawFlags_None);
  }

 private:
  float number() {
    path_.remove_prefix(std::min(path_.find_first_not_of(' '), path_.size()));
    float value = 0;
    const auto end = std::from_chars(path_.data(), path_.data() + path_.size(), value).ptr;
    path_.remove_prefix(static_cast<std::size_t>(end - path_.data()));
    return value;
  }
  ImVec2 point() {
    const float x = number(), y = number();
    return {corner_.x + x * unit_, corner_.y + y * unit_};
  }

  void step(char verb) {
    switch (verb) {
      case 'M': lift(ImDrawFlags_None); [[fallthrough]];
      case 'L': canvas_.PathLineTo(point()); break;
      case 'A': arc(); break;
      case 'Z': lift(ImDrawFlags_Closed); break;
      case '|': lift(ImDrawFlags_None); break;
      case 'F': canvas_.PathFillConvex(color_); break;
      case 'C': circle(); break;
      case 'D': dot(); break;
      case 'R': rectangle(); break;
      default: break;
    }
  }

  void arc() {
    constexpr float kDegree = 3.14159265F / 180;
    const ImVec2 middle = point();
    const float radius = number() * unit_, from = number() * kDegree, to = number() * kDegree;
    // A point twice would leave the line between them without a direction.
    ImVector<ImVec2>& path = canvas_._Path;
    const ImVec2 begin{middle.x + radius * std::cos(from), middle.y + radius * std::sin(from)};
    if (!path.empty() && std::hypot(path.back().x - begin.x, path.back().y - begin.y) < unit_ / 2)
      path.pop_back();
    canvas_.PathArcTo(middle, radius, from, to, std::max(8, static_cast<int>(radius)));
  }
  void circle() {
    lift(ImDrawFlags_None);
    const ImVec2 middle = point();
    canvas_.AddCircle(middle, number() * unit_, color_, 0, stroke_);
  }
  void dot() {
    lift(ImDrawFlags_None);
    const ImVec2 middle = point();
    canvas_.AddCircleFilled(middle, std::max(number() * unit_, stroke_ * 0.6F), color_);
  }
  void rectangle() {
    lift(ImDrawFlags_None);
    const ImVec2 begin = point();
    const float width = number() * unit_, height = number() * unit_;
    canvas_.AddRect(begin, {begin.x + width, begin.y + height}, color_, number() * unit_,
                    ImDrawFlags_None, stroke_);
  }

  /// Draws what the pen went along.
  void lift(ImDrawFlags flags) {
    if (canvas_._Path.Size == 0) return;
    const ImVec2 first = canvas_._Path.front(), last = canvas_._Path.back();
    canvas_.PathStroke(color_, flags, stroke_);
    // Round ends, where a translucent colour would not show that they lie above the line.
    if (flags == ImDrawFlags_Closed || stroke_ < 2 || color_ >> IM_COL32_A_SHIFT < 255) return;
    for (const ImVec2 end : {first, last})
      canvas_.AddCircleFilled(end, stroke_ / 2, color_);
  }

  ImDrawList& canvas_;
  std::string_view path_;
  ImVec2 corner_;
  float unit_, stroke_;
  ImU32 color_;
};

}  // namespace

std::span<const std::string_view> icons() {
  return kNames;
}

bool draw_icon(ImDrawList& canvas, std::string_view name, ImVec2 corner, float size, float stroke,
               ImU32 color) {
  const auto* const found = std::ranges::lower_bound(kIcons, name, {}, &Icon::name);
  if (found == kIcons.end() || found->name != name) return false;
  constexpr float kGrid = 24;
  Pen(canvas, found->path, corner, size / kGrid, stroke, color).draw();
  return true;
}

}  // namespace recto::ui
