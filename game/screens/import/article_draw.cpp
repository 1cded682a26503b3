#include <algorithm>
#include <cmath>
#include <string>

#include "game/screens/import/preview_parts.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = PreviewAction::Kind;

constexpr float kBetween = 14;      ///< paragraphs
constexpr float kOverHeading = 20;  ///< more than that
constexpr float kSelectionBar = 56;
constexpr float kLetter = 8.4F;  ///< of reading size, on average

struct Making {
  CardKind kind;
  const char *label, *key, *name;
  char32_t character;
};
constexpr Making kMakings[] = {{CardKind::Cloze, "Gap", "C", "make.gap", U'c'},
                               {CardKind::Short, "Question", "Q", "make.question", U'q'},
                               {CardKind::TrueFalse, "True or false", "T", "make.statement", U't'}};

std::string name_of(std::size_t passage) {
  return "article." + std::to_string(passage);
}

PreviewAction make(const Making& making, const draft::WordChoice& words, Ui& ui) {
  ui.select("", 0, 0);
  return {.kind = Kind::Make,
          .passage = words.passage,
          .words = words.span(),
          .card_kind = making.kind};
}

float heading_height(const PreviewPassage& passage, Ui& ui, float width) {
  if (passage.heading.empty()) return 0;
  return kOverHeading + std::ceil(ui.height_of(passage.heading, kLeadText, width)) + kGap8;
}

/// What can be made of the words that are selected, below the article.
PreviewAction draw_selection_bar(const draft::WordChoice& words, Ui& ui, const Rect& bar) {
  PreviewAction action;
  std::array<ButtonLook, 3> looks;
  float width = -kGap8;
  const auto measure = [&] {
    width = -kGap8;
    for (const ButtonLook& look : looks)
      width += button_width(ui, look) + kGap8;
  };
  for (std::size_t i = 0; i < looks.size(); ++i)
    looks.at(i) = {kMakings[i].label, kMakings[i].key};
  measure();
  if (width > bar.w)
    for (ButtonLook& look : looks)
      look.key = {};
  measure();
  float x = std::round(bar.x + std::max(0.0F, (bar.w - width) / 2));
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const float own = std::min(button_width(ui, looks.at(i)), bar.right() - x);
    if (button(ui, kMakings[i].name, {x, bar.y + kGap8, own, kTarget}, looks.at(i)))
      action = make(kMakings[i], words, ui);
    x += own + kGap8;
  }
  return action;
}

PreviewAction draw_passage(const PreviewView& view, std::size_t index, Ui& ui, Vec top_left,
                           float width) {
  const PreviewPassage& passage = view.passages[index];
  float y = top_left.y;
  if (!passage.heading.empty()) {
    const float height = std::ceil(ui.height_of(passage.heading, kLeadText, width));
    y += kOverHeading;
    paragraph(ui, name_of(index) + ".heading", {top_left.x, y}, width, passage.heading,
              {.style = kLeadText});
    y += height + kGap8;
  }
  std::vector<Range> stated;
  stated.reserve(passage.stated.size());
  for (const draft::Span& span : passage.stated)
    stated.push_back({span.begin, span.end});
  ParagraphLook look{.style = kReading};
  look.underlined = stated;
  look.underline = Role::Track;
  if (view.chosen_passage == index) look.marked = {view.marked.begin, view.marked.end};
  const ParagraphTouch touch =
      touchable_paragraph(ui, name_of(index), {top_left.x, y}, width, passage.text, look);
  if (view.words && view.words->passage == index) {
    const Rect cursor = ui.cursor_at(passage.text, kReading, width, view.words->cursor);
    ui.fill({top_left.x + cursor.x - 1, y + cursor.y, 2, cursor.h}, ui.color(Role::Accent));
  }
  if (!touch.clicked) return {};
  return {.kind = Kind::Place, .passage = index, .words = {*touch.clicked, *touch.clicked}};
}

/// The lines of bytes of a passage.
Rect lines_rect(const PreviewView& view, const PreviewLayout& layout, std::size_t index,
                draft::Span span, Ui& ui, Vec top_left, float width) {
  const PreviewPassage& passage = view.passages[index];
  const float top = top_left.y + layout.article.top_of(index) + heading_height(passage, ui, width);
  const Rect begin = ui.cursor_at(passage.text, kReading, width, span.begin);
  const Rect end = ui.cursor_at(passage.text, kReading, width, span.end);
  return {top_left.x, top + begin.y, width, end.bottom() - begin.y};
}

/// The lines of the chosen card's evidence.
Rect evidence_rect(const PreviewView& view, const PreviewLayout& layout, Ui& ui, Vec top_left,
                   float width) {
  return lines_rect(view, layout, *view.chosen_passage, view.marked, ui, top_left, width);
}

/// The line in which words are being chosen.
Rect words_rect(const PreviewView& view, const PreviewLayout& layout, Ui& ui, Vec top_left,
                float width) {
  const std::size_t cursor = view.words->cursor;
  const float line = kReading.size * kReading.line_height;
  // With a line around it, so that one sees where the next key leads.
  return lines_rect(view, layout, view.words->passage, {cursor, cursor}, ui, top_left, width)
      .inset(0, -line);
}

