// Quizzes and their results as pages.
#pragma once

#include <filesystem>
#include <string>

#include "content/base/result.h"
#include "content/deck/deck.h"
#include "game/classroom/rules/results.h"

namespace recto::app {

/// Writes a quiz to hand out, with answer sheet and key (L20), into `folder` under a name of its
/// own, "TITLE quiz.pdf", with a number where there is one already; gives the file. Error: Failed.
[[nodiscard]] Result<std::filesystem::path> print_quiz(const Deck& deck,
                                                       const std::filesystem::path& folder);

/// What a quiz came to, as PDF (L18): per question, then per player with what
/// each had right. Error: Failed.
[[nodiscard]] Result<std::string> results_pdf(const classroom::QuizResult& result);

}  // namespace recto::app
