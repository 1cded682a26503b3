#include "game/screens/classroom/setup_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = SetupAction::Kind;

constexpr float kButtonHeight = 44;
constexpr float kRow = 60;
constexpr float kSegment = 36;
constexpr float kTitleColumn = 112;
constexpr const char* kNames = "Names";  // the option that may want a class list

bool row(Ui& ui, const std::string& id, const Rect& rect, const std::string& title,
         const std::string& detail) {
  const Touch touch = ui.touch(id, rect);
  ui.fill(rect,
          ui.color(touch.held      ? Role::Pressed
                   : touch.hovered ? Role::Hover
                                   : Role::Surface),
          kButtonRadius);
  ui.outline(rect, ui.color(touch.ring ? Role::Focus : Role::Hairline), kButtonRadius,
             touch.ring ? 2 : 1);
  const bool cut = ui.line({rect.x + kGap16, rect.y + 8, rect.w - 56, 24}, title, kBodyBold,
                           ui.color(Role::Text));
  ui.line({rect.x + kGap16, rect.y + 31, rect.w - 56, 20}, detail, kSmall, ui.color(Role::Muted));
  ui.icon({rect.right() - 40, rect.y, 24, rect.h}, "chevron_right", 22, ui.color(Role::Muted));
  ui.record({.kind = "row",
             .name = id,
             .text = title,
             .value = detail,
             .rect = rect,
             .focused = touch.focused,
             .hovered = touch.hovered,
             .cut = cut,
             .focusable = true});
  return touch.clicked;
}

SetupAction draw_resume(const SetupView& view, Ui& ui, Flow& flow) {
  SetupAction action;
  const ButtonLook resume{"Resume", "", "", Weight::Filled}, discard{"Discard"};
  const float wide = button_width(ui, resume), narrow = button_width(ui, discard);
  const std::string text =
      "A quiz on " + view.resume + " was cut off. It goes on with the same PIN, names and points.";
  const float room = flow.width - 2 * kGap16;
  const float height = ui.height_of(text, kBody, room);
  const Rect box = flow.take(height + kButtonHeight + 2 * kGap16 + kGap12, kGap24);
  ui.fill(box, ui.color(Role::Surface), kButtonRadius);
  ui.outline(box, ui.color(Role::Accent), kButtonRadius, 2);
  paragraph(ui, "setup.cut_off", {box.x + kGap16, box.y + kGap16}, room, text);
  const float top = box.bottom() - kGap16 - kButtonHeight;
  const float right = box.right() - kGap16;
  if (button(ui, "setup.discard", {right - wide - kGap12 - narrow, top, narrow, kButtonHeight},
             discard))
    action.kind = Kind::Discard;
  if (button(ui, "setup.resume", {right - wide, top, wide, kButtonHeight}, resume))
    action.kind = Kind::Resume;
  return action;
}

SetupAction draw_problem(const SetupView& view, Ui& ui, Flow& flow) {
  if (view.problem.empty()) return {};
  flow.skip(paragraph(ui, "setup.problem", {flow.x, flow.y}, flow.width, view.problem,
                      {.style = kBodyBold, .role = Role::Bad}) +
            kGap16);
  return {};
}

