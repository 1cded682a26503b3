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
#include "game/study/item.h"
#include "game/study/queue.h"

namespace recto::study {

/// A study session; a value. Facts come as todays_queue has them (queue.h); learning steps when
/// their time has come.
///
/// Siblings (evidence in the same sentence) have at least ten other cards between them (F22). A due
/// learning step waits for that too, while the queue has something else to ask; where every card at
/// hand is a sibling, the one whose sibling was asked longest ago comes.
class Session {
 public:
  /// Learning steps come this much early rather than making the learner wait.
  static constexpr std::chrono::minutes kAhead{20};

  /// What is studied under one plan and one scheduler: a deck among several.
  struct Part {
    std::vector<Item> items;
    memory::Scheduler scheduler;
    Plan plan{};
  };

  /// `items`: every memory of the decks to study; those not due today and beyond the plan are left.
  /// Polls have nothing to remember: they are taken out, and items that are nothing else are left.
  Session(std::vector<Item> items, memory::Scheduler scheduler, DayRule rule, Plan plan,
          Instant now, std::uint64_t seed);
  /// The same over several decks: of each what its own plan takes, all of it in one queue.
  Session(std::vector<Part> parts, DayRule rule, Instant now, std::uint64_t seed);

  /// The item to ask now, its variants easiest first; nullptr when the session is done. Learning
  /// steps come early (kAhead) when nothing else is left.
  [[nodiscard]] const Item* current() const;
  [[nodiscard]] const Card* card() const;  ///< the variant that is asked; nullptr when done

  /// Options of a Choice or TrueFalse card, shuffled once for this showing; empty for other kinds.
  [[nodiscard]] const std::vector<std::string>& options() const;

  [[nodiscard]] Way way() const;  ///< how it is answered; must not be called when done

  /// The states that the four ratings lead to, now. Must not be called when done.
  [[nodiscard]] std::array<memory::State, 4> outlook(Instant now) const;

  /// The chance, 0 to 1, that the current item is recalled now; 0.5 for one that was never asked.
  /// Must not be called when done.
  [[nodiscard]] double recall_chance(Instant now) const;

  /// Rates the current card and goes on to the next. The result is to be stored before anything
  /// else is shown; its time is `now`, or 1 ms after the last review where the clock was set back.
  /// Must not be called when done.
  Answered answer(memory::Rating rating, Instant now, std::chrono::milliseconds took);

  // Decisions about the current fact (F17). The result is to be stored before anything else is
  // shown. All but flag() take the fact out of this session. Must not be called when done.
  Changed bury(Instant now);  ///< until tomorrow
  Changed suspend(Instant now);
  Changed flag(std::optional<Flag> flag, Instant now);  ///< none: takes it off
  Changed forget(Instant now);  ///< its memory begins anew, in another session
  /// Reschedules it for the beginning of a day. None for a new fact: there is nothing to schedule.
  std::optional<Changed> set_due(Day day, Instant now);

  /// Suspends a fact that was asked before and has just been answered: a leech that the learner
  /// gives up (F23). None where the fact is not of this session.
  std::optional<Changed> set_aside(const FactOf& fact, Instant now);

  /// A person put a card's words right: it is asked in them from now on. No step: nothing that is
  /// remembered changes.
  void rewrite(const DeckId& deck, const Card& card);
  /// Takes the flag off a fact that is not on show. None where it has none.
  std::optional<Changed> unflag(const FactOf& fact, Instant now);

  /// Takes the last answer or change back: its card is asked again, everything is as before. Empty
  /// when there is none. The result is to be taken back in the store.
  std::optional<Step> undo();

  /// Does again what was taken back last, if nothing else was done since: an answer is given anew
  /// at `now`, with the same rating. Empty when there is none. The result is to be stored.
  std::optional<Step> redo(Instant now);
  [[nodiscard]] bool can_redo() const { return !undone_.empty(); }

  /// Looks for a card again when there was none: a learning step may have become due.
  void wake(Instant now);

  /// When the next learning step falls due, which may be in the past; empty when none is waiting.
  /// For the timer that calls `wake`: a step is asked from kAhead before it on.
  [[nodiscard]] std::optional<Instant> next_due() const;

  [[nodiscard]] std::size_t left() const;  ///< cards still to come, the current one included
  /// In order, undone ones left out.
  [[nodiscard]] const std::vector<Answered>& answered() const { return answered_; }
  [[nodiscard]] std::size_t steps() const { return done_.size(); }  ///< that can be undone
  /// What undo() would take back; nullptr for nothing.
  [[nodiscard]] const Step* last_step() const {
    return done_.empty() ? nullptr : &done_.back().step;
  }
  /// The cards with a flag, in the decks' order; the first variant of each fact.
  [[nodiscard]] std::vector<CardOf> flagged() const;
  [[nodiscard]] const DayRule& day_rule() const { return rule_; }

  /// Whether both will go on alike whatever is done to them, redoing aside.
  bool operator==(const Session& other) const;

 private:
  /// What is asked now, and where it was taken from.
  struct Asked {
    std::size_t item = 0;
    std::optional<std::size_t> position{};  ///< in the queue; absent: from the learning steps
    std::size_t variant = 0;
    std::vector<std::string> options{};

    bool operator==(const Asked&) const = default;
  };

  /// What was done to what was asked.
  struct Done {
    Asked asked;
    Step step;

    bool operator==(const Done&) const = default;
  };

  /// Up to which item which scheduler holds.
  struct Scheduled {
    std::size_t end = 0;
    memory::Scheduler scheduler;

    bool operator==(const Scheduled&) const = default;
  };

  void add(Part part);
  void fill_queue(std::vector<Course> courses, Instant now);
  [[nodiscard]] const memory::Scheduler& scheduler_of(std::size_t item) const;
  [[nodiscard]] std::optional<std::size_t> item_of(const FactOf& fact) const;
  Answered rate(memory::Rating rating, Instant now, std::chrono::milliseconds took);
  [[nodiscard]] Changed change_of(Changed::Kind kind) const;
  Changed decide(const Changed& changed, Instant now);
  void apply(const Changed& changed, Instant now);
  void take_out(const Asked& asked);
  void put_back(const Asked& asked);
  [[nodiscard]] std::optional<Asked> choice(Instant now) const;
  [[nodiscard]] std::size_t cards_since_sibling(std::size_t item) const;
  void choose(Instant now);
  void ask(Asked asked);

  std::vector<Item> items_;
  std::vector<Scheduled> schedulers_;
  DayRule rule_;
  std::uint64_t seed_;
  std::deque<std::size_t> queue_;                       ///< items, next first
  std::set<std::pair<Instant, std::size_t>> learning_;  ///< due, item
  std::optional<Asked> asked_;
  std::vector<Answered> answered_;
  std::vector<Done> done_;    ///< answered_ and the changes
  std::vector<Done> undone_;  ///< the last to be redone first
};

}  // namespace recto::study
