#include "game/ui/widgets.h"

#include <algorithm>
#include <cmath>

#include "game/ui/breaks.h"
#include "game/ui/widget_parts.h"

namespace recto::ui {
namespace {

constexpr float kCapHeight = 22;
constexpr float kCapPad = 7;
constexpr float kButtonPad = 20;
constexpr float kIconRoom = 28;
constexpr float kOptionPad = 16;
constexpr float kOptionText = 52;  ///< where the text of an option begins, behind its key

}  // namespace

Flow column_in(const Rect& area, float widest) {
  const float margin = area.w < 640 ? kGap16 : kGap32;
  const float width = std::min(widest, area.w - 2 * margin);
  return {std::round(area.x + (area.w - width) / 2), area.y, width};
}

bool nav_item(Ui& ui, std::string_view id, const Rect& rect, std::string_view icon,
              std::string_view label, bool current, bool icon_only) {
  const Touch touch = ui.touch(id, rect);
  if (current || touch.hovered)
    ui.fill(rect, ui.color(current ? Role::Surface : Role::Hover), kFieldRadius);
  const Color ink = ui.color(current ? Role::Text : Role::Muted);
  const float room = icon_only ? rect.w : 44;
  ui.icon({rect.x, rect.y, room, rect.h}, icon, 22, ui.color(current ? Role::Accent : Role::Muted));
  bool cut = false;
  if (!icon_only)
    cut = ui.line({rect.x + room, rect.y, rect.w - room - kGap8, rect.h}, label,
                  current ? kBodyBold : kBody, ink);
  ring(ui, touch, rect, kFieldRadius);
  Recorded widget = entry("nav", id, label, rect, touch);
  if (current) widget.value = "current";
  widget.cut = cut;
  ui.record(std::move(widget));
  return touch.clicked;
}

float key_cap_width(Ui& ui, std::string_view key) {
  return std::max(kCapHeight, std::ceil(ui.width_of(key, kSmall)) + 2 * kCapPad);
}

float key_cap(Ui& ui, Vec left_middle, std::string_view key, Color ink, Color edge) {
  const Rect rect{left_middle.x, std::round(left_middle.y - kCapHeight / 2), key_cap_width(ui, key),
                  kCapHeight};
  ui.outline(rect, edge, 6);
  ui.line(rect, key, kSmall, ink, Align::Center);
  return rect.w;
}

float button_width(Ui& ui, const ButtonLook& look) {
  float width = std::ceil(ui.width_of(look.label, kBodyBold)) + 2 * kButtonPad;
  if (!look.icon.empty()) width += kIconRoom;
  if (!look.key.empty()) width += key_cap_width(ui, look.key) + kGap12;
  return width;
}

bool button(Ui& ui, std::string_view id, const Rect& rect, const ButtonLook& look) {
  const Touch touch = look.disabled ? Touch{} : ui.touch(id, rect);
  const bool filled = look.weight == Weight::Filled && !look.disabled;
  Color ink = ui.color(filled ? Role::OnAccent : look.disabled ? Role::Muted : Role::Text);
  if (filled)
    ui.fill(rect, ui.color(touch.hovered ? Role::AccentHover : Role::Accent), kButtonRadius);
  else if (look.weight != Weight::Plain || touch.hovered)
    ui.fill(rect, surface_of(ui, touch), kButtonRadius);
  if (!filled && look.weight != Weight::Plain)
    ui.outline(rect, ui.color(look.disabled ? Role::Hairline : Role::Control), kButtonRadius);
  if (look.weight == Weight::Plain && !look.disabled) ink = ui.color(Role::Accent);
  const float content = button_width(ui, look) - 2 * kButtonPad;
  float x = std::round(rect.x + std::max(kGap8, (rect.w - content) / 2));
  if (!look.icon.empty()) {
    ui.icon({x, rect.y, 20, rect.h}, look.icon, 20, ink);
    x += kIconRoom;
  }
  const float label =
      std::min(std::ceil(ui.width_of(look.label, kBodyBold)), rect.right() - kGap8 - x);
  const bool cut = ui.line({x, rect.y, label, rect.h}, look.label, kBodyBold, ink);
  if (!look.key.empty())
    key_cap(ui, {x + label + kGap12, rect.center().y}, look.key,
            filled ? ink : ui.color(Role::Muted), filled ? ink : ui.color(Role::Hairline));
  ring(ui, touch, rect, kButtonRadius);
  Recorded widget = entry("button", id, look.label, rect, touch);
  widget.cut = cut;
  widget.disabled = look.disabled;
  widget.focusable = !look.disabled;
  ui.record(std::move(widget));
  return touch.clicked;
}

bool icon_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view icon,
                 std::string_view label) {
  const Touch touch = ui.touch(id, rect);
  if (touch.hovered)
    ui.fill(rect, ui.color(touch.held ? Role::Pressed : Role::Hover), kFieldRadius);
  ui.icon(rect, icon, 22, ui.color(touch.hovered ? Role::Text : Role::Muted));
  ring(ui, touch, rect, kFieldRadius);
  ui.record(entry("button", id, label, rect, touch));
  return touch.clicked;
}

