#include "tools/reader/text/head.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/dates.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

enum class Field { None, Title, Author, Published, Url, Other };

struct FieldLine {
  Field field = Field::None;
  std::string_view value;
};

/// "Key: value" with a key of letters and hyphens, at most two words.
FieldLine field_of(std::string_view line) {
  constexpr std::size_t kLongestKey = 24;
  static constexpr std::array<std::pair<std::string_view, Field>, 22> kFields{{
      {"title", Field::Title},        {"subject", Field::Title},
      {"author", Field::Author},      {"authors", Field::Author},
      {"from", Field::Author},        {"by", Field::Author},
      {"date", Field::Published},     {"published", Field::Published},
      {"posted", Field::Published},   {"url", Field::Url},
      {"source", Field::Url},         {"to", Field::Other},
      {"cc", Field::Other},           {"reply-to", Field::Other},
      {"message-id", Field::Other},   {"newsgroups", Field::Other},
      {"organization", Field::Other}, {"language", Field::Other},
      {"release date", Field::Other}, {"in-reply-to", Field::Other},
      {"version", Field::Other},      {"keywords", Field::Other},
  }};
  const std::size_t colon = line.substr(0, kLongestKey).find(": ");
  if (colon == std::string_view::npos) return {};
  const std::string key = fold_case(line.substr(0, colon));
  for (const auto& [name, field] : kFields)
    if (key == name) return {field, trimmed(line.substr(colon + 1))};
  return {};
}

/// "Ada Lovelace <ada@example.org>", "ada@example.org (Ada Lovelace)": the name.
std::string author_name(std::string_view value) {
  if (const std::size_t open = value.find(" <"); open != std::string_view::npos)
    value = value.substr(0, open);
  const std::size_t open = value.find(" (");
  if (open != std::string_view::npos && value.ends_with(')') &&
      value.substr(0, open).find('@') != std::string_view::npos)
    value = value.substr(open + 2, value.size() - open - 3);
  if (value.size() > 1 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  return one_line(value);
}

/// "Mon, 3 May 2021 10:00:00 +0200": the date before the time.
std::string date_of(std::string_view value) {
  if (const auto date = iso_date(value)) return *date;
  if (const std::size_t colon = value.find(':'); colon != std::string_view::npos)
    value = value.substr(0, value.rfind(' ', colon));
  return iso_date(value).value_or("");
}

std::string subject_of(std::string_view value) {
  for (const std::string_view reply : {"Re: ", "RE: ", "Fwd: ", "AW: "})
    if (value.starts_with(reply)) value.remove_prefix(reply.size());
  return one_line(value);
}

void take(const FieldLine& line, Article& article) {
  switch (line.field) {
    case Field::Title:
      if (article.title.empty()) article.title = subject_of(line.value);
      return;
    case Field::Author:
      if (article.authors.empty() && !author_name(line.value).empty())
        article.authors.push_back(author_name(line.value));
      return;
    case Field::Published:
      if (article.published.empty()) article.published = date_of(line.value);
      return;
    case Field::Url:
      if (article.url.empty() && line.value.starts_with("http")) article.url = line.value;
      return;
    case Field::None:
    case Field::Other: return;
  }
}

void keep(std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  lines.resize(end);
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(begin));
}

bool marks(const Line& line, std::string_view word) {
  if (!line.text.starts_with("***")) return false;
  const std::string folded = fold_case(line.text.substr(0, 200));
  return folded.find(std::string(word) + " of th") != std::string::npos &&
         folded.find("gutenberg") != std::string::npos;
}

/// The paragraph that names who typed the book.
std::size_t behind_producers(const std::vector<Line>& lines, std::size_t at) {
  const std::size_t first = next_text(lines, at);
  if (first == lines.size()) return at;
  const std::string folded = fold_case(lines[first].text.substr(0, 40));
  if (!folded.starts_with("produced by") && !folded.starts_with("e-text prepared by")) return at;
  std::size_t end = first;
  while (end < lines.size() && !lines[end].text.empty())
    ++end;
  return end;
}

bool take_gutenberg(std::vector<Line>& lines, Article& article) {
  constexpr std::size_t kLongestHead = 400;
  const auto head_end =
      lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kLongestHead));
  const auto start =
      std::find_if(lines.begin(), head_end, [](const Line& line) { return marks(line, "start"); });
  if (start == head_end) return false;
  for (auto line = lines.begin(); line != start; ++line)
    take(field_of(line->text), article);
  const auto end =
      std::find_if(start, lines.end(), [](const Line& line) { return marks(line, "end"); });
  lines.erase(end, lines.end());
  const auto begin = static_cast<std::size_t>(start - lines.begin()) + 1;
  keep(lines, behind_producers(lines, begin), lines.size());
  return true;
}

/// Behind the block of fields at the top; none for another beginning.
std::optional<std::size_t> end_of_fields(const std::vector<Line>& lines) {
  const std::size_t begin = next_text(lines, 0);
  std::size_t known = 0;
  std::size_t end = begin;
  for (; end < lines.size() && !lines[end].text.empty(); ++end) {
    const bool goes_on = end > begin && lines[end].indent > 0;
    const std::size_t colon = lines[end].text.find(": ");
    const std::size_t blank = lines[end].text.find(' ');
    const bool is_field = colon != std::string_view::npos && colon < blank;
    if (field_of(lines[end].text).field != Field::None)
      ++known;
    else if (!is_field && !goes_on)
      return std::nullopt;
  }
  return known >= 2 ? std::optional(end) : std::nullopt;
}

/// "-- " above a few lines at the end.
void drop_signature(std::vector<Line>& lines) {
  constexpr std::size_t kLongest = 12;
  const std::size_t from = lines.size() > kLongest ? lines.size() - kLongest : 0;
  const auto mark = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.end(),
                                 [](const Line& line) { return line.text == "--"; });
  lines.erase(mark, lines.end());
}

}  // namespace

void take_head(std::vector<Line>& lines, Article& article) {
  if (take_gutenberg(lines, article)) return;
  const auto end = end_of_fields(lines);
  if (!end) return;
  for (std::size_t at = 0; at < *end; ++at)
    take(field_of(lines[at].text), article);
  keep(lines, *end, lines.size());
  drop_signature(lines);
}

}  // namespace recto::reader
