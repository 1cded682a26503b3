#include "tools/reader/encoding.h"

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

}  // namespace

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
