// What every page repeats: running heads and feet, page numbers.
#pragma once

#include <vector>

#include "tools/reader/pdf/line.h"

namespace recto::reader::pdf {

/// The pieces of a page's lines and its size in points.
struct Sheet {
  std::vector<Line> pieces;
  float width = 0;
  float height = 0;
};

/// Drops from the top and bottom of pages rows that stand at about the same height on two pages or
/// more (numbers may differ; left and right pages may alternate), rows of nothing but a page
/// number, and rows in the place of such ones. From the outside inwards: what stands inside text
/// stays.
void drop_running_lines(std::vector<Sheet>& sheets);

}  // namespace recto::reader::pdf
