#include "game/screens/study/card_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = StudyAction::Kind;

constexpr float kLeastCard = 320;
constexpr float kLowWindow = 480;
constexpr double kTurning = 0.15;         ///< seconds in which the answer appears (U7)
constexpr std::size_t kLongPrompt = 160;  ///< bytes; above it the prompt is set smaller …
constexpr std::size_t kLongText = 320;    ///< … and above this it is read like a text
constexpr float kLeastGap = 168;          ///< width of a gap: it must not tell the answer's length
constexpr TextStyle kGapText{Font::Regular, 22};
constexpr std::string_view kNoBreakBlank = "\u00A0";

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
    case study::Verdict::Almost: return {"help_outline", Role::Warning};
  }
  return {};
}

std::vector<Range> ranges_of(const std::vector<Piece>& pieces) {
  std::vector<Range> ranges;
  ranges.reserve(pieces.size());
  for (const Piece& piece : pieces)
    ranges.push_back({piece.begin, piece.end});
  return ranges;
}

/// The card's own words have a size of their own (U4).
TextStyle sized(const StudyView& view, TextStyle style) {
  style.size = std::round(style.size * view.text_size);
  return style;
}

TextStyle prompt_style(const StudyView& view, const Ui& ui) {
  TextStyle style = is_low(ui) || view.prompt.size() > kLongPrompt ? kTitle : kPrompt;
  // Lines with a field among them, and the same ones once it is filled.
  if (view.gap || view.filled != Piece{})
    style.line_height = 1.5F;
  else if (view.prompt.size() > kLongText)
    style = kReading;
  return sized(view, style);
}

/// Kind and heading on the left, a flag on the right.
void draw_above(const StudyView& view, Ui& ui, Flow& flow) {
  if (!view.note.empty()) ui.label(flow.take(20, 4), view.note, kSmallBold, ui.color(Role::Accent));
  const Rect row = flow.take(20, kGap8);
  float right = row.right();
  if (!view.flagged.empty()) {
    right -= std::ceil(ui.width_of(view.flagged, kSmall)) + 1;
    ui.label({right, row.y, row.right() - right, row.h}, view.flagged, kSmall,
             ui.color(Role::Warning));
    right -= 22;
    ui.icon({right, row.y, 18, row.h}, "flag", 16, ui.color(Role::Warning));
    right -= kGap12;
  }
  const std::string above = view.heading.empty() ? view.kind : view.kind + " · " + view.heading;
  ui.label({row.x, row.y, right - row.x, row.h}, above, kSmall, ui.color(Role::Muted));
}

/// The text that is being typed lives in the ui's field; this gives and takes it.
StudyAction draw_field(const StudyView& view, Ui& ui, const Rect& rect, const FieldLook& look) {
  const std::string id = answer_field(view);
  std::string text = ui.was_there(id) ? ui.field_text(id) : view.typed;
  const FieldResult result = text_field(ui, id, rect, text, look);
  if (result.submitted) return {.kind = Kind::Reveal, .text = text};
  if (result.skipped) return {.kind = Kind::Reveal};
  return {};
}

/// The prompt with the field where its gap is: as wide as what is typed needs, never as the answer.
StudyAction draw_gapped(const StudyView& view, Ui& ui, Flow& flow) {
  const TextStyle style = prompt_style(view, ui), in_gap = sized(view, kGapText);
  const std::string id = answer_field(view);
  const std::string& typed = ui.was_there(id) ? ui.field_text(id) : view.typed;
  const float blank = ui.width_of(kNoBreakBlank, style);
  const float wanted =
      std::clamp(std::ceil(ui.width_of(typed, in_gap)) + 48, kLeastGap, flow.width - 2 * blank);
  std::string shown = view.prompt.substr(0, view.gap->begin);
  float width = 0;
  for (; width < wanted && width + blank < flow.width; width += blank)
    shown += kNoBreakBlank;
  shown += view.prompt.substr(view.gap->end);
  const float height = ui.lines({flow.x, flow.y}, flow.width, shown, style, ui.color(Role::Text));
  ui.record({.kind = "gapped",
             .name = "prompt",
             .text = view.prompt,
             .rect = {flow.x, flow.y, flow.width, height}});
  const Rect at = ui.cursor_at(shown, style, flow.width, view.gap->begin);
  const Rect field{flow.x + at.x, flow.y + at.y, width, at.h};
  StudyAction action = draw_field(view, ui, field.inset(2, 0), {"", true, in_gap});
  flow.skip(height);
  return action;
}

StudyAction draw_prompt(const StudyView& view, Ui& ui, Flow& flow) {
  if (view.gap) return draw_gapped(view, ui, flow);
  flow.skip(
      paragraph(ui, "prompt", {flow.x, flow.y}, flow.width, view.prompt,
                {.style = prompt_style(view, ui), .marked = {view.filled.begin, view.filled.end}}));
  return {};
}

