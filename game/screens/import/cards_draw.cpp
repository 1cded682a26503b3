#include <algorithm>
#include <cmath>
#include <string>

#include "game/screens/import/preview_parts.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = PreviewAction::Kind;
using State = PreviewCard::State;
using RowKind = PreviewRow::Kind;

constexpr float kPad = 12;
constexpr float kSide = 44;  ///< with the box to tick
constexpr float kKindLine = 20;
constexpr float kHeadingRow = 44, kLeftOutRow = 56;

struct Line {
  const std::string* text;
  TextStyle style;
  Role role;
  const char* name;
};

/// What stands in a card below its kind; empty texts left out.
std::vector<Line> lines_of(const PreviewCard& card) {
  const bool kept = card.state == State::Kept;
  std::vector<Line> lines = {{&card.prompt, kBodyBold, kept ? Role::Text : Role::Muted, ".prompt"},
                             {&card.answer, kBody, kept ? Role::Text : Role::Muted, ".answer"},
                             {&card.also, kSmall, Role::Muted, ".also"},
                             {&card.options, kSmall, Role::Muted, ".options"},
                             {&card.said, kSmall, Role::Muted, ".said"}};
  std::erase_if(lines, [](const Line& line) { return line.text->empty(); });
  return lines;
}

float card_height(const PreviewCard& card, Ui& ui, float width) {
  float height = 2 * kPad + kKindLine;
  for (const Line& line : lines_of(card))
    height += std::ceil(ui.height_of(*line.text, line.style, width - kSide - kPad)) + 4;
  return height;
}

PreviewAction draw_card(const PreviewCard& card, bool chosen, Ui& ui, const Rect& rect) {
  PreviewAction action;
  const std::string name = "card." + std::to_string(card.entry);
  const bool kept = card.state == State::Kept;
  if (kept || chosen) ui.fill(rect, ui.color(Role::Surface), kButtonRadius);
  ui.outline(rect, ui.color(chosen ? Role::Accent : Role::Hairline), kButtonRadius, chosen ? 2 : 1);
  const Rect box{rect.x + 4, rect.y + 4, 36, 36};
  const Touch tick = ui.touch(name + ".keep", box, Focusable::No);
  if (tick.hovered) ui.fill(box, ui.color(Role::Hover), kFieldRadius);
  ui.icon(box, kept ? "check_box" : "check_box_outline_blank", 22,
          ui.color(kept ? Role::Accent : Role::Muted));
  ui.record({.kind = "check",
             .name = name + ".keep",
             .text = kept ? "Drop" : "Keep",
             .value = kept ? "kept" : "",
             .rect = box,
             .hovered = tick.hovered});
  if (tick.clicked) action = {.kind = Kind::Turn, .entry = card.entry};
  Flow flow{rect.x + kSide, rect.y + kPad, rect.w - kSide - kPad};
  ui.line(flow.take(kKindLine), card.edited ? card.kind + " · yours" : card.kind, kSmallBold,
          ui.color(Role::Muted));
  for (const Line& line : lines_of(card)) {
    const ParagraphTouch touch =
        touchable_paragraph(ui, name + line.name, {flow.x, flow.y}, flow.width, *line.text,
                            {.style = line.style, .role = line.role});
    if (touch.clicked) take(action, {.kind = Kind::Choose, .entry = card.entry});
    flow.skip(std::ceil(touch.height) + 4);
  }
  const Touch whole = ui.touch(name, rect, Focusable::No, Cursor::Arrow);
  if (whole.clicked) take(action, {.kind = Kind::Choose, .entry = card.entry});
  ui.record({.kind = "card",
             .name = name,
             .text = card.prompt,
             .value = std::string(kept                           ? "kept"
                                  : card.state == State::Dropped ? "dropped"
                                                                 : "left out") +
                      (chosen ? " chosen" : ""),
             .rect = rect,
             .hovered = whole.hovered});
  return action;
}

