#include "game/screens/study/showing.h"

#include "game/screens/words.h"

namespace recto::screens {
namespace {

using std::chrono::milliseconds;

/// Below it a pace says little.
constexpr std::size_t kLeastAnswers = 3;

/// What one card took so far; nothing while it is too early to tell.
std::optional<milliseconds> pace_of(const study::Session& session) {
  const std::vector<study::Answered>& answered = session.answered();
  if (answered.size() < kLeastAnswers) return std::nullopt;
  milliseconds time{};
  for (const study::Answered& answer : answered)
    time += answer.took;
  return time / static_cast<std::int64_t>(answered.size());
}

std::string progress_of(const study::Session& session) {
  const std::optional<milliseconds> pace = pace_of(session);
  const auto left = static_cast<std::int64_t>(session.left());
  std::string text =
      std::to_string(left) + " left · " + about_minutes(pace.value_or(kUsualPace) * left);
  if (pace)
    text += " · " + std::to_string(std::chrono::round<std::chrono::seconds>(*pace).count()) +
            " s a card";
  return text;
}

}  // namespace

std::string clock_text(milliseconds time) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time).count();
  const std::string rest = std::to_string(seconds % 60);
  return std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

Showing showing_of(const study::Session& session, const Deck& deck, Instant now) {
  const study::Item& item = *session.current();
  constexpr std::chrono::days kWeek{7}, kMonth{30};
  Showing showing{.deck = &deck, .card = session.card(), .way = session.way()};
  showing.flag = item.standing.flag;
  showing.options = session.options();
  showing.recall_chance = session.recall_chance(now);
  showing.remembered = {item.state, session.outlook(now), showing.recall_chance,
                        session.recall_chance(now + kWeek), session.recall_chance(now + kMonth)};
  showing.done = session.answered().size();
  showing.left = session.left();
  showing.progress = progress_of(session);
  showing.can_undo = session.last_step() != nullptr;
  showing.can_redo = session.can_redo();
  return showing;
}

Showing showing_of(const study::Practice& practice, const Deck& deck, milliseconds took) {
  Showing showing{.deck = &deck, .card = practice.card(), .way = practice.way()};
  showing.options = practice.options();
  showing.done = practice.asked();
  showing.left = practice.left();
  showing.progress = practice.is_test()
                         ? std::to_string(practice.asked() + 1) + " of " +
                               std::to_string(practice.facts()) + " · " + clock_text(took)
                         : std::to_string(practice.left()) + " left";
  showing.note = practice.is_test() ? "Quiz · your schedule stays as it is"
                                    : "Practice · your schedule stays as it is";
  showing.is_test = practice.is_test();
  showing.can_undo = practice.asked() > 0;
  return showing;
}

}  // namespace recto::screens
