// Practising without consequences (F24): cramming, the missed ones again, a test. No answer changes
// what is remembered or when it comes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "game/study/item.h"

namespace recto::study {

/// Every fact until it was right once; one that was missed comes again three facts later. A value.
class Practice {
 public:
  enum class Missed {
    ComeAgain,
    StayAway,  ///< a test: each fact once
  };

  /// The items in random order, `most` of them. Polls are taken out, suspended facts are asked too.
  Practice(std::vector<Item> items, Missed missed, std::size_t most, std::uint64_t seed);

  /// What is asked now, in its hardest form; nullptr when done.
  [[nodiscard]] const Item* current() const;
  [[nodiscard]] const Card* card() const;
  /// How it is answered, and between which options; must not be called when done.
  [[nodiscard]] Way way() const;
  [[nodiscard]] std::vector<std::string> options() const;

  /// Must not be called when done.
  void answer(bool right);

  /// Takes the last answer back; false when there is none.
  bool undo();

  [[nodiscard]] std::size_t left() const { return queue_.size(); }
  [[nodiscard]] std::size_t asked() const { return done_.size(); }
  /// Facts whose first answer was right, and the others as they were missed first.
  [[nodiscard]] std::size_t right_first() const;
  [[nodiscard]] std::vector<FactOf> missed() const;
  /// The forms of the missed that were asked, and their decks; they live as long as the practice.
  struct Missing {
    const DeckId* deck = nullptr;
    const Card* card = nullptr;
  };
  [[nodiscard]] std::vector<Missing> missed_cards() const;
  [[nodiscard]] std::size_t facts() const { return items_.size(); }
  [[nodiscard]] bool is_test() const { return missed_ == Missed::StayAway; }

  bool operator==(const Practice&) const = default;

 private:
  struct Done {
    std::size_t item = 0;
    bool right = false;
    bool first = false;                     ///< it was not asked before
    std::optional<std::size_t> put_back{};  ///< where in the queue, when it comes again

    bool operator==(const Done&) const = default;
  };

  std::vector<Item> items_;
  Missed missed_;
  std::uint64_t seed_;
  std::deque<std::size_t> queue_;  ///< items, next first
  std::vector<bool> was_asked_;    ///< of each item
  std::vector<Done> done_;
};

}  // namespace recto::study
