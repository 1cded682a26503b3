// `recto host DECK`: hosts a live quiz without a window.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace recto::app {

/// Runs the words behind `recto host`: address, PIN and QR code on `err`, commands of the teacher
/// from standard input, the results as CSV on `out` or in a file at the end. Gives the exit code: 0
/// done (130 when interrupted; the quiz can be resumed), 1 the deck, the journal or the network is
/// at fault, 2 wrong usage.
int run_host_verb(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace recto::app