SetupAction draw_decks(const SetupView& view, Ui& ui, const Rect& area) {
  SetupAction action;
  Flow flow = column_in(ui.begin_scroll("setup.decks", area));
  flow.skip(kGap32);
  ui.label(flow.take(40), "Classroom", kPrompt, ui.color(Role::Text));
  flow.skip(paragraph(ui, "setup.meaning", {flow.x, flow.y}, flow.width,
                      "A quiz for everyone in the room: they join with their phones, in the same "
                      "network, without an account.",
                      {.role = Role::Muted}) +
            kGap24);
  draw_problem(view, ui, flow);
  if (!view.resume.empty()) action = draw_resume(view, ui, flow);
  if (view.decks.empty()) {
    flow.skip(empty_state(ui, {flow.x, flow.y}, flow.width, "library_books", "No decks yet",
                          "Add an article or a deck first: its cards become the questions."));
  } else {
    ui.label(flow.take(28, kGap8), "Choose a deck", kLead, ui.color(Role::Text));
    for (const SetupDeck& deck : view.decks)
      if (row(ui, "host." + deck.id.text, flow.take(kRow, kGap8), deck.title, deck.cards)) {
        action.kind = Kind::ChooseDeck;
        action.deck = deck.id;
      }
  }
  if (!view.past.empty()) {
    flow.skip(kGap24);
    ui.label(flow.take(28, kGap8), "Earlier quizzes", kLead, ui.color(Role::Text));
    for (const PastQuiz& quiz : view.past)
      if (row(ui, "past." + std::to_string(quiz.id), flow.take(kRow, kGap8), quiz.title,
              quiz.detail)) {
        action.kind = Kind::OpenPast;
        action.past = quiz.id;
      }
  }
  flow.skip(kGap24);
  ui.end_scroll(flow.y);
  return action;
}

/// Choices side by side, in more than one row where they need it. Returns the one pressed, or −1.
int draw_segments(const SetupOption& option, std::size_t number, Ui& ui, Flow& flow) {
  int pressed = -1;
  Vec at{flow.x, flow.y};
  for (std::size_t i = 0; i < option.choices.size(); ++i) {
    const std::string& word = option.choices[i];
    const bool chosen = i == option.chosen;
    const float width = std::ceil(ui.width_of(word, kBodyBold)) + 2 * kGap16;
    if (at.x + width > flow.x + flow.width && at.x > flow.x) at = {flow.x, at.y + kSegment + kGap8};
    const Rect rect{at.x, at.y, width, kSegment};
    const std::string id = "choice." + std::to_string(number) + "." + std::to_string(i);
    const Touch touch = ui.touch(id, rect);
    const Role back = chosen ? Role::Accent : touch.hovered ? Role::Hover : Role::Surface;
    ui.fill(rect, ui.color(back), kFieldRadius);
    if (!chosen) ui.outline(rect, ui.color(Role::Control), kFieldRadius);
    if (touch.ring) ui.outline(rect.inset(-2, -2), ui.color(Role::Focus), kFieldRadius + 2, 2);
    ui.line(rect, word, chosen ? kBodyBold : kBody, ui.color(chosen ? Role::OnAccent : Role::Text),
            Align::Center);
    ui.record({.kind = "choice",
               .name = id,
               .text = word,
               .value = chosen ? "chosen" : "",
               .rect = rect,
               .focused = touch.focused,
               .hovered = touch.hovered,
               .focusable = true});
    if (touch.clicked) pressed = static_cast<int>(i);
    at.x += width + kGap8;
  }
  flow.y = at.y + kSegment;
  return pressed;
}

/// How many names there are, and the way to them.
bool draw_names(const std::string& names, Ui& ui, Flow& flow) {
  const ButtonLook edit{"Edit the list"};
  const Rect row{flow.x + kTitleColumn, flow.y, flow.width - kTitleColumn, kSegment};
  flow.skip(kSegment + kGap12);
  const float width = button_width(ui, edit);
  ui.label({row.x + width + kGap12, row.y, row.w - width - kGap12, row.h}, names, kSmall,
           ui.color(Role::Muted));
  return button(ui, "setup.edit_list", {row.x, row.y, width, row.h}, edit);
}

SetupAction draw_options(const SetupView& view, Ui& ui, Flow& flow) {
  SetupAction action;
  for (std::size_t i = 0; i < view.options.size(); ++i) {
    const SetupOption& option = view.options[i];
    ui.label({flow.x, flow.y, kTitleColumn, kSegment}, option.title, kBodyBold,
             ui.color(Role::Text));
    Flow beside{flow.x + kTitleColumn, flow.y, flow.width - kTitleColumn};
    const int pressed = draw_segments(option, i, ui, beside);
    if (pressed >= 0) action = {Kind::Choose, {}, i, static_cast<std::size_t>(pressed), 0, {}};
    beside.skip(2);
    ui.label(beside.take(22), option.meaning, kSmall, ui.color(Role::Muted));
    flow.y = beside.y + kGap12;
    if (option.title == kNames && view.names && draw_names(*view.names, ui, flow))
      action.kind = Kind::EditList;
  }
  return action;
}

