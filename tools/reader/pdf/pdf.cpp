#include "tools/reader/pdf/pdf.h"

#include <utility>
#include <vector>

#include "tools/reader/pdf/columns.h"
#include "tools/reader/pdf/document.h"
#include "tools/reader/pdf/footnotes.h"
#include "tools/reader/pdf/groups.h"
#include "tools/reader/pdf/head.h"
#include "tools/reader/pdf/hyphens.h"
#include "tools/reader/pdf/outline.h"
#include "tools/reader/pdf/running.h"
#include "tools/reader/pdf/typography.h"

namespace recto::reader {
namespace {

using namespace pdf;

std::vector<Sheet> make_sheets(std::vector<Page> pages) {
  std::vector<Sheet> sheets;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const float width = pages[i].width;
    const float height = pages[i].height;
    sheets.push_back({find_line_pieces(std::move(pages[i]), i), width, height});
    join_initials(sheets.back().pieces);
  }
  return sheets;
}

/// The size of the running text of all pages.
float body_size_of(const std::vector<Sheet>& sheets) {
  SizeCounts counts;
  for (const Sheet& sheet : sheets)
    count_sizes(sheet.pieces, counts);
  return body_size(counts);
}

std::vector<std::vector<Column>> make_columns(std::vector<Sheet> sheets, float body) {
  Gutters gutters;
  for (const Sheet& sheet : sheets)
    find_gutters(sheet.pieces, body, gutters);
  std::vector<std::vector<Column>> pages;
  for (Sheet& sheet : sheets) {
    std::vector<Column> columns = order_columns(std::move(sheet.pieces), body, gutters);
    drop_footnotes(columns, body);
    pages.push_back(std::move(columns));
  }
  return pages;
}

std::vector<Group> make_groups(const std::vector<Column>& columns, float body) {
  const Typography typography(body, columns);
  const Hyphens hyphens(columns);
  std::vector<Group> groups;
  for (const Column& column : columns)
    for (Group& group : find_groups(column, typography, hyphens))
      groups.push_back(std::move(group));
  drop_contents(groups);
  drop_figure_text(groups, body);
  join_formulas(groups);
  find_drawn_items(groups);
  join_continued(groups, typography, hyphens);
  return groups;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  constexpr std::size_t kHead = 1'024;
  const std::size_t found = bytes.substr(0, kHead).find("%PDF-");
  if (found == 0) return true;
  // Mail headers and byte order marks happen before it; prose about "%PDF-1.4" has no object.
  return found != std::string_view::npos && (bytes.find(" obj", found) != std::string_view::npos);
}

Draft lay_out(Document document) {
  std::vector<Sheet> sheets = make_sheets(std::move(document.pages));
  drop_running_lines(sheets);
  const float body = body_size_of(sheets);
  std::vector<Column> columns;
  for (std::vector<Column>& page : make_columns(std::move(sheets), body))
    std::move(page.begin(), page.end(), std::back_inserter(columns));
  std::vector<Group> groups = make_groups(columns, body);
  Draft draft;
  take_head(groups, document.info, body, draft.article);
  draft.pieces = make_pieces(std::move(groups));
  return draft;
}

Result<Draft> read_pdf(std::string_view bytes) {
  return lay_out(RECTO_TRY(load_document(bytes)));
}

}  // namespace recto::reader
