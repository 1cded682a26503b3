#include "tools/reader/formats.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "content/base/fold.h"
#include "tools/reader/archive/archive.h"
#include "tools/reader/archive/saved_page.h"
#include "tools/reader/document.h"
#include "tools/reader/docx/docx.h"
#include "tools/reader/encoding.h"
#include "tools/reader/epub/epub.h"
#include "tools/reader/html/html.h"
#include "tools/reader/markdown/markdown.h"
#include "tools/reader/mhtml/mhtml.h"
#include "tools/reader/pdf/pdf.h"
#include "tools/reader/signature.h"
#include "tools/reader/text/text.h"

namespace recto::reader {
namespace {

/// "page.html.gz" may hold a web archive, a zip archive a gzip one; more is no article.
constexpr int kMostArchives = 2;

bool is_markdown_name(std::string_view name) {
  const std::string folded = fold_case(name.substr(0, name.find_first_of("?#")));
  return folded.ends_with(".md") || folded.ends_with(".markdown") || folded.ends_with(".mdown") ||
         folded.ends_with(".mkd");
}

Result<Draft> read_bare(std::string_view bytes, const Origin& origin, const Furniture& furniture) {
  RECTO_TRY(check_is_text(bytes));
  const std::string text = RECTO_TRY(decode(bytes, origin.charset));
  if (is_html(text)) return read_html(text, origin, furniture);
  if (is_markdown_name(origin.name) || is_markdown(text)) return read_markdown(text);
  return read_text(text, furniture);
}

Result<Document> open_gzip(std::string_view bytes, const Origin& origin) {
  Document document{RECTO_TRY(gunzip(bytes)), origin};
  std::string& name = document.origin.name;
  if (fold_case(name).ends_with(".gz")) name.resize(name.size() - 3);
  return document;
}

/// A file of a book.
Result<Draft> read_page(std::string_view bytes) {
  const std::string text = RECTO_TRY(decode(bytes));
  return read_whole_html(text);
}

/// A document that is complete, or what has to be read in its place.
using Opened = std::variant<Draft, Document>;

Result<Opened> open_zip(std::string_view bytes, const Origin& origin) {
  const Zip zip = RECTO_TRY(Zip::open(bytes));
  if (is_docx(zip)) return RECTO_TRY(read_docx(zip));
  if (is_epub(zip)) return RECTO_TRY(read_epub(zip, read_page));
  return RECTO_TRY(open_saved_page(zip, origin));
}

}  // namespace

Result<Draft> read_draft(std::string_view bytes, Origin& origin, const Furniture& furniture) {
  Document document;
  for (int archives = 0; archives <= kMostArchives; ++archives) {
    if (is_zip(bytes)) {
      Opened opened = RECTO_TRY(open_zip(bytes, origin));
      if (auto* draft = std::get_if<Draft>(&opened)) return std::move(*draft);
      document = std::get<Document>(std::move(opened));
    } else if (is_gzip(bytes)) {
      document = RECTO_TRY(open_gzip(bytes, origin));
    } else if (is_mhtml(bytes)) {
      document = RECTO_TRY(open_mhtml(bytes, origin));
    } else if (is_pdf(bytes)) {
      return read_pdf(bytes);
    } else {
      return read_bare(bytes, origin, furniture);
    }
    bytes = document.bytes;
    origin = document.origin;
  }
  return fail(Error::Kind::Unsupported, "this is an archive of archives of archives", {},
              "unpack it and name the article's file");
}

}  // namespace recto::reader
