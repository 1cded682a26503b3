#include "tools/reader/markdown/dialects.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

using std::string_view_literals::operator""sv;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_word(char c) {
  return is_small(c) || is_digit(c) || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

std::size_t indent_of(std::string_view line) {
  std::size_t indent = 0;
  for (const char c : line) {
    if (c != ' ' && c != '\t') break;
    indent += c == '\t' ? 4 - indent % 4 : 1;
  }
  return indent;
}

/// `line` without `columns` of its indent.
std::string_view dedented(std::string_view line, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t column = 0; at < line.size() && column < columns; ++at) {
    if (line[at] != ' ' && line[at] != '\t') break;
    column += line[at] == '\t' ? 4 - column % 4 : 1;
  }
  return line.substr(at);
}

/// "[^name]" at the beginning of `text`: the name.
std::optional<std::string_view> footnote_name(std::string_view text) {
  constexpr std::size_t kLongestName = 60;
  if (!text.starts_with("[^")) return std::nullopt;
  const std::size_t end = text.substr(0, kLongestName).find_first_of(" \t\n[]", 2);
  if (end == std::string_view::npos || end == 2 || text[end] != ']') return std::nullopt;
  return text.substr(2, end - 2);
}

std::optional<std::string_view> footnote_definition(std::string_view line) {
  if (indent_of(line) > 3) return std::nullopt;
  line = trimmed(line);
  const auto name = footnote_name(line);
  return name && line.substr(name->size() + 3).starts_with(':') ? name : std::nullopt;
}

std::set<std::string_view> defined_footnotes(const std::vector<std::string_view>& lines) {
  std::set<std::string_view> names;
  for (const std::string_view line : lines)
    if (const auto name = footnote_definition(line)) names.insert(*name);
  return names;
}

/// The run of one sign that opens a fence: "```" or more, "~~~" or more.
std::string_view fence_of(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with("```") && !line.starts_with("~~~")) return {};
  return line.substr(0, line.find_first_not_of(line[0]));
}

bool closes_fence(std::string_view line, std::string_view open) {
  const std::string_view fence = fence_of(line);
  return fence.size() >= open.size() && fence[0] == open[0] && trimmed(line) == fence;
}

/// "#travel #food", "#todo"; but "#Title" is a heading that lacks its blank.
bool is_hashtags(std::string_view line) {
  const auto words = words_of(line);
  if (words.empty() || (words.size() == 1 && words[0].size() > 1 && !is_small(words[0][1])))
    return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return word.size() >= 2 && word[0] == '#' && is_word(word[1]);
  });
}

bool is_place_for_contents(std::string_view line) {
  const std::string folded = fold_case(trimmed(line));
  return folded == "[toc]" || folded == "[[toc]]" || folded == "[[_toc_]]" || folded == "[[ toc ]]";
}

/// "import X from 'y'", "export const x = …".
bool is_module_line(std::string_view line) {
  const std::string_view end = line.substr(0, line.find_last_not_of("; \t") + 1);
  if (line.starts_with("import "))
    return end == "import {" ||
           ((end.ends_with('\'') || end.ends_with('"')) &&
            (end.find(" from ") != std::string_view::npos || line[7] == '\'' || line[7] == '"'));
  static constexpr std::array kExports{"export const "sv,    "export let "sv,   "export default "sv,
                                       "export function "sv, "export async "sv, "export {"sv};
  return std::any_of(kExports.begin(), kExports.end(),
                     [&](std::string_view begin) { return line.starts_with(begin); });
}

/// The text of `name="…"` in `line`.
std::string_view quoted_value(std::string_view line, std::string_view name) {
  const std::size_t at = line.find(name);
  if (at == std::string_view::npos) return {};
  line.remove_prefix(at + name.size());
  return line.substr(0, line.find('"'));
}

/// An admonition's opening line.
struct Aside {
  std::string_view title;
  bool indented = false;  ///< its text is indented; else it ends with a fence
};

