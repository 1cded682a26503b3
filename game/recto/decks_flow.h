// The list of decks: searching it, and what is done with a deck as a whole.
#pragma once

#include <optional>
#include <string>

#include "game/recto/common.h"
#include "game/screens/decks/decks_view.h"

namespace recto::app {

/// What it stores is one step of undo each.
class DecksFlow {
 public:
  /// Whether the list is to be read again: nothing, something, or the action's deck is gone.
  enum class Changed { Nothing, Something, Gone };

  explicit DecksFlow(Common& common) : common_(&common) {}

  [[nodiscard]] screens::DecksView look(const progress::Today& today, const DeckId& newest) const;
  /// Studying is not done here.
  Changed apply(const screens::DecksAction& action, const progress::Today& today);

 private:
  using Panel = screens::DeckPanel::Kind;
  void open(const DeckId& deck, Panel kind, const progress::Today& today);
  Changed save(const std::string& text, const progress::Today& today);
  Changed rename(const std::string& title);
  Changed set_exam(const std::optional<study::Exam>& exam, const progress::Today& today);
  Changed answer_by(study::Answering answering);
  Changed remove(const DeckId& deck, const progress::Today& today);

  Common* common_;
  std::string query_;
  struct Open {
    DeckId deck;
    Panel kind = Panel::Menu;
    std::string typed{};
    study::Answering answering = study::Answering::Grow;  ///< that holds
  };
  std::optional<Open> open_;
};

}  // namespace recto::app
