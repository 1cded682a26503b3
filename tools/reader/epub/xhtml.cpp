#include "tools/reader/epub/xhtml.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "tools/reader/epub/package.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// A tag, comment or instruction: bytes [begin, end) of the page.
struct Markup {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;  ///< "p"; empty for comments and instructions
  std::string_view text;  ///< from "<" to ">"
  bool closes = false;    ///< "</p>"
  bool empty = false;     ///< "<p/>"
};

bool is_name_end(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>' || c == '/';
}

/// Behind the ">" that ends a tag; those in quotes do not.
std::size_t end_of_tag(std::string_view page, std::size_t at) {
  char quote = '\0';
  for (; at < page.size(); ++at) {
    const char c = page[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return page.size();
}

/// The markup that begins with the first "<" at or behind `at`; begin is the page's size for none.
Markup next_markup(std::string_view page, std::size_t at) {
  Markup markup;
  markup.begin = std::min(page.find('<', at), page.size());
  if (page.substr(markup.begin).starts_with("<!--")) {
    const std::size_t close = page.find("-->", markup.begin);
    markup.end = close == std::string_view::npos ? page.size() : close + 3;
    return markup;
  }
  markup.end = end_of_tag(page, markup.begin);
  markup.text = page.substr(markup.begin, markup.end - markup.begin);
  if (markup.text.size() < 3 || markup.text[1] == '!' || markup.text[1] == '?') return markup;
  markup.closes = markup.text[1] == '/';
  markup.empty = !markup.closes && markup.text.ends_with("/>");
  const std::string_view rest = markup.text.substr(markup.closes ? 2 : 1);
  const auto* const end = std::find_if(rest.begin(), rest.end(), is_name_end);
  markup.name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  return markup;
}

/// The value of an attribute as it is written.
std::string_view value_of(std::string_view tag, std::string_view attribute) {
  for (std::size_t at = tag.find(attribute); at != std::string_view::npos;
       at = tag.find(attribute, at + 1)) {
    const std::size_t equals = at + attribute.size();
    if (equals + 1 >= tag.size() || tag[equals] != '=' || !is_name_end(tag[at - 1])) continue;
    const std::size_t close = tag.find(tag[equals + 1], equals + 2);
    if (close != std::string_view::npos) return tag.substr(equals + 2, close - equals - 2);
  }
  return {};
}

template <class Predicate>
bool any_kind(std::string_view tag, Predicate predicate) {
  for (const std::string_view attribute : {"epub:type", "role"})
    for (std::string_view kind : words_of(value_of(tag, attribute))) {
      if (kind.starts_with("doc-")) kind.remove_prefix(4);
      if (predicate(kind)) return true;
    }
  return false;
}

bool is_note(std::string_view tag) {
  static constexpr std::array<std::string_view, 8> kKinds{"noteref",   "footnote", "footnotes",
                                                          "endnotes",  "endnote",  "rearnote",
                                                          "rearnotes", "pagebreak"};
  return any_kind(tag, [](std::string_view kind) {
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
  });
}

/// Elements that HTML leaves without an end tag.
bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 14> kNames{
      "area",  "base", "br",   "col",   "embed",  "hr",    "img",
      "input", "link", "meta", "param", "source", "track", "wbr"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

/// Behind the end tag of the element that `open` begins; none when nothing ends it.
std::optional<std::size_t> end_of_element(std::string_view page, const Markup& open) {
  if (open.empty) return open.end;
  std::size_t depth = 1;
  std::size_t at = open.end;
  while (at < page.size() && depth > 0) {
    const Markup markup = next_markup(page, at);
    if (markup.name == open.name && !markup.empty) depth = markup.closes ? depth - 1 : depth + 1;
    at = markup.end;
  }
  if (depth > 0) return std::nullopt;
  return at;
}

}  // namespace

std::string html_of_xhtml(std::string_view xhtml) {
  std::string html;
  html.reserve(xhtml.size());
  bool well_formed = true;
  for (std::size_t at = 0; at < xhtml.size();) {
    const Markup markup = next_markup(xhtml, at);
    html += xhtml.substr(at, markup.begin - at);
    at = markup.end;
    if (well_formed && !markup.closes && !markup.name.empty() && is_note(markup.text)) {
      const auto end = end_of_element(xhtml, markup);
      well_formed = end.has_value();
      at = end.value_or(markup.end);
    } else if (markup.empty && !is_void(markup.name)) {
      html.append(markup.text.substr(0, markup.text.size() - 2)).append("></").append(markup.name);
      html += '>';
    } else {
      html +=
          markup.text.empty() ? xhtml.substr(markup.begin, markup.end - markup.begin) : markup.text;
    }
  }
  return html;
}

bool is_furniture_page(std::string_view xhtml) {
  bool in_body = false;
  for (std::size_t at = 0; at < xhtml.size();) {
    const Markup markup = next_markup(xhtml, at);
    at = markup.end;
    if (markup.name == "body") in_body = true;
    if (!in_body || markup.name.empty()) continue;
    if (any_kind(markup.text, is_furniture_kind)) return true;
    const bool holder = markup.name == "body" || markup.name == "div" || markup.name == "section" ||
                        markup.name == "article" || markup.name == "main" || markup.name == "nav";
    if (!holder) return false;
  }
  return false;
}

}  // namespace recto::reader
