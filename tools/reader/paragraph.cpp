#include "tools/reader/paragraph.h"

#include <algorithm>

#include "content/base/utf8.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

void add(std::vector<Piece>& pieces, BlockType type, std::string_view text, RunLook look) {
  Piece piece;
  piece.block.type = type;
  piece.block.text = one_line(text);
  if (piece.block.text.empty()) return;
  piece.marked = type == BlockType::Heading;
  piece.strong = look.strong;
  piece.linked = look.linked;
  piece.single = trimmed(text).find('\n') == std::string_view::npos;
  pieces.push_back(std::move(piece));
}

void add_lines(std::vector<Piece>& pieces, BlockType type, std::string_view text, RunLook look) {
  std::size_t begin = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    const std::size_t end = std::min(text.find('\n', at + 1), text.size());
    if (!find_label(trimmed(text.substr(at + 1, end - at - 1)))) continue;
    add(pieces, type, text.substr(begin, at - begin), look);
    begin = at + 1;
  }
  add(pieces, type, text.substr(begin), look);
}

}  // namespace

void ParagraphText::append(std::string_view run, RunLook look) {
  const auto inked =
      run.size() - static_cast<std::size_t>(std::count_if(run.begin(), run.end(), is_blank_byte));
  const bool leads = strong_ == inked_ && (look.strong || inked == 0);
  text_ += run;
  inked_ += inked;
  if (look.strong) strong_ += inked;
  if (look.linked) linked_ += inked;
  if (leads) lead_ = text_.size();
}

bool ParagraphText::is_blank() const {
  return trimmed(text_).empty();
}

std::vector<Piece> ParagraphText::pieces(BlockType type) const {
  std::vector<Piece> pieces;
  if (inked_ == 0) return pieces;
  const RunLook look{strong_ == inked_, linked_ == inked_};
  const std::string_view text = text_;
  const std::string_view lead = text.substr(0, lead_);
  if (type == BlockType::Paragraph && !look.strong && ends_question(lead)) {
    add(pieces, type, lead, {true, false});
    add_lines(pieces, type, text.substr(lead_), {});
  } else {
    add_lines(pieces, type, text, look);
  }
  return pieces;
}

}  // namespace recto::reader
