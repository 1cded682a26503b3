#include "tools/reader/text/tables.h"

#include <algorithm>
#include <utility>

#include "content/base/utf8.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

using Row = std::vector<std::string>;

/// Columns further right are not looked at.
constexpr std::size_t kWidest = 250;

/// Longer ones are text.
bool may_be_row(const Line& line) {
  constexpr std::size_t kLongest = 1000;
  return !line.text.empty() && line.text.size() <= kLongest;
}

/// A line as characters in columns.
std::u32string columns_of(const Line& line) {
  return std::u32string(std::min(line.indent, kWidest), U' ') + code_points(line.text);
}

/// Box-drawing characters as their ASCII likes, to see the lines between cells by.
std::u32string in_ascii(std::u32string columns) {
  for (char32_t& c : columns) {
    if (c == 0x2502 || c == 0x2503 || c == 0x2551) c = U'|';
    if (c == 0x2500 || c == 0x2501 || c == 0x2550) c = U'-';
    if (c >= 0x250C && c <= 0x256C) c = U'+';
  }
  return columns;
}

bool consists_of(std::u32string_view text, std::u32string_view signs) {
  return text.find_first_not_of(signs) == std::u32string_view::npos;
}

/// "+----+----+", "|----|:--:|", "----+----": a rule with crossings.
bool is_border(std::u32string_view line) {
  const bool drawn = line.find(U"--") != std::u32string_view::npos ||
                     line.find(U"==") != std::u32string_view::npos;
  return drawn && consists_of(line, U"+-=|: ") &&
         line.find_first_of(U"+|") != std::u32string_view::npos;
}

bool is_blank_at(std::u32string_view line, std::size_t at) {
  return at >= line.size() || line[at] == U' ' || line[at] == U'\t';
}

/// The places of bars that stand between cells: a blank or the line's end on one side.
std::vector<std::size_t> bars_of(std::u32string_view line) {
  std::vector<std::size_t> bars;
  for (std::size_t at = line.find(U'|'); at != std::u32string_view::npos;
       at = line.find(U'|', at + 1))
    if (at == 0 || is_blank_at(line, at - 1) || is_blank_at(line, at + 1)) bars.push_back(at);
  return bars;
}

std::string cell_text(std::u32string_view cell) {
  return one_line(to_utf8(cell));
}

Row split_at_bars(std::u32string_view line, const std::vector<std::size_t>& bars) {
  Row row;
  std::size_t begin = 0;
  for (const std::size_t bar : bars) {
    row.push_back(cell_text(line.substr(begin, bar - begin)));
    begin = bar + 1;
  }
  row.push_back(cell_text(line.substr(std::min(begin, line.size()))));
  return row;
}

void join_row(Row& row, const Row& more) {
  for (std::size_t i = 0; i < std::min(row.size(), more.size()); ++i)
    if (!more[i].empty()) row[i].append(row[i].empty() ? "" : " ").append(more[i]);
}

bool is_filled(const Row& row) {
  return std::any_of(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); });
}

std::string table_text(const std::vector<Row>& rows, bool outer_left) {
  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = outer_left ? 1 : 0; i < row.size(); ++i)
      line.append(line.empty() && i == (outer_left ? 1U : 0U) ? "" : "\t").append(row[i]);
    line.erase(line.find_last_not_of('\t') + 1);
    if (!trimmed(line).empty()) text.append(text.empty() ? "" : "\n").append(line);
  }
  return text;
}

/// Lines with cells between bars, read one after the other.
class BarredTable {
 public:
  /// Whether the table goes on with `line`.
  bool take(const std::u32string& line) {
    const std::u32string drawn = in_ascii(line);
    if (is_border(drawn)) {
      ++borders_;
      in_group_ = false;
      return true;
    }
    const std::vector<std::size_t> bars = bars_of(drawn);
    if (bars.empty() || (bars_ > 0 && bars.size() != bars_)) return false;
    bars_ = bars.size();
    Row row = split_at_bars(line, bars);
    outer_ = outer_ && row[0].empty();
    const std::size_t first = bars[0] == 0 ? 1 : 0;
    if (in_group_ && row[first].empty())
      join_row(rows_.back(), row);
    else
      rows_.push_back(std::move(row));
    in_group_ = true;
    return true;
  }

  /// "a | b" on two lines may be anything; a rule or a third line makes it a table.
  [[nodiscard]] bool is_table() const {
    return !rows_.empty() && (borders_ > 0 || (rows_.size() >= 3 && bars_ >= 2)) && !is_one_bar();
  }

  /// Will not become one: nothing but borders, a bar before each line, one bar in each of many.
  [[nodiscard]] bool is_hopeless() const {
    return borders_ > 3 + rows_.size() || is_one_bar() ||
           (bars_ == 1 && borders_ == 0 && rows_.size() > 2);
  }

  [[nodiscard]] std::string text() const { return table_text(rows_, outer_); }

 private:
  [[nodiscard]] bool is_one_bar() const { return bars_ == 1 && outer_; }

  std::vector<Row> rows_;
  std::size_t borders_ = 0;
  std::size_t bars_ = 0;   ///< in each line
  bool in_group_ = false;  ///< a row without a border since
  bool outer_ = true;      ///< a bar stands before each row
};

std::optional<DrawnTable> find_barred(const std::vector<Line>& lines, std::size_t at) {
  BarredTable table;
  std::size_t end = at;
  while (end < lines.size() && may_be_row(lines[end]) &&
         table.take(columns_of({lines[end].text, 0}))) {
    if (table.is_hopeless()) return std::nullopt;
    ++end;
  }
  if (!table.is_table()) return std::nullopt;
  return DrawnTable{table.text(), end};
}