bool rating_button(Ui& ui, std::string_view id, const Rect& rect, const RatingButtonLook& look) {
  const Touch touch = ui.touch(id, rect);
  const bool filled = look.suggested;
  draw_pressable(ui, touch, rect, filled, kButtonRadius);
  const Color soft = ui.color(filled ? Role::OnAccent : Role::Muted);
  const Color name = ui.color(filled ? Role::OnAccent : look.role);
  const bool low = rect.h < kRatingHeight;
  ui.line({rect.x + kGap12, rect.y + kGap8, kGap16, 20}, look.key, kSmall, soft);
  const bool timed = !look.interval.empty();
  const float name_top = timed ? kGap8 : low ? (rect.h - 20) / 2 : 24;
  bool cut = ui.line({rect.x + kGap8, rect.y + name_top, rect.w - kGap16, 20}, look.name, kBodyBold,
                     name, Align::Center);
  cut |= ui.line({rect.x + 4, rect.y + 32, rect.w - 8, 24}, look.interval, kLead,
                 ui.color(filled ? Role::OnAccent : Role::Text), Align::Center);
  if (!low)
    cut |= ui.line({rect.x + 4, rect.y + (timed ? 59.0F : 48.0F), rect.w - 8, 20}, look.meaning,
                   kSmall, soft, Align::Center);
  ring(ui, touch, rect, kButtonRadius);
  Recorded widget = entry("rating", id, look.name, rect, touch);
  widget.cut = cut;
  widget.value = std::string(look.interval) + (filled ? " suggested" : "");
  ui.record(std::move(widget));
  return touch.clicked;
}

namespace {

/// What an option's text gets of its width: the key stands before it, sign and word behind.
float option_room(Ui& ui, const OptionButtonLook& look, float width) {
  const float said = look.said.empty() ? 0 : std::ceil(ui.width_of(look.said, kSmallBold)) + kGap8;
  return width - kOptionText - kOptionPad - kIconRoom - said;
}

}  // namespace

float option_height(Ui& ui, const OptionButtonLook& look, float width) {
  const float text = std::ceil(ui.height_of(look.text, look.style, option_room(ui, look, width)));
  const float pad = look.answered ? kGap12 : kOptionPad;
  return std::max(look.answered ? 44.0F : 52.0F, text + 2 * pad);
}

