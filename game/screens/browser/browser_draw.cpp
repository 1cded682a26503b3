#include "game/screens/browser/browser_draw.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "game/ui/menu.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = BrowserAction::Kind;

constexpr const char* kField = "browser.query";
constexpr float kWidest = 860, kTallest = 680;
constexpr float kHead = 52, kCrumbs = 44, kFoot = 64;
constexpr float kRow = 40;
constexpr float kPlaces = 200;
constexpr float kNarrow = 620;  ///< below it places and files do not stand side by side
constexpr float kLow = 420;     ///< below it there is no title
constexpr float kBox = 40, kSize = 84, kChanged = 132;
constexpr float kWithDetails = 460;  ///< a list of this width shows sizes and dates
constexpr float kArrow = 16, kWidestCrumb = 220;
constexpr int kPage = 8;

void take(BrowserAction& action, BrowserAction other) {
  if (other.kind != Kind::None) action = std::move(other);
}

/// The keys, before the field takes what it has use for.
BrowserAction hear_keys(const BrowserView& view, Ui& ui) {
  static constexpr struct {
    Key key;
    int steps;
  } kSteps[] = {{Key::Down, 1}, {Key::Up, -1}, {Key::PageDown, kPage}, {Key::PageUp, -kPage}};
  if (ui.pressed(Key::Up, {.alt = true})) return {.kind = Kind::Up};
  for (const auto& [key, steps] : kSteps)
    if (ui.stepped(key)) return {.kind = Kind::Step, .steps = steps};
  if (ui.pressed(U'h', kCtrl)) return {.kind = Kind::Hidden};
  if (view.can_filter && ui.pressed(U't', kCtrl)) return {.kind = Kind::All};
  if (ui.pressed(Key::Enter, kCtrl)) return {.kind = Kind::Accept};
  if (!view.query.empty() || !ui.has_focus(kField)) return {};
  // In the empty field two keys that edit nothing there.
  if (ui.stepped(Key::Backspace)) return {.kind = Kind::Up};
  if (view.several && view.chosen && ui.stepped(Key::Space))
    return {.kind = Kind::Tick, .row = *view.chosen};
  return {};
}

/// What stands at the right of the first line; gives its left end.
float draw_close(const BrowserView& view, Ui& ui, const Rect& row, bool narrow,
                 BrowserAction& action) {
  const Rect close{row.right() - kTarget + kGap8, row.y + (row.h - kTarget) / 2, kTarget, kTarget};
  if (icon_button(ui, "browser.close", close, "close", "Cancel")) action.kind = Kind::Cancel;
  if (narrow && icon_button(ui, "browser.places", close.moved(-kTarget - 4, 0), "bookmark_border",
                            view.shows_places ? "Show the folder" : "Show places"))
    action.kind = Kind::Places;
  return close.x - (narrow ? kTarget + 4 : 0);
}

float crumb_width(const BrowserCrumb& crumb, Ui& ui) {
  return std::min(kWidestCrumb, std::ceil(ui.width_of(crumb.name, kBody)) + 2 * kGap8 + 1);
}

bool draw_crumb(const BrowserCrumb& crumb, const std::string& name, Ui& ui, const Rect& place) {
  const Touch touch = ui.touch(name, place);
  if (touch.hovered) ui.fill(place, ui.color(Role::Hover), kFieldRadius);
  if (touch.ring) ui.outline(place, ui.color(Role::Focus), kFieldRadius, 2);
  const float room = place.w - 2 * kGap8;
  ui.line({place.x + kGap8, place.y, room, place.h}, ui.elided(crumb.name, kBody, room), kBody,
          ui.color(Role::Muted));
  ui.record({.kind = "button",
             .name = name,
             .text = crumb.name,
             .rect = place,
             .focused = touch.focused,
             .hovered = touch.hovered,
             .focusable = true});
  return touch.clicked;
}

/// The first step of the way that still fits, counted from its end.
std::size_t first_crumb(const BrowserView& view, Ui& ui, float room) {
  std::size_t first = view.crumbs.size();
  for (float used = 0; first > 0; --first) {
    used += crumb_width(view.crumbs[first - 1], ui) + kArrow;
    if (used > room && first < view.crumbs.size()) break;
  }
  return first;
}

