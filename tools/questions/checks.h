// The rules of a good card (PRODUCT.md, 4) as functions: what fails one is never written.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "content/deck/deck.h"
#include "tools/questions/names.h"
#include "tools/questions/word_lists.h"

namespace recto::questions {

/// A card with what it is judged by.
struct Judged {
  const Card& card;
  std::string_view evidence;  ///< the sentence; for a FAQ its answer
  const NameBook& book;
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

/// Whether the answer is for rating oneself: asked for a definition or reason, not for a value.
[[nodiscard]] bool is_self_rated(const Card& card);

}  // namespace recto::questions
