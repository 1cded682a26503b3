// What a PDF's page shows: words with their places and type.
#pragma once

#include <ctime>
#include <string>
#include <vector>

namespace recto::reader::pdf {

/// In points (1/72 inch) from the page's top left corner, y downwards.
struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
  [[nodiscard]] float middle() const { return (top + bottom) / 2; }
};

/// As the font's name tells it.
struct Style {
  bool bold = false;
  bool italic = false;
  bool mono = false;  ///< typewriter
  bool math = false;  ///< symbols of formulas

  bool operator==(const Style&) const = default;
};

/// A run of one font without blanks: a word, or a piece of one ("H", "2", "O").
struct Word {
  std::string text;  ///< UTF-8, NFC, without ligatures and control characters; not empty
  Box box;
  float size = 0;  ///< of the type, in points
  Style style;
  bool space_after = false;  ///< a blank follows on the same line
};

struct Page {
  float width = 0;
  float height = 0;
  std::vector<Word> words;  ///< upright ones; those of a line follow each other
};

/// What a PDF says of itself.
struct Info {
  std::string title;        ///< clean as the text of words
  std::string author;       ///< likewise
  std::string maker;        ///< the programs that made it
  std::time_t created = 0;  ///< 0: unknown
};

struct Document {
  Info info;
  std::vector<Page> pages;
};

}  // namespace recto::reader::pdf
