#include "tools/reader/docx/docx.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/docx/numbering.h"
#include "tools/reader/docx/package.h"
#include "tools/reader/docx/properties.h"
#include "tools/reader/docx/styles.h"
#include "tools/reader/docx/symbols.h"
#include "tools/reader/paragraph.h"
#include "tools/reader/shape.h"
#include "tools/reader/table.h"

namespace recto::reader {
namespace {

constexpr std::size_t kDeepestTable = 32;

/// Elements that the reader acts on; all others only hold some.
enum class Tag {
  Other,
  Paragraph,
  Run,
  Text,
  Tab,
  Break,
  Hyphen,
  Symbol,
  FieldText,
  FieldMark,
  SimpleField,
  Link,
  Control,
  Table,
  Row,
  Cell,
  Fallback,
  Hidden,  ///< never printed, or read by what holds it
};

/// Names without the prefix of the word-processing namespace, others with theirs.
Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kTags{
      {"p", Tag::Paragraph},
      {"r", Tag::Run},
      {"t", Tag::Text},
      {"m:t", Tag::Text},
      {"tab", Tag::Tab},
      {"ptab", Tag::Tab},
      {"br", Tag::Break},
      {"cr", Tag::Break},
      {"noBreakHyphen", Tag::Hyphen},
      {"sym", Tag::Symbol},
      {"instrText", Tag::FieldText},
      {"fldChar", Tag::FieldMark},
      {"fldSimple", Tag::SimpleField},
      {"hyperlink", Tag::Link},
      {"sdt", Tag::Control},
      {"tbl", Tag::Table},
      {"tr", Tag::Row},
      {"tc", Tag::Cell},
      {"mc:Fallback", Tag::Fallback},
      {"del", Tag::Hidden},
      {"moveFrom", Tag::Hidden},
      {"rt", Tag::Hidden},
      {"pPr", Tag::Hidden},
      {"rPr", Tag::Hidden},
      {"sectPr", Tag::Hidden},
      {"tblPr", Tag::Hidden},
      {"tcPr", Tag::Hidden},
      {"trPr", Tag::Hidden},
      {"sdtPr", Tag::Hidden},
  };
  const auto found = kTags.find(name);
  return found == kTags.end() ? Tag::Other : found->second;
}

/// Fields whose result is no text of the article: page numbers, contents, references.
bool is_furniture_field(std::string_view instruction) {
  static constexpr std::array<std::string_view, 11> kNames{
      "PAGE", "NUMPAGES",     "SECTIONPAGES", "PAGEREF", "TOC",    "INDEX",
      "TA",   "BIBLIOGRAPHY", "FILENAME",     "TOA",     "NOTEREF"};
  const auto words = words_of(instruction);
  return !words.empty() && std::find(kNames.begin(), kNames.end(), words[0]) != kNames.end();
}

struct Field {
  enum class Kind { Open, Furniture, Link, Plain };  ///< Open: the result has not begun
  std::string instruction;
  Kind kind = Kind::Open;
};

Field::Kind kind_of(std::string_view instruction) {
  if (is_furniture_field(instruction)) return Field::Kind::Furniture;
  return trimmed(instruction).starts_with("HYPERLINK") ? Field::Kind::Link : Field::Kind::Plain;
}

/// A paragraph that is being read. Text boxes nest them.
struct OpenParagraph {
  ParagraphText text;
  const Style* style = nullptr;
  std::optional<int> outline;  ///< its own heading level
  std::optional<Numbered> numbered;
  bool joins_next = false;  ///< its end was deleted, or it is a drop cap
  RunLook look;             ///< of the run that is being read
  bool hidden = false;      ///< that run
};

struct OpenTable {
  std::vector<TableRow> rows;
};

class DocxReader {
 public:
  DocxReader(const Styles& styles, Numbering numbering, std::string prefix, bool with_fields)
      : styles_(styles),
        numbering_(std::move(numbering)),
        prefix_(std::move(prefix)),
        with_fields_(with_fields) {}