/// What is wanted, and so much of the answer as was asked for.
void draw_hint(const StudyView& view, Ui& ui, Flow& flow) {
  if (view.revealed) return;
  if (!view.wanted.empty()) {
    flow.skip(kGap8);
    ui.label(flow.take(20), view.wanted, kBody, ui.color(Role::Muted));
  }
  if (view.hint.empty()) return;
  flow.skip(kGap12);
  const Rect row = flow.take(26);
  ui.icon({row.x - 2, row.y, 24, row.h}, "lightbulb_outline", 20, ui.color(Role::Warning));
  ui.label({row.x + 28, row.y, row.w - 28, row.h}, view.hint, kLead, ui.color(Role::Text));
}

StudyAction draw_options(const StudyView& view, Ui& ui, Flow& flow) {
  using Mark = OptionButtonLook::Mark;
  StudyAction action;
  for (std::size_t i = 0; i < view.options.size(); ++i) {
    const OptionLook& option = view.options[i];
    const std::string key = std::to_string(i + 1);
    OptionButtonLook look{option.text, key, Mark::None, {}, view.revealed, sized(view, kBody)};
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
      action = {.kind = Kind::Choose, .index = i};
  }
  flow.skip(kGap8);
  return action;
}

/// One of the answers that stand above each other: whose it is, its words, a sign.
struct AnswerRow {
  std::string_view id, label, text;
  TextStyle style;
  const std::vector<Piece>* faults = nullptr;
  Role role = Role::Text;   ///< of the faults
  std::string_view said{};  ///< at the right end, with its sign
  Sign sign{};
};

constexpr float kRowPad = 14;

/// What the words of a row get of its width.
float row_room(Ui& ui, const AnswerRow& row, float width) {
  const float said = row.said.empty() ? 0 : std::ceil(ui.width_of(row.said, kBodyBold)) + 48;
  return width - 2 * kGap16 - said;
}

float row_height(Ui& ui, const AnswerRow& row, float width) {
  const float label = row.label.empty() ? 0 : 20;
  return label + std::ceil(ui.height_of(row.text, row.style, row_room(ui, row, width))) +
         2 * kRowPad;
}

void draw_row(Ui& ui, const AnswerRow& row, const Rect& rect) {
  float y = rect.y + kRowPad;
  if (!row.label.empty()) {
    ui.label({rect.x + kGap16, y - 2, row_room(ui, row, rect.w), 20}, row.label, kSmall,
             ui.color(Role::Muted));
    y += 20;
  }
  const std::vector<Range> faults =
      row.faults != nullptr ? ranges_of(*row.faults) : std::vector<Range>();
  paragraph(ui, row.id, {rect.x + kGap16, y}, row_room(ui, row, rect.w), row.text,
            {.style = row.style, .underlined = faults, .underline = row.role});
  if (row.said.empty()) return;
  const float width = std::ceil(ui.width_of(row.said, kBodyBold)) + 1;
  const Rect word{rect.right() - kGap16 - width, rect.y, width, rect.h};
  ui.label(word, row.said, kBodyBold, ui.color(row.sign.role));
  ui.icon({word.x - 30, rect.y, 26, rect.h}, row.sign.icon, 22, ui.color(row.sign.role));
}

/// The rows in one frame, a line between them.
void draw_rows(Ui& ui, const std::vector<AnswerRow>& rows, Flow& flow) {
  float height = 0;
  for (const AnswerRow& row : rows)
    height += row_height(ui, row, flow.width);
  const Rect box = flow.take(height, kGap16);
  ui.fill(box, ui.color(Role::Field), kButtonRadius);
  ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
  float y = box.y;
  for (const AnswerRow& row : rows) {
    if (y > box.y) ui.fill({box.x + 1, y, box.w - 2, 1}, ui.color(Role::Hairline));
    const Rect rect{box.x, y, box.w, row_height(ui, row, flow.width)};
    draw_row(ui, row, rect);
    y = rect.bottom();
  }
}

/// Under options, which show the answer themselves.
void draw_verdict(const StudyView& view, Ui& ui, Flow& flow) {
  if (!view.verdict) return;
  const Sign sign = sign_of(*view.verdict);
  const Rect row = flow.take(24, kGap16);
  ui.icon({row.x - 2, row.y, 24, row.h}, sign.icon, 22, ui.color(sign.role));
  ui.label({row.x + 28, row.y, row.w - 28, row.h}, view.verdict_text, kBodyBold,
           ui.color(sign.role));
}

