#include "game/ui/glyph_page.h"

#include "game/ui/geometry.h"
#include "tests/support/support.h"

namespace recto::ui {
namespace {

TEST_CASE("glyph page: no two pictures touch, and none leaves the page") {
  test::for_seeds(50, [](Random& random) {
    GlyphPage page(256, 256);
    std::vector<Rect> taken;
    while (true) {
      const int width = static_cast<int>(random.below(24)),
                height = static_cast<int>(random.below(24));
      const auto place = page.take(width, height);
      if (!place) break;
      const Rect rect{static_cast<float>(place->x - 1), static_cast<float>(place->y - 1),
                      static_cast<float>(width + 2), static_cast<float>(height + 2)};
      CHECK(common(rect, {0, 0, 256, 256}) == rect);
      for (const Rect& other : taken)
        CHECK(common(rect, other).empty());
      taken.push_back(rect);
    }
    CHECK(taken.size() > 20);
  });
}

TEST_CASE("glyph page: what is wider or higher than the page has no place") {
  GlyphPage page(64, 64);
  CHECK_FALSE(page.take(65, 1));
  CHECK_FALSE(page.take(1, 65));
  CHECK(page.take(62, 62));
  CHECK_FALSE(page.take(1, 1));
}

}  // namespace
}  // namespace recto::ui
