#include "tools/reader/markdown/markdown.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <md4c.h>
#include <string>
#include <utility>
#include <vector>

#include "content/base/utf8.h"
#include "tools/reader/markdown/front_matter.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

std::string decoded_entity(std::string_view entity) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kNamed{{
      {"&amp;", "&"},   {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""},  {"&apos;", "'"},
      {"&nbsp;", " "},  {"&mdash;", "—"}, {"&ndash;", "–"}, {"&hellip;", "…"}, {"&lsquo;", "‘"},
      {"&rsquo;", "’"}, {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&laquo;", "«"},  {"&raquo;", "»"},
      {"&copy;", "©"},  {"&reg;", "®"},   {"&trade;", "™"}, {"&euro;", "€"},   {"&pound;", "£"},
      {"&deg;", "°"},   {"&times;", "×"}, {"&shy;", ""},    {"&rarr;", "→"},
  }};
  for (const auto& [name, text] : kNamed)
    if (name == entity) return std::string(text);
  if (!entity.starts_with("&#") || entity.size() < 4) return std::string(entity);
  const bool hex = entity[2] == 'x' || entity[2] == 'X';
  const std::string_view digits = entity.substr(hex ? 3 : 2, entity.size() - (hex ? 4 : 3));
  std::uint32_t code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  std::string text;
  append_utf8(text, code == 0 ? kReplacementCharacter : static_cast<char32_t>(code));
  return text;
}

/// Raw HTML without its tags, and without what scripts and styles hold.
std::string without_tags(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      text += html[at++];
      continue;
    }
    const std::string_view tag = html.substr(at);
    for (const std::string_view hidden : {"script", "style"})
      if (tag.substr(1).starts_with(hidden)) at = std::min(html.find("</", at + 1), html.size());
    const std::size_t close = html.find(tag.starts_with("<!--") ? "-->" : ">", at);
    if (close == std::string_view::npos) break;
    text += ' ';
    at = close + (tag.starts_with("<!--") ? 3 : 1);
  }
  return text;
}

/// " · ": it does not make a row of links less of one.
bool between_links(std::string_view text) {
  const auto words = words_of(text);
  return std::all_of(words.begin(), words.end(), is_separator);
}

/// A run of text in a paragraph that is bold or a link, or neither.
struct Counts {
  std::size_t all = 0;     ///< bytes but blanks
  std::size_t strong = 0;  ///< of them in bold
  std::size_t linked = 0;  ///< of them in links
};

struct ListState {
  int id = 0;
  bool ordered = false;
  unsigned next = 0;  ///< number of the next item
};

/// Turns md4c's calls into pieces.
class MarkdownReader {
 public:
  void enter(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE: ++quotes_; break;
      case MD_BLOCK_UL: open_list(false, 1); break;
      case MD_BLOCK_OL:
        open_list(true, static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start);
        break;
      case MD_BLOCK_LI: enter_item(); break;
      case MD_BLOCK_H:
        level_ = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
      case MD_BLOCK_TABLE: flush(BlockType::Paragraph); break;
      default: break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: --quotes_; break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        flush(BlockType::Paragraph);
        lists_.pop_back();
        break;
      case MD_BLOCK_LI:
        flush(BlockType::Paragraph);
        item_ = false;  // an empty item
        break;
      case MD_BLOCK_P: flush(BlockType::Paragraph); break;
      case MD_BLOCK_H: flush(BlockType::Heading); break;
      case MD_BLOCK_CODE: flush(BlockType::Code); break;
      case MD_BLOCK_HTML:
        text_ = without_tags(text_);
        flush(BlockType::Paragraph);
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH: text_ += '\t'; break;
      case MD_BLOCK_TR: text_ += '\n'; break;
      case MD_BLOCK_TABLE: flush(BlockType::Table); break;
      default: break;
    }
  }

  void enter(MD_SPANTYPE type) { count(type, 1); }
  void leave(MD_SPANTYPE type) { count(type, -1); }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (images_ > 0) return;
    switch (type) {
      case MD_TEXT_NULLCHAR: return;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR: text_ += '\n'; return;
      case MD_TEXT_ENTITY: return append(decoded_entity(text));
      case MD_TEXT_HTML:
        if (html_block_)
          text_ += text;
        else if (text.starts_with("<br"))
          text_ += '\n';
        return;
      default: return append(text);
    }
  }

  void set_html_block(bool inside) { html_block_ = inside; }

  std::vector<Piece> take() {
    flush(BlockType::Paragraph);
    return std::move(pieces_);
  }

 private:
  void open_list(bool ordered, unsigned start) {
    flush(BlockType::Paragraph);
    lists_.push_back({++list_ids_, ordered, start});
  }

  void enter_item() {
    flush(BlockType::Paragraph);
    ListState& list = lists_.back();
    number_ = list.ordered ? std::to_string(list.next++) : std::string();
    item_ = true;
  }

  void count(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_STRONG) strong_ += step;
    if (type == MD_SPAN_A) links_ += step;
    if (type == MD_SPAN_IMG) images_ += step;
    if (type == MD_SPAN_STRONG && step < 0 && counts_.strong == counts_.all)
      strong_end_ = text_.size();
  }

  void append(std::string_view text) {
    text_ += text;
    if (links_ == 0 && between_links(text)) return;
    const std::size_t size =
        text.size() - static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
    counts_.all += size;
    if (strong_ > 0) counts_.strong += size;
    if (links_ > 0) counts_.linked += size;
  }

  /// A block is complete. Inside items the first paragraph is the item, inside quotes all are
  /// quotes.
  void flush(BlockType type) {
    if (type == BlockType::Paragraph && item_) type = BlockType::List;
    if (type == BlockType::Paragraph && quotes_ > 0) type = BlockType::Quote;
    const std::string raw = std::exchange(text_, {});
    const Counts counts = std::exchange(counts_, {});
    const std::size_t strong_end = std::exchange(strong_end_, 0);
    if (trimmed(raw).empty()) return;
    if (type == BlockType::Code)
      return add(type, raw.substr(0, raw.find_last_not_of('\n') + 1), {});
    if (type == BlockType::Table) return add(type, table_text(raw), {});
    // "**Why?** Because …" and "**Why?**\nBecause …": the question is a paragraph of its own.
    const std::string_view strong = std::string_view(raw).substr(0, strong_end);
    if (type == BlockType::Paragraph && counts.strong < counts.all && ends_question(strong)) {
      add(type, strong, {1, 1, 0});
      return add_lines(type, std::string_view(raw).substr(strong_end), {});
    }
    add_lines(type, raw, counts);
  }

  /// Lines that begin with "Q:" or "A:" are pieces of their own.
  void add_lines(BlockType type, std::string_view raw, Counts counts) {
    std::size_t begin = 0;
    for (std::size_t at = raw.find('\n'); at != std::string_view::npos;
         at = raw.find('\n', at + 1)) {
      if (!find_label(trimmed(raw.substr(at + 1)))) continue;
      add(type, raw.substr(begin, at - begin), counts);
      begin = at + 1;
    }
    add(type, raw.substr(begin), counts);
  }

  void add(BlockType type, std::string_view text, Counts counts) {
    Piece piece;
    piece.block.type = type;
    piece.block.text =
        type == BlockType::Code || type == BlockType::Table ? std::string(text) : one_line(text);
    if (piece.block.text.empty()) return;
    piece.marked = type == BlockType::Heading;
    piece.block.level = type == BlockType::Heading ? level_ : 0;
    piece.strong = counts.all > 0 && counts.strong == counts.all;
    piece.linked = counts.all > 0 && counts.linked == counts.all;
    piece.single = trimmed(text).find('\n') == std::string_view::npos;
    if (type == BlockType::List) {
      piece.number = std::exchange(number_, {});
      piece.list = lists_.back().id;
      item_ = false;
    }
    pieces_.push_back(std::move(piece));
  }

  static std::string table_text(std::string_view raw) {
    std::string table;
    for (std::string_view row : lines_of(raw)) {
      while (row.ends_with('\t'))
        row.remove_suffix(1);
      if (!trimmed(row).empty()) table.append(table.empty() ? "" : "\n").append(row);
    }
    return table;
  }

  std::vector<Piece> pieces_;
  std::string text_;
  Counts counts_;
  std::size_t strong_end_ = 0;  ///< of the bold text that opens the paragraph
  std::vector<ListState> lists_;
  int list_ids_ = 0;
  std::string number_;
  bool item_ = false;  ///< an item was opened and has no text yet
  bool html_block_ = false;
  int level_ = 0;
  int quotes_ = 0;
  int strong_ = 0;
  int links_ = 0;
  int images_ = 0;
};

