#include "tools/reader/html/blocks.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "content/base/utf8.h"
#include "tools/reader/html/names.h"
#include "tools/reader/markers.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// In Chinese and Japanese, so many characters carry as much as an English word.
constexpr double kCharactersAWord = 1.7;

/// A cell of a table of data is not longer; one that is holds a part of the page.
constexpr std::size_t kLongestCell = 600;

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  std::size_t ideographs = 0;
  for (const std::string_view word : words_of(text)) {
    std::size_t others = 0;
    for (std::size_t at = 0; at < word.size();)
      is_ideograph(next_code_point(word, at)) ? ++ideographs : ++others;
    words += others > 0 ? 1U : 0U;
  }
  return words + static_cast<std::size_t>(static_cast<double>(ideographs) / kCharactersAWord);
}

std::size_t count_letters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
           return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
         }));
}

int heading_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1: return 1;
    case GUMBO_TAG_H2: return 2;
    case GUMBO_TAG_H3: return 3;
    case GUMBO_TAG_H4: return 4;
    case GUMBO_TAG_H5: return 5;
    case GUMBO_TAG_H6: return 6;
    default: return 0;
  }
}

/// Elements whose content is not text of the page.
bool is_no_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_FRAMESET:
    case GUMBO_TAG_NOFRAMES: return true;
    default: return false;
  }
}

bool ends_open_heading(GumboTag tag) {
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION ||
         tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_NAV ||
         tag == GUMBO_TAG_DL || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_FIGURE;
}

/// What documentation puts behind a heading, to link to it.
bool is_anchor_sign(std::string_view text) {
  return text == "¶" || text == "#" || text == "§" || text == "🔗";
}

/// What the elements around a text say of it.
struct State {
  NodeId element = 0;  ///< block level
  NodeId text = 0;     ///< of a run: its first text
  NodeId end = 0;      ///< where this state ends
  BlockType type = BlockType::Paragraph;
  int level = 0;
  int list = 0;
  int table = 0;
  int row = 0;
  bool linked = false;
  bool strong = false;
  bool hidden = false;
  bool timed = false;       ///< inside <time>
  bool as_written = false;  ///< <pre>: blanks and line feeds count
  bool block = false;       ///< its end ends a block
};

class Cutter {
 public:
  explicit Cutter(const Dom& dom) : dom_(dom) {}

  std::vector<HtmlBlock> cut() {
    State page;
    page.end = dom_.size();
    open_.push_back(page);
    for (NodeId at = 0; at < dom_.size();) {
      close_until(at);
      if (dom_[at].is_text()) {
        append(at);
        ++at;
      } else if (is_left_out(at)) {
        at = dom_[at].end;
      } else {
        enter(at);
        ++at;
      }
    }
    close_until(dom_.size());
    flush();
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] State& now() { return open_.back(); }

  void close_until(NodeId at) {
    while (open_.size() > 1 && now().end <= at) {
      if (now().block) flush();
      // "<a>Home</a><a>About</a>" are two words, as each link is a thing of its own.
      if (now().linked && !open_[open_.size() - 2].linked) link_ended_ = text_.size();
      open_.pop_back();
    }
  }

  [[nodiscard]] bool is_left_out(NodeId at) const {
    const Node& node = dom_[at];
    if (is_no_text(node.tag)) return true;
    if (node.tag == GUMBO_TAG_BUTTON) return !dom_.has_attribute(at, "aria-expanded");
    if (node.tag == GUMBO_TAG_SUP) return is_note_mark(at);
    if (node.tag == GUMBO_TAG_A && node.end - at <= 4 && is_anchor_sign(dom_.text_of(at)))
      return true;
    return !is_block_level(node.tag) && is_for_screen_readers(dom_.attribute(at, "class"));
  }

  /// "<sup><a href="#n1">1</a></sup>".
  [[nodiscard]] bool is_note_mark(NodeId at) const {
    if (dom_[at].end - at > 12) return false;
    bool refers = false;
    for (NodeId inner = at; inner < dom_[at].end; ++inner)
      refers = refers || dom_.attribute(inner, "href").find('#') != std::string_view::npos;
    return refers && count_code_points(dom_.text_of(at)) <= 5;
  }

  [[nodiscard]] bool is_hidden(NodeId at) const {
    // Parts of the page that came late ("S:1f", see Dom) are shown once they are in their place.
    if (dom_.has_attribute(at, "hidden")) return !dom_.attribute(at, "id").starts_with("S:");
    if (is_block_level(dom_[at].tag) && dom_.attribute(at, "aria-hidden") == "true") return true;
    return hides(dom_.attribute(at, "style"));
  }

