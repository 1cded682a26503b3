// `recto grade --cases TSV`: tries the grader of typed answers on a table.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace recto::app {

/// Runs the words behind `recto grade`. A line for each case that is judged otherwise than the
/// table says, then how many agree, by rule; with --json a line for every case:
/// {"id","verdict","rule"}. The summary goes to `err` (X1). Gives the exit code: 0 done, whether or
/// not all agree; 1 the table or the dictionary is at fault, 2 wrong usage.
int run_grade_verb(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace recto::app
