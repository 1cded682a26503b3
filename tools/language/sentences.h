// Text → sentences.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace recto::language {

/// Bytes [begin, end) of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const Span&) const = default;
};

using WordSet = std::set<std::string, std::less<>>;

/// What is known about words around a full stop. Words stand as they are written in mid
/// sentence, without their last stop: "Dr", "e.g", "Ill". Case counts: "Ill." is a state, "ill." is
/// not.
struct Abbreviations {
  WordSet inside;         ///< never at the end of a sentence: "Dr. Hopper", "e.g. Basel"
  WordSet anywhere;       ///< may end one: "Acme Inc. said", "He left Acme Inc. The firm …"
  WordSet before_number;  ///< abbreviations only before a number: "No. 5", "p. 12"
  WordSet openers;        ///< words that, in capitals, open a sentence far more often than a name
};

/// assets/words/abbreviations.txt: words parted by blanks or line feeds under the headings
/// `[inside]`, `[anywhere]`, `[before number]` and `[openers]`, `#` comments. Words under no or an
/// unknown heading are skipped.
[[nodiscard]] Abbreviations parse_abbreviations(std::string_view text);

/// The sentences of `text` (valid UTF-8) in order, without white space at their ends, right to the
/// byte. They cover every byte but white space. Line feeds end a sentence. ICU's rules (UAX #29)
/// for `language` (BCP 47; empty or unknown: the root's), corrected where a stop belongs to an
/// abbreviation, an initial, an ordinal or a list number, where brackets are open, and where UAX
/// #29 overlooks a sentence that begins with a number, or in a line without capitals.
[[nodiscard]] std::vector<Span> sentences(std::string_view text, std::string_view language,
                                          const Abbreviations& abbreviations);

}  // namespace recto::language
