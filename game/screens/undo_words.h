// What was taken back or done again, in words.
#pragma once

#include <span>
#include <string>

#include "game/progress/edits.h"
#include "game/progress/store.h"

namespace recto::screens {

/// "the name of “The Treaty”"; decks that are not among `decks` are "a deck".
[[nodiscard]] std::string step_in_words(const progress::Step& step,
                                        std::span<const progress::DeckLine> decks);

}  // namespace recto::screens