MarkdownReader& reader_of(void* user) {
  return *static_cast<MarkdownReader*>(user);
}

int on_enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  reader_of(user).enter(type, detail);
  reader_of(user).set_html_block(type == MD_BLOCK_HTML);
  return 0;
}

int on_leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* user) {
  reader_of(user).set_html_block(false);
  reader_of(user).leave(type);
  return 0;
}

int on_enter_span(MD_SPANTYPE type, void* /*detail*/, void* user) {
  reader_of(user).enter(type);
  return 0;
}

int on_leave_span(MD_SPANTYPE type, void* /*detail*/, void* user) {
  reader_of(user).leave(type);
  return 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  reader_of(user).text(type, {text, size});
  return 0;
}

/// "[^1]" in a text, and the paragraphs "[^1]: …" that say what it stands for.
void drop_footnotes(std::vector<Piece>& pieces) {
  std::erase_if(pieces, [](const Piece& piece) {
    const std::size_t close = piece.block.text.find("]:");
    return piece.block.type == BlockType::Paragraph && piece.block.text.starts_with("[^") &&
           close != std::string::npos;
  });
  for (Piece& piece : pieces) {
    if (piece.block.type == BlockType::Code) continue;
    std::string& text = piece.block.text;
    for (std::size_t at = text.find("[^"); at != std::string::npos; at = text.find("[^", at)) {
      const std::size_t close = text.find(']', at);
      if (close == std::string::npos || close > at + 32) {
        ++at;
        continue;
      }
      text.erase(at, close + 1 - at);
    }
  }
}

}  // namespace

Draft read_markdown(std::string_view text) {
  Draft draft;
  const std::size_t matter = front_matter_length(text);
  read_front_matter(text.substr(0, matter), draft.article);
  text.remove_prefix(matter);
  MarkdownReader reader;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                 MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_COLLAPSEWHITESPACE;
  parser.enter_block = on_enter_block;
  parser.leave_block = on_leave_block;
  parser.enter_span = on_enter_span;
  parser.leave_span = on_leave_span;
  parser.text = on_text;
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader);
  draft.pieces = reader.take();
  drop_footnotes(draft.pieces);
  return draft;
}

bool is_markdown(std::string_view text) {
  if (front_matter_length(text) > 0) return true;
  int headings = 0;
  int other = 0;
  for (const std::string_view line : lines_of(text)) {
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes > 0 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ') ++headings;
    if (line.find("](") != std::string_view::npos || line.find("**") != std::string_view::npos ||
        line.starts_with("```"))
      ++other;
  }
  return headings >= 2 && other >= 2;
}

}  // namespace recto::reader
