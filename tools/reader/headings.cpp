#include "tools/reader/headings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "content/base/fold.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

constexpr std::size_t kMostHeadingWords = 14;
constexpr std::size_t kMostCaptionWords = 25;

bool has_any(std::string_view text, std::string_view signs) {
  return text.find_first_of(signs) != std::string_view::npos;
}

bool begins_with_digit(std::string_view text) {
  return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

/// "Step 3", "Chapter 2: The Reed": a word that counts parts, and a number.
bool is_numbered_part(const std::vector<std::string_view>& words) {
  static constexpr std::array<std::string_view, 15> kParts{
      "step",  "part",  "chapter", "section", "day",     "week",     "lesson", "unit",
      "phase", "stage", "schritt", "teil",    "kapitel", "chapitre", "paso"};
  return words.size() >= 2 && begins_with_digit(words[1]) &&
         std::find(kParts.begin(), kParts.end(), fold_case(words[0])) != kParts.end();
}

bool begins_like_a_question(const std::vector<std::string_view>& words) {
  static constexpr std::array<std::string_view, 17> kWords{
      "how", "why", "what", "who", "when",    "where",    "which", "wie", "warum",
      "was", "wer", "wann", "wo",  "comment", "pourquoi", "cómo",  "qué"};
  return std::find(kWords.begin(), kWords.end(), fold_case(words[0])) != kWords.end();
}

/// A line of its own that no sentence ends.
bool is_loose_line(const Piece& piece) {
  return piece.block.type == BlockType::Paragraph && piece.single &&
         (!ends_sentence(piece.block.text) || ends_question(piece.block.text)) &&
         last_letter(piece.block.text) != U':' && !find_label(piece.block.text);
}

bool ends_in_quote(std::string_view text) {
  return text.ends_with("\"") || text.ends_with("”");
}

bool looks_like_heading(std::string_view text) {
  const auto words = words_of(text);
  if (words.empty() || words.size() > kMostHeadingWords || ends_in_quote(text)) return false;
  if (!begins_upper(text) && !begins_with_digit(text)) return false;
  if (last_letter(text) == U',' || last_letter(text) == U';') return false;
  if (ends_question(text) || is_all_caps(text) || is_numbered_part(words)) return true;
  if (is_title_case(text) && !has_any(text, "()")) return true;
  if (has_any(text, ",;()")) return false;
  return words.size() <= 6 || begins_like_a_question(words);
}

/// A few words without a stop. "Basse Terre: green and lush" defines a term.
bool looks_like_caption(std::string_view text) {
  return begins_upper(text) && !ends_question(text) && !ends_in_quote(text) &&
         text.find(": ") == std::string_view::npos && words_of(text).size() <= kMostCaptionWords;
}

/// "1.1 The Americas" is a level deeper than "1 The Americas".
int level_of(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string_view number = text.substr(0, digits);
  if (number.empty()) return 2;
  const auto stops =
      std::count(number.begin(), number.end(), '.') - (number.ends_with('.') ? 1 : 0);
  return static_cast<int>(std::min<std::ptrdiff_t>(2 + stops, 6));
}

/// "Attach moss. (Lucy Akins)": a few words, then a name in brackets.
bool ends_in_credit(std::string_view text) {
  const std::size_t open = text.rfind('(');
  if (!text.ends_with(')') || open == std::string_view::npos || open == 0) return false;
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (fold_case(inside).find("credit") != std::string::npos) return true;
  const auto words = words_of(inside);
  return words.size() >= 2 && words.size() <= 4 && words_of(text).size() <= 12 &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return begins_upper(word) && !is_all_caps(word);
         });
}

