#include "tools/reader/epub/epub.h"

#include <pugixml.hpp>

#include "tests/tools/reader/pages.h"
#include "tests/tools/reader/zip_writer.h"
#include "tools/reader/epub/chapters.h"
#include "tools/reader/epub/package.h"
#include "tools/reader/epub/xhtml.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

/// Headings and paragraphs; enough of HTML to see what the book makes of its files.
Result<Draft> read_simple(std::string_view html) {
  pugi::xml_document page;
  if (!page.load_buffer(html.data(), html.size()))
    return fail(Error::Kind::BadInput, "this is no XML");
  Draft draft;
  pugi::xpath_node_set nodes = page.select_nodes("//h1|//h2|//h3|//p|//li");
  nodes.sort();
  for (const auto& found : nodes) {
    const std::string name = found.node().name();
    Piece piece;
    piece.block.type = name[0] == 'h' ? BlockType::Heading : BlockType::Paragraph;
    piece.block.level = name[0] == 'h' ? name[1] - '0' : 0;
    piece.block.text = one_line(found.node().text().get());
    piece.linked = found.node().child("a") != nullptr;
    if (piece.linked) piece.block.text = found.node().child("a").text().get();
    draft.pieces.push_back(piece);
  }
  return draft;
}

struct BookParts {
  std::vector<std::pair<std::string, std::string>> pages;  ///< id, what is in its body
  std::string contents{};                                  ///< inside <nav epub:type="toc">
  std::string metadata{};
  std::string guide{};
  std::string ncx{};  ///< inside <navMap>
  std::string encryption{};
};

std::string epub_of(const BookParts& book) {
  std::string manifest;
  std::string spine;
  test::ZipFiles files = {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       R"(<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>)"}};
  for (const auto& [id, inside] : book.pages) {
    manifest += "<item id=\"" + id + "\" href=\"text/" + id +
                ".xhtml\" media-type=\"application/xhtml+xml\"/>";
    spine += "<itemref idref=\"" + id + "\"/>";
    files.emplace_back("OPS/text/" + id + ".xhtml", "<html><body>" + inside + "</body></html>");
  }
  if (!book.contents.empty()) {
    manifest += R"(<item id="nav" href="nav.xhtml" properties="nav"/>)";
    files.emplace_back("OPS/nav.xhtml",
                       "<html><nav epub:type=\"toc\">" + book.contents + "</nav></html>");
  }
  if (!book.ncx.empty()) {
    manifest += R"(<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>)";
    files.emplace_back("OPS/toc.ncx", "<ncx><navMap>" + book.ncx + "</navMap></ncx>");
  }
  if (!book.encryption.empty()) files.emplace_back("META-INF/encryption.xml", book.encryption);
  files.emplace_back("OPS/book.opf", "<package><metadata>" + book.metadata +
                                         "</metadata><manifest>" + manifest + "</manifest><spine>" +
                                         spine + "</spine><guide>" + book.guide +
                                         "</guide></package>");
  return test::zip_of(files);
}

Result<Draft> read_book(const BookParts& book) {
  const std::string bytes = epub_of(book);
  const Zip zip = test::value(Zip::open(bytes));
  REQUIRE(is_epub(zip));
  return read_epub(zip, read_simple);
}

std::string outline(const Draft& draft) {
  std::string text;
  for (const Piece& piece : draft.pieces) {
    if (piece.block.type == BlockType::Heading) text += std::to_string(piece.block.level) + " ";
    text += piece.block.text + "\n";
  }
  return text;
}

std::string line(const char* title, const char* file, const std::string& inner = {}) {
  return std::string("<li><a href=\"text/") + file + "\">" + title + "</a>" +
         (inner.empty() ? "" : "<ol>" + inner + "</ol>") + "</li>";
}

}  // namespace

TEST_CASE("reader: a book's chapters are called as its contents call them") {
  const Draft draft = test::value(read_book(
      {{{"cover", "<p>The Reed Book</p>"},
        {"c1", "<h2>CHAPTER I.</h2><h2>The Reed</h2><p>It grows.</p><h3>Roots</h3><p>Deep.</p>"},
        {"c1b", "<p>It goes on.</p>"},
        {"c2", "<p>No heading here.</p><h2>Birds</h2><p>They nest.</p>"},
        {"c3", "<h1>Roofs and how they last</h1><p>Long.</p><h1>Mats</h1><p>Soft.</p>"}},
       "<ol>" + line("Cover", "cover.xhtml") + line("Chapter I: The Reed", "c1.xhtml") +
           line("2. The Willow", "c2.xhtml") + line("Roofs", "c3.xhtml") +
           line("Mats", "c3.xhtml#mats") + "</ol>"}));
  CHECK(draft.book);
  CHECK(outline(draft) ==
        "1 Chapter I: The Reed\nIt grows.\n2 Roots\nDeep.\nIt goes on.\n"
        "1 2. The Willow\nNo heading here.\n2 Birds\nThey nest.\n"
        "1 Roofs and how they last\nLong.\n1 Mats\nSoft.\n");
}