  bool enter(pugi::xml_node node) {
    switch (tag_of(node)) {
      case Tag::Paragraph: open_paragraph(node); return true;
      case Tag::Run: open_run(child_named(node, "rPr")); return true;
      case Tag::Text: append(node.child_value()); return false;
      case Tag::Tab: append("\t"); return false;
      case Tag::Break: append(attribute_named(node, "type") == "page" ? " " : "\n"); return false;
      case Tag::Hyphen: append("-"); return false;
      case Tag::Symbol:
        append(symbol_text(attribute_named(node, "font"), attribute_named(node, "char")));
        return false;
      case Tag::FieldText:
        if (!fields_.empty()) fields_.back().instruction += node.child_value();
        return false;
      case Tag::FieldMark: mark_field(attribute_named(node, "fldCharType")); return false;
      case Tag::SimpleField: return !is_furniture_field(attribute_named(node, "instr"));
      case Tag::Link: ++links_; return true;
      case Tag::Control: return is_content(child_named(node, "sdtPr"));
      case Tag::Table: return open_table();
      case Tag::Row: return open_row(node);
      case Tag::Cell: return open_cell(node);
      case Tag::Fallback: return !node.previous_sibling();  // else the choice before it was read
      case Tag::Hidden: return false;
      case Tag::Other: return true;
    }
    return true;
  }

  void leave(pugi::xml_node node) {
    switch (tag_of(node)) {
      case Tag::Paragraph: close_paragraph(); break;
      case Tag::Link: --links_; break;
      case Tag::Table: close_table(); break;
      case Tag::Cell: close_cell(); break;
      default: break;
    }
  }

  /// A field that nothing ends would swallow all that follows it.
  [[nodiscard]] bool has_open_field() const { return !fields_.empty(); }

  Draft take() {
    if (!carried_.is_blank()) add(BlockType::Paragraph, carried_);
    draft_.pieces = std::move(pieces_);
    return std::move(draft_);
  }

 private:
  [[nodiscard]] Tag tag_of(pugi::xml_node node) const {
    std::string_view name = node.name();
    if (name.starts_with(prefix_)) name.remove_prefix(prefix_.size());
    return reader::tag_of(name);
  }

  void open_paragraph(pugi::xml_node node) {
    OpenParagraph paragraph;
    const pugi::xml_node properties = child_named(node, "pPr");
    const std::string_view style = attribute_named(child_named(properties, "pStyle"), "val");
    paragraph.style = style.empty() ? &styles_.paragraph_default() : &styles_.find(style);
    paragraph.outline = outline_level(properties);
    paragraph.numbered = inherited(numbered_of(properties), paragraph.style->numbered);
    const pugi::xml_node frame = child_named(properties, "framePr");
    const std::string_view cap = attribute_named(frame, "dropCap");
    paragraph.joins_next = !child_named(child_named(properties, "rPr"), "del").empty() ||
                           cap == "drop" || cap == "margin";
    paragraph.text = std::exchange(carried_, {});
    paragraphs_.push_back(std::move(paragraph));
  }

  void open_run(pugi::xml_node properties) {
    if (paragraphs_.empty()) return;
    OpenParagraph& paragraph = paragraphs_.back();
    const Style& style = styles_.find(attribute_named(child_named(properties, "rStyle"), "val"));
    const auto either = [&](std::optional<bool> Style::*member) {
      return style.*member ? *(style.*member) : (paragraph.style->*member).value_or(false);
    };
    paragraph.look.strong = toggle(properties, "b").value_or(either(&Style::bold));
    paragraph.hidden = toggle(properties, "vanish").value_or(either(&Style::hidden));
  }

