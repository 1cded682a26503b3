#include "tools/reader/pdf/document.h"

#include <algorithm>
#include <array>
#include <climits>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <string>
#include <utility>

#include "content/base/fold.h"
#include "tools/reader/pdf/letters.h"

namespace recto::reader::pdf {
namespace {

constexpr std::string_view kOpenAndSave =
    "open it in a PDF viewer, print it to a new file and try that one";

/// Fewer letters than a line of text on all pages together are a stamp on a scan.
constexpr std::size_t kFewestLetters = 60;

std::string utf8_of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string result(bytes.begin(), bytes.end());
  result.erase(std::find(result.begin(), result.end(), '\0'), result.end());
  return result;
}

/// poppler tells what is odd about a file on standard error unless somebody listens.
void be_quiet() {
  static std::once_flag once;
  std::call_once(
      once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

/// Style by font name, "ABCDEF+NimbusRomNo9L-MediItal".
class Styles {
 public:
  Style of(const std::string& font) {
    const auto known = styles_.find(font);
    return known != styles_.end() ? known->second
                                  : styles_.emplace(font, style_of_font(font)).first->second;
  }

 private:
  std::map<std::string, Style> styles_;
};

/// As a reader sees the box who has turned the page so that text of this rotation is upright.
Box upright(const poppler::rectf& rect, int rotation, const Page& page) {
  const auto left = static_cast<float>(rect.left());
  const auto top = static_cast<float>(rect.top());
  const auto right = static_cast<float>(rect.right());
  const auto bottom = static_cast<float>(rect.bottom());
  switch (rotation) {
    case 1: return {top, page.width - right, bottom, page.width - left};
    case 2: return {page.width - right, page.height - bottom, page.width - left, page.height - top};
    case 3: return {page.height - bottom, left, page.height - top, right};
    default: return {left, top, right, bottom};
  }
}

/// The rotation of most text: tables are printed sideways, and stamps stand in the margin.
int main_rotation(const std::vector<poppler::text_box>& boxes) {
  std::array<std::size_t, 4> letters{};
  for (const poppler::text_box& box : boxes)
    letters[static_cast<std::size_t>(box.rotation()) & 3U] += box.text().size();
  return static_cast<int>(std::max_element(letters.begin(), letters.end()) - letters.begin());
}

Word word_of(const poppler::text_box& box, int rotation, const Page& page, Styles& styles) {
  Word word;
  word.text = clean_letters(utf8_of(box.text()));
  word.box = upright(box.bbox(), rotation, page);
  word.size = static_cast<float>(box.get_font_size());
  word.style = styles.of(box.has_font_info() ? box.get_font_name() : std::string());
  word.space_after = box.has_space_after();
  return word;
}

bool is_sane(const Word& word) {
  const auto inside = [](float value) { return value > -20'000.F && value < 20'000.F; };
  return !word.text.empty() && word.size > 0.5F && word.size < 2'000.F && inside(word.box.left) &&
         inside(word.box.right) && inside(word.box.top) && inside(word.box.bottom) &&
         word.box.left <= word.box.right && word.box.top <= word.box.bottom;
}

Page read_page(const poppler::page& source, Styles& styles) {
  Page page;
  const poppler::rectf rect = source.page_rect();
  const bool sideways = source.orientation() == poppler::page::landscape ||
                        source.orientation() == poppler::page::seascape;
  page.width = static_cast<float>(sideways ? rect.height() : rect.width());
  page.height = static_cast<float>(sideways ? rect.width() : rect.height());
  const std::vector<poppler::text_box> boxes =
      source.text_list(poppler::page::text_list_include_font);
  const int rotation = main_rotation(boxes);
  page.words.reserve(boxes.size());
  for (const poppler::text_box& box : boxes) {
    if (box.rotation() != rotation) continue;
    Word word = word_of(box, rotation, page, styles);
    if (is_sane(word)) page.words.push_back(std::move(word));
  }
  if (rotation % 2 == 1) std::swap(page.width, page.height);
  return page;
}

/// Whether the file ends as a PDF must. Viewers read those that do not, as far as they go.
bool is_whole(std::string_view bytes) {
  constexpr std::size_t kTail = 2'048;
  const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
  return tail.find("%%EOF") != std::string_view::npos ||
         tail.find("startxref") != std::string_view::npos;
}

tl::unexpected<Error> damaged() {
  return fail(Error::Kind::BadInput, "this PDF is damaged or was not downloaded to its end", {},
              "download it again and try that file");
}

Result<void> check_text(const Document& document) {
  std::size_t letters = 0;
  std::size_t others = 0;
  for (const Page& page : document.pages)
    for (const Word& word : page.words)
      count_letters(word.text, letters, others);
  if (letters >= kFewestLetters || (letters > 0 && document.pages.size() == 1 && others < letters))
    if (others < letters * 3) return {};
  if (letters + others < kFewestLetters)
    return fail(Error::Kind::Unsupported,
                "this PDF holds pictures of its pages and no text, as a scanner makes them", {},
                "let a program for text recognition (OCR) add the text and try again");
  return fail(Error::Kind::Unsupported, "this PDF's fonts do not tell which letters they print", {},
              "let a program for text recognition (OCR) read it and try again");
}

Result<std::unique_ptr<poppler::document>> open(std::string_view bytes) {
  if (bytes.size() > INT_MAX)
    return fail(Error::Kind::Unsupported, "this PDF is larger than 2 GB", {},
                "split it and try the part with the article");
  std::unique_ptr<poppler::document> source(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!source) return damaged();
  if (source->is_locked())
    return fail(Error::Kind::Unsupported, "this PDF is locked with a password", {},
                "open it with its password, save it without one and try again");
  if (source->pages() > kMostPages)
    return fail(Error::Kind::Unsupported,
                "this PDF has more than " + std::to_string(kMostPages) + " pages", {},
                "split it and try the part with the article");
  if (source->pages() < 1)
    return fail(Error::Kind::BadInput, "this PDF has no pages", {}, std::string(kOpenAndSave));
  return source;
}

}  // namespace

Result<Document> load_document(std::string_view bytes) {
  be_quiet();
  const std::unique_ptr<poppler::document> source = RECTO_TRY(open(bytes));
  Document document;
  document.info = {.title = clean_letters(utf8_of(source->get_title())),
                   .author = clean_letters(utf8_of(source->get_author())),
                   .maker = utf8_of(source->get_creator()) + " " + utf8_of(source->get_producer()),
                   .created = source->get_creation_date_t()};
  Styles styles;
  std::size_t words = 0;
  bool last_is_empty = false;
  for (int i = 0; i < source->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(source->create_page(i));
    document.pages.push_back(page ? read_page(*page, styles) : Page{});
    last_is_empty = document.pages.back().words.empty();
    words += document.pages.back().words.size();
    if (words > kMostWords)
      return fail(Error::Kind::Unsupported, "this PDF holds more text than a book", {},
                  "split it and try the part with the article");
  }
  if (last_is_empty && !is_whole(bytes)) return damaged();
  RECTO_TRY(check_text(document));
  return document;
}

}  // namespace recto::reader::pdf
