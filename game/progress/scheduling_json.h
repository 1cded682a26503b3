// Scheduling settings as JSON. Only files that deal in JSON include this.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "game/memory/scheduler.h"

namespace recto::progress {

[[nodiscard]] nlohmann::json scheduling_json(const memory::Settings& settings);
/// Throws nlohmann::json::exception for JSON that scheduling_json never gives.
[[nodiscard]] memory::Settings scheduling_of(const nlohmann::json& json);

}  // namespace recto::progress
