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

/// Words after which a full stop ends no sentence, folded, without the stop: "dr", "e.g", "inc".
using Abbreviations = std::set<std::string, std::less<>>;

/// assets/words/abbreviations.txt: a word a line, `#` comments.
[[nodiscard]] Abbreviations parse_abbreviations(std::string_view text);

/// The sentences of `text` (valid UTF-8) in order, without white space at their ends, right to the
/// byte. Line feeds end a sentence. ICU's rules (UAX #29) for `language` (BCP 47), then joined
/// where a stop belongs to an abbreviation, an initial, a decimal or stands inside a quotation.
[[nodiscard]] std::vector<Span> sentences(std::string_view text, std::string_view language,
                                          const Abbreviations& abbreviations);

}  // namespace recto::language
