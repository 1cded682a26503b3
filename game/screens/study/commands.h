// What can be done with the card on show, beside answering it (F17): each with icon, words and key.
#pragma once

#include <optional>
#include <vector>

#include "game/screens/study/study_view.h"

namespace recto::screens {

/// In the order of the menu.
[[nodiscard]] std::vector<StudyCommand> commands_of(const Showing& showing,
                                                    const StudyState& state);
/// The four reasons, and taking the flag off where there is one.
[[nodiscard]] std::vector<StudyCommand> flags_of(std::optional<study::Flag> now);
/// What the learner can say to the verdict; nothing where nothing was typed.
[[nodiscard]] std::vector<StudyCommand> decisions_of(const Showing& showing,
                                                     const study::Turn& turn);
/// What can become of a leech (F23).
[[nodiscard]] std::vector<StudyCommand> ways_out();

/// "unclear"
[[nodiscard]] std::string flag_in_words(study::Flag flag);

}  // namespace recto::screens
