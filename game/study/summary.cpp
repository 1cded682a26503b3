#include "game/study/summary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string_view>
#include <utility>

namespace recto::study {

using memory::Rating;
using memory::State;
using std::chrono::minutes;

Summary summary_of(const Session& session, Instant now) {
  const Day today = day_of(now, session.day_rule());
  Summary summary;
  std::map<std::pair<DeckId, FactId>, const Answered*> last;
  for (const Answered& answer : session.answered()) {
    ++summary.answers;
    summary.time += answer.took;
    const bool first = last.insert_or_assign({answer.deck, answer.fact}, &answer).second;
    if (first && answer.rating != Rating::Again) ++summary.right_first;
    const CardOf card{answer.deck, answer.card};
    if (answer.rating == Rating::Again &&
        std::ranges::find(summary.missed, card) == summary.missed.end())
      summary.missed.push_back(card);
  }
  summary.facts = last.size();
  for (const auto& [fact, answer] : last) {
    const Day due = day_of(answer->after.due, session.day_rule());
    if (due == today + 1) ++summary.due_tomorrow;
    if (due > today && due <= today + 7) ++summary.due_in_week;
  }
  return summary;
}

std::string interval_text(Instant now, const State& state) {
  using Days = std::chrono::duration<double, std::chrono::days::period>;
  /// Waits below `below` are told in this unit.
  struct Unit {
    Days below;
    Days length;
    bool has_tenths;
    const char* one;
    const char* many;
  };
  static constexpr std::array<Unit, 5> kUnits = {{
      {minutes(59) + std::chrono::seconds(30), minutes(1), false, "min", "min"},
      {std::chrono::hours(24), std::chrono::hours(1), true, "hour", "hours"},
      {Days(60), Days(1), true, "day", "days"},
      {Days(365), Days(365.25 / 12.0), true, "month", "months"},
      {Days::max(), Days(365.25), true, "year", "years"},
  }};
  const Days wait = state.due - now;
  if (wait < minutes(1)) return "< 1 min";
  const auto* const unit = std::ranges::upper_bound(kUnits, wait, {}, &Unit::below);
  const double count = wait / unit->length;
  // Tenths only below ten, and no "2.0".
  const bool tenths =
      unit->has_tenths && count < 9.95 && std::abs(count - std::round(count)) >= 0.05;
  std::array<char, 32> number{};
  std::snprintf(number.data(), number.size(), tenths ? "%.1f" : "%.0f", count);
  const std::string_view digits = number.data();
  return std::string(digits) + " " + (digits == "1" ? unit->one : unit->many);
}

}  // namespace recto::study
