// Questions and answers that a page states in schema.org's words.
#pragma once

#include <vector>

#include "tools/reader/html/blocks.h"
#include "tools/reader/html/dom.h"
#include "tools/reader/html/structured.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// Things of type Question with an accepted or suggested answer (FAQPage, QAPage), whatever states
/// them; those of a Quiz are none. Paragraphs and items of an answer are lines. `blocks`: all of
/// the page. O(bytes).
[[nodiscard]] std::vector<FaqEntry> stated_faq(const StructuredData& data, const Dom& dom,
                                               const std::vector<HtmlBlock>& blocks);

}  // namespace recto::reader
