#include "tools/reader/markdown/front_matter.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/dates.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

enum class Field { None, Title, Authors, Published, Language, Site, Url };

Field field_named(std::string_view key) {
  static constexpr std::array<std::pair<std::string_view, Field>, 17> kFields{{
      {"title", Field::Title},
      {"author", Field::Authors},
      {"authors", Field::Authors},
      {"by", Field::Authors},
      {"byline", Field::Authors},
      {"date", Field::Published},
      {"published", Field::Published},
      {"publish_date", Field::Published},
      {"pubdate", Field::Published},
      {"lang", Field::Language},
      {"language", Field::Language},
      {"site", Field::Site},
      {"site_name", Field::Site},
      {"url", Field::Url},
      {"source", Field::Url},
      {"canonical", Field::Url},
      {"canonical_url", Field::Url},
  }};
  const std::string folded = fold_case(key);
  for (const auto& [name, field] : kFields)
    if (name == folded) return field;
  return Field::None;
}

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  if (quoted) return one_line(value.substr(1, value.size() - 2));
  return one_line(value.substr(0, value.find(" #")));
}

std::vector<std::string> values_of(std::string_view value) {
  value = trimmed(value);
  std::vector<std::string> values;
  if (!value.starts_with('[') || !value.ends_with(']')) {
    values.push_back(unquoted(value));
  } else {
    for (value = value.substr(1, value.size() - 2); !value.empty();) {
      const std::size_t comma = std::min(value.find(','), value.size());
      values.push_back(unquoted(value.substr(0, comma)));
      value.remove_prefix(std::min(comma + 1, value.size()));
    }
  }
  std::erase_if(values, [](const std::string& one) { return one.empty(); });
  return values;
}

/// "en", "de-AT": letters and hyphens.
bool is_language(std::string_view value) {
  return value.size() >= 2 && value.size() <= 35 &&
         std::all_of(value.begin(), value.end(), [](char c) {
           return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  (c >= '0' && c <= '9');
         });
}

void set(std::string& member, const std::string& value) {
  if (member.empty()) member = value;
}

void take(Field field, const std::string& value, Article& article) {
  switch (field) {
    case Field::Title: return set(article.title, value);
    case Field::Authors: article.authors.push_back(value); return;
    case Field::Published: return set(article.published, iso_date(value).value_or(""));
    case Field::Language:
      if (is_language(value)) set(article.language, value);
      return;
    case Field::Site: return set(article.site, value);
    case Field::Url:
      if (value.starts_with("http://") || value.starts_with("https://")) set(article.url, value);
      return;
    case Field::None: return;
  }
}

}  // namespace

std::size_t front_matter_length(std::string_view text) {
  if (!text.starts_with("---\n")) return 0;
  std::size_t begin = 4;
  bool has_key = false;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    begin = std::min(end + 1, text.size());
    if (line == "---" || line == "...") return has_key ? begin : 0;
    has_key = has_key || line.find(':') != std::string_view::npos;
  }
  return 0;
}

void read_front_matter(std::string_view matter, Article& article) {
  Field open = Field::None;  // of a key whose list stands on the lines below
  for (const std::string_view raw : lines_of(matter)) {
    const std::string_view line = trimmed(raw);
    if (line.starts_with("- ") && open != Field::None) {
      std::string_view item = line.substr(2);
      if (trimmed(item).starts_with("name:")) item = item.substr(item.find(':') + 1);
      for (const std::string& value : values_of(item))
        take(open, value, article);
      continue;
    }
    const std::size_t colon = line.find(':');
    if (raw.starts_with(' ') || colon == std::string_view::npos) continue;
    open = field_named(trimmed(line.substr(0, colon)));
    for (const std::string& value : values_of(line.substr(colon + 1)))
      take(open, value, article);
  }
}

}  // namespace recto::reader
