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

/// The passage in which words are selected, and these.
std::optional<std::pair<std::size_t, Range>> selection(const PreviewView& view, const Ui& ui) {
  for (std::size_t i = 0; i < view.passages.size(); ++i) {
    const Range range = ui.selected(name_of(i));
    if (!range.empty() && range.end <= view.passages[i].text.size()) return std::pair(i, range);
  }
  return std::nullopt;
}

PreviewAction make(const Making& making, std::size_t passage, Range range, Ui& ui) {
  ui.select("", 0, 0);
  return {.kind = Kind::Make,
          .passage = passage,
          .words = {range.begin, range.end},
          .card_kind = making.kind};
}

float heading_height(const PreviewPassage& passage, Ui& ui, float width) {
  if (passage.heading.empty()) return 0;
  return kOverHeading + std::ceil(ui.height_of(passage.heading, kLeadText, width)) + kGap8;
}

/// What can be made of the words that are selected, below the article.
PreviewAction draw_selection_bar(std::size_t passage, Range range, Ui& ui, const Rect& bar) {
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
      action = make(kMakings[i], passage, range, ui);
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
  if (!touch.clicked) return {};
  return {.kind = Kind::Place, .passage = index, .words = {*touch.clicked, *touch.clicked}};
}

/// The lines of the chosen card's evidence.
Rect evidence_rect(const PreviewView& view, const PreviewLayout& layout, Ui& ui, Vec top_left,
                   float width) {
  const std::size_t index = *view.chosen_passage;
  const PreviewPassage& passage = view.passages[index];
  const float top = top_left.y + layout.article.top_of(index) + heading_height(passage, ui, width);
  const Rect begin = ui.cursor_at(passage.text, kReading, width, view.marked.begin);
  const Rect end = ui.cursor_at(passage.text, kReading, width, view.marked.end);
  return {top_left.x, top + begin.y, width, end.bottom() - begin.y};
}

}  // namespace

PreviewAction hear_selection(const PreviewView& view, Ui& ui) {
  for (const Making& making : kMakings) {
    if (!ui.pressed(making.character)) continue;
    if (const auto chosen = selection(view, ui))
      return make(making, chosen->first, chosen->second, ui);
    // Says what to do first.
    return {.kind = Kind::Make, .card_kind = making.kind};
  }
  return {};
}

PreviewAction draw_article(const PreviewView& view, PreviewLayout& layout, Ui& ui,
                           const Rect& frame) {
  PreviewAction action;
  Rect page = frame;
  const auto selected = selection(view, ui);
  if (selected) {
    page.h -= kSelectionBar;
    take(action,
         draw_selection_bar(selected->first, selected->second, ui,
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
  if (layout.follows && view.chosen_passage)
    ui.bring_into_view(evidence_rect(view, layout, ui, corner, width));
  ui.end_scroll(corner.y + layout.article.height() + kGap24);
  if (!layout.article.is_settled()) ui.redraw_in(0);
  return action;
}

}  // namespace recto::screens