PreviewAction draw_left_out(const PreviewRow& row, bool open, Ui& ui, const Rect& rect) {
  const ButtonLook look{row.text, "", open ? "expand_less" : "expand_more", Weight::Plain};
  const Rect place{rect.x, rect.y + kGap8, std::min(rect.w, button_width(ui, look)), kTarget};
  return button(ui, "preview.left-out", place, look) ? PreviewAction{.kind = Kind::FoldLeftOut}
                                                     : PreviewAction{};
}

PreviewAction draw_row(const PreviewView& view, std::size_t index, Ui& ui, const Rect& rect) {
  const PreviewRow& row = view.rows[index];
  switch (row.kind) {
    case RowKind::Card:
      return draw_card(view.cards[row.card], view.chosen_row == index, ui,
                       {rect.x, rect.y, rect.w, rect.h - kGap8});
    case RowKind::Heading: {
      const float room = rect.w - kGap8;
      ui.label({rect.x, rect.y + kGap12, room, rect.h - kGap12},
               ui.elided(row.text, kSmallBold, room), kSmallBold, ui.color(Role::Muted));
      return {};
    }
    case RowKind::Note:
      paragraph(ui, "preview.note." + std::to_string(index), {rect.x, rect.y + kGap8}, rect.w,
                row.text);
      return {};
    case RowKind::LeftOut: return draw_left_out(row, view.left_out_open, ui, rect);
  }
  return {};
}

float row_height(const PreviewView& view, std::size_t index, Ui& ui, float width) {
  const PreviewRow& row = view.rows[index];
  switch (row.kind) {
    case RowKind::Card: return card_height(view.cards[row.card], ui, width) + kGap8;
    case RowKind::Heading: return kHeadingRow;
    case RowKind::Note: return std::ceil(ui.height_of(row.text, kBody, width)) + kGap16;
    case RowKind::LeftOut: return kLeftOutRow;
  }
  return 0;
}

/// What the height of a row depends on.
std::uint64_t key_of(const PreviewView& view, std::size_t index) {
  const PreviewRow& row = view.rows[index];
  if (row.kind == RowKind::Card) return view.cards[row.card].looks;
  return row.kind == RowKind::Note ? std::hash<std::string>()(row.text)
                                   : static_cast<std::uint64_t>(row.kind);
}

}  // namespace

PreviewAction draw_cards(const PreviewView& view, PreviewLayout& layout, Ui& ui,
                         const Rect& frame) {
  PreviewAction action;
  const Rect content = ui.begin_scroll("cards", frame);
  const float width = std::min(content.w - kGap16 - kGap24, 640.0F);
  const Vec corner{std::round(content.x + std::max(kGap16, (content.w - width) / 2)), content.y};
  std::vector<std::uint64_t> keys(view.rows.size());
  for (std::size_t i = 0; i < keys.size(); ++i)
    keys[i] = key_of(view, i);
  const float top = frame.y - corner.y, bottom = frame.bottom() - corner.y;
  layout.cards.place(
      keys, width, ui.scale(), top, bottom,
      {[&](std::size_t i) { return view.rows[i].kind == RowKind::Card ? 112.0F : kHeadingRow; },
       [&](std::size_t i) { return row_height(view, i, ui, width); }});
  const auto [begin, end] = layout.cards.between(top, bottom);
  for (std::size_t i = begin; i < end; ++i)
    take(action,
         draw_row(view, i, ui,
                  {corner.x, corner.y + layout.cards.top_of(i), width, layout.cards.height_of(i)}));
  if (layout.follows && view.chosen_row)
    ui.bring_into_view({corner.x, corner.y + layout.cards.top_of(*view.chosen_row), width,
                        layout.cards.height_of(*view.chosen_row)});
  ui.end_scroll(corner.y + layout.cards.height() + kGap24);
  if (!layout.cards.is_settled()) ui.redraw_in(0);
  return action;
}

}  // namespace recto::screens
