// What may be said to recto-deck: verbs, options, help.
#pragma once

namespace recto::deck_tool {

/// Does what the words ask for; the exit code (X3).
int run(int argc, char** argv);

}  // namespace recto::deck_tool
