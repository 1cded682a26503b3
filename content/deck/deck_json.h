// JSON values ↔ deck values. Between deck_file.cpp, which checks bytes, and the values of deck.h.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "content/deck/deck.h"

namespace recto {

/// From JSON that the schema has accepted. Of a deck everything but its passages and cards.
[[nodiscard]] Deck deck_of(const nlohmann::json& json);
[[nodiscard]] Card card_of(const nlohmann::json& json);
[[nodiscard]] Passage passage_of(const nlohmann::json& json);

/// One line each, members in the order of the schema, those that say nothing left out.
[[nodiscard]] std::string json_text(const Card& card);
[[nodiscard]] std::string json_text(const Passage& passage);
/// Everything of a deck but passages and cards, name → JSON text, in the order of the schema.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> head_members(const Deck& deck);

}  // namespace recto
