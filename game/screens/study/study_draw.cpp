#include "game/screens/study/study_draw.h"

#include <algorithm>
#include <cmath>

#include "game/screens/edit/edit_draw.h"
#include "game/screens/study/card_draw.h"
#include "game/screens/study/panels_draw.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = StudyAction::Kind;

constexpr float kTallest = 900;  ///< of the whole page; taller windows give air above and below
constexpr float kHeaderHeight = 56;
constexpr float kHintsHeight = 44;
constexpr float kButtonHeight = 52;
constexpr float kWidestTwo = 220;  ///< a rating button where there are two

Role role_of(memory::Rating rating) {
  switch (rating) {
    case memory::Rating::Again: return Role::Bad;
    case memory::Rating::Hard: return Role::Warning;
    case memory::Rating::Good: return Role::Good;
    case memory::Rating::Easy: return Role::Accent;
  }
  return Role::Text;
}

void take(StudyAction& action, StudyAction other) {
  if (other.kind != Kind::None) action = std::move(other);
}

/// Icon buttons from the right, then the progress. Returns where they begin.
float draw_tools(const StudyView& view, Ui& ui, const Rect& row, StudyAction& action) {
  float right = row.right() + kGap8;
  const auto tool = [&](const char* id, const char* icon, const char* label) {
    right -= kTarget;
    return icon_button(ui, id, {right, row.y + 6, kTarget, kTarget}, icon, label);
  };
  if (!view.commands.empty() && tool("study.more", "more_horiz", "More"))
    action = {.kind = Kind::Open, .panel = Panel::Actions};
  if (view.can_undo && tool("study.undo", "undo", "Undo the last step")) action.kind = Kind::Undo;
  right -= kGap8;
  const float progress = std::ceil(ui.width_of(view.progress, kSmall)) + 1;
  right -= progress;
  ui.label({right, row.y, progress, row.h}, view.progress, kSmall, ui.color(Role::Muted),
           Align::Right);
  return right;
}

/// Leaving, the deck's name, how far it is, undo and what else can be done.
StudyAction draw_header(const StudyView& view, Ui& ui, Flow& flow) {
  StudyAction action;
  const Rect row = flow.take(kHeaderHeight - 4);
  if (icon_button(ui, "study.leave", {row.x - kGap8, row.y + 6, kTarget, kTarget}, "arrow_back",
                  "Leave") ||
      ui.pressed(Key::Escape))
    action.kind = Kind::Leave;
  const float left = row.x + kTarget;
  // Drawn after the tools, so that it gets what they leave; Tab goes from left to right all the
  // same.
  const float right = draw_tools(view, ui, row, action);
  ui.label({left, row.y, right - kGap16 - left, row.h}, view.deck_title, kSmallBold,
           ui.color(Role::Text));
  const auto done = static_cast<float>(view.done), left_over = static_cast<float>(view.left);
  progress_bar(ui, flow.take(4), done + left_over > 0 ? done / (done + left_over) : 0,
               view.progress);
  if (view.can_redo && (ui.pressed(U'z', kCtrlShift) || ui.pressed(U'y', kCtrl)))
    action.kind = Kind::Redo;
  if (view.can_undo && (ui.pressed(U'u') || ui.pressed(U'z', kCtrl))) action.kind = Kind::Undo;
  return action;
}

/// Letters and signs that do something now; with Alt while an answer is being typed.
StudyAction hear_commands(const std::vector<StudyCommand>& commands, Ui& ui) {
  // Those with Shift first: the others do not care about it.
  for (const bool shifted : {true, false})
    for (const StudyCommand& command : commands) {
      if (command.shifted != shifted) continue;
      if (ui.pressed(command.character, {.shift = shifted, .alt = ui.typing()}))
        return command.action;
    }
  return {};
}

bool pressed_one_of(const std::u32string& keys, Ui& ui) {
  return std::any_of(keys.begin(), keys.end(), [&](char32_t key) { return ui.pressed(key); });
}

StudyAction draw_ratings(const StudyView& view, Ui& ui, const Rect& row) {
  StudyAction action;
  const auto count = static_cast<float>(view.ratings.size());
  float width = (row.w - (count - 1) * kGap12) / count;
  if (view.ratings.size() == 2) width = std::min(width, kWidestTwo);
  const float begin = std::round(row.center().x - (count * width + (count - 1) * kGap12) / 2);
  for (std::size_t i = 0; i < view.ratings.size(); ++i) {
    const RatingLook& rating = view.ratings[i];
    const std::string key = std::to_string(i + 1);
    const RatingButtonLook look{rating.name, rating.meaning,         rating.interval,
                                key,         role_of(rating.rating), rating.suggested};
    const Rect place{begin + static_cast<float>(i) * (width + kGap12), row.y, width, row.h};
    const bool clicked = rating_button(ui, "rating." + key, place, look);
    if (clicked || pressed_one_of(rating.keys, ui))
      action = {.kind = Kind::Rate, .rating = rating.rating};
  }
  if (!view.space_rates) return action;
  const auto found = std::ranges::find(view.ratings, true, &RatingLook::suggested);
  const bool takes = ui.pressed(Key::Space) || ui.pressed(Key::Enter);
  if (takes && found != view.ratings.end() && action.kind == Kind::None)
    action = {.kind = Kind::Rate, .rating = found->rating};
  return action;
}

