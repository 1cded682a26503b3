#include "game/ui/faces.h"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <hb-ot.h>
#include <hb.h>
#include <optional>
#include <unordered_map>

namespace recto::ui {
namespace {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* pointer) const {
    Free(pointer);
  }
};
using Pattern = std::unique_ptr<FcPattern, Freed<FcPatternDestroy>>;
using FontSet = std::unique_ptr<FcFontSet, Freed<FcFontSetDestroy>>;
using FreeType = std::unique_ptr<FT_LibraryRec_, Freed<FT_Done_FreeType>>;
using FreeTypeFace = std::unique_ptr<FT_FaceRec_, Freed<FT_Done_Face>>;
using Shaper = std::unique_ptr<hb_font_t, Freed<hb_font_destroy>>;

struct Cut {
  const char* family;
  int weight;
};
constexpr std::array<Cut, kFonts> kCuts = {{{"Inter", FC_WEIGHT_REGULAR},
                                            {"Inter", FC_WEIGHT_DEMIBOLD},
                                            {"Inter Display", FC_WEIGHT_DEMIBOLD}}};

struct Face {
  std::string file;
  int index = 0;
  FreeTypeFace freetype;
  Shaper shaper;
};

struct Place {
  std::string file;
  int index = 0;

  bool operator==(const Place&) const = default;
};

Pattern pattern_of(const Cut& cut) {
  Pattern pattern(FcPatternCreate());
  for (const char* family :
       {cut.family, "Noto Sans", "DejaVu Sans", "Liberation Sans", "sans-serif"})
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, cut.weight);
  FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(pattern.get(), FC_COLOR, FcFalse);
  FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  return pattern;
}

std::optional<Place> place_of(FcPattern* pattern) {
  FcChar8* file = nullptr;
  int index = 0;
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) return std::nullopt;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  return Place{reinterpret_cast<const char*>(file), index & 0xFFFF};
}

bool is_named(FcPattern* pattern, const char* family) {
  FcChar8* name = nullptr;
  for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; ++i)
    if (std::strcmp(reinterpret_cast<const char*>(name), family) == 0) return true;
  return false;
}

bool covers(FcPattern* pattern, char32_t code_point) {
  FcCharSet* characters = nullptr;
  FcBool scalable = FcFalse;
  return FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable) == FcResultMatch &&
         scalable == FcTrue &&
         FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch &&
         FcCharSetHasChar(characters, code_point) == FcTrue;
}

/// Whether a font stands well beside Inter: a sans serif whose letters have widths of their own.
bool is_kin(FcPattern* pattern) {
  FcChar8* name = nullptr;
  if (FcPatternGetString(pattern, FC_FAMILY, 0, &name) != FcResultMatch) return false;
  const std::string_view family = reinterpret_cast<const char*>(name);
  return family.find("Serif") == std::string_view::npos &&
         family.find("Mono") == std::string_view::npos;
}

FT_F26Dot6 fixed(float px) {
  return static_cast<FT_F26Dot6>(std::lround(px * 64.0F));
}

}  // namespace

struct Faces::Library {
  FreeType freetype;
  std::vector<Face> faces;             ///< the three cuts first, then what was needed besides
  std::array<FontSet, kFonts> others;  ///< every installed font, best first; asked for when needed
  std::array<std::unordered_map<char32_t, int>, kFonts> stand_ins;
  std::vector<std::string> notes;

  std::optional<int> open(const Place& place);
  bool open_cut(int font);
  int search(int font, char32_t code_point);
};

std::optional<int> Faces::Library::open(const Place& place) {
  const auto known = std::find_if(faces.begin(), faces.end(), [&](const Face& face) {
    return face.file == place.file && face.index == place.index;
  });
  if (known != faces.end()) return static_cast<int>(known - faces.begin());
  FT_Face face = nullptr;
  if (FT_New_Face(freetype.get(), place.file.c_str(), place.index, &face) != 0) return std::nullopt;
  FreeTypeFace owned(face);
  hb_blob_t* const blob = hb_blob_create_from_file(place.file.c_str());
  hb_face_t* const tables = hb_face_create(blob, static_cast<unsigned>(place.index));
  Shaper shaper(hb_font_create(tables));
  hb_face_destroy(tables);
  hb_blob_destroy(blob);
  faces.push_back({place.file, place.index, std::move(owned), std::move(shaper)});
  return static_cast<int>(faces.size()) - 1;
}

