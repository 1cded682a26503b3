// Every screen, in every size that is promised: nothing overlaps, nothing is cut off, all of it can
// be reached by keyboard.
#include <algorithm>
#include <set>

#include "tests/game/ui/samples.h"
#include "tests/game/ui/stage.h"
#include "tests/support/support.h"

namespace recto::ui {
namespace {

struct Size {
  Vec pixels;
  float scale;
};
constexpr Size kSizes[] = {{{800, 600}, 1},     {{1280, 800}, 1},      {{1920, 1080}, 1},
                           {{2560, 1440}, 1},   {{1280, 720}, 2},      {{1600, 1200}, 2},
                           {{800, 600}, 0.75F}, {{1500, 1100}, 1.25F}, {{2400, 1800}, 3}};

template <class Check>
void for_every_screen(Check check) {
  for (const std::string_view screen : test::screen_names())
    for (const Size& size : kSizes) {
      CAPTURE(screen);
      CAPTURE(size.pixels.x);
      CAPTURE(size.scale);
      test::Stage stage([&](Ui& ui) { test::draw_sample(ui, screen); }, size.pixels, size.scale);
      check(stage);
    }
}

Rect visible(const Recorded& widget) {
  return common(widget.rect, widget.clip);
}

bool holds(const Rect& outer, const Rect& inner) {
  constexpr float kRounding = 1;
  return inner.x >= outer.x - kRounding && inner.right() <= outer.right() + kRounding &&
         inner.y >= outer.y - kRounding && inner.bottom() <= outer.bottom() + kRounding;
}

/// Surfaces that others stand on, a prompt whose gap is a field, and what stands above the page.
bool is_layer(const Recorded& widget) {
  return widget.kind == "card" || widget.kind == "gapped" || widget.kind == "message" ||
         widget.name.starts_with("toast.");
}

TEST_CASE("U4 layout: nothing overlaps") {
  for_every_screen([](test::Stage& stage) {
    const auto& widgets = stage.widgets();
    for (std::size_t i = 0; i < widgets.size(); ++i)
      for (std::size_t j = i + 1; j < widgets.size(); ++j) {
        if (is_layer(widgets[i]) || is_layer(widgets[j])) continue;
        if (widgets[i].behind != widgets[j].behind) continue;
        const Rect both = common(visible(widgets[i]), visible(widgets[j]));
        CAPTURE(widgets[i].name + widgets[i].text);
        CAPTURE(widgets[j].name + widgets[j].text);
        CHECK((both.w < 1 || both.h < 1));
      }
  });
}

TEST_CASE("U9 layout: a message never covers what does not scroll") {
  for_every_screen([](test::Stage& stage) {
    for (const Recorded& message : stage.widgets())
      for (const Recorded& widget : stage.widgets()) {
        const bool scrolls = widget.clip != stage.ui().area();
        if (message.kind != "message" || is_layer(widget) || scrolls) continue;
        CAPTURE(widget.name + widget.text);
        CHECK(common(message.rect, widget.rect).empty());
      }
  });
}

TEST_CASE("U4 layout: nothing leaves the window, and what scrolls leaves it only up and down") {
  for_every_screen([](test::Stage& stage) {
    for (const Recorded& widget : stage.widgets()) {
      CAPTURE(widget.kind + " " + widget.name + widget.text);
      const Rect window = stage.ui().area();
      const bool scrolls = widget.clip != window;
      const Rect room = scrolls ? Rect{widget.clip.x, -1e6F, widget.clip.w, 2e6F} : window;
      CHECK(holds(room, widget.rect));
    }
  });
}

TEST_CASE("U4 layout: only titles and headings are shortened") {
  for_every_screen([](test::Stage& stage) {
    for (const Recorded& widget : stage.widgets()) {
      const bool title = widget.kind == "deck" || widget.kind == "row" || widget.kind == "tick" ||
                         widget.kind == "typed" || widget.text.starts_with("A history of") ||
                         widget.text.starts_with("Question and answer · ");
      CAPTURE(widget.kind + " " + widget.name + widget.text);
      CHECK((!widget.cut || title));
    }
  });
}

TEST_CASE("U3 layout: what can be pressed is at least 32 high and wide") {
  for_every_screen([](test::Stage& stage) {
    for (const Recorded& widget : stage.widgets()) {
      if (!widget.focusable) continue;
      CAPTURE(widget.name);
      CHECK(widget.rect.w >= 32);
      CHECK(widget.rect.h >= 32);
    }
  });
}

TEST_CASE("U13 layout: Tab reaches all of it, in order, and brings it into view") {
  for_every_screen([](test::Stage& stage) {
    std::vector<std::string> expected, visited;
    for (const Recorded& widget : stage.widgets())
      if (widget.focusable && !widget.behind) expected.push_back(widget.name);
    const std::string first = stage.focus();  // a field takes the focus when it appears
    const auto start = std::find(expected.begin(), expected.end(), first);
    if (start != expected.end()) std::rotate(expected.begin(), start + 1, expected.end());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      stage.press(Key::Tab);
      stage.settle();
      visited.push_back(stage.focus());
      const Recorded& widget = stage.at(visited.back());
      CAPTURE(widget.name);
      CHECK(holds(widget.clip, {widget.rect.x, widget.rect.y, widget.rect.w,
                                std::min(widget.rect.h, widget.clip.h - 24)}));
    }
    CHECK(visited == expected);
  });
}

TEST_CASE("U2 layout: reading text has at most 75 characters a line") {
  for_every_screen([](test::Stage& stage) {
    for (const Recorded& widget : stage.widgets())
      if (widget.name == "source") CHECK(widget.rect.w <= 640);
  });
}

TEST_CASE("layout: names of widgets are unique on a screen") {
  for_every_screen([](test::Stage& stage) {
    std::set<std::string> names;
    for (const Recorded& widget : stage.widgets()) {
      CAPTURE(widget.name);
      if (!widget.name.empty()) CHECK(names.insert(widget.name).second);
    }
  });
}

TEST_CASE("U6 layout: no screen asks for another frame once it stands still") {
  for_every_screen([](test::Stage& stage) { CHECK_FALSE(stage.ui().next_frame_at().has_value()); });
}

}  // namespace
}  // namespace recto::ui
