// A page's title.
#pragma once

#include <optional>
#include <string>

#include "tools/reader/html/page_facts.h"

namespace recto::reader {

struct PageTitle {
  std::string text;                ///< one line without the site's name; empty when there is none
  std::optional<NodeId> headline;  ///< the heading that shows it
};

/// The heading that the page's titles (OpenGraph, JSON-LD, <title>) tell of, in its own words; else
/// the best of those titles.
[[nodiscard]] PageTitle title_of(const PageFacts& facts);

/// Whether a name is the site's: one of its names, or its host ("The Harbour" on
/// theharbour.example).
[[nodiscard]] bool is_site_name(const std::string& name, const PageFacts& facts);

/// A title without the names of the site, which stand behind or before strokes: "Tides | The
/// Harbour" → "Tides". Hyphens inside of words and colons cut nothing.
[[nodiscard]] std::string without_site(const std::string& title, const PageFacts& facts);

}  // namespace recto::reader
