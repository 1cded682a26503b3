#include "game/screens/import/preview_view.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

#include "content/base/fold.h"
#include "game/draft/places.h"
#include "game/screens/import/import_words.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

using draft::Draft;
using State = PreviewCard::State;
using RowKind = PreviewRow::Kind;

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : between) + word;
  return text;
}

std::string answer_of(const Card& card) {
  std::string answer = answer_in_words(card);
  if (card.kind == CardKind::TrueFalse && card.answer == "false" && !card.explanation.empty())
    answer += ". " + card.explanation;
  std::ranges::replace(answer, '\n', ' ');
  return answer;
}

/// Why the card is not among those that are kept, in words.
std::string said_of(const Draft& draft, std::size_t index, State state) {
  const draft::Entry& entry = draft.entries()[index];
  if (state == State::Kept) return {};
  if (state == State::Dropped) return "Dropped. Space keeps it";
  if (!entry.reason.empty()) return entry.reason;
  if (draft.is_too_long(index)) return "the right answer would be the longest option too often";
  const int of_hundred = static_cast<int>(std::lround(entry.card.quality.value_or(0) * 100));
  return "about " + std::to_string(of_hundred) + " of 100 teachers would keep it";
}

std::uint64_t looks_of(const PreviewCard& card) {
  const std::hash<std::string> hash;
  std::uint64_t number = 17;
  for (const std::string* text :
       {&card.prompt, &card.answer, &card.options, &card.also, &card.said})
    number = number * 1'099'511'628'211U ^ hash(*text);
  return number;
}

PreviewCard card_of(const Draft& draft, std::size_t entry) {
  const draft::Entry& one = draft.entries()[entry];
  PreviewCard card;
  card.entry = entry;
  card.state = draft.is_kept(entry)    ? State::Kept
               : draft.is_shown(entry) ? State::Dropped
                                       : State::LeftOut;
  card.kind = card_kind_in_words(one.card.kind);
  card.prompt = one.card.prompt;
  card.answer = answer_of(one.card);
  if (!one.card.distractors.empty()) card.options = "Not: " + joined(one.card.distractors, " · ");
  if (!one.card.accept.empty()) card.also = "Also right: " + joined(one.card.accept, " · ");
  card.said = said_of(draft, entry, card.state);
  card.edited = one.card.edited;
  card.looks = looks_of(card);
  return card;
}

