#include "game/screens/import/import_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = ImportAction::Kind;

constexpr const char* kField = "import.field";
constexpr float kRowPad = 14;
constexpr float kWithKeys = 640;  ///< a column of this width shows keys on its buttons

void take(ImportAction& action, ImportAction other) {
  if (other.kind != Kind::None) action = std::move(other);
}

/// The field for a link or a path, with its button.
ImportAction draw_field(Ui& ui, Flow& flow) {
  ImportAction action;
  const Rect row = flow.take(kFieldHeight, kGap24);
  const bool low = flow.width < kWithKeys;
  const ButtonLook add{"Add", low ? "" : "Enter"};
  const ButtonLook choose{"Open files…", low ? "" : "Ctrl+O", "folder_open"};
  const float add_width = button_width(ui, add);
  const float choose_width = button_width(ui, choose);
  const float width = row.w - add_width - choose_width - 2 * kGap12;
  std::string text = ui.field_text(kField);
  if (!ui.typing() && ui.pressed(U'l')) ui.set_focus(kField);
  const bool submitted =
      text_field(ui, kField, {row.x, row.y, width, row.h}, text, {"A link, or the path of a file"})
          .submitted;
  const Rect place{row.x + width + kGap12, row.y, add_width, row.h};
  if (button(ui, "import.add", place, add) || submitted) action = {Kind::Add, text};
  if (button(ui, "import.choose", {place.right() + kGap12, row.y, choose_width, row.h}, choose))
    action = {Kind::Choose};
  if (action.kind == Kind::Add && !text.empty()) (void)ui.edit(kField, "");
  return action;
}

/// What to do here, in an outlined box that looks like a place to drop something.
ImportAction draw_invitation(Ui& ui, Flow& flow) {
  const ButtonLook paste{"Paste", "Ctrl+V", "content_paste"};
  const float width = button_width(ui, paste);
  const std::string_view words =
      "Drop files or a folder anywhere on this window, or paste text or a link.";
  const bool low = flow.width < 480;
  const float room = flow.width - 56 - kGap16 - (low ? 0 : width + kGap16);
  const float text = ui.height_of(words, kBody, room);
  const float height = std::max(72.0F, std::ceil(text) + 2 * kGap16) + (low ? 56.0F : 0.0F);
  const Rect box = flow.take(height, kGap16);
  ui.outline(box, ui.color(Role::Control), kButtonRadius);
  const float middle = low ? box.center().y - 28 : box.center().y;
  ui.icon({box.x, middle - 28, 56, 56}, "note_add", 24, ui.color(Role::Accent));
  paragraph(ui, "import.invitation", {box.x + 56, std::round(middle - text / 2)}, room, words);
  const Rect place{low ? box.x + 56 : box.right() - width - kGap16,
                   low ? box.bottom() - 56 : std::round(middle - 22), width, 44};
  const bool pasted = button(ui, "import.paste", place, paste);
  return pasted ? ImportAction{Kind::Paste} : ImportAction{};
}

ImportAction draw_line(const ImportLine& line, Ui& ui, Flow& flow) {
  const std::string name = "import.line." + std::to_string(line.id);
  const float room = flow.width - 56 - kGap16 - (line.failed ? 2.0F : 1.0F) * kTarget;
  const float said = ui.height_of(line.said, kSmall, room);
  const Rect row =
      flow.take(kRowPad + 24 + std::ceil(said) + (line.failed ? 0.0F : 12.0F) + kRowPad, kGap8);
  ui.outline(row, ui.color(line.failed ? Role::Bad : Role::Hairline), kButtonRadius);
  ui.icon({row.x, row.y, 56, row.h}, line.failed ? "error_outline" : "hourglass_empty", 22,
          ui.color(line.failed ? Role::Bad : Role::Muted));
  ui.label({row.x + 56, row.y + kRowPad, room, 22}, line.name, kBodyBold, ui.color(Role::Text));
  paragraph(ui, name + ".said", {row.x + 56, row.y + kRowPad + 24}, room, line.said,
            {.style = kSmall, .role = line.failed ? Role::Text : Role::Muted});
  if (!line.failed)
    progress_bar(ui, {row.x + 56, row.bottom() - kRowPad - 4, room, 4}, line.share.value_or(0),
                 line.said);
  const Rect close{row.right() - kTarget - kGap8, std::round(row.center().y - kTarget / 2), kTarget,
                   kTarget};
  ImportAction action;
  if (line.failed &&
      icon_button(ui, name + ".retry", close.moved(-kTarget, 0), "refresh", "Try again"))
    action = {Kind::Retry, {}, line.id};
  if (icon_button(ui, name + ".close", close, "close", line.failed ? "Take it off" : "Cancel"))
    action = {Kind::Cancel, {}, line.id};
  return action;
}

