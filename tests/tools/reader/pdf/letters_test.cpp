#include "tools/reader/pdf/letters.h"

#include "tests/support/support.h"

namespace recto::reader::pdf {

TEST_CASE("reader: a PDF's letters become plain text") {
  CHECK(clean_letters("eﬃcient ﬂow") == "efficient flow");
  CHECK(clean_letters("cafe\xCC\x81") == "café");
  CHECK(clean_letters("\xEF\x82\xB7") == "•");          // Symbol's bullet, U+F0B7
  CHECK(clean_letters("a\xEF\x82\xB7") == "a");         // private use inside a word
  CHECK(clean_letters("x\xE2\x80\x8By\x01") == "xy");   // zero width space, control character
  CHECK(clean_letters("co\xE2\x80\x90op") == "co-op");  // U+2010
  CHECK(clean_letters("5 m²") == "5 m²");               // NFC, not NFKC
}

TEST_CASE("reader: a font's name tells its style") {
  struct Row {
    const char* name;
    Style style;
  };
  for (const Row& row : {
           Row{"ABCDEF+NimbusRomNo9L-MediItal", {.bold = true, .italic = true}},
           Row{"CMBX12", {.bold = true}},
           Row{"ABCDEF+CMTT10", {.mono = true}},
           Row{"CMMI10", {.math = true}},
           Row{"Roboto-Medium", {}},
           Row{"Arial,BoldItalic", {.bold = true, .italic = true}},
           Row{"DejaVuSansMono-Bold", {.bold = true, .mono = true}},
           Row{"", {}},
       }) {
    CAPTURE(row.name);
    CHECK(style_of_font(row.name) == row.style);
  }
}

TEST_CASE("reader: raised digits become exponents, other raised letters do not") {
  CHECK(as_exponent("2") == "²");
  CHECK(as_exponent("−12") == "⁻¹²");
  CHECK(as_exponent("th").empty());
}

}  // namespace recto::reader::pdf
