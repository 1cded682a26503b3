// Do words of a sentence stand alone, or point at what a reader of a card does not have?
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/words/lexicon.h"
#include "tools/statements/clause.h"
#include "tools/statements/reading.h"

namespace recto::statements {

/// What the words are part of.
struct Standing {
  const Reading& reading;
  const ReadSentence& sentence;
  std::vector<bool> asides;
  const Lexicon& lexicon;
  /// The subject of the clause, where what is asked about does not belong to it: "its", "their" and
  /// the like may mean it.
  std::optional<Words> subject;
  /// A pronoun that is known to mean that subject.
  std::optional<WordId> known{};
  /// All of the sentence is told: its pronouns may mean what stands before them.
  bool whole = false;
};

/// Why the words do not stand alone: the first pronoun, "this move", "last year" that nothing in
/// the text resolves (LANGUAGE.md 9), else the first that may be understood all the same: "the
/// bridge". None when they do.
[[nodiscard]] std::optional<Fault> open_reference(const Standing& standing, Words words);

/// Whether a noun by itself says nothing a month later: "the study", "officials".
[[nodiscard]] bool is_vague(std::string_view lemma);

}  // namespace recto::statements
