// The font files in use: found by fontconfig, opened by FreeType and HarfBuzz.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "content/base/result.h"

struct hb_font_t;

namespace recto::ui {

/// The cuts that the design uses.
enum class Font {
  Regular,   ///< Inter, for reading and for most of the interface
  SemiBold,  ///< Inter, for what is pressed and for short titles
  Display,   ///< Inter Display SemiBold, for prompts and large figures
};
inline constexpr int kFonts = 3;

/// A glyph as pixels. `left` and `top` lead from the pen on the base line to the first pixel, `top`
/// upwards.
struct Bitmap {
  int left = 0, top = 0, width = 0, height = 0;
  std::vector<std::uint8_t> coverage;  ///< [height × width], 0 to 255
};

/// Height above and depth below the base line, both positive, as shares of the em.
struct Extent {
  float ascent = 0, descent = 0;
};

/// All faces that have been needed so far. A face is known by its number, 0 and up.
class Faces {
 public:
  /// Opens the three cuts. Where Inter is not installed another sans face stands in and `notes`
  /// says so. Error: NotFound when there is no font that can be used at all.
  [[nodiscard]] static Result<Faces> find();

  Faces(Faces&&) noexcept;
  Faces& operator=(Faces&&) noexcept;
  ~Faces();

  /// The face that draws `code_point` in `font`: the cut itself, else the first installed font that
  /// has it, else the cut (whose empty box then stands for it).
  [[nodiscard]] int face_for(Font font, char32_t code_point);
  /// Whether a face has a glyph for the code point.
  [[nodiscard]] bool has(int face, char32_t code_point) const;

  [[nodiscard]] hb_font_t* shaper(int face) const;  ///< in font units
  [[nodiscard]] float units_per_em(int face) const;
  [[nodiscard]] Extent extent(Font font) const;

  /// A glyph at `px` pixels an em, moved right by `quarter` (0 to 3) quarters of a pixel; lightly
  /// hinted. Empty for blanks.
  [[nodiscard]] Bitmap rasterise(int face, std::uint32_t glyph, float px, int quarter) const;

  /// What is not as designed, a sentence each.
  [[nodiscard]] const std::vector<std::string>& notes() const;
  [[nodiscard]] std::string file_of(int face) const;

 private:
  struct Library;
  explicit Faces(std::unique_ptr<Library> library);
  std::unique_ptr<Library> library_;
};

}  // namespace recto::ui
