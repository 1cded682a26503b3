#include "tools/reader/pdf/columns.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace recto::reader::pdf {
namespace {

/// More columns than these have tables only.
constexpr int kMostColumns = 5;
constexpr std::size_t kMostCandidates = 16;
constexpr std::size_t kFewestLines = 4;
constexpr float kSameGutter = 4;

/// In sizes of the running text: no column is narrower.
constexpr float kNarrowest = 9;

/// Where the lines of a region stand when a gutter ends at `x`.
struct Split {
  float x = 0;
  /// Pieces in bands from top to bottom. What crosses the gutter has a band of its own kind.
  struct Band {
    std::vector<std::size_t> left, right, across;
  };
  std::vector<Band> bands;
  std::size_t lines = 0;  ///< in columns: the measure of a gutter
};

bool crosses(const Line& line, float x, float size) {
  return line.box.left < x - 0.4F * size && line.box.right > x - 0.35F * size;
}

bool is_left(const Line& line, float x) {
  return line.box.left + line.box.right < 2 * x && line.box.left < x - 1;
}

std::vector<std::size_t> by_height(const std::vector<Line>& pieces) {
  std::vector<std::size_t> order(pieces.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return pieces[a].box.middle() < pieces[b].box.middle();
  });
  return order;
}

/// Lines of about one width, and not the short cells of a table. `size` of the running text.
bool is_text(const std::vector<Line>& pieces, const std::vector<std::size_t>& side, float size) {
  if (side.size() < kFewestLines) return false;
  std::vector<float> widths;
  std::size_t wordy = 0;
  for (const std::size_t i : side) {
    widths.push_back(pieces[i].box.width());
    wordy += pieces[i].words.size() >= 4 ? 1U : 0U;
  }
  // Of the longest but for a tenth: a title may stand across several columns.
  const auto usual = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), usual, widths.end());
  const float width = *usual;
  const auto full = static_cast<std::size_t>(std::count_if(
      widths.begin(), widths.end(), [&](float value) { return value > 0.6F * width; }));
  return width > kNarrowest * size && full * 5 >= side.size() * 2 && wordy * 2 >= side.size();
}

Split split_at(float x, const std::vector<Line>& pieces, float size) {
  Split split;
  split.x = x;
  bool across = true;
  for (const std::size_t i : by_height(pieces)) {
    const bool crossing = crosses(pieces[i], x, size);
    if (split.bands.empty() || crossing != across) split.bands.emplace_back();
    across = crossing;
    Split::Band& band = split.bands.back();
    (crossing ? band.across : is_left(pieces[i], x) ? band.left : band.right).push_back(i);
  }
  return split;
}

bool overlap(const std::vector<Line>& pieces, const Split::Band& band) {
  const auto span = [&](const std::vector<std::size_t>& side) {
    return std::pair(pieces[side.front()].box.top, pieces[side.back()].box.bottom);
  };
  if (band.left.empty() || band.right.empty()) return false;
  const auto [left_top, left_bottom] = span(band.left);
  const auto [right_top, right_bottom] = span(band.right);
  return std::min(left_bottom, right_bottom) > std::max(left_top, right_top);
}

/// A column of a known gutter may be short; a list's numbers and the text behind them are no
/// columns.
bool is_wide(const std::vector<Line>& pieces, const std::vector<std::size_t>& side, float size) {
  return std::any_of(side.begin(), side.end(), [&](std::size_t i) {
    return pieces[i].box.width() > kNarrowest / 2 * size && pieces[i].words.size() >= 2;
  });
}

/// Whether a band is columns of text and no part of a table.
bool is_columns(const std::vector<Line>& pieces, const Split::Band& band, float size, bool known) {
  if (!overlap(pieces, band)) return false;
  if (known) return is_wide(pieces, band.left, size) && is_wide(pieces, band.right, size);
  return is_text(pieces, band.left, size) && is_text(pieces, band.right, size);
}

