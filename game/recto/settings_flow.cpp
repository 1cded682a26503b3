#include "game/recto/settings_flow.h"

#include <algorithm>

#include "game/progress/settings.h"

namespace recto::app {
namespace {

using Kind = screens::SettingsAction::Kind;
using progress::Edits;
using progress::Store;

constexpr const char* kTheme = "app/theme";
constexpr const char* kZoom = "app/zoom";
constexpr const char* kStill = "app/reduce_motion";
constexpr float kLeastZoom = 0.75F, kMostZoom = 3;

void add(Edits& edits, const Edits& more) {
  edits.insert(edits.end(), more.begin(), more.end());
}

/// Both hold for all presets, so that a deck's way of answering changes nothing else.
Result<Edits> preset_edits(const Store& store, const screens::SettingValues& wanted) {
  Edits edits;
  for (const std::string& name : RECTO_TRY(progress::preset_names(store))) {
    progress::Preset preset = RECTO_TRY(progress::preset(store, name));
    const progress::Preset before = preset;
    preset.new_a_day = wanted.new_a_day;
    preset.scheduling.desired_retention = wanted.retention;
    if (preset == before) continue;
    const bool usual = name == progress::kDefaultPreset && preset == progress::Preset{};
    add(edits, RECTO_TRY(progress::with_preset(store, name,
                                               usual ? std::nullopt : std::optional(preset))));
  }
  return edits;
}

Result<Edits> edits_to(const Store& store, const screens::SettingValues& before,
                       const screens::SettingValues& wanted) {
  using Text = std::optional<std::string>;
  const screens::Appearance &look = wanted.look, &old = before.look;
  Edits edits;
  if (look.theme != old.theme)
    add(edits,
        RECTO_TRY(progress::set(store, kTheme,
                                look.theme.empty() ? Text() : progress::setting_text(look.theme))));
  if (look.zoom != old.zoom)
    add(edits,
        RECTO_TRY(progress::set(
            store, kZoom,
            look.zoom == 1 ? Text() : progress::setting_text(static_cast<double>(look.zoom)))));
  if (look.still != old.still)
    add(edits, RECTO_TRY(progress::set(store, kStill,
                                       look.still ? progress::setting_text(true) : Text())));
  if (wanted.new_a_day != before.new_a_day || wanted.retention != before.retention)
    add(edits, RECTO_TRY(preset_edits(store, wanted)));
  if (wanted.budget != before.budget)
    add(edits, RECTO_TRY(progress::set(
                   store, std::string(progress::kBudget),
                   wanted.budget.amount == 0 ? Text() : progress::budget_text(wanted.budget))));
  return edits;
}

}  // namespace

screens::Appearance read_appearance(const Store& store) {
  screens::Appearance look;
  look.theme = progress::setting_or(store, kTheme, std::string()).value_or("");
  const auto zoom = static_cast<float>(progress::setting_or(store, kZoom, 1.0).value_or(1.0));
  if (zoom >= kLeastZoom && zoom <= kMostZoom) look.zoom = zoom;
  look.still = progress::setting_or(store, kStill, false).value_or(false);
  return look;
}

void adopt_appearance(Store& store, const std::string& theme, float zoom) {
  // What cannot be kept is set again by whoever misses it.
  const auto is_there = [&](const char* key) {
    const auto text = store.setting(key);
    return !text || text->has_value();
  };
  if (!theme.empty() && !is_there(kTheme))
    (void)store.remember(kTheme, progress::setting_text(theme));
  if (zoom != 1 && !is_there(kZoom))
    (void)store.remember(kZoom, progress::setting_text(static_cast<double>(zoom)));
}

void SettingsFlow::read() {
  const Store& store = common_->store;
  values_.look = read_appearance(store);
  const auto preset = progress::preset(store, progress::kDefaultPreset);
  const auto budget = progress::budget_of(store);
  if (preset) {
    values_.new_a_day = preset->new_a_day;
    values_.retention = preset->scheduling.desired_retention;
  }
  if (budget) values_.budget = *budget;
}

bool SettingsFlow::change(const screens::SettingValues& wanted) {
  const auto edits = edits_to(common_->store, values_, wanted);
  if (edits && edits->empty()) return false;
  if (!common_->apply(edits, "The setting was not changed.")) return false;
  read();
  return true;
}

void SettingsFlow::ask(std::size_t backup) {
  if (backup < data_.backups.size()) asked_ = backup;
}

bool SettingsFlow::apply(const screens::SettingsAction& action) {
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Search: query_ = action.text; break;
    case Kind::Choose: return change(screens::with_value(values_, action.id, action.index));
    case Kind::Reset: return change(screens::with_default(values_, action.id));
    case Kind::CopyFolder:
      common_->copied = data_.folder;
      common_->tell("Copied.");
      break;
    case Kind::ChooseBackup: chooses_ = true; break;
    case Kind::Ask: ask(action.index); break;
    case Kind::Restore: restore_ = std::exchange(asked_, std::nullopt); break;
    case Kind::Close: asked_.reset(); break;
  }
  return false;
}

}  // namespace recto::app
