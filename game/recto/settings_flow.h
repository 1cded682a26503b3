// The settings: read from the database, changed there as steps that can be undone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "game/recto/common.h"
#include "game/recto/preferences.h"
#include "game/screens/settings/settings_view.h"

namespace recto::app {

/// How the window is to look, by the database; what cannot be read is as by default.
[[nodiscard]] screens::Appearance read_appearance(const progress::Store& store);
/// Keeps what was set before the database kept it; no step of undo.
void adopt_settings(progress::Store& store, const Preferences& kept);

class SettingsFlow {
 public:
  explicit SettingsFlow(Common& common) : common_(&common) {}

  /// Looks at the database again.
  void read();
  [[nodiscard]] const screens::SettingValues& values() const { return values_; }
  [[nodiscard]] screens::SettingsView look() const {
    return screens::look(values_, query_, data_, asked_);
  }
  /// Whether a setting is another one now. Acts at once, and is one step of undo.
  bool apply(const screens::SettingsAction& action);
  bool change(const screens::SettingValues& wanted);

  void show(screens::DataLook data) { data_ = std::move(data); }
  [[nodiscard]] const screens::DataLook& data() const { return data_; }
  void set_restoring(bool restoring) { data_.restoring = restoring; }
  /// What a person wants back, once.
  [[nodiscard]] std::optional<screens::RestoreWish> take_restore() {
    return std::exchange(restore_, std::nullopt);
  }

 private:
  Common* common_;
  screens::SettingValues values_;
  std::string query_;
  screens::DataLook data_;
  std::optional<screens::RestoreWish> asked_, restore_;
};

}  // namespace recto::app