/// Counts the lines in bands that are columns.
void weigh(Split& split, const std::vector<Line>& pieces, float size, bool known) {
  for (const Split::Band& band : split.bands)
    if (is_columns(pieces, band, size, known))
      split.lines += std::min(band.left.size(), band.right.size());
}

bool is_known(float x, const Gutters& gutters) {
  return std::any_of(gutters.begin(), gutters.end(),
                     [&](float gutter) { return std::abs(gutter - x) < kSameGutter; });
}

/// Places where lines begin, the most frequent first.
std::vector<float> candidates(const std::vector<Line>& pieces, const Gutters& gutters) {
  std::map<int, std::pair<std::size_t, float>> starts;  // rounded place → lines, leftmost of them
  float left = pieces.front().box.left;
  for (const Line& piece : pieces) {
    left = std::min(left, piece.box.left);
    auto& [count, place] = starts[static_cast<int>(std::lround(piece.box.left / 2))];
    place = count == 0 ? piece.box.left : std::min(place, piece.box.left);
    ++count;
  }
  std::vector<std::pair<std::size_t, float>> found;
  for (const auto& [rounded, start] : starts)
    if (start.second > left + 20 && (start.first >= 3 || is_known(start.second, gutters)))
      found.push_back(start);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (found.size() > kMostCandidates) found.resize(kMostCandidates);
  std::vector<float> places;
  places.reserve(found.size());
  for (const auto& entry : found)
    places.push_back(entry.second);
  return places;
}

std::optional<Split> best_split(const std::vector<Line>& pieces, float size,
                                const Gutters& gutters) {
  std::optional<Split> best;
  if (pieces.empty()) return best;
  for (const float x : candidates(pieces, gutters)) {
    Split split = split_at(x, pieces, size);
    weigh(split, pieces, size, is_known(x, gutters));
    if (split.lines > 0 && (!best || split.lines > best->lines)) best = std::move(split);
  }
  return best;
}

std::vector<Line> taken(std::vector<Line>& pieces, const std::vector<std::size_t>& indices) {
  std::vector<Line> lines;
  lines.reserve(indices.size());
  for (const std::size_t i : indices)
    lines.push_back(std::move(pieces[i]));
  return lines;
}

Box extent_of(const std::vector<Line>& lines) {
  Box box = lines.front().box;
  for (const Line& line : lines) {
    box.left = std::min(box.left, line.box.left);
    box.right = std::max(box.right, line.box.right);
    box.top = std::min(box.top, line.box.top);
    box.bottom = std::max(box.bottom, line.box.bottom);
  }
  return box;
}

const Line& widest(const std::vector<Line>& row) {
  return *std::max_element(row.begin(), row.end(), [](const Line& a, const Line& b) {
    return a.box.width() < b.box.width();
  });
}

/// A raised mark that stands too high for its line.
bool hangs_on(const std::vector<Line>& mark, const std::vector<Line>& row) {
  const Box& box = mark.front().box;
  const Box& line = widest(row).box;
  const float shared = std::min(box.bottom, line.bottom) - std::max(box.top, line.top);
  return mark.size() == 1 && mark.front().words.size() == 1 && box.width() < line.height() &&
         mark.front().size < 0.85F * widest(row).size && shared > 0.2F * box.height();
}

/// Pieces of one region without columns become lines.
Column make_column(std::vector<Line> pieces) {
  Column column;
  column.box = extent_of(pieces);
  std::vector<std::vector<Line>> rows;
  for (const std::size_t i : by_height(pieces)) {
    // Level with the widest of the row, or a raised mark would join two lines.
    if (rows.empty() || !are_level(widest(rows.back()).box, pieces[i].box)) rows.emplace_back();
    rows.back().push_back(std::move(pieces[i]));
    if (rows.size() > 1 && hangs_on(rows[rows.size() - 2], rows.back())) {
      rows.back().push_back(std::move(rows[rows.size() - 2].front()));
      rows.erase(rows.end() - 2);
    }
  }
  for (std::vector<Line>& row : rows)
    column.lines.push_back(join_pieces(std::move(row)));
  return column;
}

