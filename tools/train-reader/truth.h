// What people say is the article of a page, held against the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recto::train {

/// Runs of letters, digits and underscores, as Python's `\w+` finds them.
[[nodiscard]] std::vector<std::string> tokens_of(std::string_view text);

/// For each block its share of tokens, [0, 1], that stand in `truth`, by the alignment of both
/// texts that keeps most tokens, neighbours preferred. Case does not count. O(tokens · tokens).
[[nodiscard]] std::vector<double> shares_in(const std::vector<std::string_view>& blocks,
                                            std::string_view truth);

/// Precision and recall of a text.
struct Score {
  double precision = 0.0;
  double recall = 0.0;
  bool empty = false;  ///< nothing was found: the precision is not counted

  [[nodiscard]] double f1() const {
    return precision + recall > 0.0 ? 2.0 * precision * recall / (precision + recall) : 0.0;
  }
};

/// Windows of four tokens, with multiplicity, case counts (article-extraction-benchmark).
[[nodiscard]] Score shingle_score(std::string_view found, std::string_view truth);

/// Words as a bag, case folded (WCXB).
[[nodiscard]] Score word_score(std::string_view found, std::string_view truth);

}  // namespace recto::train