  void enter(NodeId at) {
    const GumboTag tag = dom_[at].tag;
    if (tag == GUMBO_TAG_BR) return append_line_break();
    State state = now();
    state.end = dom_[at].end;
    state.block = is_block_level(tag);
    if (state.block) {
      flush();
      state.element = at;
      enter_block(at, state);
    }
    state.hidden = state.hidden || is_hidden(at);
    state.timed = state.timed || tag == GUMBO_TAG_TIME;
    state.strong = state.strong || tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG;
    if (tag == GUMBO_TAG_A && dom_.has_attribute(at, "href")) {
      if (link_ended_ == text_.size() && !text_.empty() && !state.linked) text_ += ' ';
      state.linked = true;
    }
    open_.push_back(state);
  }

  void enter_block(NodeId at, State& state) {
    const GumboTag tag = dom_[at].tag;
    switch (tag) {
      case GUMBO_TAG_PRE:
      case GUMBO_TAG_LISTING:
      case GUMBO_TAG_XMP:
        state.type = BlockType::Code;
        state.as_written = true;
        return;
      case GUMBO_TAG_BLOCKQUOTE: state.type = BlockType::Quote; return;
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_CAPTION: state.type = BlockType::Caption; return;
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_MENU:
      case GUMBO_TAG_DIR: open_list(at, state); return;
      case GUMBO_TAG_LI: open_item(state); return;
      case GUMBO_TAG_TABLE:
        state.type = BlockType::Paragraph;
        state.table = is_data(at) ? ++tables_ : 0;
        row_ = -1;
        return;
      case GUMBO_TAG_TR:
        if (state.table > 0) state.row = ++row_;
        return;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        if (state.table > 0) state.type = BlockType::Table;
        return;
      default: enter_plain(tag, state); return;
    }
  }

  /// "<h2><div>Title</div></h2>" is a heading; a paragraph in one follows a heading that nobody
  /// closed.
  static void enter_plain(GumboTag tag, State& state) {
    if (heading_level(tag) > 0 && state.table == 0) {
      state.level = heading_level(tag);
      state.type = BlockType::Heading;
    } else if (state.type == BlockType::Heading && ends_open_heading(tag)) {
      state.type = BlockType::Paragraph;
    }
  }

  void open_list(NodeId at, State& state) {
    state.list = ++lists_;
    state.type = BlockType::Paragraph;
    const std::string_view start = dom_.attribute(at, "start");
    int first = 1;
    std::from_chars(start.data(), start.data() + start.size(), first);
    numbers_.push_back(dom_[at].tag == GUMBO_TAG_OL ? first : kNoNumber);
  }

  /// The first run of text of an item is the item; what follows inside it are paragraphs.
  void open_item(State& state) {
    if (state.table > 0) return;
    if (state.list == 0) {
      state.list = ++lists_;
      numbers_.push_back(kNoNumber);
    }
    int& next = numbers_[static_cast<std::size_t>(state.list - 1)];
    number_ = next == kNoNumber ? std::string() : std::to_string(next++);
    item_ = state.list;
    state.type = BlockType::Paragraph;
  }

