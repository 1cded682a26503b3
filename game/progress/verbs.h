// `recto progress backup|restore|check|repair|export|stats|optimize|replay`: the learner's
// database and logs from a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "game/progress/profile.h"

namespace recto::progress {

/// Runs the words behind `recto progress`. Results go to `out`, sentences for people to `err`
/// (X1); with --json, `out` gets one object on one line, also for an error (X2); `replay` one for
/// each review. Gives the exit code (X3): 0 done, 1 the database or the file is at fault, 2 wrong
/// usage.
int run_progress_verb(const std::vector<std::string>& arguments, std::ostream& out,
                      std::ostream& err);

}  // namespace recto::progress
