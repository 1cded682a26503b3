#include "tools/reader/markdown/markdown.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <md4c.h>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/base/utf8.h"
#include "tools/reader/encoding.h"
#include "tools/reader/markdown/dialects.h"
#include "tools/reader/markdown/front_matter.h"
#include "tools/reader/markdown/raw_html.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

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

/// A <table> while its cells are read: what is paragraphs elsewhere is a cell's text here.
struct HtmlTable {
  std::string text;  ///< rows as lines, cells ended by tabs
  std::string cell;
  bool wide = false;  ///< a row has two cells or more; else the table is a page's layout

  void end_cell() {
    if (!cell.empty()) text.append(cell).append("\t");
    cell.clear();
  }
  void end_row() {
    end_cell();
    const std::size_t row = text.rfind('\n') + 1;
    wide =
        wide || std::count(text.begin() + static_cast<std::ptrdiff_t>(row), text.end(), '\t') > 1;
    text += '\n';
  }
};

/// Turns md4c's calls into pieces.
class MarkdownReader {
 public:
  void enter(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE: open_quote(); break;
      case MD_BLOCK_UL: open_list(false, 1); break;
      case MD_BLOCK_OL:
        open_list(true, static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start);
        break;
      case MD_BLOCK_LI: enter_item(); break;
      case MD_BLOCK_H:
        flush(BlockType::Paragraph);
        level_ = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_CODE:
      case MD_BLOCK_TABLE: flush(BlockType::Paragraph); break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH: in_cell_ = true; break;
      case MD_BLOCK_HTML: html_block_ = true; break;
      default: break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: close_quote(); break;
      case MD_BLOCK_UL:
      case MD_BLOCK_OL: close_list(); break;
      case MD_BLOCK_LI:
        flush(BlockType::Paragraph);
        item_ = false;  // an empty item
        break;
      case MD_BLOCK_P: flush(BlockType::Paragraph); break;
      case MD_BLOCK_H: flush(BlockType::Heading); break;
      case MD_BLOCK_CODE: flush(BlockType::Code); break;
      case MD_BLOCK_HTML:
        html_block_ = false;
        take_html(std::exchange(html_, {}));
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        text_ += '\t';
        in_cell_ = false;
        break;
      case MD_BLOCK_TR: text_ += '\n'; break;
      case MD_BLOCK_TABLE: flush(BlockType::Table); break;
      default: break;
    }
  }

  void enter(MD_SPANTYPE type) {
    if (type == MD_SPAN_LATEXMATH) text_ += '$';
    if (type == MD_SPAN_LATEXMATH_DISPLAY) text_ += "$$";
    count(type, 1);
  }

  void leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_LATEXMATH) text_ += '$';
    if (type == MD_SPAN_LATEXMATH_DISPLAY) text_ += "$$";
    count(type, -1);
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (images_ > 0) return;
    switch (type) {
      case MD_TEXT_NULLCHAR: return;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR: return break_line();
      case MD_TEXT_ENTITY: return append(entity(text));
      case MD_TEXT_HTML:
        if (html_block_)
          html_ += text;
        else
          take_html(text);
        return;
      default: return append(text);
    }
  }

  std::vector<Piece> take() {
    flush(BlockType::Paragraph);
    if (table_) end_table();
    return std::move(pieces_);
  }

 private:
  void open_quote() {
    flush(BlockType::Paragraph);
    quotes_.push_back(Quote{});
  }

  /// Tags may close what Markdown opened, and the other way round.
  void close_quote() {
    flush(BlockType::Paragraph);
    if (quotes_.empty()) return;
    if (quotes_.back().discloses && !disclosures_.empty()) disclosures_.pop_back();
    quotes_.pop_back();
  }

  void open_list(bool ordered, unsigned start) {
    flush(BlockType::Paragraph);
    lists_.push_back({++list_ids_, ordered, start});
  }

  void close_list() {
    flush(BlockType::Paragraph);
    if (!lists_.empty()) lists_.pop_back();
    item_ = false;
  }

  void enter_item() {
    flush(BlockType::Paragraph);
    if (lists_.empty()) return;
    ListState& list = lists_.back();
    number_ = list.ordered ? std::to_string(list.next++) : std::string();
    item_ = true;
  }

  void take_html(std::string_view html) {
    for (const HtmlScrap& scrap : html_scraps(html)) {
      if (scrap.kind == HtmlScrap::Kind::Text)
        append_html(scrap.text);
      else if (!take_inline_tag(scrap))
        take_block_tag(scrap);
    }
  }

  /// Text between tags: entities mean characters.
  void append_html(std::string_view text) {
    while (!text.empty()) {
      const std::size_t begin = std::min(text.find('&'), text.size());
      append(text.substr(0, begin));
      text.remove_prefix(begin);
      constexpr std::size_t kLongestEntity = 40;
      const std::size_t end = text.substr(0, kLongestEntity).find(';');
      const std::size_t length =
          end != std::string_view::npos ? end + 1 : std::min<std::size_t>(text.size(), 1);
      if (length > 1)
        append(entity(text.substr(0, length)));
      else
        append(text.substr(0, length));
      text.remove_prefix(length);
    }
  }

  bool take_inline_tag(const HtmlScrap& tag) {
    static constexpr std::array<std::string_view, 24> kInline{
        "span", "em",   "i",    "u",     "s",    "del",     "ins",    "sub",
        "sup",  "kbd",  "code", "img",   "font", "tt",      "mark",   "small",
        "big",  "abbr", "cite", "input", "q",    "picture", "source", "var"};
    const int step = tag.kind == HtmlScrap::Kind::Open ? 1 : -1;
    if (tag.name == "br")
      break_line();
    else if (tag.name == "b" || tag.name == "strong")
      count(MD_SPAN_STRONG, step);
    else if (tag.name == "a")
      count(MD_SPAN_A, step);
    else
      return std::find(kInline.begin(), kInline.end(), tag.name) != kInline.end();
    return true;
  }

  /// Tags of blocks end the block before them. Unknown ones (of MDX) do, too.
  void take_block_tag(const HtmlScrap& tag) {
    const bool opens = tag.kind == HtmlScrap::Kind::Open;
    if (table_ && take_table_tag(tag.name, opens)) return;
    flush(type_closed_by(tag));
    if (tag.name == "details" && opens) disclosures_.push_back(++disclosure_ids_);
    if (tag.name == "details" && !opens && !disclosures_.empty()) disclosures_.pop_back();
    if (tag.name == "table" && opens) table_.emplace();
    if (tag.name == "ul" || tag.name == "ol") opens ? open_list(tag.name == "ol", 1) : close_list();
    if (tag.name == "li" && opens) enter_item();
    if (tag.name == "li" && !opens) item_ = false;
    if (tag.name == "blockquote") opens ? open_quote() : close_quote();
    if (tag.name == "dt" && opens) term_ = ++disclosure_ids_;
    if (tag.name == "dl") {
      in_definitions_ = opens;
      term_ = 0;
    }
  }

  /// What the text before a tag is.
  BlockType type_closed_by(const HtmlScrap& tag) {
    if (tag.kind == HtmlScrap::Kind::Open) return BlockType::Paragraph;
    if (tag.name == "pre") return BlockType::Code;
    if (tag.name == "figcaption" || tag.name == "caption") return BlockType::Caption;
    if (tag.name.size() != 2 || tag.name[0] != 'h' || tag.name[1] < '1' || tag.name[1] > '6')
      return BlockType::Paragraph;
    level_ = tag.name[1] - '0';
    return BlockType::Heading;
  }

  bool take_table_tag(std::string_view name, bool opens) {
    if (name == "td" || name == "th" || name == "tr") {
      flush(BlockType::Paragraph);
      name == "tr" ? table_->end_row() : table_->end_cell();
    } else if (name == "table" && !opens) {
      flush(BlockType::Paragraph);
      end_table();
    } else {
      break_line();
    }
    return true;
  }

  void end_table() {
    table_->end_row();
    const HtmlTable table = *std::exchange(table_, std::nullopt);
    if (table.wide) return add(BlockType::Table, table_text(table.text), {});
    for (const std::string_view row : lines_of(table.text))
      add(BlockType::Paragraph, row, {});
  }

  void count(MD_SPANTYPE type, int step) {
    const auto move = [&](int& depth) { depth = std::max(depth + step, 0); };
    if (type == MD_SPAN_STRONG) move(strong_);
    if (type == MD_SPAN_A || type == MD_SPAN_WIKILINK) move(links_);
    if (type == MD_SPAN_IMG) move(images_);
    if (type == MD_SPAN_STRONG && step < 0 && counts_.strong == counts_.all)
      strong_end_ = text_.size();
  }

  void break_line() { text_ += in_cell_ || table_ ? ' ' : '\n'; }

  void append(std::string_view text) {
    text_ += text;
    if (links_ == 0 && between_links(text)) return;
    const std::size_t size =
        text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
          return c == ' ' || c == '\n' || c == '\t';
        }));
    counts_.all += size;
    if (strong_ > 0) counts_.strong += size;
    if (links_ > 0) counts_.linked += size;
  }

  /// Asked for often in some documents, and few are different.
  const std::string& entity(std::string_view name) {
    const auto [found, is_new] = entities_.try_emplace(std::string(name));
    if (is_new) found->second = cleaned(decoded_entity(name));
    return found->second;
  }

  /// A block is complete. Inside items the first paragraph is the item, inside quotes all are
  /// quotes.
  void flush(BlockType type) {
    std::string raw = std::exchange(text_, {});
    const Counts counts = std::exchange(counts_, {});
    const std::size_t strong_end = std::exchange(strong_end_, 0);
    if (trimmed(raw).empty()) return;
    if (table_ && type != BlockType::Table) {
      table_->cell.append(table_->cell.empty() ? "" : " ").append(one_line(raw));
      return;
    }
    if (type == BlockType::Paragraph && item_) type = BlockType::List;
    if (type == BlockType::Paragraph && !quotes_.empty()) type = quoted_type(raw);
    if (type == BlockType::Code) return add(type, without_blank_lines(raw), {});
    if (type == BlockType::Table) return add(type, table_text(raw), {});
    // "**Why?** Because …" and "**Why?**\nBecause …": the question is a paragraph of its own.
    const std::string_view strong = std::string_view(raw).substr(0, strong_end);
    if (type == BlockType::Paragraph && counts.strong < counts.all && ends_question(strong)) {
      add(type, strong, {1, 1, 0});
      return add_lines(type, std::string_view(raw).substr(strong_end), {});
    }
    add_lines(type, raw, counts);
  }

  /// "[!NOTE]" opens an aside, which nobody is quoted in; Obsidian puts a title behind it.
  BlockType quoted_type(std::string& raw) {
    Quote& quote = quotes_.back();
    const bool opens = std::exchange(quote.is_empty, false) && raw.starts_with("[!");
    const std::size_t close = opens ? raw.find(']') : std::string::npos;
    if (close == std::string::npos) return quote.is_aside ? BlockType::Paragraph : BlockType::Quote;
    quote.is_aside = true;
    std::size_t begin = close + 1;
    if (begin < raw.size() && (raw[begin] == '-' || raw[begin] == '+')) ++begin;
    const std::size_t end = std::min(raw.find('\n', begin), raw.size());
    if (const std::string title = one_line(std::string_view(raw).substr(begin, end - begin));
        !title.empty()) {
      disclosures_.push_back(++disclosure_ids_);
      quote.discloses = true;
      add(BlockType::Paragraph, title, {});
    }
    raw.erase(0, end);
    return BlockType::Paragraph;
  }

  /// Lines that begin with "Q:" or "A:" are pieces of their own; so are terms and the lines ": …"
  /// below that define them.
  void add_lines(BlockType type, std::string_view raw, Counts counts) {
    std::size_t begin = 0;
    for (std::size_t at = raw.find('\n'); at != std::string_view::npos;
         at = raw.find('\n', at + 1)) {
      const std::string_view next = trimmed(raw.substr(at + 1, raw.find('\n', at + 1) - at - 1));
      const bool defines = next.starts_with(": ") && type == BlockType::Paragraph;
      const bool defined = raw.substr(begin).starts_with(": ");
      if (!find_label(next) && !defines) continue;
      add_line(type, raw.substr(begin, at - begin), counts, defines && !defined);
      begin = at + 1;
    }
    add_line(type, raw.substr(begin), counts, false);
  }

  void add_line(BlockType type, std::string_view line, Counts counts, bool is_term) {
    const bool defines = trimmed(line).starts_with(": ") && term_ > 0;
    if (is_term)
      term_ = ++disclosure_ids_;
    else if (defines)
      line = trimmed(line).substr(2);
    else if (!in_definitions_)
      term_ = 0;
    add(type, line, counts);
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
    if (term_ > 0)
      piece.disclosure = term_;
    else if (!disclosures_.empty())
      piece.disclosure = disclosures_.back();
    if (type == BlockType::List) {
      piece.number = std::exchange(number_, {});
      if (!piece.number.empty()) piece.mark = piece.number + '.';
      piece.list = lists_.back().id;
      item_ = false;
    }
    pieces_.push_back(std::move(piece));
  }

  static std::string_view without_blank_lines(std::string_view code) {
    const std::size_t first = code.find_first_not_of('\n');
    return code.substr(first, code.find_last_not_of('\n') + 1 - first);
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

  struct Quote {
    bool is_empty = true;
    bool is_aside = false;
    bool discloses = false;  ///< has a title, below which the rest is hidden
  };

  std::vector<Piece> pieces_;
  std::string text_;
  Counts counts_;
  std::size_t strong_end_ = 0;  ///< of the bold text that opens the paragraph
  std::vector<ListState> lists_;
  int list_ids_ = 0;
  std::string number_;
  bool item_ = false;  ///< an item was opened and has no text yet
  std::vector<Quote> quotes_;
  std::vector<int> disclosures_;
  int disclosure_ids_ = 0;
  int term_ = 0;                 ///< the disclosure of a term that is being defined
  bool in_definitions_ = false;  ///< inside <dl>
  std::optional<HtmlTable> table_;
  std::string html_;
  bool html_block_ = false;
  bool in_cell_ = false;
  int level_ = 0;
  int strong_ = 0;
  int links_ = 0;
  int images_ = 0;
  std::unordered_map<std::string, std::string> entities_;
};

