// The app in its window: draws what the app shows, hands it what a person does.
#pragma once

#include <filesystem>
#include <mutex>
#include <variant>
#include <vector>

#include "game/recto/app.h"
#include "game/recto/background.h"
#include "game/recto/data_care.h"
#include "game/recto/errand.h"
#include "game/recto/file_choice.h"
#include "game/recto/import_queue.h"
#include "game/recto/instance.h"
#include "game/recto/opener.h"
#include "game/recto/preferences.h"
#include "game/recto/workshop.h"
#include "game/screens/browser/browser_draw.h"
#include "game/screens/import/preview_draw.h"
#include "game/ui/window.h"

namespace recto::app {

/// Says what went wrong on standard error (X3).
void tell(const Error& error);

/// Files that second starts brought, on their way from one thread to another.
class Letterbox {
 public:
  void put(Files files);
  [[nodiscard]] std::vector<Files> take();

 private:
  std::mutex mutex_;
  std::vector<Files> letters_;
};

/// The preferences in their file, written anew whenever they have changed.
class Keepsake {
 public:
  explicit Keepsake(std::filesystem::path file);

  [[nodiscard]] const Preferences& kept() const { return kept_; }
  void keep(const Preferences& now);

 private:
  std::filesystem::path file_;
  Preferences kept_;
};

class Running {
 public:
  Running(App app, ui::Window window, Workshop workshop, Keepsake keepsake,
          std::filesystem::path database, study::DayRule rule);

  /// In the background; the app shows what came of it. Articles are imported.
  void open(Wanted wanted);
  void keep_drafts_in(const std::filesystem::path& folder) {
    app_.importing().keep_in(DraftBox(folder));
  }
  /// Takes the files of second starts, until `instance` stops listening, which is before this ends.
  void listen(Instance& instance);
  /// Until the window is closed.
  void run();

  [[nodiscard]] const App& app() const { return app_; }
  /// Whether every file of the command line could be used.
  [[nodiscard]] bool all_opened() const { return all_opened_; }
  [[nodiscard]] bool is_busy() const {
    return background_.in_hand() || queue_.in_hand() || choice_.reads();
  }

 private:
  void frame(ui::Ui& ui);
  void take_letters();
  void take_finished();
  void run_imports();
  void take_brought();
  void take_imported(const ImportDone& done);
  void announce_work(ui::Ui& ui);
  void draw_page(ui::Ui& ui, const ui::Rect& area);
  void apply_page();
  void choose_files(ui::Ui& ui);
  void obey(screens::CommandId command, ui::Ui& ui);
  void care_for_data();
  void show_backups();
  void restore(const screens::RestoreWish& wish);
  void follow_look(ui::Ui& ui);

  App app_;
  ui::Window window_;
  Keepsake keepsake_;
  Workshop workshop_;
  Letterbox letterbox_;
  bool all_opened_ = true;
  std::variant<std::monostate, screens::TodayAction, screens::DecksAction, screens::StudyAction,
               screens::SummaryAction, screens::SettingsAction, ClassroomFlow::Action,
               screens::ImportAction, screens::PreviewAction>
      page_action_;
  screens::PreviewLayout preview_layout_;
  std::filesystem::path database_;
  study::DayRule rule_;
  Backups backups_;
  bool shows_settings_ = false;  ///< in the last frame
  Errand<Backups> reading_;
  Errand<Restored> restoring_;
  FileChoice choice_;
  screens::BrowserLayout browser_layout_;
  Background background_;  ///< its thread uses the others
  ImportQueue queue_;      ///< and this one's
};

}  // namespace recto::app
