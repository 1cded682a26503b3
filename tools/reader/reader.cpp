#include "tools/reader/reader.h"

#include <algorithm>
#include <cld2/public/compact_lang_det.h>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/faq.h"
#include "tools/reader/formats.h"
#include "tools/reader/furniture.h"
#include "tools/reader/headings.h"
#include "tools/reader/metadata.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// A tab parts the cells of tables and stands in code; elsewhere it is a blank. A question is a
/// line.
void drop_tabs(Block& block) {
  const auto blank = [](std::string& text) { std::replace(text.begin(), text.end(), '\t', ' '); };
  blank(block.question);
  std::replace(block.question.begin(), block.question.end(), '\n', ' ');
  if (block.type != BlockType::Table && block.type != BlockType::Code &&
      block.type != BlockType::Faq)
    blank(block.text);
}

void drop_marks(std::vector<Piece>& pieces, const Furniture& furniture) {
  for (Piece& piece : pieces)
    if (piece.block.type != BlockType::Code)
      piece.block.text = without_marks(piece.block.text, furniture);
  std::erase_if(pieces, [](const Piece& piece) { return trimmed(piece.block.text).empty(); });
}

/// Lists and rows of nothing but links are contents and navigation.
void drop_link_lists(std::vector<Piece>& pieces) {
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin + 1;
    while (end < pieces.size() && pieces[end].block.type == BlockType::List &&
           pieces[end].list == pieces[begin].list)
      ++end;
    const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = pieces.begin() + static_cast<std::ptrdiff_t>(end);
    const bool list = first->block.type == BlockType::List && end >= begin + 2 &&
                      std::all_of(first, last, [](const Piece& piece) { return piece.linked; });
    const bool row = first->block.type == BlockType::Paragraph && first->linked &&
                     is_link_row(first->block.text);
    if (list || row)
      pieces.erase(first, last);
    else
      begin = end;
  }
}

std::string guess_language(const Article& article) {
  const std::string text = text_of(article);
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(
      text.data(), static_cast<int>(std::min<std::size_t>(text.size(), 1 << 20)), true, &reliable);
  return reliable && language != CLD2::UNKNOWN_LANGUAGE ? CLD2::LanguageCode(language) : "";
}

/// The headings of level 1 are the book's chapters.
void name_chapters(std::vector<Block>& blocks) {
  std::string chapter;
  for (Block& block : blocks) {
    if (block.type == BlockType::Heading && block.level == 1) chapter = block.text;
    block.chapter = chapter;
  }
}

bool has_words(const Article& article) {
  return std::any_of(article.blocks.begin(), article.blocks.end(), [](const Block& block) {
    return block.type != BlockType::Heading && block.type != BlockType::Code &&
           !words_of(block.text).empty();
  });
}

}  // namespace

Result<Article> read_article(std::string_view bytes, const Origin& told,
                             const Furniture& furniture) {
  Origin origin = told;
  Draft draft = RECTO_TRY(read_draft(bytes, origin, furniture));
  std::vector<Piece>& pieces = draft.pieces;
  const Headings headings = draft.marked ? Headings::Marked : headings_of(pieces);
  drop_marks(pieces, furniture);
  drop_link_lists(pieces);
  find_captions(pieces);
  drop_furniture(pieces, furniture);
  take_metadata(draft, origin.name);
  find_headings(pieces, headings);
  pieces = fold_faq(
      std::move(pieces),
      {.title = draft.article.title, .name = origin.name, .stated = std::move(draft.stated_faq)});
  join_items(pieces);
  drop_trailing_headings(pieces);
  for (Piece& piece : pieces) {
    drop_tabs(piece.block);
    draft.article.blocks.push_back(std::move(piece.block));
  }
  if (draft.book) name_chapters(draft.article.blocks);
  if (!has_words(draft.article))
    return fail(Error::Kind::BadInput, "there is no article text in it", {},
                "check that the file holds the article itself");
  if (draft.article.url.empty()) draft.article.url = origin.url;
  if (draft.article.language.empty()) draft.article.language = guess_language(draft.article);
  return std::move(draft.article);
}

}  // namespace recto::reader
