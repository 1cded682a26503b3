#include "tools/reader/furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "content/base/ascii.h"
#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/metadata.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

using Extent = FurniturePattern::Extent;

/// Longer ones are text, whatever they begin with.
constexpr std::size_t kMostWords = 40;
constexpr std::size_t kMostBytes = kMostWords * 20;

/// Below a heading such as "Related articles" longer lines, and lines that are sentences, are text.
constexpr std::size_t kMostLinkWords = 20;

constexpr std::size_t kMostBriefWords = 12;

/// A sentence of so many words right below a question answers it, whatever it begins with.
constexpr std::size_t kFewestAnswerWords = 4;

constexpr std::string_view kAnyText = "…";
constexpr std::string_view kFewWords = "*";

Extent cut_extent(std::string_view& line) {
  static constexpr std::array<std::pair<std::string_view, Extent>, 4> kExtents{{
      {" | list", Extent::List},
      {" | section", Extent::Section},
      {" | rest", Extent::Rest},
      {" | inline", Extent::Inline},
  }};
  for (const auto& [mark, extent] : kExtents) {
    if (!line.ends_with(mark)) continue;
    line = trimmed(line.substr(0, line.size() - mark.size()));
    return extent;
  }
  return Extent::Line;
}

FurniturePattern parse_pattern(std::string_view line) {
  FurniturePattern pattern;
  pattern.extent = cut_extent(line);
  pattern.brief = line.find(kFewWords) != std::string_view::npos;
  const std::string_view gap = pattern.brief ? kFewWords : kAnyText;
  pattern.open_begin = line.starts_with(gap);
  pattern.open_end = line.ends_with(gap);
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(gap), line.size());
    if (std::string part = fold_case(line.substr(0, end)); !part.empty())
      pattern.parts.push_back(std::move(part));
    line.remove_prefix(std::min(end + gap.size(), line.size()));
  }
  return pattern;
}

/// line.starts_with(part), which most lines fail at the second letter.
bool begins_with(std::string_view line, std::string_view part) {
  if (line.size() < part.size() || (part.size() > 1 && line[1] != part[1])) return false;
  return line.starts_with(part);
}

bool fits(std::string_view line, const FurniturePattern& pattern) {
  if (!pattern.open_begin && !begins_with(line, pattern.parts.front())) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < pattern.parts.size(); ++i) {
    const std::string& part = pattern.parts[i];
    const bool last = i + 1 == pattern.parts.size();
    const std::size_t found = last && !pattern.open_end && line.size() >= part.size()
                                  ? line.rfind(part)
                                  : line.find(part, at);
    if (found == std::string_view::npos || found < at) return false;
    if (i == 0 && !pattern.open_begin && found != 0) return false;
    at = found + part.size();
  }
  return pattern.open_end || at == line.size();
}

/// Without the decoration that pages put around ("* Read more …") and a final stop or colon.
std::string_view plain(std::string_view folded) {
  folded.remove_prefix(std::min(folded.find_first_not_of("|*-=>_ "), folded.size()));
  return folded.substr(0, folded.find_last_not_of(".:| *_-") + 1);
}

std::size_t count_words(const Piece& piece) {
  return words_of(piece.block.text).size();
}

bool looks_like_a_link(const Piece& piece) {
  if (piece.linked) return true;
  if (piece.block.type == BlockType::Code || piece.block.type == BlockType::Table) return false;
  const std::size_t words = count_words(piece);
  return words <= kMostLinkWords && (!ends_sentence(piece.block.text) || words <= 4);
}

std::size_t end_of_links(const std::vector<Piece>& pieces, std::size_t at) {
  while (at < pieces.size() && looks_like_a_link(pieces[at]))
    ++at;
  return at;
}

std::size_t end_of_section(const std::vector<Piece>& pieces, std::size_t at) {
  const int level = pieces[at].block.level;
  for (++at; at < pieces.size(); ++at)
    if (pieces[at].block.type == BlockType::Heading && pieces[at].block.level <= level) break;
  return at;
}

