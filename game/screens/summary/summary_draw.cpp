#include "game/screens/summary/summary_draw.h"

#include <algorithm>
#include <cmath>

#include "game/screens/edit/edit_draw.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = SummaryAction::Kind;

constexpr float kFigureHeight = 104;
constexpr float kFiveAcross = 660, kThreeAcross = 400;  ///< widths of the column
constexpr float kButtonHeight = 48;

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
  const float total = height(missed.deck, kSmall) + height(missed.prompt, kBodyBold) +
                      height(missed.answer, kBody) + height(missed.sentence, kBody) - kGap8 +
                      2 * pad;
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
  write(".deck", missed.deck, kSmall, Role::Muted);
  write(".prompt", missed.prompt, kBodyBold, Role::Text);
  write(".answer", missed.answer, kBody, Role::Text);
  write(".sentence", missed.sentence, kBody, Role::Muted);
}

struct Choice {
  Kind kind;
  const char* id;
  ButtonLook look;
};

/// What can be done now, the last one filled. `fix` outlives the list.
std::vector<Choice> choices_of(const SummaryView& view, const std::string& fix) {
  std::vector<Choice> choices;
  if (view.can_undo) choices.push_back({Kind::Undo, "summary.undo", {"Undo", "U", "undo"}});
  if (view.can_practise)
    choices.push_back({Kind::Practise, "summary.practise", {"Practise the missed", "P"}});
  if (view.flagged > 0) choices.push_back({Kind::Fix, "summary.fix", {fix, "F"}});
  if (view.can_quiz) choices.push_back({Kind::Quiz, "summary.quiz", {"Quiz", "Q"}});
  if (view.can_go_on) choices.push_back({Kind::GoOn, "summary.go_on", {"Go on", "G"}});
  choices.push_back({Kind::Done, "summary.done", {"Done", "Enter", "", Weight::Filled}});
  return choices;
}

/// The choices in as many rows as they need.
std::vector<std::vector<Choice>> rows_of(const std::vector<Choice>& choices, Ui& ui, float room) {
  std::vector<std::vector<Choice>> rows(1);
  float x = 0;
  for (const Choice& choice : choices) {
    const float width = button_width(ui, choice.look);
    if (x + width > room && !rows.back().empty()) {
      rows.emplace_back();
      x = 0;
    }
    rows.back().push_back(choice);
    x += width + kGap12;
  }
  return rows;
}

SummaryAction draw_buttons(const std::vector<std::vector<Choice>>& rows, Ui& ui,
                           const Rect& strip) {
  SummaryAction action;
  float y = strip.y + kGap24;
  for (const std::vector<Choice>& row : rows) {
    float width = -kGap12;
    for (const Choice& choice : row)
      width += button_width(ui, choice.look) + kGap12;
    float x = std::round(strip.center().x - width / 2);
    for (const Choice& choice : row) {
      const float wide = button_width(ui, choice.look);
      if (button(ui, choice.id, {x, y, wide, kButtonHeight}, choice.look))
        action.kind = choice.kind;
      x += wide + kGap12;
    }
    y += kButtonHeight + kGap12;
  }
  return action;
}

SummaryAction hear_keys(const SummaryView& view, Ui& ui) {
  if (view.can_undo && (ui.pressed(U'u') || ui.pressed(U'z', kCtrl))) return {Kind::Undo};
  if (view.can_practise && ui.pressed(U'p')) return {Kind::Practise};
  if (view.flagged > 0 && ui.pressed(U'f')) return {Kind::Fix};
  if (view.can_quiz && ui.pressed(U'q')) return {Kind::Quiz};
  if (view.can_go_on && ui.pressed(U'g')) return {Kind::GoOn};
  return ui.pressed_any() ? SummaryAction{Kind::Done} : SummaryAction{};
}

}  // namespace

SummaryAction draw(const SummaryView& view, Ui& ui, const Rect& area) {
  SummaryAction action;
  if (view.edit) {
    action.edit = draw(*view.edit, ui, area);
    if (action.edit.kind != EditAction::Kind::None) action.kind = Kind::Edited;
  }
  const std::string fix = "Fix flagged cards (" + std::to_string(view.flagged) + ")";
  const auto rows = rows_of(choices_of(view, fix), ui, column_in(area).width);
  const float strip =
      2 * kGap24 + static_cast<float>(rows.size()) * (kButtonHeight + kGap12) - kGap12;
  const Rect frame{area.x, area.y, area.w, area.h - strip};
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
  const SummaryAction pressed = draw_buttons(rows, ui, {area.x, frame.bottom(), area.w, strip});
  const SummaryAction keyed = hear_keys(view, ui);
  for (const SummaryAction& other : {keyed, pressed})
    if (other.kind != Kind::None) action = other;
  return action;
}

}  // namespace recto::screens
