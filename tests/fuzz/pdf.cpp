// Printed pages from lines such as "a5\"two words": place from the left, place from the top, size
// and style, text; an empty line ends a page. Whole files go through the target `packed`, where
// poppler stands in the way.
#include "tools/reader/pdf/pdf.h"

#include "tests/fuzz/checks.h"
#include "tools/reader/pdf/letters.h"
#include "tools/reader/shape.h"

namespace recto {
namespace {

using namespace reader::pdf;

constexpr float kWidth = 612;
constexpr float kHeight = 792;

/// [0, 1): where a printable character stands among the others.
float share(char c) {
  return static_cast<float>(static_cast<unsigned char>(c) - ' ') / 95.0F;
}

void print(std::string_view line, Page& page) {
  constexpr std::size_t kPlaces = 3;
  if (line.size() <= kPlaces) return;
  const int type = line[2] & 0x7F;
  const float size = static_cast<float>(type & 0x0F) * 1.5F + 4.0F;
  const Style style{.bold = (type & 0x10) != 0, .mono = (type & 0x20) != 0, .math = type == 0x7F};
  float left = share(line[0]) * kWidth;
  const float top = share(line[1]) * kHeight;
  for (const std::string_view written : reader::words_of(line.substr(kPlaces))) {
    Word word;
    word.text = clean_letters(written);
    word.size = size;
    word.style = style;
    word.space_after = true;
    if (word.text.empty()) continue;
    const float right = left + size * 0.5F * static_cast<float>(count_code_points(word.text));
    word.box = {left, top, right, top + size};
    page.words.push_back(std::move(word));
    left = right + size * 0.25F;
  }
}

Document document_of(std::string_view bytes) {
  Document document;
  document.pages.push_back({kWidth, kHeight, {}});
  for (const std::string_view line : lines_of(bytes)) {
    if (line.empty())
      document.pages.push_back({kWidth, kHeight, {}});
    else if (line.starts_with("title:"))
      document.info.title = clean_letters(line.substr(6));
    else if (line.starts_with("author:"))
      document.info.author = clean_letters(line.substr(7));
    else
      print(line, document.pages.back());
  }
  return document;
}

}  // namespace
}  // namespace recto

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace recto;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const reader::Draft draft = reader::lay_out(document_of(bytes));
  fuzz::check_text(draft.article.title, "");
  std::size_t length = draft.article.title.size();
  for (const reader::Piece& piece : draft.pieces) {
    fuzz::check(!trimmed(piece.block.text).empty(), "pieces are not empty");
    fuzz::check_text(piece.block.text, "\n\t");
    length += piece.block.text.size();
  }
  fuzz::check(length <= bytes.size() * 4 + 100, "a text is not longer than what was printed");
  const reader::Draft again = reader::lay_out(document_of(bytes));
  fuzz::check(again.article == draft.article && again.pieces.size() == draft.pieces.size(),
              "the same pages give the same text");
  return 0;
}
