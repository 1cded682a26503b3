// Who wrote a page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/reader/html/page_facts.h"

namespace recto::reader {

struct PageAuthors {
  std::vector<std::string> names;
  std::vector<NodeId> bylines;  ///< elements that show them, near the headline
};

/// The authors, by JSON-LD, <meta>, microdata, links and classes for authors, and lines that begin
/// with "By"; a site's own name only when it is stated and there is nobody else.
[[nodiscard]] PageAuthors authors_of(const PageFacts& facts, std::optional<NodeId> headline);

}  // namespace recto::reader
