#include "tools/reader/epub/epub.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "content/base/fold.h"
#include "tools/reader/epub/chapters.h"
#include "tools/reader/epub/package.h"
#include "tools/reader/epub/xhtml.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Title and copyright pages stand among so many files at either end.
constexpr std::size_t kOuterFiles = 5;
constexpr std::size_t kMostTitlePageWords = 40;
constexpr std::size_t kMostCopyrightWords = 450;

std::size_t count_words(const std::vector<Piece>& pieces) {
  std::size_t words = 0;
  for (const Piece& piece : pieces)
    words += words_of(piece.block.text).size();
  return words;
}

std::string folded_text(const std::vector<Piece>& pieces) {
  std::string text;
  for (const Piece& piece : pieces)
    text += piece.block.text + "\n";
  return fold_case(text);
}

/// A page that states who may print the book.
bool is_copyright_page(const std::vector<Piece>& pieces) {
  static constexpr std::array<std::string_view, 16> kSigns{"©",
                                                           "copyright",
                                                           "isbn",
                                                           "all rights reserved",
                                                           "published by",
                                                           "first published",
                                                           "first edition",
                                                           "library of congress",
                                                           "no part of this",
                                                           "printed in",
                                                           "cover design",
                                                           "alle rechte vorbehalten",
                                                           "tous droits réservés",
                                                           "todos los derechos",
                                                           "public domain",
                                                           "creative commons"};
  if (count_words(pieces) > kMostCopyrightWords) return false;
  const std::string text = folded_text(pieces);
  return std::count_if(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
           return text.find(sign) != std::string::npos;
         }) >= 2;
}

/// A few words that are no sentences, the title or an author among them.
bool is_title_page(const std::vector<Piece>& pieces, const Article& about) {
  const bool tells = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return ends_sentence(piece.block.text) && words_of(piece.block.text).size() >= 8;
  });
  if (tells || count_words(pieces) > kMostTitlePageWords) return false;
  const std::string text = folded_text(pieces);
  const auto has = [&](const std::string& name) {
    return !name.empty() && text.find(fold_case(name)) != std::string::npos;
  };
  return has(about.title) || std::any_of(about.authors.begin(), about.authors.end(), has);
}

/// Nothing but links: a table of contents.
bool is_contents_page(const std::vector<Piece>& pieces) {
  const auto linked = static_cast<std::size_t>(
      std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.linked; }));
  return linked > 2 && linked * 10 >= pieces.size() * 7;
}

/// Project Gutenberg prints its licence into the book, above and below marks that never change.
void drop_gutenberg(std::vector<Piece>& pieces) {
  const auto marked = [](const char* mark) {
    return [mark](const Piece& piece) { return piece.block.text.find(mark) != std::string::npos; };
  };
  const auto begin = std::find_if(pieces.begin(), pieces.end(), marked("*** START OF TH"));
  if (begin != pieces.end()) pieces.erase(pieces.begin(), begin + 1);
  const auto end = std::find_if(pieces.begin(), pieces.end(), marked("*** END OF TH"));
  pieces.erase(end, pieces.end());
}

class BookReader {
 public:
  BookReader(const Zip& zip, Book book, const ReadChapter& read_chapter)
      : zip_(zip), book_(std::move(book)), read_chapter_(read_chapter) {
    for (Chapter& chapter : chapters_of(book_.contents))
      chapters_[chapter.file].push_back(std::move(chapter));
  }

  Draft read() {
    for (std::size_t i = 0; i < book_.files.size(); ++i)
      add(book_.files[i], i < kOuterFiles || i + kOuterFiles >= book_.files.size());
    drop_gutenberg(pieces_);
    Draft draft;
    draft.article = std::move(book_.about);
    const auto chapters = std::count_if(pieces_.begin(), pieces_.end(), [](const Piece& piece) {
      return piece.block.type == BlockType::Heading && piece.block.level == 1;
    });
    draft.book = chapters > 1;
    draft.pieces = std::move(pieces_);
    return draft;
  }

 private:
  void add(const std::string& file, bool outer) {
    const std::vector<Chapter> own = text_chapters(file);
    const bool named_furniture = own.empty() && chapters_.contains(file);
    if (book_.furniture.contains(file) || named_furniture) return;
    const Result<std::string> xhtml = zip_.read(file);
    if (!xhtml || is_furniture_page(*xhtml)) return;
    Result<Draft> read = read_chapter_(html_of_xhtml(*xhtml));
    if (!read || is_contents_page(read->pieces)) return;
    std::vector<Piece>& pieces = read->pieces;
    if (outer && (is_title_page(pieces, book_.about) || is_copyright_page(pieces))) return;
    mark_chapters(pieces, own, chapters_.empty());
    const int lists = lists_;
    for (Piece& piece : pieces) {
      if (piece.list != 0) piece.list += lists;  // each file counts its lists from 1
      if (piece.disclosure != 0) piece.disclosure += lists;
      lists_ = std::max({lists_, piece.list, piece.disclosure});
      pieces_.push_back(std::move(piece));
    }
  }

  /// The chapters that begin in a file, without copyright pages and the like.
  [[nodiscard]] std::vector<Chapter> text_chapters(const std::string& file) const {
    const auto found = chapters_.find(file);
    if (found == chapters_.end()) return {};
    std::vector<Chapter> chapters = found->second;
    std::erase_if(chapters,
                  [](const Chapter& chapter) { return is_furniture_title(chapter.title); });
    return chapters;
  }

  const Zip& zip_;
  Book book_;
  const ReadChapter& read_chapter_;
  std::map<std::string, std::vector<Chapter>> chapters_;  ///< by the file that they begin in
  std::vector<Piece> pieces_;
  int lists_ = 0;  ///< the largest list or disclosure so far
};

}  // namespace

bool is_epub(const Zip& zip) {
  if (!zip.find("META-INF/container.xml").empty()) return true;
  const Result<std::string> type = zip.read("mimetype");
  return type && type->starts_with("application/epub+zip");
}

Result<Draft> read_epub(const Zip& zip, const ReadChapter& read_chapter) {
  return BookReader(zip, RECTO_TRY(read_package(zip)), read_chapter).read();
}

}  // namespace recto::reader
