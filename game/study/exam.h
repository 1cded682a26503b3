// "I need this by" a day (F25): every fact is seen by then, each once more in the last days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "game/study/day.h"

namespace recto::study {

struct Exam {
  Day day = 0;         ///< of the exam; nothing is planned for it
  int final_days = 3;  ///< before it, in which each fact comes once more; at least 1

  bool operator==(const Exam&) const = default;
};

/// Whether a fact that is not due comes today because of the exam: the final days have begun, it
/// was not asked in them, it would not fall due in what is left of them, and its share of them,
/// given by `number`, has come. A day that was missed is made up for on the next.
[[nodiscard]] bool comes_for_exam(const std::optional<Exam>& exam, Day today, Day last_day,
                                  Day due_day, std::uint32_t number);

/// What an exam asks of each day.
struct ExamPlan {
  std::size_t new_a_day = 0;      ///< until the final days
  std::size_t answers_a_day = 0;  ///< until then, with their steps and what is due anyway
  std::size_t finally_a_day = 0;  ///< in the final days
  bool fits = false;              ///< in `capacity` on each of the days
  Day fits_on =
      0;  ///< the first day that it could be on and fit, with as many final days as needed
};

/// The workload of a deck.
struct Workload {
  std::size_t new_facts = 0;
  std::size_t known_facts = 0;
  double due_a_day = 0.0;        ///< reviews that fall due anyway, on the average
  double answers_per_new = 3.0;  ///< on its first day, until it is learned
};

/// The plan from `today` on; when it does not fit `capacity` answers a day, what would is in it.
/// With no day left before the final ones everything falls on today. `capacity` 0 fits nothing but
/// no work, and `fits_on` is then the exam's day.
[[nodiscard]] ExamPlan plan_exam(const Exam& exam, Day today, const Workload& work,
                                 std::size_t capacity);

}  // namespace recto::study
