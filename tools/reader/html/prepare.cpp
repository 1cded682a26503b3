#include "tools/reader/html/prepare.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "content/base/ascii.h"

namespace recto::reader {
namespace {

/// Browsers stop nesting there, too (Blink: "kMaximumHTMLParserDOMTreeDepth").
constexpr int kDeepest = 512;

/// Longer attribute values go that nobody reads.
constexpr std::size_t kLongestUnread = 64;

bool is_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool begins_with(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char a, char b) { return a == ascii_lower(b); });
}

/// `lower` in any case, from `from` on.
std::size_t find_folded(std::string_view text, std::string_view lower, std::size_t from) {
  for (std::size_t at = text.find(lower[0], from); at != std::string_view::npos;
       at = text.find(lower[0], at + 1))
    if (begins_with(text.substr(at), lower)) return at;
  return std::string_view::npos;
}

/// Elements that have no end tag, or may lack it: they do not tell how deep the page is.
bool counts_as_depth(std::string_view name) {
  static constexpr std::array<std::string_view, 31> kNot{
      "area",   "base",     "br",    "col",    "embed", "hr",       "img",   "input",
      "link",   "meta",     "param", "source", "track", "wbr",      "p",     "li",
      "dt",     "dd",       "tr",    "td",     "th",    "tbody",    "thead", "tfoot",
      "option", "optgroup", "html",  "head",   "body",  "colgroup", "rp"};
  return std::find(kNot.begin(), kNot.end(), name) == kNot.end();
}

/// Whether an attribute says nothing of the text: choices of pictures, scripts and their data, and
/// pictures that stand in the value itself.
bool is_unread(std::string_view name, std::string_view value) {
  for (const std::string_view beginning : {"srcset", "sizes", "data-", "on"})
    if (begins_with(name, beginning)) return true;
  return begins_with(value, "data:");
}

/// What drawings consist of. Inside <title> and <desc> there may be HTML, which is none of these.
bool is_drawn(std::string_view name) {
  static constexpr std::array<std::string_view, 20> kShapes{
      "path",    "g",    "circle", "rect", "polygon",        "polyline",       "line",
      "ellipse", "defs", "use",    "stop", "lineargradient", "radialgradient", "clippath",
      "mask",    "text", "tspan",  "desc", "title",          "symbol"};
  return std::find(kShapes.begin(), kShapes.end(), name) != kShapes.end();
}

