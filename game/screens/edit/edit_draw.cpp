#include "game/screens/edit/edit_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;

constexpr float kWidest = 640;
constexpr float kTop = 72, kBottom = 80;  ///< the title, the buttons
constexpr float kLabel = 24;
constexpr float kButtonHeight = 44;

std::string name_of(const EditView& view, std::size_t field) {
  return "edit." + std::to_string(field + 1) + "." + view.card;
}

/// As they are being typed.
std::vector<std::string> texts_of(const EditView& view, const Ui& ui) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < view.fields.size(); ++i)
    texts.push_back(ui.was_there(name_of(view, i)) ? ui.field_text(name_of(view, i))
                                                   : view.fields[i].text);
  return texts;
}

float content_height(const EditView& view, const std::vector<std::string>& texts, Ui& ui,
                     float width) {
  float height = 0;
  for (const std::string& text : texts)
    height += kLabel + area_height(ui, text, width) + kGap16;
  if (!view.problem.empty()) height += ui.height_of(view.problem, kBodyBold, width) + kGap16;
  return height;
}

EditAction draw_fields(const EditView& view, std::vector<std::string>& texts, Ui& ui,
                       const Rect& frame) {
  EditAction action;
  const Rect content = ui.begin_scroll("edit.fields", frame);
  Flow flow{content.x + kGap24, content.y, content.w - 2 * kGap24};
  for (std::size_t i = 0; i < view.fields.size(); ++i) {
    ui.label(flow.take(kLabel), view.fields[i].label, kSmall, ui.color(Role::Muted));
    const Rect rect = flow.take(area_height(ui, texts[i], flow.width), kGap16);
    if (text_area(ui, name_of(view, i), rect, texts[i], {"", i == 0}).submitted)
      action.kind = EditAction::Kind::Save;
  }
  if (!view.problem.empty())
    flow.skip(paragraph(ui, "edit.problem", {flow.x, flow.y}, flow.width, view.problem,
                        {.style = kBodyBold, .role = Role::Bad}) +
              kGap16);
  ui.end_scroll(flow.y);
  return action;
}

EditAction draw_buttons(const EditView& view, Ui& ui, const Rect& row) {
  const ButtonLook save{view.is_last ? "Save" : "Save, next one", "Ctrl+Enter", "", Weight::Filled};
  const ButtonLook close{view.is_last ? "Close" : "Skip", "Esc"};
  const float wide = button_width(ui, save), narrow = button_width(ui, close);
  const float top = std::round(row.center().y - kButtonHeight / 2);
  const float right = row.right() - kGap24;
  EditAction action;
  if (button(ui, "edit.close", {right - wide - kGap12 - narrow, top, narrow, kButtonHeight}, close))
    action.kind = EditAction::Kind::Close;
  if (button(ui, "edit.save", {right - wide, top, wide, kButtonHeight}, save) ||
      ui.pressed(Key::Enter, kCtrl))
    action.kind = EditAction::Kind::Save;
  return action;
}

}  // namespace

EditAction draw(const EditView& view, Ui& ui, const Rect& area) {
  std::vector<std::string> texts = texts_of(view, ui);
  const float width = std::min(kWidest, area.w - kGap32);
  const float content = content_height(view, texts, ui, width - 2 * kGap24);
  const float height = std::round(std::min(content + kTop + kBottom, area.h - kGap32));
  const Rect panel{std::round(area.center().x - width / 2),
                   std::round(area.center().y - height / 2), width, height};
  ui.begin_modal("edit", panel);
  ui.push_opacity(ui.appear("edit", 0.12));
  card(ui, panel);
  ui.label({panel.x + kGap24, panel.y + kGap16, panel.w - 2 * kGap24, kTarget}, view.title, kLead,
           ui.color(Role::Text));
  const Rect frame{panel.x, panel.y + kTop, panel.w, panel.h - kTop - kBottom};
  EditAction action = draw_fields(view, texts, ui, frame);
  const EditAction pressed = draw_buttons(view, ui, {panel.x, frame.bottom(), panel.w, kBottom});
  if (pressed.kind != EditAction::Kind::None) action = pressed;
  ui.pop_opacity();
  if (ui.end_modal()) action.kind = EditAction::Kind::Close;
  action.texts = std::move(texts);
  return action;
}

}  // namespace recto::screens
