#include "tools/reader/epub/chapters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <unicode/uchar.h>
#include <utility>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Letters and digits, folded: "CHAPTER I. Down" and "Chapter I: Down" are the same.
std::string key_of(std::string_view title) {
  const std::string folded = fold_case(title);
  std::string key;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t letter = next_code_point(folded, at);
    if (u_isalnum(static_cast<UChar32>(letter)) != 0) append_utf8(key, letter);
  }
  return key;
}

bool begins_with_word(std::string_view title, const std::vector<std::string_view>& words) {
  const std::string folded = fold_case(title);
  const auto own = words_of(folded);
  return own.size() > 1 && std::find(words.begin(), words.end(), own[0]) != words.end();
}

/// Whether line `at` holds chapters rather than sections: by its name, else because lines below it
/// begin in files of their own.
bool is_part(const std::vector<ContentsLine>& contents, std::size_t at) {
  static const std::vector<std::string_view> kParts{"part", "book",  "volume", "teil",
                                                    "buch", "band",  "partie", "livre",
                                                    "tome", "parte", "libro"};
  static const std::vector<std::string_view> kChapters{"chapter", "kapitel", "chapitre", "capítulo",
                                                       "capitolo"};
  const ContentsLine& line = contents[at];
  if (begins_with_word(line.title, kParts)) return true;
  const bool number = !line.title.empty() && line.title[0] >= '0' && line.title[0] <= '9';
  if (number || begins_with_word(line.title, kChapters)) return false;
  for (std::size_t i = at + 1; i < contents.size() && contents[i].depth > line.depth; ++i)
    if (contents[i].file != line.file) return true;
  return false;
}

struct Match {
  std::size_t pieces = 0;  ///< headings that make up the chapter's; 0 for no match
  std::string title;       ///< the longer of the two wordings
};

/// Whether the headings that begin at `at` are called as the chapter: as a whole, but for a number
/// or subtitle that only one of them has, or as "Chapter 1" and "The Reed" below each other.
Match match_at(const std::vector<Piece>& pieces, std::size_t at, const std::string& title) {
  if (pieces[at].block.type != BlockType::Heading) return {};
  const std::string key = key_of(title);
  const std::string& text = pieces[at].block.text;
  const std::string own = key_of(text);
  if (key.empty() || own.empty()) return {};
  if (own == key) return {1, title};
  if (at + 1 < pieces.size() && pieces[at + 1].block.type == BlockType::Heading &&
      own + key_of(pieces[at + 1].block.text) == key)
    return {2, title};
  const std::string& inner = own.size() < key.size() ? own : key;
  const std::string& outer = own.size() < key.size() ? key : own;
  const bool alike = inner.size() >= 4 && (outer.starts_with(inner) || outer.ends_with(inner));
  return alike ? Match{1, own.size() < key.size() ? title : text} : Match{};
}

Piece heading_of(std::string title) {
  Piece heading;
  heading.block.type = BlockType::Heading;
  heading.block.text = std::move(title);
  heading.block.level = 1;
  heading.marked = true;
  heading.single = true;
  return heading;
}

/// Headings that are no chapter's stand below it. `level`: of the chapter's heading in the file.
void deepen(std::vector<Piece>& pieces, int level) {
  for (Piece& piece : pieces)
    if (piece.block.type == BlockType::Heading)
      piece.block.level = std::clamp(piece.block.level - level + 1, 2, 6);
}

}  // namespace

std::vector<Chapter> chapters_of(const std::vector<ContentsLine>& contents) {
  std::vector<Chapter> chapters;
  std::vector<std::size_t> parts;    // open ones, outermost first
  std::map<std::string, int> known;  // title → how often
  for (std::size_t at = 0; at < contents.size();) {
    const ContentsLine& line = contents[at];
    while (!parts.empty() && contents[parts.back()].depth >= line.depth)
      parts.pop_back();
    if (!line.file.empty() && !line.title.empty()) {
      std::string title = line.title;
      if (known[title]++ > 0 && !parts.empty()) {
        title.insert(0, contents[parts.back()].title + ": ");
        ++known[title];
      }
      if (const int times = known[title]; times > 1) title += " (" + std::to_string(times) + ")";
      chapters.push_back({std::move(title), line.file});
    }
    const bool part = line.file.empty() || is_part(contents, at);
    if (part) parts.push_back(at);
    for (++at; !part && at < contents.size() && contents[at].depth > line.depth;)
      ++at;
  }
  return chapters;
}

bool is_furniture_title(std::string_view title) {
  static constexpr std::array<std::string_view, 47> kTitles{"cover",
                                                            "cover page",
                                                            "front cover",
                                                            "back cover",
                                                            "title page",
                                                            "titlepage",
                                                            "half title",
                                                            "half title page",
                                                            "copyright",
                                                            "copyright page",
                                                            "copyright notice",
                                                            "contents",
                                                            "table of contents",
                                                            "brief contents",
                                                            "index",
                                                            "list of figures",
                                                            "list of illustrations",
                                                            "list of tables",
                                                            "bibliography",
                                                            "references",
                                                            "notes",
                                                            "endnotes",
                                                            "footnotes",
                                                            "colophon",
                                                            "imprint",
                                                            "dedication",
                                                            "uncopyright",
                                                            "landmarks",
                                                            "the full project gutenberg license",
                                                            "umschlag",
                                                            "titelseite",
                                                            "impressum",
                                                            "inhalt",
                                                            "inhaltsverzeichnis",
                                                            "register",
                                                            "literaturverzeichnis",
                                                            "anmerkungen",
                                                            "couverture",
                                                            "page de titre",
                                                            "table des matières",
                                                            "sommaire",
                                                            "mentions légales",
                                                            "cubierta",
                                                            "portada",
                                                            "página de créditos",
                                                            "índice",
                                                            "bibliografía"};
  const std::string folded = fold_case(title);
  return std::find(kTitles.begin(), kTitles.end(), folded) != kTitles.end() ||
         folded.starts_with("also by ");
}

void mark_chapters(std::vector<Piece>& pieces, const std::vector<Chapter>& chapters,
                   bool untitled) {
  std::vector<Piece> marked;
  std::vector<std::pair<std::size_t, Match>> begins;  // piece → its chapter's heading
  int level = 1;
  std::size_t from = 0;
  for (const Chapter& chapter : chapters) {
    Match match;
    std::size_t at = from;
    for (; at < pieces.size() && match.pieces == 0; ++at)
      match = match_at(pieces, at, chapter.title);
    if (match.pieces > 0) {
      level = pieces[at - 1].block.level;
      from = at - 1 + match.pieces;
      begins.emplace_back(at - 1, std::move(match));
    } else if (begins.empty() && from == 0) {
      begins.emplace_back(0, Match{0, chapter.title});
    }
  }
  if (untitled && !pieces.empty() && pieces[0].block.type == BlockType::Heading) {
    level = pieces[0].block.level;
    begins.emplace_back(0, Match{1, pieces[0].block.text});
  }
  deepen(pieces, level);
  std::size_t at = 0;
  for (auto& [begin, match] : begins) {
    std::move(pieces.begin() + static_cast<std::ptrdiff_t>(at),
              pieces.begin() + static_cast<std::ptrdiff_t>(begin), std::back_inserter(marked));
    marked.push_back(heading_of(std::move(match.title)));
    at = begin + match.pieces;
  }
  std::move(pieces.begin() + static_cast<std::ptrdiff_t>(at), pieces.end(),
            std::back_inserter(marked));
  pieces = std::move(marked);
}

}  // namespace recto::reader
