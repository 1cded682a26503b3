// Lines of a column → paragraphs, headings, items.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reader/markers.h"
#include "tools/reader/pdf/hyphens.h"
#include "tools/reader/pdf/line.h"
#include "tools/reader/pdf/typography.h"

namespace recto::reader::pdf {

/// Lines that belong together.
struct Group {
  enum class Kind { Text, Heading, Item, Code, Formula, Table, Caption, Contents };
  Kind kind = Kind::Text;
  std::string
      text;  ///< lines joined; Code: a line each; Table: see tables.h; Item: with its bullet
  Box box;
  float size = 0;
  Style style;
  std::size_t page = 0;
  std::size_t lines = 0;
  bool indented = false;  ///< the first line
  bool full = false;      ///< the last line reaches the margin
  bool centred = false;
  bool inset = false;      ///< all lines begin at one place to the right of the margin
  bool gap_above = false;  ///< more than the distance of lines, or the top of a column
};

/// The bullet or number that begins an item; "0.875 in" and "3.5 million" are no items.
[[nodiscard]] std::optional<Marker> find_item(std::string_view text);

/// The groups of a column from top to bottom.
/// Contents: entries of a table of contents with dots up to their page number.
[[nodiscard]] std::vector<Group> find_groups(const Column& column, const Typography& typography,
                                             const Hyphens& hyphens);

}  // namespace recto::reader::pdf