/// Walks over the page's tags as the HTML5 tokenizer does, and copies what shall stay.
class Preparer {
 public:
  explicit Preparer(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string prepare() {
    while (at_ < html_.size()) {
      const std::size_t open = std::min(html_.find('<', at_), html_.size());
      copy_to(open);
      if (open == html_.size()) break;
      if (html_.substr(open).starts_with("<!--"))
        skip_comment();
      else if (open + 1 < html_.size() && is_letter(html_[open + 1]))
        take_start_tag();
      else if (open + 2 < html_.size() && html_[open + 1] == '/' && is_letter(html_[open + 2]))
        take_end_tag();
      else
        copy_to(open + 1);
    }
    return std::move(out_);
  }

 private:
  void copy_to(std::size_t end) {
    out_.append(html_.substr(at_, end - at_));
    at_ = end;
  }

  /// Section "Comment state": it also ends at "--!>" and, when it is empty, at ">".
  void skip_comment() {
    std::size_t at = at_ + 4;
    if (html_.substr(at).starts_with(">") || html_.substr(at).starts_with("->")) {
      at_ = html_.find('>', at) + 1;
      return;
    }
    for (at = html_.find("--", at); at != std::string_view::npos; at = html_.find("--", at + 1)) {
      const std::string_view behind = html_.substr(at + 2);
      if (behind.starts_with(">") || behind.starts_with("!>")) {
        at_ = at + (behind[0] == '>' ? 3 : 4);
        return;
      }
    }
    at_ = html_.size();
  }

  [[nodiscard]] std::string name_at(std::size_t at) const {
    std::string name;
    while (at < html_.size() && !is_blank(html_[at]) && html_[at] != '/' && html_[at] != '>')
      name += ascii_lower(html_[at++]);
    return name;
  }

  /// What stands between the quotes behind the "=" at `equals`; empty where there are none.
  [[nodiscard]] std::string_view quoted_behind(std::size_t equals) const {
    std::size_t at = equals + 1;
    while (at < html_.size() && is_blank(html_[at]))
      ++at;
    if (at >= html_.size() || (html_[at] != '"' && html_[at] != '\'')) return html_.substr(at, 0);
    return html_.substr(at + 1, html_.find(html_[at], at + 1) - (at + 1));
  }

  /// Where the tag goes on behind a value as quoted_behind gives it.
  [[nodiscard]] std::size_t behind(std::string_view value) const {
    const auto begin = static_cast<std::size_t>(value.data() - html_.data());
    const bool quoted = html_[begin - 1] == '"' || html_[begin - 1] == '\'';
    return std::min(begin + value.size() + (quoted ? 1 : 0), html_.size());
  }

  /// Copies the attributes from `at_` to behind ">", without long values that nobody reads.
  void take_attributes() {
    std::size_t name = at_;
    std::size_t at = at_;
    while (at < html_.size() && html_[at] != '>') {
      if (html_[at] != '=') {
        if (is_blank(html_[at++])) name = at;
        continue;
      }
      const std::string_view value = quoted_behind(at);
      if (value.size() > kLongestUnread && is_unread(html_.substr(name, at - name), value)) {
        copy_to(behind(value) - value.size() - 1);
        at_ = behind(value) - 1;
      }
      at = behind(value);
      name = at;
    }
    copy_to(std::min(at + 1, html_.size()));
  }

  /// A drawing's end tag, when there is nothing but shapes between `at_` and it; else `at_`.
  [[nodiscard]] std::size_t end_of_drawing() const {
    for (std::size_t at = html_.find('<', at_); at != std::string_view::npos;) {
      const bool closes = html_.substr(at + 1).starts_with('/');
      const std::string name = name_at(at + (closes ? 2 : 1));
      if (closes && name == "svg") return at;
      if (!is_drawn(name)) break;
      while (at < html_.size() && html_[at] != '>')
        at = html_[at] == '=' ? behind(quoted_behind(at)) : at + 1;
      at = html_.find('<', at);
    }
    return at_;
  }

  void take_start_tag() {
    const std::string name = name_at(at_ + 1);
    const std::size_t tag = out_.size();
    copy_to(at_ + 1 + name.size());
    take_attributes();
    if (counts_as_depth(name)) {
      if (depth_ >= kDeepest)
        out_.resize(tag);
      else
        ++depth_;
    }
    if (name == "script" || name == "style" || name == "textarea" || name == "title" ||
        name == "xmp" || name == "iframe" || name == "noembed" || name == "noframes")
      take_raw_text(name, std::string_view(out_).substr(std::min(tag, out_.size())));
    else if (name == "plaintext")
      copy_to(html_.size());
    else if (name == "svg" && !out_.ends_with("/>"))
      at_ = end_of_drawing();
  }

  /// Up to the end tag of `name` there are no tags. A script with "<!--" may hold end tags that are
  /// none: those rules are left to the parser.
  void take_raw_text(const std::string& name, std::string_view tag) {
    const std::size_t end = std::min(find_end_tag(name), html_.size());
    const std::string_view body = html_.substr(at_, end - at_);
    const bool json = name == "script" && tag.find("json") != std::string_view::npos;
    const bool code = name == "script" || name == "style";
    if (code && !json && body.find("<!--") == std::string_view::npos)
      at_ = end;
    else
      copy_to(end);
  }

  [[nodiscard]] std::size_t find_end_tag(const std::string& name) const {
    const std::string end_tag = "</" + name;
    for (std::size_t at = find_folded(html_, end_tag, at_); at != std::string_view::npos;
         at = find_folded(html_, end_tag, at + 1)) {
      const std::size_t behind = at + end_tag.size();
      if (behind >= html_.size() || is_blank(html_[behind]) || html_[behind] == '/' ||
          html_[behind] == '>')
        return at;
    }
    return std::string_view::npos;
  }

  void take_end_tag() {
    const std::string name = name_at(at_ + 2);
    copy_to(at_ + 2 + name.size());
    take_attributes();
    if (depth_ > 0 && counts_as_depth(name)) --depth_;
  }

  std::string_view html_;
  std::string out_;
  std::size_t at_ = 0;
  int depth_ = 0;  ///< open elements, as far as tags tell
};

}  // namespace

std::string prepared(std::string_view html) {
  return Preparer(html).prepare();
}

}  // namespace recto::reader
