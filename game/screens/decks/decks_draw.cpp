#include "game/screens/decks/decks_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;

const DeckRow* first_with_work(const DecksView& view) {
  const auto found = std::find_if(view.rows.begin(), view.rows.end(),
                                  [](const DeckRow& row) { return row.has_work; });
  return found == view.rows.end() ? nullptr : &*found;
}

DecksAction study(const DeckRow& row) {
  return {DecksAction::Kind::Study, row.id};
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
    const Rect place{flow.x + flow.width - width, top + 8, width, 48};
    if (button(ui, "decks.study", place, look) || ui.pressed(Key::Enter)) action = study(*next);
  }
  flow.skip(kGap24);
  return action;
}

DecksAction draw_rows(const DecksView& view, Ui& ui, Flow& flow) {
  DecksAction action;
  for (const DeckRow& row : view.rows) {
    const std::string cards = row.cards + " in all";
    const DeckRowLook look{row.title, cards, row.plan, row.due, row.fresh, row.has_work};
    if (deck_row(ui, "deck." + row.id.text, flow.take(kDeckRowHeight, kGap12), look))
      action = study(row);
  }
  return action;
}

/// How to get a deck (F1), below the list.
void draw_invitation(const DecksView& view, Ui& ui, Flow& flow) {
  constexpr float kText = 56;
  const float room = flow.width - kText - kGap24;
  const float text = ui.height_of(view.invitation, kBody, room);
  const Rect box = flow.take(std::max(56.0F, std::ceil(text) + 2 * kGap16), kGap24);
  ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
  ui.icon({box.x, box.y, kText, box.h}, "note_add", 22, ui.color(Role::Muted));
  paragraph(ui, "invitation", {box.x + kText, std::round(box.center().y - text / 2)}, room,
            view.invitation, {.role = Role::Muted});
}

}  // namespace

DecksAction draw(const DecksView& view, Ui& ui, const Rect& area) {
  Flow flow = column_in(ui.begin_scroll("decks", area));
  DecksAction action;
  if (view.rows.empty()) {
    flow.skip(std::max(kGap32, std::round(area.h * 0.22F)));
    flow.skip(empty_state(ui, {flow.x, flow.y}, flow.width, "library_books", "No decks yet",
                          view.invitation));
    flow.skip(kGap32);
  } else {
    flow.skip(kGap32);
    action = draw_head(view, ui, flow);
    const DecksAction chosen = draw_rows(view, ui, flow);
    if (chosen.kind != DecksAction::Kind::None) action = chosen;
    flow.skip(kGap12);
    draw_invitation(view, ui, flow);
  }
  ui.end_scroll(flow.y);
  return action;
}

}  // namespace recto::screens
