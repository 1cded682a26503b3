#include "tools/reader/text/pages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Pages with fewer lines are none.
constexpr std::size_t kShortestPage = 10;
constexpr std::size_t kFewestPages = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> page_number(std::string_view digits) {
  constexpr std::size_t kMostDigits = 4;
  int value = 0;
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(value)
                                                                      : std::nullopt;
}

/// The number that a line shows alone, behind "Page", or at one end with a wide gap before the
/// rest: "Lind            [Page 12]", "12     The Reed".
std::optional<int> number_of_page(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  constexpr std::string_view kSigns = "-[]()|. ";
  if (line.size() > kLongest) return std::nullopt;
  const std::size_t gap = line.rfind("   ");
  if (gap != std::string_view::npos) {
    if (const auto first = page_number(line.substr(0, line.find(' ')))) return first;
    line = trimmed(line.substr(gap));
  }
  line.remove_prefix(std::min(line.find_first_not_of(kSigns), line.size()));
  line = line.substr(0, line.find_last_not_of(kSigns) + 1);
  std::string folded = fold_case(line);
  for (const std::string_view word : {"page ", "seite ", "p. "})
    if (folded.starts_with(word)) folded.erase(0, word.size());
  // "3 of 10", "3/10"
  const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
  const std::string_view rest = std::string_view(folded).substr(digits);
  const bool of_all = rest.starts_with(" of ") || rest.starts_with(" / ") || rest.starts_with("/");
  if (!rest.empty() && (!of_all || !is_digit(rest.back()))) return std::nullopt;
  return page_number(folded.substr(0, digits));
}

/// Lines with page numbers that count up, one a page: the longest such row.
std::vector<std::size_t> numbered_lines(const std::vector<Line>& lines) {
  struct Link {
    std::size_t line = 0;
    std::size_t length = 1;
    std::optional<std::size_t> before;  ///< place in `links`
  };
  std::vector<Link> links;
  std::unordered_map<int, std::size_t> last;  // number → place of its last link
  std::optional<std::size_t> best;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto number = lines[at].text.empty() ? std::nullopt : number_of_page(lines[at].text);
    if (!number) continue;
    Link link{at, 1, std::nullopt};
    if (const auto before = last.find(*number - 1);
        before != last.end() && at - links[before->second].line >= kShortestPage)
      link = {at, links[before->second].length + 1, before->second};
    // A number that stands in the text does not break the row.
    const auto same = last.find(*number);
    if (same == last.end() || links[same->second].length <= link.length)
      last[*number] = links.size();
    if (!best || links[*best].length < link.length) best = links.size();
    links.push_back(link);
  }
  std::vector<std::size_t> row;
  for (; best; best = links[*best].before)
    row.push_back(links[*best].line);
  std::reverse(row.begin(), row.end());
  if (row.size() < kFewestPages) row.clear();
  return row;
}

/// The same for the heads of all pages.
std::string head_of(std::string_view line) {
  std::string head = one_line(line);
  std::erase_if(head, is_digit);
  return head;
}

/// Lines with text next to `at`, above and below, where heads may stand.
std::vector<std::size_t> neighbours(const std::vector<Line>& lines, std::size_t at) {
  constexpr std::size_t kReach = 6;
  constexpr std::size_t kMost = 2;
  std::vector<std::size_t> found;
  for (std::size_t i = at; i > 0 && at - i < kReach && found.size() < kMost; --i)
    if (!lines[i - 1].text.empty()) found.push_back(i - 1);
  const std::size_t above = found.size();
  for (std::size_t i = at + 1; i < std::min(lines.size(), at + kReach + 1); ++i)
    if (!lines[i].text.empty() && found.size() < above + kMost) found.push_back(i);
  return found;
}

std::vector<bool> page_furniture(const std::vector<Line>& lines,
                                 const std::vector<std::size_t>& numbered) {
  std::vector<bool> drop(lines.size());
  std::unordered_map<std::string, std::size_t> heads;
  for (const std::size_t at : numbered) {
    drop[at] = true;
    for (const std::size_t beside : neighbours(lines, at))
      ++heads[head_of(lines[beside].text)];
  }
  const std::size_t enough = std::max(kFewestPages - 1, numbered.size() / 3);
  for (const std::size_t at : numbered)
    for (const std::size_t beside : neighbours(lines, at))
      if (heads[head_of(lines[beside].text)] >= enough) drop[beside] = true;
  return drop;
}

bool goes_on(const Line& above, const Line& below) {
  constexpr std::size_t kLongLine = 40;
  return above.text.size() >= kLongLine && !ends_sentence(above.text) &&
         last_letter(above.text) != U':' && below.indent <= above.indent + 1;
}

/// "Introduction ........ 3", "2.1 Reed . . . . . 12".
bool has_leaders(std::string_view line) {
  const std::size_t dots = std::min(line.find("...."), line.find(". . ."));
  if (dots == std::string_view::npos || dots == 0) return false;
  const std::size_t end = line.find_first_not_of(" .", dots);
  if (end == std::string_view::npos) return false;
  const std::string_view page = line.substr(end);
  return page.size() <= 6 &&
         page.find_first_not_of("0123456789ivxlcIVXLC-") == std::string_view::npos;
}

