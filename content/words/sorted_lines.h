// A table as text that is searched in place: lines "key<TAB>value", sorted by key.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recto {

/// The lines of a table, sorted by key (bytewise), each ended by a line feed. Keys may repeat. What
/// is not of this shape is not found; nothing worse happens.
class SortedLines {
 public:
  SortedLines() = default;
  explicit SortedLines(std::string_view text) : text_(text) {}

  /// The value of the first line with this key; empty when there is none.
  [[nodiscard]] std::string_view find(std::string_view key) const;

  /// The first line with this key, key and value in place; both empty when there is none.
  [[nodiscard]] std::pair<std::string_view, std::string_view> line(std::string_view key) const;

  /// The values of all lines with this key, in their order.
  [[nodiscard]] std::vector<std::string_view> all(std::string_view key) const;

  /// All lines, key and value.
  [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> lines() const;

 private:
  /// Where the first line begins whose key is not less.
  [[nodiscard]] std::size_t lower_bound(std::string_view key) const;

  std::string_view text_;
};

/// The text of a table with these rows; equal rows become one.
[[nodiscard]] std::string write_sorted_lines(std::vector<std::pair<std::string, std::string>> rows);

/// The fields of a value: "a<TAB>b<TAB>" → a, b and an empty one.
[[nodiscard]] std::vector<std::string_view> split_fields(std::string_view text,
                                                         char between = '\t');

}  // namespace recto
