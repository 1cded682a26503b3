#include "tools/reader/formats.h"

#include <string>

#include "tests/tools/reader/pages.h"
#include "tests/tools/reader/zip_writer.h"

namespace recto::reader {
namespace {

const char* const kText = "The Reed\n\nIt grows in shallow water and on the banks of lakes.\n";

/// gzip without compression: one stored block (RFC 1951, 3.2.4) between header and trailer.
std::string stored_gzip(const std::string& text) {
  const auto number = [](std::uint32_t value, int bytes) {
    std::string little;
    for (int i = 0; i < bytes; ++i)
      little += static_cast<char>((value >> static_cast<unsigned>(8 * i)) & 0xFFU);
    return little;
  };
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : text) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit)
      crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  return std::string("\x1F\x8B\x08\0\0\0\0\0\0\3\1", 11) + number(size, 2) + number(~size, 2) +
         text + number(~crc, 4) + number(size, 4);
}

Error error_of(const std::string& bytes, const char* name = "x.zip") {
  const auto article = read_article(bytes, {.name = name}, shipped_furniture());
  REQUIRE_FALSE(article.has_value());
  return article.error();
}

}  // namespace

TEST_CASE("reader: text that is packed is read as if it were not") {
  const Article plain = read(kText, "reed.txt");
  CHECK(read(stored_gzip(kText), "reed.txt.gz") == plain);
  CHECK(read(test::zip_of({{"reed.txt", kText}, {"__MACOSX/reed.txt", "x"}}), "a.zip") == plain);
  CHECK(read(test::zip_of({{"reed.txt", stored_gzip(kText)}}), "a.zip").blocks == plain.blocks);
  CHECK(read(test::zip_of({{"note.md", "# The Reed\n\nIt grows *here*, in water."}}), "a.zip")
            .blocks[0]
            .text == "It grows here, in water.");
}

TEST_CASE("F6 reader: archives in archives in archives are refused") {
  std::string bytes = kText;
  for (int i = 0; i < 3; ++i)
    bytes = stored_gzip(bytes);
  CHECK(error_of(bytes).what == "this is an archive of archives of archives");
}

TEST_CASE("F6 reader: zip archives that are no article say what they are and what to do") {
  struct Row {
    test::ZipFiles files;
    const char* what;
  };
  for (const Row& row :
       {Row{{{"[Content_Types].xml", "x"}, {"xl/workbook.xml", "x"}},
            "this is a spreadsheet, not an article"},
        Row{{{"ppt/presentation.xml", "x"}}, "this is a presentation, not an article"},
        Row{{{"Index/Document.iwa", "x"}},
            "this is an Apple iWork document, which this version cannot read"},
        Row{{{"a.txt", "x"}, {"b.md", "y"}}, "this zip archive holds 2 documents"},
        Row{{{"a.png", "x"}}, "this zip archive holds no article"}}) {
    const Error error = error_of(test::zip_of(row.files));
    CHECK(error.kind == Error::Kind::Unsupported);
    CHECK(error.what == row.what);
    CHECK_FALSE(error.advice.empty());
  }
  CHECK(error_of("PK\x03\x04 and no more").what == "this zip archive is damaged or cut off");
}

}  // namespace recto::reader
