#include "game/study/exam.h"

#include <algorithm>
#include <cmath>

namespace recto::study {
namespace {

/// Ten years: farther off nobody plans.
constexpr int kFarthest = 3650;

int final_days_of(const Exam& exam) {
  return std::max(1, exam.final_days);
}

std::size_t share(double work, int days) {
  return static_cast<std::size_t>(std::ceil(work / std::max(1, days)));
}

ExamPlan laid_out(const Exam& exam, Day today, const Workload& work) {
  const int final_days = final_days_of(exam);
  const int learning_days = std::max(1, exam.day - final_days - today);
  ExamPlan plan;
  plan.new_a_day = share(static_cast<double>(work.new_facts), learning_days);
  plan.answers_a_day = static_cast<std::size_t>(
      std::ceil(static_cast<double>(plan.new_a_day) * work.answers_per_new + work.due_a_day));
  const int days_left = std::clamp(exam.day - today, 1, final_days);
  plan.finally_a_day = share(static_cast<double>(work.new_facts + work.known_facts), days_left);
  return plan;
}

bool fits(const ExamPlan& plan, std::size_t capacity) {
  return std::max(plan.answers_a_day, plan.finally_a_day) <= capacity;
}

}  // namespace

bool comes_for_exam(const std::optional<Exam>& exam, Day today, Day last_day, Day due_day,
                    std::uint32_t number) {
  if (!exam) return false;
  const int final_days = final_days_of(*exam);
  const Day first = exam->day - final_days;
  if (today < first || today >= exam->day || last_day >= first) return false;
  if (due_day < exam->day) return false;
  return today >= first + static_cast<Day>(number % static_cast<std::uint32_t>(final_days));
}

ExamPlan plan_exam(const Exam& exam, Day today, const Workload& work, std::size_t capacity) {
  ExamPlan plan = laid_out(exam, today, work);
  plan.fits = fits(plan, capacity);
  plan.fits_on = exam.day;
  if (plan.fits) return plan;
  // More final days are part of what would fit: the same number of facts in each of them.
  const std::size_t facts = work.new_facts + work.known_facts;
  if (capacity == 0) return plan;
  const int needed = static_cast<int>(std::min<std::size_t>(kFarthest, facts / capacity + 1));
  for (int days = 1; days < kFarthest; ++days) {
    const Exam later{today + days, std::max(final_days_of(exam), needed)};
    if (later.day < exam.day || !fits(laid_out(later, today, work), capacity)) continue;
    plan.fits_on = later.day;
    return plan;
  }
  return plan;
}

}  // namespace recto::study
