#include "game/screens/study/study_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = StudyAction::Kind;

constexpr float kTallest = 900;  ///< of the whole page; taller windows give air above and below
constexpr float kHeaderHeight = 56;
constexpr float kLeastCard = 320;
constexpr float kHintsHeight = 44;
constexpr float kLowWindow = 480;  ///< below it everything else makes room for the card
constexpr double kTurning = 0.15;  ///< seconds in which the answer appears (U7)

struct Sign {
  std::string_view icon;
  Role role;
};

/// Right and wrong are a sign, a word and a colour (U5).
Sign sign_of(study::Verdict verdict) {
  switch (verdict) {
    case study::Verdict::Right:
    case study::Verdict::Slip: return {"check", Role::Good};
    case study::Verdict::Wrong: return {"close", Role::Bad};
    case study::Verdict::NotKnown: return {"remove", Role::Muted};
    case study::Verdict::SelfRated: return {"person", Role::Muted};
  }
  return {};
}

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

/// A field for each card, so that none begins with what was typed for another.
std::string field_of(const StudyView& view) {
  return "study.answer." + std::to_string(view.done);
}

/// Leaving, the deck's name, how far it is, undo.
StudyAction draw_header(const StudyView& view, Ui& ui, Flow& flow) {
  StudyAction action;
  const Rect row = flow.take(kHeaderHeight - 4);
  if (icon_button(ui, "study.leave", {row.x - kGap8, row.y + 6, kTarget, kTarget}, "arrow_back",
                  "Leave") ||
      ui.pressed(Key::Escape))
    action = {Kind::Leave, ui.field_text(field_of(view)), 0, memory::Rating::Good};
  float right = row.right();
  if (view.can_undo) {
    right -= kTarget - kGap8;
    if (icon_button(ui, "study.undo", {right, row.y + 6, kTarget, kTarget}, "undo",
                    "Undo the last answer"))
      action.kind = Kind::Undo;
    right -= kGap8;
  }
  const float progress = std::ceil(ui.width_of(view.progress, kSmall)) + 1;
  right -= progress;
  ui.label({right, row.y, progress, row.h}, view.progress, kSmall, ui.color(Role::Muted),
           Align::Right);
  const float left = row.x + kTarget;
  ui.label({left, row.y, right - kGap16 - left, row.h}, view.deck_title, kSmallBold,
           ui.color(Role::Text));
  const auto done = static_cast<float>(view.done), left_over = static_cast<float>(view.left);
  progress_bar(ui, flow.take(4), done + left_over > 0 ? done / (done + left_over) : 0,
               view.progress);
  if (view.can_undo && (ui.pressed(U'u') || ui.pressed(U'z', kCtrl))) action.kind = Kind::Undo;
  return action;
}

StudyAction draw_options(const StudyView& view, Ui& ui, Flow& flow) {
  using Mark = OptionButtonLook::Mark;
  StudyAction action;
  for (std::size_t i = 0; i < view.options.size(); ++i) {
    const OptionLook& option = view.options[i];
    const std::string key = std::to_string(i + 1);
    OptionButtonLook look{option.text, key, Mark::None, {}, view.revealed};
    if (view.revealed) {
      look.mark = option.mark == OptionLook::Mark::Right           ? Mark::Right
                  : option.mark == OptionLook::Mark::WronglyChosen ? Mark::Wrong
                                                                   : Mark::Dim;
    }
    if (look.mark == Mark::Right) look.said = "Right";
    if (look.mark == Mark::Wrong) look.said = "Your answer";
    const Rect rect = flow.take(option_height(ui, look, flow.width), kGap8);
    const bool clicked = option_button(ui, "option." + key, rect, look);
    if (view.revealed) continue;
    if (clicked || ui.pressed(static_cast<char32_t>(U'1' + i)))
      action = {Kind::Choose, {}, i, memory::Rating::Good};
  }
  flow.skip(kGap8);
  return action;
}

