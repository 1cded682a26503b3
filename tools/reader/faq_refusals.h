// What is no FAQ though it asks.
#pragma once

#include <vector>

#include "tools/reader/faq_plans.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// A quiz, exercises, a survey, a form: choices or room below the questions, or so named by the
/// lines right above or the last heading above. `plan` is not empty.
[[nodiscard]] bool is_test(const std::vector<Piece>& pieces, const Plan& plan);

/// Asked of a person who tells of themselves, or whose name stands before the answers.
[[nodiscard]] bool is_interview(const std::vector<Piece>& pieces, const Plan& plan);

/// Their writer's rhetoric: headings that say the same, or that nobody would ask.
[[nodiscard]] bool is_rhetoric(const std::vector<Piece>& pieces, const Plan& plan);

/// Whether readers speak of themselves in the questions, or answers say yes or no.
[[nodiscard]] bool is_of_readers(const std::vector<Piece>& pieces, const Plan& plan);

}  // namespace recto::reader