  /// Rows and columns of short cells, and not one table in another.
  [[nodiscard]] bool is_data(NodeId table) const {
    std::size_t rows = 0;
    std::size_t cells = 0;
    NodeId cell_end = 0;
    std::size_t letters = 0;
    int parts = 0;  // paragraphs and lists of a cell
    for (NodeId at = table + 1; at < dom_[table].end; ++at) {
      const GumboTag tag = dom_[at].tag;
      if (tag == GUMBO_TAG_TABLE) return false;
      if (tag == GUMBO_TAG_TR) ++rows;
      if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
        ++cells;
        cell_end = dom_[at].end;
        letters = 0;
        parts = 0;
      }
      if (at < cell_end) letters += dom_[at].text.size();
      const bool part =
          tag == GUMBO_TAG_P || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_PRE;
      parts += part ? 1 : 0;
      if (letters > kLongestCell || parts > 1) return false;
    }
    return rows >= 2 && cells >= rows + rows / 2;
  }

  void append(NodeId node) {
    const std::string_view more = dom_[node].text;
    const std::size_t letters = count_letters(more);
    if (letters > 0) {
      letters_ += letters;
      if (now().linked) linked_ += letters;
      if (now().strong) strong_ += letters;
      if (now().timed) timed_ += letters;
    }
    text_ += more;
    if (now().strong && strong_ == letters_) strong_end_ = text_.size();
    if (letters == 0 || std::exchange(begun_, true)) return;
    state_ = now();
    state_.text = node;
  }

  void append_line_break() {
    // Blank lines in between do not count as text; two breaks in a row end a paragraph.
    std::size_t end = text_.find_last_not_of(" \t\n\r\v");
    end = end == std::string::npos ? 0 : end + 1;
    if (!now().as_written && text_.find(kBreak, end) != std::string::npos) return flush();
    text_ += kBreak;
  }

  /// "thumbcaption", "wp-caption-text", "image__caption": wikis and blogs have no <figcaption>.
  [[nodiscard]] bool is_caption(NodeId element) const {
    const std::string_view classes = dom_.attribute(element, "class");
    return classes.find("caption") != std::string_view::npos ||
           classes.find("Caption") != std::string_view::npos;
  }

  void flush() {
    std::string raw = std::exchange(text_, {});
    const State state = std::exchange(state_, {});
    const std::size_t letters = std::exchange(letters_, 0);
    const std::size_t linked = std::exchange(linked_, 0);
    const std::size_t strong = std::exchange(strong_, 0);
    const std::size_t strong_end = std::exchange(strong_end_, 0);
    const std::size_t timed = std::exchange(timed_, 0);
    begun_ = false;
    link_ended_ = kNowhere;
    if (letters == 0) return;
    HtmlBlock block;
    block.element = state.element;
    block.text = state.text;
    block.hidden = state.hidden;
    block.table = state.table;
    block.row = state.row;
    block.linked = linked;
    block.timed = timed == letters;
    block.piece.block.type = state.type;
    block.piece.block.level = state.type == BlockType::Heading ? state.level : 0;
    block.piece.marked = state.type == BlockType::Heading;
    block.piece.strong = strong == letters;
    block.piece.linked = linked == letters;
    if (state.type == BlockType::Paragraph && state.list > 0 && item_ == state.list) {
      block.piece.block.type = BlockType::List;
      block.piece.list = state.list;
      block.piece.number = std::exchange(number_, {});
      item_ = 0;
    }
    if (block.piece.block.type == BlockType::Paragraph && is_caption(state.element))
      block.piece.block.type = BlockType::Caption;
    if (state.as_written) return add_code(std::move(block), raw);
    const std::string_view bold = std::string_view(raw).substr(0, strong_end);
    if (strong < letters && ends_question(bold) && block.piece.block.type == BlockType::Paragraph) {
      // "<b>Why?</b> Because …": the question is a paragraph of its own.
      HtmlBlock question = block;
      question.piece.strong = true;
      add(std::move(question), bold);
      return add_lines(block, std::string_view(raw).substr(strong_end));
    }
    add_lines(block, raw);
  }

  /// Lines that begin with "Q:" or "A:" are pieces of their own.
  void add_lines(const HtmlBlock& block, std::string_view raw) {
    std::size_t begin = 0;
    for (std::size_t at = raw.find(kBreak); at != std::string_view::npos;
         at = raw.find(kBreak, at + 1)) {
      if (!find_label(trimmed(raw.substr(at + 1)))) continue;
      add(block, raw.substr(begin, at - begin));
      begin = at + 1;
    }
    add(block, raw.substr(begin));
  }

  void add(HtmlBlock block, std::string_view raw) {
    block.piece.single = trimmed(raw).find(kBreak) == std::string_view::npos;
    std::string text(raw);
    std::replace(text.begin(), text.end(), kBreak, ' ');
    finish(std::move(block), one_line(text));
  }

  void add_code(HtmlBlock block, std::string& raw) {
    std::replace(raw.begin(), raw.end(), kBreak, '\n');
    const std::size_t begin = raw.find_first_not_of('\n');
    finish(std::move(block), raw.substr(begin, raw.find_last_not_of(" \n\t") + 1 - begin));
  }

  void finish(HtmlBlock block, std::string text) {
    // The link to itself that programs put behind a heading.
    constexpr std::string_view kPilcrow = "¶";
    if (block.piece.block.type == BlockType::Heading && text.ends_with(kPilcrow))
      text = trimmed(text.substr(0, text.size() - kPilcrow.size()));
    if (text.empty()) return;
    block.words = count_words(text);
    block.letters = count_letters(text);
    block.linked = std::min(block.linked, block.letters);
    block.piece.block.text = std::move(text);
    blocks_.push_back(std::move(block));
  }

  static constexpr char kBreak = '\v';  ///< <br>: no reader's text holds it
  static constexpr int kNoNumber = -1000000;
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  const Dom& dom_;
  std::vector<HtmlBlock> blocks_;
  std::vector<State> open_;
  std::string text_;
  State state_;  ///< of the run's first text
  std::size_t letters_ = 0;
  std::size_t linked_ = 0;
  std::size_t strong_ = 0;
  std::size_t timed_ = 0;
  std::size_t strong_end_ = 0;         ///< of the bold text that opens the run
  bool begun_ = false;                 ///< the run has text
  std::size_t link_ended_ = kNowhere;  ///< where in the run a link ended last
  std::vector<int> numbers_;           ///< next number of each list
  int lists_ = 0;
  int item_ = 0;  ///< list of an item that was opened and has no text yet
  std::string number_;
  int tables_ = 0;
  int row_ = -1;
};

}  // namespace

std::vector<HtmlBlock> blocks_of(const Dom& dom) {
  return Cutter(dom).cut();
}

bool is_block_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP: return true;
    default: return false;
  }
}

}  // namespace recto::reader
