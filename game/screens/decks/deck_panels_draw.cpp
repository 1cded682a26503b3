#include "game/screens/decks/deck_panels_draw.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/ui/menu.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = DecksAction::Kind;
using Panel = DeckPanel::Kind;
using study::Answering;

constexpr float kMenu = 320;
constexpr float kWidest = 520;
constexpr float kWays = 460;
constexpr float kButtonHeight = 44;

Rect in_the_middle(const Rect& area, float width, float height) {
  width = std::min(width, area.w - kGap32);
  return {std::round(area.center().x - width / 2), std::round(area.center().y - height / 2), width,
          height};
}

DecksAction draw_menu(const DeckPanel& panel, Ui& ui, const Rect& area) {
  struct Row {
    MenuEntry entry;
    DecksAction action;
  };
  const auto opens = [&](Panel kind) {
    return DecksAction{.kind = Kind::Open, .deck = panel.deck, .panel = kind};
  };
  const std::array rows = {
      Row{{"school", "Study", "S", U's'}, {.kind = Kind::Study, .deck = panel.deck}},
      Row{{"edit", "Rename", "R", U'r'}, opens(Panel::Rename)},
      Row{{"event", "I need this by …", "D", U'd'}, opens(Panel::Exam)},
      Row{{"keyboard", "Ways of answering", "W", U'w'}, opens(Panel::Answering)},
      Row{{"delete", "Delete", "Del", 0}, {.kind = Kind::Delete, .deck = panel.deck}}};
  std::vector<MenuEntry> entries;
  entries.reserve(rows.size());
  for (const Row& row : rows)
    entries.push_back(row.entry);
  const Rect rect = in_the_middle(area, kMenu, menu_height(panel.title, entries));
  const MenuResult result = menu(ui, "deck_menu", rect, panel.title, entries);
  if (result.pressed >= 0) return rows[static_cast<std::size_t>(result.pressed)].action;
  if (result.closed) return {.kind = Kind::Close};
  return {};
}

DecksAction draw_ways(const DeckPanel& panel, Ui& ui, const Rect& area) {
  constexpr std::array kAll = {Answering::Grow, Answering::Choose, Answering::Type,
                               Answering::Recall};
  std::array<std::string, kAll.size()> labels, keys;
  std::vector<MenuEntry> entries;
  for (std::size_t i = 0; i < kAll.size(); ++i) {
    labels[i] = answering_in_words(kAll[i]) + ": " + answering_explained(kAll[i]);
    keys[i] = std::to_string(i + 1);
    entries.push_back(
        {"", labels[i], keys[i], static_cast<char32_t>(U'1' + i), kAll[i] == panel.answering});
  }
  const Rect rect = in_the_middle(area, kWays, menu_height(panel.title, entries));
  const MenuResult result = menu(ui, "answering", rect, panel.title, entries);
  if (result.pressed >= 0)
    return {.kind = Kind::Answer,
            .deck = panel.deck,
            .answering = kAll[static_cast<std::size_t>(result.pressed)]};
  if (result.closed) return {.kind = Kind::Close};
  return {};
}

/// From the right: the filled one last.
DecksAction draw_buttons(const DeckPanel& panel, Ui& ui, const Rect& row) {
  DecksAction action;
  float right = row.right();
  const auto place = [&](const ButtonLook& look) {
    const float width = button_width(ui, look);
    right -= width;
    const Rect rect{right, row.y, width, row.h};
    right -= kGap12;
    return rect;
  };
  const ButtonLook save{"Save", "Enter", "", Weight::Filled, !panel.can_save};
  const ButtonLook close{"Close", "Esc"};
  const ButtonLook none{"No date"};
  const Rect at_save = place(save), at_close = place(close);
  if (panel.kind == Panel::Exam && panel.has_exam && button(ui, "panel.none", place(none), none))
    action = {.kind = Kind::NoExam, .deck = panel.deck};
  if (button(ui, "panel.close", at_close, close)) action.kind = Kind::Close;
  if (button(ui, "panel.save", at_save, save)) action.kind = Kind::Save;
  return action;
}

/// A panel with one field: a name, or a date.
DecksAction draw_field(const DeckPanel& panel, Ui& ui, const Rect& area) {
  const bool renames = panel.kind == Panel::Rename;
  const std::string field = renames ? "panel.name" : "panel.date";
  const float width = std::min(kWidest, area.w - kGap32), inner = width - 2 * kGap24;
  const float preview =
      panel.preview.empty() ? 0 : std::ceil(ui.height_of(panel.preview, kBody, inner)) + kGap12;
  const float height =
      kGap16 + kTarget + kGap8 + kFieldHeight + kGap12 + preview + kGap12 + kButtonHeight + kGap24;
  const Rect rect = in_the_middle(area, width, height);
  ui.begin_modal("deck_panel", rect);
  ui.push_opacity(ui.appear("deck_panel", 0.12));
  card(ui, rect);
  Flow flow{rect.x + kGap24, rect.y + kGap16, inner};
  ui.label(flow.take(kTarget, kGap8), renames ? "Rename this deck" : "I need this by", kLead,
           ui.color(Role::Text));
  std::string text = ui.was_there(field) ? ui.field_text(field) : panel.text;
  const FieldResult typed = text_field(ui, field, flow.take(kFieldHeight, kGap12), text,
                                       {renames ? "Name" : "3 December", true});
  if (!panel.preview.empty()) {
    paragraph(ui, "panel.preview", {flow.x, flow.y}, inner, panel.preview,
              {.role = panel.can_save || panel.text.empty() ? Role::Muted : Role::Bad});
    flow.skip(preview);
  }
  flow.skip(kGap12);
  DecksAction action = draw_buttons(panel, ui, flow.take(kButtonHeight));
  if (typed.changed) action.kind = Kind::Type;
  if (typed.submitted) action.kind = Kind::Save;
  ui.pop_opacity();
  if (ui.end_modal()) action.kind = Kind::Close;
  action.deck = panel.deck;
  action.text = std::move(text);
  return action;
}

}  // namespace

DecksAction draw_panel(const DeckPanel& panel, Ui& ui, const Rect& area) {
  switch (panel.kind) {
    case Panel::Menu: {
      const bool deletes = ui.pressed(Key::Delete);
      if (deletes) return {.kind = Kind::Delete, .deck = panel.deck};
      return draw_menu(panel, ui, area);
    }
    case Panel::Answering: return draw_ways(panel, ui, area);
    case Panel::Rename:
    case Panel::Exam: return draw_field(panel, ui, area);
  }
  return {};
}

}  // namespace recto::screens
