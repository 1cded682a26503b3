#include "tools/reader/pdf/typography.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace recto::reader::pdf {
namespace {

int half_points(float size) {
  return static_cast<int>(std::lround(size * 2));
}

template <class Key>
Key most_frequent(const std::map<Key, std::size_t>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

/// Lines of a column that follow each other in the same size, closely enough to be of one text.
template <class Visit>
void for_each_pair(const std::vector<Column>& columns, Visit visit) {
  for (const Column& column : columns)
    for (std::size_t i = 1; i < column.lines.size(); ++i) {
      const Line& line = column.lines[i];
      const float distance = line.base - column.lines[i - 1].base;
      if (is_same_size(line.size, column.lines[i - 1].size) && distance > 0.7F * line.size &&
          distance < 2.6F * line.size)
        visit(column, i, distance);
    }
}

}  // namespace

void count_sizes(const std::vector<Line>& lines, SizeCounts& counts) {
  for (const Line& line : lines)
    for (const Word& word : line.words)
      if (!word.style.mono) counts[half_points(word.size)] += word.text.size();
}

float body_size(const SizeCounts& counts) {
  return counts.empty() ? 10.F : static_cast<float>(most_frequent(counts)) / 2;
}

bool is_same_size(float a, float b) {
  return std::abs(a - b) < 0.045F * std::max(a, b);
}

bool is_indented(const Line& line, const Column& column) {
  const float indent = line.box.left - column.box.left;
  return indent > 0.7F * line.size && indent < 4 * line.size;
}

Typography::Typography(float body, const std::vector<Column>& columns) : body_(body) {
  std::map<int, std::map<int, std::size_t>> distances;
  std::size_t indented = 0;
  std::size_t gaps = 0;
  for_each_pair(columns, [&](const Column& column, std::size_t i, float distance) {
    ++distances[half_points(column.lines[i].size)][half_points(distance)];
  });
  for (const auto& [size, counts] : distances)
    leadings_[size] = static_cast<float>(most_frequent(counts)) / 2;
  for_each_pair(columns, [&](const Column& column, std::size_t i, float distance) {
    const Line& line = column.lines[i];
    if (!is_same_size(line.size, body_)) return;
    const bool next_is_out = i + 1 < column.lines.size() &&
                             !is_indented(column.lines[i + 1], column) &&
                             !is_indented(column.lines[i - 1], column);
    if (distance > 1.22F * leading(line.size))
      ++gaps;
    else if (is_indented(line, column) && next_is_out)
      ++indented;
  });
  indents_ = indented >= 3 && indented > gaps / 2;
}

float Typography::leading(float size) const {
  const auto found = leadings_.find(half_points(size));
  if (found != leadings_.end()) return found->second;
  const auto body = leadings_.find(half_points(body_));
  return body == leadings_.end() ? 1.2F * size : body->second / body_ * size;
}

}  // namespace recto::reader::pdf