bool option_button(Ui& ui, std::string_view id, const Rect& rect, const OptionButtonLook& look) {
  using Mark = OptionButtonLook::Mark;
  const Touch touch = look.answered ? Touch{} : ui.touch(id, rect);
  const bool marked = look.mark == Mark::Right || look.mark == Mark::Wrong;
  const Color sign = ui.color(look.mark == Mark::Right ? Role::Good : Role::Bad);
  if (!look.answered) ui.fill(rect, surface_of(ui, touch), kButtonRadius);
  ui.outline(rect, marked ? sign : ui.color(look.answered ? Role::Hairline : Role::Control),
             kButtonRadius, marked ? 2 : 1);
  const Color ink = ui.color(look.mark == Mark::Dim ? Role::Muted : Role::Text);
  key_cap(ui, {rect.x + kOptionPad, rect.center().y}, look.key, ui.color(Role::Muted),
          ui.color(Role::Hairline));
  const float room = option_room(ui, look, rect.w);
  const float height = ui.height_of(look.text, look.style, room);
  ui.lines({rect.x + kOptionText, std::round(rect.center().y - height / 2)}, room, look.text,
           look.style, ink);
  if (marked) {
    const Rect end{rect.right() - kOptionPad - 24, rect.y, 24, rect.h};
    ui.icon(end, look.mark == Mark::Right ? "check" : "close", 22, sign);
    ui.line({rect.x, rect.y, end.x - 4 - rect.x, rect.h}, look.said, kSmallBold, sign,
            Align::Right);
  }
  ring(ui, touch, rect, kButtonRadius);
  Recorded widget = entry("option", id, look.text, rect, touch);
  widget.value = look.mark == Mark::Right ? "right" : look.mark == Mark::Wrong ? "wrong" : "";
  widget.disabled = look.answered;
  widget.focusable = !look.answered;
  ui.record(std::move(widget));
  return touch.clicked;
}

void card(Ui& ui, const Rect& rect) {
  ui.shadow(rect, kCardRadius);
  ui.fill(rect, ui.color(Role::Surface), kCardRadius);
  ui.outline(rect, ui.color(Role::Hairline), kCardRadius);
  ui.record(plain_entry("card", "", rect));
}

namespace {

/// Word under a byte, for the second click of a double click.
Range word_at(std::string_view text, std::size_t at) {
  const auto words = breaks_of(text, Breaks::Word);
  const auto next = std::upper_bound(words.begin(), words.end(), at);
  if (next == words.end()) return {};
  return {next == words.begin() ? 0 : *(next - 1), *next};
}

void choose_text(Ui& ui, std::string_view id, Vec top_left, float width, std::string_view text,
                 const TextStyle& style, const Touch& touch) {
  if (!touch.held && !touch.pressed && !touch.released) return;
  const Vec mouse = ui.mouse();
  const std::size_t at =
      ui.byte_at(text, style, width, {mouse.x - top_left.x, mouse.y - top_left.y});
  if (touch.pressed && ui.double_clicked()) {
    const Range word = word_at(text, at);
    ui.select(id, word.begin, word.end);
  } else if (touch.pressed) {
    ui.select(id, at, at);
  } else if (!ui.double_clicked()) {
    ui.select(id, ui.selection_anchor(), at);
  }
}

}  // namespace

float paragraph(Ui& ui, std::string_view id, Vec top_left, float width, std::string_view text,
                const ParagraphLook& look) {
  return touchable_paragraph(ui, id, top_left, width, text, look).height;
}

ParagraphTouch touchable_paragraph(Ui& ui, std::string_view id, Vec top_left, float width,
                                   std::string_view text, const ParagraphLook& look) {
  const float height = ui.height_of(text, look.style, width);
  const Rect rect{top_left.x, top_left.y, width, height};
  const Touch touch = ui.touch(id, rect, Focusable::No, Cursor::Text);
  if (look.align == Align::Left) choose_text(ui, id, top_left, width, text, look.style, touch);
  if (touch.right_clicked && ui.selected(id).empty()) ui.select(id, 0, text.size());
  const Range chosen = ui.selected(id);
  if (!chosen.empty() && chosen.end <= text.size() &&
      (touch.right_clicked || ui.pressed(U'c', kCtrl)))
    ui.copy(std::string(text.substr(chosen.begin, chosen.end - chosen.begin)));
  ui.lines(top_left, width, text, look.style, ui.color(look.role),
           {look.marked, chosen, look.underlined, look.underline, look.align});
  Recorded widget = plain_entry("paragraph", text, rect);
  widget.name = id;
  widget.hovered = touch.hovered;
  if (!look.marked.empty() && look.marked.end <= text.size())
    widget.value = text.substr(look.marked.begin, look.marked.end - look.marked.begin);
  ui.record(std::move(widget));
  ParagraphTouch result{height, {}};
  const Vec mouse = ui.mouse();
  if (touch.clicked && chosen.empty())
    result.clicked = ui.byte_at(text, look.style, width, {mouse.x - rect.x, mouse.y - rect.y});
  return result;
}

