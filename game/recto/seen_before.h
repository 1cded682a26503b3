// An article seen before (F8): the deck that was made of it, and what has changed since then.
#pragma once

#include <optional>

#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/draft/draft.h"
#include "game/progress/store.h"
#include "game/screens/import/import_words.h"
#include "game/study/day.h"

namespace recto::app {

struct SeenBefore {
  Deck deck;  ///< as it is in the list
  Instant added{};
};

/// The deck of the list that was made from the article of `fresh`: the same URL, the same bytes, or
/// the same title with mostly the same passages.
[[nodiscard]] Result<std::optional<SeenBefore>> find_seen(const progress::Store& store,
                                                          const Deck& fresh);

/// What taking over `fresh` would change.
[[nodiscard]] screens::Since since_of(const SeenBefore& seen, Deck fresh,
                                      const study::DayRule& rule);

}  // namespace recto::app
