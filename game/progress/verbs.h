// `recto progress backup|restore|check|export|stats`: the learner's database from a terminal.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "game/progress/profile.h"

namespace recto::progress {

/// Runs the words behind `recto progress`. Results go to `out`, sentences for people to `err`
/// (X1); with --json, `out` gets one object on one line, also for an error (X2). Gives the exit
/// code (X3): 0 done, 1 the database or the file is at fault, 2 wrong usage.
int run_progress_verb(const std::vector<std::string>& arguments, std::ostream& out,
                      std::ostream& err);

}  // namespace recto::progress
