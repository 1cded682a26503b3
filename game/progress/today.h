// What the learner's day is like: read from the database, laid out by game/study.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/instant.h"
#include "content/base/result.h"
#include "game/progress/edits.h"
#include "game/progress/store.h"
#include "game/study/backlog.h"
#include "game/study/day_plan.h"
#include "game/study/exam.h"
#include "game/study/queue.h"

namespace recto::progress {

/// What a learner wants to spend a day at most.
struct Budget {
  std::size_t amount = 0;  ///< of cards, or of minutes; 0: no budget
  bool minutes = true;

  bool operator==(const Budget&) const = default;
};
inline constexpr std::string_view kBudget = "app/budget";
[[nodiscard]] Result<Budget> budget_of(const Store& store);
/// JSON for kBudget.
[[nodiscard]] std::string budget_text(Budget budget);

/// How a learner wants to catch up after days away (F26).
struct CatchingUp {
  enum class Way {
    Spread,  ///< so many reviews a day
    AllNow,
    Likely,  ///< only what is likely still known
  };
  Way way = Way::AllNow;
  std::size_t a_day = 0;  ///< Spread
  study::Day chosen = 0;  ///< the day of the choice
  study::Day until = 0;   ///< the last day that it holds; new facts pause

  bool operator==(const CatchingUp&) const = default;
};
inline constexpr std::string_view kCatchUp = "app/catch_up";
[[nodiscard]] std::string catching_up_text(const CatchingUp& way);
/// A review less likely recalled than this waits, with Way::Likely.
inline constexpr double kLikely = 0.7;
/// Days for which it waits.
inline constexpr int kLikelyDays = 7;

/// Days without an answer, and what has piled up.
struct Backlog {
  int days_away = 0;
  std::size_t due = 0;
  study::CatchUp spread{};

  bool operator==(const Backlog&) const = default;
};

struct DeckToday {
  DeckLine line;
  study::Plan plan{};        ///< by preset and exam alone
  study::DeckShare share{};  ///< of the day
  std::optional<study::Exam> exam{};
  std::optional<study::ExamPlan> exam_plan{};  ///< until the exam's day
};

/// All that is known about a day when it is looked at.
struct Today {
  study::Day day = 0;
  std::vector<DeckToday> decks;      ///< in the learner's order
  std::chrono::milliseconds pace{};  ///< that a card takes this learner
  std::size_t done = 0;              ///< answers today
  std::chrono::milliseconds took{};
  Budget budget{};
  std::size_t capacity = 0;                 ///< answers that a day may bring at most
  std::optional<CatchingUp> catching_up{};  ///< while it holds
  std::optional<Backlog> backlog{};         ///< to be decided on

  [[nodiscard]] std::size_t cards() const;
  [[nodiscard]] const DeckToday* find(const DeckId& deck) const;
};

[[nodiscard]] Result<Today> read_today(const Store& store, Instant now, const study::DayRule& rule);

/// The plan of a session of the deck: its share of the day. Where that is nothing, but the deck is
/// asked for all the same, the deck's own plan.
[[nodiscard]] study::Plan session_plan(const Today& today, const DeckId& deck);

/// Whether a session over the whole day asks of the deck: it has a share of the day, or an exam in
/// whose final days its cards come once more.
[[nodiscard]] bool comes_today(const DeckToday& deck, study::Day today);
/// The plan of the deck in such a session: its share, and no new facts beyond it.
[[nodiscard]] study::Plan day_plan(const Today& today, const DeckId& deck);

/// A way to catch up, chosen today.
[[nodiscard]] CatchingUp choose(CatchingUp::Way way, const Today& today);

}  // namespace recto::progress
