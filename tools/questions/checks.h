// The rules of a good card (PRODUCT.md, 4) as functions: what fails one is never written.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/deck/deck.h"
#include "tools/questions/word_lists.h"

namespace recto::questions {

/// A card with what it is judged by.
struct Judged {
  const Card& card;
  std::string_view evidence;  ///< the sentence; for a FAQ its answer
  std::string_view stated;    ///< what of the sentence the card tells; all of it where that is open
  /// Full names of what the sentence names or means: an answer may be made of them, too.
  const std::vector<std::string>& names;
  bool self_rated = false;
  const WordLists& lists;
};

/// One rule. `fault` says in words why the card fails it, without its code; empty: it holds.
struct Check {
  std::string_view code;  ///< "C6"
  std::string (*fault)(const Judged& judged);
};

/// Every rule that a card can be judged by alone, in the order of their codes.
[[nodiscard]] std::span<const Check> checks();

/// The first fault of a card: "the answer stands in the prompt (C6)".
[[nodiscard]] std::optional<std::string> first_fault(const Judged& judged);

}  // namespace recto::questions
