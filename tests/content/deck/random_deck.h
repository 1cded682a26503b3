// Decks for properties: any valid deck may come out.
#pragma once

#include <string>

#include "content/base/random.h"
#include "content/deck/deck.h"

namespace recto::test {

/// A few words, among them accents, signs, line feeds and characters beyond U+FFFF.
[[nodiscard]] std::string random_words(Random& random, std::size_t most);

/// A deck without faults, of up to 12 cards, some by hand, some edited, with members of strangers.
[[nodiscard]] Deck random_deck(Random& random);

/// The deck of the article's next version: some cards reworded, gone, new; passages changed.
[[nodiscard]] Deck next_version(Random& random, const Deck& deck);

}  // namespace recto::test
