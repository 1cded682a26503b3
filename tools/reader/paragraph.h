// A paragraph while its runs come in, for formats that mark bold text and links.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reader/piece.h"

namespace recto::reader {

/// How a run of text is printed.
struct RunLook {
  bool strong = false;
  bool linked = false;
};

/// Text with line feeds where the source breaks lines, and how much of it is bold or linked.
class ParagraphText {
 public:
  void append(std::string_view run, RunLook look);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_blank() const;

  /// Pieces of `type` (no Code, no Table), blanks folded: one, but a bold question that opens a
  /// paragraph ("**Why?** Because …") and lines with labels ("Q: …", "A: …") are pieces of their
  /// own. None for blanks.
  [[nodiscard]] std::vector<Piece> pieces(BlockType type) const;

 private:
  std::string text_;
  std::size_t inked_ = 0;   ///< bytes but blanks
  std::size_t strong_ = 0;  ///< of them in bold
  std::size_t linked_ = 0;  ///< of them in links
  std::size_t lead_ = 0;    ///< bytes of the bold text that opens it
};

}  // namespace recto::reader