  void append(std::string_view text) {
    if (paragraphs_.empty() || paragraphs_.back().hidden || hides_text()) return;
    OpenParagraph& paragraph = paragraphs_.back();
    paragraph.look.linked = links_ > 0 || count(Field::Kind::Link) > 0;
    paragraph.text.append(text, paragraph.look);
  }

  void mark_field(std::string_view type) {
    if (!with_fields_) return;
    if (type == "begin") {
      fields_.emplace_back();
      ++count(Field::Kind::Open);
    }
    if (fields_.empty() || type == "begin") return;
    Field& field = fields_.back();
    --count(field.kind);
    field.kind = kind_of(field.instruction);
    if (type == "end")
      fields_.pop_back();
    else
      ++count(field.kind);
  }

  int& count(Field::Kind kind) { return fields_of_kind_[static_cast<std::size_t>(kind)]; }

  bool hides_text() { return count(Field::Kind::Open) + count(Field::Kind::Furniture) > 0; }

  /// A content control that holds text: no table of contents, and not the words that ask to put
  /// something in.
  static bool is_content(pugi::xml_node properties) {
    const pugi::xml_node part = child_named(properties, "docPartObj");
    const std::string_view gallery = attribute_named(child_named(part, "docPartGallery"), "val");
    return gallery != "Table of Contents" && gallery != "Bibliographies" &&
           !toggle(properties, "showingPlcHdr").value_or(false);
  }

  void close_paragraph() {
    const OpenParagraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    if (paragraph.joins_next) {
      carried_ = paragraph.text;
      return;
    }
    const Role role = paragraph.style->role.value_or(Role::Body);
    const std::string text = one_line(paragraph.text.text());
    if (role == Role::Code) return add_code(paragraph.text.text());
    if (text.empty() || role == Role::Furniture) return;
    if (role == Role::Title && draft_.article.title.empty()) {
      draft_.article.title = text;
    } else if (role == Role::Author) {
      draft_.article.authors.push_back(text);
    } else if (role == Role::Date) {
      draft_.article.published = text;
    } else {
      add_block(paragraph, role);
    }
  }

  void add_block(const OpenParagraph& paragraph, Role role) {
    const std::optional<Numbered> item = paragraph.numbered;
    const bool listed = item && numbering_.is_list(*item);
    const std::string number = listed ? numbering_.next(*item) : std::string();
    const std::size_t first = pieces_.size();
    const bool heading =
        role == Role::Heading || role == Role::Title || (role == Role::Body && paragraph.outline);
    add(type_of(role, heading, listed), paragraph.text);
    for (std::size_t i = first; i < pieces_.size(); ++i) {
      Piece& piece = pieces_[i];
      if (heading) {
        const int level = role == Role::Heading ? paragraph.style->level : 1;
        piece.block.level = paragraph.outline.value_or(level);
      }
      if (piece.block.type == BlockType::List) piece.list = list_of(*item, first);
      piece.number = number;
      if (!number.empty()) piece.mark = number + '.';
    }
  }

  /// Programs that write Word documents number inner lists anew: an inner item below another item
  /// belongs to the same list.
  [[nodiscard]] int list_of(Numbered item, std::size_t at) const {
    const bool follows = at > 0 && pieces_[at - 1].block.type == BlockType::List;
    return item.level > 0 && follows ? pieces_[at - 1].list : item.number;
  }

  static BlockType type_of(Role role, bool heading, bool listed) {
    if (heading) return BlockType::Heading;
    if (role == Role::Caption) return BlockType::Caption;
    if (role == Role::Quote) return BlockType::Quote;
    return listed ? BlockType::List : BlockType::Paragraph;
  }

  void add(BlockType type, const ParagraphText& text) {
    for (Piece& piece : text.pieces(type))
      pieces_.push_back(std::move(piece));
  }

