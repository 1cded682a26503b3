// What the app tells in its line at the bottom: what went wrong, what goes on, what was done.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/screens/shell/shell_view.h"

namespace recto::app {

/// A line about what was done, with the decks that its Undo takes out again.
struct Notice {
  std::string text{};
  Instant until{};
  std::vector<DeckId> added{};
  std::size_t cards = 0;
  bool undoes_last = false;  ///< its Undo takes back what was done last
};

/// A problem stays until it is dismissed, or until what failed has been done; what goes on comes
/// after it, what was done last.
class Messages {
 public:
  /// Whether a problem is about the last answer: done once that is taken.
  enum class About { Anything, Answer };

  [[nodiscard]] std::optional<screens::Message> shown() const;

  /// Tells what was done, for as long as such a line stays (U9).
  void tell(std::string text, Instant now);
  void tell(Notice notice, Instant now);
  /// What was told last, while it stands.
  [[nodiscard]] const std::optional<Notice>& notice() const { return notice_; }
  /// Takes it off the screen.
  std::optional<Notice> take_notice();

  void show_problem(std::string text);
  /// Says what an error led to, once.
  void fail_with(const Error& error, const std::string& consequence, About about = About::Anything);
  /// What stood in the way of an answer has been mended.
  void answer_is_taken();

  /// What goes on in the background; empty when nothing does.
  void set_working(std::string text) { working_ = std::move(text); }
  /// Takes off what is shown.
  void dismiss();
  /// Takes off a notice whose time is over.
  void tick(Instant now);

 private:
  struct Problem {
    std::string text;
    About about = About::Anything;
  };

  std::deque<Problem> problems_;
  std::optional<Notice> notice_;
  std::string working_;
};

}  // namespace recto::app
