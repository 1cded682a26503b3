#include "game/ui/typeset.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <hb.h>
#include <memory>
#include <numeric>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "content/base/utf8.h"
#include "game/ui/breaks.h"

namespace recto::ui {
namespace {

constexpr std::size_t kKept = 4096;  ///< lines and blocks; then all are forgotten at once

/// Below this no character is written from right to left.
constexpr char32_t kFirstRightToLeft = 0x0590;

struct Character {
  std::size_t begin = 0, end = 0;
  char32_t code_point = 0;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  for (std::size_t at = 0; at < text.size();) {
    Character character{at, 0, 0};
    character.code_point = next_code_point(text, at);
    character.end = at;
    characters.push_back(character);
  }
  return characters;
}

/// A bidirectional level for each character: even from left to right, odd from right to left.
std::vector<UBiDiLevel> levels_of(const std::vector<Character>& characters) {
  std::vector<UBiDiLevel> levels(characters.size(), 0);
  const bool plain = std::all_of(characters.begin(), characters.end(), [](const Character& c) {
    return c.code_point < kFirstRightToLeft ||
           (c.code_point >= 0x2E80 && c.code_point < 0xFB00);  // East Asian scripts
  });
  if (plain) return levels;
  std::u16string wide;
  std::vector<std::size_t> first;  // of each character, in UTF-16
  for (const Character& c : characters) {
    first.push_back(wide.size());
    if (c.code_point > 0xFFFF) wide += static_cast<char16_t>(U16_LEAD(c.code_point));
    wide += static_cast<char16_t>(c.code_point > 0xFFFF ? U16_TRAIL(c.code_point) : c.code_point);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
  ubidi_setPara(bidi.get(), wide.data(), static_cast<std::int32_t>(wide.size()), UBIDI_DEFAULT_LTR,
                nullptr, &status);
  const UBiDiLevel* const found = ubidi_getLevels(bidi.get(), &status);
  for (std::size_t i = 0; U_SUCCESS(status) != 0 && i < levels.size(); ++i)
    levels[i] = found[first[i]];
  return levels;
}

/// Joins what stands before it: accents, variation selectors, joiners.
bool clings(char32_t code_point) {
  if (code_point < 0x300) return false;
  return u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_GRAPHEME_EXTEND) != 0 ||
         code_point == 0x200D;
}

UScriptCode script_of(char32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(code_point), &status);
}

bool has_script(UScriptCode script) {
  return script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
}

/// Control characters have no glyph; the same number of bytes with blanks in their place.
std::string without_controls(std::string_view text) {
  std::string clean(text);
  std::replace_if(
      clean.begin(), clean.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return clean;
}

std::string key_of(std::string_view text, Font font, float px, float width) {
  std::string key(sizeof(float) * 2 + 1, '\0');
  key[0] = static_cast<char>(font);
  std::memcpy(key.data() + 1, &px, sizeof px);
  std::memcpy(key.data() + 1 + sizeof px, &width, sizeof width);
  return key.append(text);
}

std::size_t without_blanks(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r'))
    --end;
  return end;
}

/// How far a line reaches from its beginning to each byte, as if it were never broken.
std::vector<float> reach_of(const Line& line, std::size_t size) {
  std::vector<float> reach(size + 1, 0.0F);
  for (const Cluster& cluster : line.clusters)
    reach[cluster.end - line.begin] += cluster.width;
  std::partial_sum(reach.begin(), reach.end(), reach.begin());
  return reach;
}

}  // namespace

/// Characters that one font draws in one script and direction.
struct Typesetter::Run {
  std::size_t begin = 0, end = 0;
  int face = 0;
  UScriptCode script = USCRIPT_COMMON;
  UBiDiLevel level = 0;
};

std::size_t offset_at(const Line& line, float x) {
  if (line.clusters.empty()) return line.begin;
  const Cluster* nearest = &line.clusters.front();
  for (const Cluster& cluster : line.clusters)
    if (x >= cluster.x) nearest = &cluster;
  const bool left_half = x < nearest->x + nearest->width / 2;
  return left_half != nearest->right_to_left ? nearest->begin : nearest->end;
}

float cursor_x(const Line& line, std::size_t offset) {
  for (const Cluster& cluster : line.clusters)
    if (offset >= cluster.begin && offset < cluster.end)
      return cluster.right_to_left ? cluster.x + cluster.width : cluster.x;
  for (const Cluster& cluster : line.clusters)
    if (offset == cluster.end) return cluster.right_to_left ? cluster.x : cluster.x + cluster.width;
  return offset <= line.begin ? 0 : line.width;
}

std::vector<Typesetter::Run> Typesetter::runs_of(std::string_view text, Font font) {
  const auto characters = characters_of(text);
  const auto levels = levels_of(characters);
  std::vector<Run> runs;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const Character& c = characters[i];
    const UScriptCode script = script_of(c.code_point);
    if (!runs.empty()) {
      Run& last = runs.back();
      const bool keeps_face =
          clings(c.code_point) || faces_.face_for(font, c.code_point) == last.face;
      const bool keeps_script =
          script == last.script || !has_script(script) || !has_script(last.script);
      if (keeps_face && keeps_script && levels[i] == last.level) {
        last.end = c.end;
        if (has_script(script)) last.script = script;
        continue;
      }
    }
    runs.push_back({c.begin, c.end, faces_.face_for(font, c.code_point), script, levels[i]});
  }
  return runs;
}

