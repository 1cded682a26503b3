#include "game/screens/summary/summary_view.h"

#include <cmath>

#include "game/screens/words.h"

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

}  // namespace

SummaryView look_back(const study::Session& session, const Deck& deck, Instant now,
                      std::size_t more) {
  const study::Summary summary = study::summary_of(session, now);
  SummaryView view;
  view.deck_title = title_in_words(deck.title);
  view.headline = counted(summary.facts, "card", "cards") + " in " + time_in_words(summary.time);
  const double share = summary.facts == 0 ? 0.0
                                          : 100.0 * static_cast<double>(summary.right_first) /
                                                static_cast<double>(summary.facts);
  view.figures = {{std::to_string(summary.facts), "cards"},
                  {std::to_string(std::lround(share)) + " %", "right at first try"},
                  {std::to_string(summary.due_tomorrow), "due tomorrow"},
                  {std::to_string(summary.due_in_week), "due in 7 days"}};
  for (const CardId& id : summary.missed)
    if (const Card* card = find_card(deck, id))
      view.missed.push_back(
          {card->prompt, answer_in_words(*card),
           card->evidence ? std::string(evidence_text(deck, *card->evidence)) : std::string()});
  view.next = next_in_words(session, now, more);
  view.can_go_on = more > 0 || (session.next_due() && *session.next_due() <= now);
  view.can_undo = summary.answers > 0;
  return view;
}

}  // namespace recto::screens
