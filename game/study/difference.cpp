#include "game/study/difference.h"

#include <algorithm>

#include "content/base/utf8.h"

namespace recto::study {
namespace {

using Kind = Difference::Kind;

constexpr std::size_t kLongest = 400;  ///< the table has the square of it

/// Distances of the ends: at(i, j) from typed[i…] to right[j…], so that walking goes forward.
class Table {
 public:
  Table(std::u32string_view typed, std::u32string_view right)
      : width_(right.size() + 1), cells_((typed.size() + 1) * width_) {
    for (std::size_t i = typed.size() + 1; i-- > 0;)
      for (std::size_t j = width_; j-- > 0;)
        fill(typed, right, i, j);
  }

  [[nodiscard]] int at(std::size_t i, std::size_t j) const { return cells_[i * width_ + j]; }

 private:
  void fill(std::u32string_view typed, std::u32string_view right, std::size_t i, std::size_t j) {
    int& cell = cells_[i * width_ + j];
    const std::size_t left = typed.size() - i;
    const std::size_t wanted = right.size() - j;
    if (left == 0 || wanted == 0) {
      cell = static_cast<int>(left + wanted);
      return;
    }
    const int step = typed[i] == right[j] ? 0 : 1;
    cell = std::min({at(i + 1, j + 1) + step, at(i + 1, j) + 1, at(i, j + 1) + 1});
    if (left > 1 && wanted > 1 && typed[i] == right[j + 1] && typed[i + 1] == right[j])
      cell = std::min(cell, at(i + 2, j + 2) + 1);
  }

  std::size_t width_;
  std::vector<int> cells_;
};

void append(std::vector<Difference>& runs, Kind kind, std::u32string_view typed,
            std::u32string_view right) {
  if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}, {}});
  runs.back().typed += to_utf8(typed);
  runs.back().right += to_utf8(right);
}

}  // namespace

std::vector<Difference> differences(std::string_view typed_text, std::string_view right_text) {
  const std::u32string typed_points = code_points(typed_text);
  const std::u32string right_points = code_points(right_text);
  const std::u32string_view typed = typed_points;
  const std::u32string_view right = right_points;
  std::vector<Difference> runs;
  if (typed.size() > kLongest || right.size() > kLongest) {
    append(runs, typed == right ? Kind::Same : Kind::Changed, typed, right);
    return runs;
  }
  const Table table(typed, right);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < typed.size() || j < right.size()) {
    const int here = table.at(i, j);
    const bool both = i < typed.size() && j < right.size();
    if (both && typed[i] == right[j] && here == table.at(i + 1, j + 1)) {
      append(runs, Kind::Same, typed.substr(i++, 1), right.substr(j++, 1));
    } else if (both && here == table.at(i + 1, j + 1) + 1) {
      append(runs, Kind::Changed, typed.substr(i++, 1), right.substr(j++, 1));
    } else if (j < right.size() && here == table.at(i, j + 1) + 1) {
      append(runs, Kind::Missing, {}, right.substr(j++, 1));
    } else if (i < typed.size() && here == table.at(i + 1, j) + 1) {
      append(runs, Kind::Extra, typed.substr(i++, 1), {});
    } else {
      append(runs, Kind::Changed, typed.substr(i, 2), right.substr(j, 2));
      i += 2;
      j += 2;
    }
  }
  return runs;
}

}  // namespace recto::study
