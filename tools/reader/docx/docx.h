// Word documents (DOCX, Office Open XML) → pieces.
#pragma once

#include "content/base/result.h"
#include "tools/reader/archive/archive.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// Whether the archive is a Word document: its main part is one, whatever the file is called.
[[nodiscard]] bool is_docx(const Zip& zip);

/// Text as it is printed with all changes accepted: insertions are in; deletions, hidden text,
/// comments, footnotes, headers, footers, page numbers, tables of contents and bibliographies are
/// not. Headings, quotes, captions and code are told by styles, whatever language they are named
/// in. Title, authors, date and language come from the text's own styles, else from the document's
/// properties. Transitional and strict documents. Errors: BadInput for damaged ones.
[[nodiscard]] Result<Draft> read_docx(const Zip& zip);

}  // namespace recto::reader
