#include "game/screens/classroom/after_draw.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "game/screens/classroom/wall_parts.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = AfterAction::Kind;

constexpr float kButtonHeight = 44;

/// One question with how many had it right; with its sentence where it was missed.
void draw_question(const AfterQuestion& asked, const std::string& id, Ui& ui, Flow& flow, float k) {
  const TextStyle prompt{Font::SemiBold, std::max(15.0F, 18 * k), 1.35F};
  const TextStyle body{Font::Regular, std::max(15.0F, 16 * k), 1.4F};
  const TextStyle small{Font::Regular, std::max(13.0F, 13 * k), 1.35F};
  const float pad = 16 * k, share = 130 * k;
  const float room = flow.width - 2 * pad - share - pad;
  const std::string quoted = asked.evidence.empty() ? std::string() : "“" + asked.evidence + "”";
  const auto height = [&](const std::string& text, const TextStyle& style) {
    return text.empty() ? 0 : std::ceil(ui.height_of(text, style, room)) + 4 * k;
  };
  const float total = height(asked.prompt, prompt) + height(asked.answer, body) +
                      height(quoted, body) + height(asked.detail, small) + 2 * pad;
  const Rect box = flow.take(total, 12 * k);
  ui.fill(box, ui.color(Role::Surface), kButtonRadius);
  ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
  Flow inner{box.x + pad, box.y + pad, room};
  const auto write = [&](const char* part, const std::string& text, const TextStyle& style,
                         Role role) {
    if (text.empty()) return;
    wall_text(ui, id + part, {inner.x, inner.y}, room, text, style, role);
    inner.skip(height(text, style));
  };
  write(".prompt", asked.prompt, prompt, Role::Text);
  write(".answer", asked.answer, body, Role::Good);
  write(".evidence", quoted, body, Role::Muted);
  write(".detail", asked.detail, small, Role::Muted);
  const Rect side{box.right() - pad - share, box.y + pad, share, 28 * k};
  ui.label(side, asked.share, prompt, ui.color(Role::Text), Align::Right);
  if (asked.scored)
    wall_bar(ui, {side.x, side.bottom() + 6 * k, share, 8 * k}, asked.right, ui.color(Role::Good));
}

struct Choice {
  Kind kind;
  const char* id;
  ButtonLook look;
};

std::vector<Choice> choices_of(const AfterView& view) {
  std::vector<Choice> choices;
  if (view.can_delete) choices.push_back({Kind::AskDelete, "after.delete", {"Delete", "X"}});
  if (!view.questions.empty()) {
    choices.push_back({Kind::Print, "after.print", {"Print", "P"}});
    choices.push_back({Kind::Export, "after.export", {"Save as spreadsheet", "S"}});
  }
  if (!view.missed.empty()) {
    choices.push_back({Kind::MakeDeck, "after.deck", {"Make a deck", "D"}});
    choices.push_back({Kind::PlayMissed, "after.again", {"Play these again", "A"}});
  }
  choices.push_back({Kind::Leave,
                     "after.leave",
                     {view.is_live ? "Close the room" : "Done", "Esc", "", Weight::Filled}});
  return choices;
}

AfterAction draw_choices(const std::vector<Choice>& choices, Ui& ui, const Rect& strip) {
  AfterAction action;
  float right = strip.right() - kGap24, bottom = strip.bottom() - kGap16;
  // NOLINTNEXTLINE(modernize-loop-convert): clang 14 cannot parse std::views::reverse
  for (auto at = choices.rbegin(); at != choices.rend(); ++at) {
    const float width = button_width(ui, at->look);
    if (right - width < strip.x + kGap24 && at != choices.rbegin()) {
      right = strip.right() - kGap24;
      bottom -= kButtonHeight + kGap12;
    }
    if (button(ui, at->id, {right - width, bottom - kButtonHeight, width, kButtonHeight}, at->look))
      action.kind = at->kind;
    right -= width + kGap12;
  }
  return action;
}

float choices_height(const std::vector<Choice>& choices, Ui& ui, float width) {
  float taken = 0, rows = 1;
  // NOLINTNEXTLINE(modernize-loop-convert): clang 14 cannot parse std::views::reverse
  for (auto at = choices.rbegin(); at != choices.rend(); ++at) {
    const float own = button_width(ui, at->look);
    if (taken + own > width - 2 * kGap24 && taken > 0) {
      rows += 1;
      taken = 0;
    }
    taken += own + kGap12;
  }
  return rows * (kButtonHeight + kGap12) - kGap12 + 2 * kGap16;
}

constexpr float kBoxWidth = 440;
constexpr const char* kAsk =
    "Names and answers of this quiz are taken out of the database for good. This cannot be undone.";

