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

/// "pubDate", "publish_date", "Publish-Date".
Field field_named(std::string_view key) {
  static constexpr std::array<std::pair<std::string_view, Field>, 20> kFields{{
      {"title", Field::Title},
      {"author", Field::Authors},
      {"authors", Field::Authors},
      {"creator", Field::Authors},
      {"by", Field::Authors},
      {"byline", Field::Authors},
      {"date", Field::Published},
      {"published", Field::Published},
      {"publishdate", Field::Published},
      {"pubdate", Field::Published},
      {"datepublished", Field::Published},
      {"publishedat", Field::Published},
      {"lang", Field::Language},
      {"language", Field::Language},
      {"site", Field::Site},
      {"sitename", Field::Site},
      {"url", Field::Url},
      {"source", Field::Url},
      {"canonical", Field::Url},
      {"canonicalurl", Field::Url},
  }};
  std::string folded = fold_case(key);
  std::erase_if(folded, [](char c) { return c == '_' || c == '-' || c == '"' || c == '\''; });
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

/// Reads line by line.
class FrontMatterReader {
 public:
  explicit FrontMatterReader(Article& article) : article_(article) {}

  void read(std::string_view raw) {
    std::string_view line = trimmed(raw);
    if (line.empty() || line.starts_with('#')) return;
    if (folded_ && raw.starts_with(' ')) {
      long_value_.append(" ").append(line);
      return;
    }
    end_long_value();
    if (in_list_ || (line.starts_with("- ") && open_ != Field::None)) return read_item(line);
    if (line.starts_with('[')) {  // a table of TOML: [params], [[authors]]
      const std::string_view name = line.substr(0, line.find(']'));
      open_ = field_named(name.substr(std::min(name.find_first_not_of('['), name.size())));
      return;
    }
    const std::size_t mark = line.find_first_of(":=");
    if (mark == std::string_view::npos) return;
    const std::string_view key = trimmed(line.substr(0, mark));
    if (open_ == Field::Authors && (key == "name" || key == "\"name\"")) {
      take_values(line.substr(mark + 1));
    } else if (!raw.starts_with(' ') || key.starts_with('"')) {
      open_ = field_named(key);
      read_value(trimmed(line.substr(mark + 1)));
    }
  }

  void end_long_value() {
    if (std::exchange(folded_, false)) take(open_, one_line(long_value_), article_);
    long_value_.clear();
  }

 private:
  void read_value(std::string_view value) {
    folded_ = value == ">" || value == "|" || value == ">-" || value == "|-";
    in_list_ = value.starts_with('[') && value.find(']') == std::string_view::npos;
    if (in_list_) value.remove_prefix(1);
    if (!folded_) take_values(value);
  }

  void read_item(std::string_view item) {
    in_list_ = in_list_ && !item.starts_with(']');
    if (item.starts_with(']')) return;
    if (item.starts_with("- ")) item = trimmed(item.substr(2));
    if (item.starts_with("name:")) item.remove_prefix(5);
    take_values(item);
  }

  void take_values(std::string_view value) {
    value = trimmed(value);
    if (value.ends_with(',')) value.remove_suffix(1);  // JSON
    for (const std::string& one : values_of(value))
      take(open_, one, article_);
  }

  Article& article_;
  Field open_ = Field::None;  ///< of the last key
  bool in_list_ = false;      ///< between "[" and "]" on lines of their own
  bool folded_ = false;       ///< the value stands indented below
  std::string long_value_;
};

constexpr std::string_view kPandoc = "% ";

/// Pandoc's "% Title", "% Author; Author", "% Date": two or three lines.
std::size_t title_block_length(std::string_view text) {
  std::size_t length = 0;
  int lines = 0;
  while (lines < 3 && text.substr(length).starts_with('%')) {
    length = std::min(text.find('\n', length), text.size() - 1) + 1;
    ++lines;
  }
  return lines >= 2 ? length : 0;
}

void read_title_block(std::string_view block, Article& article) {
  static constexpr std::array kFields{Field::Title, Field::Authors, Field::Published};
  const auto lines = lines_of(block);
  for (std::size_t i = 0; i < std::min(lines.size(), kFields.size()); ++i) {
    std::string_view values = lines[i].substr(std::min<std::size_t>(1, lines[i].size()));
    while (!values.empty()) {
      const std::size_t end = std::min(values.find(';'), values.size());
      const std::string_view value =
          kFields.at(i) == Field::Authors ? values.substr(0, end) : values;
      if (!trimmed(value).empty()) take(kFields.at(i), one_line(value), article);
      values.remove_prefix(std::min(value.size() + 1, values.size()));
    }
  }
}

/// The lines that begin and end front matter.
struct Frame {
  std::string_view begin;
  std::string_view end;
  std::string_view other_end;
};

}  // namespace

std::size_t front_matter_length(std::string_view text) {
  if (text.starts_with(kPandoc)) return title_block_length(text);
  static constexpr std::array kFrames{Frame{"---\n", "---", "..."}, Frame{"+++\n", "+++", "+++"},
                                      Frame{"{\n", "}", "}"}};
  const auto* const frame = std::find_if(kFrames.begin(), kFrames.end(), [&](const Frame& one) {
    return text.starts_with(one.begin);
  });
  if (frame == kFrames.end()) return 0;
  bool has_key = false;
  for (std::size_t begin = frame->begin.size(); begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view content = line.substr(0, line.find_last_not_of(" \t") + 1);
    begin = std::min(end + 1, text.size());
    if (content == frame->end || content == frame->other_end) return has_key ? begin : 0;
    has_key = has_key || line.find_first_of(":=") != std::string_view::npos;
  }
  return 0;
}

void read_front_matter(std::string_view matter, Article& article) {
  if (matter.starts_with(kPandoc)) return read_title_block(matter, article);
  FrontMatterReader reader(article);
  for (const std::string_view line : lines_of(matter))
    reader.read(line);
  reader.end_long_value();
}

}  // namespace recto::reader
