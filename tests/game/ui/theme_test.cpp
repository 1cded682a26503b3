#include "game/ui/theme.h"

#include "content/files/assets.h"
#include "content/files/files.h"
#include "tests/support/support.h"

namespace recto::ui {
namespace {

std::string light_with(std::string_view from, std::string_view to) {
  std::string text =
      test::value(read_file(test::value(find_assets()) / "themes" / "light.json", 65536));
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("U5 theme: every pair in use has the contrast it needs, in every theme") {
  int themes = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(test::value(find_assets()) / "themes")) {
    const Theme theme = test::value(load_theme(file.path().stem().string()));
    CAPTURE(theme.name);
    ++themes;
    for (const Pair& pair : pairs_in_use()) {
      CAPTURE(name_of(pair.front));
      CAPTURE(name_of(pair.back));
      CHECK(theme[pair.front].a == 255);
      CHECK(theme[pair.back].a == 255);
      CHECK(contrast(theme[pair.front], theme[pair.back]) >= pair.least);
    }
  }
  CHECK(themes >= 3);
}

TEST_CASE("U5 theme: high contrast is what it says: text 7 to 1, outlines and bars 4.5 to 1") {
  const Theme theme = test::value(load_theme("contrast"));
  for (const Pair& pair : pairs_in_use()) {
    CAPTURE(name_of(pair.front));
    CAPTURE(name_of(pair.back));
    const double least = pair.least >= 4.5 ? 7.0 : 4.5;  // WCAG 2.1 AAA for text
    CHECK(contrast(theme[pair.front], theme[pair.back]) >= least);
  }
  // A card stands out by its edge, not by a shade of its surface.
  CHECK(contrast(theme[Role::Hairline], theme[Role::Page]) >= 3.0);
}

TEST_CASE("theme: contrast is as WCAG 2.1 computes it") {
  struct Row {
    const char *one, *other;
    double ratio;
  };
  for (const Row& row : {Row{"#000000", "#ffffff", 21.0}, Row{"#777777", "#ffffff", 4.48},
                         Row{"#ff0000", "#ffffff", 4.00}, Row{"#123456", "#123456", 1.0}}) {
    CAPTURE(row.one);
    const Color one = test::value(read_color(row.one)), other = test::value(read_color(row.other));
    CHECK(contrast(one, other) == doctest::Approx(row.ratio).epsilon(0.005));
    CHECK(contrast(one, other) == contrast(other, one));
  }
}

TEST_CASE("theme: a colour is six or eight hexadecimal digits") {
  CHECK(test::value(read_color("#01fE7f")) == Color{1, 254, 127, 255});
  CHECK(test::value(read_color("#01fe7f80")) == Color{1, 254, 127, 128});
  for (const char* text : {"", "#", "123456", "#12345", "#1234567", "#12345g", "#-1-1-1", "# 1 1 1",
                           "#123456789", "red"}) {
    CAPTURE(text);
    CHECK_FALSE(read_color(text));
  }
}

TEST_CASE("theme: a fault is named with its place in the file") {
  struct Row {
    std::string text, where;
  };
  for (const Row& row : {Row{"", ""}, Row{"[]", ""}, Row{"{\"colors\": 3", ""},
                         Row{light_with("\"light\"", "\"grey\""), "/kind"},
                         Row{light_with("\"name\"", "\"nom\""), "/name"},
                         Row{light_with("\"colors\"", "\"colours\""), "/colors"},
                         Row{light_with("\"mark\"", "\"marker\""), "/colors/marker"},
                         Row{light_with("    \"mark\": \"#ffe7a0\",\n", ""), "/colors/mark"},
                         Row{light_with("#ffe7a0", "yellow"), "/colors/mark"},
                         Row{light_with("\"#ffe7a0\"", "7"), "/colors/mark"}}) {
    CAPTURE(row.text);
    const auto theme = read_theme(row.text);
    REQUIRE_FALSE(theme);
    CHECK(theme.error().kind == Error::Kind::BadInput);
    CHECK(theme.error().where == row.where);
    CHECK_FALSE(theme.error().what.empty());
  }
}

TEST_CASE("theme: a theme that does not exist is an error with its path") {
  const auto theme = load_theme("sepia");
  REQUIRE_FALSE(theme);
  CHECK(theme.error().kind == Error::Kind::NotFound);
  CHECK(theme.error().where.find("sepia.json") != std::string::npos);
}

}  // namespace
}  // namespace recto::ui