ImportAction draw_draft(const DraftRow& draft, Ui& ui, Flow& flow) {
  const std::string detail = draft.seen.empty() ? draft.detail : draft.seen + " · " + draft.detail;
  const float room = flow.width - kTarget - kGap8;
  const float text = ui.height_of(detail, kSmall, room - 2 * kGap16);
  const Rect row = flow.take(kRowPad + 24 + std::ceil(text) + kRowPad, kGap8);
  const std::string name = "draft." + draft.id;
  ImportAction action;
  const Rect surface{row.x, row.y, room, row.h};
  const Touch touch = ui.touch(name, surface);
  ui.fill(surface, ui.color(touch.hovered ? Role::Hover : Role::Surface), kButtonRadius);
  ui.outline(surface,
             ui.color(touch.ring      ? Role::Focus
                      : touch.hovered ? Role::Accent
                                      : Role::Control),
             kButtonRadius, touch.ring ? 2 : 1);
  const float width = room - 2 * kGap16 - kGap24;
  const bool cut = ui.line({row.x + kGap16, row.y + kRowPad, width, 22}, draft.title, kBodyBold,
                           ui.color(Role::Text));
  ui.lines({row.x + kGap16, row.y + kRowPad + 24}, room - 2 * kGap16, detail, kSmall,
           ui.color(Role::Muted));
  ui.icon({surface.right() - kGap16 - 20, row.y + kRowPad, 24, 22}, "chevron_right", 22,
          ui.color(Role::Muted));
  ui.record({.kind = "deck",
             .name = name,
             .text = draft.title,
             .value = detail,
             .rect = surface,
             .focused = touch.focused,
             .hovered = touch.hovered,
             .cut = cut,
             .focusable = true});
  if (touch.clicked) action = {Kind::Open, draft.id};
  const Rect throw_away{row.right() - kTarget, std::round(row.center().y - kTarget / 2), kTarget,
                        kTarget};
  if (icon_button(ui, name + ".throw", throw_away, "delete", "Throw away"))
    action = {Kind::ThrowAway, draft.id};
  return action;
}

ImportAction draw_drafts(const ImportView& view, Ui& ui, Flow& flow) {
  ImportAction action;
  flow.skip(kGap8);
  ui.label(flow.take(28, kGap8), "Waiting to be looked through", kLead, ui.color(Role::Text));
  for (const DraftRow& draft : view.drafts)
    take(action, draw_draft(draft, ui, flow));
  if (view.drafts.empty())
    flow.skip(paragraph(ui, "import.none", {flow.x, flow.y}, flow.width,
                        "An article’s cards wait here until you have looked through them and saved "
                        "what you keep.",
                        {.role = Role::Muted}) +
              kGap12);
  if (view.thrown_away.empty()) return action;
  const ButtonLook undo{"Undo"};
  const float width = button_width(ui, undo);
  const Rect row = flow.take(kTarget, kGap8);
  const std::string said = "Thrown away: " + view.thrown_away;
  ui.label({row.x, row.y, row.w - width - kGap12, row.h},
           ui.elided(said, kBody, row.w - width - kGap12), kBody, ui.color(Role::Muted));
  if (button(ui, "import.undo", {row.right() - width, row.y, width, row.h}, undo) ||
      ui.pressed(U'z', kCtrl))
    action = {Kind::BringBack};
  return action;
}

}  // namespace

ImportAction draw(const ImportView& view, Ui& ui, const Rect& area) {
  ImportAction action;
  Flow flow = column_in(ui.begin_scroll("import", area));
  flow.skip(kGap32);
  ui.label(flow.take(40, kGap16), "Import", kPrompt, ui.color(Role::Text));
  take(action, draw_invitation(ui, flow));
  take(action, draw_field(ui, flow));
  for (const ImportLine& line : view.lines)
    take(action, draw_line(line, ui, flow));
  take(action, draw_drafts(view, ui, flow));
  flow.skip(kGap24);
  ui.end_scroll(flow.y);
  if (!ui.typing() && ui.pressed(U'v', kCtrl)) action = {Kind::Paste};
  return action;
}

}  // namespace recto::screens
