#include "tools/reader/pdf/running.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/shape.h"

namespace recto::reader::pdf {
namespace {

/// So many rows from the top and from the bottom are looked at.
constexpr std::size_t kRows = 4;

/// A running line stands in the outer part of the page, of its height.
constexpr float kOuter = 0.17F;

/// So far, in points, heights on different pages may differ.
constexpr float kSameHeight = 6;

/// Longer rows are text.
constexpr std::size_t kMostWords = 20;

enum class Edge { Top, Bottom };

struct Row {
  std::vector<std::size_t> pieces;
  Box box;
  std::string text;
  std::string key;   ///< folded, digits as "#", page number at its ends gone
  long number = -1;  ///< at one of its ends, -1 for none
};

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 6 &&
         word.find_first_not_of("ivxlc") == std::string_view::npos;
}

/// "12", "- 12 -", "Page 3 of 9", "xii", "3/9".
bool is_page_number(std::string_view folded) {
  static constexpr std::array<std::string_view, 12> kWords{
      "page", "of", "seite", "von", "p.", "pp.", "s.", "sur", "de", "página", "pagina", "/"};
  bool number = false;
  const auto words = words_of(folded);
  if (words.size() > 6) return false;
  for (std::string_view word : words) {
    const auto is_known = [&] {
      return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
    };
    if (is_known()) continue;
    while (!word.empty() &&
           std::string_view("-[]()|.·").find(word.front()) != std::string_view::npos)
      word.remove_prefix(1);
    while (!word.empty() &&
           std::string_view("-[]()|.·").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    const bool digits = !word.empty() && word.size() <= 9 &&
                        word.find_first_not_of("0123456789/-") == std::string_view::npos;
    if (!word.empty() && !digits && !is_roman(word)) return false;
    number = number || !word.empty();
  }
  return number;
}

std::string key_of(std::string_view text) {
  const std::string folded = fold_case(text);
  std::string key;
  for (const char c : folded) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit)
      key += c;
    else if (!key.ends_with('#'))
      key += '#';
  }
  std::string_view bare = key;
  const auto is_edge = [](char c) {
    return std::string_view("# -|·.").find(c) != std::string_view::npos;
  };
  while (!bare.empty() && is_edge(bare.front()))
    bare.remove_prefix(1);
  while (!bare.empty() && is_edge(bare.back()))
    bare.remove_suffix(1);
  return std::string(bare);
}

/// The number of up to four digits that begins or ends a row.
long number_of(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty()) return -1;
  for (const std::string_view word : {words.front(), words.back()})
    if (word.size() <= 4 && word.find_first_not_of("0123456789") == std::string_view::npos)
      return std::stol(std::string(word));
  return -1;
}

/// The outer rows of a page, outermost first.
std::vector<Row> outer_rows(const Sheet& sheet, Edge edge) {
  std::vector<std::size_t> order(sheet.pieces.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  const auto height = [&](std::size_t i) {
    const Box& box = sheet.pieces[i].box;
    return edge == Edge::Top ? box.middle() : -box.middle();
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return height(a) < height(b); });
  std::vector<Row> rows;
  for (const std::size_t i : order) {
    const Box& box = sheet.pieces[i].box;
    const bool outer = edge == Edge::Top ? box.top < kOuter * sheet.height
                                         : box.bottom > (1 - kOuter) * sheet.height;
    if (!outer) break;
    if (rows.empty() || !are_level(rows.back().box, box)) {
      if (rows.size() == kRows) break;
      rows.emplace_back();
      rows.back().box = box;
    }
    rows.back().pieces.push_back(i);
  }
  for (Row& row : rows) {
    std::stable_sort(row.pieces.begin(), row.pieces.end(), [&](std::size_t a, std::size_t b) {
      return sheet.pieces[a].box.left < sheet.pieces[b].box.left;
    });
    for (const std::size_t i : row.pieces)
      row.text.append(row.text.empty() ? "" : " ").append(text_of(sheet.pieces[i]));
    row.key = key_of(row.text);
    row.number = number_of(row.text);
  }
  return rows;
}

/// Pages whose outer rows show a text, and how high.
using Shown = std::map<std::string, std::vector<std::pair<std::size_t, float>>>;

class Edges {
 public:
  Edges(std::vector<Sheet>& sheets, Edge edge) : sheets_(sheets), edge_(edge) {
    for (std::size_t page = 0; page < sheets.size(); ++page) {
      rows_.push_back(outer_rows(sheets[page], edge));
      for (const Row& row : rows_.back()) {
        for (const std::string& key : keys_of(row, sheets[page]))
          shown_[key].emplace_back(page, row.box.middle());
        if (row.number >= 0) ++offsets_[row.number - static_cast<long>(page)];
      }
    }
  }

