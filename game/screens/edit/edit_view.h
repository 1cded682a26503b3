// A card's words, to be put right: as fields, and back.
#pragma once

#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto::screens {

struct EditField {
  std::string label;  ///< "Also right, one a line"
  std::string text;
};

struct EditView {
  std::string card;   ///< its id: each card has fields of its own
  std::string title;  ///< "Edit this card", "Fix flagged cards: 1 of 2"
  std::vector<EditField> fields;
  std::string problem;  ///< why it could not be saved; empty for none
  bool is_last = true;  ///< no other card comes after it
};

struct EditAction {
  enum class Kind {
    None,
    Save,
    Close,  ///< what was typed is kept for the next time
  };
  Kind kind = Kind::None;
  std::vector<std::string> texts{};  ///< of the fields, in their order
};

/// What of a card can be rewritten, by its kind.
[[nodiscard]] std::vector<EditField> fields_of(const Card& card);

/// The card in these words, as many as it has fields. Error: BadInput with a sentence about what is
/// missing for a card of its kind.
[[nodiscard]] Result<Card> rewritten(Card card, const std::vector<std::string>& texts);

}  // namespace recto::screens
