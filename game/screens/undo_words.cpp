#include "game/screens/undo_words.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "game/progress/today.h"
#include "game/screens/words.h"

namespace recto::screens {
namespace {

using Decks = std::span<const progress::DeckLine>;

std::string quoted(const std::string& title) {
  return "“" + title_in_words(title) + "”";
}

std::string deck_called(const DeckId& id, Decks decks) {
  const auto found = std::ranges::find(decks, id, &progress::DeckLine::id);
  return found == decks.end() ? "a deck" : quoted(found->title);
}

std::string words_of(const study::Changed& changed) {
  using Kind = study::Changed::Kind;
  switch (changed.kind) {
    case Kind::Bury: return "putting a card off";
    case Kind::Suspend: return "suspending a card";
    case Kind::Flag: return "a flag";
    case Kind::Forget: return "forgetting a card";
    case Kind::SetDue: return "the date of a card";
  }
  return {};
}

std::string words_of(const progress::DeckEdit& edit) {
  if (!edit.before) return "adding " + quoted(edit.after.value_or(""));
  if (!edit.after) return "deleting " + quoted(*edit.before);
  return "renaming " + quoted(*edit.before) + " to " + quoted(*edit.after);
}

std::string words_of(const progress::SettingEdit& edit, Decks decks) {
  const std::string_view key = edit.key;
  if (key == progress::kCatchUp) return "how to catch up";
  if (key == progress::kBudget) return "the daily budget";
  const std::string_view deck = "deck/", exam = "/exam", preset = "/preset";
  const bool of_deck = key.starts_with(deck);
  const auto id = [&](std::string_view end) {
    return DeckId{std::string(key.substr(deck.size(), key.size() - deck.size() - end.size()))};
  };
  if (of_deck && key.ends_with(exam)) return "the day for " + deck_called(id(exam), decks);
  if (of_deck && key.ends_with(preset))
    return "the way of answering " + deck_called(id(preset), decks);
  return "a setting";
}

std::string words_of(const progress::Edit& edit, Decks decks) {
  if (const auto* const changed = std::get_if<study::Changed>(&edit)) return words_of(*changed);
  if (const auto* const deck = std::get_if<progress::DeckEdit>(&edit)) return words_of(*deck);
  if (const auto* const card = std::get_if<progress::CardEdit>(&edit))
    return !card->before.card  ? "a new card"
           : !card->after.card ? "throwing a card out"
                               : "the words of a card";
  if (const auto* const content = std::get_if<progress::ContentEdit>(&edit))
    return "updating " + quoted(content->after.title);
  return words_of(std::get<progress::SettingEdit>(edit), decks);
}

}  // namespace

std::string step_in_words(const progress::Step& step, Decks decks) {
  if (std::holds_alternative<study::Answered>(step)) return "an answer";
  const auto& edits = std::get<progress::Edits>(step);
  // What comes last is what was meant: a preset is made before it is chosen.
  return edits.empty() ? "nothing" : words_of(edits.back(), decks);
}

}  // namespace recto::screens