/// The way to the folder, as many of its last steps as fit.
BrowserAction draw_crumbs(const BrowserView& view, Ui& ui, const Rect& row) {
  BrowserAction action;
  const Rect up{row.x - kGap8, row.y + 2, kTarget, kTarget};
  if (icon_button(ui, "browser.up", up, "arrow_upward", "Up: Backspace")) action.kind = Kind::Up;
  float x = up.right() + 4;
  for (std::size_t i = first_crumb(view, ui, row.right() - x); i < view.crumbs.size(); ++i) {
    const BrowserCrumb& crumb = view.crumbs[i];
    if (i + 1 == view.crumbs.size()) {
      const float room = row.right() - x - kGap8;
      ui.label({x + kGap8, row.y, room, row.h}, ui.elided(crumb.name, kBodyBold, room), kBodyBold,
               ui.color(Role::Text));
      break;
    }
    const Rect place{x, row.y + 4, crumb_width(crumb, ui), 36};
    if (draw_crumb(crumb, "browser.crumb." + std::to_string(i), ui, place))
      action = {.kind = Kind::Go, .path = crumb.path};
    x = place.right();
    ui.icon({x, place.y, kArrow, place.h}, "chevron_right", 16, ui.color(Role::Muted));
    x += kArrow;
  }
  return action;
}

/// Title and way; in a low panel the way alone.
BrowserAction draw_top(const BrowserView& view, Ui& ui, Flow& flow, bool narrow, bool low) {
  BrowserAction action;
  const Rect head = flow.take(low ? kCrumbs : kHead, low ? 4.0F : 0.0F);
  const float right = draw_close(view, ui, head, narrow, action);
  if (low) {
    take(action, draw_crumbs(view, ui, {head.x, head.y, right - head.x, head.h}));
    return action;
  }
  ui.label({head.x, head.y, right - head.x, head.h}, view.title, kLead, ui.color(Role::Text));
  take(action, draw_crumbs(view, ui, flow.take(kCrumbs, 4)));
  return action;
}

BrowserAction draw_places(const BrowserView& view, Ui& ui, const Rect& frame) {
  BrowserAction action;
  const Rect content = ui.begin_scroll("browser.place", frame);
  Flow flow{content.x, content.y, content.w};
  bool recent = false;
  for (std::size_t i = 0; i < view.places.size(); ++i) {
    const FolderPlace& place = view.places[i];
    if (place.is_recent && !std::exchange(recent, true)) {
      const Rect head = flow.take(32);
      ui.label({head.x + kGap12, head.y + 6, head.w - kGap12, 24}, "Recent", kSmallBold,
               ui.color(Role::Muted));
    }
    const std::string label = ui.elided(place.name, kBody, frame.w - 70);
    const MenuEntry look{.icon = place.is_recent        ? "history"
                                 : place.name == "Home" ? "home"
                                 : place.path == "/"    ? "computer"
                                                        : "folder_open",
                         .label = label,
                         .lit = view.place == i};
    if (menu_entry(ui, "browser.place." + std::to_string(i + 1), flow.take(kRow), look))
      action = {.kind = Kind::Go, .path = place.path};
  }
  ui.end_scroll(flow.y, Role::Surface);
  return action;
}

BrowserAction draw_box(const BrowserRow& row, std::size_t index, const std::string& name, Ui& ui,
                       const Rect& box) {
  const Touch touch = ui.touch(name + ".tick", box, Focusable::No);
  ui.icon(box, row.ticked ? "check_box" : "check_box_outline_blank", 20,
          ui.color(row.ticked ? Role::Accent : Role::Muted));
  ui.record({.kind = "check",
             .name = name + ".tick",
             .text = row.ticked ? "Leave it" : "Take it too",
             .value = row.ticked ? "ticked" : "",
             .rect = box,
             .hovered = touch.hovered});
  return touch.clicked ? BrowserAction{.kind = Kind::Tick, .row = index} : BrowserAction{};
}

