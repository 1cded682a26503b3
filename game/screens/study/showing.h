// The card that is asked, whoever asks: a session, or a practice.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "game/memory/scheduler.h"
#include "game/study/practice.h"
#include "game/study/session.h"

namespace recto::screens {

/// What is remembered of the card's fact, for those who ask: nothing in a practice.
struct Remembered {
  memory::State state;                        ///< now
  std::array<memory::State, 4> outlook;       ///< after each rating, given now
  double now = 0, in_week = 0, in_month = 0;  ///< chance of recall, [0, 1], without an answer
};

/// A value, but for what it points to, which has to outlive it.
struct Showing {
  const Deck* deck = nullptr;
  const Card* card = nullptr;
  study::Way way = study::Way::Reveal;
  std::optional<study::Flag> flag{};
  std::vector<std::string> options{};
  double recall_chance = 0.5;
  std::optional<Remembered> remembered{};
  std::size_t done = 0, left = 0;
  std::string progress{};  ///< "12 left · about 3 minutes", "3 of 10 · 0:42"
  std::string note{};      ///< what kind of asking this is; empty for a session
  bool is_test = false;    ///< a quiz: what is missed does not come again
  bool can_undo = false, can_redo = false;
};

/// `session` must have a current card, of `deck`.
[[nodiscard]] Showing showing_of(const study::Session& session, const Deck& deck, Instant now);

/// `practice` must have a current card, of `deck`; `took`: since it began.
[[nodiscard]] Showing showing_of(const study::Practice& practice, const Deck& deck,
                                 std::chrono::milliseconds took);

/// "0:42", "12:05".
[[nodiscard]] std::string clock_text(std::chrono::milliseconds time);

}  // namespace recto::screens