bool names_contents(std::string_view line) {
  const std::string folded = fold_case(line);
  static constexpr std::array<std::string_view, 9> kNames{
      "contents", "table of contents",  "contents:",
      "inhalt",   "inhaltsverzeichnis", "table of contents:",
      "sommaire", "table des matières", "contenido"};
  return std::find(kNames.begin(), kNames.end(), folded) != kNames.end();
}

/// Takes the line that names the contents, and the rules around it, above line `at`.
void drop_name(const std::vector<Line>& lines, std::vector<bool>& drop, std::size_t at) {
  constexpr std::size_t kReach = 4;
  for (std::size_t i = at; i > 0 && at - i < kReach; --i) {
    if (!names_contents(lines[i - 1].text)) continue;
    std::fill(drop.begin() + static_cast<std::ptrdiff_t>(i - 1),
              drop.begin() + static_cast<std::ptrdiff_t>(at), true);
    return;
  }
}

/// Behind the last line of the block at `at` whose lines nearly all come back below it.
std::size_t end_of_contents(const std::vector<Line>& lines, std::size_t at,
                            const std::unordered_map<std::string_view, std::size_t>& last) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kMost = 5000;
  std::size_t entries = 0;
  std::size_t misses = 0;
  std::size_t end = at;
  for (std::size_t i = at; i < std::min(lines.size(), at + kMost); ++i) {
    if (lines[i].text.empty()) continue;
    if (last.at(lines[i].text) > i) {
      ++entries;
      end = i + 1;
    } else if (++misses * 5 > entries + 4) {
      break;
    }
  }
  // What comes back must do so below the block.
  const auto comes_back = static_cast<std::size_t>(std::count_if(
      lines.begin() + static_cast<std::ptrdiff_t>(at),
      lines.begin() + static_cast<std::ptrdiff_t>(end),
      [&](const Line& line) { return !line.text.empty() && last.at(line.text) >= end; }));
  return comes_back >= kFewest && comes_back * 5 >= entries * 4 ? end : at;
}

void erase(std::vector<Line>& lines, const std::vector<bool>& drop) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < lines.size(); ++at)
    if (!drop[at]) lines[kept++] = lines[at];
  lines.resize(kept);
}

}  // namespace

void drop_page_breaks(std::vector<Line>& lines) {
  const std::vector<std::size_t> numbered = numbered_lines(lines);
  if (numbered.empty()) return;
  std::vector<bool> drop = page_furniture(lines, numbered);
  const auto is_gone = [&](std::size_t at) { return drop[at] || lines[at].text.empty(); };
  constexpr std::size_t kReach = 20;
  for (const std::size_t at : numbered) {
    std::size_t above = at;
    while (above > 0 && at - above < kReach && is_gone(above))
      --above;
    std::size_t below = at;
    while (below + 1 < lines.size() && below - at < kReach && is_gone(below))
      ++below;
    if (!is_gone(above) && !is_gone(below) && goes_on(lines[above], lines[below]))
      std::fill(drop.begin() + static_cast<std::ptrdiff_t>(above + 1),
                drop.begin() + static_cast<std::ptrdiff_t>(below), true);
  }
  erase(lines, drop);
}

void drop_contents(std::vector<Line>& lines) {
  std::unordered_map<std::string_view, std::size_t> last;  // text → its last line
  std::vector<bool> drop(lines.size());
  std::size_t leaders = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    last[lines[at].text] = at;
    drop[at] = has_leaders(lines[at].text);
    if (drop[at] && ++leaders == 1) drop_name(lines, drop, at);
  }
  if (leaders == 1) std::fill(drop.begin(), drop.end(), false);
  // Without a name: numbered lines near the top.
  const auto is_entry = [&](const Line& line) {
    const auto marker = find_marker(line.text);
    return marker && !marker->number.empty() && last.at(line.text) > lines.size() / 4;
  };
  const auto head_end = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 4);
  const auto entry = std::find_if(lines.begin(), head_end, is_entry);
  if (entry != head_end) {
    const auto begin = static_cast<std::size_t>(entry - lines.begin());
    const std::size_t end = end_of_contents(lines, begin, last);
    std::fill(drop.begin() + static_cast<std::ptrdiff_t>(begin),
              drop.begin() + static_cast<std::ptrdiff_t>(end), true);
  }
  int names = 2;  // a book and its second volume
  for (std::size_t at = 0; at < lines.size() && names > 0; ++at) {
    if (!names_contents(lines[at].text)) continue;
    --names;
    std::size_t begin = next_text(lines, at + 1);
    if (begin < lines.size() && is_rule(lines[begin].text)) begin = next_text(lines, begin + 1);
    const std::size_t end = end_of_contents(lines, begin, last);
    if (end <= begin) continue;
    std::fill(drop.begin() + static_cast<std::ptrdiff_t>(at),
              drop.begin() + static_cast<std::ptrdiff_t>(end), true);
    at = end - 1;
  }
  erase(lines, drop);
}

}  // namespace recto::reader
