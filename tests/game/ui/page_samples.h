// The pages of the side bar full of content, for samples.h.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "game/screens/decks/decks_draw.h"
#include "game/screens/settings/settings_draw.h"
#include "game/screens/shell/shell_view.h"
#include "game/screens/today/today_draw.h"

namespace recto::test {

[[nodiscard]] screens::DecksView decks_sample();
[[nodiscard]] screens::TodayView today_sample();
[[nodiscard]] screens::SettingsView settings_sample(
    const std::optional<screens::RestoreWish>& asked = {});

/// A page with what stands around it.
struct PageSample {
  std::string name;
  screens::ShellView shell;
  std::function<void(ui::Ui& ui, const ui::Rect& area)> page;
};
[[nodiscard]] std::span<const PageSample> page_samples();

}  // namespace recto::test
