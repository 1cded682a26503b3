// A review log as fitting wants it: the answers of each card in a row, and which of them are to be
// predicted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "content/base/result.h"
#include "game/memory/model.h"

namespace recto::memory {

/// One line of a log.
struct LoggedAnswer {
  std::uint32_t card = 0;  ///< any numbering from 0 without large gaps
  std::int32_t day = 0;    ///< the learner's calendar day
  Rating rating = Rating::Good;
};

/// An answer after the one before it.
struct Answer {
  std::int32_t days = 0;  ///< since the card's answer before, at least 0; 0 for its first
  Rating rating = Rating::Good;
};

/// An answer that is to be predicted from what came before: one on a later day than the card's
/// answer before it. Both are indexes into Histories::answers().
struct Item {
  std::uint32_t first = 0;   ///< the card's first answer
  std::uint32_t target = 0;  ///< the answer; the card's history is [first, target)

  /// Answers of the card, the target included.
  [[nodiscard]] std::size_t length() const { return target - first + 1; }
};

/// An item and how much it counts in a loss.
struct WeightedItem {
  Item item;
  float weight = 1.0F;
};

/// A log, sorted by card. A value.
class Histories {
 public:
  /// `log` in the order of time; of a card that was reset only what came since. Errors: BadInput
  /// for a card's number that is not below the number of answers, a rating outside its range, more
  /// than 2^31 answers.
  [[nodiscard]] static Result<Histories> make(std::span<const LoggedAnswer> log);

  [[nodiscard]] std::span<const Answer> answers() const { return answers_; }
  /// All items, in the order of time of their targets.
  [[nodiscard]] std::span<const Item> items() const { return items_; }
  [[nodiscard]] std::size_t cards() const { return begins_.size() - 1; }
  /// Of card `i` below cards().
  [[nodiscard]] std::span<const Answer> card(std::size_t i) const {
    return std::span(answers_).subspan(begins_[i], begins_[i + 1] - begins_[i]);
  }

 private:
  std::vector<Answer> answers_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> begins_ = {0};  ///< of each card's answers, and the end of the last
};

}  // namespace recto::memory