TEST_CASE("reader: parts hold chapters, chapters hold sections") {
  const std::vector<ContentsLine> contents = {
      {"Part One", "p1", 0}, {"Chapter 1", "c1", 1}, {"A section", "c1", 2}, {"Chapter 2", "c2", 1},
      {"Deep", "x", 2},      {"Part Two", "", 0},    {"Chapter 1", "c3", 1}, {"Reeds", "c4", 0},
      {"In water", "c4", 1}, {"Willows", "c5", 0},   {"By rivers", "c6", 1}, {"Reeds", "c7", 0}};
  std::string titles;
  for (const Chapter& chapter : chapters_of(contents))
    titles += chapter.title + " = " + chapter.file + "\n";
  CHECK(titles ==
        "Part One = p1\nChapter 1 = c1\nChapter 2 = c2\nPart Two: Chapter 1 = c3\nReeds = c4\n"
        "Willows = c5\nBy rivers = c6\nReeds (2) = c7\n");
}

TEST_CASE("F7 reader: cover, title and copyright page, contents, notes and index are no text") {
  const Draft draft = test::value(
      read_book({{{"a", "<p>The Reed Book</p><p>A. Sedge</p>"},
                  {"b", "<p>First published 2020. All rights reserved. ISBN 1</p>"},
                  {"c", "<p><a>One</a></p><p><a>Two</a></p><p><a>Three</a></p>"},
                  {"d", "<h1>One</h1><p>The reed grows.</p>"},
                  {"e", "<h1>Two</h1><p>The willow bends.</p>"},
                  {"f", "<section epub:type=\"endnotes\"><p>1. See there.</p></section>"},
                  {"g", "<p>Dedicated to sedges.</p>"},
                  {"h", "<h1>Register</h1><p>Reed 3</p>"},
                  {"i", "<p>Marsh, 4</p>"}},
                 "<ol>" + line("One", "d.xhtml") + line("Two", "e.xhtml") +
                     line("Register", "h.xhtml") + "</ol>",
                 "<dc:title>The Reed Book</dc:title>",
                 "<reference type=\"dedication\" href=\"text/g.xhtml\"/>"
                 "<reference type=\"index\" href=\"text/i.xhtml#x\"/>"}));
  CHECK(outline(draft) == "1 One\nThe reed grows.\n1 Two\nThe willow bends.\n");
}

TEST_CASE("reader: a book's own words about itself, EPUB 2 and 3") {
  const auto about = [](const char* metadata) {
    return test::value(read_book({{{"a", "<p>The reed grows.</p>"}}, {}, metadata})).article;
  };
  const Article second = about(
      "<dc:title>The Reed</dc:title><dc:creator opf:role=\"aut\">A. Sedge</dc:creator>"
      "<dc:creator opf:role=\"ill\">B. Marsh</dc:creator><dc:language>de</dc:language>"
      "<dc:date opf:event=\"modification\">2021-01-01</dc:date>"
      "<dc:date opf:event=\"publication\">1998-05-03</dc:date><dc:publisher>Bog Press"
      "</dc:publisher><dc:identifier>urn:uuid:1</dc:identifier>");
  CHECK(second.title == "The Reed");
  CHECK(second.authors == std::vector<std::string>{"A. Sedge"});
  CHECK(second.published == "1998-05-03");
  CHECK(second.language == "de");
  CHECK(second.site == "Bog Press");
  CHECK(second.url.empty());
  const Article third = about(
      "<dc:title id=\"s\">A short one</dc:title><dc:title id=\"m\">The Reed</dc:title>"
      "<meta refines=\"#m\" property=\"title-type\">main</meta><dc:creator id=\"c\">C. Rush"
      "</dc:creator><dc:creator id=\"t\">D. Fen</dc:creator>"
      "<meta refines=\"#t\" property=\"role\">trl</meta><dc:date>2012</dc:date>"
      "<dc:identifier>https://example.org/reed</dc:identifier>");
  CHECK(third.title == "The Reed");
  CHECK(third.authors == std::vector<std::string>{"C. Rush"});
  CHECK(third.published == "2012");
  CHECK(third.url == "https://example.org/reed");
  CHECK(about("<dc:creator>Unknown</dc:creator><dc:date>0101-01-01T00:00:00+00:00</dc:date>") ==
        Article{});
}

