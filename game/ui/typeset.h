// Text → placed glyphs: fallback fonts, shaping (kerning, joined scripts), both directions, lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "game/ui/faces.h"

namespace recto::ui {

/// One glyph. All lengths are pixels.
struct Glyph {
  int face = 0;
  std::uint32_t index = 0;
  float x = 0, y = 0;  ///< pen, from the line's left end and base line, y downwards
};

/// The characters that belong together: what a cursor steps over and a mark covers.
struct Cluster {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  float x = 0, width = 0;
  bool right_to_left = false;
};

/// A line in the order of the eye, from left to right.
struct Line {
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;
  float width = 0;
  std::size_t begin = 0, end = 0;  ///< bytes of the text, blanks at its end left out
};

struct Block {
  std::vector<Line> lines;  ///< at least one
  float width = 0;          ///< of the widest
};

/// The byte offset whose character boundary is nearest to `x` pixels from the line's left end.
[[nodiscard]] std::size_t offset_at(const Line& line, float x);
/// Where a cursor stands that is before byte `offset`, in pixels from the line's left end.
[[nodiscard]] float cursor_x(const Line& line, std::size_t offset);

/// Sets text. What was set before is kept, so that a frame that changes nothing costs nothing.
class Typesetter {
 public:
  explicit Typesetter(Faces faces) : faces_(std::move(faces)) {}

  /// One line, whatever its length; line breaks and control characters count as blanks. The
  /// reference holds until the next call.
  const Line& line(std::string_view text, Font font, float px);

  /// Lines of at most `width` pixels, broken where Unicode allows it, inside a word only where it
  /// is longer than a line; '\n' always breaks.
  const Block& block(std::string_view text, Font font, float px, float width);

  [[nodiscard]] Faces& faces() { return faces_; }
  [[nodiscard]] const Faces& faces() const { return faces_; }

 private:
  struct Run;
  [[nodiscard]] std::vector<Run> runs_of(std::string_view text, Font font);
  void shape(std::string_view text, const Run& run, float px, Line& line);
  [[nodiscard]] Line set_line(std::string_view text, std::size_t begin, std::size_t end, Font font,
                              float px);
  void set_paragraph(std::string_view text, std::size_t begin, std::size_t end, Font font, float px,
                     float width, Block& block);

  Faces faces_;
  std::unordered_map<std::string, Line> lines_;
  std::unordered_map<std::string, Block> blocks_;
};

}  // namespace recto::ui
