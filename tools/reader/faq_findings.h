// The kinds of lines that ask.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "tools/reader/faq_lines.h"
#include "tools/reader/faq_plans.h"
#include "tools/reader/piece.h"

namespace recto::reader {

/// What one kind of line gives, before it is known where answers end.
struct Finding {
  Indices questions;
  Indices stops;  ///< pieces that end an answer without beginning an entry
  Range range;    ///< where they were looked for
};

/// Knows where each disclosure ends.
class Disclosures {
 public:
  explicit Disclosures(const std::vector<Piece>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].disclosure == 0) continue;
      auto [found, fresh] = ranges_.emplace(pieces[i].disclosure, Range{i, i + 1});
      found->second.end = i + 1;
      if (fresh) openers_.push_back(i);
    }
  }

  [[nodiscard]] const Indices& openers() const { return openers_; }

  [[nodiscard]] std::size_t end_of(const Piece& piece, std::size_t otherwise) const {
    const auto found = ranges_.find(piece.disclosure);
    return found == ranges_.end() ? otherwise : std::min(otherwise, found->second.end);
  }

 private:
  std::map<int, Range> ranges_;
  Indices openers_;
};

/// Finds lines that ask, kind by kind. `named`: a heading or title promises a FAQ there, so that
/// less makes a question. The pieces must outlive it.
class QuestionFinder {
 public:
  explicit QuestionFinder(const std::vector<Piece>& pieces)
      : pieces_(pieces), disclosures_(pieces) {}

  /// "Q: …" of the whole article. Letters that stand for a question in some languages only ("F:",
  /// "P:") count when answers have labels, too.
  [[nodiscard]] Finding labels() const;

  /// What opens disclosures.
  [[nodiscard]] Finding disclosures(Range range, bool named) const;

  /// Numbered questions. When most numbered lines ask, those that only continue the count are
  /// entries too: "12. INSERT is really slow". A number above theirs ("4. Usage" before "4.1") is a
  /// chapter's and ends an answer.
  [[nodiscard]] Finding numbered(Range range) const;

  /// Headings of the level where most questions stand, and those of other levels that ask and
  /// neither stand in an answer nor above other questions.
  [[nodiscard]] Finding headings(Range range, bool named) const;

  /// Lines in bold.
  [[nodiscard]] Finding strong_lines(Range range, bool named) const;

  /// Items without numbers, with their answers below them.
  [[nodiscard]] Finding items(Range range) const;

  /// Lines that ask: on one line of their own, or with their answer indented below them.
  [[nodiscard]] Finding lines(Range range) const;

  /// Questions numbered 1, 2, 3 … anywhere, a run each.
  [[nodiscard]] std::vector<Finding> counted_questions() const;

  /// Where the disclosure of a piece ends; `otherwise` when that comes first or there is none.
  [[nodiscard]] std::size_t end_of_disclosure(const Piece& piece, std::size_t otherwise) const {
    return disclosures_.end_of(piece, otherwise);
  }

 private:
  template <class Predicate>
  [[nodiscard]] Indices find(Range range, Predicate is_candidate) const;
  [[nodiscard]] Indices choose(const Indices& lines, bool named) const;
  [[nodiscard]] bool continues(std::size_t at, std::string_view last) const;

  const std::vector<Piece>& pieces_;  // NOLINT(cppcoreguidelines-avoid-const-or-ref-data-members)
  Disclosures disclosures_;
};

}  // namespace recto::reader
