#include "game/screens/decks/decks_draw.h"

#include <algorithm>
#include <cmath>

#include "game/screens/decks/deck_panels_draw.h"
#include "game/ui/controls.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = DecksAction::Kind;
using Panel = DeckPanel::Kind;

constexpr std::string_view kSearch = "decks.search";
constexpr float kButtonHeight = 48;

void take(DecksAction& action, const DecksAction& other) {
  if (other.kind != Kind::None) action = other;
}

std::string name_of(const DeckRow& row) {
  return "deck." + row.id.text;
}

/// The deck that Enter studies: the first one with work.
const DeckRow* first_with_work(const DecksView& view) {
  const auto found = std::ranges::find_if(view.rows, &DeckRow::has_work);
  return found == view.rows.end() ? nullptr : &*found;
}

/// The deck that the keyboard is on; nullptr for none.
const DeckRow* focused(const DecksView& view, const Ui& ui) {
  const auto found = std::ranges::find_if(view.rows, [&](const DeckRow& row) {
    return ui.has_focus(name_of(row)) || ui.has_focus("more." + row.id.text);
  });
  return found == view.rows.end() ? nullptr : &*found;
}

DecksAction study(const DeckRow& row) {
  return {.kind = Kind::Study, .deck = row.id};
}
DecksAction open(const DeckRow& row, Panel panel) {
  return {.kind = Kind::Open, .deck = row.id, .panel = panel};
}

DecksAction draw_head(const DecksView& view, Ui& ui, Flow& flow) {
  const DeckRow* const next = first_with_work(view);
  const ButtonLook look{"Study", "Enter", "", Weight::Filled};
  const float width = button_width(ui, look);
  const float room = next == nullptr ? flow.width : flow.width - width - kGap24;
  const float top = flow.y;
  ui.label(flow.take(40), "Decks", kPrompt, ui.color(Role::Text));
  const float plan = ui.height_of(view.plan, kBody, room);
  paragraph(ui, "plan", {flow.x, flow.y}, room, view.plan, {.role = Role::Muted});
  flow.skip(plan);
  DecksAction action;
  if (next != nullptr) {
    const Rect place{flow.x + flow.width - width, top + 8, width, kButtonHeight};
    if (button(ui, "decks.study", place, look)) action = study(*next);
  }
  flow.skip(kGap24);
  return action;
}

DecksAction draw_search(const DecksView& view, Ui& ui, Flow& flow) {
  std::string text = ui.was_there(kSearch) ? ui.field_text(kSearch) : view.query;
  const bool leaves = ui.has_focus(kSearch) && ui.pressed(Key::Escape);
  if (leaves) {
    text.clear();
    ui.set_focus("");
  }
  const FieldResult typed =
      text_field(ui, kSearch, flow.take(kFieldHeight, kGap16), text, {"Find a deck by its title"});
  if (ui.pressed(U'/') || ui.pressed(U'f', kCtrl)) ui.set_focus(kSearch);
  DecksAction action;
  if (typed.changed || leaves) action = {.kind = Kind::Search, .text = text};
  if (typed.submitted && !view.rows.empty()) action = study(view.rows.front());
  return action;
}

DecksAction draw_rows(const DecksView& view, Ui& ui, Flow& flow) {
  DecksAction action;
  for (const DeckRow& row : view.rows) {
    const Rect line = flow.take(kDeckRowHeight, kGap12);
    const Rect left{line.x, line.y, line.w - kTarget - 4, line.h};
    const DeckRowLook look{row.title, row.cards,    row.plan,    row.due,
                           row.fresh, row.learning, row.has_work};
    if (deck_row(ui, name_of(row), left, look)) action = study(row);
    const Rect more{left.right() + 4, std::round(line.center().y - kTarget / 2), kTarget, kTarget};
    if (icon_button(ui, "more." + row.id.text, more, "more_vert", "More about " + row.title))
      action = open(row, Panel::Menu);
  }
  return action;
}

/// Arrows go from deck to deck; letters do something with the one that has the focus.
DecksAction hear_keys(const DecksView& view, Ui& ui) {
  if (view.rows.empty() || (ui.typing() && !ui.has_focus(kSearch))) return {};
  const DeckRow* const here = focused(view, ui);
  const bool down = ui.stepped(Key::Down), up = !down && ui.stepped(Key::Up);
  if (down || up) {
    const auto count = view.rows.size();
    const auto at = here == nullptr ? (down ? count - 1 : 0)
                                    : static_cast<std::size_t>(here - view.rows.data());
    ui.set_focus(name_of(view.rows[(at + (down ? 1 : count - 1)) % count]), Ring::Shown);
  }
  if (ui.typing()) return {};
  if (here == nullptr) {
    const DeckRow* const next = first_with_work(view);
    return next != nullptr && ui.pressed(Key::Enter) ? study(*next) : DecksAction{};
  }
  if (ui.pressed(U'm')) return open(*here, Panel::Menu);
  if (ui.pressed(U'r')) return open(*here, Panel::Rename);
  if (ui.pressed(U'd')) return open(*here, Panel::Exam);
  if (ui.pressed(U'w')) return open(*here, Panel::Answering);
  if (ui.pressed(Key::Delete)) return {.kind = Kind::Delete, .deck = here->id};
  return {};
}

DecksAction draw_list(const DecksView& view, Ui& ui, Flow& flow) {
  DecksAction action;
  flow.skip(kGap32);
  take(action, draw_head(view, ui, flow));
  take(action, draw_search(view, ui, flow));
  take(action, draw_rows(view, ui, flow));
  if (!view.not_found.empty()) {
    flow.skip(kGap16);
    flow.skip(
        empty_state(ui, {flow.x, flow.y}, flow.width, "search", "Nothing found", view.not_found));
    return action;
  }
  flow.skip(kGap12);
  flow.skip(note(ui, "invitation", {flow.x, flow.y}, flow.width, "note_add", view.invitation) +
            kGap24);
  return action;
}

}  // namespace

DecksAction draw(const DecksView& view, Ui& ui, const Rect& area) {
  DecksAction action;
  if (view.panel) action = draw_panel(*view.panel, ui, area);
  // Before the scroll, which has use for arrows too.
  take(action, hear_keys(view, ui));
  Flow flow = column_in(ui.begin_scroll("decks", area));
  if (view.decks == 0) {
    flow.skip(std::max(kGap32, std::round(area.h * 0.22F)));
    flow.skip(empty_state(ui, {flow.x, flow.y}, flow.width, "library_books", "No decks yet",
                          view.invitation));
    flow.skip(kGap16);
    const ButtonLook look{"Import an article", "Enter", "", Weight::Filled};
    const float wide = button_width(ui, look);
    const Rect row = flow.take(kButtonHeight, kGap32);
    if (button(ui, "decks.import", {std::round(row.center().x - wide / 2), row.y, wide, row.h},
               look) ||
        ui.pressed(Key::Enter))
      action.kind = Kind::ShowImport;
  } else {
    take(action, draw_list(view, ui, flow));
  }
  ui.end_scroll(flow.y);
  return action;
}

}  // namespace recto::screens
