#include "content/deck/deck.h"

#include <algorithm>
#include <array>
#include <utility>

namespace recto {
namespace {

constexpr std::array<std::pair<CardKind, std::string_view>, 8> kKinds = {{
    {CardKind::Faq, "faq"},
    {CardKind::Short, "short"},
    {CardKind::Cloze, "cloze"},
    {CardKind::Choice, "choice"},
    {CardKind::TrueFalse, "truefalse"},
    {CardKind::Several, "several"},
    {CardKind::Order, "order"},
    {CardKind::Poll, "poll"},
}};

}  // namespace

std::string_view name_of(CardKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].second;
}

std::optional<CardKind> card_kind_named(std::string_view name) {
  for (const auto& [kind, its_name] : kKinds)
    if (its_name == name) return kind;
  return std::nullopt;
}

FactId memory_key(const Card& card) {
  return card.fact.empty() ? FactId{"card/" + card.id.text} : FactId{"fact/" + card.fact.text};
}

const Passage* find_passage(const Deck& deck, const PassageId& id) {
  const auto found = std::ranges::find(deck.passages, id, &Passage::id);
  return found == deck.passages.end() ? nullptr : &*found;
}

const Card* find_card(const Deck& deck, const CardId& id) {
  const auto found = std::ranges::find(deck.cards, id, &Card::id);
  return found == deck.cards.end() ? nullptr : &*found;
}

std::string_view evidence_text(const Deck& deck, const Evidence& evidence) {
  const Passage* passage = find_passage(deck, evidence.passage);
  if (passage == nullptr || evidence.begin > evidence.end || evidence.end > passage->text.size())
    return {};
  return std::string_view(passage->text).substr(evidence.begin, evidence.end - evidence.begin);
}

}  // namespace recto
