// A run through today's cards: which come, in which order, what an answer does, how it is taken
// back. Pure: the caller brings the time and the seed and stores what comes out.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "game/memory/scheduler.h"
#include "game/study/day.h"
#include "game/study/grading.h"

namespace recto::study {

/// One memory with the cards that ask for it.
struct Item {
  DeckId deck;
  FactId fact;                 ///< memory_key of its cards
  std::vector<Card> variants;  ///< at least one, in the deck's order
  memory::State state;

  bool operator==(const Item&) const = default;
};

/// One answer, with all it takes to store it and to take it back.
struct Answered {
  DeckId deck;
  FactId fact;
  CardId card;  ///< the variant that was asked
  memory::Rating rating = memory::Rating::Good;
  Instant at{};                      ///< later than the item's last review
  std::chrono::milliseconds took{};  ///< from showing the prompt to the rating, at most 10 minutes
  memory::State before;
  memory::State after;

  bool operator==(const Answered&) const = default;
};

/// How a card is answered.
enum class Way { Reveal, Type, Choose };
[[nodiscard]] Way way_of(const Card& card);

/// How much of a day's work is wanted.
struct Plan {
  std::size_t new_facts = 20;  ///< at most, in this session
};

/// The draw that decides the fuzz of the next interval, [0, 1): the same on every machine for the
/// same fact and number of answers, so that the buttons tell the truth and the log can be replayed.
[[nodiscard]] double fuzz_draw(const FactId& fact, int reps);

/// A study session; a value. Due facts come longest overdue first, facts that are due at the same
/// moment in random order; new ones, in the order of `items`, stand evenly between them, behind the
/// due one that their share has come to. Learning steps come when their time has come.
///
/// Siblings (evidence in the same sentence) have at least ten other cards between them (F22). A due
/// learning step waits for that too, while the queue has something else to ask; where every card at
/// hand is a sibling, the one whose sibling was asked longest ago comes.
///
/// Of a fact's variants the easiest form is asked while it is being learned for the first time or
/// after it was forgotten, then the harder ones in turn (F22).
class Session {
 public:
  /// Learning steps come this much early rather than making the learner wait.
  static constexpr std::chrono::minutes kAhead{20};

  /// `items`: every memory of the decks to study; those not due today and beyond the plan are left.
  /// Polls have nothing to remember: they are taken out, and items that are nothing else are left.
  Session(std::vector<Item> items, memory::Scheduler scheduler, DayRule rule, Plan plan,
          Instant now, std::uint64_t seed);

  /// The item to ask now, its variants easiest first; nullptr when the session is done. Learning
  /// steps come early (kAhead) when nothing else is left.
  [[nodiscard]] const Item* current() const;
  [[nodiscard]] const Card* card() const;  ///< the variant that is asked; nullptr when done

  /// Options of a Choice or TrueFalse card, shuffled once for this showing; empty for other kinds.
  [[nodiscard]] const std::vector<std::string>& options() const;

  /// The states that the four ratings lead to, now. Must not be called when done.
  [[nodiscard]] std::array<memory::State, 4> outlook(Instant now) const;

  /// Rates the current card and goes on to the next. The result is to be stored before anything
  /// else is shown; its time is `now`, or 1 ms after the last review where the clock was set back.
  /// Must not be called when done.
  Answered answer(memory::Rating rating, Instant now, std::chrono::milliseconds took);

  /// Takes the last answer back: its card is asked again, everything is as before. Empty when there
  /// is none. The result is to be taken back in the store.
  std::optional<Answered> undo();

  /// Looks for a card again when there was none: a learning step may have become due.
  void wake(Instant now);

  /// When the next learning step falls due, which may be in the past; empty when none is waiting.
  /// For the timer that calls `wake`: a step is asked from kAhead before it on.
  [[nodiscard]] std::optional<Instant> next_due() const;

  [[nodiscard]] std::size_t left() const;  ///< cards still to come, the current one included
  /// In order, undone ones left out.
  [[nodiscard]] const std::vector<Answered>& answered() const { return answered_; }
  [[nodiscard]] const DayRule& day_rule() const { return rule_; }

  /// Whether both will go on alike whatever is done to them.
  bool operator==(const Session&) const = default;

 private:
  /// What is asked now, and where it was taken from.
  struct Asked {
    std::size_t item = 0;
    std::optional<std::size_t> position{};  ///< in the queue; absent: from the learning steps
    std::size_t variant = 0;
    std::vector<std::string> options{};

    bool operator==(const Asked&) const = default;
  };

  void fill_queue(Plan plan, Instant now);
  [[nodiscard]] std::optional<Asked> choice(Instant now) const;
  [[nodiscard]] std::size_t cards_since_sibling(std::size_t item) const;
  void choose(Instant now);

  std::vector<Item> items_;
  memory::Scheduler scheduler_;
  DayRule rule_;
  std::uint64_t seed_;
  std::deque<std::size_t> queue_;                       ///< items, next first
  std::set<std::pair<Instant, std::size_t>> learning_;  ///< due, item
  std::optional<Asked> asked_;
  std::vector<Answered> answered_;
  std::vector<Asked> asked_before_;  ///< one for each of answered_
};

/// What a session came to (F27).
struct Summary {
  std::size_t answers = 0;
  std::size_t facts = 0;
  std::size_t right_first = 0;  ///< facts whose first answer was not Again
  std::chrono::milliseconds time{};
  std::vector<CardId> missed;    ///< rated Again at least once, in order of first miss
  std::size_t due_tomorrow = 0;  ///< of the session's facts
  std::size_t due_in_week = 0;   ///< of them, within seven days from tomorrow on
};
[[nodiscard]] Summary summary_of(const Session& session, Instant now);

/// "< 1 min", "10 min", "3 hours", "4 days", "2.5 months", "1.2 years": how long until `due`, as
/// the rating buttons say it. A later moment never reads as less; days are told exactly up to two
/// months.
[[nodiscard]] std::string interval_text(Instant now, const memory::State& state);

}  // namespace recto::study