/// "!!! note "Title"", "??? question "Title"", "???+ …" (MkDocs).
std::optional<Aside> indented_aside(std::string_view line) {
  if (!line.starts_with("!!!") && !line.starts_with("???")) return std::nullopt;
  line.remove_prefix(line.starts_with("???+") ? 4 : 3);
  if (!line.starts_with(' ') || trimmed(line).empty()) return std::nullopt;
  return Aside{quoted_value(line, "\""), true};
}

/// ":::tip Title", "::: details Title", ":::note[Title]", "::: {.callout-note title="Title"}".
std::optional<Aside> fenced_aside(std::string_view line) {
  if (!line.starts_with(":::")) return std::nullopt;
  line = trimmed(line.substr(std::min(line.find_first_not_of(':'), line.size())));
  if (line.empty()) return std::nullopt;
  if (line[0] == '{') return Aside{quoted_value(line, "title=\""), false};
  const std::size_t end = std::min(line.find_first_of(" [{"), line.size());
  std::string_view title = trimmed(line.substr(end));
  if (title.starts_with('[')) title = title.substr(1, title.find(']') - 1);
  if (title.starts_with('{')) title = quoted_value(title, "title=\"");
  return Aside{title, false};
}

/// Finds the next place of a text again and again, from growing places on, in O(bytes) in all.
class Finder {
 public:
  explicit Finder(std::string_view wanted) : wanted_(wanted) {}
  std::size_t find(std::string_view text, std::size_t from) {
    if (!known_ || (found_ != std::string_view::npos && found_ < from))
      found_ = text.find(wanted_, from);
    known_ = true;
    return found_;
  }

 private:
  std::string_view wanted_;
  std::size_t found_ = 0;
  bool known_ = false;
};

/// Rewrites what stands inside the lines of a paragraph, code spans aside.
class InlineRewriter {
 public:
  InlineRewriter(std::string_view text, const std::set<std::string_view>& footnotes)
      : text_(text), footnotes_(footnotes) {}

  void write_to(std::string& out) {
    while (at_ < text_.size()) {
      const std::size_t next = std::min(text_.find_first_of("`{[^!:=\\", at_), text_.size());
      out.append(text_.substr(at_, next - at_));
      at_ = next;
      if (at_ == text_.size()) return;
      const std::size_t copied = std::max<std::size_t>(code_length(), text_[at_] == '\\' ? 2 : 0);
      if (copied > 0) {
        out.append(text_.substr(at_, copied));
        at_ += copied;
      } else if (const std::size_t dropped = dropped_length(out); dropped > 0) {
        at_ += dropped;
      } else if (const std::size_t marked = highlight_length(); marked > 0) {
        out.append(text_.substr(at_ + 2, marked - 4));
        at_ += marked;
      } else {
        out += text_[at_++];
      }
    }
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  /// A code span, or backticks that open none.
  std::size_t code_length() {
    if (text_[at_] != '`') return 0;
    const std::size_t ticks = std::min(rest().find_first_not_of('`'), rest().size());
    if (ticks > ticks_.size()) return ticks;
    Finder& finder = ticks_.at(ticks - 1);
    for (std::size_t from = at_ + ticks;;) {
      const std::size_t close = finder.find(text_, from);
      if (close == std::string_view::npos) return ticks;
      const std::size_t end = std::min(text_.find_first_not_of('`', close), text_.size());
      if (end - close == ticks) return end - at_;
      from = end;
    }
  }

  std::size_t dropped_length(std::string_view before) {
    switch (text_[at_]) {
      case '{': return template_length();
      case '[': return footnote_length();
      case '!': return embed_length();
      case '^': return inline_note_length();
      case ':': return emoji_length(before);
      default: return 0;
    }
  }

  std::size_t template_length() {
    for (Pair& pair : pairs_) {
      if (!rest().starts_with(pair.open)) continue;
      const std::size_t end = pair.close.find(text_, at_ + pair.open.size());
      return end == std::string_view::npos ? 0 : end + pair.close_size - at_;
    }
    // Attributes: "{#id .class}", "{.class}", "{: …}".
    constexpr std::size_t kLongest = 120;
    const std::string_view head = rest().substr(0, kLongest);
    const bool attributes = head.size() > 2 && (head[1] == ':' || head[1] == '#' ||
                                                (head[1] == '.' && is_word(head[2])));
    const std::size_t end = attributes ? head.find_first_of("{}\n", 1) : std::string_view::npos;
    return end != std::string_view::npos && head[end] == '}' ? end + 1 : 0;
  }

  std::size_t footnote_length() {
    const auto name = footnote_name(rest());
    const bool note =
        name && (footnotes_.contains(*name) || std::all_of(name->begin(), name->end(), is_digit));
    return note ? name->size() + 3 : 0;
  }

  /// "![[another note]]" shows it here.
  [[nodiscard]] std::size_t embed_length() const {
    constexpr std::size_t kLongest = 300;
    if (!rest().starts_with("![[")) return 0;
    const std::size_t end = rest().substr(0, kLongest).find_first_of("]\n");
    return end != std::string_view::npos && rest().substr(end).starts_with("]]") ? end + 2 : 0;
  }

  /// "^[A note [in] brackets]". Where one does not end, none is looked for.
  std::size_t inline_note_length() {
    if (!rest().starts_with("^[") || at_ < noteless_until_) return 0;
    int depth = 0;
    for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
      if (text_[i] == '[') ++depth;
      if (text_[i] == ']' && --depth == 0) return i + 1 - at_;
    }
    noteless_until_ = text_.size();
    return 0;
  }

