#include "tools/reader/pdf/groups.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/metadata.h"
#include "tools/reader/pdf/captions.h"
#include "tools/reader/pdf/letters.h"
#include "tools/reader/pdf/tables.h"
#include "tools/reader/shape.h"

namespace recto::reader::pdf {
namespace {

/// In distances of lines: more is the gap above a paragraph.
constexpr float kGap = 1.22F;

constexpr std::size_t kMostHeadingWords = 24;
constexpr std::size_t kMostHeadingLines = 4;

/// "Introduction . . . . . 3"
bool has_dot_leader(std::string_view text) {
  std::size_t dots = 0;
  std::size_t longest = 0;
  for (const char c : text) {
    if (c == '.')
      longest = std::max(longest, ++dots);
    else if (c != ' ')
      dots = 0;
  }
  return longest >= 5;
}

/// Signs of formulas and hardly a word: "x = a + b (3)".
bool is_formula(const Line& line) {
  std::size_t signs = 0;
  std::size_t words = 0;
  for (const Word& word : line.words) {
    if (word.text == "•") continue;
    std::size_t letters = 0;
    std::size_t others = 0;
    count_letters(word.text, letters, others);
    if (word.style.math || is_math_sign(word.text))
      ++signs;
    else if (letters >= 4 && others <= 1 &&
             word.text.find_first_of("0123456789") == std::string::npos)
      ++words;
  }
  return signs > 0 && words <= 1 && signs >= words * 3;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

bool names_abstract(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kNames{
      "abstract", "zusammenfassung", "résumé", "resumen", "summary", "riassunto"};
  std::string folded = fold_case(text.substr(0, 40));
  while (folded.ends_with('.') || folded.ends_with(':'))
    folded.pop_back();
  return std::find(kNames.begin(), kNames.end(), folded) != kNames.end();
}

/// Three words or more, as the smallest table has them.
bool has_words(std::string_view text) {
  std::size_t words = 0;
  for (const std::string_view word : words_of(text)) {
    std::size_t letters = 0;
    std::size_t others = 0;
    count_letters(word, letters, others);
    words += letters >= 4 && others == 0 ? 1U : 0U;
  }
  return words >= 3;
}

class Grouper {
 public:
  Grouper(const Column& column, const Typography& typography, const Hyphens& hyphens)
      : column_(column), typography_(typography), hyphens_(hyphens) {
    for (const Line& line : column.lines)
      texts_.push_back(text_of(line));
  }

  std::vector<Group> find() {
    const std::vector<Table> tables = find_tables(column_, typography_);
    std::size_t at = 0;
    for (const Table& table : tables) {
      group_lines(at, table.begin);
      add_table(table);
      at = table.end;
    }
    group_lines(at, column_.lines.size());
    return std::move(groups_);
  }

 private:
  [[nodiscard]] const Line& line(std::size_t i) const { return column_.lines[i]; }

  void group_lines(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      if (texts_[at].empty()) {
        ++at;
        continue;
      }
      const bool dotted = has_dot_leader(texts_[at]);
      std::size_t next = at + 1;
      while (next < end && !texts_[next].empty() && has_dot_leader(texts_[next]) == dotted &&
             (dotted || !breaks(at, next)))
        ++next;
      add_group(at, next);
      at = next;
    }
  }

  /// Whether a group that began at line `first` ends before line `i`.
  [[nodiscard]] bool breaks(std::size_t first, std::size_t i) const {
    const Line& line = column_.lines[i];
    const Line& above = column_.lines[i - 1];
    if (!is_same_size(line.size, above.size) || is_far(i)) return true;
    if (line.style.mono != above.style.mono && !stays_text(first, i)) return true;
    if (is_formula(line) != is_formula(above)) return true;
    if ((line.style.mono && column_.lines[first].style.mono) || is_formula(line)) return false;
    if (line.style.bold != above.style.bold && changes_style(first, i)) return true;
    if (begins_item(first, i)) return true;
    if (stands_alone(i) || stands_alone(i - 1)) return true;
    if (are_centred(first, i)) return false;
    return begins_paragraph(first, i);
  }

  /// A line of a paragraph may hold nothing but a name in typewriter.
  [[nodiscard]] bool stays_text(std::size_t first, std::size_t i) const {
    if (!line(i).style.mono) return !line(first).style.mono;
    const float step = std::abs(line(i).box.left - line(i - 1).box.left);
    return is_filled(i - 1, i) && !ends_sentence(texts_[i - 1]) &&
           last_letter(texts_[i - 1]) != U':' && step < 0.7F * line(i).size;
  }

  /// A date or byline below a title.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    return line(i).page == 0 && texts_[i].size() < 60 && !is_full(i) &&
           is_byline_or_date(texts_[i]);
  }

  [[nodiscard]] bool is_far(std::size_t i) const {
    const float distance = line(i).base - line(i - 1).base;
    return distance > kGap * typography_.leading(line(i).size) || distance < 0;
  }

