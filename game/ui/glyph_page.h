// Where in a page of the texture the next picture goes. Pure.
#pragma once

#include <optional>
#include <vector>

namespace recto::ui {

/// Packs pictures of similar height into shelves, from top to bottom. Nothing is ever given back:
/// a full page is begun anew.
class GlyphPage {
 public:
  struct Place {
    int x = 0, y = 0;

    bool operator==(const Place&) const = default;
  };

  GlyphPage(int width, int height) : width_(width), height_(height) {}

  /// A place for `width` × `height` pixels and a pixel of air around them; empty when it is full.
  std::optional<Place> take(int width, int height);

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

 private:
  struct Shelf {
    int y, height, used;
  };
  int width_, height_;
  int bottom_ = 0;
  std::vector<Shelf> shelves_;
};

}  // namespace recto::ui