/// What was typed, as it stood in the field, with the verdict at its right end.
void draw_typed(const StudyView& view, Ui& ui, Flow& flow) {
  const Sign sign = sign_of(*view.verdict);
  const float verdict = std::ceil(ui.width_of(view.verdict_text, kBodyBold)) + 1;
  const bool beside = verdict + 160 < flow.width && !view.typed.empty();
  if (!view.typed.empty()) {
    const float room = flow.width - 2 * kGap16 - (beside ? verdict + 48 : 0);
    const float height = ui.height_of(view.typed, kBody, room);
    const Rect box = flow.take(std::max(kFieldHeight, std::ceil(height) + 2 * kGap12), kGap16);
    ui.fill(box, ui.color(Role::Field), kFieldRadius);
    ui.outline(box, ui.color(Role::Hairline), kFieldRadius);
    paragraph(ui, "typed", {box.x + kGap16, std::floor(box.center().y - height / 2)}, room,
              view.typed);
    if (beside) {
      const Rect word{box.right() - kGap16 - verdict, box.y, verdict, box.h};
      ui.label(word, view.verdict_text, kBodyBold, ui.color(sign.role));
      ui.icon({word.x - 32, box.y, 28, box.h}, sign.icon, 22, ui.color(sign.role));
      return;
    }
  }
  const Rect row = flow.take(24, kGap16);
  ui.icon({row.x - 2, row.y, 24, row.h}, sign.icon, 22, ui.color(sign.role));
  ui.label({row.x + 28, row.y, row.w - 28, row.h}, view.verdict_text, kBodyBold,
           ui.color(sign.role));
}

void draw_source(const SourceLook& source, Ui& ui, Flow& flow) {
  flow.skip(kGap8);
  ui.fill(flow.take(1, kGap16), ui.color(Role::Hairline));
  const std::string from = source.title.empty() ? "From the article" : "From " + source.title;
  ui.label(flow.take(20, kGap8), from, kSmall, ui.color(Role::Muted));
  flow.skip(paragraph(ui, "source", {flow.x, flow.y}, flow.width, source.text,
                      {.style = kReading, .marked = {source.begin, source.end}}));
}

void draw_answer(const StudyView& view, Ui& ui, Flow& flow) {
  const float there = ui.appear("answer", kTurning);
  const float top = flow.y;
  ui.push_opacity(there);
  if (view.verdict) draw_typed(view, ui, flow);
  if (!view.answer.empty()) {
    flow.skip(
        paragraph(ui, "answer", {flow.x, flow.y}, flow.width, view.answer, {.style = kLeadText}));
    flow.skip(kGap12);
  }
  if (!view.explanation.empty()) {
    flow.skip(paragraph(ui, "explanation", {flow.x, flow.y}, flow.width, view.explanation));
    flow.skip(kGap12);
  }
  if (there == 0) ui.bring_into_view({flow.x, top, flow.width, flow.y - top});
  if (view.source) draw_source(*view.source, ui, flow);
  ui.pop_opacity();
}

/// The text that is being typed lives in the ui's field; this gives and takes it.
StudyAction draw_field(const StudyView& view, Ui& ui, Flow& flow) {
  const std::string id = field_of(view);
  std::string text = ui.was_there(id) ? ui.field_text(id) : view.typed;
  const FieldResult result =
      text_field(ui, id, flow.take(kFieldHeight, kGap8), text, {"Type the answer", true});
  if (result.submitted) return {Kind::Reveal, text, 0, memory::Rating::Good};
  if (result.skipped) return {Kind::Reveal, {}, 0, memory::Rating::Good};
  return {};
}

bool is_low(const Ui& ui) {
  return ui.area().h < kLowWindow;
}

StudyAction draw_content(const StudyView& view, Ui& ui, Flow& flow) {
  const std::string above = view.heading.empty() ? view.kind : view.kind + " · " + view.heading;
  ui.label(flow.take(20, kGap8), above, kSmall, ui.color(Role::Muted));
  flow.skip(paragraph(
      ui, "prompt", {flow.x, flow.y}, flow.width, view.prompt,
      {.style = is_low(ui) ? kTitle : kPrompt, .marked = {view.filled_begin, view.filled_end}}));
  if (!view.hint.empty() && !view.revealed) {
    flow.skip(kGap8);
    ui.label(flow.take(20), view.hint, kBody, ui.color(Role::Muted));
  }
  flow.skip(is_low(ui) ? kGap12 : kGap24);
  StudyAction action;
  if (!view.options.empty()) take(action, draw_options(view, ui, flow));
  if (view.revealed)
    draw_answer(view, ui, flow);
  else if (view.way == study::Way::Type)
    take(action, draw_field(view, ui, flow));
  return action;
}

