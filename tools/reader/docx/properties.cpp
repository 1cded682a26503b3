#include "tools/reader/docx/properties.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/reader/dates.h"
#include "tools/reader/metadata.h"
#include "tools/reader/shape.h"

namespace recto::reader {
namespace {

std::string property(pugi::xml_node core, std::string_view name) {
  return one_line(text_below(child_named(core, name)));
}

/// Names that programs give to documents.
bool is_stock_title(const std::string& title) {
  static constexpr std::array<std::string_view, 6> kStock{
      "untitled", "document", "word document", "microsoft word", "new document", "unbenannt"};
  const std::string folded = fold_case(title);
  return std::find(kStock.begin(), kStock.end(), folded) != kStock.end() ||
         folded.starts_with("microsoft word - ") || folded.ends_with(".doc") ||
         folded.ends_with(".docx") || folded.ends_with(".odt") ||
         (folded.starts_with("document") && folded.size() <= 10);
}

bool is_stock_author(const std::string& author) {
  static constexpr std::array<std::string_view, 14> kStock{
      "python-docx",    "microsoft office user",
      "windows user",   "user",
      "admin",          "unknown",
      "administrator",  "author",
      "apache poi",     "un-named",
      "openpyxl",       "microsoft",
      "microsoft word", "benutzer"};
  return std::find(kStock.begin(), kStock.end(), fold_case(author)) != kStock.end();
}

std::vector<std::string> people_of(const std::string& text) {
  std::vector<std::string> people;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::string person = one_line(std::string_view(text).substr(at, end - at));
    if (!person.empty() && !is_stock_author(person)) people.push_back(person);
    at = end + 1;
  }
  return people;
}

/// The text of the only heading of level 1, when it stands near the beginning.
std::string only_top_heading(const std::vector<Piece>& pieces) {
  std::string found;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Block& block = pieces[i].block;
    if (block.type != BlockType::Heading || block.level != 1) continue;
    if (!found.empty() || i >= kHeadPieces) return {};
    found = block.text;
  }
  return found;
}

}  // namespace

void complete_metadata(Draft& draft, pugi::xml_node core) {
  Article& article = draft.article;
  const auto head_end = draft.pieces.begin() +
                        static_cast<std::ptrdiff_t>(std::min(kHeadPieces, draft.pieces.size()));
  const auto head_has = [&](auto predicate) {
    return std::any_of(draft.pieces.begin(), head_end,
                       [&](const Piece& piece) { return predicate(piece.block.text); });
  };
  const auto is_date = [](const std::string& text) { return iso_date(text).has_value(); };
  if (article.title.empty()) article.title = only_top_heading(draft.pieces);
  const std::string title = property(core, "title");
  if (article.title.empty() && !is_stock_title(title)) article.title = title;
  if (article.authors.empty() &&
      !head_has([&](const std::string& text) { return is_byline_or_date(text) && !is_date(text); }))
    article.authors = people_of(property(core, "creator"));
  article.published = iso_date(article.published).value_or("");
  // python-docx's template, which most programs leave as it is, was made on that day.
  const std::string created = property(core, "created");
  if (article.published.empty() && !head_has(is_date) && created != "2013-12-23T23:15:00Z")
    article.published = iso_date(created).value_or("");
  article.language = property(core, "language");
}

}  // namespace recto::reader