void progress_bar(Ui& ui, const Rect& rect, float share, std::string_view said) {
  const float radius = rect.h / 2;
  ui.fill(rect, ui.color(Role::Track), radius);
  const float done = std::round(rect.w * std::clamp(share, 0.0F, 1.0F));
  if (done > 0)
    ui.fill({rect.x, rect.y, std::max(done, rect.h), rect.h}, ui.color(Role::Accent), radius);
  Recorded widget = plain_entry("progress", said, rect);
  widget.value = std::to_string(std::lround(share * 100)) + " %";
  ui.record(std::move(widget));
}

namespace {

/// A count in a soft pill: "12 due". Returns its left edge.
float count_pill(Ui& ui, float right, float middle, const std::string& text, Role role) {
  const float width = std::ceil(ui.width_of(text, kSmallBold)) + 20;
  const Rect pill{right - width, middle - 13, width, 26};
  ui.outline(pill, ui.color(Role::Hairline), 13);
  ui.line(pill, text, kSmallBold, ui.color(role), Align::Center);
  return pill.x;
}

}  // namespace

bool deck_row(Ui& ui, std::string_view id, const Rect& rect, const DeckRowLook& look) {
  const Touch touch = ui.touch(id, rect);
  ui.fill(rect, surface_of(ui, touch), kButtonRadius);
  ui.outline(rect, ui.color(touch.hovered ? Role::Accent : Role::Hairline), kButtonRadius);
  const float middle = rect.center().y;
  float right = rect.right() - kGap16;
  ui.icon({right - 20, rect.y, 24, rect.h}, "chevron_right", 22, ui.color(Role::Muted));
  right -= 20 + kGap12;
  if (look.fresh > 0)
    right =
        count_pill(ui, right, middle, std::to_string(look.fresh) + " new", Role::Accent) - kGap8;
  if (look.learning > 0)
    right = count_pill(ui, right, middle, std::to_string(look.learning) + " learning", Role::Text) -
            kGap8;
  if (look.due > 0)
    right = count_pill(ui, right, middle, std::to_string(look.due) + " due", Role::Text) - kGap8;
  if (look.due == 0 && look.fresh == 0 && look.learning == 0) {
    ui.icon({right - 22, rect.y, 22, rect.h}, "check", 20, ui.color(Role::Good));
    right -= 22 + kGap8;
  }
  const float left = rect.x + 20;
  const float room = right - kGap8 - left;
  const bool cut =
      ui.line({left, rect.y + 14, room, 24}, look.title, kBodyBold, ui.color(Role::Text));
  const std::string detail = std::string(look.plan) + " · " + std::string(look.detail);
  ui.line({left, rect.y + 40, room, 20}, detail, kSmall, ui.color(Role::Muted));
  ring(ui, touch, rect, kButtonRadius);
  Recorded widget = entry("deck", id, look.title, rect, touch);
  widget.value = look.plan;
  widget.cut = cut;
  ui.record(std::move(widget));
  return touch.clicked;
}

float empty_state(Ui& ui, Vec top_left, float width, std::string_view icon, std::string_view title,
                  std::string_view advice) {
  Flow flow{top_left.x, top_left.y, width};
  ui.icon(flow.take(56, kGap12), icon, 48, ui.color(Role::Control));
  ui.label(flow.take(32, kGap8), title, kTitle, ui.color(Role::Text), Align::Center);
  const float text = std::min(width, 460.0F);
  flow.skip(paragraph(ui, "empty.advice", {flow.x + (width - text) / 2, flow.y}, text, advice,
                      {.role = Role::Muted, .align = Align::Center}));
  return flow.y - top_left.y;
}

namespace {

/// A part of the message that can be pressed.
bool toast_part(Ui& ui, std::string_view id, const Rect& rect, std::string_view label) {
  const Touch touch = ui.touch(id, rect);
  if (touch.ring) ui.outline(rect.inset(4, 4), ui.color(Role::ToastAction), kFieldRadius, kRing);
  ui.record(entry("button", id, label, rect, touch));
  return touch.clicked;
}

}  // namespace