void Typesetter::shape(std::string_view text, const Run& run, float px, Line& line) {
  const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(),
                                                                          hb_buffer_destroy);
  const bool right_to_left = run.level % 2 == 1;
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()),
                     static_cast<unsigned>(run.begin), static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer.get(), right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_shape(faces_.shaper(run.face), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* const places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  const float unit = px / faces_.units_per_em(run.face);
  const auto first = static_cast<std::ptrdiff_t>(line.clusters.size());
  for (unsigned i = 0; i < count; ++i) {
    const std::size_t begin = infos[i].cluster;
    const float advance = static_cast<float>(places[i].x_advance) * unit;
    if (static_cast<std::ptrdiff_t>(line.clusters.size()) == first ||
        line.clusters.back().begin != begin)
      line.clusters.push_back({begin, run.end, line.width, 0, right_to_left});
    line.glyphs.push_back({run.face, infos[i].codepoint,
                           line.width + static_cast<float>(places[i].x_offset) * unit,
                           -static_cast<float>(places[i].y_offset) * unit});
    line.clusters.back().width += advance;
    line.width += advance;
  }
  // A cluster ends where the next one of the run begins, in the order of reading.
  for (auto i = static_cast<std::size_t>(first); i + 1 < line.clusters.size(); ++i) {
    Cluster& one = line.clusters[i];
    Cluster& next = line.clusters[i + 1];
    (right_to_left ? next.end : one.end) = right_to_left ? one.begin : next.begin;
  }
}

Line Typesetter::set_line(std::string_view text, std::size_t begin, std::size_t end, Font font,
                          float px) {
  const std::string clean = without_controls(text.substr(begin, end - begin));
  const auto runs = runs_of(clean, font);
  std::vector<UBiDiLevel> levels;
  levels.reserve(runs.size());
  for (const Run& run : runs)
    levels.push_back(run.level);
  std::vector<std::int32_t> order(runs.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  Line line;
  line.begin = begin;
  line.end = end;
  for (const std::int32_t index : order)
    shape(clean, runs[static_cast<std::size_t>(index)], px, line);
  for (Cluster& cluster : line.clusters) {
    cluster.begin += begin;
    cluster.end += begin;
  }
  return line;
}

const Line& Typesetter::line(std::string_view text, Font font, float px) {
  if (lines_.size() > kKept) lines_.clear();
  const auto [place, fresh] = lines_.try_emplace(key_of(text, font, px, 0));
  if (fresh) place->second = set_line(text, 0, text.size(), font, px);
  return place->second;
}

void Typesetter::set_paragraph(std::string_view text, std::size_t begin, std::size_t end, Font font,
                               float px, float width, Block& block) {
  const std::string_view own = text.substr(begin, end - begin);
  const auto reach = reach_of(set_line(text, begin, end, font, px), own.size());
  const auto fits = [&](std::size_t from, std::size_t to) {
    return reach[without_blanks(own, from, to)] - reach[from] <= width;
  };
  const auto emit = [&](std::size_t from, std::size_t to) {
    block.lines.push_back(
        set_line(text, begin + from, begin + without_blanks(own, from, to), font, px));
    block.width = std::max(block.width, block.lines.back().width);
  };
  std::size_t start = 0, last = 0;
  const auto places = breaks_of(own, Breaks::Line);
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (!fits(start, places[i]) && last > start) {
      emit(start, last);
      start = last;
    }
    if (!fits(start, places[i])) {  // a word longer than a line
      for (const std::size_t inside : breaks_of(own, Breaks::Character)) {
        if (inside <= start || inside > places[i]) continue;
        if (!fits(start, inside) && last > start) {
          emit(start, last);
          start = last;
        }
        last = inside;
      }
    }
    last = places[i];
  }
  emit(start, own.size());
}

const Block& Typesetter::block(std::string_view text, Font font, float px, float width) {
  if (blocks_.size() > kKept) blocks_.clear();
  const auto [place, fresh] = blocks_.try_emplace(key_of(text, font, px, width));
  Block& block = place->second;
  if (!fresh) return block;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    set_paragraph(text, begin, end, font, px, width, block);
    begin = end + 1;
  }
  return block;
}

}  // namespace recto::ui
