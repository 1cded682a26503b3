#include "tools/reader/pdf/outline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "content/base/fold.h"
#include "tools/reader/pdf/letters.h"
#include "tools/reader/shape.h"

namespace recto::reader::pdf {
namespace {

using Kind = Group::Kind;

/// So many words a label in a figure has at most.
constexpr std::size_t kMostLabelWords = 8;

bool has_letters(const Group& group) {
  std::size_t letters = 0;
  std::size_t others = 0;
  for (const std::string_view word : words_of(group.text))
    if (word.find_first_of("0123456789") == std::string_view::npos)
      count_letters(word, letters, others);
  return letters >= 2;
}

bool is_label(const Group& group, float body) {
  if (group.kind != Kind::Text && group.kind != Kind::Heading && group.kind != Kind::Item &&
      group.kind != Kind::Table)
    return false;
  const bool small = group.size < 0.95F * body;
  const std::size_t words = words_of(group.text).size();
  if (group.kind == Kind::Table) return small && !has_letters(group);
  return small ? words <= kMostLabelWords || !ends_sentence(group.text)
               : group.kind == Kind::Text && words <= 3 && !ends_sentence(group.text);
}

bool is_float(const Group& group) {
  return group.kind == Kind::Caption || group.kind == Kind::Table;
}

bool is_running_text(const Group& group) {
  return group.kind == Kind::Text || group.kind == Kind::Item;
}

bool goes_on(const Group& before, const Group& next, bool apart, const Typography& typography) {
  if (next.kind != Kind::Text || !is_same_size(before.size, next.size)) return false;
  if (before.style.bold != next.style.bold) return false;
  if (ends_in_hyphen(before.text)) return true;
  if (last_letter(before.text) == U':') return false;
  const bool indented = next.indented && typography.indents() && before.kind == Kind::Text;
  if (!ends_sentence(before.text))
    return begins_lower(next.text) || last_letter(before.text) == U',' ||
           (apart && before.full && !indented && before.lines > 1);
  return apart && typography.indents() && before.kind == Kind::Text && before.full && !indented &&
         before.lines > 1 && before.page <= next.page;
}

/// "2" and "2." are of depth 1, "2.1" of depth 2, "IV." 1, "A." behind Roman ones 2; 0 for none.
int depth_of(std::string_view text, bool roman_above) {
  const std::size_t end = text.find(' ');
  if (end == std::string_view::npos) return 0;
  std::string_view number = text.substr(0, end);
  const bool stop = number.ends_with('.') || number.ends_with(')');
  if (stop) number.remove_suffix(1);
  if (number.empty()) return 0;
  if (number.find_first_not_of("0123456789.") == std::string_view::npos && number.size() <= 9)
    return number.size() == 4 && !stop && number.find('.') == std::string_view::npos
               ? 0
               : static_cast<int>(std::count(number.begin(), number.end(), '.')) + 1;
  if (stop && number.find_first_not_of("IVX") == std::string_view::npos) return 1;
  if (stop && number.size() == 1 && number[0] >= 'A' && number[0] <= 'Z')
    return roman_above ? 2 : 1;
  return 0;
}

/// Looks of headings, the larger ones first, bold before plain, capitals before italics.
struct Look {
  int size = 0;
  int weight = 0;

  auto operator<=>(const Look&) const = default;
};

Look look_of(const Group& group) {
  const int weight =
      (group.style.bold ? 4 : 0) + (is_all_caps(group.text) ? 2 : 0) + (group.style.italic ? 0 : 1);
  return {static_cast<int>(std::lround(group.size * 2)), weight};
}

class Levels {
 public:
  explicit Levels(const std::vector<Group>& groups) {
    for (const Group& group : groups) {
      if (group.kind != Kind::Heading) continue;
      ++looks_[look_of(group)];
      if (depth_of(group.text, true) == 1 && group.text.find_first_of("IVX") == 0) roman_ = true;
    }
    // A look that comes once is no level of its own.
    int level = 1;
    std::for_each(looks_.rbegin(), looks_.rend(), [&](auto& look) {
      if (look.second > 1 || level == 1) ++level;
      look.second = std::min(level, 6);
    });
    for (const Group& group : groups)
      if (group.kind == Kind::Heading)
        if (const int depth = depth_of(group.text, roman_); depth > 0)
          numbered_.try_emplace(look_of(group), std::min(1 + depth, 6));
  }

  /// By the number; else as numbered headings of the same look; else by the look, above numbered
  /// headings that look smaller and below those that look larger.
  [[nodiscard]] int of(const Group& group) const {
    if (const int depth = depth_of(group.text, roman_); depth > 0) return std::min(1 + depth, 6);
    const Look look = look_of(group);
    if (const auto same = numbered_.find(look); same != numbered_.end()) return same->second;
    int level = looks_.at(look);
    for (const auto& [other, other_level] : numbered_)
      if (look < other) level = std::max(level, std::min(other_level + 1, 6));
    for (const auto& [other, other_level] : numbered_)
      if (other < look) level = std::min(level, std::max(other_level - 1, 2));
    return level;
  }

