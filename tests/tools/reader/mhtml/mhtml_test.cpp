#include "tools/reader/mhtml/mhtml.h"

#include "tests/support/support.h"

namespace recto::reader {
namespace {

const char* const kChrome =
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://example.org/reed\r\n"
    "Subject: The Reed\r\n"
    "Date: Fri, 3 May 2024 10:00:00 -0000\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n"
    "\ttype=\"text/html\";\r\n"
    "\tboundary=\"----MultipartBoundary--x----\"\r\n"
    "\r\n\r\n"
    "------MultipartBoundary--x----\r\n"
    "Content-Type: text/html\r\n"
    "Content-ID: <frame-1@mhtml.blink>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://example.org/reed\r\n"
    "\r\n"
    "<!DOCTYPE html><html><p class=3D\"a\">The r=C3=A9ed gr=\r\nows.</p></html>\r\n"
    "------MultipartBoundary--x----\r\n"
    "Content-Type: text/html\r\n"
    "Content-Transfer-Encoding: base64\r\n"
    "\r\n"
    "PHA+YWQ8L3A+\r\n"
    "------MultipartBoundary--x------\r\n";

Document page_of(std::string_view bytes) {
  return test::value(open_mhtml(bytes, {.name = "page.mhtml"}));
}

}  // namespace

TEST_CASE("reader: a page that Chrome saved gives its HTML and its address") {
  REQUIRE(is_mhtml(kChrome));
  const Document page = page_of(kChrome);
  CHECK(page.bytes == "<!DOCTYPE html><html><p class=\"a\">The réed grows.</p></html>\r\n");
  CHECK(page.origin.url == "https://example.org/reed");
  CHECK(page.origin.media == "text/html");
  CHECK(page.origin.name == "page.mhtml");
}

TEST_CASE("reader: a page that Internet Explorer saved: base64, its charset, its start") {
  const char* const bytes =
      "From: <Saved by Windows Internet Explorer 8>\n"
      "MIME-Version: 1.0\n"
      "Content-Type: multipart/related; boundary=b1; start=\"<main>\"\n"
      "\n"
      "This is a multi-part message in MIME format.\n"
      "--b1\n"
      "Content-Type: text/html; charset=\"us-ascii\"\n"
      "\n"
      "<p>other</p>\n"
      "--b1\n"
      "Content-Type: text/html;\n"
      "\tcharset=\"windows-1251\"\n"
      "Content-Transfer-Encoding: base64\n"
      "Content-ID: <main>\n"
      "\n"
      "PHA+\n0tDO\nPC9w\nPg==\n"
      "--b1--\n";
  const Document page = page_of(bytes);
  CHECK(page.bytes == "<p>\xD2\xD0\xCE</p>");
  CHECK(page.origin.charset == "windows-1251");
}

TEST_CASE("reader: of a mail the HTML part is read, of a frame set its largest frame") {
  CHECK(page_of("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=o\n\n"
                "--o\nContent-Type: multipart/alternative; boundary=i\n\n"
                "--i\nContent-Type: text/plain\n\nplain\n"
                "--i\nContent-Type: text/html\n\n<p>rich</p>\n--i--\n--o--\n")
            .bytes == "<p>rich</p>\n");
  CHECK(page_of("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=o\n\n"
                "--o\nContent-Type: text/html\n\n<FRAMESET><frame src=a><frame src=b></frameset>\n"
                "--o\nContent-Type: text/html\n\n<p>menu</p>\n"
                "--o\nContent-Type: text/html\n\n<p>The longer frame</p>\n--o--\n")
            .bytes == "<p>The longer frame</p>\n");
  CHECK(page_of("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>alone</p>").bytes ==
        "<p>alone</p>");
}

TEST_CASE("F6 reader: what a web archive calls its address is left out when it is none") {
  for (const char* location : {"https://example.org/\xFF\xFE", "https://example.org/\x01",
                               "cid:frame-1@mhtml.blink", "file:///home/ada/reed.html"})
    CHECK(page_of("MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: " +
                  std::string(location) + "\n\n<p>Reeds</p>")
              .origin.url.empty());
}

TEST_CASE("reader: text and HTML are no web archives") {
  for (const char* text : {"The reed grows.", "Note: the reed grows.\n\nIt does.",
                           "From: a\nSubject: b\n\nA mail in plain text.", "<html><p>x",
                           "Content-Type: text/html\n\nAn example in a manual."})
    CHECK_FALSE(is_mhtml(text));
}

TEST_CASE("F6 reader: a web archive without a page, or nested without end, is refused in words") {
  std::string deep = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 20'000; ++i)
    deep += "--b\nContent-Type: multipart/mixed; boundary=b\n\n";
  for (const std::string& bytes :
       {std::string("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n"),
        std::string("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
                    "--b\nContent-Type: image/png\n\nx\n--b--\n"),
        deep}) {
    const auto page = open_mhtml(bytes, {});
    REQUIRE_FALSE(page.has_value());
    CHECK(page.error().what == "there is no HTML page in this web archive");
  }
}

TEST_CASE("F6 reader: every cut of a web archive gives a page or an error") {
  const std::string_view whole = kChrome;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const auto page = open_mhtml(whole.substr(0, size), {});
    CHECK((page.has_value() || !page.error().what.empty()));
  }
}

}  // namespace recto::reader
