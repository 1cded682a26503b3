// PDF → pieces.
#pragma once

#include <string_view>

#include "content/base/result.h"
#include "tools/reader/pdf/page.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// Whether `bytes` are a PDF: "%PDF-" stands within the first 1024 bytes, as viewers accept it
/// (ISO 32000-1, annex H.3.4.1), and they are no text that speaks of it.
[[nodiscard]] bool is_pdf(std::string_view bytes);

/// The article of a PDF in the order of reading: headings (marked), paragraphs joined over lines,
/// columns and pages, lists, tables, code, captions; title, authors and date where the document
/// states them. Running heads, page numbers, footnotes and their marks, text inside figures and in
/// the margin are left out. Same bytes, same draft. May be called from several threads. Takes time
/// and memory linear in the text; what poppler does with a page made to be slow has no limit.
/// Errors: see document.h.
[[nodiscard]] Result<Draft> read_pdf(std::string_view bytes);

/// The same from a document's words, whatever read them. Pure.
[[nodiscard]] Draft lay_out(pdf::Document document);

}  // namespace recto::reader
