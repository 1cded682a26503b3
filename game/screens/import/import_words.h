// What import and preview say.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/draft/draft.h"

namespace recto::screens {

/// What is being done with an input.
enum class ImportStage { Waiting, Fetching, Reading, Writing };
/// "Fetching, 40 %"; `share` of the stage, 0 where that is not known.
[[nodiscard]] std::string stage_in_words(ImportStage stage, float share);

/// What went wrong and what to do, as sentences: "The server answered 403. Save the page …".
[[nodiscard]] std::string failure_in_words(const Error& error);

/// "18 of 31 cards, 12 of 14 paragraphs covered".
[[nodiscard]] std::string figures_in_words(const draft::Figures& figures);

/// "Gap", "Question", "Choice" …
[[nodiscard]] std::string card_kind_in_words(CardKind kind);

/// "3 May", "3 May 2025" where `now` is in another year; both by the learner's clock.
[[nodiscard]] std::string date_in_words(Instant at, Instant now);

/// What became of an article since it was imported.
struct Since {
  Instant imported{};  ///< by the learner's clock
  std::size_t cards = 0;
  std::size_t fresh = 0, reworded = 0, gone = 0, same = 0;
};
/// F8: "Imported on 3 May, 42 cards. Since then: 3 new, 2 reworded, 1 gone, 39 same."
[[nodiscard]] std::string since_in_words(const Since& since, Instant now);

/// What is to be said about an article before its cards are (F6): too short, no language model, no
/// card at all.
[[nodiscard]] std::vector<std::string> notes_about(const draft::Draft& draft);

}  // namespace recto::screens