BrowserAction draw_row(const BrowserView& view, std::size_t index, Ui& ui, const Rect& rect) {
  BrowserAction action;
  const BrowserRow& row = view.rows[index];
  const std::string name = "browser.file." + std::to_string(index + 1);
  const bool chosen = view.chosen == index;
  float x = rect.x + 4;
  if (chosen) ui.fill(rect, ui.color(Role::Selection), kFieldRadius);
  if (view.several) {
    take(action, draw_box(row, index, name, ui, {x, rect.y + 2, kBox - 4, rect.h - 4}));
    x += kBox;
  }
  const Rect body{x, rect.y, rect.right() - x, rect.h};
  const Touch touch = ui.touch(name, body, Focusable::No);
  if (touch.hovered && !chosen) ui.fill(body, ui.color(Role::Hover), kFieldRadius);
  ui.icon({x + 4, rect.y, 24, rect.h}, row.is_folder ? "folder" : "description", 20,
          ui.color(row.is_folder ? Role::Accent : Role::Muted));
  const float details = !row.is_folder && rect.w >= kWithDetails ? kSize + kChanged : 0;
  const bool cut = ui.line({x + 36, rect.y, rect.right() - x - 36 - kGap12 - details, rect.h},
                           row.name, kBody, ui.color(Role::Text));
  if (details > 0) {
    ui.line({rect.right() - kGap12 - details, rect.y, kSize, rect.h}, row.size, kSmall,
            ui.color(Role::Muted), Align::Right);
    ui.line({rect.right() - kGap12 - kChanged, rect.y, kChanged, rect.h}, row.changed, kSmall,
            ui.color(Role::Muted), Align::Right);
  }
  ui.record({.kind = "row",
             .name = name,
             .text = row.name,
             .value = std::string(row.is_folder ? "folder" : row.size) + (chosen ? " chosen" : ""),
             .rect = body,
             .hovered = touch.hovered,
             .cut = cut});
  if (touch.clicked && (row.is_folder || ui.double_clicked()))
    action = {.kind = Kind::Open, .row = index};
  else if (touch.clicked)
    action = {.kind = Kind::Choose, .row = index};
  return action;
}

/// Only the rows that can be seen.
BrowserAction draw_rows(const BrowserView& view, bool follows, Ui& ui, const Rect& frame) {
  BrowserAction action;
  const std::string id = "browser.files." + std::to_string(view.folder);
  const Rect content = ui.begin_scroll(id, frame);
  const float width = content.w - kGap12;
  const auto row_at = [&](std::size_t index) {
    return Rect{content.x, content.y + static_cast<float>(index) * kRow, width, kRow};
  };
  const float above = std::max(0.0F, frame.y - content.y);
  const auto first = static_cast<std::size_t>(above / kRow);
  const auto count = static_cast<std::size_t>(frame.h / kRow) + 2;
  for (std::size_t i = first; i < std::min(view.rows.size(), first + count); ++i)
    take(action, draw_row(view, i, ui, row_at(i)));
  if (follows && view.chosen) ui.bring_into_view(row_at(*view.chosen));
  float bottom = row_at(view.rows.size()).y;
  if (!view.more.empty()) {
    ui.line({content.x + kGap12, bottom, width, kRow}, view.more, kSmall, ui.color(Role::Muted));
    bottom += kRow;
  }
  ui.end_scroll(bottom, Role::Surface);
  return action;
}

BrowserAction draw_list(const BrowserView& view, bool follows, Ui& ui, const Rect& frame) {
  if (!view.rows.empty()) return draw_rows(view, follows, ui, frame);
  if (view.reads) {
    ui.label({frame.x, frame.y, frame.w, 96}, view.said, kBody, ui.color(Role::Muted),
             Align::Center);
    return {};
  }
  ui.push_clip(frame);
  empty_state(ui, {frame.x + kGap16, frame.y + std::min(48.0F, frame.h / 8)}, frame.w - kGap32,
              "folder_open", view.said, view.advice);
  ui.pop_clip();
  return {};
}

