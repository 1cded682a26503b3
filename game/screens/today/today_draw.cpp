#include "game/screens/today/today_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/controls.h"
#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = TodayAction::Kind;

constexpr float kPad = 24;
constexpr float kButtonHeight = 48;
constexpr float kBeside =
    520;  ///< width of the column from which the button stands beside the plan
constexpr float kChoice = 64;
constexpr float kFirstTime = 96;  ///< above the one thing to do without decks

void take(TodayAction& action, const TodayAction& other) {
  if (other.kind != Kind::None) action = other;
}

/// The plan of the day on a card, with the one thing to do next.
TodayAction draw_plan(const TodayView& view, Ui& ui, Flow& flow) {
  TodayAction action;
  if (view.headline.empty()) return action;
  const bool starts = !view.button.empty();
  const bool proposes = !view.choices.empty();
  const ButtonLook look{view.button, proposes ? "" : "Enter", "",
                        proposes ? Weight::Outlined : Weight::Filled};
  const float wide = starts ? button_width(ui, look) : 0;
  const bool beside = starts && flow.width >= kBeside;
  const float room = flow.width - 2 * kPad - (beside ? wide + kGap24 : 0);
  const auto height = [&](const std::string& text, const TextStyle& style) {
    return text.empty() ? 0 : std::ceil(ui.height_of(text, style, room));
  };
  const float texts = height(view.headline, kPrompt) +
                      (view.detail.empty() ? 0 : kGap8 + height(view.detail, kBody)) +
                      (view.done.empty() ? 0 : kGap8 + height(view.done, kBody));
  const float below = starts && !beside ? kGap16 + kButtonHeight : 0;
  const Rect box = flow.take(std::max(texts + below, kButtonHeight) + 2 * kPad, kGap24);
  card(ui, box);
  Flow inner{box.x + kPad, box.y + kPad, room};
  const auto write = [&](const char* id, const std::string& text, const TextStyle& style,
                         Role role) {
    if (text.empty()) return;
    paragraph(ui, id, {inner.x, inner.y}, room, text, {.style = style, .role = role});
    inner.skip(height(text, style) + kGap8);
  };
  write("today.plan", view.headline, kPrompt, Role::Text);
  write("today.detail", view.detail, kBody, Role::Muted);
  write("today.done", view.done, kBody, Role::Muted);
  if (!starts) return action;
  const Rect place = beside
                         ? Rect{box.right() - kPad - wide,
                                std::round(box.center().y - kButtonHeight / 2), wide, kButtonHeight}
                         : Rect{inner.x, box.bottom() - kPad - kButtonHeight, wide, kButtonHeight};
  if (button(ui, "today.start", place, look)) action.kind = Kind::Start;
  if (!proposes && ui.pressed(Key::Enter)) action.kind = Kind::Start;
  return action;
}

bool draw_choice(const CatchUpChoice& choice, std::size_t index, Ui& ui, const Rect& row) {
  const std::string key(1, static_cast<char>(choice.key - U'a' + U'A'));
  return choice_button(ui, "catch_up." + std::to_string(index + 1), row,
                       {choice.title, choice.meaning, index == 0 ? "Enter" : key, index == 0});
}

/// After days away: what has piled up, and three ways to deal with it (F26).
TodayAction draw_proposal(const TodayView& view, Ui& ui, Flow& flow) {
  TodayAction action;
  if (view.choices.empty()) return action;
  flow.skip(
      paragraph(ui, "today.away", {flow.x, flow.y}, flow.width, view.away, {.style = kReading}) +
      kGap12);
  for (std::size_t i = 0; i < view.choices.size(); ++i) {
    const CatchUpChoice& choice = view.choices[i];
    const bool clicked = draw_choice(choice, i, ui, flow.take(kChoice, kGap8));
    const bool keyed = ui.pressed(choice.key) || (i == 0 && ui.pressed(Key::Enter));
    if (clicked || keyed) action = {Kind::CatchUp, {}, choice.way};
  }
  flow.skip(kGap16);
  return action;
}

void draw_exams(const TodayView& view, Ui& ui, Flow& flow) {
  for (std::size_t i = 0; i < view.exams.size(); ++i) {
    const ExamLine& exam = view.exams[i];
    const std::string id = "exam." + std::to_string(i + 1);
    constexpr float kText = 44;
    const float room = flow.width - kText - kGap16;
    const float title = std::ceil(ui.height_of(exam.title, kBodyBold, room));
    const float plan = std::ceil(ui.height_of(exam.plan, kBody, room));
    const Rect box = flow.take(title + 4 + plan + 2 * kGap12, kGap12);
    ui.outline(box, ui.color(Role::Hairline), kButtonRadius);
    ui.icon({box.x, box.y, kText, box.h}, exam.fits ? "event" : "error_outline", 20,
            ui.color(exam.fits ? Role::Muted : Role::Warning));
    paragraph(ui, id + ".title", {box.x + kText, box.y + kGap12}, room, exam.title,
              {.style = kBodyBold});
    paragraph(ui, id + ".plan", {box.x + kText, box.y + kGap12 + title + 4}, room, exam.plan,
              {.role = Role::Muted});
  }
  if (!view.exams.empty()) flow.skip(kGap12);
}

TodayAction draw_rows(const TodayView& view, Ui& ui, Flow& flow) {
  TodayAction action;
  if (view.rows.empty()) return action;
  ui.label(flow.take(28, kGap8), "From these decks", kSmallBold, ui.color(Role::Muted));
  for (const DeckRow& row : view.rows) {
    const DeckRowLook look{row.title, row.cards, row.plan, row.due, row.fresh, row.learning, true};
    if (deck_row(ui, "deck." + row.id.text, flow.take(kDeckRowHeight, kGap12), look))
      action = {Kind::Study, row.id};
  }
  return action;
}

TodayAction draw_empty(const TodayView& view, Ui& ui, Flow& flow) {
  TodayAction action;
  if (view.empty_title.empty()) return action;
  flow.skip(view.offers_decks ? kGap16 : kFirstTime);
  flow.skip(empty_state(ui, {flow.x, flow.y}, flow.width,
                        view.offers_decks ? "done_all" : "library_books", view.empty_title,
                        view.empty_advice));
  flow.skip(kGap16);
  const ButtonLook look{view.offers_decks ? "Choose a deck" : "Import an article", "Enter", "",
                        view.offers_decks ? Weight::Outlined : Weight::Filled};
  const float wide = button_width(ui, look);
  const Rect row = flow.take(kButtonHeight);
  const Rect place{std::round(row.center().x - wide / 2), row.y, wide, row.h};
  if (button(ui, view.offers_decks ? "today.decks" : "today.import", place, look) ||
      ui.pressed(Key::Enter))
    action.kind = view.offers_decks ? Kind::ShowDecks : Kind::ShowImport;
  return action;
}

}  // namespace

TodayAction draw(const TodayView& view, Ui& ui, const Rect& area) {
  TodayAction action;
  Flow flow = column_in(ui.begin_scroll("today", area));
  flow.skip(kGap32);
  ui.label(flow.take(20, kGap12), view.date, kSmallBold, ui.color(Role::Muted));
  take(action, draw_proposal(view, ui, flow));
  take(action, draw_plan(view, ui, flow));
  draw_exams(view, ui, flow);
  take(action, draw_rows(view, ui, flow));
  take(action, draw_empty(view, ui, flow));
  if (!view.invitation.empty())
    flow.skip(note(ui, "invitation", {flow.x, flow.y}, flow.width, "note_add", view.invitation));
  flow.skip(kGap24);
  ui.end_scroll(flow.y);
  return action;
}

}  // namespace recto::screens