constexpr float kListWidth = 460, kListHeight = 320;

/// The class list, a name a line.
SetupAction draw_list(const std::string& list, Ui& ui, const Rect& area) {
  const float width = std::min(kListWidth, area.w - kGap32), room = width - 2 * kGap24;
  const float field = std::min(kListHeight, area.h - 240);
  const float height = 2 * kGap24 + 28 + 44 + field + kGap24 + kButtonHeight;
  const Rect box{std::round(area.center().x - width / 2), std::round(area.center().y - height / 2),
                 width, height};
  SetupAction action;
  ui.begin_modal("setup.list", box);
  card(ui, box);
  Flow flow{box.x + kGap24, box.y + kGap24, room};
  ui.label(flow.take(28), "Class list", kLead, ui.color(Role::Text));
  ui.label(flow.take(44), "A name a line. It stays on this machine; phones do not get to see it.",
           kSmall, ui.color(Role::Muted));
  const bool known = ui.was_there("list.names");
  std::string text = known ? ui.field_text("list.names") : list;
  const Rect frame = flow.take(field, kGap24);
  const Rect content = ui.begin_scroll("list.scroll", frame);
  const float tall = std::max(field - 8, area_height(ui, text, content.w - 8));
  const bool sent = text_area(ui, "list.names", {content.x + 4, content.y + 4, content.w - 8, tall},
                              text, {"Anna Lena", true})
                        .submitted;
  ui.end_scroll(content.y + tall + 8);
  const ButtonLook save{"Save", "Ctrl Enter", "", Weight::Filled}, keep{"Cancel", "Esc"};
  const float wide = button_width(ui, save), narrow = button_width(ui, keep);
  const Rect row = flow.take(kButtonHeight);
  if (button(ui, "list.keep", {row.right() - wide - kGap12 - narrow, row.y, narrow, row.h}, keep))
    action.kind = Kind::KeepList;
  if (button(ui, "list.save", {row.right() - wide, row.y, wide, row.h}, save) || sent)
    action = {Kind::SaveList, {}, 0, 0, 0, text};
  if (ui.end_modal()) action.kind = Kind::KeepList;
  return action;
}

bool draw_card(const SetupCard& card, Ui& ui, const Rect& rect) {
  const std::string id = "tick." + std::to_string(card.place);
  const Touch touch = ui.touch(id, rect);
  if (touch.hovered) ui.fill(rect, ui.color(Role::Hover), kFieldRadius);
  if (touch.ring) ui.outline(rect, ui.color(Role::Focus), kFieldRadius, 2);
  const Rect box{rect.x + kGap12, std::round(rect.center().y) - 11, 22, 22};
  ui.fill(box, ui.color(card.ticked ? Role::Accent : Role::Field), 5);
  if (!card.ticked) ui.outline(box, ui.color(Role::Control), 5);
  if (card.ticked) ui.icon(box, "check", 18, ui.color(Role::OnAccent));
  const float left = box.right() + kGap12;
  const float width = rect.right() - kGap12 - left;
  const bool cut = ui.line({left, rect.y + 7, width, 22}, card.prompt, kBody,
                           ui.color(card.ticked ? Role::Text : Role::Muted));
  const std::string detail = card.answer.empty() ? card.kind : card.kind + " · " + card.answer;
  ui.line({left, rect.y + 29, width, 20}, detail, kSmall, ui.color(Role::Muted));
  ui.record({.kind = "tick",
             .name = id,
             .text = card.prompt,
             .value = card.ticked ? "ticked" : "",
             .rect = rect,
             .focused = touch.focused,
             .hovered = touch.hovered,
             .cut = cut,
             .focusable = true});
  return touch.clicked;
}

