#include "game/screens/import/preview_draw.h"

#include <algorithm>
#include <cmath>

#include "game/screens/edit/edit_draw.h"
#include "game/screens/import/preview_parts.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = PreviewAction::Kind;

constexpr const char* kFilter = "preview.filter";
constexpr float kHeader = 60;
constexpr float kControls = 44;
constexpr float kFiguresRow = 24;
constexpr float kHints = 44;
constexpr float kLow = 480;     ///< height below which hints go
constexpr float kNarrow = 640;  ///< width below which there is room for one half only
constexpr float kSliderLine = 140;
constexpr float kFilterWidth = 220;
constexpr float kButtonHeight = 44;

float to_share(double threshold) {
  return static_cast<float>((draft::kMostThreshold - threshold) /
                            (draft::kMostThreshold - draft::kLeastThreshold));
}

double to_threshold(float share) {
  return draft::kMostThreshold -
         static_cast<double>(share) * (draft::kMostThreshold - draft::kLeastThreshold);
}

constexpr int kSliderSteps = 9;
static_assert(kSliderSteps * draft::kThresholdStep + draft::kLeastThreshold >
              draft::kMostThreshold - 1e-9);

PreviewAction with_threshold(double threshold) {
  return {.kind = Kind::Threshold, .threshold = threshold};
}

/// The one or two things that end the looking through.
PreviewAction draw_save(const PreviewView& view, Ui& ui, const Rect& row, float& left) {
  const bool seen = !view.seen.empty();
  ButtonLook first{seen ? "Update" : "Save", "Enter", "", Weight::Filled, !view.can_save};
  ButtonLook second{seen ? "Import as new" : "Save and study", seen ? "" : "Ctrl+Enter", "",
                    Weight::Outlined, !view.can_save};
  if (row.w < 900) second.key = {};
  if (row.w < kNarrow) first.key = {};
  const float first_width = button_width(ui, first), second_width = button_width(ui, second);
  const float top = std::round(row.center().y - kButtonHeight / 2);
  const Rect right{row.right() - first_width, top, first_width, kButtonHeight};
  const Rect beside{right.x - kGap12 - second_width, top, second_width, kButtonHeight};
  left = beside.x;
  PreviewAction action;
  if (button(ui, "preview.second", beside, second))
    action.kind = seen ? Kind::SaveAsNew : Kind::SaveAndStudy;
  if (button(ui, "preview.save", right, first)) action.kind = Kind::Save;
  return action;
}

PreviewAction draw_header(const PreviewView& view, Ui& ui, const Rect& row) {
  PreviewAction action;
  if (icon_button(ui, "preview.leave", {row.x - kGap8, row.y + 10, kTarget, kTarget}, "arrow_back",
                  "Leave; the draft is kept"))
    action.kind = Kind::Leave;
  float right = row.right();
  take(action, draw_save(view, ui, row, right));
  const float left = row.x + kTarget;
  const float room = right - kGap16 - left;
  const bool two = !view.from.empty();
  ui.label({left, row.y + (two ? 8.0F : 16.0F), room, 26}, ui.elided(view.title, kLead, room),
           kLead, ui.color(Role::Text));
  if (two)
    ui.label({left, row.y + 34, room, 20}, ui.elided(view.from, kSmall, room), kSmall,
             ui.color(Role::Muted));
  return action;
}

/// The filter: a button, or the field that it opens. Returns where it begins.
float draw_filter(const PreviewView& view, Ui& ui, const Rect& row, PreviewAction& action) {
  if (!view.filtering) {
    const Rect place{row.right() - kTarget + kGap8, row.y + 2, kTarget, kTarget};
    if (icon_button(ui, "preview.find", place, "search", "Filter the cards"))
      action.kind = Kind::OpenFilter;
    return place.x;
  }
  const float width = std::min(kFilterWidth, row.w / 2);
  const Rect place{row.right() - width, row.y + 2, width, kTarget};
  std::string text = view.filter;
  const FieldResult typed = text_field(ui, kFilter, place, text, {"Words of a card", true});
  if (typed.changed) action = {.kind = Kind::Filter, .text = text};
  if (typed.submitted) ui.set_focus("");
  return place.x;
}

