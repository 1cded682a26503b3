// Blocks of text on pages, as PDF.
#pragma once

#include <string>
#include <vector>

#include "content/base/result.h"

namespace recto::paper {

/// One paragraph, or what stands in its place. Lengths are in points (1/72 inch).
struct Line {
  enum class Kind {
    Text,
    Rule,     ///< to write on
    Bubbles,  ///< `marks` in circles side by side, to be filled
    Giant,    ///< `text`, a letter or two, as large as the page
  };
  enum class Tone { Ink, Soft };

  Kind kind = Kind::Text;
  std::string text{};  ///< UTF-8; shown as it is, never as markup
  double size = 11;
  bool bold = false;
  double indent = 0;
  double above = 0;  ///< space above, except at the top of a page
  Tone tone = Tone::Ink;
  std::string mark{};                ///< in a circle before the text: "A"
  std::vector<std::string> marks{};  ///< Bubbles

  bool operator==(const Line&) const = default;
};

/// What stays on one page, unless it is taller than one.
using Block = std::vector<Line>;

/// Begins on a page of its own.
struct Part {
  std::string footer;  ///< before the page's number
  std::vector<Block> blocks;

  bool operator==(const Part&) const = default;
};

struct Document {
  std::string title;
  std::vector<Part> parts;

  bool operator==(const Document&) const = default;
};

enum class Sheet { A4, Letter };

/// The bytes of a PDF. Characters that no installed font has are shown as boxes with their number.
/// Error: Failed when Cairo refuses.
[[nodiscard]] Result<std::string> write_pdf(const Document& document, Sheet sheet);

}  // namespace recto::paper
