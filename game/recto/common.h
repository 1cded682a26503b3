// What the flows of the app share.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "content/words/lexicon.h"
#include "game/progress/store.h"
#include "game/recto/messages.h"
#include "game/screens/study/study_view.h"
#include "game/screens/words.h"
#include "game/study/queue.h"

namespace recto::app {

using Clock = std::function<Instant()>;

/// What stays from one start to the next, beside the database.
struct Memory {
  bool hard_is_explained = false;  ///< that Hard counts as recalled was said once (F18)
  screens::StudyHabits habits{};

  bool operator==(const Memory&) const = default;
};

/// Made once by the app, which outlives its flows.
struct Common {
  progress::Store store;
  progress::Rules rules;
  Clock clock;
  std::uint64_t seed = 0;
  Memory memory;
  /// Of English words, for grading; none: synonyms and other names of countries are not known.
  const Lexicon* dictionary = nullptr;
  study::Plan plan{.new_facts = 20};
  Messages messages{};
  std::optional<std::string> copied{};  ///< for the clipboard

  [[nodiscard]] study::Day today() const { return study::day_of(clock(), rules.day); }
  void tell(std::string text) { messages.tell(std::move(text), clock()); }
};

[[nodiscard]] inline std::string quoted(const Deck& deck) {
  return "“" + screens::title_in_words(deck.title) + "”";
}

}  // namespace recto::app
