// Wrong options of the same kind, form, unit and precision (C14).
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "tools/questions/candidate.h"
#include "tools/questions/statements.h"

namespace recto::questions {

/// The values and names of one article, ready to be set against a key. Looks into `statements`,
/// which has to outlive it.
class Rivals {
 public:
  explicit Rivals(const Statements& statements);

  /// Up to one value of the key's kind from elsewhere in the article, then near ones that the
  /// article does not have, on both sides of the key where they are possible. The same candidate
  /// gives the same list. At most `count`; fewer when there are none.
  [[nodiscard]] std::vector<std::string> values(const Candidate& candidate,
                                                std::size_t count) const;

  /// Other names of the article of the key's kind; none when its kind is not certain.
  [[nodiscard]] std::vector<std::string> names(const Candidate& candidate, std::size_t count) const;

  /// A value near the key that the article does not have: what a false statement says. Empty: none.
  [[nodiscard]] std::string wrong_value(const Candidate& candidate) const;

 private:
  /// What two values share that could be mistaken for each other: kind, text before and after the
  /// number, decimals.
  using Likeness = std::tuple<ValueKind, std::string, std::string, int>;

  [[nodiscard]] std::string value_from_article(const Candidate& candidate) const;

  const Statements* statements_;
  std::map<Likeness, std::map<double, std::string>> values_;  ///< by amount
  std::map<NameKind, std::vector<std::string>> names_;        ///< full forms only
  std::set<std::string> numbers_;                             ///< all that stand in the article
  double latest_year_ = 0;
};

}  // namespace recto::questions