/// The card, as tall as its content, scrolling inside `frame`. Every prompt begins at the top.
StudyAction draw_card(const StudyView& view, Ui& ui, const Rect& frame) {
  const Flow column = column_in(ui.begin_scroll("study.card " + view.prompt, frame));
  const float pad = column.width < 560 || ui.area().h < 640 ? kGap24 : 40;
  const Vec corner{column.x, column.y + kGap16};
  Flow flow{corner.x + pad, corner.y + pad - kGap8, column.width - 2 * pad};
  ui.begin_above();
  StudyAction action = draw_content(view, ui, flow);
  const float least = std::min(kLeastCard, frame.h - kGap16 - kGap24);
  const float height = std::max(least, flow.y + pad - kGap8 - corner.y);
  ui.go_behind();
  card(ui, {corner.x, corner.y, column.width, std::round(height)});
  ui.end_above();
  ui.end_scroll(corner.y + height + kGap24);
  return action;
}

StudyAction draw_ratings(const StudyView& view, Ui& ui, const Rect& row) {
  StudyAction action;
  const float width = (row.w - 3 * kGap12) / 4;
  for (std::size_t i = 0; i < view.ratings.size(); ++i) {
    const RatingLook& rating = view.ratings[i];
    const std::string key = std::to_string(i + 1);
    const RatingButtonLook look{rating.name, rating.meaning,         rating.interval,
                                key,         role_of(rating.rating), rating.suggested};
    const Rect place{row.x + static_cast<float>(i) * (width + kGap12), row.y, width, row.h};
    const bool clicked = rating_button(ui, "rating." + key, place, look);
    const bool keyed = ui.pressed(static_cast<char32_t>(U'1' + i));
    if (clicked || keyed) action = {Kind::Rate, {}, 0, rating.rating};
  }
  const bool suggested = ui.pressed(Key::Space) || ui.pressed(Key::Enter);
  const auto* const found = std::find_if(view.ratings.begin(), view.ratings.end(),
                                         [](const RatingLook& rating) { return rating.suggested; });
  if (suggested && found != view.ratings.end() && action.kind == Kind::None)
    action = {Kind::Rate, {}, 0, found->rating};
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
    action = {Kind::Reveal, typing ? ui.field_text(field_of(view)) : "", 0, memory::Rating::Good};
  if (typing &&
      button(ui, "study.skip", {place.right() + kGap12, row.y, beside - kGap12, row.h}, other))
    action = {Kind::Reveal, {}, 0, memory::Rating::Good};
  return action;
}

void draw_hints(const StudyView& view, Ui& ui, const Rect& row) {
  std::vector<KeyHint> hints;
  std::string numbers;
  if (view.revealed) {
    hints = {{"Space", "takes the filled one"}, {"C", "copy card"}};
    if (view.can_undo) hints.push_back({"U", "undo"});
  } else if (view.way == study::Way::Choose) {
    numbers = "1–" + std::to_string(view.options.size());
    hints = {{numbers, "choose"}};
  }
  hints.push_back({"Esc", "leave"});
  key_hints(ui, row, hints);
}

}  // namespace

StudyAction draw(const StudyView& view, Ui& ui, const Rect& area) {
  const float height = std::min(area.h, kTallest);
  const Rect page{area.x, std::round((area.h - height) / 2), area.w, height};
  const bool low = is_low(ui);
  const float hints = low ? kGap12 : kHintsHeight;
  const float ratings = low ? kLowRatingHeight : kRatingHeight;
  const float buttons = view.revealed ? ratings : low ? kTarget : 52;
  Flow flow = column_in(page);
  if (!low) flow.skip(kGap8);
  StudyAction action = draw_header(view, ui, flow);
  const float bottom = page.bottom() - hints - buttons;
  take(action, draw_card(view, ui, {area.x, flow.y, area.w, bottom - kGap8 - flow.y}));
  const Rect row{flow.x, bottom, flow.width, buttons};
  take(action, view.revealed ? draw_ratings(view, ui, row) : draw_asking(view, ui, row));
  if (hints == kHintsHeight)
    draw_hints(view, ui, {flow.x, row.bottom() + 4, flow.width, hints - 8});
  if (view.revealed && ui.pressed(U'c')) action.kind = Kind::Copy;
  return action;
}

}  // namespace recto::screens