  /// ":tada:", ":+1:"; not the colons of "12:30:45" or "a:b:c".
  [[nodiscard]] std::size_t emoji_length(std::string_view before) const {
    constexpr std::size_t kLongest = 40;
    if (!before.empty() && (is_word(before.back()) || before.back() == ':')) return 0;
    const std::string_view head = rest().substr(0, kLongest);
    const std::size_t end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_+-", 1);
    if (end == std::string_view::npos || end < 3 || head[end] != ':') return 0;
    const std::string_view name = head.substr(1, end - 1);
    if (!is_small(name[0]) && name != "+1" && name != "-1" && name != "100") return 0;
    return head.size() > end + 1 && is_word(head[end + 1]) ? 0 : end + 1;
  }

  std::size_t highlight_length() {
    const std::string_view head = rest();
    if (head.size() < 5 || !head.starts_with("==") || head[2] == '=' || is_blank(head[2])) return 0;
    if (at_ > 0 && text_[at_ - 1] == '=') return 0;
    const std::size_t end = marks_.find(text_, at_ + 3);
    const std::size_t line_end = line_ends_.find(text_, at_);
    if (end == std::string_view::npos || end > line_end || is_blank(text_[end - 1])) return 0;
    return end + 2 < text_.size() && text_[end + 2] == '=' ? 0 : end + 2 - at_;
  }

  struct Pair {
    std::string_view open;
    std::size_t close_size = 0;
    Finder close;
  };

  std::string_view text_;
  const std::set<std::string_view>& footnotes_;
  std::size_t at_ = 0;
  std::size_t noteless_until_ = 0;
  std::array<Pair, 4> pairs_{Pair{"{{<", 3, Finder(">}}")}, Pair{"{{%", 3, Finder("%}}")},
                             Pair{"{{ ", 2, Finder("}}")}, Pair{"{%", 2, Finder("%}")}};
  std::array<Finder, 4> ticks_{Finder("`"), Finder("``"), Finder("```"), Finder("````")};
  Finder marks_{"=="};
  Finder line_ends_{"\n"};
};

/// Rewrites line by line; lines of a paragraph are rewritten together.
class Rewriter {
 public:
  explicit Rewriter(std::string_view text)
      : lines_(lines_of(text)), footnotes_(defined_footnotes(lines_)) {
    out_.reserve(text.size());
  }