/// "Notes" of a recipe, and not of a paper: a sentence without numbers and addresses stands below.
bool heads_prose(const std::vector<Piece>& pieces, std::size_t heading) {
  if (heading + 1 >= pieces.size() || fold_case(pieces[heading].block.text) != "notes")
    return false;
  const std::string& text = pieces[heading + 1].block.text;
  return !pieces[heading + 1].linked && begins_upper(text) && ends_sentence(text) &&
         text.find_first_of("0123456789/^@") == std::string::npos;
}

/// Behind the last piece that goes when the one at `at` fits a pattern of `extent`. "Leave a reply"
/// near the top is a link down to the form, not the form.
std::size_t end_of(Extent extent, const std::vector<Piece>& pieces, std::size_t at,
                   bool most_stands_above) {
  const bool heading = pieces[at].block.type == BlockType::Heading;
  switch (extent) {
    case Extent::Rest: return most_stands_above ? pieces.size() : end_of_links(pieces, at + 1);
    case Extent::List: return end_of_links(pieces, at + 1);
    case Extent::Section:
      return heading && !heads_prose(pieces, at) ? end_of_section(pieces, at) : at;
    case Extent::Line:
    case Extent::Inline: break;
  }
  return at + 1;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The length of a footnote mark "[12]" or "[a]" at `at`, 0 for none.
std::size_t mark_length(std::string_view text, std::size_t at) {
  if (at == 0 || text[at] != '[' || text[at - 1] == '(') return 0;
  // Behind a blank only after punctuation: "abandoned, [17] he died", but not "element [17]".
  if (text[at - 1] == ' ' &&
      (at == 1 || std::string_view(".,;:!?)\"]").find(text[at - 2]) == std::string_view::npos))
    return 0;
  const std::size_t close = text.find(']', at);
  if (close == std::string_view::npos || close == at + 1 || close > at + 4) return 0;
  const std::string_view inside = text.substr(at + 1, close - at - 1);
  const bool number = std::all_of(inside.begin(), inside.end(), is_digit);
  const bool letter = inside.size() == 1 && inside[0] >= 'a' && inside[0] <= 'z';
  const std::string_view behind = text.substr(close + 1, 1);
  const bool at_word_end =
      behind.empty() || std::string_view(" .,;:)[\n").find(behind[0]) != std::string_view::npos;
  return (number || letter) && at_word_end ? close + 1 - at : 0;
}

/// What inline patterns name, folded.
std::vector<std::string_view> inline_parts(const Furniture& furniture) {
  std::vector<std::string_view> parts;
  for (const FurniturePattern& pattern : furniture.patterns)
    if (pattern.extent == Extent::Inline && pattern.parts.size() == 1)
      parts.emplace_back(pattern.parts.front());
  return parts;
}

/// Whether `part` stands at `at`. Compared byte by byte with ASCII case ignored: folding the text
/// would move the places.
bool stands_at(std::string_view text, std::size_t at, std::string_view part) {
  const std::string_view found = text.substr(at, part.size());
  return std::equal(part.begin(), part.end(), found.begin(), found.end(),
                    [&](char a, char b) { return a == ascii_lower(b); });
}

void index_patterns(Furniture& furniture) {
  for (std::size_t i = 0; i < furniture.patterns.size(); ++i) {
    const FurniturePattern& pattern = furniture.patterns[i];
    if (pattern.extent == Extent::Inline) continue;
    if (!pattern.open_begin)
      furniture.by_first_byte[static_cast<unsigned char>(pattern.parts[0][0])].push_back(i);
    else
      for (auto& places : furniture.by_first_byte)
        places.push_back(i);
  }
}

/// The place of the first pattern that `line` fits; behind the last one for none.
std::size_t first_fit(const Furniture& furniture, std::string_view line, bool brief) {
  if (line.empty()) return furniture.patterns.size();
  for (const std::size_t i : furniture.by_first_byte[static_cast<unsigned char>(line[0])])
    if ((brief || !furniture.patterns[i].brief) && fits(line, furniture.patterns[i])) return i;
  return furniture.patterns.size();
}

}  // namespace

