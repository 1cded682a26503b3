// What Ui is made of. Included by this folder's .cpp files alone: it shows Dear ImGui.
#pragma once

#include <cstdint>
#include <imgui.h>
#include <map>
#include <set>
#include <unordered_map>

#include "game/ui/glyph_page.h"
#include "game/ui/typeset.h"
#include "game/ui/ui.h"

namespace recto::ui {

/// A picture in the texture, in pixels; for glyphs from the pen, for shadows from the corner.
struct Sprite {
  int x = 0, y = 0, width = 0, height = 0;
  int left = 0, top = 0;
};

/// The part of the texture that changed and is not uploaded yet.
struct Dirty {
  int left = 0, top = 0, right = 0, bottom = 0;

  [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
  void add(int x, int y, int width, int height);
};

/// The texture with everything that is painted: glyphs and shadows come when they are first needed.
class Atlas {
 public:
  /// Fills `fonts` with a texture that has room for `side` × `side` pixels of ours.
  void build(ImFontAtlas& fonts, int side);
  /// The picture of a glyph; nullptr when the page is full.
  const Sprite* glyph(Faces& faces, const Glyph& glyph, float px, int quarter);
  /// A blurred rounded square whose corners are `corner` pixels; nullptr when the page is full.
  const Sprite* shadow(int corner, int radius, int blur);

  [[nodiscard]] bool is_full() const { return full_; }
  [[nodiscard]] int side() const { return page_.width(); }
  [[nodiscard]] ImVec2 uv(int x, int y) const;
  [[nodiscard]] Dirty take_dirty() { return std::exchange(dirty_, {}); }
  [[nodiscard]] std::uint64_t generation() const { return generation_; }

 private:
  const Sprite* add(std::uint64_t key, int width, int height, int left, int top,
                    const std::vector<std::uint8_t>& coverage);

  ImFontAtlas* fonts_ = nullptr;
  GlyphPage page_{0, 0};
  int origin_x_ = 0, origin_y_ = 0;
  std::unordered_map<std::uint64_t, Sprite> sprites_;
  Dirty dirty_;
  bool full_ = false;
  std::uint64_t generation_ = 0;  ///< counts builds: the texture is to be made anew
};

struct Scrolled {
  float offset = 0;
  float content = 0;  ///< height, as it came out last
  Rect frame;
  bool drawn = false;
};

struct Stop {
  std::string id;
  bool field = false;
};

struct Ui::Parts {
  explicit Parts(Faces faces) : typesetter(std::move(faces)) {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts();

  ImGuiContext* context = nullptr;
  Typesetter typesetter;
  Atlas atlas;
  Theme theme;
  Recorder recorder;

  float scale = 1;
  double now = 0;
  std::optional<double> wake;
  Cursor cursor = Cursor::Arrow;
  bool is_still = false;
  float opacity = 1;
  std::vector<float> opacities;

  std::vector<Stroke> strokes;  ///< of this frame, not used up yet
  bool is_deaf = false;         ///< a modal stands above what is drawn now
  Rect panel;                   ///< of the modal
  bool has_modal = false;       ///< in this frame, until the next one begins
  bool modal_is_gone = false;   ///< the last frame had one, this one has not: what had the focus
                                ///< in it hears nothing more
  std::string focus;
  bool ring = false;
  bool reveal_focus = false;  ///< the focus moved: scroll to it
  std::string activated;      ///< the widget that Enter or Space presses in this frame
  std::vector<Stop> stops;    ///< of this frame so far
  std::vector<Stop> last_stops;

  std::map<std::string, TextEdit, std::less<>> edits;
  std::set<std::string, std::less<>> used_edits;
  std::string selection_id;
  std::size_t anchor = 0, chosen = 0;
  std::function<std::string()> read_clipboard;
  std::function<void(std::string)> write_clipboard;
  std::string own_clipboard;

  std::map<std::string, Scrolled, std::less<>> scrolls;
  std::string scrolling;  ///< between begin_scroll and end_scroll
  std::vector<Rect> clips;
  struct Appearing {
    double since = 0;
    std::uint64_t frame = 0;
  };
  std::map<std::string, Appearing, std::less<>> appearing;
  float wheel = 0;

  [[nodiscard]] float px(float units) const;
  [[nodiscard]] ImVec2 point(Vec at) const;
  [[nodiscard]] ImU32 ink(Color color) const;
  [[nodiscard]] bool focus_is_field() const;
  void draw_line(const Line& line, float x, float baseline, float px, ImU32 color);
  [[nodiscard]] float baseline_in(const TextStyle& style, float top, float height) const;
};

}  // namespace recto::ui
