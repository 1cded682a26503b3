// What may be said to recto-deck: verbs, options, help.
#pragma once

#include "content/base/instant.h"

namespace recto::deck_tool {

/// Does what the words ask for; the exit code (X3). `now` is written where a page was retrieved.
int run(int argc, char** argv, Instant now);

}  // namespace recto::deck_tool
