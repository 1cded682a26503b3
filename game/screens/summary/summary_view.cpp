#include "game/screens/summary/summary_view.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "game/screens/words.h"
#include "game/study/summary.h"

namespace recto::screens {
namespace {

std::string next_in_words(const study::Session& session, Instant now, std::size_t more) {
  const std::optional<Instant> due = session.next_due();
  if (due && *due <= now) return "A card is ready to be repeated.";
  if (more > 0) return counted(more, "more card", "more cards") + " when you want to go on.";
  if (!due) return "All done for today.";
  const auto wait = std::chrono::ceil<std::chrono::minutes>(*due - now);
  if (wait >= std::chrono::hours(2))
    return "The next card comes in " +
           counted(static_cast<std::size_t>(std::chrono::round<std::chrono::hours>(wait).count()),
                   "hour", "hours") +
           ".";
  return "The next card comes in " +
         counted(static_cast<std::size_t>(wait.count()), "minute", "minutes") + ".";
}

std::string time_in_words(std::chrono::milliseconds time) {
  const auto seconds = std::chrono::round<std::chrono::seconds>(time);
  if (seconds < std::chrono::minutes(1))
    return counted(static_cast<std::size_t>(seconds.count()), "second", "seconds");
  return counted(static_cast<std::size_t>(std::chrono::round<std::chrono::minutes>(time).count()),
                 "minute", "minutes");
}

/// Nothing where the card is of none of the decks.
std::optional<MissedCard> missed_card(std::span<const Deck> decks, const DeckId& id,
                                      const CardId& card_id) {
  const auto deck = std::ranges::find(decks, id, &Deck::id);
  const Card* const card = deck == decks.end() ? nullptr : find_card(*deck, card_id);
  if (card == nullptr) return std::nullopt;
  MissedCard missed{card->prompt, answer_in_words(*card), {}};
  if (card->evidence) missed.sentence = evidence_text(*deck, *card->evidence);
  if (decks.size() > 1) missed.deck = title_in_words(deck->title);
  return missed;
}

std::string title_of(std::span<const Deck> decks) {
  return decks.size() == 1 ? title_in_words(decks.front().title)
                           : counted(decks.size(), "deck", "decks");
}

std::string percent(std::size_t part, std::size_t whole) {
  const double share =
      whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
  return std::to_string(std::lround(share)) + " %";
}

}  // namespace

SummaryView look_back(const study::Session& session, std::span<const Deck> decks, Instant now,
                      std::size_t more) {
  const study::Summary summary = study::summary_of(session, now);
  SummaryView view;
  view.deck_title = title_of(decks);
  view.headline = counted(summary.facts, "card", "cards") + " in " + time_in_words(summary.time);
  view.figures = {{std::to_string(summary.facts), "cards"},
                  {percent(summary.right_first, summary.facts), "right at first try"},
                  {std::to_string(summary.due_tomorrow), "due tomorrow"},
                  {std::to_string(summary.due_in_week), "due in 7 days"}};
  for (const study::CardOf& one : summary.missed)
    if (auto missed = missed_card(decks, one.deck, one.card))
      view.missed.push_back(std::move(*missed));
  view.next = next_in_words(session, now, more);
  view.can_go_on = more > 0 || (session.next_due() && *session.next_due() <= now);
  view.can_undo = session.last_step() != nullptr;
  view.can_practise = !view.missed.empty();
  view.can_quiz = summary.facts > 0;
  view.flagged = session.flagged().size();
  return view;
}

SummaryView look_back(const study::Practice& practice, std::span<const Deck> decks,
                      std::chrono::milliseconds took) {
  const std::size_t asked = practice.facts(), right = practice.right_first();
  SummaryView view;
  view.deck_title = title_of(decks);
  view.headline =
      std::to_string(right) + " of " + std::to_string(asked) + " right in " + time_in_words(took);
  const auto seconds = std::chrono::round<std::chrono::seconds>(took).count() /
                       static_cast<std::int64_t>(std::max<std::size_t>(1, practice.asked()));
  view.figures = {{percent(right, asked), "right at first try"},
                  {std::to_string(seconds) + " s", "a card"}};
  for (const study::Practice::Missing& one : practice.missed_cards())
    if (auto missed = missed_card(decks, *one.deck, one.card->id))
      view.missed.push_back(std::move(*missed));
  view.next = "This was practice: your schedule is as it was.";
  view.can_practise = !view.missed.empty();
  view.can_quiz = true;
  return view;
}

}  // namespace recto::screens
