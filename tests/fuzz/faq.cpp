// Pieces from lines such as "h20Why is the sky blue?" (a type, a digit, a sum of flags, text): what
// fold_faq gives holds the text of the pieces in their order, and nothing else.
#include "tools/reader/faq.h"

#include "tests/fuzz/checks.h"
#include "tools/reader/shape.h"

namespace recto {
namespace {

BlockType type_of(char c) {
  switch (c) {
    case 'h': return BlockType::Heading;
    case 'l': return BlockType::List;
    case 'q': return BlockType::Quote;
    case 'c': return BlockType::Code;
    case 't': return BlockType::Table;
    case 'k': return BlockType::Caption;
    default: return BlockType::Paragraph;
  }
}

/// The digit is a heading's level, an item's list and number, any other piece's disclosure.
reader::Piece piece_of(std::string_view line) {
  reader::Piece piece;
  piece.block.type = type_of(line[0]);
  piece.block.text = line.substr(3);
  const int digit = line[1] >= '0' && line[1] <= '9' ? line[1] - '0' : 0;
  const int flags = line[2] & 0x3F;
  if (piece.block.type == BlockType::Heading)
    piece.block.level = std::clamp(digit, 1, 6);
  else if (piece.block.type == BlockType::List)
    piece.list = digit / 3;
  else
    piece.disclosure = digit;
  if (piece.block.type == BlockType::List && (flags & 16) != 0)
    piece.number = std::string(1, line[1]);
  piece.marked = (flags & 1) != 0;
  piece.strong = (flags & 2) != 0;
  piece.single = (flags & 4) != 0;
  piece.linked = (flags & 8) != 0;
  piece.indent = (flags & 32) != 0 ? 4 : 0;
  return piece;
}

std::string text_of(const std::vector<reader::Piece>& pieces) {
  std::string text;
  for (const reader::Piece& piece : pieces)
    text.append(piece.block.question).append(piece.block.text);
  return fuzz::without_blanks(text);
}

}  // namespace
}  // namespace recto

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace recto;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  if (!is_utf8(bytes)) return 0;
  std::vector<reader::Piece> pieces;
  std::string title;
  for (const std::string_view line : lines_of(bytes)) {
    const bool fits = line.size() > 3 && is_boundary(line, 3) && !trimmed(line.substr(3)).empty();
    if (!fits) continue;
    if (line[0] == '=')
      title = line.substr(3);
    else
      pieces.push_back(piece_of(line));
  }
  const std::string before = text_of(pieces);
  std::size_t count = 0;  // a table may give an entry a row
  for (const reader::Piece& piece : pieces)
    count += lines_of(piece.block.text).size();
  const auto folded = reader::fold_faq(std::move(pieces), {.title = title});
  fuzz::check(folded.size() <= count, "folding makes no pieces");
  for (const reader::Piece& piece : folded) {
    const bool is_faq = piece.block.type == BlockType::Faq;
    fuzz::check(is_faq == !piece.block.question.empty(), "entries have a question, others none");
    fuzz::check(!trimmed(piece.block.text).empty(), "entries have an answer");
    fuzz::check(is_utf8(piece.block.question) && is_utf8(piece.block.text), "text is UTF-8");
  }
  fuzz::check(fuzz::is_subsequence(text_of(folded), before),
              "questions and answers are in the article, in its order");
  return 0;
}
