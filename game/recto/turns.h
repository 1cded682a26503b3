// What a person does to the card on show, whoever asks it: nothing here changes what is remembered.
#pragma once

#include <string>
#include <vector>

#include "game/recto/common.h"
#include "game/screens/study/study_view.h"

namespace recto::app {

/// The card on show and how it is answered. Made for one action.
struct Asking {
  Common* common = nullptr;
  const Deck* deck = nullptr;
  const Card* card = nullptr;
  study::Way way = study::Way::Reveal;
  std::vector<std::string> options;
};

/// Keeps what was typed so far: it is there again after whatever comes between.
void keep_typed(const screens::StudyAction& action, study::Turn& turn);

/// Reveals, chooses, hints, decides for once, opens and closes what stands above the card, copies.
/// Whether the action was one of these.
bool answers(const Asking& asking, const screens::StudyAction& action, screens::StudyState& state);

}  // namespace recto::app
