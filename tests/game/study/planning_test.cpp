// Exams and catching up.
#include "game/study/backlog.h"
#include "game/study/exam.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;

TEST_CASE("F25 study: the plan for an exam says what each day asks, and whether it fits") {
  const Exam exam{.day = 120, .final_days = 3};
  const Workload work{.new_facts = 170, .known_facts = 30, .due_a_day = 5.5, .answers_per_new = 3};
  const ExamPlan plan = plan_exam(exam, 100, work, 70);
  CHECK(plan.new_a_day == 10);  // in 17 days
  CHECK(plan.answers_a_day == 36);
  CHECK(plan.finally_a_day == 67);
  CHECK(plan.fits);
  CHECK(plan.fits_on == 120);
  const ExamPlan tight = plan_exam(exam, 100, work, 20);
  CHECK_FALSE(tight.fits);
  CHECK(tight.fits_on > 120);
  // What it says would fit does.
  CHECK(plan_exam({tight.fits_on, 11}, 100, work, 20).fits);
}

TEST_CASE("F25 study: an exam tomorrow or past asks for everything now") {
  const Workload work{.new_facts = 10, .known_facts = 20};
  for (const Day day : {101, 100, 50}) {
    const ExamPlan plan = plan_exam({day, 3}, 100, work, 1000);
    CHECK(plan.new_a_day == 10);
    CHECK(plan.finally_a_day == 30);
  }
  CHECK_FALSE(plan_exam({120, 3}, 100, work, 0).fits);
  CHECK(plan_exam({120, 3}, 100, {}, 0).fits);
}

TEST_CASE("F26 study: a backlog is spread over days") {
  CHECK(plan_catch_up(20, {}, 100, 30) == CatchUp{30, 100});
  CHECK(plan_catch_up(90, {}, 100, 30) == CatchUp{30, 102});
  const std::vector<std::size_t> coming(60, 10);
  CHECK(plan_catch_up(90, coming, 100, 30) == CatchUp{30, 103});
  // The usual would take longer than a month: as much more as it takes.
  const CatchUp longer = plan_catch_up(600, coming, 100, 12);
  CHECK(longer.a_day == 30);
  CHECK(longer.done_on == 129);
}

TEST_CASE("F26 study: catching up always ends, and a little less a day would not") {
  test::for_seeds(300, [](Random& random) {
    std::vector<std::size_t> coming(random.below(400));
    for (std::size_t& due : coming)
      due = random.below(50);
    const std::size_t overdue = random.below(5000);
    const std::size_t usual = random.below(60);
    const CatchUp plan = plan_catch_up(overdue, coming, 0, usual);
    CHECK(plan.done_on < 30);
    CHECK(plan.a_day >= usual);
    std::size_t left = overdue;
    for (Day day = 0; day <= plan.done_on; ++day) {
      if (day > 0 && static_cast<std::size_t>(day) <= coming.size())
        left += coming[static_cast<std::size_t>(day) - 1];
      left -= std::min(left, plan.a_day);
      CHECK((left == 0) == (day == plan.done_on));
    }
  });
}