Furniture parse_furniture(std::string_view text) {
  Furniture furniture;
  for (const std::string_view line : lines_of(text)) {
    const std::string_view content = trimmed(line);
    if (content.empty() || content.starts_with("# ") || content == "#") continue;
    if (FurniturePattern pattern = parse_pattern(content); !pattern.parts.empty())
      furniture.patterns.push_back(std::move(pattern));
  }
  index_patterns(furniture);
  return furniture;
}

Result<Furniture> read_furniture(std::string_view patterns, std::string_view blocks) {
  Furniture furniture = parse_furniture(patterns);
  furniture.blocks = RECTO_TRY(read_block_model(blocks));
  return furniture;
}

std::optional<Extent> match_furniture(const Furniture& furniture, std::string_view line,
                                      std::string_view folded) {
  if (line.size() > kMostBytes) return std::nullopt;
  const std::size_t words = words_of(line).size();
  if (words > kMostWords) return std::nullopt;
  const bool brief = words <= kMostBriefWords && !ends_sentence(line);
  const std::string_view undecorated = plain(folded);
  std::size_t fit = first_fit(furniture, folded, brief);
  if (undecorated.size() != folded.size())
    fit = std::min(fit, first_fit(furniture, undecorated, brief));
  if (fit == furniture.patterns.size()) return std::nullopt;
  return furniture.patterns[fit].extent;
}

std::optional<Extent> match_furniture(const Furniture& furniture, std::string_view line) {
  if (line.size() > kMostBytes) return std::nullopt;
  return match_furniture(furniture, line, fold_case(line));
}

std::string without_marks(std::string_view text, const Furniture& furniture) {
  const std::vector<std::string_view> parts = inline_parts(furniture);
  std::string begins = "[";
  for (const std::string_view part : parts)
    begins.append({part[0], ascii_upper(part[0])});
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find_first_of(begins, at), text.size());
    kept.append(text.substr(at, next - at));
    at = next;
    if (at == text.size()) break;
    std::size_t skip = mark_length(text, at);
    for (const std::string_view part : parts)
      if (skip == 0 && stands_at(text, at, part)) skip = part.size();
    if (skip > 0 && kept.ends_with(' ') && (at + skip == text.size() || text[at + skip] == ' '))
      kept.pop_back();  // the blank before the mark
    if (skip == 0) kept += text[at++];
    at += skip;
  }
  return kept;
}

void drop_furniture(std::vector<Piece>& pieces, const Furniture& furniture) {
  std::size_t all = 0;
  for (const Piece& piece : pieces)
    all += count_words(piece);
  std::vector<Piece> kept;
  std::size_t above = 0;
  for (std::size_t at = 0; at < pieces.size();) {
    const std::string& text = pieces[at].block.text;
    auto extent = match_furniture(furniture, text);
    // "Published on 14 May 2022" goes too, once its date is taken (take_metadata).
    const bool is_for_later = at < kHeadPieces && is_byline_or_date(text);
    // "Where to ask for help?" "Join our mailing list."
    const bool answers = !kept.empty() && ends_question(kept.back().block.text) &&
                         ends_sentence(text) && words_of(text).size() >= kFewestAnswerWords;
    if (extent == Extent::Line && (is_for_later || answers)) extent = std::nullopt;
    const std::size_t end = extent ? end_of(*extent, pieces, at, above * 2 >= all) : at;
    if (end == at) {
      above += count_words(pieces[at]);
      kept.push_back(std::move(pieces[at]));
    }
    at = std::max(end, at + 1);
  }
  pieces = std::move(kept);
}

}  // namespace recto::reader
