#include "tools/reader/signature.h"

#include <string>

#include "tests/support/support.h"

namespace recto::reader {

TEST_CASE("F6 reader: known formats are told by their bytes and refused with a sentence") {
  using std::string_literals::operator""s;
  struct Row {
    std::string bytes;
    const char* named;
  };
  for (const Row& row : {
           Row{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "before 2007"},
           Row{std::string(60, '\0') + "BOOKMOBI", "Kindle"},
           Row{"\x89PNG\r\n\x1A\n", "PNG"},
           Row{"\xFF\xD8\xFF\xE0"s, "JPEG"},
           Row{"{\\rtf1 Hello}", "RTF"},
           Row{"\x7F"
               "ELF",
               "program"},
       }) {
    const auto result = check_is_text(row.bytes);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().kind == Error::Kind::Unsupported);
    CHECK(result.error().what.find(row.named) != std::string::npos);
    CHECK_FALSE(result.error().advice.empty());
  }
}

TEST_CASE("F6 reader: binary data is refused, text with a stray control character is not") {
  CHECK_FALSE(check_is_text(std::string("abc\0def", 7)).has_value());
  CHECK_FALSE(check_is_text("\x01\x02\x03\x04").has_value());
  CHECK(check_is_text(std::string(2000, 'a') + '\x02').has_value());
  CHECK(check_is_text("Zebras graze.").has_value());
}

TEST_CASE("F6 reader: HTML is told from text that speaks of it") {
  CHECK(is_html("\n<!doctype HTML>\n<title>x</title>"));
  CHECK(is_html("<!-- saved --><html lang=en>"));
  CHECK_FALSE(is_html("The <html> tag opens a page."));
  CHECK_FALSE(is_html("<p align=\"center\">A README</p>\n\n# Title"));
}

}  // namespace recto::reader
