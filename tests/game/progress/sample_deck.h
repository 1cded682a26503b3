// A deck of any size, for tests and benchmarks.
#pragma once

#include <string>

#include "content/base/instant.h"
#include "content/deck/deck.h"

namespace recto::test {

/// A moment to start from: 3 March 2026, 10:00 UTC.
inline constexpr Instant kStart{std::chrono::milliseconds(1'772'532'000'000)};

/// A deck without faults: `facts` facts, each with one to three variants, a passage for ten facts.
[[nodiscard]] Deck sample_deck(const std::string& id, int facts);

}  // namespace recto::test
