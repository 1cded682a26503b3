// The things that screens are built of. Each paints itself, behaves, and writes itself into the
// list of the frame. `id` is unique on the screen; what is pressed returns true.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "game/ui/ui.h"

namespace recto::ui {

// Paddings of the 4-unit grid (U3), radii and the least height of a target.
inline constexpr float kGap8 = 8, kGap12 = 12, kGap16 = 16, kGap24 = 24, kGap32 = 32;
inline constexpr float kCardRadius = 16, kButtonRadius = 12, kFieldRadius = 8;
inline constexpr float kTarget = 40;
inline constexpr float kColumn = 720;  ///< the widest that content gets (U1)

/// The column in the middle of `area`, with air at both sides.
[[nodiscard]] Flow column_in(const Rect& area, float widest = kColumn);

/// An entry of the side bar; without its label where there is no room for it.
bool nav_item(Ui& ui, std::string_view id, const Rect& rect, std::string_view icon,
              std::string_view label, bool current, bool icon_only);

enum class Weight { Filled, Outlined, Plain };
struct ButtonLook {
  std::string_view label;
  std::string_view key = {};   ///< shown as a key cap; empty for none
  std::string_view icon = {};  ///< in front of the label
  Weight weight = Weight::Outlined;
  bool disabled = false;
};
bool button(Ui& ui, std::string_view id, const Rect& rect, const ButtonLook& look);
/// How wide a button must be for its label, key and icon.
[[nodiscard]] float button_width(Ui& ui, const ButtonLook& look);

/// A picture to press; `label` is what it does, for the list of the frame.
bool icon_button(Ui& ui, std::string_view id, const Rect& rect, std::string_view icon,
                 std::string_view label);

struct RatingButtonLook {
  std::string_view name, meaning, interval, key;
  Role role = Role::Text;  ///< of the name
  bool suggested = false;
};
inline constexpr float kRatingHeight = 88;
inline constexpr float kLowRatingHeight = 64;  ///< without the meaning
bool rating_button(Ui& ui, std::string_view id, const Rect& rect, const RatingButtonLook& look);

struct OptionButtonLook {
  enum class Mark { None, Right, Wrong, Dim };
  std::string_view text;
  std::string_view key;
  Mark mark = Mark::None;
  std::string_view said = {};  ///< what the mark means, beside its sign: "Right"
  bool answered = false;       ///< can no longer be pressed
  TextStyle style = kBody;     ///< of the text
};
[[nodiscard]] float option_height(Ui& ui, const OptionButtonLook& look, float width);
bool option_button(Ui& ui, std::string_view id, const Rect& rect, const OptionButtonLook& look);

/// A surface with a shadow, for content to stand on.
void card(Ui& ui, const Rect& rect);

/// Text that can be selected with the mouse and copied (U12). Returns its height.
struct ParagraphLook {
  TextStyle style = kBody;
  Role role = Role::Text;
  Range marked = {};  ///< the evidence
  Align align = Align::Left;
  std::span<const Range> underlined = {};  ///< letters that differ
  Role underline = Role::Bad;
};
float paragraph(Ui& ui, std::string_view id, Vec top_left, float width, std::string_view text,
                const ParagraphLook& look = {});

/// The same, and the byte that was clicked without selecting anything.
struct ParagraphTouch {
  float height = 0;
  std::optional<std::size_t> clicked{};
};
ParagraphTouch touchable_paragraph(Ui& ui, std::string_view id, Vec top_left, float width,
                                   std::string_view text, const ParagraphLook& look = {});

/// A line to type in. `text` is what it holds, before and after.
struct FieldLook {
  std::string_view placeholder;
  bool takes_focus = false;  ///< when it appears
  TextStyle style = kBody;
};
struct FieldResult {
  bool changed = false;
  bool submitted = false;  ///< Enter
  bool skipped = false;    ///< Ctrl+Enter
};
inline constexpr float kFieldHeight = 48;
FieldResult text_field(Ui& ui, std::string_view id, const Rect& rect, std::string& text,
                       const FieldLook& look);

/// The same with lines, as tall as its text: Enter breaks the line, Ctrl+Enter submits.
[[nodiscard]] float area_height(Ui& ui, std::string_view text, float width,
                                const FieldLook& look = {});
FieldResult text_area(Ui& ui, std::string_view id, const Rect& rect, std::string& text,
                      const FieldLook& look);

/// A knob on a line, between two words; `share` from 0 to 1 is where it stands, `steps` how many
/// places it has besides the first. Dragging, clicking and, with the focus, Left and Right move it.
/// The new share, when it has moved.
struct SliderLook {
  std::string_view least, most;  ///< "fewer", "more"
  std::string_view said;         ///< what it means, in words, for the list of the frame
  float share = 0;
  int steps = 10;
};
[[nodiscard]] float slider_width(Ui& ui, const SliderLook& look, float line);
std::optional<float> slider(Ui& ui, std::string_view id, const Rect& rect, const SliderLook& look);

/// `share` from 0 to 1. `said` is what it means in words.
void progress_bar(Ui& ui, const Rect& rect, float share, std::string_view said);

struct DeckRowLook {
  std::string_view title, detail, plan;
  std::size_t due = 0, fresh = 0, learning = 0;
  bool has_work = false;
};
inline constexpr float kDeckRowHeight = 76;
bool deck_row(Ui& ui, std::string_view id, const Rect& rect, const DeckRowLook& look);

/// What stands where a list is empty (U8). Returns its height.
float empty_state(Ui& ui, Vec top_left, float width, std::string_view icon, std::string_view title,
                  std::string_view advice);

/// A line at the bottom of `area` (U9, U11).
struct ToastLook {
  std::string_view text;
  std::string_view action = {};  ///< "Undo"; empty for none
  std::string_view icon = {};
  bool can_dismiss = true;
};
/// What the toast takes of the bottom of `area`, the air around it included.
[[nodiscard]] float toast_height(Ui& ui, const Rect& area, const ToastLook& look);
enum class ToastResult { None, Action, Dismiss };
ToastResult toast(Ui& ui, const Rect& area, const ToastLook& look);

/// A key as it is printed on the keyboard; returns its width.
float key_cap(Ui& ui, Vec left_middle, std::string_view key, Color ink, Color edge);
[[nodiscard]] float key_cap_width(Ui& ui, std::string_view key);

/// Keys and what they do, in one centred line: {"Space", "show answer"}.
struct KeyHint {
  std::string_view key, does;
};
void key_hints(Ui& ui, const Rect& rect, std::span<const KeyHint> hints);

}  // namespace recto::ui
