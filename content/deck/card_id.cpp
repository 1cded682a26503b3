#include "content/deck/card_id.h"

#include <algorithm>
#include <map>
#include <string>

#include "content/base/digest.h"
#include "content/base/fold.h"

namespace recto {

CardId make_card_id(CardKind kind, std::string_view answer, std::string_view evidence_sentence) {
  const std::string key =
      std::string(name_of(kind)) + '\n' + fold_case(answer) + '\n' + fold_case(evidence_sentence);
  return {"c" + short_digest(key)};
}

FactId make_fact_id(std::string_view answer, std::string_view evidence_sentence) {
  return {"f" + short_digest(fold_case(answer) + '\n' + fold_case(evidence_sentence))};
}

void make_ids_unique(std::vector<Card>& cards) {
  std::map<CardId, std::vector<Card*>> by_id;
  for (Card& card : cards)
    by_id[card.id].push_back(&card);
  for (auto& [id, sharing] : by_id) {
    std::ranges::stable_sort(sharing, {}, [](const Card* card) { return fold_case(card->prompt); });
    for (std::size_t i = 1; i < sharing.size(); ++i)
      sharing[i]->id.text = id.text + "-" + std::to_string(i + 1);
  }
}

}  // namespace recto
