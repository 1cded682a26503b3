#include "tools/interchange/paper/document.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <memory>
#include <numbers>
#include <pango/pangocairo.h>
#include <utility>

#include "content/base/utf8.h"

namespace recto::paper {
namespace {

constexpr double kMargin = 54;  // 19 mm: printers reach there, and a hole punch leaves the text
constexpr double kFooter = 28;
constexpr double kFooterSize = 8.5;
constexpr double kLeading = 1.3;
constexpr double kMarkWidth = 24;
constexpr double kMarkRadius = 7.5;
constexpr double kMarkSize = 8.5;
constexpr double kRuleHeight = 24;
constexpr double kBubble = 22;
constexpr double kInk = 0.1, kSoft = 0.38, kFaint = 0.6;
constexpr const char* kFont = "Inter, Noto Sans, Noto Sans CJK SC, sans-serif";

struct Free {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;
using LayoutPtr = std::shared_ptr<PangoLayout>;

struct Size {
  double width, height;
};
Size size_of(Sheet sheet) {
  return sheet == Sheet::A4 ? Size{595.276, 841.89} : Size{612, 792};
}

/// What cannot be parted: a line of text, a rule, a row of bubbles.
struct Slice {
  const Line* line = nullptr;
  double height = 0, above = 0;
  LayoutPtr layout{};  ///< of text
  PangoLayoutLine* text = nullptr;
  double x = 0, baseline = 0;
  bool is_first = true;         ///< of its Line: it has the mark
  bool from_the_right = false;  ///< it is read so, and the mark stands there
};

struct Placed {
  Slice slice;
  double y = 0;
};
using Page = std::vector<Placed>;

/// Without control characters, which no font has; line feeds stay.
std::string printable(std::string_view text) {
  std::string clean;
  for (const char32_t c : code_points(text))
    if (c == U'\n' || c == U'\t')
      clean += static_cast<char>(c);
    else if (c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0))
      clean += to_utf8(std::u32string(1, c));
  return clean;
}

class Press {
 public:
  Press(cairo_t* cairo, Sheet sheet) : cairo_(cairo), page_(size_of(sheet)) {}

  void print(const Document& document) {
    std::vector<std::pair<const Part*, Page>> pages;
    for (const Part& part : document.parts)
      for (Page& page : pages_of(part))
        pages.emplace_back(&part, std::move(page));
    for (std::size_t i = 0; i < pages.size(); ++i) {
      for (const Placed& placed : pages[i].second)
        draw(placed);
      draw_footer(pages[i].first->footer, i + 1, pages.size());
      cairo_show_page(cairo_);
    }
  }

 private:
  [[nodiscard]] double room_across() const { return page_.width - 2 * kMargin; }
  [[nodiscard]] double room_down() const { return page_.height - 2 * kMargin - kFooter; }

  [[nodiscard]] LayoutPtr layout_of(const std::string& text, double size, bool bold,
                                    double width) const {
    LayoutPtr layout(pango_cairo_create_layout(cairo_), [](PangoLayout* l) { g_object_unref(l); });
    // A point is a unit of the page, not of a screen.
    pango_cairo_context_set_resolution(pango_layout_get_context(layout.get()), 72);
    pango_layout_context_changed(layout.get());
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), kFont);
    pango_font_description_set_weight(font.get(),
                                      bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    const std::string shown = printable(text);
    pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    return layout;
  }

  void slice_text(const Line& line, std::vector<Slice>& slices) const {
    const double mark = line.mark.empty() ? 0 : kMarkWidth;
    const LayoutPtr layout =
        layout_of(line.text, line.size, line.bold, room_across() - line.indent - mark);
    const Owned<PangoLayoutIter> iter(pango_layout_get_iter(layout.get()));
    bool first = true;
    do {
      PangoRectangle logical{};
      pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
      const double height = std::max(line.size * kLeading, pango_units_to_double(logical.height));
      const double ascent =
          pango_units_to_double(pango_layout_iter_get_baseline(iter.get()) - logical.y);
      Slice slice{&line, height, first ? line.above : 0, layout,
                  pango_layout_iter_get_line_readonly(iter.get())};
      slice.from_the_right = slice.text->resolved_dir == PANGO_DIRECTION_RTL;
      slice.x = line.indent + (slice.from_the_right ? 0 : mark) + pango_units_to_double(logical.x);
      slice.baseline = ascent + (height - pango_units_to_double(logical.height)) / 2;
      slice.is_first = std::exchange(first, false);
      slices.push_back(std::move(slice));
    } while (pango_layout_iter_next_line(iter.get()) != 0);
  }

  [[nodiscard]] std::vector<Slice> slices_of(const Block& block) const {
    std::vector<Slice> slices;
    for (const Line& line : block)
      switch (line.kind) {
        case Line::Kind::Text: slice_text(line, slices); break;
        case Line::Kind::Rule: slices.push_back({&line, kRuleHeight, line.above}); break;
        case Line::Kind::Bubbles: slices.push_back({&line, kBubble, line.above}); break;
        case Line::Kind::Giant: slices.push_back({&line, room_down(), line.above}); break;
      }
    return slices;
  }

  [[nodiscard]] std::vector<Page> pages_of(const Part& part) const {
    std::vector<Page> pages(1);
    double y = 0;
    const auto turn = [&] {
      pages.emplace_back();
      y = 0;
    };
    for (const Block& block : part.blocks) {
      std::vector<Slice> slices = slices_of(block);
      double height = 0;
      for (std::size_t i = 0; i < slices.size(); ++i)
        height += slices[i].height + (i > 0 || y > 0 ? slices[i].above : 0);
      if (y > 0 && y + height > room_down()) turn();
      for (Slice& slice : slices) {
        const double above = y > 0 ? slice.above : 0;
        if (y > 0 && y + above + slice.height > room_down()) turn();
        if (y > 0) y += above;
        const double top = y;
        y += slice.height;
        pages.back().push_back({std::move(slice), top});
      }
    }
    return pages;
  }

