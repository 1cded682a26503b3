// What the public implementations say, and the logs that they were asked about.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "game/memory/history.h"
#include "game/memory/review_log.h"

namespace recto::test {

/// tests/data/fsrs/optimizer.json.
[[nodiscard]] const nlohmann::json& optimizer_vectors();

/// The log tests/data/fsrs/collections/NAME.csv.gz, whose days become times at midnight. Fails the
/// test when it cannot be read.
[[nodiscard]] std::vector<memory::Review> collection_log(const std::string& name);
[[nodiscard]] memory::Histories collection(const std::string& name);

/// The items that a case of the optimizer's vectors was trained on, and those it was tested on.
struct Split {
  std::span<const memory::Item> training;
  std::span<const memory::Item> test;
};
[[nodiscard]] Split split(const memory::Histories& histories);

}  // namespace recto::test