PreviewAction draw_controls(const PreviewView& view, Ui& ui, Flow& flow) {
  PreviewAction action;
  const Rect row = flow.take(kControls);
  const SliderLook look{"fewer", "more", view.figures, to_share(view.threshold), kSliderSteps};
  const float width = slider_width(ui, look, kSliderLine);
  if (const auto share = slider(ui, "preview.slider", {row.x, row.y, width, row.h}, look))
    action = with_threshold(to_threshold(*share));
  const float filter = draw_filter(view, ui, row, action);
  const float figures = std::ceil(ui.width_of(view.figures, kSmallBold)) + 1;
  const bool beside = row.x + width + kGap24 + figures + kGap16 <= filter;
  const Rect place =
      beside ? Rect{row.x + width + kGap24, row.y, figures, row.h} : flow.take(kFiguresRow);
  ui.label(place, view.figures, kSmallBold, ui.color(Role::Text));
  if (!view.seen.empty()) {
    const float height = ui.height_of(view.seen, kSmall, row.w - kGap32);
    const Rect line = flow.take(std::ceil(height) + kGap8, 4);
    ui.icon({line.x, line.y, 20, std::min(line.h, 24.0F)}, "history", 18, ui.color(Role::Muted));
    paragraph(ui, "preview.seen", {line.x + 28, line.y + 3}, line.w - 28, view.seen,
              {.style = kSmall});
  }
  return action;
}

/// The keys that go from card to card.
PreviewAction hear_steps(Ui& ui) {
  static constexpr struct {
    Key key;
    int steps;
  } kKeys[] = {{Key::Down, 1}, {Key::Up, -1}, {Key::PageDown, 8}, {Key::PageUp, -8}};
  for (const auto& [key, steps] : kKeys)
    if (ui.stepped(key)) return {.kind = Kind::Step, .steps = steps};
  if (ui.typing()) return {};
  if (ui.pressed(Key::Home)) return {.kind = Kind::Step, .steps = -1'000'000};
  if (ui.pressed(Key::End)) return {.kind = Kind::Step, .steps = 1'000'000};
  return {};
}

/// The keys of F9 and F10. Before the halves, which scroll by arrows themselves.
PreviewAction hear_keys(const PreviewView& view, Ui& ui) {
  if (view.words && !ui.typing()) return hear_words(view, ui);
  if (ui.pressed(Key::Escape)) return {.kind = view.filtering ? Kind::CloseFilter : Kind::Leave};
  if (PreviewAction step = hear_steps(ui); step.kind != Kind::None) return step;
  if (ui.typing()) return {};
  if (ui.stepped(Key::Right)) return with_threshold(view.threshold - draft::kThresholdStep);
  if (ui.stepped(Key::Left)) return with_threshold(view.threshold + draft::kThresholdStep);
  if (ui.pressed(Key::Enter, kCtrl)) return {.kind = Kind::SaveAndStudy};
  if (ui.pressed(Key::Enter)) return {.kind = Kind::Save};
  if (view.can_redo && (ui.pressed(U'z', kCtrlShift) || ui.pressed(U'y', kCtrl)))
    return {.kind = Kind::Redo};
  if (view.can_undo && (ui.pressed(U'z', kCtrl) || ui.pressed(U'u'))) return {.kind = Kind::Undo};
  if (ui.pressed(U'/')) return {.kind = Kind::OpenFilter};
  if (ui.pressed(U'w')) return {.kind = Kind::OpenWords, .chosen = selected_words(view, ui)};
  if (ui.pressed(U'o')) return {.kind = Kind::FoldLeftOut};
  if (PreviewAction made = hear_selection(view, ui); made.kind != Kind::None) return made;
  if (!view.chosen_row) return {};
  if (ui.pressed(Key::Space))
    return {.kind = Kind::Turn, .entry = view.cards[view.rows[*view.chosen_row].card].entry};
  if (ui.pressed(U'e')) return {.kind = Kind::Edit};
  if (ui.pressed(U'a')) return {.kind = Kind::Accept};
  if (ui.pressed(U'k')) return {.kind = Kind::ChangeKind};
  if (ui.pressed(U'd')) return {.kind = Kind::ChangeOptions};
  return {};
}

