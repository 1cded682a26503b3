#include "tools/reader/pdf/tables.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "tools/reader/markers.h"
#include "tools/reader/pdf/captions.h"

namespace recto::reader::pdf {
namespace {

/// In type sizes: blanks of justified lines may be wide, those of lines that end early are not.
constexpr float kWideGap = 0.95F;
constexpr float kGap = 0.55F;

struct Cell {
  float left = 0;
  float right = 0;
  std::string text;
};

using Cells = std::vector<Cell>;

/// A list's or heading's number and the text behind it are no cells.
void join_marker(Cells& cells) {
  if (cells.size() < 2) return;
  const std::string text = cells[0].text + " " + cells[1].text;
  const auto marker = find_marker(text);
  const bool number = !cells[0].text.empty() &&
                      cells[0].text.find_first_not_of("0123456789.") == std::string::npos &&
                      cells.size() == 2 && cells[0].text.size() <= 6;
  if ((!marker || marker->length != cells[0].text.size() + 1) && !number) return;
  cells[1].text = text;
  cells[1].left = cells[0].left;
  cells.erase(cells.begin());
}

Cells cells_of(const Line& line, float gap) {
  Cells cells;
  std::vector<std::size_t> begins = find_cells(line, gap);
  begins.push_back(line.words.size());
  for (std::size_t i = 0; i + 1 < begins.size(); ++i)
    cells.push_back({line.words[begins[i]].box.left, line.words[begins[i + 1] - 1].box.right,
                     text_of(line, begins[i], begins[i + 1])});
  join_marker(cells);
  return cells;
}

/// Columns of a table: where cells of rows with the usual number of cells stand.
std::vector<Cell> find_places(const std::vector<Cells>& rows) {
  std::map<std::size_t, std::size_t> counts;
  for (const Cells& row : rows)
    if (row.size() > 1) ++counts[row.size()];
  if (counts.empty()) return {};
  const std::size_t usual = std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) {
                              return a.second < b.second;
                            })->first;
  std::vector<Cell> places;
  for (const Cells& row : rows) {
    if (row.size() != usual) continue;
    if (places.empty()) places = row;
    for (std::size_t i = 0; i < usual; ++i) {
      places[i].left = std::min(places[i].left, row[i].left);
      places[i].right = std::max(places[i].right, row[i].right);
    }
  }
  // Where they overlap, rows are not of one table.
  for (std::size_t i = 1; i < places.size(); ++i)
    if (places[i].left < places[i - 1].right) return {};
  return places;
}

std::size_t place_of(const Cell& cell, const std::vector<Cell>& places) {
  std::size_t best = 0;
  float most = -1e9F;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const float shared =
        std::min(cell.right, places[i].right) - std::max(cell.left, places[i].left);
    if (shared > most) {
      most = shared;
      best = i;
    }
  }
  return best;
}

void append_cell(std::string& text, std::string_view more) {
  text.append(text.empty() ? "" : " ").append(more);
}

std::string text_of_rows(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i)
      line.append(i == 0 ? "" : "\t").append(row[i]);
    text.append(text.empty() ? "" : "\n").append(line);
  }
  return text;
}

class Finder {
 public:
  Finder(const Column& column, const Typography& typography)
      : column_(column), typography_(typography) {
    for (std::size_t i = 0; i < column.lines.size(); ++i) {
      const Line& line = column.lines[i];
      cells_.push_back(line.style.mono ? Cells{{}} : cells_of(line, is_full(i) ? kWideGap : kGap));
    }
  }

  std::vector<Table> find() const {
    std::vector<Table> tables;
    for (std::size_t i = 0; i < cells_.size();) {
      const std::size_t end = end_of_run(i);
      const std::vector<Cells> rows(cells_.begin() + static_cast<std::ptrdiff_t>(i),
                                    cells_.begin() + static_cast<std::ptrdiff_t>(end));
      const auto places = count_rows(rows) >= 3 ? find_places(rows) : std::vector<Cell>{};
      if (!places.empty()) tables.push_back(make(i, end, places));
      i = std::max(end, i + 1);
    }
    return tables;
  }

 private:
  static std::size_t count_rows(const std::vector<Cells>& rows) {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const Cells& row) { return row.size() > 1; }));
  }

  [[nodiscard]] bool is_close(std::size_t i) const {
    const Line& line = column_.lines[i];
    return line.base - column_.lines[i - 1].base < 2.2F * typography_.leading(line.size);
  }

  /// Rows with two cells or more; between them lines of one cell that is not text of full width.
  [[nodiscard]] std::size_t end_of_run(std::size_t at) const {
    std::size_t end = at;
    std::size_t single = 0;
    for (std::size_t i = at; i < cells_.size() && (i == at || is_close(i)); ++i) {
      if (cells_[i].size() > 1) {
        single = 0;
        end = i + 1;
      } else if (end == at || ++single > 3 || is_full(i) ||
                 begins_caption(cells_[i].front().text)) {
        break;
      }
    }
    return end;
  }

  [[nodiscard]] bool is_full(std::size_t i) const {
    return column_.lines[i].box.width() > 0.7F * column_.box.width();
  }

  /// Below a row, closely, and with nothing in the first column: the row goes on.
  [[nodiscard]] bool continues_row(std::size_t i, const std::vector<Cell>& places) const {
    const Line& line = column_.lines[i];
    const bool close =
        line.base - column_.lines[i - 1].base < 1.15F * typography_.leading(line.size);
    return close && cells_[i].size() < places.size() && place_of(cells_[i].front(), places) > 0;
  }

  [[nodiscard]] Table make(std::size_t begin, std::size_t end,
                           const std::vector<Cell>& places) const {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = begin; i < end; ++i) {
      if (i == begin || !continues_row(i, places)) rows.emplace_back(places.size());
      for (const Cell& cell : cells_[i])
        append_cell(rows.back()[place_of(cell, places)], cell.text);
    }
    return {begin, end, text_of_rows(rows)};
  }

  const Column& column_;
  const Typography& typography_;
  std::vector<Cells> cells_;
};

}  // namespace

std::vector<Table> find_tables(const Column& column, const Typography& typography) {
  return Finder(column, typography).find();
}

}  // namespace recto::reader::pdf
