// When a page was published.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/reader/html/page_facts.h"

namespace recto::reader {

struct PageDate {
  std::string published;      ///< ISO 8601; empty when unknown
  std::vector<NodeId> lines;  ///< elements near the headline that show dates and nothing else
};

/// The date by JSON-LD, <meta>, microdata, <time>, dates near the headline and in the address.
/// The date of a change counts only where a page shows no other near its headline.
[[nodiscard]] PageDate date_of(const PageFacts& facts, std::optional<NodeId> headline,
                               const std::string& language);

}  // namespace recto::reader