class Order {
 public:
  Order(float size, const Gutters& gutters) : size_(size), gutters_(gutters) {}

  std::vector<Column> of(std::vector<Line> pieces, int depth = 0) {
    if (pieces.empty()) return {};
    auto split = depth < kMostColumns ? best_split(pieces, size_, gutters_) : std::nullopt;
    std::vector<Column> columns;
    if (!split) {
      columns.push_back(make_column(std::move(pieces)));
      return columns;
    }
    const Margins margins(pieces, *split);
    for (const Split::Band& band : split->bands)
      add(pieces, band, *split, margins, depth, columns);
    return columns;
  }

 private:
  /// Where the lines on each side of a gutter and across it begin and end, over all bands.
  struct Margins {
    Margins(const std::vector<Line>& pieces, const Split& split) {
      for (const Split::Band& band : split.bands) {
        widen(left, pieces, band.left);
        widen(right, pieces, band.right);
        for (const auto* side : {&band.left, &band.right, &band.across})
          widen(across, pieces, *side);
      }
    }

    static void widen(std::optional<Box>& box, const std::vector<Line>& pieces,
                      const std::vector<std::size_t>& side) {
      for (const std::size_t i : side) {
        if (!box) box = pieces[i].box;
        box->left = std::min(box->left, pieces[i].box.left);
        box->right = std::max(box->right, pieces[i].box.right);
      }
    }

    std::optional<Box> left, right, across;
  };

  /// A region in one column has the margins of its side.
  void append_side(std::vector<Line> pieces, const std::optional<Box>& margins, int depth,
                   std::vector<Column>& columns) {
    std::vector<Column> more = of(std::move(pieces), depth + 1);
    if (more.size() == 1 && margins) {
      more.front().box.left = margins->left;
      more.front().box.right = margins->right;
    }
    std::move(more.begin(), more.end(), std::back_inserter(columns));
  }

  void add(std::vector<Line>& pieces, const Split::Band& band, const Split& split,
           const Margins& margins, int depth, std::vector<Column>& columns) {
    const bool both = is_columns(pieces, band, size_, is_known(split.x, gutters_));
    if (both || band.left.empty() || band.right.empty()) {
      append_side(taken(pieces, band.across), margins.across, depth, columns);
      append_side(taken(pieces, band.left), margins.left, depth, columns);
      append_side(taken(pieces, band.right), margins.right, depth, columns);
    } else {
      std::vector<std::size_t> all = band.left;
      all.insert(all.end(), band.right.begin(), band.right.end());
      append_side(taken(pieces, all), margins.across, depth, columns);
    }
  }

  float size_;
  const Gutters& gutters_;
};

void collect_gutters(const std::vector<Line>& pieces, float size, int depth, Gutters& gutters) {
  const auto split = depth < kMostColumns ? best_split(pieces, size, {}) : std::nullopt;
  if (!split) return;
  if (!is_known(split->x, gutters)) gutters.push_back(split->x);
  std::vector<Line> left;
  std::vector<Line> right;
  for (const Line& piece : pieces)
    if (!crosses(piece, split->x, size)) (is_left(piece, split->x) ? left : right).push_back(piece);
  collect_gutters(left, size, depth + 1, gutters);
  collect_gutters(right, size, depth + 1, gutters);
}

}  // namespace

void find_gutters(const std::vector<Line>& pieces, float size, Gutters& gutters) {
  collect_gutters(pieces, size, 0, gutters);
}

std::vector<Column> order_columns(std::vector<Line> pieces, float size, const Gutters& gutters) {
  return Order(size, gutters).of(std::move(pieces));
}

}  // namespace recto::reader::pdf
