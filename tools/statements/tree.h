// A sentence's tree, from heads to what hangs on them.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "tools/statements/reading.h"

namespace recto::statements {

/// A comma, dash or semicolon; no hyphen.
[[nodiscard]] bool is_comma(const patterns::Sentence& sentence, WordId at);

/// The tree the other way round: whose heads they are, and the words below each.
class Tree {
 public:
  explicit Tree(const patterns::Sentence& sentence)
      : sentence_(sentence), children_(sentence.size() + 1) {
    for (WordId at = 0; at < sentence.size(); ++at)
      children_[sentence.head(at)].push_back(at);
  }

  [[nodiscard]] const std::vector<WordId>& children(WordId at) const { return children_[at]; }

  /// With its subtype: "acl:relcl".
  [[nodiscard]] std::string_view whole_relation(WordId at) const {
    return sentence_.analysed().tokens[at].relation;
  }

  [[nodiscard]] bool has_child(WordId at, std::string_view relation) const {
    return std::ranges::any_of(children(at),
                               [&](WordId child) { return sentence_.relation(child) == relation; });
  }

  /// All words below `top` and itself that `keeps` lets through with all that is below them.
  template <typename Keeps>
  void mark(WordId top, const Keeps& keeps, std::vector<bool>& marked) const {
    std::vector<WordId> open = {top};
    while (!open.empty()) {
      const WordId at = open.back();
      open.pop_back();
      if (marked[at]) continue;
      marked[at] = true;
      for (const WordId child : children(at))
        if (keeps(child)) open.push_back(child);
    }
  }

  /// The row of words that `marked` are, marks at its ends cut off; none when other words that are
  /// no asides stand between them.
  [[nodiscard]] std::optional<Words> row(const std::vector<bool>& marked,
                                         const std::vector<bool>& asides) const;

  /// All words below `top`, itself among them, as a row.
  [[nodiscard]] std::optional<Words> row_below(WordId top, const std::vector<bool>& asides) const;

  [[nodiscard]] bool is_predicate(WordId at) const;

  /// "There are four hotels": what there is, is no subject.
  [[nodiscard]] bool is_existential(WordId predicate) const;

  /// "There" of "There are four hotels"; none for orders and joined verbs.
  [[nodiscard]] std::optional<WordId> subject_of(WordId predicate) const;

 private:
  const patterns::Sentence& sentence_;
  std::vector<std::vector<WordId>> children_;
};

}  // namespace recto::statements