/// What was typed above the answer, where they are not the same; else the answer, with the verdict.
void draw_answers(const StudyView& view, Ui& ui, Flow& flow) {
  if (view.answer.empty()) return draw_verdict(view, ui, flow);
  if (!view.verdict) {
    flow.skip(paragraph(ui, "answer", {flow.x, flow.y}, flow.width, view.answer,
                        {.style = sized(view, kLeadText)}));
    return flow.skip(kGap16);
  }
  const bool both = !view.typed.empty() && view.typed != view.answer;
  std::vector<AnswerRow> rows;
  if (both)
    rows.push_back({"typed", "Your answer", view.typed, sized(view, kReading), &view.typed_faults,
                    Role::Bad, view.verdict_text, sign_of(*view.verdict)});
  rows.push_back({"answer", both ? "On the card" : "", view.answer, sized(view, kLeadText),
                  &view.answer_faults, Role::Good});
  if (!both) {
    rows.back().said = view.verdict_text;
    rows.back().sign = sign_of(*view.verdict);
  }
  draw_rows(ui, rows, flow);
}

StudyAction draw_source(const SourceLook& source, const TextStyle& style, Ui& ui, Flow& flow) {
  StudyAction action;
  flow.skip(kGap8);
  ui.fill(flow.take(1, kGap12), ui.color(Role::Hairline));
  const Rect row = flow.take(32, 4);
  float room = row.w;
  if (source.has_more) {
    const ButtonLook look{source.whole ? "Sentence alone" : "Whole passage", "S", "",
                          Weight::Plain};
    const float width = button_width(ui, look);
    room -= width;
    if (button(ui, "study.source", {row.right() - width + kGap12, row.y, width, row.h}, look))
      action.kind = Kind::Source;
  }
  const std::string from = source.title.empty() ? "From the article" : "From " + source.title;
  ui.label({row.x, row.y, room - kGap12, row.h}, from, kSmall, ui.color(Role::Muted));
  const float bar = 3, inside = kGap16;
  const float height = ui.height_of(source.text, style, flow.width - inside);
  ui.fill({flow.x, flow.y + 2, bar, height - 4}, ui.color(Role::Track), bar / 2);
  const Range marked = source.whole ? Range{source.evidence.begin, source.evidence.end} : Range{};
  flow.skip(paragraph(ui, "source", {flow.x + inside, flow.y}, flow.width - inside, source.text,
                      {.style = style, .marked = marked}));
  if (source.whole && !source.url.empty()) {
    flow.skip(kGap8);
    flow.skip(paragraph(ui, "source.url", {flow.x + inside, flow.y}, flow.width - inside,
                        source.url, {.style = kSmall, .role = Role::Muted}));
  }
  return action;
}

StudyAction draw_answer(const StudyView& view, Ui& ui, Flow& flow) {
  StudyAction action;
  const float there = ui.appear("answer", kTurning);
  const float top = flow.y;
  ui.push_opacity(there);
  if (!view.offer.empty()) {
    flow.skip(paragraph(ui, "offer", {flow.x, flow.y}, flow.width, view.offer,
                        {.style = kBodyBold, .role = Role::Warning}));
    flow.skip(kGap16);
  }
  draw_answers(view, ui, flow);
  const auto write = [&](const char* id, const std::string& text, Role role) {
    if (text.empty()) return;
    flow.skip(paragraph(ui, id, {flow.x, flow.y}, flow.width, text,
                        {.style = sized(view, kBody), .role = role}));
    flow.skip(kGap12);
  };
  write("explanation", view.explanation, Role::Text);
  write("about_chosen", view.about_chosen, Role::Muted);
  if (view.source) action = draw_source(*view.source, sized(view, kReading), ui, flow);
  if (there == 0) ui.bring_into_view({flow.x, top, flow.width, flow.y - top});
  ui.pop_opacity();
  return action;
}

StudyAction draw_content(const StudyView& view, Ui& ui, Flow& flow) {
  draw_above(view, ui, flow);
  StudyAction action = draw_prompt(view, ui, flow);
  draw_hint(view, ui, flow);
  flow.skip(is_low(ui) ? kGap12 : kGap24);
  if (!view.options.empty()) action = draw_options(view, ui, flow);
  if (view.revealed) return draw_answer(view, ui, flow);
  if (view.way == study::Way::Type && !view.gap)
    action = draw_field(view, ui, flow.take(kFieldHeight, kGap8), {"Type the answer", true});
  return action;
}

}  // namespace

bool is_low(const Ui& ui) {
  return ui.area().h < kLowWindow;
}

std::string answer_field(const StudyView& view) {
  return "study.answer." + std::to_string(view.done);
}

StudyAction draw_card(const StudyView& view, Ui& ui, const Rect& frame) {
  const std::string& name = view.gap ? view.kind : view.prompt;
  const Flow column = column_in(ui.begin_scroll("study.card " + name, frame));
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

}  // namespace recto::screens
