// What screens draw with: one frame of the window, its keys, its focus, shapes and text.
//
// Everything is in logical units; the scale is applied, and rounded to whole pixels, in here. No
// header of this folder shows Dear ImGui, SFML or X.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "game/ui/faces.h"
#include "game/ui/geometry.h"
#include "game/ui/input.h"
#include "game/ui/recorder.h"
#include "game/ui/text_edit.h"
#include "game/ui/theme.h"

namespace recto::ui {

struct TextStyle {
  Font font = Font::Regular;
  float size = 15;           ///< em, logical units
  float line_height = 1.4F;  ///< of paragraphs, as a multiple of the em
};

// The type scale (U2).
inline constexpr TextStyle kSmall{Font::Regular, 13};
inline constexpr TextStyle kSmallBold{Font::SemiBold, 13};
inline constexpr TextStyle kBody{Font::Regular, 15};
inline constexpr TextStyle kBodyBold{Font::SemiBold, 15};
inline constexpr TextStyle kReading{Font::Regular, 18, 1.45F};
inline constexpr TextStyle kLead{Font::SemiBold, 18};
inline constexpr TextStyle kLeadText{Font::SemiBold, 18, 1.45F};
inline constexpr TextStyle kTitle{Font::Display, 22, 1.3F};
inline constexpr TextStyle kPrompt{Font::Display, 28, 1.3F};
inline constexpr TextStyle kFigure{Font::Display, 36, 1.2F};

enum class Align { Left, Center, Right };
enum class Cursor { Arrow, Hand, Text };

/// Bytes [begin, end) of a text.
struct Range {
  std::size_t begin = 0, end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  bool operator==(const Range&) const = default;
};

/// What stands behind and under the letters of a paragraph.
struct LinesLook {
  Range marked{};                       ///< Role::Mark behind it
  Range chosen{};                       ///< Role::Selection behind it
  std::span<const Range> underlined{};  ///< by a line of `underline`
  Role underline = Role::Bad;
  Align align = Align::Left;
};

/// How a widget takes part in the keyboard's life.
enum class Focusable { No, Button, Field };

/// Whether the ring around what has the focus is to be seen.
enum class Ring { Hidden, Shown };

/// What the mouse and the keyboard do to a widget in this frame.
struct Touch {
  bool hovered = false;
  bool held = false;
  bool pressed = false;   ///< just now held down
  bool released = false;  ///< just now let go, wherever the mouse is
  bool clicked = false;   ///< released over it, or Enter or Space while it has the focus
  bool right_clicked = false;
  bool focused = false;
  bool ring = false;  ///< the focus came by keyboard and is to be seen
};

/// The names of all pictures that Ui::icon draws.
[[nodiscard]] std::span<const std::string_view> icons();

class Ui {
 public:
  /// Opens the fonts. Error: no font at all.
  [[nodiscard]] static Result<Ui> make(Theme theme);
  Ui(Ui&&) noexcept;
  Ui& operator=(Ui&&) noexcept;
  ~Ui();

  // ── A frame, for the window and for tests ──────────────────────────────────────────────────────

  /// `size`: the window in pixels; `scale`: pixels per logical unit; `now`: seconds on any steady
  /// clock.
  void begin(const FrameInput& input, Vec size, float scale, double now);
  void end();

  /// Seconds on the clock of `begin` at which the next frame is wanted without an event.
  [[nodiscard]] std::optional<double> next_frame_at() const;
  [[nodiscard]] Cursor cursor() const;
  void set_theme(Theme theme);
  /// Whether nothing is to move: what appears is there at once (U7).
  void set_still(bool still);
  /// What reads and sets the clipboard; without it a clipboard of its own.
  void set_clipboard(std::function<std::string()> read, std::function<void(std::string)> write);
  /// Sentences about fonts that are missing.
  [[nodiscard]] const std::vector<std::string>& notes() const;

  // ── The surroundings ───────────────────────────────────────────────────────────────────────────

  [[nodiscard]] Rect area() const;  ///< the whole window
  [[nodiscard]] float scale() const;
  [[nodiscard]] double now() const;  ///< seconds, as `begin` was told
  [[nodiscard]] const Theme& theme() const;
  [[nodiscard]] Color color(Role role) const { return theme()[role]; }
  [[nodiscard]] Recorder& recorder();
  [[nodiscard]] const Recorder& recorder() const;

  /// Asks for a frame in `seconds`, for what moves or disappears by itself.
  void redraw_in(double seconds);

  // ── Keys ───────────────────────────────────────────────────────────────────────────────────────

  /// Whether the key went down in this frame and no widget had use for it. Held keys do not repeat
  /// here. Keys without Ctrl or Alt are the field's while one has the focus, but for Escape.
  [[nodiscard]] bool pressed(Key key, Mods mods = {});
  /// The same for a character, small letters: by the layout in use, else by the place of the key on
  /// a US keyboard, so that Ctrl+C works in Cyrillic and digits on a French keyboard. Shift matters
  /// only together with Ctrl, or where it is asked for.
  [[nodiscard]] bool pressed(char32_t character, Mods mods = {});
  /// Whether a key that nobody had use for went down; characters with Ctrl or Alt do not
  /// count, nor does the question mark, which asks for help everywhere.
  [[nodiscard]] bool pressed_any();
  /// Keys that move through a page; these repeat.
  [[nodiscard]] bool stepped(Key key);
  /// Whether a text field has the focus.
  [[nodiscard]] bool typing() const;

  // ── Behaviour of widgets ───────────────────────────────────────────────────────────────────────

