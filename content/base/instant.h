// Points in time as Recto stores and passes them.
#pragma once

#include <chrono>

namespace recto {

/// Milliseconds since 1970 in UTC. Pure code never asks for it: it comes in as an argument.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

}  // namespace recto
