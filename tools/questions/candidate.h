// What the rules hand to the checks: a card and what it was made from.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/deck.h"
#include "tools/questions/statements.h"

namespace recto::questions {

/// A card before it is checked. `statement` is absent for a FAQ.
struct Candidate {
  Card card;
  std::optional<std::size_t> statement;    ///< index in Statements::all
  std::optional<Value> value;              ///< the answer, when it is a value
  NameKind name_kind = NameKind::Unknown;  ///< the answer's, when it is a name
  /// The fact as a sentence with the gap where the answer goes: what choices are checked against
  /// and true/false cards are made from. Empty: neither is made.
  std::string claim;
  std::string refused;  ///< why the rule itself gave it up; empty: it goes to the checks
};

using Candidates = std::vector<Candidate>;

/// A card of `kind` on `statement`: evidence, fact and made_by are set.
[[nodiscard]] Card make_card(CardKind kind, const Statement& statement, std::string_view rule,
                             std::string prompt, std::string answer);

}  // namespace recto::questions