/// "=====  ====  ===": where its parts begin; empty for another line.
std::vector<std::size_t> broken_rule(std::u32string_view line) {
  std::vector<std::size_t> begins;
  if (!consists_of(line, U"=- ")) return begins;
  for (std::size_t at = line.find_first_not_of(U' '); at != std::u32string_view::npos;) {
    begins.push_back(at);
    const std::size_t end = std::min(line.find(U' ', at), line.size());
    if (end < at + 2) return {};
    at = line.find_first_not_of(U' ', end);
  }
  return begins.size() >= 2 ? begins : std::vector<std::size_t>{};
}

Row split_at_columns(std::u32string_view line, const std::vector<std::size_t>& begins) {
  Row row;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t begin = std::min(i == 0 ? 0 : begins[i], line.size());
    const std::size_t end =
        i + 1 < begins.size() ? std::min(begins[i + 1], line.size()) : line.size();
    row.push_back(cell_text(line.substr(begin, end - begin)));
  }
  return row;
}

bool crosses(std::u32string_view line, const std::vector<std::size_t>& begins) {
  return std::any_of(begins.begin() + 1, begins.end(),
                     [&](std::size_t at) { return !is_blank_at(line, at - 1); });
}

/// Below the header, or around it, stands a rule that is broken between columns.
std::optional<DrawnTable> find_ruled(const std::vector<Line>& lines, std::size_t at) {
  std::vector<std::size_t> begins = broken_rule(columns_of(lines[at]));
  if (begins.empty() && at + 1 < lines.size() && may_be_row(lines[at + 1]))
    begins = broken_rule(columns_of(lines[at + 1]));
  if (begins.empty()) return std::nullopt;
  std::vector<Row> rows;
  std::size_t end = at;
  for (; end < lines.size() && may_be_row(lines[end]); ++end) {
    const std::u32string line = columns_of(lines[end]);
    if (rows.size() < 2 && end > at + 8) return std::nullopt;
    if (!broken_rule(line).empty()) continue;
    if (crosses(line, begins)) break;
    Row row = split_at_columns(line, begins);
    if (!rows.empty() && row[0].empty())
      join_row(rows.back(), row);
    else
      rows.push_back(std::move(row));
  }
  if (rows.size() < 2) return std::nullopt;
  return DrawnTable{table_text(rows, false), end};
}

/// How many lines have no blank, for each column.
std::vector<std::size_t> filled_columns(const std::vector<std::u32string>& lines) {
  std::vector<std::size_t> filled(kWidest + 1);
  for (const std::u32string& line : lines)
    for (std::size_t i = 0; i < std::min(line.size(), kWidest); ++i)
      if (!is_blank_at(line, i)) ++filled[i];
  return filled;
}

bool has_text(std::u32string_view line, std::size_t begin, std::size_t end) {
  line = line.substr(std::min(begin, line.size()), end - begin);
  return line.find_first_not_of(U" \t") != std::u32string_view::npos;
}

/// Where columns begin behind gaps of two blanks or more that all lines share, with text on both
/// sides of each in two lines of three.
std::vector<std::size_t> shared_columns(const std::vector<std::u32string>& lines) {
  const std::vector<std::size_t> filled = filled_columns(lines);
  const auto next = [&](std::size_t from, bool wanted) {
    while (from < kWidest && (filled[from] > 0) != wanted)
      ++from;
    return from;
  };
  std::size_t cell = next(0, true);  // where the column on the left begins
  std::vector<std::size_t> begins{cell};
  for (std::size_t gap = next(cell, false); gap < kWidest;) {
    const std::size_t behind = next(gap, true);
    if (behind == kWidest) break;
    const auto both = std::count_if(lines.begin(), lines.end(), [&](const std::u32string& line) {
      return has_text(line, cell, gap) && has_text(line, behind, kWidest);
    });
    if (behind >= gap + 2 && static_cast<std::size_t>(both) * 3 >= lines.size() * 2) {
      begins.push_back(behind);
      cell = behind;
    }
    gap = next(behind, false);
  }
  if (begins.size() == 1) begins.clear();
  return begins;
}

std::optional<DrawnTable> find_aligned(const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t kFewestRows = 3;
  constexpr std::size_t kMostRows = 2000;
  if (find_marker(lines[at].text) || find_label(lines[at].text)) return std::nullopt;
  std::vector<std::u32string> block;
  for (std::size_t i = at; i < lines.size() && may_be_row(lines[i]); ++i) {
    // Without a gap of its own, and not below one, a line belongs to no such table.
    if (block.size() == kMostRows) return std::nullopt;
    block.push_back(columns_of(lines[i]));
  }
  if (block.size() < kFewestRows || block[0].find(U"  ", lines[at].indent) == std::u32string::npos)
    return std::nullopt;
  const std::vector<std::size_t> begins = shared_columns(block);
  if (begins.empty()) return std::nullopt;
  std::vector<Row> rows;
  for (const std::u32string& line : block) {
    Row row = split_at_columns(line, begins);
    if (!is_filled(row)) continue;
    if (!rows.empty() && row[0].empty())
      join_row(rows.back(), row);
    else
      rows.push_back(std::move(row));
  }
  return DrawnTable{table_text(rows, false), at + block.size()};
}

}  // namespace

std::optional<DrawnTable> find_table(const std::vector<Line>& lines, std::size_t at) {
  if (!may_be_row(lines[at])) return std::nullopt;
  const std::u32string line = in_ascii(columns_of({lines[at].text, 0}));
  const bool begins_block = at == 0 || lines[at - 1].text.empty();
  if (is_border(line) || !bars_of(line).empty())
    if (auto table = find_barred(lines, at)) return table;
  if (auto table = find_ruled(lines, at)) return table;
  return begins_block ? find_aligned(lines, at) : std::nullopt;
}

}  // namespace recto::reader