MarkdownReader& reader_of(void* user) {
  return *static_cast<MarkdownReader*>(user);
}

int on_enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  reader_of(user).enter(type, detail);
  return 0;
}

int on_leave_block(MD_BLOCKTYPE type, void* /*detail*/, void* user) {
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

}  // namespace

Draft read_markdown(std::string_view text) {
  Draft draft;
  const std::size_t matter = front_matter_length(text);
  read_front_matter(text.substr(0, matter), draft.article);
  text.remove_prefix(matter);
  MarkdownReader reader;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_WIKILINKS |
                 MD_FLAG_LATEXMATHSPANS | MD_FLAG_PERMISSIVEURLAUTOLINKS |
                 MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_PERMISSIVEATXHEADERS |
                 MD_FLAG_COLLAPSEWHITESPACE;
  parser.enter_block = on_enter_block;
  parser.leave_block = on_leave_block;
  parser.enter_span = on_enter_span;
  parser.leave_span = on_leave_span;
  parser.text = on_text;
  const std::string common = common_markdown(text);
  md_parse(common.data(), static_cast<MD_SIZE>(common.size()), &parser, &reader);
  draft.pieces = reader.take();
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
        line.starts_with("```") || line.starts_with("|-") || line.starts_with("| -"))
      ++other;
  }
  return headings >= 1 && other >= 2 && headings + other >= 4;
}

}  // namespace recto::reader