  /// Makes `rect` a thing to press. Tab visits the focusable ones in the order of these calls.
  Touch touch(std::string_view id, const Rect& rect, Focusable focusable = Focusable::Button,
              Cursor cursor = Cursor::Hand);
  void set_focus(std::string_view id, Ring ring = Ring::Hidden);
  [[nodiscard]] bool has_focus(std::string_view id) const;
  /// Whether a widget of that id was on the screen in the last frame.
  [[nodiscard]] bool was_there(std::string_view id) const;
  /// Writes a widget into the list of this frame; the clip is filled in.
  void record(Recorded widget);

  /// Keys that the field with the focus has use for, in order; taken away by this call.
  [[nodiscard]] std::vector<Stroke> take_strokes();
  /// A stroke that the field has no use for, for the screen's shortcuts.
  void give_back(Stroke stroke);
  /// The text of a field while it is on the screen.
  [[nodiscard]] TextEdit& edit(std::string_view id, const std::string& text,
                               TextEdit::Lines lines = TextEdit::Lines::One);
  /// What a field holds that its screen does not keep; empty before it was drawn.
  [[nodiscard]] std::string field_text(std::string_view id) const;
  /// Selected bytes of the paragraph `id`.
  [[nodiscard]] Range selected(std::string_view id) const;
  void select(std::string_view id, std::size_t anchor, std::size_t cursor);
  [[nodiscard]] std::size_t selection_anchor() const;
  void copy(std::string text);
  [[nodiscard]] std::string pasted();

  [[nodiscard]] Vec mouse() const;  ///< logical units
  /// From the second press of a double click to the next press.
  [[nodiscard]] bool double_clicked() const;

  /// From here to `end_scroll` everything is drawn inside `frame` and moved up by what was scrolled
  /// (wheel, bar, Page keys, and to show what gets the focus). Returns the frame of the content.
  Rect begin_scroll(std::string_view id, const Rect& frame);
  /// `bottom`: where the content ends, as drawn; `ground`: what it stands on.
  void end_scroll(float bottom, Role ground = Role::Page);
  /// Scrolls what is between `begin_scroll` and `end_scroll` just as far as `rect` needs to be
  /// seen.
  void bring_into_view(const Rect& rect);

  /// 0 to 1 within `seconds` after `id` was first asked for; starts anew when a frame did not ask.
  [[nodiscard]] float appear(std::string_view id, double seconds);

  // ── Painting ───────────────────────────────────────────────────────────────────────────────────

  void fill(const Rect& rect, Color color, float radius = 0);
  void outline(const Rect& rect, Color color, float radius, float thickness = 1);
  /// A convex shape, its corners in the order of the clock; not rounded to whole pixels.
  void polygon(std::span<const Vec> corners, Color color);
  void shadow(const Rect& rect, float radius);
  /// From nothing at the top of `rect` to `strength` (0 to 1) of the colour at its bottom.
  void fade(const Rect& rect, Color color, float strength);
  /// One line, its middle at the middle of `rect`, cut with "…" where it is too long. Returns
  /// whether it was cut.
  bool line(const Rect& rect, std::string_view text, const TextStyle& style, Color color,
            Align align = Align::Left);
  /// The same, written into the list as what can be read on the screen.
  void label(const Rect& rect, std::string_view text, const TextStyle& style, Color color,
             Align align = Align::Left);
  /// A picture (icons.h) in the middle of `rect`, `size` wide.
  void icon(const Rect& rect, std::string_view name, float size, Color color);
  /// Lines of a paragraph from the top left; returns its height.
  float lines(Vec top_left, float width, std::string_view text, const TextStyle& style, Color color,
              const LinesLook& look = {});

  [[nodiscard]] float width_of(std::string_view text, const TextStyle& style);
  [[nodiscard]] float height_of(std::string_view text, const TextStyle& style, float width);
  /// The text, or as much of its beginning as fits, with "…".
  [[nodiscard]] std::string elided(std::string_view text, const TextStyle& style, float width);
  /// The byte of a paragraph, or of a line (`width` 0), that is nearest to `at`, seen from its top
  /// left.
  [[nodiscard]] std::size_t byte_at(std::string_view text, const TextStyle& style, float width,
                                    Vec at);
  /// Where the cursor stands before byte `offset` of a paragraph, seen from its top left: the left
  /// end of the character, as high as its line.
  [[nodiscard]] Rect cursor_at(std::string_view text, const TextStyle& style, float width,
                               std::size_t offset);
  /// Where the cursor stands before byte `offset` of a line.
  [[nodiscard]] float x_of(std::string_view text, const TextStyle& style, std::size_t offset);

  /// From here to `end_overlay` everything stands above the page, and the mouse over `rect` does
  /// not reach what is under it.
  void begin_overlay(std::string_view id, const Rect& rect);
  void end_overlay();

  /// From here to `end_modal` everything stands above the dimmed page, and nothing but it hears
  /// keys or mouse: the rest of the frame, which is drawn after it, is deaf, and Tab stays inside.
  /// `panel` is its surface.
  void begin_modal(std::string_view id, const Rect& panel);
  /// Whether it is to be closed: by Escape, which it takes, or by a click beside the panel.
  [[nodiscard]] bool end_modal();

  /// What is painted from here to `end_above` stands above what is painted between `go_behind` and
  /// `end_above`: a card is as tall as its content turns out to be.
  void begin_above();
  void go_behind();
  void end_above();

  void push_clip(const Rect& rect);
  void pop_clip();
  /// What is painted until `pop_opacity` is that much there, 0 to 1.
  void push_opacity(float opacity);
  void pop_opacity();

  struct Parts;
  /// For the window, which brings the picture to the screen.
  [[nodiscard]] Parts& parts() { return *parts_; }

 private:
  explicit Ui(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace recto::ui