/// What a key chooses in the article.
std::optional<PreviewAction> step_of(const Stroke& stroke) {
  using Step = draft::ChoiceStep;
  using Way = draft::ChoiceWay;
  static constexpr struct {
    Key key;
    Step step;
    Way way;
  } kSteps[] = {{Key::Left, Step::Word, Way::Back},      {Key::Right, Step::Word, Way::On},
                {Key::Up, Step::Sentence, Way::Back},    {Key::Down, Step::Sentence, Way::On},
                {Key::Home, Step::Passage, Way::Back},   {Key::End, Step::Passage, Way::On},
                {Key::PageUp, Step::Passage, Way::Back}, {Key::PageDown, Step::Passage, Way::On}};
  if (stroke.mods.ctrl) return std::nullopt;
  for (const auto& [key, step, way] : kSteps) {
    if (stroke.key != key) continue;
    const bool to_rim = key == Key::Home || key == Key::End;
    if (to_rim && !stroke.mods.shift) return std::nullopt;
    const bool by_letter = stroke.mods.alt && step == Step::Word;
    return PreviewAction{.kind = Kind::MoveWords,
                         .step = by_letter ? Step::Letter : step,
                         .way = way,
                         .mode = stroke.mods.shift || by_letter ? draft::ChoiceMode::Extend
                                                                : draft::ChoiceMode::Move};
  }
  return std::nullopt;
}

}  // namespace

PreviewAction hear_selection(const PreviewView& view, Ui& ui) {
  for (const Making& making : kMakings) {
    if (!ui.pressed(making.character)) continue;
    if (const auto words = selected_words(view, ui)) return make(making, *words, ui);
    // Says what to do first.
    return {.kind = Kind::Make, .card_kind = making.kind};
  }
  return {};
}

std::optional<draft::WordChoice> selected_words(const PreviewView& view, const Ui& ui) {
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const Range range = ui.selected(name_of(i));
    if (range.empty() || range.end > view.passages[i].text.size()) continue;
    const bool backwards = ui.selection_anchor() == range.end;
    return draft::WordChoice{i, backwards ? range.end : range.begin,
                             backwards ? range.begin : range.end};
  }
  return std::nullopt;
}

PreviewAction hear_words(const PreviewView& view, Ui& ui) {
  if (ui.pressed(Key::Escape)) {
    ui.select("", 0, 0);
    return {.kind = Kind::CloseWords};
  }
  if (PreviewAction made = hear_selection(view, ui); made.kind != Kind::None) return made;
  PreviewAction action;
  for (Stroke& stroke : ui.take_strokes()) {
    auto step = step_of(stroke);
    if (!step)
      ui.give_back(std::move(stroke));
    else
      action = std::move(*step);
  }
  action.chosen = selected_words(view, ui);
  return action;
}

void select_words(const PreviewView& view, PreviewLayout& layout, Ui& ui) {
  if (layout.words_step == view.words_step) return;
  layout.words_step = view.words_step;
  if (!view.words) return ui.select("", 0, 0);
  ui.select(name_of(view.words->passage), view.words->anchor, view.words->cursor);
  layout.follows = true;
}

PreviewAction draw_article(const PreviewView& view, PreviewLayout& layout, Ui& ui,
                           const Rect& frame) {
  PreviewAction action;
  Rect page = frame;
  if (const auto words = selected_words(view, ui)) {
    page.h -= kSelectionBar;
    take(action,
         draw_selection_bar(*words, ui,
                            {frame.x + kGap16, page.bottom(), frame.w - kGap32, kSelectionBar}));
  }
  const Rect content = ui.begin_scroll("article", page);
  const float width = std::min(content.w - 2 * kGap24, 640.0F);
  const Vec corner{std::round(content.x + std::max(kGap24, (content.w - width) / 2)),
                   content.y + kGap8};
  std::vector<std::uint64_t> keys(view.passages.size());
  for (std::size_t i = 0; i < keys.size(); ++i)
    keys[i] = i;
  layout.article.place(
      keys, width, ui.scale(), page.y - corner.y, page.bottom() - corner.y,
      {[&](std::size_t i) {
         const float lines =
             std::ceil(static_cast<float>(view.passages[i].text.size()) * kLetter / width);
         return lines * kReading.size * kReading.line_height + kBetween;
       },
       [&](std::size_t i) {
         return heading_height(view.passages[i], ui, width) +
                std::ceil(ui.height_of(view.passages[i].text, kReading, width)) + kBetween;
       }});
  const auto [begin, end] = layout.article.between(page.y - corner.y, page.bottom() - corner.y);
  for (std::size_t i = begin; i < end; ++i)
    take(action, draw_passage(view, i, ui, {corner.x, corner.y + layout.article.top_of(i)}, width));
  if (layout.follows && view.words)
    ui.bring_into_view(words_rect(view, layout, ui, corner, width));
  else if (layout.follows && view.chosen_passage)
    ui.bring_into_view(evidence_rect(view, layout, ui, corner, width));
  ui.end_scroll(corner.y + layout.article.height() + kGap24);
  if (!layout.article.is_settled()) ui.redraw_in(0);
  return action;
}

}  // namespace recto::screens
