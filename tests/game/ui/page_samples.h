// The pages of the side bar full of content, for samples.h.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "game/screens/browser/browser_draw.h"
#include "game/screens/decks/decks_draw.h"
#include "game/screens/settings/settings_draw.h"
#include "game/screens/shell/shell_view.h"
#include "game/screens/today/today_draw.h"

namespace recto::test {

[[nodiscard]] screens::DecksView decks_sample();
[[nodiscard]] screens::TodayView today_sample();
[[nodiscard]] screens::SettingsView settings_sample(
    const std::optional<screens::RestoreWish>& asked = {});

/// `several`: files may be ticked, and two are; `problem`: why the folder cannot be read.
[[nodiscard]] screens::BrowserView browser_sample(bool several, const std::string& problem);

/// A page with what stands around it.
struct PageSample {
  std::string name;
  screens::ShellView shell;
  std::function<void(ui::Ui& ui, const ui::Rect& area)> page;
  std::function<void(ui::Ui& ui)> above = {};  ///< a modal
};
[[nodiscard]] std::span<const PageSample> page_samples();

}  // namespace recto::test
