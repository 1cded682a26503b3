// One training run of the reference optimiser, run again.
#pragma once

#include <nlohmann/json.hpp>

namespace recto::test {

/// Compares counts, first stabilities, epoch losses and parameters with a case of
/// tests/data/fsrs/optimizer.json, within the tolerances that its README gives.
void check_reference_case(const nlohmann::json& item);

}  // namespace recto::test
