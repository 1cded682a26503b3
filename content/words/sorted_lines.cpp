#include "content/words/sorted_lines.h"

#include <algorithm>

namespace recto {
namespace {

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

std::string_view key_of(std::string_view line) {
  return line.substr(0, line.find('\t'));
}

std::string_view value_of(std::string_view line) {
  const std::size_t tab = line.find('\t');
  return tab == std::string_view::npos ? std::string_view{} : line.substr(tab + 1);
}

}  // namespace

std::size_t SortedLines::lower_bound(std::string_view key) const {
  std::size_t begin = 0;  // always where a line begins
  std::size_t end = text_.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const std::size_t feed =
        middle == begin ? std::string_view::npos : text_.rfind('\n', middle - 1);
    const std::size_t line = feed == std::string_view::npos ? begin : std::max(begin, feed + 1);
    if (key_of(line_at(text_, line)) < key)
      begin = std::min(end, line + line_at(text_, line).size() + 1);
    else
      end = line;
  }
  return begin;
}

std::pair<std::string_view, std::string_view> SortedLines::line(std::string_view key) const {
  const std::size_t at = lower_bound(key);
  if (at >= text_.size()) return {};
  const std::string_view found = line_at(text_, at);
  if (key_of(found) != key) return {};
  return {key_of(found), value_of(found)};
}

std::string_view SortedLines::find(std::string_view key) const {
  return line(key).second;
}

std::vector<std::string_view> SortedLines::all(std::string_view key) const {
  std::vector<std::string_view> values;
  for (std::size_t at = lower_bound(key); at < text_.size();) {
    const std::string_view line = line_at(text_, at);
    if (key_of(line) != key) break;
    values.push_back(value_of(line));
    at += line.size() + 1;
  }
  return values;
}

std::vector<std::pair<std::string_view, std::string_view>> SortedLines::lines() const {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  for (std::size_t at = 0; at < text_.size();) {
    const std::string_view line = line_at(text_, at);
    all.emplace_back(key_of(line), value_of(line));
    at += line.size() + 1;
  }
  return all;
}

std::string write_sorted_lines(std::vector<std::pair<std::string, std::string>> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  std::string text;
  for (const auto& [key, value] : rows)
    text.append(key).append("\t").append(value).append("\n");
  return text;
}

std::vector<std::string_view> split_fields(std::string_view text, char between) {
  std::vector<std::string_view> fields;
  for (;;) {
    const std::size_t end = text.find(between);
    fields.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return fields;
    text.remove_prefix(end + 1);
  }
}

}  // namespace recto