TEST_CASE("reader: the contents of EPUB 2, and of a book that has none") {
  const BookParts parts{{{"a", "<h2>One</h2><p>Reed.</p>"}, {"b", "<h2>Two</h2><p>Willow.</p>"}},
                        {},
                        {},
                        {},
                        "<navPoint><navLabel><text>First</text></navLabel><content "
                        "src=\"text/a.xhtml\"/><navPoint><navLabel><text>Second</text></navLabel>"
                        "<content src=\"text/b.xhtml#x\"/></navPoint></navPoint>"};
  CHECK(outline(test::value(read_book(parts))) ==
        "1 First\n2 One\nReed.\n1 Second\n2 Two\nWillow.\n");
  CHECK(outline(test::value(read_book({parts.pages}))) == "1 One\nReed.\n1 Two\nWillow.\n");
}

TEST_CASE("reader: a book of one chapter is an article") {
  const Draft draft = test::value(read_book(
      {{{"a", "<h1>Reed</h1><p>It grows.</p>"}}, "<ol>" + line("Reed", "a.xhtml") + "</ol>"}));
  CHECK_FALSE(draft.book);
}

TEST_CASE("reader: Project Gutenberg's licence is not part of its books") {
  CHECK(outline(test::value(
            read_book({{{"a",
                         "<p>This eBook is for the use of anyone.</p><p>*** START OF THE PROJECT "
                         "GUTENBERG EBOOK REED ***</p><p>The reed.</p>"},
                        {"b",
                         "<p>The end.</p><p>*** END OF THIS PROJECT GUTENBERG EBOOK REED ***</p>"
                         "<p>Licence</p>"}}}))) == "The reed.\nThe end.\n");
}

TEST_CASE("F6 reader: a protected book is refused, one with scrambled fonts is read") {
  const auto with = [](const char* algorithm) {
    return read_book({{{"a", "<p>The reed grows.</p>"}},
                      {},
                      {},
                      {},
                      {},
                      std::string("<encryption><enc:EncryptedData><enc:EncryptionMethod "
                                  "Algorithm=\"") +
                          algorithm + "\"/></enc:EncryptedData></encryption>"});
  };
  CHECK(with("http://www.idpf.org/2008/embedding").has_value());
  const auto refused = with("http://www.w3.org/2001/04/xmlenc#aes128-cbc");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().kind == Error::Kind::Unsupported);
  CHECK(refused.error().what == "this EPUB book is protected against copying");
}

TEST_CASE("F6 reader: a book without a package, with missing and with damaged files") {
  const std::string bytes = test::zip_of({{"mimetype", "application/epub+zip"}});
  const auto book = read_epub(test::value(Zip::open(bytes)), read_simple);
  REQUIRE_FALSE(book.has_value());
  CHECK(book.error().what == "this EPUB book is damaged: it has no list of its files");

  const std::string gaps = test::zip_of(
      {{"META-INF/container.xml", "<a"},
       {"b.opf",
        "<package><manifest><item id=\"a\" href=\"a.xhtml\"/><item id=\"b\" href=\"../b.xhtml\"/>"
        "<item id=\"c\" href=\"c.xhtml\"/></manifest><spine><itemref idref=\"a\"/>"
        "<itemref idref=\"b\"/><itemref idref=\"c\"/><itemref idref=\"d\"/></spine></package>"},
       {"a.xhtml", "<p>damaged"},
       {"c.xhtml", "<p>The reed.</p>"}});
  CHECK(outline(test::value(read_epub(test::value(Zip::open(gaps)), read_simple))) ==
        "The reed.\n");
}

TEST_CASE("reader: XHTML becomes HTML that a browser reads the same way") {
  struct Row {
    const char* xhtml;
    const char* html;
  };
  for (const Row& row : {
           Row{"<title/><a id='x' /><br/><img src='a>b'/>t",
               "<title></title><a id='x' ></a><br/><img src='a>b'/>t"},
           Row{"a<a epub:type=\"noteref\" href=\"#n\"><sup>1</sup></a>b", "ab"},
           Row{"<aside epub:type='footnote'><aside>x</aside>y</aside>z", "z"},
           Row{"p<span role=\"doc-pagebreak\" id=\"p1\"/>q", "pq"},
           Row{"<a epub:type=\"noteref\">open<p>kept</p>", "open<p>kept</p>"},
           Row{"<!-- <a/> -->&lt;a < b", "<!-- <a/> -->&lt;a < b"},
           Row{"<", "<"},
           Row{"<p", "<p"},
       })
    CHECK(html_of_xhtml(row.xhtml) == row.html);
  CHECK(is_furniture_page("<html><body epub:type=\"frontmatter cover\"><p>x</p></body>"));
  CHECK(is_furniture_page("<body>\n<section role=\"doc-index\"><p>x</p></section></body>"));
  CHECK_FALSE(is_furniture_page("<body><p>x</p><section epub:type=\"index\"></section></body>"));
}

}  // namespace recto::reader
