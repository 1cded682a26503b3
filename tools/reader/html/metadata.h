// Metadata of a page: what it says of itself, and what it shows around its headline.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/reader/html/dom.h"
#include "tools/reader/html/structured.h"
#include "tools/reader/reader.h"

namespace recto::reader {

/// All texts are one line without control characters, at most 300 bytes (addresses: 2,000).
struct Metadata {
  std::string title;                 ///< without the site's name; empty when the page has none
  std::vector<std::string> authors;  ///< at most 50
  std::string published;             ///< ISO 8601, "2021-05-03" or "2021-05-03T10:00:00Z"
  std::string language;              ///< BCP 47, "en-US"; empty when the page does not say it
  std::string site;                  ///< "The Harbour", else the host; empty for neither
  std::string url;                   ///< http or https; the canonical one before that of the origin

  std::optional<NodeId> headline;  ///< the element that shows the title
  /// Elements near the headline that show nothing but its authors or dates.
  std::vector<NodeId> bylines;
};

/// O(nodes · log), with texts of limited length. `data`: read_structured(dom).
[[nodiscard]] Metadata read_metadata(const Dom& dom, const StructuredData& data,
                                     const Origin& origin);

}  // namespace recto::reader
