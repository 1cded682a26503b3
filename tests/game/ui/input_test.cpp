#include "game/ui/input.h"

#include "tests/support/support.h"

namespace recto::ui {
namespace {

Event stroke(Key key, std::string text = {}, Mods mods = {}) {
  Event event;
  event.kind = Event::Kind::Stroke;
  event.stroke = {key, 0, 0, mods, false, std::move(text)};
  return event;
}

Event mouse(Event::Kind kind, float x = 10) {
  return {kind, {}, {x, 10}, MouseButton::Left, 0};
}

TEST_CASE("input: a press and its release are never in one frame") {
  InputQueue queue;
  for (int i = 0; i < 5; ++i) {
    queue.push(mouse(Event::Kind::MousePress));
    queue.push(mouse(Event::Kind::MouseRelease));
  }
  std::string states;
  while (!queue.empty())
    states += queue.take_frame(false).down[0] ? 'd' : 'u';
  CHECK(states ==
        "dudududu"
        "du");
}

TEST_CASE("input: text waits until the click before it has had its effect") {
  InputQueue queue;
  queue.push(mouse(Event::Kind::MousePress));
  queue.push(stroke(Key::None, "a"));
  CHECK(queue.take_frame(true).strokes.empty());
  CHECK(queue.take_frame(true).strokes.size() == 1);
}

TEST_CASE("input: a click waits until the text before it has had its effect") {
  InputQueue queue;
  queue.push(stroke(Key::None, "a"));
  queue.push(mouse(Event::Kind::MousePress));
  CHECK_FALSE(queue.take_frame(true).down[0]);
  CHECK(queue.take_frame(true).down[0]);
}

TEST_CASE("input: the mouse does not move away from its own click") {
  InputQueue queue;
  queue.push(mouse(Event::Kind::MousePress, 10));
  queue.push(mouse(Event::Kind::MouseMove, 90));
  CHECK(queue.take_frame(false).mouse.x == 10);
  CHECK(queue.take_frame(false).mouse.x == 90);
}

TEST_CASE("input: while typing, what edits comes together and in order") {
  InputQueue queue;
  for (const char* text : {"a", "b"})
    queue.push(stroke(Key::None, text));
  for (int i = 0; i < 3; ++i)
    queue.push(stroke(Key::Backspace));
  queue.push(stroke(Key::Tab));
  queue.push(stroke(Key::None, "c"));
  CHECK(queue.take_frame(true).strokes.size() == 5);
  CHECK(queue.take_frame(true).strokes.front().key == Key::Tab);
  CHECK(queue.take_frame(true).strokes.front().text == "c");
  CHECK(queue.empty());
}

TEST_CASE("input: outside of fields every stroke has a frame of its own") {
  InputQueue queue;
  for (int i = 0; i < 3; ++i)
    queue.push(stroke(Key::Space, " "));
  int frames = 0;
  for (; !queue.empty(); ++frames)
    CHECK(queue.take_frame(false).strokes.size() == 1);
  CHECK(frames == 3);
}

TEST_CASE("input: no event is lost or turned around, whatever comes") {
  test::for_seeds(300, [](Random& random) {
    InputQueue queue;
    std::string sent, seen;
    bool down = false;
    for (int i = 0; i < 60; ++i) {
      if (random.below(3) == 0) {
        down = !down;
        queue.push(mouse(down ? Event::Kind::MousePress : Event::Kind::MouseRelease));
        sent += down ? '+' : '-';
      } else {
        const std::string text(1, static_cast<char>('a' + random.below(26)));
        queue.push(stroke(Key::None, text));
        sent += text;
      }
    }
    bool was_down = false;
    while (!queue.empty()) {
      const FrameInput frame = queue.take_frame(random.below(2) == 0);
      if (frame.down[0] != was_down) {
        CHECK(frame.strokes.empty());
        seen += frame.down[0] ? '+' : '-';
      }
      was_down = frame.down[0];
      for (const Stroke& one : frame.strokes)
        seen += one.text;
    }
    CHECK(seen == sent);
  });
}

}  // namespace
}  // namespace recto::ui
