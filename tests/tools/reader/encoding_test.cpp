#include "tools/reader/encoding.h"

#include <iconv.h>
#include <string>

#include "content/base/utf8.h"
#include "tests/support/support.h"

namespace recto::reader {
namespace {

/// `text` (ASCII and Latin-1 code points) in UTF-16, with or without a mark.
std::string utf16(std::u32string_view text, bool big, bool mark) {
  std::string bytes;
  const auto add = [&](char32_t c) {
    const char high = static_cast<char>(c >> 8);
    const char low = static_cast<char>(c & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  };
  if (mark) add(0xFEFF);
  for (const char32_t c : text)
    add(c);
  return bytes;
}

/// `text` in the encoding `name`, as the C library converts it.
std::string encoded(std::string text, const char* name) {
  const iconv_t converter = iconv_open(name, "UTF-8");
  REQUIRE(converter != iconv_t(-1));  // NOLINT: the C library's own way to say so
  std::string bytes(text.size() * 4 + 16, '\0');
  char* from = text.data();
  char* to = bytes.data();
  std::size_t left = text.size();
  std::size_t room = bytes.size();
  CHECK(iconv(converter, &from, &left, &to, &room) == 0);
  CHECK(iconv(converter, nullptr, nullptr, &to, &room) == 0);
  iconv_close(converter);
  bytes.resize(bytes.size() - room);
  return bytes;
}

/// A page of one paragraph, with `head` inside its head.
std::string page(const std::string& head, const std::string& text) {
  return "<!DOCTYPE html><html><head>" + head + "</head><body><p>" + text + "</p></body></html>";
}

}  // namespace

TEST_CASE("reader: UTF-8 that was encoded twice is put right") {
  CHECK(test::value(decode("doesn\xC3\xA2\xC2\x80\xC2\x99t")) == "doesn\xE2\x80\x99t");
  // Without one of the controls that no text has it may be meant.
  CHECK(test::value(decode("\xC3\x83\xC2\xA9")) == "\xC3\x83\xC2\xA9");
  CHECK(test::value(decode("\xC3\xA4\xC3\xB6")) == "\xC3\xA4\xC3\xB6");
}

TEST_CASE(
    "reader: a page is read in each encoding that it is labelled with, wherever the label is") {
  struct Row {
    const char* name;   ///< the encoding, as the C library names it
    const char* label;  ///< what the page says
    const char* text;
  };
  for (const Row& row : {
           Row{"UTF-8", "utf-8", "Der Fluß ist schön – “sagt” man."},
           Row{"CP1252", "iso-8859-1", "Der Fluß ist schön – “sagt” man für 5 €."},
           Row{"CP1252", "us-ascii", "L’été, c’est “beau”."},
           Row{"ISO-8859-15", "ISO-8859-15", "Une œuvre coûte 5 €."},
           Row{"CP1250", "windows-1250", "Řeka teče dál, příliš žluťoučký kůň."},
           Row{"ISO-8859-2", "latin2", "Žluťoučký kůň pěl ódy."},
           Row{"CP1251", "x-cp1251", "Река течёт на север."},
           Row{"KOI8-R", "koi8-r", "Река течёт на север."},
           Row{"CP1253", "windows-1253", "Το ποτάμι είναι μακρύ."},
           Row{"CP1254", "ISO-8859-9", "Şehir ırmağın kıyısında – “güzel”."},
           Row{"CP1255", "windows-1255", "הנהר זורם צפונה."},
           Row{"CP1256", "windows-1256", "النهر طويل جدا."},
           Row{"CP874", "tis-620", "แม่น้ำไหลไปทางเหนือ"},
           Row{"GB18030", "gb2312", "河流向北流，朱镕基。"},
           Row{"GB18030", "GBK", "長江很長，喆。"},
           Row{"BIG5-HKSCS", "big5", "河流向北流。"},
           Row{"CP932", "Shift_JIS", "①川は北へ流れる。"},
           Row{"EUC-JP", "euc-jp", "川は北へ流れる。"},
           Row{"ISO-2022-JP", "iso-2022-jp", "川は北へ流れる。"},
           Row{"CP949", "euc-kr", "강은 북쪽으로 똠방 흐른다."},
       }) {
    CAPTURE(row.name);
    CAPTURE(row.label);
    const std::string label = row.label;
    for (const std::string& head :
         {"<meta charset=\"" + label + "\">", "<META CharSet = " + label + " >",
          "<!-- <meta charset=macintosh> --><title>x</title><meta http-equiv=Content-Type "
          "content='text/html; charset=" +
              label + "'>",
          std::string(3000, ' ') + "<meta charset=" + label + "/>"}) {
      CAPTURE(head);
      CHECK(test::value(decode(encoded(page(head, row.text), row.name))) == page(head, row.text));
    }
    const std::string xml =
        "<?xml version='1.0' encoding='" + label + "'?>\n<p>" + row.text + "</p>";
    CHECK(test::value(decode(encoded(xml, row.name))) == xml);
    // What the server says counts more than what the page says, and needs no page.
    const std::string wrong = page("<meta charset=macintosh>", row.text);
    CHECK(test::value(decode(encoded(wrong, row.name), row.label)) == wrong);
    CHECK(test::value(decode(encoded(row.text, row.name), row.label)) == row.text);
  }
}

TEST_CASE("reader: a wrong label does not spoil a text that shows its encoding itself") {
  const std::string text = "Der Fluß ist schön – “sagt” man. Река течёт.";
  const std::string labelled = page("<meta charset=iso-8859-1>", text);
  CHECK(test::value(decode(labelled)) == labelled);
  CHECK(test::value(decode(labelled, "windows-1251")) == labelled);
  for (const char* wide : {"UTF-16LE", "UTF-16BE", "UTF-16"}) {
    CAPTURE(wide);
    for (const char* label : {"utf-8", "utf-16", "windows-1252"}) {
      const std::string mixed = page("<meta charset=" + std::string(label) + ">", "Der Fluß.");
      CHECK(test::value(decode(encoded(mixed, wide))) == mixed);
    }
  }
  for (const char* wide : {"UTF-32", "UTF-16"}) {
    CAPTURE(wide);
    CHECK(test::value(decode(encoded(text + " 河🌊", wide))) == text + " 河🌊");
  }
  // Legible markup cannot be UTF-16, and is no UTF-8 here.
  for (const char* label : {"utf-16", "utf-8", "utf-7", "no-such-encoding", ""}) {
    const std::string latin = page("<meta charset=" + std::string(label) + ">",
                                   "Größe und Höhe der Brücke über die Ilm.");
    CHECK(test::value(decode(encoded(latin, "CP1252"))) == latin);
  }
  CHECK(test::value(decode(encoded("河流向北流", "UTF-16LE"), "utf-16")) == "河流向北流");
}

TEST_CASE("reader: a few broken bytes do not make UTF-8 another encoding") {
  const std::string text = "Grün, schön, größer, Höhe, täglich, Brücke";
  CHECK(test::value(decode(text + "\xFF und weiter im Text")) ==
        text + "\xEF\xBF\xBD und weiter im Text");
  CHECK(test::value(decode(text + ", \xC3")) == text + ", \xEF\xBF\xBD");
  CHECK(test::value(decode(text + "\xFF", "windows-1252")) == text + "\xEF\xBF\xBD");
}

TEST_CASE("reader: pairs of surrogates survive the seams of long conversions") {
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string text(shift, 'x');
    for (int i = 0; i < 9000; ++i)
      text += "🌊";
    CHECK(test::value(decode(encoded(text, "UTF-16"))) == text);
    CHECK(test::value(decode(encoded(text, "GB18030"), "gb18030")) == text);
  }
}

TEST_CASE("reader: text of every usual encoding becomes the same UTF-8") {
  const std::u32string text =
      U"Grünau liegt an der Ilm. Die Brücke wurde größer gebaut, als nötig "
      U"war; später fuhr darüber täglich ein Zug über die Höhe.";
  const std::string expected = to_utf8(text);
  std::string latin1;
  for (const char32_t c : text)
    latin1 += static_cast<char>(c);
  CHECK(test::value(decode(expected)) == expected);
  CHECK(test::value(decode("\xEF\xBB\xBF" + expected)) == expected);
  CHECK(test::value(decode(latin1)) == expected);
  for (const bool big : {false, true})
    for (const bool mark : {false, true}) {
      CAPTURE(big);
      CAPTURE(mark);
      CHECK(test::value(decode(utf16(text, big, mark))) == expected);
    }
}

TEST_CASE("reader: invisible and control characters go, line ends become line feeds") {
  CHECK(test::value(decode("So\xC2\xADlar\xE2\x80\x8B power\xEF\xBB\xBF.\x07")) == "Solar power.");
  CHECK(test::value(decode("a\r\nb\rc\xE2\x80\xA8"
                           "d\fe")) == "a\nb\nc\nd\ne");
  CHECK(test::value(decode("“Quotes” – stay’s")) == "“Quotes” – stay’s");
}

TEST_CASE("reader: any bytes decode to valid UTF-8 or say why not") {
  test::for_seeds(300, [](Random& random) {
    std::string bytes;
    for (std::uint64_t left = random.below(200); left > 0; --left)
      bytes += static_cast<char>(random.below(256));
    if (const auto text = decode(bytes)) CHECK(is_utf8(*text));
  });
}

}  // namespace recto::reader
