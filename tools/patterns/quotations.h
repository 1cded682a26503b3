// Direct speech over the sentences of a passage, and who speaks.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "content/words/lexicon.h"
#include "tools/language/analysed.h"
#include "tools/patterns/sentence.h"

namespace recto::patterns {

struct Quotation {
  Span span;                    ///< in the passage, with the marks
  Span inside;                  ///< without them
  std::optional<Span> speaker;  ///< in the passage: "Tarr", "he"; none when not certain
  /// It holds a clause or has a speaker: something said. Otherwise a title, a term, a phrase.
  bool speech = false;
};

/// The outermost quotations of a passage in order: "…", “…”, „…“, «…», ‹…›, ‘…’, ``…''. Marks
/// without a partner, apostrophes, inch marks and what opens inside another quotation are left out.
///
/// The speaker stands before ("Tarr told us: “…”"), behind ("“…,” said Tarr, a doctor", "“…,” Tarr
/// said") or between two parts; a quotation right behind the last one's "Tarr said." goes on with
/// it; a phrase inside "Tarr said that the “…”" is Tarr's (claims.h). Linear in the passage.
[[nodiscard]] std::vector<Quotation> find_quotations(
    std::string_view passage, std::span<const language::AnalysedSentence> sentences,
    const Lexicon& lexicon);

}  // namespace recto::patterns
