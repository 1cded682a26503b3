#include "tools/reader/docx/docx.h"

#include "tests/tools/reader/pages.h"
#include "tests/tools/reader/zip_writer.h"
#include "tools/reader/docx/symbols.h"

namespace recto::reader {
namespace {

constexpr const char* kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Parts {
  std::string body;
  std::string styles{};     ///< <w:style> elements
  std::string numbering{};  ///< <w:abstractNum> and <w:num> elements
  std::string core{};       ///< elements of core.xml
};

std::string wrapped(const std::string& root, const std::string& inside) {
  return "<?xml version=\"1.0\"?><w:" + root + " xmlns:w=\"" + kWord + "\">" + inside +
         "</w:" + root + ">";
}

std::string relations(const test::ZipFiles& targets) {
  std::string xml = "<Relationships>";
  for (const auto& [kind, target] : targets) {
    const std::string base = kind == "core-properties" ? "http://x/metadata/" : kOffice;
    xml += "<Relationship Id=\"r\" Type=\"" + base + kind + "\" Target=\"" + target + "\"/>";
  }
  return xml + "</Relationships>";
}

std::string docx_of(const Parts& parts) {
  return test::zip_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"_rels/.rels",
        relations({{"officeDocument", "word/document.xml"}, {"core-properties", "core.xml"}})},
       {"word/_rels/document.xml.rels",
        relations({{"styles", "styles.xml"}, {"numbering", "/word/numbering.xml"}})},
       {"word/document.xml", wrapped("document", "<w:body>" + parts.body + "</w:body>")},
       {"word/styles.xml", wrapped("styles", parts.styles)},
       {"word/numbering.xml", wrapped("numbering", parts.numbering)},
       {"core.xml", "<cp:coreProperties>" + parts.core + "</cp:coreProperties>"}});
}

std::string run(const std::string& text, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r>";
}

std::string paragraph(const std::string& inside, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + inside + "</w:p>";
}

std::string styled(const std::string& style, const std::string& text) {
  return paragraph(run(text), "<w:pStyle w:val=\"" + style + "\"/>");
}

std::string style(const std::string& id, const std::string& name, const std::string& rest = {}) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" +
         rest + "</w:style>";
}

Draft draft_of(const Parts& parts) {
  const std::string bytes = docx_of(parts);
  const Zip zip = test::value(Zip::open(bytes));
  REQUIRE(is_docx(zip));
  return test::value(read_docx(zip));
}

/// Pieces as "[list 2.1] text", "[paragraph strong] text", a line each.
std::string outline(const Draft& draft) {
  std::string text;
  for (const Piece& piece : draft.pieces) {
    text.append("[").append(name_of(piece.block.type));
    if (piece.block.level > 0) text += " " + std::to_string(piece.block.level);
    if (!piece.number.empty()) text += " " + piece.number;
    if (piece.strong) text += " strong";
    if (piece.linked) text += " linked";
    text += "] " + piece.block.text + "\n";
  }
  return text;
}

std::string body(const std::string& inside) {
  return outline(draft_of({inside}));
}

std::string field(const std::string& instruction, const std::string& result) {
  return R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>)" + instruction +
         R"(</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>)" + result +
         R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)";
}

}  // namespace

TEST_CASE(
    "reader: runs of a Word paragraph are one text, with breaks, tabs and hyphens as blanks") {
  CHECK(body(paragraph(run("The ") + run("reed") + run(" ") + run("grows") +
                       "<w:r><w:tab/><w:t>in</w:t><w:br/><w:t>wa</w:t><w:softHyphen/>"
                       "<w:t>ter</w:t><w:noBreakHyphen/><w:t>land</w:t></w:r>") +
             paragraph("") + paragraph(run(" "))) == "[paragraph] The reed grows in water-land\n");
}

