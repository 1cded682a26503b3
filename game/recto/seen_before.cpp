#include "game/recto/seen_before.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "content/deck/merge.h"

namespace recto::app {
namespace {

/// Whether at least half of the passages of either are in the other.
bool is_mostly_same(const Deck& old, const Deck& fresh) {
  std::set<std::string_view> texts;
  for (const Passage& passage : old.passages)
    texts.insert(passage.text);
  const auto common = static_cast<std::size_t>(std::ranges::count_if(
      fresh.passages, [&](const Passage& passage) { return texts.contains(passage.text); }));
  return 2 * common >= std::max<std::size_t>(1, std::max(texts.size(), fresh.passages.size()));
}

bool is_certain(const Source& old, const Source& fresh) {
  return (!fresh.url.empty() && old.url == fresh.url) ||
         (!fresh.sha256.empty() && old.sha256 == fresh.sha256);
}

}  // namespace

screens::Since since_of(const SeenBefore& seen, Deck fresh, const study::DayRule& rule) {
  fresh.id = seen.deck.id;
  const Merge merged = merge(seen.deck, fresh);
  screens::Since since;
  since.imported = seen.added + rule.utc_offset;
  since.cards = seen.deck.cards.size();
  since.fresh = count(merged, Fate::New);
  since.reworded = count(merged, Fate::Changed);
  since.gone = count(merged, Fate::Gone);
  since.same = count(merged, Fate::Same) + count(merged, Fate::Kept);
  return since;
}

Result<std::optional<SeenBefore>> find_seen(const progress::Store& store, const Deck& fresh) {
  const std::vector<progress::Kin> kin = RECTO_TRY(store.kin_of(fresh));
  for (const bool certain : {true, false})
    for (const progress::Kin& one : kin) {
      if (is_certain(one.source, fresh.source) != certain) continue;
      Deck old = RECTO_TRY(store.deck(one.id));
      if (certain || is_mostly_same(old, fresh)) return SeenBefore{std::move(old), one.added};
    }
  return std::optional<SeenBefore>();
}

}  // namespace recto::app