  void use_grey(double grey) const { cairo_set_source_rgb(cairo_, grey, grey, grey); }

  void draw_centred(const std::string& text, double size, bool bold, double x, double y) const {
    const LayoutPtr layout = layout_of(text, size, bold, 0);
    PangoRectangle ink{};
    pango_layout_get_extents(layout.get(), &ink, nullptr);
    cairo_move_to(cairo_, x - pango_units_to_double(ink.x + ink.width / 2),
                  y - pango_units_to_double(ink.y + ink.height / 2));
    pango_cairo_show_layout(cairo_, layout.get());
  }

  void draw_mark(const std::string& mark, double x, double y, double radius, double size) const {
    use_grey(kSoft);
    cairo_set_line_width(cairo_, 0.8);
    cairo_new_path(cairo_);  // else a line comes from where the last text ended
    cairo_arc(cairo_, x, y, radius, 0, 2 * std::numbers::pi);
    cairo_stroke(cairo_);
    draw_centred(mark, size, false, x, y);
  }

  void draw_text(const Slice& slice, double top) const {
    const Line& line = *slice.line;
    const double mark = slice.from_the_right ? page_.width - kMargin - kMarkRadius
                                             : kMargin + line.indent + kMarkRadius;
    if (slice.is_first && !line.mark.empty())
      draw_mark(line.mark, mark, top + slice.height / 2, kMarkRadius, kMarkSize);
    use_grey(line.tone == Line::Tone::Ink ? kInk : kSoft);
    cairo_move_to(cairo_, kMargin + slice.x, top + slice.baseline);
    pango_cairo_show_layout_line(cairo_, slice.text);
  }

  void draw_rule(double left, double y) const {
    use_grey(kFaint);
    cairo_set_line_width(cairo_, 0.6);
    cairo_move_to(cairo_, left, y);
    cairo_line_to(cairo_, page_.width - kMargin, y);
    cairo_stroke(cairo_);
  }

  /// The text stands before the rule or the bubbles, on the same line.
  void draw_label(const Line& line, double top, double height) const {
    const LayoutPtr layout = layout_of(line.text, line.size, line.bold, 0);
    int high = 0;
    pango_layout_get_size(layout.get(), nullptr, &high);
    use_grey(kInk);
    cairo_move_to(cairo_, kMargin, top + (height - pango_units_to_double(high)) / 2);
    pango_cairo_show_layout(cairo_, layout.get());
  }

  void draw(const Placed& placed) const {
    const Line& line = *placed.slice.line;
    const double top = kMargin + placed.y;
    switch (line.kind) {
      case Line::Kind::Text: return draw_text(placed.slice, top);
      case Line::Kind::Rule:
        draw_label(line, top, placed.slice.height);
        return draw_rule(kMargin + line.indent, top + placed.slice.height - 5);
      case Line::Kind::Bubbles: {
        draw_label(line, top, placed.slice.height);
        double x = kMargin + line.indent + kMarkRadius;
        for (const std::string& mark : line.marks) {
          draw_mark(mark, x, top + placed.slice.height / 2, kMarkRadius, kMarkSize);
          x += kMarkWidth + 4;
        }
        return;
      }
      case Line::Kind::Giant:
        use_grey(kInk);
        return draw_centred(line.text, line.size, true, page_.width / 2, kMargin + room_down() / 2);
    }
  }

  void draw_footer(const std::string& footer, std::size_t number, std::size_t of) const {
    const double y = page_.height - kMargin;
    const LayoutPtr title = layout_of(footer, kFooterSize, false, room_across() - 80);
    pango_layout_set_single_paragraph_mode(title.get(), TRUE);
    pango_layout_set_ellipsize(title.get(), PANGO_ELLIPSIZE_END);
    use_grey(kSoft);
    cairo_move_to(cairo_, kMargin, y);
    pango_cairo_show_layout(cairo_, title.get());
    const LayoutPtr page = layout_of(std::to_string(number) + " / " + std::to_string(of),
                                     kFooterSize, false, room_across());
    pango_layout_set_alignment(page.get(), PANGO_ALIGN_RIGHT);
    cairo_move_to(cairo_, kMargin, y);
    pango_cairo_show_layout(cairo_, page.get());
  }

  cairo_t* cairo_;
  Size page_;
};

cairo_status_t take_bytes(void* text, const unsigned char* bytes, unsigned size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> write_pdf(const Document& document, Sheet sheet) {
  std::string bytes;
  const Size size = size_of(sheet);
  const Owned<cairo_surface_t> surface(
      cairo_pdf_surface_create_for_stream(&take_bytes, &bytes, size.width, size.height));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                 printable(document.title).c_str());
  // Else Cairo writes the present time, and no two files are alike.
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                 "2000-01-01T00:00:00Z");
  {
    const Owned<cairo_t> cairo(cairo_create(surface.get()));
    Press(cairo.get(), sheet).print(document);
    if (const cairo_status_t status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS)
      return fail(Error::Kind::Failed, std::string("the pages cannot be drawn (") +
                                           cairo_status_to_string(status) + ")");
  }
  cairo_surface_finish(surface.get());
  if (const cairo_status_t status = cairo_surface_status(surface.get());
      status != CAIRO_STATUS_SUCCESS)
    return fail(Error::Kind::Failed,
                std::string("the PDF cannot be made (") + cairo_status_to_string(status) + ")");
  return bytes;
}

}  // namespace recto::paper