/// Opens a cut or what stands in for it, always as a new entry, so that the cut has its number.
bool Faces::Library::open_cut(int font) {
  const Cut& cut = kCuts[static_cast<std::size_t>(font)];
  FcResult result = FcResultNoMatch;
  const Pattern wanted = pattern_of(cut);
  const Pattern match(FcFontMatch(nullptr, wanted.get(), &result));
  if (!match) return false;
  const auto place = place_of(match.get());
  if (!place) return false;
  std::vector<Face> before = std::move(faces);
  faces.clear();
  const auto opened = open(*place);
  if (opened) before.push_back(std::move(faces.front()));
  faces = std::move(before);
  if (!opened) return false;
  if (is_named(match.get(), cut.family)) return true;
  if (font == static_cast<int>(Font::Regular))
    notes.push_back("The font Inter is not installed; " +
                    std::string(faces.back().freetype->family_name) + " stands in.");
  return true;
}

int Faces::Library::search(int font, char32_t code_point) {
  auto& set = others[static_cast<std::size_t>(font)];
  if (!set) {
    FcResult result = FcResultNoMatch;
    const Pattern wanted = pattern_of(kCuts[static_cast<std::size_t>(font)]);
    set.reset(FcFontSort(nullptr, wanted.get(), FcTrue, nullptr, &result));
  }
  for (const bool kin : {true, false})
    for (int i = 0; set && i < set->nfont; ++i) {
      FcPattern* const candidate = set->fonts[i];
      if (is_kin(candidate) != kin || !covers(candidate, code_point)) continue;
      const auto place = place_of(candidate);
      const auto opened = place ? open(*place) : std::nullopt;
      if (opened && FT_Get_Char_Index(faces[static_cast<std::size_t>(*opened)].freetype.get(),
                                      code_point) != 0)
        return *opened;
    }
  return font;
}

Faces::Faces(std::unique_ptr<Library> library) : library_(std::move(library)) {}
Faces::Faces(Faces&&) noexcept = default;
Faces& Faces::operator=(Faces&&) noexcept = default;
Faces::~Faces() = default;

Result<Faces> Faces::find() {
  auto library = std::make_unique<Library>();
  FT_Library freetype = nullptr;
  if (FcInit() != FcTrue || FT_Init_FreeType(&freetype) != 0)
    return fail(Error::Kind::Failed, "the font libraries do not start");
  library->freetype.reset(freetype);
  for (int font = 0; font < kFonts; ++font)
    if (!library->open_cut(font))
      return fail(Error::Kind::NotFound, "no font is installed that Recto can use", {},
                  "install the package fonts-inter");
  return Faces(std::move(library));
}

int Faces::face_for(Font font, char32_t code_point) {
  const int cut = static_cast<int>(font);
  if (has(cut, code_point)) return cut;
  auto& known = library_->stand_ins[static_cast<std::size_t>(cut)];
  const auto found = known.find(code_point);
  if (found != known.end()) return found->second;
  const int face = library_->search(cut, code_point);
  known.emplace(code_point, face);
  return face;
}

bool Faces::has(int face, char32_t code_point) const {
  return FT_Get_Char_Index(library_->faces[static_cast<std::size_t>(face)].freetype.get(),
                           code_point) != 0;
}

hb_font_t* Faces::shaper(int face) const {
  return library_->faces[static_cast<std::size_t>(face)].shaper.get();
}

float Faces::units_per_em(int face) const {
  return static_cast<float>(hb_face_get_upem(hb_font_get_face(shaper(face))));
}

Extent Faces::extent(Font font) const {
  const FT_Face face = library_->faces[static_cast<std::size_t>(font)].freetype.get();
  const auto em = static_cast<float>(face->units_per_EM);
  return {static_cast<float>(face->ascender) / em, static_cast<float>(-face->descender) / em};
}

Bitmap Faces::rasterise(int face, std::uint32_t glyph, float px, int quarter) const {
  const FT_Face freetype = library_->faces[static_cast<std::size_t>(face)].freetype.get();
  if (FT_Set_Char_Size(freetype, 0, fixed(px), 72, 72) != 0 ||
      FT_Load_Glyph(freetype, glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0)
    return {};
  FT_GlyphSlot const slot = freetype->glyph;
  if (slot->format == FT_GLYPH_FORMAT_OUTLINE)
    FT_Outline_Translate(&slot->outline, quarter * 16, 0);
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
  const FT_Bitmap& source = slot->bitmap;
  if (source.pixel_mode != FT_PIXEL_MODE_GRAY) return {};
  Bitmap bitmap{slot->bitmap_left,
                slot->bitmap_top,
                static_cast<int>(source.width),
                static_cast<int>(source.rows),
                {}};
  bitmap.coverage.reserve(static_cast<std::size_t>(source.width) * source.rows);
  for (unsigned row = 0; row < source.rows; ++row) {
    const unsigned char* const line =
        source.buffer + static_cast<std::ptrdiff_t>(row) * source.pitch;
    bitmap.coverage.insert(bitmap.coverage.end(), line, line + source.width);
  }
  return bitmap;
}

const std::vector<std::string>& Faces::notes() const {
  return library_->notes;
}

std::string Faces::file_of(int face) const {
  return library_->faces[static_cast<std::size_t>(face)].file;
}

}  // namespace recto::ui
