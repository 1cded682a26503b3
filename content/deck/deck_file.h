// The deck file, *.deck.json: bytes ↔ Deck. `deck.schema.json` is its definition.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto {

/// What read_deck and check_deck refuse, so that a hostile file costs bounded time and memory.
struct DeckLimits {
  std::size_t bytes = 256'000'000;
  std::size_t cards = 200'000;
  std::size_t passages = 200'000;
  std::size_t text_bytes = 1'000'000;  ///< of any one string
  int depth = 32;                      ///< of nested JSON
};

/// One thing that is wrong with a deck file.
struct Fault {
  std::string pointer;  ///< JSON pointer (RFC 6901) to the member at fault; "" is the whole file
  std::string what;     ///< one sentence without a full stop

  bool operator==(const Fault&) const = default;
};

/// More faults than this are not told.
inline constexpr std::size_t kMostFaults = 100;

/// The faults of a deck file: of its head, of its passages, of its cards, in their order, at most
/// kMostFaults. None: it is valid.
[[nodiscard]] std::vector<Fault> check_deck(std::string_view bytes, const DeckLimits& limits = {});

/// The deck in `bytes`. Errors: BadInput with the first fault, its JSON pointer in `where`;
/// Unsupported when a newer Recto wrote the file. Unknown members are kept in `extras`.
[[nodiscard]] Result<Deck> read_deck(std::string_view bytes, const DeckLimits& limits = {});

/// UTF-8 JSON in a fixed order of members, a passage or card a line, so that decks diff well.
/// Members that say nothing (empty, absent) are left out. The same deck gives the same bytes, and
/// read_deck(write_deck(deck)) == deck for every deck without faults.
[[nodiscard]] std::string write_deck(const Deck& deck);

/// One card or passage as a JSON object on one line, as write_deck writes it; and back. For stores
/// that keep them one by one. Errors as read_deck, pointers relative to the object.
[[nodiscard]] std::string write_card(const Card& card);
[[nodiscard]] Result<Card> read_card(std::string_view json);
[[nodiscard]] std::string write_passage(const Passage& passage);
[[nodiscard]] Result<Passage> read_passage(std::string_view json);

/// What the schema cannot say: unique ids, evidence inside its passage and on code point
/// boundaries, the gap of a cloze, an answer among the distractors … The same list for a deck in
/// memory.
[[nodiscard]] std::vector<Fault> faults_of(const Deck& deck);

}  // namespace recto
