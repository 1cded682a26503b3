// How a document is set: the size of its running text, the distance of its lines.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "tools/reader/pdf/line.h"

namespace recto::reader::pdf {

class Typography {
 public:
  /// `body`: the size of the running text, from body_size().
  Typography(float body, const std::vector<Column>& columns);

  [[nodiscard]] float body() const { return body_; }

  /// From one line of this size to the next, inside a paragraph, in points.
  [[nodiscard]] float leading(float size) const;

  /// Whether paragraphs begin with an indent; else a gap stands between them.
  [[nodiscard]] bool indents() const { return indents_; }

 private:
  float body_;
  std::map<int, float> leadings_;  ///< size in half points → distance
  bool indents_ = false;
};

/// Half points → letters.
using SizeCounts = std::map<int, std::size_t>;
void count_sizes(const std::vector<Line>& lines, SizeCounts& counts);

/// The size of type that most letters have; 10 for none.
[[nodiscard]] float body_size(const SizeCounts& counts);

[[nodiscard]] bool is_same_size(float a, float b);

/// Whether the line begins to the right of its column's margin, as the first of a paragraph does.
[[nodiscard]] bool is_indented(const Line& line, const Column& column);

}  // namespace recto::reader::pdf
