#include "game/recto/preferences.h"

#include "tests/support/support.h"

using namespace recto;
using app::Preferences;
using app::read_preferences;
using app::write_preferences;

TEST_CASE("U15 recto: preferences are read back as they were written") {
  for (const Preferences& preferences :
       {Preferences{}, Preferences{"dark", 1.1F, {true, false}, {true}},
        Preferences{"contrast", 3, {}, {false}}, Preferences{"", 0.75F, {}, {true}},
        Preferences{"", 1, {}, {false, {"/home/ada/Articles", "/tmp/a = b"}}}})
    CHECK(read_preferences(write_preferences(preferences)) == preferences);
}

TEST_CASE("recto: damaged preferences are as by default") {
  for (const char* text :
       {"", "\n\n=\n", "zoom = 0", "zoom = 99", "zoom = nan", "zoom = 1x",
        "theme = ../../etc/passwd", "theme =", "zoom", "\xff\xfe = \x00",
        "hard_is_explained = perhaps", "unknown = 1", "recent_folder = here", "recent_folder ="}) {
    CAPTURE(text);
    CHECK(read_preferences(text) == Preferences{});
  }
  CHECK(read_preferences("  theme=dark \r\nzoom =2\nhard_is_explained= yes") ==
        Preferences{"dark", 2, {}, {true}});
}

TEST_CASE("recto: any bytes are preferences") {
  test::for_seeds(200, [](Random& random) {
    std::string text;
    for (std::uint64_t i = random.below(200); i > 0; --i)
      text += static_cast<char>(random.below(4) == 0 ? random.below(256)
                                                     : "=\nzoome 1."[random.below(10)]);
    const Preferences preferences = read_preferences(text);
    CHECK(read_preferences(write_preferences(preferences)) == preferences);
  });
}
