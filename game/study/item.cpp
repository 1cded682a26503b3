#include "game/study/item.h"

#include <algorithm>

#include "content/base/random.h"
#include "game/study/grading.h"

namespace recto::study {
namespace {

using memory::Phase;
using memory::State;

/// Interval of three weeks: "mature" in the words of other programs.
constexpr double kGrownDays = 21.0;
/// From this effort on an answer is recalled, not recognised.
constexpr int kRecalled = 3;

constexpr int kLeechAt = 6;
constexpr int kLeechEvery = 3;

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325U) {
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace

State rescheduled(State state, Instant due) {
  state.phase = Phase::Review;
  state.step = 0;
  state.due = due;
  return state;
}

bool is_leech(const Answered& answered) {
  const int lapses = answered.after.lapses;
  return lapses > answered.before.lapses && lapses >= kLeechAt &&
         (lapses - kLeechAt) % kLeechEvery == 0;
}

int effort_of(CardKind kind) {
  switch (kind) {
    case CardKind::TrueFalse: return 0;
    case CardKind::Choice:
    case CardKind::Several: return 1;
    case CardKind::Order: return 2;
    case CardKind::Cloze: return kRecalled;
    case CardKind::Short: return 4;
    case CardKind::Faq: return 5;
    case CardKind::Poll: return 6;
  }
  return 6;
}

std::size_t variant_for(const Item& item) {
  const std::size_t count = item.variants.size();
  const State& state = item.state;
  if (count == 1 || item.answering == Answering::Choose) return 0;
  const bool grows = item.answering == Answering::Grow;
  const bool begins = state.reps <= 0 || state.phase == Phase::Relearning ||
                      (state.phase == Phase::Learning && state.step == 0);
  if (grows && begins) return 0;
  std::size_t first = grows ? 1 : 0;
  if (!grows || state.stability >= kGrownDays) {
    const auto recalled = std::ranges::find_if(
        item.variants, [](const Card& card) { return effort_of(card.kind) >= kRecalled; });
    if (recalled != item.variants.end())
      first = static_cast<std::size_t>(recalled - item.variants.begin());
  }
  return first + static_cast<std::size_t>(std::max(0, state.reps - 1)) % (count - first);
}

Way way_of(const Card& card, Answering answering) {
  switch (card.kind) {
    case CardKind::Choice:
    case CardKind::TrueFalse: return Way::Choose;
    case CardKind::Short:
    case CardKind::Cloze:
      return is_graded(card) && answering != Answering::Recall ? Way::Type : Way::Reveal;
    default: return Way::Reveal;
  }
}

std::vector<std::string> options_of(const Card& card, std::uint64_t seed) {
  if (card.kind == CardKind::TrueFalse) return {"true", "false"};
  if (card.kind != CardKind::Choice) return {};
  std::vector<std::string> options = card.distractors;
  options.push_back(card.answer);
  Random random(hash_of(card.id.text, seed));
  random.shuffle(options);
  return options;
}

double fuzz_draw(const FactId& fact, int reps) {
  return Random(hash_of(std::to_string(reps), hash_of(fact.text))).unit();
}

}  // namespace recto::study
