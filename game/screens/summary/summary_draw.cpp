#include "game/screens/summary/summary_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = SummaryAction::Kind;

constexpr float kFigureHeight = 104;
constexpr float kFiveAcross = 660, kThreeAcross = 400;  ///< widths of the column
constexpr float kButtonHeight = 48;
constexpr float kBottom = 96;  ///< the strip with the buttons

void draw_figures(const SummaryView& view, Ui& ui, Flow& flow) {
  if (view.figures.empty()) return;
  const std::size_t most = flow.width >= kFiveAcross ? 5 : flow.width >= kThreeAcross ? 3 : 2;
  const std::size_t across = std::min(view.figures.size(), most);
  const float width =
      (flow.width - static_cast<float>(across - 1) * kGap12) / static_cast<float>(across);
  for (std::size_t first = 0; first < view.figures.size(); first += across) {
    const Rect row = flow.take(kFigureHeight, kGap12);
    for (std::size_t i = first; i < std::min(first + across, view.figures.size()); ++i) {
      const Rect box{row.x + static_cast<float>(i - first) * (width + kGap12), row.y, width, row.h};
      ui.fill(box, ui.color(Role::Surface), kButtonRadius);
      ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
      ui.label({box.x + kGap8, box.y + kGap16, box.w - kGap16, 44}, view.figures[i].number, kFigure,
               ui.color(Role::Text), Align::Center);
      ui.label({box.x + 4, box.y + 64, box.w - 8, 24}, view.figures[i].label, kSmall,
               ui.color(Role::Muted), Align::Center);
    }
  }
}

void draw_missed(const MissedCard& missed, std::size_t index, Ui& ui, Flow& flow) {
  const std::string id = "missed." + std::to_string(index);
  const float pad = 20, room = flow.width - 2 * pad;
  const auto height = [&](const std::string& text, const TextStyle& style) {
    return text.empty() ? 0 : std::ceil(ui.height_of(text, style, room)) + kGap8;
  };
  const float total = height(missed.prompt, kBodyBold) + height(missed.answer, kBody) +
                      height(missed.sentence, kBody) - kGap8 + 2 * pad;
  const Rect box = flow.take(total, kGap12);
  ui.fill(box, ui.color(Role::Surface), kButtonRadius);
  ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
  Flow inner{box.x + pad, box.y + pad, room};
  const auto write = [&](const char* part, const std::string& text, const TextStyle& style,
                         Role role) {
    if (text.empty()) return;
    paragraph(ui, id + part, {inner.x, inner.y}, room, text, {.style = style, .role = role});
    inner.skip(height(text, style));
  };
  write(".prompt", missed.prompt, kBodyBold, Role::Text);
  write(".answer", missed.answer, kBody, Role::Text);
  write(".sentence", missed.sentence, kBody, Role::Muted);
}

SummaryAction draw_buttons(const SummaryView& view, Ui& ui, const Rect& strip) {
  struct Choice {
    Kind kind;
    const char* id;
    ButtonLook look;
    bool offered;
  };
  const Choice choices[] = {
      {Kind::Undo, "summary.undo", {"Undo the last answer", "U", "undo"}, view.can_undo},
      {Kind::GoOn, "summary.go_on", {"Go on", "G"}, view.can_go_on},
      {Kind::Done, "summary.done", {"Done", "Enter", "", Weight::Filled}, true}};
  const auto width_of = [&](const Choice& choice) {
    return std::max(120.0F, button_width(ui, choice.look));
  };
  float width = -kGap12;
  for (const Choice& choice : choices)
    if (choice.offered) width += width_of(choice) + kGap12;
  float x = std::round(strip.center().x - width / 2);
  const float top = std::round(strip.center().y - kButtonHeight / 2);
  SummaryAction action;
  for (const Choice& choice : choices) {
    if (!choice.offered) continue;
    if (button(ui, choice.id, {x, top, width_of(choice), kButtonHeight}, choice.look))
      action.kind = choice.kind;
    x += width_of(choice) + kGap12;
  }
  if (view.can_undo && (ui.pressed(U'u') || ui.pressed(U'z', kCtrl))) action.kind = Kind::Undo;
  if (view.can_go_on && ui.pressed(U'g')) action.kind = Kind::GoOn;
  return action;
}

}  // namespace

SummaryAction draw(const SummaryView& view, Ui& ui, const Rect& area) {
  const Rect frame{area.x, area.y, area.w, area.h - kBottom};
  Flow flow = column_in(ui.begin_scroll("summary", frame));
  flow.skip(kGap32);
  ui.label(flow.take(20, kGap8), view.deck_title, kSmallBold, ui.color(Role::Muted));
  flow.skip(
      paragraph(ui, "headline", {flow.x, flow.y}, flow.width, view.headline, {.style = kPrompt}));
  flow.skip(kGap24);
  draw_figures(view, ui, flow);
  flow.skip(kGap12);
  flow.skip(paragraph(ui, "next", {flow.x, flow.y}, flow.width, view.next, {.role = Role::Muted}));
  if (!view.missed.empty()) {
    flow.skip(kGap32);
    ui.label(flow.take(28, kGap12), "Missed", kLead, ui.color(Role::Text));
    for (std::size_t i = 0; i < view.missed.size(); ++i)
      draw_missed(view.missed[i], i, ui, flow);
  }
  flow.skip(kGap12);
  ui.end_scroll(flow.y);
  SummaryAction action = draw_buttons(view, ui, {area.x, frame.bottom(), area.w, kBottom});
  if (action.kind == Kind::None && ui.pressed_any()) action.kind = Kind::Done;
  return action;
}

}  // namespace recto::screens
