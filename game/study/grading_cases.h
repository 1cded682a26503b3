// Tables of worked cases: what was typed, and the verdict that it should get.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "game/study/grading.h"

namespace recto::study {

/// One line of a table.
struct GradingCase {
  std::string id;
  std::string rule;      ///< that should decide: "G7"; "-" for a plain mistake
  std::string language;  ///< BCP 47
  Card card;             ///< prompt, answer, accept, grading
  std::vector<std::string> rivals;
  std::string typed;
  Verdict verdict = Verdict::Wrong;
};

/// Reads a table: UTF-8, tabs between the columns, one header line: id rule lang prompt key accept
/// rivals settings typed verdict; `accept` and `rivals` are lists with `|`, `settings` is empty or
/// "case=exact", "accents=exact", "spelling=exact", several of them parted by `,`. Error: BadInput
/// with the line.
[[nodiscard]] Result<std::vector<GradingCase>> read_grading_cases(std::string_view text);

/// What the grader says of a case.
[[nodiscard]] Graded grade(const GradingCase& one, const Lexicon* lexicon);

}  // namespace recto::study