SetupAction draw_cards(const SetupView& view, Ui& ui, Flow& flow) {
  SetupAction action;
  const Rect head = flow.take(kTarget, kGap8);
  ui.label({head.x, head.y, head.w, head.h}, view.count, kLead, ui.color(Role::Text));
  float right = head.right();
  const auto choose = [&](const char* id, const char* label, Kind kind) {
    const ButtonLook look{label, "", "", Weight::Plain};
    const float width = button_width(ui, look);
    right -= width;
    if (button(ui, id, {right, head.y, width, head.h}, look)) action.kind = kind;
  };
  choose("tick.none", "None", Kind::TickNone);
  choose("tick.all", "All", Kind::TickAll);
  choose("tick.best", "The best 15", Kind::TickBest);
  for (const SetupCard& card : view.cards)
    if (draw_card(card, ui, flow.take(56, 4))) action = {Kind::Tick, {}, card.place, 0, 0, {}};
  if (view.left_out > 0)
    flow.skip(paragraph(ui, "setup.left_out", {flow.x, flow.y + kGap8}, flow.width,
                        "Left out: " + std::to_string(view.left_out) +
                            (view.left_out == 1 ? " card" : " cards") +
                            " with answers too long for a program to judge.",
                        {.style = kSmall, .role = Role::Muted}) +
              kGap8);
  return action;
}

SetupAction draw_questions(const SetupView& view, Ui& ui, const Rect& area) {
  const SetupAction listed = view.list ? draw_list(*view.list, ui, area) : SetupAction{};
  const float strip = kButtonHeight + 2 * kGap16;
  const Rect frame{area.x, area.y, area.w, area.h - strip};
  Flow flow = column_in(ui.begin_scroll("setup.questions", frame));
  flow.skip(kGap32);
  ui.label(flow.take(20), "Host a quiz", kSmallBold, ui.color(Role::Muted));
  flow.skip(
      paragraph(ui, "setup.title", {flow.x, flow.y}, flow.width, view.title, {.style = kPrompt}));
  flow.skip(kGap24);
  draw_problem(view, ui, flow);
  SetupAction action = draw_options(view, ui, flow);
  flow.skip(kGap12);
  const SetupAction ticked = draw_cards(view, ui, flow);
  if (ticked.kind != Kind::None) action = ticked;
  flow.skip(kGap24);
  ui.end_scroll(flow.y);

  const Flow column = column_in(area);
  const ButtonLook host{"Open the room", "Enter", "", Weight::Filled, !view.can_host};
  const ButtonLook back{"Other deck", "Esc"};
  const ButtonLook print{"Print", "P", "", Weight::Outlined, !view.can_print};
  const float wide = button_width(ui, host), narrow = button_width(ui, back),
              middle = button_width(ui, print);
  const float top = frame.bottom() + kGap16, right = column.x + column.width;
  const float printing = right - wide - kGap12 - middle;
  if ((button(ui, "setup.print", {printing, top, middle, kButtonHeight}, print) ||
       ui.pressed(U'p')) &&
      view.can_print)
    action.kind = Kind::Print;
  if (button(ui, "setup.back", {printing - kGap12 - narrow, top, narrow, kButtonHeight}, back) ||
      ui.pressed(Key::Escape))
    action.kind = Kind::OtherDeck;
  const bool pressed = button(ui, "setup.host", {right - wide, top, wide, kButtonHeight}, host);
  if (view.can_host && (pressed || ui.pressed(Key::Enter))) action.kind = Kind::Host;
  return view.list ? listed : action;
}

}  // namespace

SetupAction draw(const SetupView& view, Ui& ui, const Rect& area) {
  return view.chosen ? draw_questions(view, ui, area) : draw_decks(view, ui, area);
}

}  // namespace recto::screens
