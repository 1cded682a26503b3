// `recto results …`: what quizzes with a class came to, as they are kept.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace recto::app {

/// `arguments` without the verb. Returns the exit code (X3).
int run_results_verb(const std::vector<std::string>& arguments, std::ostream& out,
                     std::ostream& err);

}  // namespace recto::app
