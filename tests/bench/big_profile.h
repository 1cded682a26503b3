// Profiles of any size for the benchmarks of game/progress: up to 1,000,000 cards with 10,000,000
// reviews in 500 decks.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "content/base/instant.h"
#include "content/base/random.h"
#include "content/deck/deck.h"
#include "game/progress/store.h"

namespace recto::bench {

struct BigProfile {
  std::filesystem::path file;
  std::size_t cards = 0;
  std::size_t decks = 0;
  Instant end{};  ///< now: about one card in twenty is due
};

/// The rules that its answers were given under.
[[nodiscard]] const progress::Rules& big_profile_rules();
[[nodiscard]] DeckId big_deck_id(std::size_t number);

/// A profile with `reviews` reviews, a tenth as many cards, and a deck for 2,000 cards (at least
/// 10). A fact has one card; one in ten was never asked, the others eleven times or twelve, in the
/// order of time all over the profile. Made at the first call, in $RECTO_BENCH_FOLDER, where it is
/// found again at the next run; without that, in a temporary folder that goes at the end.
const BigProfile& big_profile(std::size_t reviews);

/// A word as common words are common: of rank r with a chance like 1/r. Ranks 1 to 20,000.
[[nodiscard]] std::string random_word(Random& random);
/// The word of a rank; its first letters are shared by many.
[[nodiscard]] std::string word_of_rank(std::size_t rank);

}  // namespace recto::bench
