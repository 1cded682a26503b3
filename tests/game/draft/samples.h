// Drafts to try.
#pragma once

#include <cstddef>

#include "game/draft/draft.h"

namespace recto::test {

/// Of treaty_deck(): "year" 0.9, "kingdoms" 0.8, "pope" 0.6, "signed" 0.76, the FAQ 0.92. Turned
/// down: 5 asks for the fact of "year" as a gap and could be asked; 6 has no answer.
[[nodiscard]] draft::Proposal treaty_proposal();

/// An article of so many passages, a few under each heading, with three cards each and one that was
/// turned down.
[[nodiscard]] draft::Proposal long_proposal(std::size_t passages);

}  // namespace recto::test
