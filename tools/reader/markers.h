// What stands at the beginning of a line: bullets, numbers, labels.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace recto::reader {

/// A bullet or number before an item.
struct Marker {
  std::string number{};    ///< "3", "4.5.1", "b", "iv"; empty for a bullet
  std::size_t length = 0;  ///< bytes up to the item's text
  std::string mark{};      ///< a number with what sets it off: "3.", "(b)"; empty for a bullet
};

/// "- ", "* ", "• ", "3. ", "(3) ", "4.5.1 ", "b) " at the beginning of `line`, which does not
/// begin with a blank.
[[nodiscard]] std::optional<Marker> find_marker(std::string_view line);

enum class Label { Question, Answer };

/// "Q:", "Question 3:", "Frage:", "A:", "Answer:" … at the beginning of `line`.
struct FoundLabel {
  Label label = Label::Question;
  std::size_t length = 0;  ///< bytes up to the text behind it
  bool letter = false;     ///< "F:", "R:": a label in some languages only
};
[[nodiscard]] std::optional<FoundLabel> find_label(std::string_view line);

}  // namespace recto::reader