/// Whether the words of a filter, folded, are all in the card.
bool fits(const Card& card, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return true;
  const std::string text = without_accents(
      fold_case(card.prompt + " " + card.answer + " " + joined(card.accept, " ") + " " +
                joined(card.distractors, " ") + " " + card_kind_in_words(card.kind)));
  return std::ranges::all_of(
      wanted, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::vector<std::string> words_of(const std::string& filter) {
  std::vector<std::string> words;
  const std::string folded = without_accents(fold_case(filter));
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string title_of(const draft::Group& group) {
  switch (group.kind) {
    case draft::Group::Kind::Faq: return "The article’s own questions";
    case draft::Group::Kind::Nowhere: return "Without a place in the article";
    case draft::Group::Kind::Heading: break;
  }
  return group.heading.empty() ? "The article" : group.heading;
}

void add_cards(PreviewView& view, const Draft& draft, const std::vector<std::size_t>& entries) {
  for (const std::size_t entry : entries) {
    view.rows.push_back({RowKind::Card, {}, view.cards.size()});
    view.cards.push_back(card_of(draft, entry));
  }
}

void add_rows(PreviewView& view, const Draft& draft, const PreviewState& state) {
  const std::vector<std::string> wanted = words_of(state.filter);
  const auto unwanted = [&](std::size_t entry) {
    return !fits(draft.entries()[entry].card, wanted);
  };
  for (std::string& note : notes_about(draft))
    view.rows.push_back({RowKind::Note, std::move(note)});
  for (draft::Group& group : draft::groups_of(draft)) {
    std::erase_if(group.entries, unwanted);
    if (group.entries.empty()) continue;
    view.rows.push_back({RowKind::Heading, title_of(group)});
    add_cards(view, draft, group.entries);
  }
  std::vector<std::size_t> others = draft::left_out(draft);
  std::erase_if(others, unwanted);
  if (view.cards.empty() && others.empty() && !wanted.empty())
    view.rows.push_back({RowKind::Note, "No card has these words."});
  if (others.empty()) return;
  view.rows.push_back({RowKind::LeftOut, counted(others.size(), "card", "cards") + " left out"});
  if (state.left_out_open) add_cards(view, draft, others);
}

std::vector<PreviewPassage> passages_of(const Draft& draft) {
  std::vector<PreviewPassage> passages;
  std::unordered_map<std::string, std::size_t> places;
  std::string heading;
  for (const Passage& passage : draft.head().passages) {
    places.emplace(passage.id.text, passages.size());
    passages.push_back({passage.heading == heading ? "" : passage.heading, passage.text, {}});
    heading = passage.heading;
  }
  for (std::size_t i = 0; i < draft.entries().size(); ++i) {
    const auto& evidence = draft.entries()[i].card.evidence;
    if (!evidence || !draft.is_kept(i)) continue;
    const auto found = places.find(evidence->passage.text);
    if (found != places.end())
      passages[found->second].stated.push_back({evidence->begin, evidence->end});
  }
  for (PreviewPassage& passage : passages) {
    std::ranges::sort(passage.stated, {},
                      [](const draft::Span& span) { return std::pair(span.begin, span.end); });
    passage.stated.erase(std::unique(passage.stated.begin(), passage.stated.end()),
                         passage.stated.end());
  }
  return passages;
}

void mark_chosen(PreviewView& view, const Draft& draft, std::size_t entry) {
  for (std::size_t row = 0; row < view.rows.size(); ++row)
    if (view.rows[row].kind == RowKind::Card && view.cards[view.rows[row].card].entry == entry)
      view.chosen_row = row;
  if (!view.chosen_row) return;
  const auto& evidence = draft.entries()[entry].card.evidence;
  if (!evidence) return;
  const auto passage = std::ranges::find(draft.head().passages, evidence->passage, &Passage::id);
  if (passage == draft.head().passages.end()) return;
  view.chosen_passage = static_cast<std::size_t>(passage - draft.head().passages.begin());
  view.marked = {evidence->begin, evidence->end};
}

std::string from_of(const Source& source) {
  std::vector<std::string> parts;
  const std::size_t host = source.url.find("://");
  if (host != std::string::npos)
    parts.push_back(source.url.substr(host + 3, source.url.find('/', host + 3) - host - 3));
  parts.insert(parts.end(), source.authors.begin(), source.authors.end());
  if (!source.published.empty()) parts.push_back(source.published.substr(0, 10));
  return joined(parts, " · ");
}

}  // namespace

PreviewView look(const Draft& draft, const PreviewState& state) {
  PreviewView view;
  view.title = title_in_words(draft.head().title);
  view.from = from_of(draft.head().source);
  view.figures = figures_in_words(draft.figures());
  view.threshold = draft.threshold();
  view.seen = state.seen;
  view.passages = passages_of(draft);
  add_rows(view, draft, state);
  if (state.chosen) mark_chosen(view, draft, *state.chosen);
  view.reveal = state.reveal;
  view.filtering = state.filtering;
  view.filter = state.filter;
  view.left_out_open = state.left_out_open;
  view.said = state.said;
  view.words = state.words;
  view.words_step = state.words_step;
  view.edit = state.edit;
  view.can_save = draft.figures().kept > 0;
  view.can_undo = draft.can_undo();
  view.can_redo = draft.can_redo();
  return view;
}

std::optional<std::size_t> entry_beside(const PreviewView& view, int steps) {
  std::vector<std::size_t> cards;  // rows
  std::ptrdiff_t at = -1;
  for (std::size_t row = 0; row < view.rows.size(); ++row) {
    if (view.rows[row].kind != RowKind::Card) continue;
    if (view.chosen_row == row) at = std::ssize(cards);
    cards.push_back(row);
  }
  if (cards.empty()) return std::nullopt;
  at = at < 0 ? 0 : std::clamp(at + steps, std::ptrdiff_t{0}, std::ssize(cards) - 1);
  return view.cards[view.rows[cards[static_cast<std::size_t>(at)]].card].entry;
}

}  // namespace recto::screens
