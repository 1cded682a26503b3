#include "game/study/queue.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace recto::study {
namespace {

using memory::Phase;
using Numbers = std::vector<std::uint32_t>;

/// Sentences of which a fact has had its turn on this day.
class Sentences {
 public:
  explicit Sentences(Siblings siblings) : siblings_(siblings) {}

  /// Whether the fact may come; takes its sentence then.
  bool take(const Candidate& candidate) {
    if (siblings_ == Siblings::TenCardsApart || candidate.sentence == 0) return true;
    return taken_.insert(candidate.sentence).second;
  }

 private:
  Siblings siblings_;
  std::unordered_set<std::uint32_t> taken_;
};

bool is_learning(const Candidate& candidate) {
  return candidate.phase == Phase::Learning || candidate.phase == Phase::Relearning;
}

/// Order within the due ones; equal ones keep the random order that they have.
void sort_due(std::vector<const Candidate*>& due, DueOrder order) {
  const auto moment = [](const Candidate* one) { return one->due; };
  const auto recall = [](const Candidate* one) { return one->recall; };
  if (order == DueOrder::Riskiest)
    std::ranges::stable_sort(due, {}, recall);
  else
    std::ranges::stable_sort(due, {}, moment);
}

/// The place of each candidate among those before it that have the same key: 0 for the first.
template <class Key>
std::vector<std::uint32_t> turns_of(const std::vector<const Candidate*>& candidates, Key key) {
  std::map<std::invoke_result_t<Key, const Candidate&>, std::uint32_t> next;
  std::vector<std::uint32_t> turns;
  turns.reserve(candidates.size());
  for (const Candidate* one : candidates)
    turns.push_back(next[key(*one)]++);
  return turns;
}

/// Brings those with an earlier turn to the front, in their order otherwise.
void sort_by_turns(std::vector<const Candidate*>& candidates,
                   const std::vector<std::uint32_t>& turns) {
  std::vector<std::pair<std::uint32_t, const Candidate*>> rows;
  rows.reserve(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i)
    rows.emplace_back(turns[i], candidates[i]);
  std::ranges::stable_sort(rows, {}, &std::pair<std::uint32_t, const Candidate*>::first);
  for (std::size_t i = 0; i < rows.size(); ++i)
    candidates[i] = rows[i].second;
}

/// New facts as the plan orders them, decks in turn.
void sort_new(std::vector<const Candidate*>& fresh, NewOrder order) {
  if (order == NewOrder::Coverage)
    sort_by_turns(fresh, turns_of(fresh, [](const Candidate& one) {
                    return std::pair(one.deck, one.passage);
                  }));
  sort_by_turns(fresh, turns_of(fresh, [](const Candidate& one) { return one.deck; }));
}

/// The first `most` whose sentences have not had their turn.
void keep(std::vector<const Candidate*>& candidates, std::size_t most, Sentences& sentences) {
  std::size_t kept = 0;
  for (const Candidate* one : candidates) {
    if (kept == most) break;
    if (sentences.take(*one)) candidates[kept++] = one;
  }
  candidates.resize(kept);
}

/// New ones evenly between the reviews, behind the one that their share has come to.
Numbers mixed(const std::vector<const Candidate*>& due,
              const std::vector<const Candidate*>& fresh) {
  Numbers queue;
  queue.reserve(due.size() + fresh.size());
  std::size_t taken = 0;
  for (std::size_t i = 0; i < due.size(); ++i) {
    queue.push_back(due[i]->item);
    for (; taken < fresh.size() * (i + 1) / due.size(); ++taken)
      queue.push_back(fresh[taken]->item);
  }
  for (; taken < fresh.size(); ++taken)
    queue.push_back(fresh[taken]->item);
  return queue;
}

using Chosen = std::vector<const Candidate*>;

/// What a day takes of the courses, in the order in which it is asked.
struct Taken {
  Chosen due, fresh, ahead;
};

/// Adds what a course's own plan takes.
void take(std::span<const Candidate> candidates, const Plan& plan, std::uint32_t first, Day today,
          const DayRule& rule, Random& random, Taken& taken) {
  const Instant day_end = start_of(today + 1, rule);
  const Instant ahead_end = start_of(today + 1 + std::max(0, plan.ahead_days), rule);
  Taken own;
  Sentences sentences(plan.siblings);
  for (const Candidate& one : candidates) {
    const bool learning_today = is_learning(one) && one.due < day_end;
    if (one.last_day == today || learning_today) sentences.take(one);
    if (one.phase == Phase::New) own.fresh.push_back(&one);
    if (one.phase != Phase::Review) continue;
    const bool is_due =
        one.due < day_end ||
        comes_for_exam(plan.exam, today, one.last_day, day_of(one.due, rule), one.item - first);
    if (is_due && one.recall >= plan.least_recall)
      own.due.push_back(&one);
    else if (!is_due && one.due < ahead_end)
      own.ahead.push_back(&one);
  }
  random.shuffle(own.due);
  sort_due(own.due, plan.due_order);
  const std::size_t wanted = own.due.size();
  keep(own.due, plan.reviews, sentences);
  sort_new(own.fresh, plan.new_order);
  // Reviews that were left to another day are work enough.
  const bool backlog = plan.reviews < wanted;
  keep(own.fresh, backlog ? 0 : plan.new_facts, sentences);
  std::ranges::stable_sort(own.ahead, {}, [](const Candidate* one) { return one->due; });
  keep(own.ahead, plan.reviews - std::min(plan.reviews, own.due.size()), sentences);
  const auto add = [](Chosen& all, const Chosen& some) {
    all.insert(all.end(), some.begin(), some.end());
  };
  add(taken.due, own.due);
  add(taken.fresh, own.fresh);
  add(taken.ahead, own.ahead);
}

Numbers laid_out(const Taken& taken) {
  Numbers queue = mixed(taken.due, taken.fresh);
  for (const Candidate* one : taken.ahead)
    queue.push_back(one->item);
  return queue;
}

}  // namespace

Plan left_of(Plan plan, std::size_t new_done, std::size_t reviews_done) {
  plan.new_facts -= std::min(plan.new_facts, new_done);
  if (plan.reviews != kUnlimited) plan.reviews -= std::min(plan.reviews, reviews_done);
  return plan;
}

std::vector<std::uint32_t> todays_queue(std::span<const Candidate> candidates, const Plan& plan,
                                        Day today, const DayRule& rule, Random& random) {
  Taken taken;
  take(candidates, plan, 0, today, rule, random, taken);
  return laid_out(taken);
}

std::vector<std::uint32_t> todays_queue(std::span<const Course> courses, Day today,
                                        const DayRule& rule, Random& random) {
  Taken taken;
  for (const Course& course : courses)
    take(course.candidates, course.plan, course.first, today, rule, random, taken);
  if (courses.size() > 1) {
    const bool riskiest = std::ranges::all_of(
        courses, [](const Course& course) { return course.plan.due_order == DueOrder::Riskiest; });
    random.shuffle(taken.due);
    sort_due(taken.due, riskiest ? DueOrder::Riskiest : DueOrder::LongestOverdue);
    sort_by_turns(taken.fresh,
                  turns_of(taken.fresh, [](const Candidate& one) { return one.deck; }));
    std::ranges::stable_sort(taken.ahead, {}, [](const Candidate* one) { return one->due; });
  }
  return laid_out(taken);
}

}  // namespace recto::study
