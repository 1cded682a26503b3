// The app without its window: what is on the screen, and what an action does.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "content/words/lexicon.h"
#include "game/progress/store.h"
#include "game/recto/classroom_flow.h"
#include "game/recto/common.h"
#include "game/recto/decks_flow.h"
#include "game/recto/import_flow.h"
#include "game/recto/settings_flow.h"
#include "game/recto/study_flow.h"
#include "game/screens/decks/decks_view.h"
#include "game/screens/shell/shell_view.h"
#include "game/screens/study/study_view.h"
#include "game/screens/summary/summary_view.h"
#include "game/screens/today/today_view.h"

namespace recto::app {

/// What came of opening a file.
struct Opened {
  std::string name;  ///< of the file, as the person knows it
  Deck deck;
};

/// The database, the list of decks, and the flows that work on them. Knows the page that is shown;
/// what happens on it is the flows' business.
class App {
 public:
  using Memory = app::Memory;

  /// `dictionary`: of English words, for grading; it outlives the app. Without it synonyms and
  /// other names of countries are not known.
  App(progress::Store store, progress::Rules rules, Clock clock, std::uint64_t seed, Memory memory,
      const Lexicon* dictionary = nullptr, ClassroomTools classroom = {});

  // What is on the screen.
  [[nodiscard]] screens::Page page() const { return page_; }
  [[nodiscard]] screens::ShellView shell() const;
  [[nodiscard]] screens::TodayView today() const;
  [[nodiscard]] screens::DecksView decks() const;
  [[nodiscard]] screens::SettingsView settings() const { return settings_.look(); }
  [[nodiscard]] screens::StudyView study() const;      ///< only on Page::Study
  [[nodiscard]] screens::SummaryView summary() const;  ///< only on Page::Summary
  [[nodiscard]] const screens::ImportView& import() { return import_.import(); }
  [[nodiscard]] const screens::PreviewView& preview() { return import_.preview(); }

  [[nodiscard]] ClassroomFlow::View classroom() const { return classroom_.view(); }

  // What a person does there.
  void apply(const screens::ShellAction& action);
  void apply(const screens::TodayAction& action);
  void apply(const screens::DecksAction& action);
  void apply(const screens::SettingsAction& action);
  void apply(const screens::StudyAction& action);
  void apply(const screens::SummaryAction& action);
  void apply(const screens::ImportAction& action);
  void apply(const screens::PreviewAction& action);

  // Importing: what whoever runs the queue and the window has to do with it.
  [[nodiscard]] ImportFlow& importing() { return import_; }
  /// Puts inputs into the queue and shows it, unless something else is being done.
  void import_from(std::vector<ImportInput> inputs);
  /// What came of one; a draft that came alone is shown, unless something else is being done.
  void take(const ImportDone& done);
  /// What import asked of the window since the last call.
  struct Asked {
    bool choose_files = false, paste = false;
  };
  [[nodiscard]] Asked take_asked() { return std::exchange(asked_, {}); }
  void apply(const ClassroomFlow::Action& action);

  /// Adds the deck of a file that was opened, or shows why there is none.
  void add(const std::string& name, const Result<Opened>& opened);
  /// Adds a deck without a word: a sample of a first start.
  void add_sample(const Deck& deck);
  [[nodiscard]] bool has_decks() const { return !lines_.empty(); }
  /// Shows a sentence about what went wrong, until it is dismissed.
  void show_problem(std::string text);
  /// What goes on in the background; empty when nothing does.
  void set_working(std::string text) { common_->messages.set_working(std::move(text)); }

  /// Text for the clipboard, when some was asked for since the last call.
  [[nodiscard]] std::optional<std::string> take_copied();
  [[nodiscard]] const Memory& memory() const { return common_->memory; }
  /// A folder that files were chosen from.
  void remember_folder(const std::filesystem::path& folder);
  /// By the learner's clock.
  [[nodiscard]] Instant learners_now() const {
    return common_->clock() + common_->rules.day.utc_offset;
  }

  /// How the window is to look.
  [[nodiscard]] const screens::Appearance& appearance() const { return settings_.values().look; }
  void set_theme(const std::string& name);
  void show_data(screens::DataLook data) { settings_.show(std::move(data)); }

  // A backup that is put back: until adopt(), nothing is read, and nothing that a person does
  // counts.
  /// What is wanted, once.
  [[nodiscard]] std::optional<screens::RestoreWish> take_restore() {
    return settings_.take_restore();
  }
  /// The database is closed when what is given away goes.
  [[nodiscard]] progress::Store give_away_store();
  void adopt(progress::Store store);
  [[nodiscard]] bool is_restoring() const { return is_restoring_; }
  void tell(std::string text) { common_->tell(std::move(text)); }
  /// The same, with an Undo for what was done last.
  void tell_done(std::string text) { common_->tell_done(std::move(text)); }

  /// A command about the window, when there was one since the last call.
  [[nodiscard]] std::optional<screens::CommandId> take_for_window();

  /// When something changes by itself: a learning step falls due, a day begins, a message goes.
  /// In the future; call `tick` then, or more often.
  [[nodiscard]] Instant wakes_at() const;
  void tick();
  /// From now to `wakes_at`.
  [[nodiscard]] std::chrono::milliseconds sleeps_for() const {
    return wakes_at() - common_->clock();
  }

 private:
  [[nodiscard]] screens::Place place() const { return {page_, study_.can_resume()}; }
  [[nodiscard]] std::optional<screens::PaletteView> palette() const;
  void apply(const screens::PaletteAction& action);
  void run(screens::CommandId command);
  void undo();
  void redo();
  void follow(const progress::Step& step);
  void zoom(float to);
  void refresh_lines();
  void show_page(screens::Page page);
  void go(StudyFlow::Next next);
  void tell_added(const Opened& opened, const progress::Added& added);
  void take_out_added();
  void follow(ImportFlow::Next next);
  void bring_back_drafts(const progress::Edits& undone);
  [[nodiscard]] bool is_free() const;
  /// That another session would bring now: of the whole day's plan, or of one deck.
  [[nodiscard]] std::size_t cards_now() const;
  [[nodiscard]] std::size_t cards_now(const DeckId& deck) const;

  std::unique_ptr<Common> common_;  ///< stays where it is when the app is moved
  StudyFlow study_;
  DecksFlow decks_;
  ClassroomFlow classroom_;
  ImportFlow import_;
  Asked asked_;
  SettingsFlow settings_;
  bool is_restoring_ = false;
  std::vector<progress::DeckLine> lines_;
  progress::Today today_;  ///< as `lines_`, when they were read
  DeckId newest_;          ///< the deck that was added last
  screens::Page page_ = screens::Page::Today;
  screens::Page home_ = screens::Page::Today;  ///< where studying was started
  /// What stands above the page.
  struct Sought {
    std::string query;
    std::size_t chosen = 0;
  };
  std::optional<Sought> palette_;
  bool shows_keys_ = false;
  std::optional<screens::CommandId> for_window_;
};

}  // namespace recto::app
