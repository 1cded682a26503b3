// How many cards were held up for each option: a number each.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "game/screens/classroom/wall_pages.h"
#include "game/screens/classroom/wall_parts.h"

namespace recto::screens {
namespace {

using namespace ui;
using Kind = WallAction::Kind;

constexpr float kPanelWidth = 388, kButtonHeight = 44, kBadge = 48;

/// What is no number counts as none.
int count_in(const std::string& text) {
  int count = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
  return failed == std::errc() && end == text.data() + text.size() && count >= 0 ? count : 0;
}

}  // namespace

WallAction draw_hands(const HandsPanel& panel, Ui& ui, const Rect& area) {
  const float width = std::min(kPanelWidth, area.w - kGap32), room = width - 2 * kGap24;
  const auto rows = static_cast<float>(panel.options.size());
  const float height =
      2 * kGap24 + 28 + kGap12 + rows * (kFieldHeight + kGap8) + kGap16 + kButtonHeight;
  const Rect box{std::round(area.center().x - width / 2), std::round(area.center().y - height / 2),
                 width, height};
  WallAction action;
  ui.begin_modal("wall.hands", box);
  card(ui, box);
  Flow flow{box.x + kGap24, box.y + kGap24, room};
  ui.label(flow.take(28, kGap12), "Cards held up", kLead, ui.color(Role::Text));
  std::vector<int> counts;
  bool sent = false;
  for (std::size_t i = 0; i < panel.options.size(); ++i) {
    const Rect row = flow.take(kFieldHeight, kGap8);
    option_badge(ui, {row.x, row.y, kBadge, row.h}, panel.options[i]);
    const std::string id = "hands." + panel.options[i];
    std::string text = ui.was_there(id)          ? ui.field_text(id)
                       : i < panel.counts.size() ? std::to_string(panel.counts[i])
                                                 : std::string();
    const FieldResult typed =
        text_field(ui, id, {row.x + kBadge + kGap12, row.y, row.w - kBadge - kGap12, row.h}, text,
                   {"0", i == 0});
    sent = sent || typed.submitted;
    counts.push_back(count_in(text));
  }
  flow.skip(kGap16 - kGap8);
  const ButtonLook save{"Count them", "Enter", "", Weight::Filled}, close{"Cancel", "Esc"};
  const float wide = button_width(ui, save), narrow = button_width(ui, close);
  const Rect foot = flow.take(kButtonHeight);
  if (button(ui, "hands.close", {foot.right() - wide - kGap12 - narrow, foot.y, narrow, foot.h},
             close))
    action.kind = Kind::CloseHands;
  if (button(ui, "hands.save", {foot.right() - wide, foot.y, wide, foot.h}, save) || sent)
    action = {Kind::SaveHands, 0, {}, std::move(counts)};
  if (ui.end_modal()) action.kind = Kind::CloseHands;
  return action;
}

}  // namespace recto::screens
