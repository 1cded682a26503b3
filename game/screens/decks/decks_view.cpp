#include "game/screens/decks/decks_view.h"

#include <algorithm>
#include <tuple>

#include "content/base/fold.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

std::string plan_of(std::size_t cards) {
  if (cards == 0) return "Nothing due";
  return counted(cards, "card", "cards") + ", " +
         about_minutes(static_cast<std::chrono::milliseconds::rep>(cards) * kUsualPace);
}

DeckRow row_of(const progress::DeckLine& line, std::size_t new_facts) {
  DeckRow row;
  row.id = line.id;
  row.title = title_in_words(line.title);
  row.cards = counted(line.cards, "card", "cards");
  row.fresh = std::min(line.new_facts, new_facts);
  row.due = line.due + line.learning;
  row.plan = plan_of(row.fresh + row.due);
  row.has_work = row.fresh + row.due > 0;
  return row;
}

}  // namespace

DecksView look(std::span<const progress::DeckLine> decks, std::size_t new_facts,
               const DeckId& newest) {
  DecksView view;
  std::size_t cards = 0;
  for (const progress::DeckLine& line : decks) {
    view.rows.push_back(row_of(line, new_facts));
    cards += view.rows.back().fresh + view.rows.back().due;
  }
  std::ranges::stable_sort(view.rows, {}, [&](const DeckRow& row) {
    const bool first = row.has_work && row.id == newest;
    return std::tuple(!first, !row.has_work, fold_case(row.title));
  });
  view.plan = cards == 0 ? "All done for today" : plan_of(cards) + " for today";
  if (view.rows.empty()) view.plan = "No decks yet";
  view.invitation = "To add a deck, start Recto with an article or a deck file: recto article.txt";
  return view;
}

}  // namespace recto::screens