namespace {

// Parts of a toast, from left to right; `kMargin` is the air below it.
constexpr float kToastSign = 32, kToastAction = 84, kToastClose = 40, kToastMargin = kGap12;

/// Where a toast stands, and its text in it.
struct ToastPlace {
  Rect rect;
  float room = 0;   ///< width of the text
  float close = 0;  ///< width of the right end
  float text = 0;   ///< height of the text
};

ToastPlace place_of(Ui& ui, const Rect& area, const ToastLook& look) {
  constexpr float kLeast = 48, kWidest = 640;
  ToastPlace place;
  place.close = look.can_dismiss ? kToastClose + 4 : kGap12;
  const float sides = 20 + (look.icon.empty() ? 0 : kToastSign) +
                      (look.action.empty() ? 0 : kToastAction) + place.close + kGap8;
  const float wanted = std::ceil(ui.width_of(look.text, kBody)) + 2 + sides;
  const float width = std::min({area.w - 2 * kGap16, kWidest, wanted});
  place.room = width - sides;
  place.text = ui.height_of(look.text, kBody, place.room);
  const float height = std::max(kLeast, std::ceil(place.text) + kGap24);
  place.rect = {std::round(area.x + (area.w - width) / 2), area.bottom() - height - kToastMargin,
                width, height};
  return place;
}

}  // namespace

float toast_height(Ui& ui, const Rect& area, const ToastLook& look) {
  return place_of(ui, area, look).rect.h + kToastMargin;
}

ToastResult toast(Ui& ui, const Rect& area, const ToastLook& look) {
  const auto [rect, room, close, text] = place_of(ui, area, look);
  ui.begin_overlay("toast", rect);
  ui.shadow(rect, kButtonRadius);
  ui.fill(rect, ui.color(Role::Toast), kButtonRadius);
  const Color ink = ui.color(Role::OnToast);
  float x = rect.x + 20;
  if (!look.icon.empty()) {
    ui.icon({x - 4, rect.y, 24, rect.h}, look.icon, 22, ink);
    x += kToastSign;
  }
  ui.lines({x, std::floor(rect.center().y - text / 2)}, room, look.text, kBody, ink);
  ui.record(plain_entry("message", look.text, {x, rect.y, room, rect.h}));
  ToastResult result = ToastResult::None;
  const float top = rect.y + (rect.h - kTarget) / 2;
  if (!look.action.empty()) {
    const Rect part{rect.right() - close - kToastAction, top, kToastAction, kTarget};
    ui.line(part, look.action, kBodyBold, ui.color(Role::ToastAction), Align::Center);
    if (toast_part(ui, "toast.action", part, look.action)) result = ToastResult::Action;
  }
  if (look.can_dismiss) {
    const Rect part{rect.right() - close, top, kToastClose, kTarget};
    ui.icon(part, "close", 20, ink);
    if (toast_part(ui, "toast.close", part, "Dismiss")) result = ToastResult::Dismiss;
  }
  ui.end_overlay();
  return result;
}

void key_hints(Ui& ui, const Rect& rect, std::span<const KeyHint> hints) {
  constexpr float kBetween = 20, kInside = 8;
  float width = -kBetween;
  for (const KeyHint& hint : hints)
    width += key_cap_width(ui, hint.key) + kInside + std::ceil(ui.width_of(hint.does, kSmall)) +
             kBetween;
  float x = std::round(rect.x + std::max(0.0F, (rect.w - width) / 2));
  std::string said;
  for (const KeyHint& hint : hints) {
    const float words = std::ceil(ui.width_of(hint.does, kSmall));
    const float next = x + key_cap_width(ui, hint.key) + kInside + words;
    if (next > rect.right() + 1) break;  // the last ones are the least important
    x += key_cap(ui, {x, rect.center().y}, hint.key, ui.color(Role::Muted),
                 ui.color(Role::Hairline)) +
         kInside;
    ui.line({x, rect.y, words + 1, rect.h}, hint.does, kSmall, ui.color(Role::Muted));
    x += words + kBetween;
    said.append(said.empty() ? "" : " · ").append(hint.key).append(" ").append(hint.does);
  }
  ui.record(plain_entry("hint", said, rect));
}

}  // namespace recto::ui
