// Why a clause makes no statement.
#pragma once

#include <optional>

#include "content/words/lexicon.h"
#include "tools/statements/clause.h"

namespace recto::statements {

/// A clause with all that is known of where it stands.
struct ClauseInText {
  const Reading& reading;
  const ReadSentence& sentence;
  const Clause& clause;
  const Lexicon& lexicon;
};

/// What its verb tells against the whole clause: it denies, guesses, stresses, goes on, or leans on
/// another time (C2, C7, C8, C9, C12). None where nothing does.
[[nodiscard]] std::optional<Fault> fault_of_verb(const ClauseInText& told);

/// Why one of its pieces cannot be told: what it names stands elsewhere, it holds somebody's own
/// words, its subject does not say which (C2, C11, C12). None where it can.
[[nodiscard]] std::optional<Fault> fault_of_piece(const ClauseInText& told, const Piece& piece);

}  // namespace recto::statements
