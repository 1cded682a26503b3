// Fields to type in: of one line, and of many.
#include <algorithm>
#include <cmath>

#include "game/ui/widget_parts.h"
#include "game/ui/widgets.h"

namespace recto::ui {
namespace {

constexpr float kFieldPad = 14;
constexpr float kAreaPad = 12;

bool apply_command(Ui& ui, TextEdit& edit, const Stroke& stroke) {
  switch (stroke.character) {
    case U'a': edit.select_all(); return true;
    case U'c':
      if (!edit.selected().empty()) ui.copy(std::string(edit.selected()));
      return true;
    case U'x':
      if (edit.selected().empty()) return true;
      ui.copy(std::string(edit.selected()));
      edit.erase_back();
      return true;
    case U'v': edit.insert(ui.pasted()); return true;
    case U'z': return edit.undo();
    default: return false;
  }
}

/// What a key does to the text; false when the field has no use for it.
bool apply_stroke(Ui& ui, TextEdit& edit, const Stroke& stroke) {
  using Step = TextEdit::Step;
  if (stroke.mods.alt) return false;
  const auto select = stroke.mods.shift ? TextEdit::Select::Yes : TextEdit::Select::No;
  const Step step = stroke.mods.ctrl ? Step::Word : Step::Character;
  switch (stroke.key) {
    case Key::Backspace: edit.erase_back(step); return true;
    case Key::Delete: edit.erase_ahead(step); return true;
    case Key::Left: edit.move_left(step, select); return true;
    case Key::Right: edit.move_right(step, select); return true;
    case Key::Home: edit.move_left(Step::All, select); return true;
    case Key::End: edit.move_right(Step::All, select); return true;
    default: break;
  }
  if (stroke.mods.ctrl) {
    Stroke by_place = stroke;  // Ctrl+C on a keyboard of another script
    if (stroke.character > 0x7F) by_place.character = stroke.us_character;
    return !stroke.mods.shift && apply_command(ui, edit, by_place);
  }
  if (stroke.text.empty()) return false;
  edit.insert(stroke.text);
  return true;
}

FieldResult apply_strokes(Ui& ui, TextEdit& edit) {
  FieldResult result;
  const std::string before = edit.text();
  for (Stroke& stroke : ui.take_strokes()) {
    if (stroke.key == Key::Enter && !stroke.repeat)
      (stroke.mods.ctrl ? result.skipped : result.submitted) = true;
    else if (!apply_stroke(ui, edit, stroke))
      ui.give_back(std::move(stroke));
  }
  result.changed = edit.text() != before;
  return result;
}

/// Up and down keep to the place on the screen, not to the number of letters.
void move_by_line(Ui& ui, TextEdit& edit, const Stroke& stroke, const TextStyle& style,
                  float width) {
  const auto select = stroke.mods.shift ? TextEdit::Select::Yes : TextEdit::Select::No;
  const Rect cursor = ui.cursor_at(edit.text(), style, width, edit.cursor());
  const float y = cursor.center().y + (stroke.key == Key::Up ? -cursor.h : cursor.h);
  const bool outside = y < 0 || y > ui.height_of(edit.text(), style, width);
  if (!outside) edit.move_to(ui.byte_at(edit.text(), style, width, {cursor.x, y}), select);
}

FieldResult apply_area_strokes(Ui& ui, TextEdit& edit, const TextStyle& style, float width) {
  FieldResult result;
  const std::string before = edit.text();
  for (Stroke& stroke : ui.take_strokes()) {
    if (stroke.key == Key::Enter && stroke.mods.ctrl && !stroke.repeat)
      result.submitted = true;
    else if (stroke.key == Key::Enter)
      edit.insert("\n");
    else if (stroke.key == Key::Up || stroke.key == Key::Down)
      move_by_line(ui, edit, stroke, style, width);
    else if (!apply_stroke(ui, edit, stroke))
      ui.give_back(std::move(stroke));
  }
  result.changed = edit.text() != before;
  return result;
}

/// The mouse sets the cursor, selects words and what it is drawn over. `corner`: of the text;
/// `width` 0 for a line.
void click_in_field(Ui& ui, TextEdit& edit, const Touch& touch, const TextStyle& style, Vec corner,
                    float width) {
  if (!touch.held && !touch.pressed && !touch.released) return;
  const Vec mouse = ui.mouse();
  const std::size_t at =
      ui.byte_at(edit.text(), style, width, {mouse.x - corner.x, mouse.y - corner.y});
  if (touch.pressed && ui.double_clicked())
    edit.select_word(at);
  else if (touch.pressed)
    edit.move_to(at);
  else if (at != edit.cursor() && !ui.double_clicked())
    edit.move_to(at, TextEdit::Select::Yes);
}

void paint_frame(Ui& ui, const Rect& rect, bool focused) {
  ui.fill(rect, ui.color(Role::Field), kFieldRadius);
  ui.outline(rect, ui.color(focused ? Role::Accent : Role::Control), kFieldRadius, focused ? 2 : 1);
}

void paint_text(Ui& ui, const TextEdit& edit, const Rect& inner, bool focused, float shift,
                const TextStyle& style) {
  const float left = inner.x - shift;
  const auto [begin, end] = edit.selection();
  const float line = text_height(style);
  const float top = std::round(inner.center().y - line / 2);
  if (focused && begin != end) {
    const float from = ui.x_of(edit.text(), style, begin), to = ui.x_of(edit.text(), style, end);
    ui.fill({left + std::min(from, to), top, std::abs(to - from), line}, ui.color(Role::Selection));
  }
  const float width = ui.width_of(edit.text(), style) + 2;
  ui.line({left, inner.y, width, inner.h}, edit.text(), style, ui.color(Role::Text));
  if (focused)
    ui.fill({left + ui.x_of(edit.text(), style, edit.cursor()), top, 1.5F, line},
            ui.color(Role::Accent));
}

void record_field(Ui& ui, std::string_view id, const FieldLook& look, const Rect& rect,
                  const Touch& touch, const std::string& text) {
  Recorded widget = entry("field", id, look.placeholder, rect, touch);
  widget.value = text;
  ui.record(std::move(widget));
}

}  // namespace

FieldResult text_field(Ui& ui, std::string_view id, const Rect& rect, std::string& text,
                       const FieldLook& look) {
  if (look.takes_focus && !ui.was_there(id)) ui.set_focus(id);
  const Touch touch = ui.touch(id, rect, Focusable::Field, Cursor::Text);
  TextEdit& edit = ui.edit(id, text);
  FieldResult result;
  if (touch.focused) result = apply_strokes(ui, edit);
  const Rect inner = rect.inset(kFieldPad, 1);
  // The text moves left as far as its cursor needs to be seen.
  const float shift = std::max(0.0F, ui.x_of(edit.text(), look.style, edit.cursor()) + 2 - inner.w);
  click_in_field(ui, edit, touch, look.style, {inner.x - shift, inner.y}, 0);
  paint_frame(ui, rect, touch.focused);
  ui.push_clip(inner);
  if (edit.text().empty()) ui.line(inner, look.placeholder, look.style, ui.color(Role::Muted));
  paint_text(ui, edit, inner, touch.focused, shift, look.style);
  ui.pop_clip();
  text = edit.text();
  record_field(ui, id, look, rect, touch, text);
  return result;
}

float area_height(Ui& ui, std::string_view text, float width, const FieldLook& look) {
  return std::ceil(ui.height_of(text, look.style, width - 2 * kFieldPad)) + 2 * kAreaPad;
}

FieldResult text_area(Ui& ui, std::string_view id, const Rect& rect, std::string& text,
                      const FieldLook& look) {
  if (look.takes_focus && !ui.was_there(id)) ui.set_focus(id);
  const Touch touch = ui.touch(id, rect, Focusable::Field, Cursor::Text);
  TextEdit& edit = ui.edit(id, text, TextEdit::Lines::Many);
  const Rect inner = rect.inset(kFieldPad, kAreaPad);
  FieldResult result;
  if (touch.focused) result = apply_area_strokes(ui, edit, look.style, inner.w);
  click_in_field(ui, edit, touch, look.style, {inner.x, inner.y}, inner.w);
  paint_frame(ui, rect, touch.focused);
  const auto [begin, end] = edit.selection();
  const Range chosen = touch.focused ? Range{begin, end} : Range{};
  if (edit.text().empty())
    ui.lines({inner.x, inner.y}, inner.w, look.placeholder, look.style, ui.color(Role::Muted));
  ui.lines({inner.x, inner.y}, inner.w, edit.text(), look.style, ui.color(Role::Text),
           {.chosen = chosen});
  if (touch.focused) {
    const Rect cursor = ui.cursor_at(edit.text(), look.style, inner.w, edit.cursor());
    const Rect caret{inner.x + cursor.x, inner.y + cursor.y, 1.5F, cursor.h};
    ui.fill(caret, ui.color(Role::Accent));
    if (result.changed) ui.bring_into_view(caret);
  }
  if (edit.text() != text) ui.redraw_in(0);  // as tall as it is now
  text = edit.text();
  record_field(ui, id, look, rect, touch, text);
  return result;
}

}  // namespace recto::ui
