// The app without its window: what is on the screen, and what an action does.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/progress/store.h"
#include "game/screens/decks/decks_view.h"
#include "game/screens/shell/shell_view.h"
#include "game/screens/study/study_view.h"
#include "game/screens/summary/summary_view.h"
#include "game/study/session.h"

namespace recto::app {

using Clock = std::function<Instant()>;

/// What came of opening a file.
struct Opened {
  std::string name;  ///< of the file, as the person knows it
  Deck deck;
  bool made_here = false;  ///< from an article, by the deck maker; else it was a deck
};

/// Holds the database and, while one goes on, a session. Every answer is in the database before the
/// next card is shown.
class App {
 public:
  App(progress::Store store, progress::Rules rules, Clock clock, std::uint64_t seed);

  // What is on the screen.
  [[nodiscard]] screens::ShellView shell() const;
  [[nodiscard]] screens::DecksView decks() const;
  [[nodiscard]] screens::StudyView study() const;      ///< only on Page::Study
  [[nodiscard]] screens::SummaryView summary() const;  ///< only on Page::Summary

  // What a person does there.
  void apply(screens::ShellAction action);
  void apply(const screens::DecksAction& action);
  void apply(const screens::StudyAction& action);
  void apply(const screens::SummaryAction& action);

  /// Adds the deck of a file that was opened, or shows why there is none.
  void add(const std::string& name, const Result<Opened>& opened);
  /// Adds decks without a word: the samples of a first start.
  void add_samples(const std::vector<Deck>& decks);
  [[nodiscard]] bool has_decks() const { return !lines_.empty(); }
  void show(screens::Message message) { message_ = std::move(message); }

  /// The card for the clipboard, when one was asked to be copied since the last call.
  [[nodiscard]] std::optional<std::string> take_copied();

  /// When something changes by itself: a learning step falls due, a day begins. Call `tick` then.
  [[nodiscard]] Instant wakes_at() const;
  void tick();
  /// Work that can wait for a quiet moment.
  void tidy();

 private:
  void refresh_lines();
  void fail_with(const Error& error, const std::string& consequence);
  void start(const DeckId& deck);
  void next_card();
  void reveal(const std::string& typed);
  void choose(std::size_t option);
  void rate(memory::Rating rating);
  void undo();
  [[nodiscard]] std::vector<std::string> rivals() const;

  progress::Store store_;
  progress::Rules rules_;
  Clock clock_;
  std::uint64_t seed_;
  std::vector<progress::DeckLine> lines_;
  screens::Page page_ = screens::Page::Decks;
  std::optional<screens::Message> message_;
  std::optional<study::Session> session_;
  Deck deck_;  ///< of the session
  screens::Turn turn_;
  std::optional<std::string> copied_;
};

}  // namespace recto::app