bool begins_like_a_caption(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kWords{
      "figure",  "fig.",   "fig",     "table", "abbildung", "abb.",
      "tabelle", "figura", "tableau", "tabla", "plate",     "chart"};
  const auto words = words_of(text);
  if (words.size() < 3 || !begins_with_digit(words[1]) || !begins_upper(text)) return false;
  if (std::find(kWords.begin(), kWords.end(), fold_case(words[0])) == kWords.end()) return false;
  // "Figure 3 shows the bridge." is a sentence, "Figure 3. The bridge" and "Figure 3 The …" are
  // not.
  return !begins_lower(words[2]);
}

/// Below "… :" three or more loose lines are a list without bullets.
std::size_t end_of_bare_list(const std::vector<Piece>& pieces, std::size_t at) {
  std::size_t end = at + 1;
  while (end < pieces.size() && is_loose_line(pieces[end]) && !pieces[end].strong &&
         !ends_question(pieces[end].block.text) &&
         !is_numbered_part(words_of(pieces[end].block.text)) &&
         words_of(pieces[end].block.text).size() <= kMostCaptionWords)
    ++end;
  return end >= at + 4 ? end : at + 1;
}

void make_bare_lists(std::vector<Piece>& pieces) {
  int list = -1;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].block.type != BlockType::Paragraph || last_letter(pieces[at].block.text) != U':')
      continue;
    for (std::size_t end = end_of_bare_list(pieces, at); at + 1 < end; ++at) {
      pieces[at + 1].block.type = BlockType::List;
      pieces[at + 1].list = list;
    }
    --list;
  }
}

/// "1.1 The Americas" alone between paragraphs is no item.
void make_numbered_headings(std::vector<Piece>& pieces) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    Piece& piece = pieces[at];
    const auto is_same_list = [&](std::size_t other) {
      return other < pieces.size() && pieces[other].list == piece.list;
    };
    if (piece.block.type != BlockType::List || !piece.single || !begins_with_digit(piece.number) ||
        is_same_list(at - 1) || is_same_list(at + 1) || ends_sentence(piece.block.text) ||
        !looks_like_heading(piece.block.text))
      continue;
    piece.block.type = BlockType::Heading;
    piece.block.level = level_of(piece.number + ' ');
  }
}

}  // namespace

Headings headings_of(const std::vector<Piece>& pieces) {
  const bool marked =
      std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.marked; });
  return marked ? Headings::Marked : Headings::Bare;
}

bool is_caption(const Piece& piece) {
  return begins_like_a_caption(piece.block.text) ||
         (piece.single && ends_in_credit(piece.block.text));
}

void find_captions(std::vector<Piece>& pieces) {
  for (Piece& piece : pieces)
    if (piece.block.type == BlockType::Paragraph && is_caption(piece))
      piece.block.type = BlockType::Caption;
}

void find_headings(std::vector<Piece>& pieces, Headings headings) {
  make_bare_lists(pieces);
  make_numbered_headings(pieces);
  const bool all_are_marked = headings == Headings::Marked;
  int level = 1;
  for (Piece& piece : pieces) {
    if (piece.marked) level = piece.block.level;
    if (!is_loose_line(piece) || (all_are_marked && !piece.strong)) continue;
    if (looks_like_heading(piece.block.text)) {
      piece.block.type = BlockType::Heading;
      piece.block.level = all_are_marked ? std::min(level + 1, 6) : level_of(piece.block.text);
    } else if (looks_like_caption(piece.block.text)) {
      piece.block.type = BlockType::Caption;
    }
  }
}

void drop_trailing_headings(std::vector<Piece>& pieces) {
  while (!pieces.empty() && pieces.back().block.type == BlockType::Heading)
    pieces.pop_back();
}

void join_items(std::vector<Piece>& pieces) {
  std::vector<Piece> joined;
  for (Piece& piece : pieces) {
    if (!joined.empty() && piece.block.type == BlockType::List &&
        joined.back().block.type == BlockType::List && joined.back().list == piece.list)
      joined.back().block.text.append("\n").append(piece.block.text);
    else
      joined.push_back(std::move(piece));
  }
  pieces = std::move(joined);
}

}  // namespace recto::reader
