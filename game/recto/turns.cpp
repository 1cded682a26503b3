#include "game/recto/turns.h"

namespace recto::app {
namespace {

using screens::Panel;
using Kind = screens::StudyAction::Kind;

void reveal(const Asking& asking, const std::string& typed, study::Turn& turn) {
  const std::vector<std::string> rivals = study::rivals_of(*asking.deck, *asking.card);
  study::reveal(turn, *asking.card, asking.way, typed, asking.common->clock(),
                {asking.deck->grading, rivals, asking.deck->language, asking.common->dictionary});
}

void choose(const Asking& asking, std::size_t option, study::Turn& turn) {
  if (option >= asking.options.size()) return;
  const bool right = asking.options[option] == asking.card->answer;
  study::choose(turn, option, right, asking.common->clock());
}

void hint(study::Turn& turn) {
  if (!turn.revealed_at && turn.hints < study::kMostHints) ++turn.hints;
}

void copy(const Asking& asking) {
  asking.common->copied = screens::card_text(*asking.deck, *asking.card);
  asking.common->tell("The card is on the clipboard.");
}

}  // namespace

void keep_typed(const screens::StudyAction& action, study::Turn& turn) {
  if (!turn.revealed_at && action.kind != Kind::None) turn.typed = action.text;
}

bool answers(const Asking& asking, const screens::StudyAction& action, screens::StudyState& state) {
  study::Turn& turn = state.turn;
  if (action.kind != Kind::None) state.panel = Panel::None;
  switch (action.kind) {
    case Kind::None: break;
    case Kind::Reveal: reveal(asking, action.text, turn); break;
    case Kind::Choose: choose(asking, action.index, turn); break;
    case Kind::Hint: hint(turn); break;
    case Kind::Decide:
      if (study::can_decide(turn, asking.way)) turn.decision = action.decision;
      break;
    case Kind::Source:
      if (turn.revealed_at) state.whole_source = !state.whole_source;
      break;
    case Kind::Open: state.panel = action.panel; break;
    case Kind::Copy: copy(asking); break;
    default: return false;
  }
  return true;
}

}  // namespace recto::app
