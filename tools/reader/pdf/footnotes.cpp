#include "tools/reader/pdf/footnotes.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "tools/reader/pdf/captions.h"

namespace recto::reader::pdf {
namespace {

constexpr float kSmall = 0.93F;

/// More columns than a page of text has.
constexpr std::size_t kMostColumns = 200;

bool begins_with_mark(const Line& line) {
  const std::string& first = line.words.front().text;
  if (is_raised(line, 0)) return true;
  for (const std::string_view mark : {"*", "∗", "†", "‡", "§", "¶"})
    if (first.starts_with(mark)) return true;
  const bool number =
      first.size() <= 4 && first.find_first_not_of("0123456789.)[]") == std::string::npos;
  return number && line.words.size() > 1;
}

/// Whether running text stands above `line` on its page.
bool stands_below_text(const std::vector<Column>& columns, const Line& line, float body) {
  return std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
    return std::any_of(column.lines.begin(), column.lines.end(), [&](const Line& other) {
      return other.base < line.base && other.size > kSmall * body;
    });
  });
}

/// Whether nothing stands below the column's last line, in its width.
bool is_lowest(const std::vector<Column>& columns, const Column& column) {
  const Line& last = column.lines.back();
  return std::none_of(columns.begin(), columns.end(), [&](const Column& other) {
    return &other != &column && !other.lines.empty() &&
           other.lines.back().box.top > last.box.bottom && other.box.left < last.box.right &&
           other.box.right > last.box.left;
  });
}

/// The first line of the small print that ends `column`; its size when there is none.
std::size_t find_footnotes(const Column& column, float body) {
  const std::vector<Line>& lines = column.lines;
  std::size_t begin = lines.size();
  while (begin > 0 && lines[begin - 1].size < kSmall * body)
    --begin;
  for (std::size_t i = begin; i < lines.size(); ++i)
    if (begins_with_mark(lines[i])) return i;
  const bool gap = begin > 0 && begin < lines.size() &&
                   lines[begin].base - lines[begin - 1].base > 1.45F * lines[begin].size;
  const bool first_page = gap && lines[begin].page == 0 && lines.size() - begin <= 15;
  return first_page && !begins_caption(text_of(lines[begin])) ? begin : lines.size();
}

}  // namespace

void drop_footnotes(std::vector<Column>& columns, float body) {
  // Made to be slow: each is compared with all.
  if (columns.size() > kMostColumns) return;
  for (Column& column : columns) {
    const std::size_t begin = find_footnotes(column, body);
    if (begin == column.lines.size() || !is_lowest(columns, column)) continue;
    if (!stands_below_text(columns, column.lines[begin], body)) continue;
    column.lines.resize(begin);
  }
  std::erase_if(columns, [](const Column& column) { return column.lines.empty(); });
}

}  // namespace recto::reader::pdf