/// It cannot be undone, so it is asked about (U9).
AfterAction draw_question_box(const AfterView& view, Ui& ui, const Rect& area) {
  AfterAction action;
  const float width = std::min(kBoxWidth, area.w - kGap32), room = width - 2 * kGap24;
  const float text = ui.height_of(kAsk, kBody, room);
  const float height = 2 * kGap24 + 28 + kGap12 + text + kGap24 + kButtonHeight;
  const Rect box{std::round(area.center().x - width / 2), std::round(area.center().y - height / 2),
                 width, height};
  ui.begin_modal("after.asks", box);
  card(ui, box);
  Flow flow{box.x + kGap24, box.y + kGap24, room};
  ui.label(flow.take(28, kGap12), "Delete “" + view.title + "”?", kLead, ui.color(Role::Text));
  flow.skip(wall_text(ui, "after.asked", {flow.x, flow.y}, room, kAsk, kBody, Role::Text) + kGap24);
  const ButtonLook remove{"Delete for good", "Enter", "", Weight::Filled}, keep{"Keep", "Esc"};
  const float wide = button_width(ui, remove), narrow = button_width(ui, keep);
  const Rect row = flow.take(kButtonHeight);
  if (button(ui, "after.keep", {row.right() - wide - kGap12 - narrow, row.y, narrow, row.h}, keep))
    action.kind = Kind::Keep;
  if (button(ui, "after.remove", {row.right() - wide, row.y, wide, row.h}, remove) ||
      ui.pressed(Key::Enter))
    action.kind = Kind::Delete;
  if (ui.end_modal()) action.kind = Kind::Keep;
  return action;
}

AfterAction hear_keys(const AfterView& view, Ui& ui) {
  if (view.can_delete && ui.pressed(U'x')) return {Kind::AskDelete};
  if (!view.questions.empty() && ui.pressed(U'p')) return {Kind::Print};
  if (!view.questions.empty() && ui.pressed(U's')) return {Kind::Export};
  if (!view.missed.empty() && ui.pressed(U'd')) return {Kind::MakeDeck};
  if (!view.missed.empty() && ui.pressed(U'a')) return {Kind::PlayMissed};
  if (ui.pressed(Key::Escape)) return {Kind::Leave};
  return {};
}

}  // namespace

AfterAction draw(const AfterView& view, Ui& ui, const Rect& area) {
  const AfterAction asked = view.asks_delete ? draw_question_box(view, ui, area) : AfterAction{};
  const float k = std::min(1.6F, wall_scale(area));
  const std::vector<Choice> choices = choices_of(view);
  const float strip = choices_height(choices, ui, area.w);
  const Rect frame{area.x, area.y, area.w, area.h - strip};
  Flow flow = column_in(ui.begin_scroll("after", frame), kColumn * std::max(1.0F, k));
  flow.skip(24 * k);
  ui.label(flow.take(20 * k, 4 * k), view.title, {Font::SemiBold, std::max(13.0F, 14 * k), 1.2F},
           ui.color(Role::Muted));
  ui.label(flow.take(44 * k), "What the class missed", {Font::Display, 32 * k, 1.2F},
           ui.color(Role::Text));
  const TextStyle body{Font::Regular, std::max(15.0F, 16 * k), 1.4F};
  flow.skip(wall_text(ui, "after.line", {flow.x, flow.y}, flow.width,
                      view.line + ". " + view.missed_line, body, Role::Muted) +
            16 * k);
  for (std::size_t i = 0; i < view.missed.size(); ++i)
    draw_question(view.missed[i], "missed." + std::to_string(i), ui, flow, k);
  if (!view.questions.empty()) {
    flow.skip(20 * k);
    ui.label(flow.take(32 * k, 8 * k), "Every question", {Font::SemiBold, 20 * k, 1.2F},
             ui.color(Role::Text));
    for (std::size_t i = 0; i < view.questions.size(); ++i) {
      AfterQuestion brief = view.questions[i];
      brief.evidence.clear();
      draw_question(brief, "asked." + std::to_string(i), ui, flow, k);
    }
  }
  if (!view.kept.empty()) {
    flow.skip(8 * k);
    flow.skip(
        wall_text(ui, "after.kept", {flow.x, flow.y}, flow.width, view.kept, kBody, Role::Muted));
  }
  flow.skip(24 * k);
  ui.end_scroll(flow.y);
  const AfterAction pressed = draw_choices(choices, ui, {area.x, frame.bottom(), area.w, strip});
  if (view.asks_delete) return asked;
  const AfterAction keyed = hear_keys(view, ui);
  return keyed.kind != Kind::None ? keyed : pressed;
}

}  // namespace recto::screens
