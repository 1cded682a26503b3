#include "game/screens/settings/settings_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/controls.h"
#include "game/ui/menu.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = SettingsAction::Kind;

constexpr std::string_view kSearch = "settings.search";
constexpr float kPad = 20;
constexpr float kButtonHeight = 44;
constexpr float kBackupHeight = 60;
constexpr float kWidest = 520;
constexpr float kMostChoices = 6.5F * kTarget;  ///< the rest scrolls; a half one tells so

void take(SettingsAction& action, const SettingsAction& other) {
  if (other.kind != Kind::None) action = other;
}

SettingsAction draw_search(const SettingsView& view, Ui& ui, Flow& flow) {
  std::string text = ui.was_there(kSearch) ? ui.field_text(kSearch) : view.query;
  const bool leaves = ui.has_focus(kSearch) && ui.pressed(Key::Escape);
  if (leaves) {
    text.clear();
    ui.set_focus("");
  }
  const FieldResult typed =
      text_field(ui, kSearch, flow.take(kFieldHeight, kGap24), text, {"Find a setting"});
  if (ui.pressed(U'/') || ui.pressed(U'f', kCtrl)) ui.set_focus(kSearch);
  if (typed.changed || leaves) return {.kind = Kind::Search, .text = text};
  return {};
}

/// Title, one line of meaning, values, and the way back to the default.
SettingsAction draw_row(const SettingRow& row, Ui& ui, Flow& flow) {
  SettingsAction action;
  const std::vector<std::string_view> labels(row.values.begin(), row.values.end());
  const std::string back = "Reset: " + row.usual;
  const ButtonLook reset{back, "", "", Weight::Plain};
  const float inner = flow.width - 2 * kPad;
  const float wide = row.usual.empty() ? 0 : button_width(ui, reset);
  const float meaning = std::ceil(ui.height_of(row.meaning, kBody, inner));
  const float values = segments_height(ui, labels, inner);
  const Rect box = flow.take(kPad + kTarget + 4 + meaning + kGap12 + values + kPad, kGap12);
  ui.fill(box, ui.color(Role::Surface), kButtonRadius);
  ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
  Flow in{box.x + kPad, box.y + kPad, inner};
  const Rect head = in.take(kTarget, 4);
  const std::string title = row.other.empty() ? row.title : row.title + ": " + row.other;
  ui.label({head.x, head.y, head.w - wide, head.h}, title, kBodyBold, ui.color(Role::Text));
  if (wide > 0 &&
      button(ui, "reset." + row.name, {head.right() - wide + kGap12, head.y, wide, head.h}, reset))
    action = {.kind = Kind::Reset, .id = row.id};
  paragraph(ui, "meaning." + row.name, {in.x, in.y}, inner, row.meaning, {.role = Role::Muted});
  in.skip(meaning + kGap12);
  if (const auto pressed = segments(ui, row.name, in.take(values), labels, row.chosen))
    action = {.kind = Kind::Choose, .id = row.id, .index = *pressed};
  return action;
}

SettingsAction draw_backups(const DataLook& data, Ui& ui, Flow& flow) {
  SettingsAction action;
  ui.label(flow.take(28, kGap8), "Backups", kSmallBold, ui.color(Role::Muted));
  if (data.backups.empty())
    flow.skip(note(ui, "backups.none", {flow.x, flow.y}, flow.width, "backup",
                   "They are made by themselves: once a day, and before much changes at once. The "
                   "first one comes with the next start.") +
              kGap12);
  const ButtonLook restore{"Restore", "", "", Weight::Outlined, data.restoring};
  const float wide = button_width(ui, restore);
  for (std::size_t i = 0; i < data.backups.size(); ++i) {
    const BackupLine& backup = data.backups[i];
    const Rect row = flow.take(kBackupHeight, kGap8);
    const float room = row.w - wide - kGap12;
    ui.label({row.x, row.y + 8, room, 22}, backup.made, kBody, ui.color(Role::Text));
    if (!backup.contents.empty())
      ui.label({row.x, row.y + 32, room, 20}, backup.contents, kSmall, ui.color(Role::Muted));
    const Rect place{row.right() - wide, std::round(row.center().y - kTarget / 2), wide, kTarget};
    if (button(ui, "restore." + std::to_string(i + 1), place, restore))
      action = {.kind = Kind::Ask, .index = i};
  }
  return action;
}

SettingsAction draw_data(const SettingsView& view, Ui& ui, Flow& flow) {
  SettingsAction action;
  ui.label(flow.take(28, kGap8), "Data", kSmallBold, ui.color(Role::Muted));
  const ButtonLook copy{"Copy", "", "content_copy"};
  const float wide = button_width(ui, copy);
  const float inner = flow.width - 2 * kPad, room = inner - wide - kGap12;
  const std::string said = "All decks and answers lie in " + view.data.folder;
  const float text = std::ceil(ui.height_of(said, kBody, room));
  const Rect box = flow.take(std::max(text, kButtonHeight) + 2 * kPad, kGap24);
  ui.fill(box, ui.color(Role::Surface), kButtonRadius);
  ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
  paragraph(ui, "data.folder", {box.x + kPad, std::round(box.center().y - text / 2)}, room, said);
  const Rect place{box.right() - kPad - wide, std::round(box.center().y - kButtonHeight / 2), wide,
                   kButtonHeight};
  if (button(ui, "data.copy", place, copy)) action.kind = Kind::CopyFolder;
  take(action, draw_backups(view.data, ui, flow));
  return action;
}

