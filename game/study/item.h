// What a session holds and hands out: facts, answers, changes.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content/base/instant.h"
#include "content/deck/deck.h"
#include "game/memory/scheduler.h"
#include "game/study/day.h"

namespace recto::study {

/// A fact or a card of one of several decks: their ids are unique within a deck alone.
struct FactOf {
  DeckId deck;
  FactId fact;

  auto operator<=>(const FactOf&) const = default;
};
struct CardOf {
  DeckId deck;
  CardId card;

  auto operator<=>(const CardOf&) const = default;
};

/// What a learner has against a card (F17).
enum class Flag { Wrong, Unclear, Trivial, Duplicate };

/// What a learner decided about a fact, beside its memory.
struct Standing {
  bool suspended = false;             ///< never asked
  std::optional<Day> buried_until{};  ///< not asked before this day
  std::optional<Flag> flag{};

  bool operator==(const Standing&) const = default;
};

/// How a card is answered.
enum class Way { Reveal, Type, Choose };

/// How the cards of a deck are answered (F20).
enum class Answering {
  Grow,    ///< choose until the first success, then what has to be typed or recalled
  Choose,  ///< wherever a fact has a form with options
  Type,
  Recall,  ///< in one's head, rated by oneself
};

/// One memory with the cards that ask for it.
struct Item {
  DeckId deck;
  FactId fact;                 ///< memory_key of its cards
  std::vector<Card> variants;  ///< at least one, in the deck's order
  memory::State state;
  Standing standing{};
  Answering answering = Answering::Grow;  ///< of its deck

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

/// One decision about a fact that is no answer, with all it takes to store it and to take it back.
struct Changed {
  enum class Kind {
    Bury,  ///< until tomorrow
    Suspend,
    Flag,    ///< or take a flag off
    Forget,  ///< it is new again
    SetDue,
  };
  DeckId deck;
  FactId fact;
  CardId card;  ///< that was on show
  Kind kind = Kind::Bury;
  memory::State before, after;
  Standing standing_before, standing_after;

  bool operator==(const Changed&) const = default;
};

/// The state of a fact that was learned, to be asked again from `due` on.
[[nodiscard]] memory::State rescheduled(memory::State state, Instant due);

using Step = std::variant<Answered, Changed>;

/// Whether a fact has just been forgotten once more than a learner should put up with: for the
/// sixth time after having been learned, then every third (F23). The learner is offered a way out.
[[nodiscard]] bool is_leech(const Answered& answered);

/// How easy a form makes it, the easiest first: recognising before recalling.
[[nodiscard]] int effort_of(CardKind kind);

/// The variant to ask, an index into `item.variants`, which stand easiest first (F22): the easiest
/// until the first step of learning it, or learning it anew, is done; then the harder ones in turn;
/// of a fact that is remembered for three weeks only such that have to be recalled, where there are
/// any. Answering::Choose keeps to the easiest; Type and Recall to those that have to be recalled.
[[nodiscard]] std::size_t variant_for(const Item& item);

/// How a card of the item is answered: options are chosen; a short answer is typed where a program
/// can judge it (G17) and the deck does not want all recalled; the others are recalled.
[[nodiscard]] Way way_of(const Card& card, Answering answering = Answering::Grow);

/// What a Choice or TrueFalse card offers, shuffled by the seed and the card's id; empty for other
/// kinds.
[[nodiscard]] std::vector<std::string> options_of(const Card& card, std::uint64_t seed);

/// The draw that decides the fuzz of the next interval, [0, 1): the same on every machine for the
/// same fact and number of answers, so that the buttons tell the truth and the log can be replayed.
[[nodiscard]] double fuzz_draw(const FactId& fact, int reps);

}  // namespace recto::study
