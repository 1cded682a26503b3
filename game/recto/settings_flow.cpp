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
constexpr const char* kTwoButtons = "study/two_buttons";
constexpr const char* kSpaceRates = "study/space_rates";
constexpr const char* kTextSize = "study/text_size";
constexpr float kLeastZoom = 0.75F, kMostZoom = 3;
constexpr float kLeastText = 0.8F, kMostText = 2;

void add(Edits& edits, const Edits& more) {
  edits.insert(edits.end(), more.begin(), more.end());
}

/// All hold for all presets, so that a deck's way of answering changes nothing else.
Result<Edits> preset_edits(const Store& store, const screens::SettingValues& wanted) {
  Edits edits;
  for (const std::string& name : RECTO_TRY(progress::preset_names(store))) {
    progress::Preset preset = RECTO_TRY(progress::preset(store, name));
    const progress::Preset before = preset;
    preset.new_a_day = wanted.new_a_day;
    preset.reviews_a_day = wanted.reviews_a_day;
    preset.scheduling.desired_retention = wanted.retention;
    if (preset == before) continue;
    const bool usual = name == progress::kDefaultPreset && preset == progress::Preset{};
    add(edits, RECTO_TRY(progress::with_preset(store, name,
                                               usual ? std::nullopt : std::optional(preset))));
  }
  return edits;
}

/// The edit of one value: nothing where it stays, and no text for the default.
template <class Value>
Result<void> change(const Store& store, const char* key, const Value& before, const Value& wanted,
                    const Value& usual, Edits& edits) {
  if (wanted == before) return {};
  std::optional<std::string> text;
  if (wanted != usual) text = progress::setting_text(wanted);
  add(edits, RECTO_TRY(progress::set(store, key, std::move(text))));
  return {};
}

Result<Edits> edits_to(const Store& store, const screens::SettingValues& before,
                       const screens::SettingValues& wanted) {
  const screens::Appearance &look = wanted.look, &old = before.look;
  const screens::StudyHabits &habits = wanted.habits, &were = before.habits;
  const auto wide = [](float number) { return static_cast<double>(number); };
  Edits edits;
  RECTO_TRY(change(store, kTheme, old.theme, look.theme, std::string(), edits));
  RECTO_TRY(change(store, kZoom, wide(old.zoom), wide(look.zoom), 1.0, edits));
  RECTO_TRY(change(store, kStill, old.still, look.still, false, edits));
  RECTO_TRY(change(store, kTwoButtons, were.two_buttons, habits.two_buttons, false, edits));
  RECTO_TRY(change(store, kSpaceRates, were.space_rates, habits.space_rates, true, edits));
  RECTO_TRY(change(store, kTextSize, wide(were.text_size), wide(habits.text_size), 1.0, edits));
  if (wanted.new_a_day != before.new_a_day || wanted.retention != before.retention ||
      wanted.reviews_a_day != before.reviews_a_day)
    add(edits, RECTO_TRY(preset_edits(store, wanted)));
  if (wanted.budget != before.budget) {
    std::optional<std::string> budget;
    if (wanted.budget.amount > 0) budget = progress::budget_text(wanted.budget);
    add(edits, RECTO_TRY(progress::set(store, std::string(progress::kBudget), std::move(budget))));
  }
  return edits;
}

screens::StudyHabits read_habits(const Store& store) {
  screens::StudyHabits habits;
  habits.two_buttons = progress::setting_or(store, kTwoButtons, false).value_or(false);
  habits.space_rates = progress::setting_or(store, kSpaceRates, true).value_or(true);
  const auto size = static_cast<float>(progress::setting_or(store, kTextSize, 1.0).value_or(1.0));
  if (size >= kLeastText && size <= kMostText) habits.text_size = size;
  return habits;
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

void adopt_settings(Store& store, const Preferences& kept) {
  // What cannot be kept is set again by whoever misses it.
  const auto adopt = [&](const char* key, const auto& value, const auto& usual) {
    const auto text = store.setting(key);
    if (value != usual && text && !*text) (void)store.remember(key, progress::setting_text(value));
  };
  adopt(kTheme, kept.theme, std::string());
  adopt(kZoom, static_cast<double>(kept.zoom), 1.0);
  adopt(kTwoButtons, kept.habits.two_buttons, false);
  adopt(kSpaceRates, kept.habits.space_rates, true);
}

void SettingsFlow::read() {
  const Store& store = common_->store;
  values_.look = read_appearance(store);
  values_.habits = common_->habits = read_habits(store);
  const auto preset = progress::preset(store, progress::kDefaultPreset);
  const auto budget = progress::budget_of(store);
  if (preset) {
    values_.new_a_day = preset->new_a_day;
    values_.reviews_a_day = preset->reviews_a_day;
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
    case Kind::Ask:
      if (action.index < data_.backups.size())
        asked_ = screens::RestoreWish{.backup = action.index};
      break;
    case Kind::Pick:
      if (asked_) asked_ = screens::picked(data_, *asked_, action.index);
      break;
    case Kind::Restore: restore_ = std::exchange(asked_, std::nullopt); break;
    case Kind::Close: asked_.reset(); break;
  }
  return false;
}

}  // namespace recto::app
