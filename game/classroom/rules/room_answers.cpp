// Answers: which count, how right they are, what they are worth.
#include <algorithm>
#include <map>
#include <utility>

#include "content/base/fold.h"
#include "game/classroom/rules/room.h"
#include "game/classroom/rules/scoring.h"

namespace recto::classroom {
namespace {

constexpr int kStreakStep = 100;
constexpr int kLongestStreak = 5;  // right answers after the first that still add to the bonus

constexpr int kMostHands = 10'000;

bool is_typed(QuestionKind kind) {
  return kind == QuestionKind::Text || kind == QuestionKind::Number;
}

bool is_scored(QuestionKind kind) {
  return kind != QuestionKind::Poll && kind != QuestionKind::Slide;
}

}  // namespace

bool takes_hands(QuestionKind kind) {
  return kind == QuestionKind::Choice || kind == QuestionKind::TrueFalse ||
         kind == QuestionKind::Poll;
}

namespace {

bool is_right(study::Verdict verdict) {
  return verdict == study::Verdict::Right || verdict == study::Verdict::Slip;
}

bool repeats(const std::optional<Given>& given, const event::Answer& answer) {
  return given && given->round == answer.round && given->response == answer.response;
}

}  // namespace

/// Why an answer that is no repetition does not count now (L8).
std::optional<Refusal> Room::refusal_of(const event::Answer& answer, Millis clock) const {
  const Seat& seat = roster_[answer.seat];
  if (stage_ == Stage::OwnSpeed) {
    if (paused_since_) return Refusal{Reason::Paused};
    if (answer.question < seat.at) return Refusal{Reason::Already};
    if (answer.question > seat.at || answer.round != 1) return Refusal{Reason::OtherQuestion};
    return {};
  }
  if (answer.question > question_ || question_ < 0) return Refusal{Reason::OtherQuestion};
  if (answer.question < question_ || answer.round < round_) return Refusal{Reason::Late};
  if (answer.round > round_) return Refusal{Reason::OtherQuestion};
  if (stage_ == Stage::Reading) return Refusal{Reason::Early};
  if (stage_ != Stage::Answering) return Refusal{Reason::Late};
  if (paused_since_) return Refusal{Reason::Paused};
  if (limit_ > Millis{0} && clock > began_ + limit_of(seat) + seat.credit)
    return Refusal{Reason::Late};
  const auto& given = seat.given[static_cast<std::size_t>(question_)];
  if (settings_.scoring == Scoring::Speed && given && given->round == round_)
    return Refusal{Reason::Already};
  return {};
}

Effect Room::on(Millis now, const event::Answer& answer) {
  const auto refused = [&](Refusal why) {
    return Effect{std::move(why), answer.seat, Effect::Change::None};
  };
  Seat& seat = roster_[answer.seat];
  if (seat.status == Seat::Status::Removed) return refused({Reason::Removed});
  if (seat.status == Seat::Status::Waiting) return refused({Reason::NotApproved});
  if (answer.question < 0 || answer.question >= static_cast<int>(quiz_.questions.size()))
    return refused({Reason::OtherQuestion});
  const auto at = static_cast<std::size_t>(answer.question);
  // The phone did not hear that it was taken, and says it again: it was, and counts once (L3).
  if (repeats(seat.given[at], answer)) return {{}, answer.seat, Effect::Change::None};
  if (auto why = refusal_of(answer, clock(now))) return refused(std::move(*why));
  if (!is_well_formed(quiz_.questions[at], answer.response)) return refused({Reason::Malformed});

  Given given{answer.response, answer.round};
  given.taken = std::max(Millis{0}, clock(now) - began_ - seat.credit);
  seat.given[at] = std::move(given);
  if (stage_ != Stage::OwnSpeed) return {{}, answer.seat, Effect::Change::None};
  ++seat.at;
  return {{}, answer.seat, Effect::Change::OneSeat};
}

Effect Room::on(Millis, const event::Grant& grant) {
  if (grant.question < 0 || grant.question >= static_cast<int>(quiz_.questions.size()))
    return {Refusal{Reason::OtherQuestion}, {}, Effect::Change::None};
  const auto at = static_cast<std::size_t>(grant.question);
  const bool known =
      asked_[at] == Asked::Counted || (grant.question == question_ && stage_ == Stage::Closed);
  if (!known || !is_typed(quiz_.questions[at].kind) || stage_ == Stage::Finished)
    return {Refusal{Reason::NotNow}, {}, Effect::Change::None};
  granted_[at].insert(fold_case(grant.text));
  settle(grant.question);
  return {{}, {}, Effect::Change::Everyone};
}

Effect Room::on(Millis, const event::Hands& hands) {
  if (hands.question != question_)
    return {Refusal{Reason::OtherQuestion}, {}, Effect::Change::None};
  const bool open =
      stage_ == Stage::Answering || stage_ == Stage::Closed || stage_ == Stage::Reveal;
  if (!open || !takes_hands(current().kind))
    return {Refusal{Reason::NotNow}, {}, Effect::Change::None};
  const bool fits = hands.counts.size() == current().options.size() &&
                    std::ranges::all_of(
                        hands.counts, [](int count) { return count >= 0 && count <= kMostHands; });
  if (!fits) return {Refusal{Reason::Malformed}, {}, Effect::Change::None};
  hands_[static_cast<std::size_t>(question_)] = hands.counts;
  return {{}, {}, Effect::Change::Everyone};
}

/// Judges all answers to a question: not when they come, so that the time until an answer is
/// acknowledged tells nothing about it (L16).
void Room::settle(int question) {
  const auto at = static_cast<std::size_t>(question);
  const Question& asked = quiz_.questions[at];
  if (is_typed(asked.kind)) {
    settle_texts(question);
    return;
  }
  for (Seat& seat : roster_.seats()) {
    if (!seat.given[at]) continue;
    Given& given = *seat.given[at];
    given.share =
        is_scored(asked.kind) ? share_of_options(asked, given.response, settings_.shares) : 0;
    given.verdict = given.share == 1 ? study::Verdict::Right : study::Verdict::Wrong;
  }
}

void Room::settle_texts(int question) {
  const auto at = static_cast<std::size_t>(question);
  const Question& asked = quiz_.questions[at];
  std::vector<std::string> texts;
  std::map<std::string, study::Verdict> verdicts;  // many write the same
  for (const Seat& seat : roster_.seats())
    if (seat.given[at] && verdicts.try_emplace(seat.given[at]->response.text).second)
      texts.push_back(seat.given[at]->response.text);
  const bool by_distance = settings_.nearest_wins && asked.kind == QuestionKind::Number;
  const std::vector<bool> is_nearest =
      by_distance ? nearest(asked, quiz_.language, texts) : std::vector<bool>(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    study::Verdict& verdict = verdicts[texts[i]];
    verdict = verdict_of_text(quiz_, asked, texts[i], lexicon_);
    if (granted_[at].contains(fold_case(texts[i])) || is_nearest[i])
      verdict = study::Verdict::Right;
    else if (by_distance && is_right(verdict))
      verdict = study::Verdict::Almost;
  }
  for (Seat& seat : roster_.seats()) {
    if (!seat.given[at]) continue;
    seat.given[at]->verdict = verdicts[seat.given[at]->response.text];
    seat.given[at]->share = is_right(seat.given[at]->verdict) ? 1 : 0;
  }
}

int Room::points(SeatId seat, int question) const {
  const auto at = static_cast<std::size_t>(question);
  const auto& given = roster_[seat].given[at];
  if (!given || asked_[at] != Asked::Counted) return 0;
  const Scoring scoring = settings_.pace == Pace::Together ? settings_.scoring : Scoring::Accuracy;
  return points_for(scoring, given->share, given->taken, quiz_.questions[at].time);
}

std::vector<int> Room::scores() const {
  std::vector<int> scores;
  for (std::size_t i = 0; i < roster_.seats().size(); ++i) {
    const SeatId id{i};
    int score = roster_[id].head_start;
    int streak = 0;
    for (std::size_t q = 0; q < asked_.size(); ++q) {
      if (asked_[q] != Asked::Counted || !is_scored(quiz_.questions[q].kind)) continue;
      score += points(id, static_cast<int>(q));
      const auto& given = roster_[id].given[q];
      streak = given && given->share == 1 ? streak + 1 : 0;
      if (settings_.streak_bonus && streak > 1)
        score += kStreakStep * std::min(streak - 1, kLongestStreak);
    }
    scores.push_back(score);
  }
  return scores;
}

int Room::median_score() const {
  const std::vector<int> all = scores();
  std::vector<int> playing;
  for (std::size_t i = 0; i + 1 < all.size(); ++i)  // all but the one that joins
    if (roster_[SeatId{i}].status == Seat::Status::In) playing.push_back(all[i]);
  if (playing.empty()) return 0;
  std::ranges::sort(playing);
  const std::size_t middle = playing.size() / 2;
  return playing.size() % 2 == 1 ? playing[middle] : (playing[middle - 1] + playing[middle]) / 2;
}

}  // namespace recto::classroom
