// A question on the wall: read, answered, closed, revealed; and a quiz at everyone's own speed.
#include <algorithm>
#include <cmath>

#include "game/screens/classroom/wall_pages.h"
#include "game/screens/classroom/wall_parts.h"

namespace recto::screens {
namespace {

using namespace ui;
using classroom::Stage;
using Kind = WallAction::Kind;

constexpr float kMargin = 28;  // times the scale
constexpr float kLeastOption = 34, kMostOption = 112;
constexpr std::size_t kMostTexts = 8;
constexpr float kLeastText = 40;

std::string seconds_of(classroom::Millis left) {
  return std::to_string(std::chrono::ceil<std::chrono::seconds>(left).count());
}

std::string clock_of(classroom::Millis left) {
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + (rest.size() == 1 ? ":0" : ":") + rest;
}

/// Number, what is going on, time left. Returns where the page goes on.
float draw_top(const WallView& view, Ui& ui, const Rect& area, float k) {
  const TextStyle small{Font::SemiBold, 18 * k, 1.2F};
  const Rect row{area.x, area.y, area.w, 44 * k};
  const float part = std::round(row.w / 3);
  ui.label({row.x, row.y, part, row.h}, view.number, small, ui.color(Role::Muted));
  std::string middle = view.progress;
  if (view.paused)
    middle = "Paused";
  else if (view.stage == Stage::Reading)
    middle = "Read the question";
  else if (view.stage == Stage::Closed)
    middle = "Time is up";
  ui.label({row.x + part, row.y, part, row.h}, middle, small,
           ui.color(view.paused ? Role::Warning : Role::Text), Align::Center);
  if (!view.left) return row.bottom() + 8 * k;
  const bool soon = *view.left <= classroom::Millis{5000};
  ui.label({row.right() - part, row.y, part, row.h}, seconds_of(*view.left),
           {Font::Display, 36 * k, 1}, ui.color(soon ? Role::Bad : Role::Text), Align::Right);
  const auto whole = static_cast<float>(std::max(*view.left, view.lasts).count());
  const float share = whole <= 0 ? 0 : static_cast<float>(view.left->count()) / whole;
  const Rect bar{area.x, row.bottom() + 4 * k, area.w, 8 * k};
  wall_bar(ui, bar, share, ui.color(soon ? Role::Bad : Role::Accent));
  ui.record(
      {.kind = "countdown", .name = "wall.left", .value = seconds_of(*view.left), .rect = bar});
  return bar.bottom() + 16 * k;
}

struct OptionPlan {
  std::size_t columns = 1;
  float tail = 0;  ///< share of a row that bar and count have, once it is revealed
  float height = 0;
  TextStyle style;
};

/// Two columns where every text is short enough; rows as high as there is room for.
OptionPlan plan_options(const WallView& view, Ui& ui, const Rect& area, float k) {
  const std::size_t count = view.options.size();
  const float gap = 12 * k;
  const TextStyle large{Font::SemiBold, 32 * k, 1.2F};
  const float badge = 80 * k;
  const bool all_short = std::ranges::all_of(view.options, [&](const WallOption& option) {
    return ui.width_of(option.text, large) < area.w / 2 - badge - 3 * gap;
  });
  OptionPlan plan;
  plan.columns = !view.revealed && all_short && count > 2 ? 2 : 1;
  const std::size_t rows = (count + plan.columns - 1) / plan.columns;
  const float room = (area.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
  plan.height = std::clamp(room, std::min(kLeastOption, 28 * k), kMostOption * k);
  if (view.revealed) plan.tail = all_short ? 0.42F : 0.26F;
  const float width = (area.w - gap * static_cast<float>(plan.columns - 1)) /
                          static_cast<float>(plan.columns) * (1 - plan.tail) -
                      std::min(badge, plan.height * 1.6F) - 2 * gap;
  plan.style = large;
  for (const WallOption& option : view.options) {
    const TextStyle own =
        fitted(ui, option.text, {width, plan.height - 6 * k}, large.size, 13, Font::SemiBold);
    plan.style.size = std::min(plan.style.size, own.size);
  }
  return plan;
}

void draw_option(const WallView& view, const WallOption& option, Ui& ui, const Rect& rect,
                 const OptionPlan& plan, float k) {
  const float gap = 12 * k, badge = std::min(80 * k, rect.h * 1.6F);
  const bool right = view.revealed && option.right;
  ui.fill(rect, ui.color(Role::Surface), kButtonRadius);
  ui.outline(rect, ui.color(right ? Role::Good : Role::Hairline), kButtonRadius, right ? 3 * k : 1);
  option_badge(ui, {rect.x + 4 * k, rect.y + 4 * k, badge - 4 * k, rect.h - 8 * k}, option.letter);
  const float left = rect.x + badge + gap;
  const float tail = rect.w * plan.tail;
  const float width = rect.right() - left - gap - tail;
  const float height = ui.height_of(option.text, plan.style, width);
  ui.lines({left, std::round(rect.center().y - height / 2)}, width, option.text, plan.style,
           ui.color(Role::Text));
  Recorded widget{
      .kind = "option", .name = "wall.option." + option.letter, .text = option.text, .rect = rect};
  if (view.revealed) {
    const float count = 56 * k, sign = 36 * k;
    const Rect bar{rect.right() - tail, std::round(rect.center().y - rect.h * 0.18F),
                   tail - count - sign - gap, std::round(rect.h * 0.36F)};
    wall_bar(ui, bar, option.share, ui.color(option.right ? Role::Good : Role::Control));
    const std::string number = std::to_string(option.count);
    ui.line({bar.right() + gap / 2, rect.y, count - gap / 2, rect.h}, number,
            {Font::Display, std::min(26 * k, rect.h * 0.6F), 1}, ui.color(Role::Text),
            Align::Right);
    if (option.right)
      ui.icon({rect.right() - sign - gap / 2, rect.y, sign, rect.h}, "check",
              std::min(28 * k, rect.h * 0.7F), ui.color(Role::Good));
    widget.value = number + (option.right ? " right" : "");
  }
  ui.record(std::move(widget));
}

void draw_options(const WallView& view, Ui& ui, const Rect& area, float k) {
  const OptionPlan plan = plan_options(view, ui, area, k);
  const float gap = 12 * k;
  const float width =
      (area.w - gap * static_cast<float>(plan.columns - 1)) / static_cast<float>(plan.columns);
  for (std::size_t i = 0; i < view.options.size(); ++i) {
    const std::size_t row_number = i / plan.columns;
    const auto column = static_cast<float>(i % plan.columns);
    const auto row = static_cast<float>(row_number);
    draw_option(
        view, view.options[i], ui,
        {area.x + column * (width + gap), area.y + row * (plan.height + gap), width, plan.height},
        plan, k);
  }
}

/// What was typed, the most frequent first; what is not right can be granted by a click.
WallAction draw_texts(const WallView& view, Ui& ui, const Rect& area, float k) {
  WallAction action;
  const float gap = 8 * k;
  const auto fit = static_cast<std::size_t>(std::max(1.0F, area.h / (kLeastText + gap)));
  const std::size_t count = std::min({view.texts.size(), kMostTexts, fit});
  if (count == 0) {
    ui.label({area.x, area.y, area.w, 32 * k}, "Nobody has answered", {Font::Regular, 20 * k, 1.2F},
             ui.color(Role::Muted));
    return action;
  }
  const float height =
      std::min(52 * k, (area.h - gap * static_cast<float>(count - 1)) / static_cast<float>(count));
  const TextStyle style{Font::SemiBold, std::min(24 * k, height * 0.55F), 1};
  int most = 1;
  for (const WallText& text : view.texts)
    most = std::max(most, text.count);
  Flow flow{area.x, area.y, area.w};
  for (std::size_t i = 0; i < count; ++i) {
    const WallText& text = view.texts[i];
    const Rect row = flow.take(height, gap);
    const float sign = 40 * k, number = 56 * k, words = row.w * 0.42F;
    if (text.right)
      ui.icon({row.x, row.y, sign, row.h}, "check", style.size * 1.1F, ui.color(Role::Good));
    const std::string shown = text.text.empty() ? "(nothing)" : text.text;
    const bool cut =
        ui.line({row.x + sign, row.y, words - sign, row.h}, shown, style, ui.color(Role::Text));
    ui.record({.kind = "typed",
               .text = shown,
               .value = text.right ? "right" : "",
               .rect = {row.x + sign, row.y, words - sign, row.h},
               .cut = cut});
    const ButtonLook grant{"Count as right", "", "check"};
    const float wide = button_width(ui, grant);
    const Rect bar{row.x + words + gap, std::round(row.center().y - row.h * 0.2F),
                   row.w - words - number - wide - 3 * gap, std::round(row.h * 0.4F)};
    wall_bar(ui, bar, static_cast<float>(text.count) / static_cast<float>(most),
             ui.color(text.right ? Role::Good : Role::Control));
    ui.label({bar.right(), row.y, number, row.h}, std::to_string(text.count), style,
             ui.color(Role::Text), Align::Right);
    const float tall = std::clamp(row.h, 32.0F, 36.0F);
    if (text.can_grant &&
        button(ui, "grant." + std::to_string(i),
               {row.right() - wide, std::round(row.center().y - tall / 2), wide, tall}, grant))
      action = {Kind::Grant, 0, text.text, {}};
  }
  return action;
}

/// The answer in words and the sentence of the article, from the bottom up; returns their height.
float draw_source(const WallView& view, Ui& ui, const Rect& area, float k) {
  if (!view.revealed) return 0;
  const float gap = 12 * k;
  float height = 0;
  const TextStyle answer = fitted(ui, view.answer, {area.w, 48 * k}, 32 * k, 16);
  const std::string quoted = view.evidence.empty() ? std::string() : "“" + view.evidence + "”";
  const TextStyle source =
      fitted(ui, quoted, {area.w - 2 * gap, area.h * (view.options.size() > 4 ? 0.12F : 0.22F)},
             22 * k, 13, Font::Regular);
  if (!view.evidence.empty()) {
    const float text = ui.height_of(quoted, source, area.w - 2 * gap);
    height += text + 2 * gap;
    const Rect box{area.x, area.bottom() - height, area.w, height};
    ui.fill(box, ui.color(Role::Mark), kButtonRadius);
    wall_text(ui, "wall.evidence", {box.x + gap, box.y + gap}, box.w - 2 * gap, quoted, source,
              Role::Text);
  }
  if (!view.answer.empty()) {
    const float text = ui.height_of(view.answer, answer, area.w);
    height += text + gap;
    wall_text(ui, "wall.answer", {area.x, area.bottom() - height}, area.w, view.answer, answer,
              Role::Good);
  }
  return height == 0 ? 0 : height + gap;
}

}  // namespace

Drawn draw_question(const WallView& view, Ui& ui, const Rect& area) {
  const float k = wall_scale(area);
  const Rect inner = area.inset(kMargin * k, 16 * k);
  const float top = draw_top(view, ui, inner, k);
  const bool alone = view.options.empty() && view.texts.empty();
  const float room = inner.bottom() - top;
  const float most = room * (alone && !view.revealed ? 0.8F : view.revealed ? 0.26F : 0.4F);
  const float largest = view.revealed ? 34.0F : alone ? 64.0F : 50.0F;
  const TextStyle style = fitted(ui, view.prompt, {inner.w, most}, largest * k, 16);
  const float height = ui.height_of(view.prompt, style, inner.w);
  const float y = alone && !view.revealed ? top + std::max(0.0F, (room - height) * 0.35F) : top;
  wall_text(ui, "wall.prompt", {inner.x, y}, inner.w, view.prompt, style, Role::Text);
  const float source = draw_source(view, ui, inner, k);
  const float below = y + height + 20 * k;
  const Rect rest{inner.x, below, inner.w, inner.bottom() - source - below};
  if (!view.options.empty()) {
    draw_options(view, ui, rest, k);
  } else if (view.revealed && (!view.texts.empty() || !view.answer.empty())) {
    return {draw_texts(view, ui, rest, k)};
  }
  return {};
}

Drawn draw_own_speed(const WallView& view, Ui& ui, const Rect& area) {
  const float k = wall_scale(area);
  const Rect inner = area.inset(kMargin * k, 16 * k);
  const TextStyle lead{Font::SemiBold, 20 * k, 1.3F};
  const TextStyle title = fitted(ui, view.title, {inner.w, 90 * k}, 44 * k, 20);
  const float name = ui.height_of(view.title, title, inner.w);
  Flow flow{inner.x, inner.y + std::round(inner.h * 0.14F), inner.w};
  ui.label(flow.take(28 * k, 8 * k), "Everyone at their own speed", lead, ui.color(Role::Muted));
  wall_text(ui, "wall.title", {flow.x, flow.y}, flow.width, view.title, title, Role::Text);
  flow.skip(name + 36 * k);
  ui.label(flow.take(56 * k, 12 * k), view.paused ? "Paused" : view.progress,
           {Font::Display, 40 * k, 1.2F}, ui.color(view.paused ? Role::Warning : Role::Text));
  wall_bar(ui, flow.take(16 * k, 40 * k), view.progress_share, ui.color(Role::Accent));
  if (!view.left) return {};
  ui.label(flow.take(24 * k), "Time left", lead, ui.color(Role::Muted));
  ui.label(flow.take(80 * k), clock_of(*view.left), {Font::Display, 64 * k, 1.2F},
           ui.color(Role::Text));
  return {};
}

}  // namespace recto::screens
