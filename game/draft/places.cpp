#include "game/draft/places.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace recto::draft {
namespace {

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

/// Place of each passage in the article.
class Passages {
 public:
  explicit Passages(const Deck& head) {
    for (std::size_t i = 0; i < head.passages.size(); ++i)
      places_.emplace(head.passages[i].id.text, i);
  }
  [[nodiscard]] std::size_t place_of(const Card& card) const {
    if (!card.evidence) return kNowhere;
    const auto found = places_.find(card.evidence->passage.text);
    return found == places_.end() ? kNowhere : found->second;
  }

 private:
  std::unordered_map<std::string, std::size_t> places_;
};

void sort_by_place(std::vector<std::size_t>& entries, const Draft& draft,
                   const Passages& passages) {
  std::ranges::stable_sort(entries, {}, [&](std::size_t entry) {
    const Card& card = draft.entries()[entry].card;
    return std::tuple(passages.place_of(card), card.evidence ? card.evidence->begin : 0);
  });
}

/// To the group of the passage; a new one where the heading is another than before.
void add(std::vector<Group>& groups, Group::Kind kind, const std::string& heading,
         std::size_t entry) {
  if (groups.empty() || groups.back().kind != kind || groups.back().heading != heading)
    groups.push_back({kind, heading, {}});
  groups.back().entries.push_back(entry);
}

}  // namespace

std::vector<Group> groups_of(const Draft& draft) {
  const Passages passages(draft.head());
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < draft.entries().size(); ++i)
    if (draft.is_shown(i)) shown.push_back(i);
  sort_by_place(shown, draft, passages);
  const auto is_faq = [&](std::size_t entry) {
    return draft.entries()[entry].card.kind == CardKind::Faq;
  };
  std::stable_partition(shown.begin(), shown.end(), is_faq);
  std::vector<Group> groups;
  for (const std::size_t entry : shown) {
    const std::size_t place = passages.place_of(draft.entries()[entry].card);
    if (is_faq(entry))
      add(groups, Group::Kind::Faq, {}, entry);
    else if (place == kNowhere)
      add(groups, Group::Kind::Nowhere, {}, entry);
    else
      add(groups, Group::Kind::Heading, draft.head().passages[place].heading, entry);
  }
  return groups;
}

std::vector<std::size_t> left_out(const Draft& draft) {
  std::vector<std::size_t> below, turned_down;
  for (std::size_t i = 0; i < draft.entries().size(); ++i)
    if (!draft.is_shown(i)) (draft.entries()[i].reason.empty() ? below : turned_down).push_back(i);
  std::ranges::stable_sort(below, std::greater<>(), [&](std::size_t entry) {
    return draft.entries()[entry].card.quality.value_or(1);
  });
  sort_by_place(turned_down, draft, Passages(draft.head()));
  below.insert(below.end(), turned_down.begin(), turned_down.end());
  return below;
}

std::vector<std::size_t> entries_at(const Draft& draft, const PassageId& passage, std::size_t at) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < draft.entries().size(); ++i) {
    const auto& evidence = draft.entries()[i].card.evidence;
    if (evidence && evidence->passage == passage && evidence->begin <= at && at < evidence->end)
      found.push_back(i);
  }
  std::ranges::stable_sort(found, {}, [&](std::size_t entry) {
    const Evidence& evidence = *draft.entries()[entry].card.evidence;
    return std::tuple(!draft.is_kept(entry), !draft.is_shown(entry), evidence.end - evidence.begin);
  });
  return found;
}

}  // namespace recto::draft
