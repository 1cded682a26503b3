// The app without its window: what is on the screen, and what an action does.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
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
/// next card is shown; one that the database does not take is not taken here either.
class App {
 public:
  /// What stays from one start to the next, beside the database.
  struct Memory {
    bool hard_is_explained = false;  ///< that Hard counts as recalled was said once (F18)

    bool operator==(const Memory&) const = default;
  };

  App(progress::Store store, progress::Rules rules, Clock clock, std::uint64_t seed, Memory memory);

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
  /// Adds a deck without a word: a sample of a first start.
  void add_sample(const Deck& deck);
  [[nodiscard]] bool has_decks() const { return !lines_.empty(); }
  /// Shows a sentence about what went wrong, until it is dismissed.
  void show_problem(std::string text);
  /// What goes on in the background; empty when nothing does.
  void set_working(std::string text) { working_ = std::move(text); }

  /// Text for the clipboard, when some was asked for since the last call.
  [[nodiscard]] std::optional<std::string> take_copied();
  [[nodiscard]] const Memory& memory() const { return memory_; }

  /// When something changes by itself: a learning step falls due, a day begins, a message goes, the
  /// database can be tidied. In the future; call `tick` then, or more often.
  [[nodiscard]] Instant wakes_at() const;
  void tick();
  /// From now to `wakes_at`.
  [[nodiscard]] std::chrono::milliseconds sleeps_for() const { return wakes_at() - clock_(); }

 private:
  /// A problem stays until it is dismissed, or until what failed has been done.
  struct Problem {
    std::string text;
    bool about_answer = false;
  };
  /// A line about what was done, with the decks that its Undo takes out again.
  struct Notice {
    std::string text;
    Instant until{};
    std::vector<DeckId> added{};
    std::size_t cards = 0;
  };

  [[nodiscard]] study::Day today() const;
  void refresh_lines();
  void show_page(screens::Page page);
  void tell(std::string text);
  void tell_added(const Opened& opened, const progress::Added& added);
  void take_out_added();
  void fail_with(const Error& error, const std::string& consequence, bool about_answer = false);
  void start(const DeckId& id);
  void go_on();
  void next_card();
  void reveal(const std::string& typed);
  void choose(std::size_t option);
  void rate(memory::Rating rating);
  void explain_hard();
  void undo();
  void copy_card();
  [[nodiscard]] std::size_t cards_now(const DeckId& deck) const;
  [[nodiscard]] std::vector<std::string> rivals() const;

  progress::Store store_;
  progress::Rules rules_;
  Clock clock_;
  std::uint64_t seed_;
  Memory memory_;
  std::vector<progress::DeckLine> lines_;
  study::Day lines_day_ = 0;  ///< when `lines_` were read
  DeckId newest_;             ///< the deck that was added last
  screens::Page page_ = screens::Page::Decks;
  std::deque<Problem> problems_;
  std::optional<Notice> notice_;
  std::string working_;
  std::optional<study::Session> session_;
  study::Day session_day_ = 0;
  Deck deck_;  ///< of the session
  screens::Turn turn_;
  std::optional<std::string> copied_;
  std::optional<Instant> tidies_at_;
};

}  // namespace recto::app