  /// Word has a paragraph for each line of code.
  void add_code(const std::string& text) {
    if (!pieces_.empty() && pieces_.back().block.type == BlockType::Code) {
      pieces_.back().block.text += "\n" + text;
      return;
    }
    if (trimmed(text).empty()) return;
    pieces_.emplace_back();
    pieces_.back().block.type = BlockType::Code;
    pieces_.back().block.text = text;
  }

  /// What cells hold is moved outwards table by table: unlimited depth would take its square.
  bool open_table() {
    if (tables_.size() == kDeepestTable) return false;
    tables_.emplace_back();
    return true;
  }

  bool open_row(pugi::xml_node node) {
    if (tables_.empty() || !child_named(child_named(node, "trPr"), "del").empty()) return false;
    tables_.back().rows.emplace_back();
    return true;
  }

  bool open_cell(pugi::xml_node node) {
    if (tables_.empty() || tables_.back().rows.empty()) return false;
    TableCell cell;
    const pugi::xml_node span = child_named(child_named(node, "tcPr"), "gridSpan");
    cell.columns = static_cast<std::size_t>(std::clamp(span.first_attribute().as_int(1), 1, 64));
    tables_.back().rows.back().push_back(std::move(cell));
    around_.push_back(std::exchange(pieces_, {}));
    return true;
  }

  void close_cell() {
    tables_.back().rows.back().back().pieces = std::exchange(pieces_, std::move(around_.back()));
    around_.pop_back();
  }

  void close_table() {
    for (Piece& piece : pieces_of_table(std::move(tables_.back().rows)))
      pieces_.push_back(std::move(piece));
    tables_.pop_back();
  }

  const Styles& styles_;
  Numbering numbering_;
  std::string prefix_;  ///< of the word-processing namespace, "w:"
  bool with_fields_;
  Draft draft_;
  std::vector<Piece> pieces_;               ///< of the body or the cell that is being read
  std::vector<std::vector<Piece>> around_;  ///< of what the open cells stand in
  std::vector<OpenParagraph> paragraphs_;
  std::vector<OpenTable> tables_;
  std::vector<Field> fields_;            ///< open ones, outermost first
  std::array<int, 4> fields_of_kind_{};  ///< how many of them, by Field::Kind
  ParagraphText carried_;                ///< of a paragraph that runs on in the next one
  int links_ = 0;
};

/// "w:" for a document that calls the word-processing namespace "w".
std::string word_prefix(pugi::xml_node root) {
  const std::string_view name = root.name();
  return std::string(name.substr(0, name.find(':') + 1));
}

}  // namespace

bool is_docx(const Zip& zip) {
  const std::string main = related_part(zip, "", "officeDocument");
  return main.starts_with("word/") || (main.empty() && !zip.find("word/document.xml").empty());
}

Result<Draft> read_docx(const Zip& zip) {
  std::string main = related_part(zip, "", "officeDocument");
  if (main.empty()) main = zip.find("word/document.xml");
  std::string bytes = RECTO_TRY(zip.read(main));
  Xml document;
  RECTO_TRY(parse_xml(std::move(bytes), main, document));
  Xml styles_xml;
  Xml numbering_xml;
  const Styles styles = read_related(zip, main, "styles", styles_xml)
                            ? Styles(styles_xml.document.document_element())
                            : Styles();
  const Numbering numbering = read_related(zip, main, "numbering", numbering_xml)
                                  ? Numbering(numbering_xml.document.document_element())
                                  : Numbering();
  const pugi::xml_node root = document.document.document_element();
  const auto read = [&](bool with_fields) {
    DocxReader reader(styles, numbering, word_prefix(root), with_fields);
    walk(root, reader);
    return std::pair(reader.has_open_field(), reader.take());
  };
  auto [unfinished, draft] = read(true);
  if (unfinished) draft = read(false).second;
  Xml core;
  complete_metadata(draft, read_related(zip, "", "core-properties", core)
                               ? core.document.document_element()
                               : pugi::xml_node());
  return std::move(draft);
}

}  // namespace recto::reader
