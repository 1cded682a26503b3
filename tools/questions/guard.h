// A finished question, read again: does it ask what it was meant to ask?
#pragma once

#include <string>
#include <vector>

#include "tools/questions/candidate.h"

namespace recto::questions {

/// Of each candidate why its question reads otherwise than it was meant (LANGUAGE.md 7, "Fixed
/// guard"); empty where it reads so, and for what is no question made of a statement. All are
/// analysed together: 30 us a question.
[[nodiscard]] std::vector<std::string> misreadings(const Told& told, const Candidates& candidates);

}  // namespace recto::questions
