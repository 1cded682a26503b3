// The teacher's side in the window: choosing deck and questions, the wall, and what comes after.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "game/classroom/rules/results.h"
#include "game/recto/class_room.h"
#include "game/recto/common.h"
#include "game/screens/classroom/after_view.h"
#include "game/screens/classroom/setup_view.h"
#include "game/screens/classroom/wall_view.h"

namespace recto::app {

/// What the flow needs from where it stands.
struct ClassroomTools {
  std::function<Result<std::unique_ptr<ClassRoom>>(const HostPlan&)> open;
  std::filesystem::path folder;  ///< of the journal
  /// Writes a result where the person finds it; gives the file.
  std::function<Result<std::filesystem::path>(const classroom::QuizResult&)> export_result;
  /// Writes a quiz on paper (L20) where the person finds it; gives the file.
  std::function<Result<std::filesystem::path>(const Deck&)> print;
};

/// One room at a time. It goes on while other pages are shown, and its journal brings it back
/// after the app's end (L17). A result is in the database as soon as the podium stands.
class ClassroomFlow {
 public:
  using View = std::variant<screens::SetupView, screens::WallScreen, screens::AfterView>;

  using Action = std::variant<screens::SetupAction, screens::WallAction, screens::AfterAction>;

  ClassroomFlow(Common& common, ClassroomTools tools)
      : common_(&common), tools_(std::move(tools)) {}

  /// The page is shown: what there is to choose from is read.
  void enter();
  [[nodiscard]] View view() const;
  void apply(const screens::SetupAction& action);
  void apply(const screens::WallAction& action);
  void apply(const screens::AfterAction& action);
  void apply(const Action& action) {
    std::visit([this](const auto& one) { apply(one); }, action);
  }

  /// Takes what the room has to tell.
  void tick();
  /// When the countdown moves on.
  [[nodiscard]] std::optional<Instant> wakes_at() const;
  /// Whether the class looks at it: nothing may stand around it.
  [[nodiscard]] bool is_on_wall() const {
    return std::holds_alternative<screens::WallScreen>(view());
  }
  [[nodiscard]] bool is_hosting() const { return room_ != nullptr; }

 private:
  void choose(const DeckId& id);
  void choose_option(std::size_t option, std::size_t choice);
  void save_list(const std::string& text);
  void remember_settings();
  void tick_cards(std::vector<std::size_t> places);
  void host(const Deck& deck);
  void open_room(HostPlan plan);
  void close_room();
  void keep_result();
  void show_door();
  void make_deck();
  void play_missed();
  void export_result();
  void print(const Deck& deck);
  void print_result();
  void delete_result();
  [[nodiscard]] Deck ticked_cards() const;
  void open_past(std::int64_t id);
  [[nodiscard]] bool is_alone() const;
  [[nodiscard]] std::string teachers_link() const;
  void copy_teachers_link();
  void show_teachers_code();
  void hear_panel(const screens::WallAction& action);
  [[nodiscard]] screens::SetupView setup() const;
  [[nodiscard]] screens::WallScreen wall() const;
  [[nodiscard]] std::filesystem::path journal() const { return tools_.folder / "window.journal"; }
  [[nodiscard]] Result<void> prepare_folder() const;

  Common* common_;
  ClassroomTools tools_;

  // Before.
  std::vector<progress::DeckLine> decks_;
  std::vector<progress::KeptQuiz> past_;
  std::string cut_off_;  ///< the title of a quiz that can be resumed
  std::optional<Deck> deck_;
  std::set<std::size_t> ticked_;  ///< places of cards of `deck_`
  classroom::Settings settings_;
  std::string problem_;
  bool writes_list_ = false;

  // While it goes on.
  std::unique_ptr<ClassRoom> room_;
  screens::WallView wall_;
  Instant wall_at_{};  ///< when `wall_` came: its time goes on from there
  Instant opened_at_{};
  screens::DoorLook door_;
  std::size_t network_ = 0;  ///< which address stands on the wall
  struct Panel {
    std::size_t seat = 0;
    bool renaming = false;
    std::optional<std::string> asked;  ///< the new name, until it is taken or refused
    std::string problem;
  };
  std::optional<Panel> panel_;
  std::optional<screens::TeacherPanel> teacher_;
  bool counts_hands_ = false;

  // Afterwards.
  std::optional<classroom::QuizResult> result_;
  std::optional<std::int64_t> past_id_;  ///< `result_` is this one of earlier
  bool asks_delete_ = false;
  std::string kept_;  ///< what is to be said about where it is kept
};

}  // namespace recto::app
