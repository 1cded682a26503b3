// One card being asked: hinted at, answered, judged; what that suggests for the rating.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "game/memory/model.h"
#include "game/study/grading.h"
#include "game/study/item.h"

namespace recto::study {

/// What the learner says to a verdict on a typed answer; it holds (G18, below the table).
enum class Decision {
  Counts,
  CountsFromNowOn,  ///< what was typed is an accepted answer of the card too
  DoesNotCount,
};

/// How far the learner has come with a card. A value.
struct Turn {
  Instant shown_at{};                    ///< when the prompt appeared
  std::optional<Instant> revealed_at{};  ///< when the answer appeared; absent while it is hidden
  std::string typed{};  ///< what was typed when the answer was shown, or the card left
  std::optional<std::size_t> chosen{};  ///< index into the options
  std::optional<Graded> graded{};  ///< of what was typed or chosen; absent after a plain reveal
  std::optional<Decision> decision{};
  int hints = 0;  ///< that were looked at, 0 to kMostHints

  bool operator==(const Turn&) const = default;
};

/// A rating is not taken before this long after the answer appeared (F19).
inline constexpr std::chrono::milliseconds kRatingDelay{150};
/// First letter, then length, then half (F17).
inline constexpr int kMostHints = 3;

/// Shows the answer. What was typed is graded where that is the way; an option that was offered but
/// not chosen is not known. A turn that is over stays as it is.
void reveal(Turn& turn, const Card& card, Way way, std::string typed, Instant now,
            const Standards& standards);
/// Answers with an option, an index that must be inside. A turn that is over stays as it is.
void choose(Turn& turn, std::size_t option, bool right, Instant now);

/// The learner's word where there is one, else the program's; none after a plain reveal.
[[nodiscard]] std::optional<Verdict> verdict_of(const Turn& turn);
/// Whether the learner can say that a typed answer counts, or does not: words were typed.
[[nodiscard]] bool can_decide(const Turn& turn, Way way);
/// Whether a rating is taken now: the answer is shown, and not only just (F19).
[[nodiscard]] bool may_rate(const Turn& turn, Instant now);

/// The rating that the turn suggests, none while it is the learner's to decide whether the answer
/// counts. What a hint was needed for was recalled with effort at best. `recall_chance` as
/// suggested_rating_of_choice has it.
[[nodiscard]] std::optional<memory::Rating> suggested_rating(const Turn& turn, const Card& card,
                                                             Way way, double recall_chance);

/// Whether the turn ended well: what a practice counts as right.
[[nodiscard]] bool is_pass(std::optional<memory::Rating> rating);

/// So much of an answer as `hints` show, 0 to kMostHints: "", "P…", "P•••••••", "Port••••". Blanks
/// and punctuation stay. Empty for an answer without two letters or digits to hide.
[[nodiscard]] std::string hint_text(std::string_view answer, int hints);

}  // namespace recto::study