/// The one question that is asked: with verbs on its buttons.
/// Everything, or one deck; arrows go through them.
SettingsAction draw_choices(const std::vector<RestoreChoice>& choices, Ui& ui, const Rect& frame) {
  SettingsAction action;
  const auto here = std::ranges::find(choices, true, &RestoreChoice::chosen);
  auto chosen = static_cast<std::size_t>(here - choices.begin());
  const bool down = ui.stepped(Key::Down), up = !down && ui.stepped(Key::Up);
  if (down || up) {
    chosen = (chosen + (down ? 1 : choices.size() - 1)) % choices.size();
    action = {.kind = Kind::Pick, .index = chosen};
  }
  const Rect content = ui.begin_scroll("restore.choices", frame);
  Flow flow{content.x, content.y, content.w};
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Rect row = flow.take(kTarget);
    if (i == chosen && (down || up)) ui.bring_into_view(row);
    const MenuEntry look{.icon = i == 0 ? "backup" : "library_books",
                         .label = choices[i].title,
                         .chosen = i == chosen,
                         .detail = choices[i].detail};
    if (menu_entry(ui, "restore.choice." + std::to_string(i), row, look))
      action = {.kind = Kind::Pick, .index = i};
  }
  ui.end_scroll(flow.y);
  return action;
}

SettingsAction draw_question(const SettingsView& view, Ui& ui, const Rect& area) {
  SettingsAction action;
  const float width = std::min(kWidest, area.w - kGap32), inner = width - 2 * kGap24;
  const float question = std::ceil(ui.height_of(view.question, kLeadText, inner));
  const float text = std::ceil(ui.height_of(view.consequence, kBody, inner));
  const float rest = kGap24 + question + kGap12 + kGap12 + text + kGap24 + kButtonHeight + kGap24;
  const float wanted = kTarget * static_cast<float>(view.choices.size());
  const float list = std::clamp(area.h - kGap32 - rest, kTarget, std::min(wanted, kMostChoices));
  const float height = rest + list;
  const Rect panel{std::round(area.center().x - width / 2),
                   std::round(area.center().y - height / 2), width, height};
  ui.begin_modal("restore", panel);
  ui.push_opacity(ui.appear("restore", 0.12));
  card(ui, panel);
  Flow flow{panel.x + kGap24, panel.y + kGap24, inner};
  paragraph(ui, "restore.question", {flow.x, flow.y}, inner, view.question, {.style = kLeadText});
  flow.skip(question + kGap12);
  const Rect frame = flow.take(list, kGap12);
  // The rows' own padding stands outside of the column of text.
  action = draw_choices(view.choices, ui, {frame.x - kGap12, frame.y, frame.w + kGap24, frame.h});
  paragraph(ui, "restore.consequence", {flow.x, flow.y}, inner, view.consequence,
            {.role = Role::Muted});
  flow.skip(text + kGap24);
  const Rect row = flow.take(kButtonHeight);
  const ButtonLook yes{"Restore", "Enter", "", Weight::Filled}, no{"Keep what is there", "Esc"};
  const float wide = button_width(ui, yes), narrow = button_width(ui, no);
  if (button(ui, "restore.no", {row.right() - wide - kGap12 - narrow, row.y, narrow, row.h}, no))
    action.kind = Kind::Close;
  if (button(ui, "restore.yes", {row.right() - wide, row.y, wide, row.h}, yes) ||
      ui.pressed(Key::Enter))
    action.kind = Kind::Restore;
  ui.pop_opacity();
  if (ui.end_modal()) action.kind = Kind::Close;
  return action;
}

}  // namespace

SettingsAction draw(const SettingsView& view, Ui& ui, const Rect& area) {
  SettingsAction action;
  if (!view.question.empty()) action = draw_question(view, ui, area);
  Flow flow = column_in(ui.begin_scroll("settings", area));
  flow.skip(kGap32);
  ui.label(flow.take(40, kGap16), "Settings", kPrompt, ui.color(Role::Text));
  take(action, draw_search(view, ui, flow));
  for (const SettingGroup& group : view.groups) {
    ui.label(flow.take(28, kGap8), group.title, kSmallBold, ui.color(Role::Muted));
    for (const SettingRow& row : group.rows)
      take(action, draw_row(row, ui, flow));
    flow.skip(kGap12);
  }
  if (view.shows_data) take(action, draw_data(view, ui, flow));
  if (!view.not_found.empty())
    flow.skip(
        empty_state(ui, {flow.x, flow.y}, flow.width, "search", "Nothing found", view.not_found));
  flow.skip(kGap24);
  ui.end_scroll(flow.y);
  return action;
}

}  // namespace recto::screens