/// A thing that is on or off, with its key.
bool draw_switch(Ui& ui, std::string_view id, float& x, const Rect& foot, ButtonLook look,
                 bool on) {
  look.icon = on ? "check_box" : "check_box_outline_blank";
  look.weight = Weight::Plain;
  const float width = button_width(ui, look);
  const Rect place{x, foot.y + (foot.h - kTarget) / 2, width, kTarget};
  x += width + 4;
  return button(ui, id, place, look);
}

BrowserAction draw_foot(const BrowserView& view, Ui& ui, const Rect& foot) {
  BrowserAction action;
  const ButtonLook accept{view.accept, "Ctrl+Enter", "", Weight::Filled, !view.can_accept};
  const float width = button_width(ui, accept);
  const Rect place{foot.right() - width, foot.y + (foot.h - 44) / 2, width, 44};
  const bool low = foot.w < kNarrow;
  float x = foot.x - kGap12;
  const std::string all = "All files";
  if (view.can_filter &&
      draw_switch(ui, "browser.all", x, foot, {all, low ? "" : "Ctrl+T"}, view.shows_all))
    action.kind = Kind::All;
  if (draw_switch(ui, "browser.hidden", x, foot, {"Hidden", low ? "" : "Ctrl+H"},
                  view.shows_hidden))
    action.kind = Kind::Hidden;
  const std::string_view hint = view.reads     ? "Reading …"
                                : view.several ? "Space ticks several"
                                               : "";
  if (place.x - x > ui.width_of(hint, kSmall) + kGap24)
    ui.line({x + kGap8, foot.y, place.x - x - kGap24, foot.h}, hint, kSmall, ui.color(Role::Muted));
  if (button(ui, "browser.accept", place, accept)) action.kind = Kind::Accept;
  return action;
}

}  // namespace

BrowserAction draw(const BrowserView& view, BrowserLayout& layout, Ui& ui) {
  const Rect area = ui.area();
  const float width = std::min(kWidest, area.w - kGap32);
  const float height = std::min(kTallest, area.h - kGap32);
  const Rect panel{std::round(area.center().x - width / 2),
                   std::round(std::min((area.h - height) / 2, 96.0F)), width, height};
  ui.begin_modal("browser", panel);
  ui.push_opacity(ui.appear("browser", 0.12));
  card(ui, panel);
  const bool narrow = panel.w < kNarrow;
  Flow flow{panel.x + kGap16, panel.y + 4, panel.w - kGap32};
  BrowserAction action = hear_keys(view, ui);
  const bool follows = std::exchange(layout.revealed, view.reveal) != view.reveal;
  take(action, draw_top(view, ui, flow, narrow, panel.h < kLow));
  std::string query = view.query;
  const FieldResult typed = text_field(ui, kField, flow.take(44, kGap8), query,
                                       {"Filter, or a path that begins with / or ~", true});
  if (typed.changed) take(action, {.kind = Kind::Query, .text = query});
  if (typed.submitted) take(action, {.kind = Kind::Submit});
  if (!ui.typing() && ui.pressed(Key::Enter)) take(action, {.kind = Kind::Submit});
  const Rect foot{flow.x, panel.bottom() - kFoot, flow.width, kFoot};
  const Rect body{flow.x, flow.y, flow.width, foot.y - flow.y};
  const float places = narrow ? 0 : kPlaces + kGap16;
  if (!narrow)
    take(action, draw_places(view, ui, {body.x - kGap8, body.y, kPlaces + kGap8, body.h}));
  const Rect list{body.x + places, body.y, body.w - places + kGap8, body.h};
  if (narrow && view.shows_places)
    take(action, draw_places(view, ui, list));
  else
    take(action, draw_list(view, follows, ui, list));
  ui.fill({panel.x, foot.y, panel.w, 1}, ui.color(Role::Hairline));
  take(action, draw_foot(view, ui, foot));
  ui.pop_opacity();
  const bool of_list = action.kind == Kind::Go || action.kind == Kind::Up ||
                       action.kind == Kind::Open || action.kind == Kind::Choose ||
                       action.kind == Kind::Tick;
  if (of_list) ui.set_focus(kField);  // a click took it away
  if (ui.end_modal()) action = {.kind = Kind::Cancel};
  return action;
}

}  // namespace recto::screens
