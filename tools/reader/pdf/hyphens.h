// Words that a line end divides.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reader/pdf/line.h"

namespace recto::reader::pdf {

/// Whether a hyphen at the end of a line belongs to its word, by what the document writes
/// elsewhere.
class Hyphens {
 public:
  /// Reads all words of a document.
  explicit Hyphens(const std::vector<Column>& columns);

  /// `before` ends in a hyphen ("infor-", "well-"), `after` is the beginning of the next line. True
  /// for "well-known": written so elsewhere; or not written in one elsewhere and a capital or digit
  /// follows, or `before` is a word that compounds begin with.
  [[nodiscard]] bool keeps(std::string_view before, std::string_view after) const;

 private:
  std::map<std::string, std::size_t, std::less<>> seen_;  ///< divided words, whole and hyphenated
};

/// Whether a word that ends in `-` or a soft hyphen is divided there and not, say, "pre- and".
[[nodiscard]] bool ends_in_hyphen(std::string_view text);

/// The words of `line` behind those of `text`: with a blank, or without one where a word goes on.
void append_line(std::string& text, std::string_view line, const Hyphens& hyphens);

}  // namespace recto::reader::pdf
