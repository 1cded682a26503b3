// The numbers that Word prints before list items and headings.
#pragma once

#include <array>
#include <string>
#include <unordered_map>

#include "tools/reader/docx/styles.h"
#include "tools/reader/xml/xml.h"

namespace recto::reader {

class Numbering {
 public:
  Numbering() = default;

  /// Reads the root of numbering.xml.
  explicit Numbering(pugi::xml_node root);

  /// Whether items of that list have a bullet or a number: else they are paragraphs.
  [[nodiscard]] bool is_list(Numbered item) const;

  /// Counts the next item and gives its number without punctuation, "3", "4.5.1", "b"; empty for a
  /// bullet.
  std::string next(Numbered item);

 private:
  static constexpr std::size_t kLevels = 9;

  struct Level {
    std::string format = "decimal";  ///< w:numFmt
    std::string text;                ///< w:lvlText, "%1.%2."
    int start = 1;
  };
  struct List {
    std::array<Level, kLevels> levels;
    std::string counter;  ///< whose count it shares: the abstract number's, or its own when it
                          ///< starts anew
  };
  struct Count {
    std::array<int, kLevels> at{};
    std::array<bool, kLevels> begun{};
  };

  static Level* level_of(pugi::xml_node node, List& list);  ///< that w:ilvl names
  static void read_level(pugi::xml_node node, List& list);

  std::unordered_map<int, List> lists_;  ///< by w:numId
  std::unordered_map<std::string, Count> counts_;
};

}  // namespace recto::reader