TEST_CASE(
    "reader: Word headings are told by built-in styles in any language, and by what is based "
    "on them") {
  const std::string base = "<w:basedOn w:val=\"berschrift2\"/>";
  CHECK(outline(draft_of(
            {styled("berschrift2", "One") + styled("Kapitel", "Two") + styled("Own", "Three") +
                 paragraph(run("Four"), "<w:outlineLvl w:val=\"3\"/>") + styled("None", "Text"),
             style("berschrift2", "heading 2") + style("Kapitel", "Mein Kapitel", base) +
                 style("Own", "Own", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>") +
                 style("Ring", "Ring", "<w:basedOn w:val=\"Ring\"/>")})) ==
        "[heading 2] One\n[heading 2] Two\n[heading 1] Three\n[heading 4] Four\n"
        "[paragraph] Text\n");
}

TEST_CASE("reader: Word styles tell quotes, captions and code; contents and notes are left out") {
  CHECK(outline(draft_of({styled("Q", "Quoted.") + styled("C", "Figure 1") + styled("S", "if x:") +
                              styled("S", "  y") + styled("T1", "One 3") +
                              styled("TH", "Contents") + styled("B", "Author: Work."),
                          style("Q", "Intense Quote") + style("C", "caption") +
                              style("S", "Source Code") + style("T1", "toc 1") +
                              style("TH", "TOC Heading", "<w:basedOn w:val=\"H1\"/>") +
                              style("H1", "heading 1") + style("B", "Bibliography")})) ==
        "[quote] Quoted.\n[caption] Figure 1\n[code] if x:\n  y\n");
}

TEST_CASE("reader: Word counts lists by level; bullets have no number") {
  const auto level = [](int at, const char* format, const char* text) {
    return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           format + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
  };
  const std::string numbering =
      "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") +
      level(1, "lowerLetter", "%2)") + level(2, "decimal", "%1.%2.%3.") +
      "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level(0, "bullet", "-") +
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
      "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
      "<w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";
  const auto item = [](const char* text, int number, int at) {
    return paragraph(run(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(at) +
                                    "\"/><w:numId w:val=\"" + std::to_string(number) +
                                    "\"/></w:numPr>");
  };
  const std::string list = item("A", 1, 0) + item("B", 1, 0) + item("C", 1, 1) + item("D", 1, 1) +
                           item("E", 1, 2) + item("F", 1, 0) + item("G", 1, 1) + item("H", 2, 0) +
                           item("I", 3, 0) + item("J", 0, 0);
  const Draft draft = draft_of({list, {}, numbering});
  CHECK(outline(draft) ==
        "[list 1] A\n[list 2] B\n[list a] C\n[list b] D\n[list 2.b.1] E\n[list 3] F\n[list a] G\n"
        "[list] H\n[list 7] I\n[paragraph] J\n");
  CHECK(draft.pieces[0].list == draft.pieces[6].list);
  CHECK(draft.pieces[7].list != draft.pieces[6].list);
}

TEST_CASE("reader: Word documents are read with all changes accepted") {
  CHECK(body(paragraph(run("The ") + "<w:del>" + "<w:r><w:delText>old </w:delText></w:r></w:del>" +
                       "<w:ins>" + run("new ") + "</w:ins>" + "<w:moveFrom>" + run("gone ") +
                       "</w:moveFrom>" + run("reed.")) +
             paragraph(run("It "), "<w:rPr><w:del/></w:rPr>") + paragraph(run("grows.")) +
             "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(run("x")) +
             "</w:tc></w:tr></w:tbl>") == "[paragraph] The new reed.\n[paragraph] It grows.\n");
}

TEST_CASE("reader: Word's fields give their results, but for page numbers and contents") {
  CHECK(body(paragraph(run("See ") + field("HYPERLINK \"x\"", run("the reed")) + run(" on page ") +
                       field(" PAGEREF _x ", run("12")) + run(".")) +
             paragraph(field("TOC \\o", run("One") + "</w:p><w:p>" + run("Two"))) +
             paragraph(R"(<w:fldSimple w:instr=" PAGE ">)" + run("3") + "</w:fldSimple>" +
                       R"(<w:fldSimple w:instr=" SEQ Figure ">)" + run("4") + "</w:fldSimple>")) ==
        "[paragraph] See the reed on page .\n[paragraph] 4\n");
}

TEST_CASE("reader: a Word field that nothing ends hides no text") {
  CHECK(body(paragraph(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)" + run("Reed")) +
             paragraph(run("Willow"))) == "[paragraph] Reed\n[paragraph] Willow\n");
}

TEST_CASE("reader: links, bold text and hidden text of Word") {
  CHECK(outline(draft_of(
            {paragraph("<w:hyperlink>" + run("Linked") + "</w:hyperlink>") +
                 paragraph(run("Why?", "<w:b/>")) + styled("Strong", "Bold") +
                 paragraph(run("Not", "<w:b w:val=\"0\"/>"), "<w:pStyle w:val=\"Strong\"/>") +
                 paragraph(run("hidden", "<w:vanish/>") + run("shown")) +
                 paragraph(run("Why so?", "<w:b/>") + "<w:r><w:br/></w:r>" + run("Because.")),
             style("Strong", "My Strong", "<w:rPr><w:b/></w:rPr>")})) ==
        "[paragraph linked] Linked\n[paragraph strong] Why?\n[paragraph strong] Bold\n"
        "[paragraph] Not\n[paragraph] shown\n[paragraph strong] Why so?\n[paragraph] Because.\n");
}

TEST_CASE("reader: Word tables are rows of cells; a table that lays out a page is not one") {
  const auto cell = [](const std::string& inside, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + inside + "</w:tc>";
  };
  const auto text_cell = [&](const char* text) { return cell(paragraph(run(text))); };
  const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
  const auto table = [](const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; };
  CHECK(body(table(row(cell(paragraph(run("Both")), "<w:gridSpan w:val=\"2\"/>") + text_cell("C")) +
                   row(text_cell("1") + cell(paragraph(run("two")) + paragraph(run("lines"))) +
                       cell(table(row(text_cell("a") + text_cell("b"))))) +
                   row(cell(paragraph("")) + text_cell("x")))) ==
        "[paragraph] Both\n[paragraph] C\n[paragraph] 1\n[paragraph] two\n[paragraph] lines\n"
        "[table] a\tb\n[paragraph] x\n");
  CHECK(body(table(row(cell(paragraph(run("Both")), "<w:gridSpan w:val=\"2\"/>") + text_cell("C")) +
                   row(text_cell("1") + cell(paragraph(run("two")) + paragraph(run("lines"))) +
                       text_cell("3")) +
                   row(cell(paragraph("")) + text_cell("x")))) ==
        "[table] Both\t\tC\n1\ttwo lines\t3\n\tx\n");
  CHECK(body(table(row(text_cell("A box")) + row(text_cell("of text.")))) ==
        "[paragraph] A box\n[paragraph] of text.\n");
}

TEST_CASE("reader: Word's text boxes, controls, smart tags, ruby, symbols and formulas") {
  const std::string box = "<w:txbxContent>" + paragraph(run("Boxed.")) + "</w:txbxContent>";
  CHECK(body(paragraph(run("Around") + "<w:r><mc:AlternateContent><mc:Choice>" + box +
                       "</mc:Choice><mc:Fallback>" + box +
                       "</mc:Fallback></mc:AlternateContent></w:r>" + run(" it.")) +
             paragraph("<w:smartTag>" + run("Basel") + "</w:smartTag><w:sdt><w:sdtContent>" +
                       run(" city") +
                       "</w:sdtContent></w:sdt><w:sdt><w:sdtPr>"
                       "<w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                       run("Click here") + "</w:sdtContent></w:sdt>") +
             paragraph("<w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") +
                       "</w:rubyBase></w:ruby><w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r>"
                       "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>") +
             paragraph(run("O"), "<w:framePr w:dropCap=\"drop\"/>") + paragraph(run("nce."))) ==
        "[paragraph] Boxed.\n[paragraph] Around it.\n[paragraph] Basel city\n[paragraph] 漢αx=1\n"
        "[paragraph] Once.\n");
  CHECK(symbol_text("Wingdings", "F0FC") == "✓");
  CHECK(symbol_text("Wingdings", "F036").empty());
  CHECK(symbol_text("Arial", "2022") == "•");
  CHECK(symbol_text("Symbol", "zz").empty());
}

TEST_CASE("reader: title, authors and date of a Word document") {
  const std::string core =
      "<dc:title>From the properties</dc:title><dc:creator>A. Reed; B. Willow</dc:creator>"
      "<dcterms:created>2021-05-03T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language>";
  const std::string text = paragraph(run("The reed grows in water."));
  const Article told = draft_of({text, {}, {}, core}).article;
  CHECK(told.title == "From the properties");
  CHECK(told.authors == std::vector<std::string>{"A. Reed", "B. Willow"});
  CHECK(told.published == "2021-05-03T10:00:00Z");
  CHECK(told.language == "en-GB");

  const Article own = draft_of({styled("T", "The Reed") + styled("A", "C. Sedge") +
                                    styled("D", "4 May 2020") + text,
                                style("T", "Title") + style("A", "Author") + style("D", "Date"),
                                {},
                                core})
                          .article;
  CHECK(own.title == "The Reed");
  CHECK(own.authors == std::vector<std::string>{"C. Sedge"});
  CHECK(own.published == "2020-05-04");

  const Article stock = draft_of({text,
                                  {},
                                  {},
                                  "<dc:title>Microsoft Word - a.doc</dc:title><dc:creator>"
                                  "python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z"
                                  "</dcterms:created>"})
                            .article;
  CHECK(stock.title.empty());
  CHECK(stock.authors.empty());
  CHECK(stock.published.empty());
}

TEST_CASE("F7 reader: a Word document becomes an article") {
  const Article article = read(
      docx_of({styled("T", "The Reed") + styled("H", "Where it grows") +
                   paragraph(run("The reed grows in shallow water and on the banks of lakes.") +
                             "<w:r><w:footnoteReference w:id=\"2\"/></w:r>") +
                   styled("H", "Why it matters") +
                   paragraph(run("Birds nest in it, and its stalks have covered roofs.")),
               style("T", "Title") + style("H", "heading 1")}),
      "reed.docx");
  CHECK(article.title == "The Reed");
  CHECK(article.language == "en");
  CHECK(outline(article) ==
        "[heading 1] Where it grows\n"
        "[paragraph] The reed grows in shallow water and on the banks of lakes.\n"
        "[heading 1] Why it matters\n"
        "[paragraph] Birds nest in it, and its stalks have covered roofs.\n");
}

TEST_CASE("F6 reader: hostile Word documents are refused or read, never more") {
  std::string boxes;
  std::string tables;
  for (int i = 0; i < 100'000; ++i) {
    const std::string id = std::to_string(i * 7919);  // else it would be a zip bomb
    boxes += "<w:p w:id=\"" + id + "\"><w:r>";
    tables += "<w:tbl w:id=\"" + id + "\"><w:tr><w:tc>" + paragraph(run("reed"));
  }
  for (int i = 0; i < 100'000; ++i) {
    boxes += (i == 0 ? "<w:t>reed</w:t>" : std::string()) + "</w:r></w:p>";
    tables += "</w:tc></w:tr></w:tbl>";
  }
  CHECK(body(boxes) == "[paragraph] reed\n");
  const std::size_t lines = draft_of({tables}).pieces.size();
  CHECK(lines == 32);  // so deep and no deeper
  std::string fields;
  for (int i = 0; i < 100'000; ++i)
    fields += R"(<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>)" + std::to_string(i) +
              "</w:t></w:r></w:p>";
  CHECK(draft_of({fields}).pieces.size() == 100'000);
  CHECK(body("<w:tr><w:tc>" + paragraph(run("stray")) + "</w:tc></w:tr>").empty());
  CHECK(body(run("no paragraph")).empty());

  const std::string cut = test::zip_of({{"word/document.xml", "<w:document><w:body><w:p>"}});
  const auto draft = read_docx(test::value(Zip::open(cut)));
  REQUIRE_FALSE(draft.has_value());
  CHECK(draft.error().what == "\"word/document.xml\" inside is damaged");
}

}  // namespace recto::reader
