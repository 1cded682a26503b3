// Zip archives that hold one article.
#pragma once

#include "content/base/result.h"
#include "tools/reader/archive/archive.h"
#include "tools/reader/document.h"

namespace recto::reader {

/// The page in a zipped saved page: index.html, else the largest of the HTML files that lie least
/// deep; frames in "…_files" folders do not count. Without HTML the only document (text, Markdown,
/// PDF, Word, EPUB, web archive). Errors: Unsupported for spreadsheets, presentations and other
/// archives, told by what they hold.
[[nodiscard]] Result<Document> open_saved_page(const Zip& zip, const Origin& origin);

}  // namespace recto::reader