  /// A bold line ends; in a paragraph whose first words alone are bold nothing does.
  [[nodiscard]] bool changes_style(std::size_t first, std::size_t i) const {
    if (line(i).style.bold) return ends_sentence(texts_[i - 1]) || !is_filled(i - 1, i);
    const bool all_bold = line(first).style.bold;
    return all_bold;
  }

  [[nodiscard]] bool begins_item(std::size_t first, std::size_t i) const {
    const auto marker = find_item(texts_[i]);
    if (!marker) return false;
    if (marker->number.empty() && !texts_[i].starts_with("-") && !texts_[i].starts_with("–") &&
        !texts_[i].starts_with("+") && !texts_[i].starts_with("*"))
      return true;
    const bool hangs = line(i).box.left < line(i - 1).box.left - 0.5F * line(i).size;
    const bool same_item = find_item(texts_[first]) && i == first + 1 &&
                           std::abs(line(i).box.left - line(first).box.left) < line(i).size;
    return hangs || same_item || ends_sentence(texts_[i - 1]) ||
           last_letter(texts_[i - 1]) == U':' || !is_filled(i - 1, i);
  }

  [[nodiscard]] bool is_centred(std::size_t i) const {
    const float left = line(i).box.left - column_.box.left;
    const float right = column_.box.right - line(i).box.right;
    return left > line(i).size && right > line(i).size &&
           std::abs(left - right) < 0.8F * line(i).size + 0.06F * column_.box.width();
  }

  [[nodiscard]] bool are_centred(std::size_t first, std::size_t i) const {
    if (!is_centred(i - 1) && i != first + 1) return false;
    const float middle = line(i).box.left + line(i).box.right;
    const float above = line(i - 1).box.left + line(i - 1).box.right;
    return std::abs(middle - above) < 2 * line(i).size && is_centred(i) &&
           std::abs(line(i).box.left - line(i - 1).box.left) > 0.5F * line(i).size;
  }

  /// The margin near line `i`: text that flows around a picture is narrower.
  [[nodiscard]] float margin_near(std::size_t i) const {
    float margin = 0;
    for (std::size_t k = i < 3 ? 0 : i - 3; k < std::min(i + 4, column_.lines.size()); ++k)
      margin = std::max(margin, line(k).box.right);
    return margin;
  }

  /// Whether the first word of line `next` would not have had room on line `i`.
  [[nodiscard]] bool is_filled(std::size_t i, std::size_t next) const {
    const Word& word = line(next).words.front();
    return line(i).box.right + 0.25F * line(i).size + word.box.width() >
           margin_near(i) - 0.3F * line(i).size;
  }

  [[nodiscard]] bool begins_paragraph(std::size_t first, std::size_t i) const {
    const float em = line(i).size;
    const float step = line(i).box.left - line(i - 1).box.left;
    const bool item = find_item(texts_[first]).has_value();
    if (step > 0.7F * em) {
      // The second line of an item or of an entry that hangs.
      if (i == first + 1 && (item || (is_filled(i - 1, i) && !ends_sentence(texts_[i - 1]))))
        return false;
      return ends_sentence(texts_[i - 1]) || !is_filled(i - 1, i) || !begins_lower(texts_[i]);
    }
    if (step < -0.7F * em && i > first + 1) return true;
    if (is_filled(i - 1, i)) return false;
    if (ends_sentence(texts_[i - 1]) || last_letter(texts_[i - 1]) == U':') return true;
    const float room =
        margin_near(i - 1) - line(i - 1).box.right - line(i).words.front().box.width();
    return room > 4 * em && !begins_lower(texts_[i]) && !ends_in_hyphen(texts_[i - 1]);
  }

  void add_table(const Table& table) {
    Group group = measured(table.begin, table.end);
    group.kind = Group::Kind::Table;
    group.text = table.text;
    std::size_t formulas = 0;
    for (std::size_t i = table.begin; i < table.end; ++i)
      formulas += is_formula(line(i)) ? 1U : 0U;
    if (formulas * 2 >= group.lines || (formulas > 0 && !has_words(group.text)))
      group.kind = Group::Kind::Formula;
    groups_.push_back(std::move(group));
  }

  [[nodiscard]] Group measured(std::size_t begin, std::size_t end) const {
    Group group;
    group.box = line(begin).box;
    group.box.bottom = line(end - 1).box.bottom;
    group.size = line(begin).size;
    group.style = line(begin).style;
    group.page = line(begin).page;
    group.lines = end - begin;
    group.indented = is_indented(line(begin), column_);
    group.full = line(end - 1).box.right > column_.box.right - 1.5F * line(begin).size;
    group.centred = true;
    group.inset = line(begin).box.left > column_.box.left + 1.2F * group.size;
    group.gap_above =
        begin == 0 || is_far(begin) ||
        line(begin).base - line(begin - 1).base > 1.15F * typography_.leading(group.size);
    for (std::size_t i = begin; i < end; ++i) {
      group.box.left = std::min(group.box.left, line(i).box.left);
      group.box.right = std::max(group.box.right, line(i).box.right);
      group.style.bold = group.style.bold && line(i).style.bold;
      group.style.italic = group.style.italic && line(i).style.italic;
      group.style.mono = group.style.mono && line(i).style.mono;
      group.centred = group.centred && is_centred(i);
      group.inset =
          group.inset && std::abs(line(i).box.left - line(begin).box.left) < 0.3F * group.size;
    }
    return group;
  }