  void drop() {
    std::vector<std::size_t> depths(sheets_.size());
    for (std::size_t page = 0; page < sheets_.size(); ++page)
      depths[page] = running_rows(page);
    find_places(depths);
    for (std::size_t page = 0; page < sheets_.size(); ++page) {
      if (depths[page] == 0) depths[page] = in_place(page) ? 1 : 0;
      drop_rows(page, depths[page]);
    }
  }

 private:
  /// Of the whole row and, where a gap divides it, of its parts: a first page may show a notice
  /// beside the running head.
  static std::vector<std::string> keys_of(const Row& row, const Sheet& sheet) {
    std::vector<std::string> keys{row.key};
    for (const std::size_t i : row.pieces)
      if (row.pieces.size() > 1 && sheet.pieces[i].words.size() >= 2)
        keys.push_back(key_of(text_of(sheet.pieces[i])));
    return keys;
  }

  [[nodiscard]] bool repeats(const Row& row, std::size_t page) const {
    const std::vector<std::string> keys = keys_of(row, sheets_[page]);
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
      const auto& places = shown_.at(key);
      return !key.empty() && std::any_of(places.begin(), places.end(), [&](const auto& place) {
        return place.first != page && std::abs(place.second - row.box.middle()) < kSameHeight;
      });
    });
  }

  /// "12    On tides", the number one higher than on the page before or lower than on the next, or
  /// that of the page.
  [[nodiscard]] bool is_numbered(const Row& row, std::size_t page) const {
    if (row.pieces.size() < 2 || row.number < 0 || words_of(row.text).size() > kMostWords)
      return false;
    const auto offset = row.number - static_cast<long>(page);
    return offset == 1 || offsets_.at(offset) >= 2;
  }

  /// How many of the outer rows go: what stands outside of a running line goes with it.
  [[nodiscard]] std::size_t running_rows(std::size_t page) const {
    const std::vector<Row>& rows = rows_[page];
    std::size_t depth = 0;
    for (std::size_t i = 0; i < rows.size() && words_of(rows[i].text).size() <= kMostWords; ++i) {
      const bool outermost = depth == i;
      if (repeats(rows[i], page) ||
          (outermost && (is_numbered(rows[i], page) || is_printers_line(rows[i]) ||
                         is_page_number(fold_case(rows[i].text)))))
        depth = i + 1;
    }
    return depth;
  }

  /// What browsers print at the very edge of a page: date, title, address, "1/4".
  [[nodiscard]] bool is_printers_line(const Row& row) const {
    const bool address = row.text.find("://") != std::string::npos;
    const auto words = words_of(row.text);
    return edge_ == Edge::Bottom && address && words.size() <= 3 && words.size() >= 2 &&
           is_page_number(words.back());
  }

  /// Heights where a third of the pages has a running line outermost.
  void find_places(const std::vector<std::size_t>& depths) {
    std::map<int, std::size_t> places;
    for (std::size_t page = 0; page < sheets_.size(); ++page)
      if (depths[page] > 0) ++places[rounded(rows_[page].front().box.middle())];
    for (const auto& [place, count] : places)
      if (count >= 3 && count * 3 >= sheets_.size()) places_.insert(place);
  }

  /// A chapter of one page has a head that no other page shows.
  [[nodiscard]] bool in_place(std::size_t page) const {
    const std::vector<Row>& rows = rows_[page];
    if (rows.size() < 2 || !places_.contains(rounded(rows[0].box.middle()))) return false;
    const float gap = std::abs(rows[1].box.middle() - rows[0].box.middle());
    return gap > 1.6F * rows[0].box.height() && words_of(rows[0].text).size() <= kMostWords;
  }

  static int rounded(float height) { return static_cast<int>(std::lround(height / 3)); }

  void drop_rows(std::size_t page, std::size_t depth) {
    std::set<std::size_t> gone;
    for (std::size_t i = 0; i < depth; ++i)
      gone.insert(rows_[page][i].pieces.begin(), rows_[page][i].pieces.end());
    std::vector<Line> kept;
    for (std::size_t i = 0; i < sheets_[page].pieces.size(); ++i)
      if (!gone.contains(i)) kept.push_back(std::move(sheets_[page].pieces[i]));
    sheets_[page].pieces = std::move(kept);
  }

  std::vector<Sheet>& sheets_;
  Edge edge_;
  std::vector<std::vector<Row>> rows_;
  Shown shown_;
  std::set<int> places_;
  std::map<long, std::size_t> offsets_;  ///< page number shown − index of the page → pages
};

}  // namespace

void drop_running_lines(std::vector<Sheet>& sheets) {
  for (const Edge edge : {Edge::Top, Edge::Bottom})
    Edges(sheets, edge).drop();
}

}  // namespace recto::reader::pdf
