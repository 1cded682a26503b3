// Strong ids: a CardId cannot be handed over where a DeckId is wanted.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace recto {

/// A name that is compared and stored, never looked into. Empty means "none".
template <class Tag>
struct Id {
  std::string text;

  [[nodiscard]] bool empty() const { return text.empty(); }
  auto operator<=>(const Id&) const = default;
};

using DeckId = Id<struct DeckTag>;
using CardId = Id<struct CardTag>;
using FactId = Id<struct FactTag>;
using PassageId = Id<struct PassageTag>;

}  // namespace recto

template <class Tag>
struct std::hash<recto::Id<Tag>> {
  std::size_t operator()(const recto::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.text);
  }
};