  void add_group(std::size_t begin, std::size_t end) {
    Group group = measured(begin, end);
    if (group.style.mono) {
      group.kind = Group::Kind::Code;
      group.text = code_text(begin, end);
    } else {
      for (std::size_t i = begin; i < end; ++i)
        append_line(group.text, texts_[i], hyphens_);
      group.kind = kind_of(group, begin, end);
    }
    groups_.push_back(std::move(group));
  }

  [[nodiscard]] Group::Kind kind_of(const Group& group, std::size_t begin, std::size_t end) const {
    if (has_dot_leader(texts_[begin])) return Group::Kind::Contents;
    if (is_formula(line(begin))) return Group::Kind::Formula;
    if (begins_caption(group.text)) return Group::Kind::Caption;
    if (is_heading(group, begin, end)) return Group::Kind::Heading;
    if (names_abstract(group.text)) return Group::Kind::Heading;
    return find_item(group.text) ? Group::Kind::Item : Group::Kind::Text;
  }

  [[nodiscard]] bool is_heading(const Group& group, std::size_t begin, std::size_t end) const {
    const std::string& text = group.text;
    const std::size_t words = words_of(text).size();
    if (group.lines > kMostHeadingLines || words > kMostHeadingWords || !has_letters(text))
      return false;
    const auto marker = find_item(text);
    if (marker && marker->number.empty()) return false;
    if (group.size < 0.94F * typography_.body()) return false;
    const char32_t last = last_letter(text);
    if (last == U',' || last == U';' || begins_lower(text)) return false;
    if (group.size > 1.35F * typography_.body()) return true;
    if (group.size > 1.08F * typography_.body()) return last != U'.' && last != U':';
    if (last == U':' && !group.style.bold) return false;
    if (group.style.bold) return last != U'.' || words <= 12;
    if (last == U'.' || last == U':' || !group.gap_above) return false;
    const bool short_line = group.lines == 1 && (words <= 10 || group.centred) && !is_full(end - 1);
    if (!short_line) return false;
    if (is_all_caps(text) && words >= 1 && count_code_points(text) >= 4) return true;
    const bool roman = is_roman_number(text);
    const bool parts = marker && marker->number.find('.') != std::string::npos;
    return parts || (group.style.italic && begins_upper(text)) || roman ||
           (marker && begin + 1 < column_.lines.size() && group.centred);
  }

  [[nodiscard]] bool is_full(std::size_t i) const {
    return line(i).box.right > column_.box.right - 1.5F * line(i).size;
  }

  /// "IV. Results"
  static bool is_roman_number(std::string_view text) {
    const std::size_t stop = text.find(". ");
    return stop != std::string_view::npos && stop > 0 &&
           text.substr(0, stop).find_first_not_of("IVX") == std::string_view::npos &&
           begins_upper(text.substr(stop + 2));
  }

  /// Typewriter lines with blanks for their distance from the leftmost.
  [[nodiscard]] std::string code_text(std::size_t begin, std::size_t end) const {
    float left = line(begin).box.left;
    for (std::size_t i = begin; i < end; ++i)
      left = std::min(left, line(i).box.left);
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
      std::string row;
      for (const Word& word : line(i).words) {
        const float place = (word.box.left - left) / (0.6F * word.size);
        const std::size_t column = place > 0 ? static_cast<std::size_t>(std::lround(place)) : 0;
        const std::size_t length = count_code_points(row);
        if (column > length && column < 400)
          row.append(column - length, ' ');
        else if (!row.empty())
          row += ' ';
        row += word.text;
      }
      text.append(text.empty() ? "" : "\n").append(row);
    }
    return text;
  }

  const Column& column_;
  const Typography& typography_;
  const Hyphens& hyphens_;
  std::vector<std::string> texts_;
  std::vector<Group> groups_;
};

}  // namespace

std::optional<Marker> find_item(std::string_view text) {
  auto marker = find_marker(text);
  const bool figure = marker && marker->number.find('.') != std::string::npos &&
                      !begins_upper(text.substr(marker->length));
  if (figure) marker.reset();
  return marker;
}

std::vector<Group> find_groups(const Column& column, const Typography& typography,
                               const Hyphens& hyphens) {
  return Grouper(column, typography, hyphens).find();
}

}  // namespace recto::reader::pdf