  std::string rewritten() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      const std::string_view line = current_line();
      if (!take_fence(line) && !take_aside(line) && !is_dropped(line)) {
        paragraph_.append(line).append("\n");
        if (trimmed(line).empty()) end_paragraph();
      }
    }
    end_paragraph();
    while (!asides_.empty())
      close_aside();
    return std::move(out_);
  }

 private:
  struct OpenAside {
    std::size_t indent = 0;  ///< of its lines, in all
    bool indented = false;   ///< ends with its indent; else with a fence
    bool details = false;
  };

  [[nodiscard]] std::size_t indent() const { return asides_.empty() ? 0 : asides_.back().indent; }

  /// The line at `at_` without the indent of the asides around it, of which those end whose indent
  /// it has not.
  std::string_view current_line() {
    const std::string_view line = lines_[at_];
    const bool empty = trimmed(line).empty();
    while (!empty && fence_.empty() && indent_of(line) < indent())
      close_aside();
    return dedented(line, indent());
  }

  bool take_fence(std::string_view line) {
    if (!fence_.empty()) {
      if (closes_fence(line, fence_)) fence_ = {};
    } else if (fence_ = fence_of(line); fence_.empty()) {
      return false;
    }
    end_paragraph();
    out_.append(line).append("\n");
    return true;
  }

  bool take_aside(std::string_view line) {
    auto aside = indented_aside(line);
    if (!aside) aside = fenced_aside(line);
    if (aside) {
      open_aside(*aside);
      return true;
    }
    const bool closes =
        line.starts_with(":::") && trimmed(line).find_first_not_of(':') == std::string_view::npos;
    if (closes && !asides_.empty() && !asides_.back().indented) close_aside();
    return closes;
  }

  void open_aside(const Aside& aside) {
    end_paragraph();
    asides_.push_back({indent() + (aside.indented ? 4 : 0), aside.indented, !aside.title.empty()});
    out_ += '\n';
    if (aside.title.empty()) return;
    out_ += "<details><summary>";
    for (const char c : aside.title)
      out_.append(c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string_view(&c, 1));
    out_ += "</summary>\n\n";
  }

  void close_aside() {
    end_paragraph();
    out_ += asides_.back().details ? "\n</details>\n\n" : "\n";
    asides_.pop_back();
  }

  /// Footnotes, imports, tags, places for contents; with the lines that belong to them.
  bool is_dropped(std::string_view line) {
    if (footnote_definition(line)) {
      skip_indented();
      return true;
    }
    const bool begins_block = at_ == 0 || trimmed(lines_[at_ - 1]).empty() || in_module_;
    in_module_ = begins_block && is_module_line(line);
    if (in_module_) {
      while (at_ + 1 < lines_.size() && !trimmed(lines_[at_ + 1]).empty() &&
             !is_module_line(lines_[at_ + 1]))
        ++at_;
      return true;
    }
    return is_hashtags(line) || is_place_for_contents(line);
  }

  /// Up to the last line that is indented; one lazy line that goes on may be not.
  void skip_indented() {
    while (at_ + 1 < lines_.size()) {
      std::size_t next = at_ + 1;
      while (next < lines_.size() && trimmed(lines_[next]).empty())
        ++next;
      const bool behind_blank = next > at_ + 1;
      if (next == lines_.size() || footnote_definition(lines_[next]) ||
          (behind_blank ? indent_of(lines_[next]) < 4 : begins_block(lines_[next])))
        return;
      at_ = next;
    }
  }

  static bool begins_block(std::string_view line) {
    return indent_of(line) < 2 && (line.starts_with('#') || !fence_of(line).empty());
  }

  void end_paragraph() {
    InlineRewriter(paragraph_, footnotes_).write_to(out_);
    paragraph_.clear();
  }

  std::vector<std::string_view> lines_;
  std::set<std::string_view> footnotes_;
  std::size_t at_ = 0;
  std::string_view fence_;  ///< that is open
  std::vector<OpenAside> asides_;
  bool in_module_ = false;
  std::string paragraph_;
  std::string out_;
};

}  // namespace

std::string common_markdown(std::string_view text) {
  return Rewriter(text).rewritten();
}

}  // namespace recto::reader
