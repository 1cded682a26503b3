// Which facts come today, and in which order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "content/base/instant.h"
#include "content/base/random.h"
#include "game/memory/scheduler.h"
#include "game/study/day.h"
#include "game/study/exam.h"

namespace recto::study {

enum class DueOrder {
  LongestOverdue,
  Riskiest,  ///< the likeliest to be forgotten first
};

enum class NewOrder {
  Deck,      ///< as they stand in the deck
  Coverage,  ///< a fact of each passage, then a second of each: the whole article early
};

/// Facts of one sentence give each other away (F22).
enum class Siblings {
  TenCardsApart,  ///< may come on one day, with other cards between them
  OtherDays,      ///< one of a sentence a day
};

inline constexpr std::size_t kUnlimited = std::numeric_limits<std::size_t>::max();

/// How much of a day's work is wanted, and how it is laid out.
struct Plan {
  std::size_t new_facts = 20;        ///< at most, in this session
  std::size_t reviews = kUnlimited;  ///< at most; learning steps are not counted
  DueOrder due_order = DueOrder::LongestOverdue;
  NewOrder new_order = NewOrder::Deck;
  Siblings siblings = Siblings::TenCardsApart;
  int ahead_days = 0;         ///< facts that fall due within so many days come too, behind the rest
  double least_recall = 0.0;  ///< reviews less likely recalled than this wait (F26), [0, 1]
  std::optional<Exam> exam{};

  bool operator==(const Plan&) const = default;
};

/// What is left of a day's plan after what was done already.
[[nodiscard]] Plan left_of(Plan plan, std::size_t new_done, std::size_t reviews_done);

/// What the queue has to know of a fact. 40 bytes: a million are at hand in memory.
struct Candidate {
  std::uint32_t item = 0;      ///< the caller's number of it
  std::uint32_t deck = 0;      ///< a number of its deck
  std::uint32_t sentence = 0;  ///< facts of one sentence share it; 0 where nobody knows
  std::uint32_t passage = 0;   ///< a number of its passage, within the deck
  memory::Phase phase = memory::Phase::New;
  float recall = 1.0F;                             ///< chance of recall now, [0, 1]
  Day last_day = std::numeric_limits<Day>::min();  ///< of its last answer
  Instant due{};
};

/// Candidates under a plan of their own: of one deck among several.
struct Course {
  std::vector<Candidate> candidates;
  Plan plan{};
  std::uint32_t first = 0;  ///< the number of its first item; the exam's share is counted from it
};

/// The candidates' items in the order in which they come: reviews as the plan orders them, equal
/// ones in random order, with the new ones evenly between them, those of several decks in turn;
/// then those ahead. Learning steps are left out: they come by the clock. New facts wait while
/// reviews do not fit the plan. O(n + m log m) for n candidates of which m are due. Same
/// candidates, same seed: same queue.
///
/// Of several courses each brings what its own plan takes; together they are laid out as one,
/// reviews by the order that the courses agree on, else those overdue the longest first.
[[nodiscard]] std::vector<std::uint32_t> todays_queue(std::span<const Course> courses, Day today,
                                                      const DayRule& rule, Random& random);
[[nodiscard]] std::vector<std::uint32_t> todays_queue(std::span<const Candidate> candidates,
                                                      const Plan& plan, Day today,
                                                      const DayRule& rule, Random& random);

}  // namespace recto::study
