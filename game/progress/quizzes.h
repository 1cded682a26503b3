// Kept quizzes in their table. Works in the transaction that is open.
#pragma once

#include <string_view>

#include "content/base/result.h"
#include "game/progress/connection.h"
#include "game/progress/store.h"

namespace recto::progress {

/// Error: BadInput for a body that is too long or no JSON.
[[nodiscard]] Result<void> store_quiz(Connection& connection, const KeptQuiz& quiz,
                                      std::string_view body);

}  // namespace recto::progress