 private:
  std::map<Look, int> looks_;
  std::map<Look, int> numbered_;
  bool roman_ = false;
};

bool names_contents(const Group& group) {
  static constexpr std::array<std::string_view, 9> kNames{
      "contents",      "table of contents",  "inhalt", "inhaltsverzeichnis",
      "sommaire",      "table des matières", "índice", "contenido",
      "brief contents"};
  return std::find(kNames.begin(), kNames.end(), fold_case(group.text)) != kNames.end();
}

/// "Introduction 3", "Preface ix", and a table of such rows.
bool is_entry(const Group& group) {
  if (group.kind == Kind::Contents) return true;
  if (group.kind == Kind::Caption || group.kind == Kind::Code) return false;
  const auto words = words_of(group.text);
  return words.size() >= 2 && !ends_sentence(group.text) &&
         (words.back().find_first_not_of("0123456789") == std::string_view::npos ||
          words.back().find_first_not_of("ivxlc") == std::string_view::npos);
}

BlockType type_of(Kind kind) {
  switch (kind) {
    case Kind::Heading: return BlockType::Heading;
    case Kind::Item: return BlockType::List;
    case Kind::Code:
    case Kind::Formula: return BlockType::Code;
    case Kind::Table: return BlockType::Table;
    case Kind::Caption: return BlockType::Caption;
    case Kind::Contents:
    case Kind::Text: break;
  }
  return BlockType::Paragraph;
}

}  // namespace

void drop_figure_text(std::vector<Group>& groups, float body) {
  std::vector<Group> kept;
  for (Group& group : groups) {
    if (group.kind == Kind::Caption && group.text.find("able") == std::string::npos)
      while (!kept.empty() && kept.back().page == group.page && is_label(kept.back(), body))
        kept.pop_back();
    const bool bare = group.kind == Kind::Text && !has_letters(group);
    if (!bare && !group.text.empty()) kept.push_back(std::move(group));
  }
  groups = std::move(kept);
}

void drop_contents(std::vector<Group>& groups) {
  std::vector<Group> kept;
  bool inside = false;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool dotted = groups[i].kind == Kind::Contents;
    const bool opens =
        names_contents(groups[i]) && i + 1 < groups.size() && is_entry(groups[i + 1]);
    inside = dotted || opens || (inside && is_entry(groups[i]));
    // An entry of a chapter, without dots, above those of its sections.
    while (dotted && !kept.empty() && kept.back().kind != Kind::Text && is_entry(kept.back()))
      kept.pop_back();
    if (!inside) kept.push_back(std::move(groups[i]));
  }
  groups = std::move(kept);
}

void join_formulas(std::vector<Group>& groups) {
  std::vector<Group> kept;
  for (Group& group : groups) {
    const bool goes_on = group.kind == Kind::Formula && !kept.empty() &&
                         kept.back().kind == Kind::Formula && kept.back().page == group.page;
    if (goes_on)
      kept.back().text.append("\n").append(group.text);
    else
      kept.push_back(std::move(group));
  }
  groups = std::move(kept);
}

void find_drawn_items(std::vector<Group>& groups) {
  const auto is_inset = [&](std::size_t i) {
    return i < groups.size() && groups[i].kind == Kind::Text && groups[i].inset &&
           !groups[i].centred && !begins_lower(groups[i].text);
  };
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::size_t end = i;
    while (is_inset(end) && (end == i || (!groups[end].gap_above &&
                                          std::abs(groups[end].box.left - groups[i].box.left) < 2)))
      ++end;
    if (end < i + 2) continue;
    for (; i < end; ++i)
      groups[i].kind = Kind::Item;
    --i;
  }
}

void join_continued(std::vector<Group>& groups, const Typography& typography,
                    const Hyphens& hyphens) {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  std::vector<Group> kept;
  std::size_t open = kNone;  // the last running text, when only floats stand below it
  for (Group& group : groups) {
    if (open != kNone && group.kind == Kind::Text) {
      Group& before = kept[open];
      const bool apart =
          open + 1 < kept.size() || group.page != before.page || group.box.top < before.box.bottom;
      if (goes_on(before, group, apart, typography)) {
        append_line(before.text, group.text, hyphens);
        before.full = group.full;
        before.page = group.page;
        before.lines += group.lines;
        before.box = group.box;
        continue;
      }
    }
    const bool waits = open != kNone && !ends_sentence(kept[open].text);
    const bool label = waits && is_label(group, typography.body());
    if (is_running_text(group) && !label)
      open = kept.size();
    else if (!is_float(group) && !label && !(waits && ends_in_hyphen(kept[open].text)))
      open = kNone;
    kept.push_back(std::move(group));
  }
  groups = std::move(kept);
}

std::vector<Piece> make_pieces(std::vector<Group> groups) {
  const Levels levels(groups);
  std::vector<Piece> pieces;
  int list = 0;
  bool bullets = false;
  for (Group& group : groups) {
    Piece piece;
    piece.block.type = type_of(group.kind);
    piece.single = group.lines == 1;
    piece.strong = group.style.bold && group.kind == Kind::Text;
    if (group.kind == Kind::Heading) {
      piece.marked = true;
      piece.block.level = levels.of(group);
    }
    if (const auto marker = find_item(group.text); group.kind == Kind::Item && marker) {
      const bool goes_on = !pieces.empty() && pieces.back().block.type == BlockType::List &&
                           bullets == marker->number.empty();
      list += goes_on ? 0 : 1;
      bullets = marker->number.empty();
      piece.list = list;
      piece.number = marker->number;
      piece.mark = marker->mark;
      group.text.erase(0, marker->length);
    }
    piece.block.text = std::move(group.text);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace recto::reader::pdf