/// Buttons side by side in the middle of the row, the first filled; without icons, then without
/// keys, where there is no room for them.
StudyAction draw_choices(const std::vector<StudyCommand>& commands, Ui& ui, const Rect& row) {
  std::vector<ButtonLook> looks;
  looks.reserve(commands.size());
  for (const StudyCommand& command : commands)
    looks.push_back({command.label, command.key, command.icon,
                     looks.empty() ? Weight::Filled : Weight::Outlined});
  const auto width = [&] {
    float sum = -kGap12;
    for (const ButtonLook& look : looks)
      sum += button_width(ui, look) + kGap12;
    return sum;
  };
  for (auto part : {&ButtonLook::icon, &ButtonLook::key})
    if (width() > row.w)
      for (ButtonLook& look : looks)
        look.*part = {};
  float x = std::round(row.center().x - width() / 2);
  StudyAction action;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const float wide = button_width(ui, looks[i]);
    const Rect place{x, std::round(row.center().y - kButtonHeight / 2), wide, kButtonHeight};
    if (button(ui, "choice." + std::to_string(i + 1), place, looks[i])) action = commands[i].action;
    x += wide + kGap12;
  }
  return action;
}

/// A leech: what can become of it. Space and Enter go on.
StudyAction draw_ways_out(const StudyView& view, Ui& ui, const Rect& row) {
  StudyAction action = draw_choices(view.ways_out, ui, row);
  take(action, hear_commands(view.ways_out, ui));
  if (ui.pressed(Key::Space) || ui.pressed(Key::Enter)) action.kind = Kind::Keep;
  if (view.source && ui.pressed(U's')) action.kind = Kind::Source;
  return action;
}

/// The buttons while the answer is hidden.
StudyAction draw_asking(const StudyView& view, Ui& ui, const Rect& row) {
  StudyAction action;
  const bool typing = view.way == study::Way::Type;
  const bool choosing = view.way == study::Way::Choose;
  const ButtonLook main = typing ? ButtonLook{"Check", "Enter", "", Weight::Filled}
                                 : ButtonLook{choosing ? "I don’t know" : "Show answer", "Space",
                                              "", choosing ? Weight::Outlined : Weight::Filled};
  const ButtonLook other{"I don’t know", "Ctrl+Enter"};
  const float width = std::max(200.0F, button_width(ui, main));
  const float beside = typing ? button_width(ui, other) + kGap12 : 0;
  const Rect place{std::round(row.center().x - (width + beside) / 2), row.y, width, row.h};
  const bool keyed = !typing && (ui.pressed(Key::Space) || (!choosing && ui.pressed(Key::Enter)));
  if (button(ui, "study.show", place, main) || keyed)
    action = {.kind = Kind::Reveal, .text = typing ? ui.field_text(answer_field(view)) : ""};
  if (typing &&
      button(ui, "study.skip", {place.right() + kGap12, row.y, beside - kGap12, row.h}, other))
    action = {.kind = Kind::Reveal};
  return action;
}

StudyAction draw_buttons(const StudyView& view, Ui& ui, const Rect& row) {
  if (!view.revealed) return draw_asking(view, ui, row);
  if (!view.ways_out.empty()) return draw_ways_out(view, ui, row);
  if (view.asks_to_count) return draw_choices(view.decisions, ui, row);
  return draw_ratings(view, ui, row);
}

/// The keys that are the most use now; the others stand in the menu.
void draw_hints(const StudyView& view, Ui& ui, const Rect& row) {
  std::vector<KeyHint> hints;
  std::string numbers;
  const bool rates = view.revealed && !view.ratings.empty();
  if (rates && view.space_rates && std::ranges::any_of(view.ratings, &RatingLook::suggested))
    hints.push_back({"Space", "takes the filled one"});
  if (rates)
    for (const StudyCommand& decision : view.decisions)
      hints.push_back({decision.key, decision.label});
  if (!view.revealed && view.way == study::Way::Choose) {
    numbers = "1–" + std::to_string(view.options.size());
    hints.push_back({numbers, "choose"});
  }
  const bool can_hint = std::ranges::any_of(
      view.commands, [](const StudyCommand& command) { return command.action.kind == Kind::Hint; });
  if (can_hint) hints.push_back({view.way == study::Way::Type ? "Alt+H" : "H", "hint"});
  if (rates && view.can_undo) hints.push_back({"U", "undo"});
  hints.push_back({"Esc", "leave"});
  key_hints(ui, row, hints);
}

}  // namespace

StudyAction draw(const StudyView& view, Ui& ui, const Rect& area) {
  StudyAction action;
  if (view.edit) {
    action.edit = draw(*view.edit, ui, area);
    if (action.edit.kind != EditAction::Kind::None) action.kind = Kind::Edited;
  } else {
    action = draw_panel(view, ui, area);
  }
  const float height = std::min(area.h, kTallest);
  const Rect page{area.x, std::round((area.h - height) / 2), area.w, height};
  const bool low = is_low(ui);
  const float hints = low ? kGap12 : kHintsHeight;
  const float ratings = low ? kLowRatingHeight : kRatingHeight;
  const float buttons = view.revealed ? ratings : low ? kTarget : kButtonHeight;
  Flow flow = column_in(page);
  if (!low) flow.skip(kGap8);
  take(action, draw_header(view, ui, flow));
  const float bottom = page.bottom() - hints - buttons;
  take(action, draw_card(view, ui, {area.x, flow.y, area.w, bottom - kGap8 - flow.y}));
  take(action, draw_buttons(view, ui, {flow.x, bottom, flow.width, buttons}));
  if (hints == kHintsHeight)
    draw_hints(view, ui, {flow.x, bottom + buttons + 4, flow.width, hints - 8});
  take(action, hear_commands(view.decisions, ui));
  take(action, hear_commands(view.commands, ui));
  // What is being typed is there again after whatever comes between.
  if (!view.revealed && action.kind != Kind::None && action.kind != Kind::Reveal)
    action.text = ui.field_text(answer_field(view));
  return action;
}

}  // namespace recto::screens
