#include "tools/reader/archive/saved_page.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/fold.h"

namespace recto::reader {
namespace {

using std::string_view_literals::operator""sv;

struct Known {
  std::string_view entry;  ///< that the archive has
  std::string_view what;
  std::string_view advice;
};

constexpr std::string_view kUnpack = "unpack it and name the article's file";

constexpr std::array kKnown{
    Known{"xl/workbook.xml"sv, "this is a spreadsheet, not an article"sv,
          "copy its text into a document and try again"sv},
    Known{"xl/workbook.bin"sv, "this is a spreadsheet, not an article"sv,
          "copy its text into a document and try again"sv},
    Known{"ppt/presentation.xml"sv, "this is a presentation, not an article"sv,
          "save its outline as text and try again"sv},
    Known{"Index/Document.iwa"sv,
          "this is an Apple iWork document, which this version cannot read"sv,
          "save it as DOCX or PDF and try again"sv},
    Known{"AndroidManifest.xml"sv, "this is an app, not an article"sv, ""sv},
    Known{"collection.anki2"sv, "this is an Anki package, not an article"sv, ""sv},
    Known{"content.xml"sv, "this is an OpenDocument file, which this version cannot read"sv,
          "save it as DOCX or PDF and try again"sv},
};

bool has_extension(std::string_view name, std::initializer_list<std::string_view> extensions) {
  const std::string folded = fold_case(name);
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return folded.ends_with(extension); });
}

bool is_html_name(std::string_view name) {
  return has_extension(name, {".html", ".htm", ".xhtml"});
}

bool is_document_name(std::string_view name) {
  return has_extension(
      name, {".txt", ".md", ".markdown", ".pdf", ".docx", ".epub", ".mht", ".mhtml", ".html.gz"});
}

std::string_view base_of(std::string_view name) {
  return name.substr(name.rfind('/') + 1);
}

/// Files of the system, and of the folder that a browser makes for a page's pictures and frames:
/// "Page_files/ad.html".
bool is_beside(std::string_view name) {
  const std::string_view folders = name.substr(0, name.rfind('/') + 1);
  return base_of(name).starts_with('.') || name.starts_with("__MACOSX/") ||
         folders.find("_files/") != std::string_view::npos;
}

std::vector<std::string> entries_of(const Zip& zip, bool (*wanted)(std::string_view)) {
  std::vector<std::string> found;
  for (const std::string& name : zip.names())
    if (wanted(name) && !is_beside(name)) found.push_back(name);
  return found;
}

/// Best last.
bool is_worse_page(const Zip& zip, const std::string& a, const std::string& b) {
  const auto depth = [](const std::string& name) {
    return std::count(name.begin(), name.end(), '/');
  };
  const auto is_index = [](const std::string& name) {
    return fold_case(base_of(name)).starts_with("index.");
  };
  if (depth(a) != depth(b)) return depth(a) > depth(b);
  if (is_index(a) != is_index(b)) return is_index(b);
  return zip.size_of(a) < zip.size_of(b);
}

}  // namespace

Result<Document> open_saved_page(const Zip& zip, const Origin& origin) {
  for (const Known& known : kKnown)
    if (!zip.find(known.entry).empty())
      return fail(Error::Kind::Unsupported, std::string(known.what), {}, std::string(known.advice));
  const std::vector<std::string> pages = entries_of(zip, is_html_name);
  const std::vector<std::string> documents = entries_of(zip, is_document_name);
  std::string chosen;
  if (!pages.empty())
    chosen = *std::max_element(pages.begin(), pages.end(), [&](const auto& a, const auto& b) {
      return is_worse_page(zip, a, b);
    });
  else if (documents.size() == 1)
    chosen = documents[0];
  if (chosen.empty() && documents.size() > 1)
    return fail(Error::Kind::Unsupported,
                "this zip archive holds " + std::to_string(documents.size()) + " documents", {},
                "unpack it and name the folder");
  if (chosen.empty())
    return fail(Error::Kind::Unsupported, "this zip archive holds no article", {},
                std::string(kUnpack));
  Document document{RECTO_TRY(zip.read(chosen)), origin};
  document.origin.name = base_of(chosen);
  document.origin.media.clear();
  document.origin.charset.clear();
  return document;
}

}  // namespace recto::reader
