// What the flows of the app share.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "content/words/lexicon.h"
#include "game/progress/edits.h"
#include "game/progress/store.h"
#include "game/progress/today.h"
#include "game/recto/messages.h"
#include "game/screens/study/study_view.h"
#include "game/screens/words.h"
#include "game/study/queue.h"

namespace recto::app {

using Clock = std::function<Instant()>;

/// What stays from one start to the next, beside the database.
struct Memory {
  bool hard_is_explained = false;  ///< that Hard counts as recalled was said once (F18)
  std::vector<std::filesystem::path> recent_folders{};  ///< files were chosen from, newest first

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
  screens::StudyHabits habits{};  ///< as they are set
  Messages messages{};
  std::optional<std::string> copied{};  ///< for the clipboard

  [[nodiscard]] study::Day today() const { return study::day_of(clock(), rules.day); }
  [[nodiscard]] Result<progress::Today> read_today() const {
    return progress::read_today(store, clock(), rules.day);
  }
  /// Stores what a person wants, or says why it is not stored; whether it is.
  bool apply(const Result<progress::Edits>& edits, const std::string& consequence) {
    const auto stored =
        edits ? store.apply(*edits, clock()) : Result<void>(tl::unexpected(edits.error()));
    if (!stored)
      messages.fail_with(stored.error(), consequence);
    else
      messages.take_notice();  // its Undo would be about something that is no longer the last
    return stored.has_value();
  }
  /// Tells what was done, with an Undo for it.
  void tell_done(std::string text) {
    Notice notice{.text = std::move(text)};
    notice.undoes_last = true;
    messages.tell(std::move(notice), clock());
  }
  void tell(std::string text) { messages.tell(std::move(text), clock()); }
};

[[nodiscard]] inline std::string quoted(const Deck& deck) {
  return "“" + screens::title_in_words(deck.title) + "”";
}

}  // namespace recto::app
