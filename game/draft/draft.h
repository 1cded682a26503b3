// The draft of a deck: what the deck maker proposes, and what a person makes of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto::draft {

// The quality threshold: from which chance on, that a teacher would keep it, a card is in the deck.
inline constexpr double kLeastThreshold = 0.5;
inline constexpr double kMostThreshold = 0.95;
inline constexpr double kUsualThreshold = 0.75;
inline constexpr double kThresholdStep = 0.05;

/// A card that the deck maker turned down, and why, in words for a person.
struct TurnedDown {
  Card card;
  std::string reason;
};

/// What a draft begins with.
struct Proposal {
  Deck deck;  ///< with every card that is right in form, also below the usual threshold
  std::vector<TurnedDown> turned_down;
  std::map<CardId, std::vector<std::string>> spare_options{};  ///< of choices, best first
};

/// What a person said about an entry, where that is not what the threshold says.
enum class Verdict { None, Keep, Drop };

/// A card that is in the draft's deck, or could be.
struct Entry {
  Card card;
  std::string reason;  ///< why the deck maker turned it down; empty: it did not
  Verdict verdict = Verdict::None;
  std::vector<std::string> spare{};  ///< further wrong options of a choice

  bool operator==(const Entry&) const = default;
};

/// How much of the article the deck asks for.
struct Figures {
  std::size_t kept = 0;
  std::size_t cards = 0;    ///< that could be kept: all but those that were turned down
  std::size_t covered = 0;  ///< passages that a kept card was made from
  std::size_t passages = 0;

  bool operator==(const Figures&) const = default;
};

/// Entries are known by their place in `entries()`, which never changes; own cards come behind.
class Draft {
 public:
  explicit Draft(Proposal proposal, double threshold = kUsualThreshold);

  /// The deck without its cards.
  [[nodiscard]] const Deck& head() const { return head_; }
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  [[nodiscard]] double threshold() const { return threshold_; }

  [[nodiscard]] bool is_kept(std::size_t entry) const;
  /// Whether it stands with the cards under the headings: it is kept, or a person dropped it and
  /// may want it back. The others stand in the list of those that were left out.
  [[nodiscard]] bool is_shown(std::size_t entry) const;
  /// Whether the threshold leaves it out only because the key would be the longest option in too
  /// many choices.
  [[nodiscard]] bool is_too_long(std::size_t entry) const { return too_long_[entry]; }
  [[nodiscard]] Figures figures() const;

  /// Begins as a person left the deck of the article's earlier version: its threshold, and what was
  /// dropped. No step; before the first one.
  void take_over(const Deck& old);

  /// Moves the threshold, within its limits; steps of it that follow each other are one.
  void set_threshold(double threshold);
  /// Keeps what is dropped, drops what is kept. Error: BadInput for a card that cannot be asked as
  /// it is.
  Result<void> turn(std::size_t entry);
  /// Other words for a card, which is kept then. Errors as turn().
  Result<void> rewrite(std::size_t entry, Card card);
  /// What is also right to type. Errors as turn(); nothing happens where it is known already.
  Result<void> accept(std::size_t entry, const std::string& answer);
  /// A card of the person's own; its entry. Errors as turn().
  Result<std::size_t> add(Card card);
  /// Asks for the same fact in another way: the next entry of it with another kind is kept in place
  /// of this one. Absent: there is none.
  std::optional<std::size_t> change_kind(std::size_t entry);
  /// Other wrong options for a choice, of those that the deck maker had left: the next ones each
  /// time, and in the end the first ones again. False: there are no others.
  [[nodiscard]] Result<bool> change_options(std::size_t entry);

  [[nodiscard]] bool can_undo() const { return !done_.empty(); }
  [[nodiscard]] bool can_redo() const { return !undone_.empty(); }
  /// Takes the last step back, or does it again. Gives the entry that it was about, if it is still
  /// there.
  std::optional<std::size_t> undo();
  std::optional<std::size_t> redo();
  /// Counts changes: whoever shows a draft looks again when it is another one.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }

  /// The deck of what is kept, without faults. Cards that a person dropped are among its `dropped`;
  /// those that only a person kept count as edited, so that no merge takes them away.
  [[nodiscard]] Deck to_deck() const;

 private:
  friend std::string write_draft(const Draft& draft);
  friend Result<Draft> read_draft(std::string_view bytes);

  /// One entry before and after a step; no entry before it was added.
  struct Change {
    std::size_t entry = 0;
    std::optional<Entry> before, after;
  };
  struct Step {
    double before = 0, after = 0;  ///< threshold
    std::vector<Change> changes;
  };
  Draft() = default;
  [[nodiscard]] bool is_good(const Entry& entry) const;
  [[nodiscard]] bool passes(std::size_t entry) const;
  void balance();
  [[nodiscard]] Result<void> check(const Card& card) const;
  void put(std::size_t entry, const std::optional<Entry>& value);
  void take(Step step);
  void change(std::vector<Change> changes);

  Deck head_;
  std::vector<Entry> entries_;
  double threshold_ = kUsualThreshold;
  std::vector<bool> too_long_;  ///< by entry, at this threshold
  std::vector<Step> done_, undone_;
  std::uint64_t revision_ = 0;
};

/// The threshold that a deck was made with: the usual one, or lower where it has cards below that.
/// Whoever updates it wants no card gone for a threshold that moved.
[[nodiscard]] double threshold_of(const Deck& deck);

}  // namespace recto::draft
