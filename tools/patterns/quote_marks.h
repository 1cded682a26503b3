// Quotation marks that belong together.
#pragma once

#include <string_view>
#include <vector>

#include "tools/language/sentences.h"

namespace recto::patterns {

struct QuoteMarks {
  language::Span span;    ///< with the marks
  language::Span inside;  ///< without them
};

/// The outermost pairs of a text (UTF-8) in order: "…", “…”, ”…”, „…“, „…”, «…», ‹…›, ‘…’, '…',
/// ``…''. A straight mark may close a curly one and the other way round. Straight marks open before
/// a letter and behind a blank. A mark that opens while another of its kind is open takes its
/// place: the first has no partner. Single marks count where they are no apostrophes: ’ not before
/// a letter, ' only behind a comma or the end of a sentence. Linear.
[[nodiscard]] std::vector<QuoteMarks> find_quote_marks(std::string_view text);

}  // namespace recto::patterns
