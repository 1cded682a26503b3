#include "game/ui/typeset.h"

#include <algorithm>

#include "content/base/utf8.h"
#include "content/files/files.h"
#include "tests/support/support.h"

namespace recto::ui {
namespace {

Typesetter make_typesetter() {
  return Typesetter(test::value(Faces::find()));
}

TEST_CASE("U2 typeset: Latin, Greek, Cyrillic, punctuation and symbols have a glyph in every cut") {
  Typesetter setter = make_typesetter();
  for (const Font font : {Font::Regular, Font::SemiBold, Font::Display})
    for (const char* text : {"Łódź, Tiếng Việt, ẞ ß é ő", "Ελληνικά", "русский, українська",
                             "“quotes” – dashes — … ½ × ° € → ≤ ≠ ∞"}) {
      CAPTURE(text);
      for (const Glyph& glyph : setter.line(text, font, 15).glyphs)
        CHECK(glyph.index != 0);
    }
}

TEST_CASE("U2 typeset: other scripts are drawn whenever an installed font has them") {
  Typesetter setter = make_typesetter();
  for (const char* text :
       {"漢字とかな", "한국어", "中文", "العربية", "עברית", "हिन्दी", "ไทย", "𝔸𝒻"}) {
    CAPTURE(text);
    const auto points = code_points(text);
    const bool installed = std::all_of(points.begin(), points.end(), [&](char32_t c) {
      return setter.faces().has(setter.faces().face_for(Font::Regular, c), c);
    });
    if (!installed) {
      MESSAGE("skipped: no installed font has " << text);
      continue;
    }
    for (const Glyph& glyph : setter.line(text, Font::Regular, 15).glyphs)
      CHECK(glyph.index != 0);
  }
}

TEST_CASE("typeset: pairs are kerned") {
  Typesetter setter = make_typesetter();
  const float together = setter.line("AVAVAV", Font::Regular, 100).width;
  const float apart =
      3 * (setter.line("A", Font::Regular, 100).width + setter.line("V", Font::Regular, 100).width);
  CHECK(together < apart - 10);
}

TEST_CASE("typeset: right to left is drawn from the right, between words from the left") {
  Typesetter setter = make_typesetter();
  const std::string text = "ab עברית cd";
  const Line line = setter.line(text, Font::Regular, 15);
  const auto x_of = [&](std::string_view part) { return cursor_x(line, text.find(part)); };
  CHECK(x_of("ab") < x_of("ת"));
  CHECK(x_of("ת") < x_of("ע"));
  CHECK(x_of("ע") < x_of("cd"));
}

TEST_CASE("typeset: no line is wider than the column, and nothing but blanks is lost") {
  Typesetter setter = make_typesetter();
  const std::string words[] = {
      "a",    "treaty", "Tordesillas,",          "漢字とかな", "русский", "é", "😀",
      "1494", "-",      "Donaudampfschifffahrt", "עברית"};
  test::for_seeds(60, [&](Random& random) {
    std::string text;
    for (int i = 0; i < 30; ++i)
      text += words[random.below(std::size(words))] + (random.below(9) == 0 ? "\n" : " ");
    const auto width = static_cast<float>(60 + random.below(400));
    const Block block = setter.block(text, Font::Regular, 15, width);
    std::size_t end = 0;
    for (const Line& line : block.lines) {
      CHECK(line.begin >= end);
      CHECK(trimmed(text.substr(end, line.begin - end)).empty());
      CHECK(is_boundary(text, line.begin));
      const bool one_character =
          count_code_points(text.substr(line.begin, line.end - line.begin)) <= 1;
      CHECK((line.width <= width + 1 || one_character));
      end = line.end;
    }
    CHECK(trimmed(text.substr(end)).empty());
  });
}

TEST_CASE("typeset: a place in a line and the byte there lead to each other") {
  Typesetter setter = make_typesetter();
  const std::string text = "Straße, 漢字, e\u0301t\u00e9 and עברית";
  const Line line = setter.line(text, Font::Regular, 18);
  for (const Cluster& cluster : line.clusters) {
    CAPTURE(cluster.begin);
    const float front = cluster.right_to_left ? 0.9F : 0.1F;
    CHECK(offset_at(line, cluster.x + front * cluster.width) == cluster.begin);
    CHECK(offset_at(line, cluster.x + (1 - front) * cluster.width) == cluster.end);
  }
  CHECK(offset_at(line, -50) == 0);
}

TEST_CASE("typeset: any bytes are set without harm") {
  Typesetter setter = make_typesetter();
  test::for_seeds(200, [&](Random& random) {
    std::string bytes;
    for (int i = 0; i < 40; ++i)
      bytes += static_cast<char>(random.below(256));
    const Block block = setter.block(bytes, Font::Regular, 15, 100);
    CHECK_FALSE(block.lines.empty());
  });
}

// Run by the test below, each time with fonts of its own.
TEST_CASE("faces: the program that tells its fonts" * doctest::skip()) {
  const auto faces = Faces::find();
  if (!faces) {
    MESSAGE(message(faces.error()));
    return;
  }
  for (const std::string& note : faces->notes())
    MESSAGE(note);
}

std::string told_with_fonts_in(const std::string& folder) {
  const test::TemporaryFolder temporary;
  const auto file = temporary.path() / "fonts.conf";
  const std::string config = "<?xml version=\"1.0\"?><fontconfig><dir>" + folder +
                             "</dir><cachedir>" + temporary.path().string() +
                             "</cachedir></fontconfig>";
  REQUIRE(write_file(file, config));
  return test::run("ui_test", {"--no-skip", "-tc=faces: the program that tells its fonts"}, {},
                   {"FONTCONFIG_FILE=" + file.string()})
      .out;
}

TEST_CASE("faces: without Inter another font stands in, and one line says so") {
  const std::string fallback = "/usr/share/fonts/truetype/dejavu";
  if (!std::filesystem::exists(fallback)) {
    MESSAGE("skipped: the package fonts-dejavu-core is not installed");
    return;
  }
  const std::string told = told_with_fonts_in(fallback);
  CHECK(told.find("The font Inter is not installed; DejaVu Sans stands in.") != std::string::npos);
}

TEST_CASE("faces: without any font there is one clear sentence") {
  const std::string told = told_with_fonts_in("/nonexistent");
  CHECK(told.find("no font is installed that Recto can use") != std::string::npos);
  CHECK(told.find("fonts-inter") != std::string::npos);
}

}  // namespace
}  // namespace recto::ui
