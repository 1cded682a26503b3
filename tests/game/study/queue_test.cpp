#include "game/study/queue.h"

#include <algorithm>
#include <set>
#include <string>

#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;
using namespace std::chrono_literals;
using memory::Phase;

namespace {

constexpr Day kToday = 20'000;
const DayRule kRule{.utc_offset = 0min, .starts = 240min};

Candidate fresh(std::uint32_t item, std::uint32_t passage = 1, std::uint32_t deck = 0) {
  Candidate one;
  one.item = item;
  one.passage = passage;
  one.deck = deck;
  return one;
}

Candidate due(std::uint32_t item, int days_ago, float recall = 0.9F) {
  Candidate one;
  one.item = item;
  one.phase = Phase::Review;
  one.due = start_of(kToday - days_ago, kRule);
  one.last_day = kToday - std::max(days_ago, 0) - 10;
  one.recall = recall;
  return one;
}

Candidate in_sentence(Candidate one, std::uint32_t sentence) {
  one.sentence = sentence;
  return one;
}

std::vector<std::uint32_t> queue_of(const std::vector<Candidate>& candidates, const Plan& plan = {},
                                    Day today = kToday) {
  Random random(3);
  return todays_queue(candidates, plan, today, kRule, random);
}

using Order = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("study: reviews come longest overdue first, or the likeliest forgotten first") {
  const std::vector<Candidate> all = {due(1, 3, 0.9F), due(2, 9, 0.8F), due(3, 0, 0.5F),
                                      due(4, -1, 0.1F)};
  CHECK(queue_of(all) == Order{2, 1, 3});
  CHECK(queue_of(all, {.due_order = DueOrder::Riskiest}) == Order{3, 2, 1});
}

TEST_CASE("study: facts of a later hour of today are due, those of tomorrow are not") {
  Candidate tonight = due(1, 0);
  tonight.due = start_of(kToday + 1, kRule) - 1ms;
  Candidate tomorrow = due(2, 0);
  tomorrow.due = start_of(kToday + 1, kRule);
  CHECK(queue_of({tonight, tomorrow}) == Order{1});
}

TEST_CASE("study: new facts come in the deck's order, or a fact of each passage first") {
  const std::vector<Candidate> all = {fresh(0, 1), fresh(1, 1), fresh(2, 1),
                                      fresh(3, 2), fresh(4, 3), fresh(5, 3)};
  CHECK(queue_of(all) == Order{0, 1, 2, 3, 4, 5});
  CHECK(queue_of(all, {.new_order = NewOrder::Coverage}) == Order{0, 3, 4, 1, 5, 2});
  CHECK(queue_of(all, {.new_facts = 3, .new_order = NewOrder::Coverage}) == Order{0, 3, 4});
}

TEST_CASE("study: decks take turns with their new facts") {
  CHECK(queue_of({fresh(0), fresh(1), fresh(2), fresh(3, 1, 1), fresh(4, 1, 1)}) ==
        Order{0, 3, 1, 4, 2});
  CHECK(queue_of({fresh(0), fresh(1), fresh(2), fresh(3, 1, 1)}, {.new_facts = 2}) == Order{0, 3});
}

TEST_CASE("F15 study: the day's limits hold, and new facts wait while reviews are left over") {
  const std::vector<Candidate> all = {due(1, 3), due(2, 2), due(3, 1), fresh(4), fresh(5)};
  CHECK(queue_of(all, {.new_facts = 1}) == Order{1, 2, 3, 4});
  CHECK(queue_of(all, {.reviews = 3}) == Order{1, 2, 4, 3, 5});
  CHECK(queue_of(all, {.reviews = 2}) == Order{1, 2});
  const Plan plan = left_of({.new_facts = 5, .reviews = 10}, 3, 12);
  CHECK(plan.new_facts == 2);
  CHECK(plan.reviews == 0);
  CHECK(left_of({}, 30, 500) == Plan{.new_facts = 0});
}

TEST_CASE("F22 study: of a sentence one fact a day, when the plan keeps siblings apart") {
  const std::vector<Candidate> all = {in_sentence(due(1, 3), 7),
                                      in_sentence(due(2, 5), 7),
                                      in_sentence(fresh(3), 7),
                                      in_sentence(fresh(4), 8),
                                      in_sentence(fresh(5), 8),
                                      fresh(6),
                                      fresh(7)};
  CHECK(queue_of(all).size() == 7);
  CHECK(queue_of(all, {.siblings = Siblings::OtherDays}) == Order{2, 4, 6, 7});
  Candidate asked = in_sentence(due(8, -20), 8);
  asked.last_day = kToday;
  auto with_asked = all;
  with_asked.push_back(asked);
  CHECK(queue_of(with_asked, {.siblings = Siblings::OtherDays}) == Order{2, 6, 7});
}

TEST_CASE("study: facts ahead of their time come behind the rest, the nearest first") {
  const std::vector<Candidate> all = {due(1, -5), due(2, -2), due(3, 1), fresh(4)};
  CHECK(queue_of(all, {.ahead_days = 1}) == Order{3, 4});
  CHECK(queue_of(all, {.ahead_days = 2}) == Order{3, 4, 2});
  CHECK(queue_of(all, {.ahead_days = 9}) == Order{3, 4, 2, 1});
  CHECK(queue_of(all, {.reviews = 2, .ahead_days = 9}) == Order{3, 4, 2});
}

TEST_CASE("F26 study: what is likely forgotten can wait") {
  const std::vector<Candidate> all = {due(1, 400, 0.2F), due(2, 300, 0.6F), due(3, 2, 0.9F)};
  CHECK(queue_of(all, {.least_recall = 0.5}) == Order{2, 3});
}

TEST_CASE("F25 study: before an exam every fact comes once more in the last days") {
  std::vector<Candidate> all;
  for (std::uint32_t i = 0; i < 9; ++i)
    all.push_back(due(i, -100));
  const Plan plan{.exam = Exam{.day = kToday + 3, .final_days = 3}};
  std::set<std::uint32_t> seen;
  for (Day today = kToday - 1; today <= kToday + 3; ++today) {
    const Order queue = queue_of(all, plan, today);
    const bool final_day = today >= kToday && today < kToday + 3;
    CHECK(queue.size() == (final_day ? 3 : 0));
    for (const std::uint32_t item : queue) {
      CHECK(seen.insert(item).second);
      all[item].last_day = today;
    }
  }
  CHECK(seen.size() == 9);
}

TEST_CASE("F25 study: a final day that was missed is made up for") {
  std::vector<Candidate> all;
  for (std::uint32_t i = 0; i < 9; ++i)
    all.push_back(due(i, -100));
  const Plan plan{.exam = Exam{.day = kToday + 3, .final_days = 3}};
  CHECK(queue_of(all, plan, kToday + 1).size() == 6);
  CHECK(queue_of(all, plan, kToday + 2).size() == 9);
}

TEST_CASE(
    "study: every due fact comes once, whatever the plan; the same seed gives the same queue") {
  test::for_seeds(100, [](Random& random) {
    std::vector<Candidate> all;
    for (std::uint32_t i = 0; i < 60; ++i) {
      Candidate one =
          random.below(3) == 0
              ? fresh(i, 1 + static_cast<std::uint32_t>(random.below(5)),
                      static_cast<std::uint32_t>(random.below(3)))
              : due(i, static_cast<int>(random.below(40)) - 10, static_cast<float>(random.unit()));
      one.sentence = static_cast<std::uint32_t>(random.below(30));
      all.push_back(one);
    }
    Plan plan;
    plan.due_order = random.below(2) == 0 ? DueOrder::Riskiest : DueOrder::LongestOverdue;
    plan.new_order = random.below(2) == 0 ? NewOrder::Coverage : NewOrder::Deck;
    plan.new_facts = random.below(30);
    const Order queue = queue_of(all, plan);
    CHECK(queue == queue_of(all, plan));
    CHECK(std::set<std::uint32_t>(queue.begin(), queue.end()).size() == queue.size());
    std::size_t new_facts = 0;
    for (const Candidate& one : all) {
      const bool comes = std::ranges::find(queue, one.item) != queue.end();
      if (one.phase == Phase::New)
        new_facts += comes ? 1 : 0;
      else
        CHECK(comes == (one.due < start_of(kToday + 1, kRule)));
    }
    CHECK(new_facts <= plan.new_facts);
  });
}

TEST_CASE("F15 study: several courses are one queue, each within its own plan") {
  std::vector<Course> courses(2);
  courses[0].plan = {.new_facts = 1, .reviews = 2};
  courses[0].candidates = {due(0, 2), due(1, 8), due(2, 5), fresh(3, 1, 0)};
  courses[1].first = 10;
  courses[1].plan = {.new_facts = 2};
  courses[1].candidates = {due(10, 6), due(11, 1), fresh(12, 1, 1), fresh(13, 1, 1),
                           fresh(14, 1, 1)};
  Random random(3);
  // Of the first one review is left for another day, so it has no new facts.
  CHECK(todays_queue(courses, kToday, kRule, random) == Order{1, 10, 12, 2, 11, 13});
  courses[0].plan.reviews = kUnlimited;
  CHECK(todays_queue(courses, kToday, kRule, random) == Order{1, 10, 3, 2, 0, 12, 11, 13});
}

TEST_CASE("study: one course is the queue of its candidates") {
  const std::vector<Candidate> all = {due(1, 3), due(2, 3), due(3, 3), fresh(4), fresh(5)};
  Random random(3);
  CHECK(todays_queue(std::vector{Course{all, {}, 0}}, kToday, kRule, random) == queue_of(all));
}

TEST_CASE("F15 study: courses that all want the riskiest first have it so together") {
  std::vector<Course> courses(2);
  courses[0].candidates = {due(0, 9, 0.9F)};
  courses[1].candidates = {due(1, 1, 0.5F)};
  Random random(3);
  CHECK(todays_queue(courses, kToday, kRule, random) == Order{0, 1});
  courses[0].plan.due_order = DueOrder::Riskiest;
  CHECK(todays_queue(courses, kToday, kRule, random) == Order{0, 1});
  courses[1].plan.due_order = DueOrder::Riskiest;
  CHECK(todays_queue(courses, kToday, kRule, random) == Order{1, 0});
}
