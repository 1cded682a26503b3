#include "game/screens/shell/keys_draw.h"

#include <algorithm>
#include <cmath>

#include "game/ui/widgets.h"

namespace recto::screens {
namespace {

using namespace ui;

constexpr float kWidest = 820;
constexpr float kTwoColumns = 640;  ///< width of the content from which groups stand side by side
constexpr float kTop = 72;
constexpr float kTitle22 = 36;
constexpr float kKeys = 116;  ///< where the words begin, behind the keys
constexpr float kLeast = 32;  ///< height of a line

float line_height(const KeyLine& line, Ui& ui, float width) {
  return std::max(kLeast, std::ceil(ui.height_of(line.does, kBody, width - kKeys)) + kGap8);
}

float group_height(const KeyGroup& group, Ui& ui, float width) {
  float height = kTitle22;
  for (const KeyLine& line : group.lines)
    height += line_height(line, ui, width);
  return height;
}

void draw_group(const KeyGroup& group, Ui& ui, Flow& flow) {
  ui.label(flow.take(kTitle22), group.title, kSmallBold, ui.color(Role::Muted));
  for (const KeyLine& line : group.lines) {
    const Rect row = flow.take(line_height(line, ui, flow.width));
    key_cap(ui, {row.x, row.y + kLeast / 2}, line.key, ui.color(Role::Text),
            ui.color(Role::Control));
    const float words = ui.height_of(line.does, kBody, row.w - kKeys);
    const float top = row.h > kLeast ? row.y + 4 : std::round(row.center().y - words / 2);
    ui.lines({row.x + kKeys, top}, row.w - kKeys, line.does, kBody, ui.color(Role::Text));
    Recorded widget;
    widget.kind = "key";
    widget.text = line.key + " " + line.does;
    widget.rect = row;
    ui.record(std::move(widget));
  }
}

}  // namespace

bool draw_keys(const std::vector<KeyGroup>& groups, Ui& ui) {
  const Rect area = ui.area();
  const float width = std::min(kWidest, area.w - kGap32);
  const float inner = width - 2 * kGap24;
  const bool beside = inner >= kTwoColumns && groups.size() == 2;
  const float column = beside ? std::floor((inner - kGap32) / 2) : inner;
  float content = 0;
  for (const KeyGroup& group : groups) {
    const float height = group_height(group, ui, column);
    content = beside ? std::max(content, height) : content + height + kGap16;
  }
  const float height = std::round(std::min(kTop + content + kGap24, area.h - kGap32));
  const Rect panel{std::round(area.center().x - width / 2),
                   std::round(area.center().y - height / 2), width, height};
  ui.begin_modal("keys", panel);
  ui.push_opacity(ui.appear("keys", 0.12));
  card(ui, panel);
  ui.label({panel.x + kGap24, panel.y + kGap16, inner - kTarget, kTarget}, "Keys", kLead,
           ui.color(Role::Text));
  bool closes = icon_button(ui, "keys.close",
                            {panel.right() - kTarget - kGap16, panel.y + kGap16, kTarget, kTarget},
                            "close", "Close");
  const Rect frame{panel.x, panel.y + kTop, panel.w, panel.h - kTop - kGap8};
  const Rect scrolled = ui.begin_scroll("keys.list", frame);
  Flow flow{scrolled.x + kGap24, scrolled.y, column};
  float bottom = flow.y;
  for (const KeyGroup& group : groups) {
    if (beside && &group != &groups.front())
      flow = {scrolled.x + kGap24 + column + kGap32, scrolled.y, column};
    draw_group(group, ui, flow);
    if (!beside) flow.skip(kGap16);
    bottom = std::max(bottom, flow.y);
  }
  ui.end_scroll(bottom);
  closes |= ui.pressed(U'?') || ui.pressed(Key::Enter) || ui.pressed(Key::Space);
  ui.pop_opacity();
  return ui.end_modal() || closes;
}

}  // namespace recto::screens