void draw_foot(const PreviewView& view, Ui& ui, const Rect& row) {
  if (!view.said.empty()) {
    ui.label(row, ui.elided(view.said, kBody, row.w), kBody, ui.color(Role::Text), Align::Center);
    return;
  }
  if (view.words) {
    static constexpr KeyHint kWords[] = {{"← → ↑ ↓", "words, sentences"},
                                         {"Shift", "choose more"},
                                         {"C", "gap"},
                                         {"Q", "question"},
                                         {"T", "true or false"},
                                         {"Esc", "done"},
                                         {"Alt", "by letters"}};
    key_hints(ui, row, kWords);
    return;
  }
  static constexpr KeyHint kKeys[] = {{"↑ ↓", "move"},        {"Space", "keep, drop"},
                                      {"E", "edit"},          {"A", "also right"},
                                      {"← →", "fewer, more"}, {"K", "other kind"},
                                      {"W", "choose words"},  {"D", "other options"},
                                      {"/", "filter"},        {"O", "left out"}};
  key_hints(ui, row, kKeys);
}

/// The halves side by side; one of them where there is no room.
PreviewAction draw_halves(const PreviewView& view, PreviewLayout& layout, Ui& ui,
                          const Rect& frame) {
  PreviewAction action;
  if (frame.w < kNarrow)
    return layout.shows_article || view.words ? draw_article(view, layout, ui, frame)
                                              : draw_cards(view, layout, ui, frame);
  const float half = std::round(frame.w * 0.5F);
  take(action, draw_article(view, layout, ui, {frame.x, frame.y, half, frame.h}));
  ui.fill({frame.x + half, frame.y, 1, frame.h}, ui.color(Role::Hairline));
  take(action,
       draw_cards(view, layout, ui, {frame.x + half + 1, frame.y, frame.w - half - 1, frame.h}));
  return action;
}

/// Which half is seen, where there is room for one only.
void draw_switch(PreviewLayout& layout, Ui& ui, Flow& flow) {
  const ButtonLook look{layout.shows_article ? "Show the cards" : "Show the article", "", "",
                        Weight::Plain};
  const Rect row = flow.take(kTarget);
  if (button(ui, "preview.half", {row.x, row.y, button_width(ui, look), row.h}, look))
    layout.shows_article = !layout.shows_article;
}

}  // namespace

PreviewAction draw(const PreviewView& view, PreviewLayout& layout, Ui& ui, const Rect& area) {
  PreviewAction action;
  if (view.edit) {
    action.edit = draw(*view.edit, ui, area);
    if (action.edit.kind != EditAction::Kind::None) action.kind = Kind::Edited;
  }
  if (view.reveal != layout.revealed) layout.follows = true;
  layout.revealed = view.reveal;
  const float margin = area.w < kNarrow ? kGap16 : kGap24;
  Flow flow{area.x + margin, area.y, area.w - 2 * margin};
  take(action, draw_header(view, ui, flow.take(kHeader)));
  take(action, draw_controls(view, ui, flow));
  if (area.w < kNarrow) draw_switch(layout, ui, flow);
  take(action, hear_keys(view, ui));
  select_words(view, layout, ui);
  const float hints = area.h < kLow && view.said.empty() ? 0 : kHints;
  const float top = flow.y + 4;
  ui.fill({area.x, top - 1, area.w, 1}, ui.color(Role::Hairline));
  const Rect frame{area.x, top, area.w, area.bottom() - hints - top};
  take(action, draw_halves(view, layout, ui, frame));
  if (layout.article.is_settled() && layout.cards.is_settled()) layout.follows = false;
  if (hints > 0) {
    ui.fill({area.x, frame.bottom(), area.w, 1}, ui.color(Role::Hairline));
    draw_foot(view, ui, {area.x + margin, frame.bottom() + 2, area.w - 2 * margin, hints - 4});
  }
  return action;
}

}  // namespace recto::screens
