// "Zürich, also known as Turicum", "Athens (Greek: Αθήνα)": another name of the same thing.
#pragma once

#include <vector>

#include "content/words/lexicon.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

struct Alias {
  Words name;
  Words other;          ///< without "the" and quotes
  bool former = false;  ///< the other name is not in use: "formerly", "née"

  bool operator==(const Alias&) const = default;
};

/// Names with another name behind them, in order: after "also known as", "formerly", "née" and the
/// like between commas or in brackets; in brackets after a language ("German: …"), in another
/// script, or where the two look alike ("Panaji (Panjim)"). A bare name in brackets is left out: it
/// may be an actor's role, a place's country, a singer's band. Linear.
[[nodiscard]] std::vector<Alias> find_aliases(const Sentence& sentence, const Lexicon& lexicon);

}  // namespace recto::patterns
