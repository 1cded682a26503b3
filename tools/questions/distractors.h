// Wrong options of the same kind, form, unit and precision (C14).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "tools/questions/candidate.h"

namespace recto::questions {

/// The values and names of one article, ready to be set against a key. Looks into `told`, which
/// has to outlive it.
class Rivals {
 public:
  explicit Rivals(const Told& told);

  /// Up to `count` options for the candidate's key; fewer, or none, when there are no good ones.
  /// The same candidate gives the same list.
  [[nodiscard]] std::vector<std::string> options(const Candidate& candidate,
                                                 std::size_t count) const;

 private:
  [[nodiscard]] std::vector<std::string> values(const Candidate& candidate,
                                                std::size_t count) const;
  [[nodiscard]] std::vector<std::string> names(const Candidate& candidate, std::size_t count) const;
  [[nodiscard]] std::vector<std::string> from_article(const Candidate& candidate,
                                                      const std::string& noun,
                                                      std::size_t count) const;
  [[nodiscard]] std::vector<std::string> from_lexicon(const Candidate& candidate,
                                                      const std::string& noun) const;

  [[nodiscard]] std::vector<std::string> times(const Candidate& candidate, int latest,
                                               Random& random, std::size_t count) const;
  [[nodiscard]] bool is_alike(const Candidate& candidate, EntityId id,
                              const std::string& noun) const;
  void add_life(const ReadSentence& sentence);
  [[nodiscard]] bool is_told_where(const Candidate& candidate) const;
  /// The years in which a person could have done it; all of them where nobody's life is known.
  [[nodiscard]] bool is_in_life(const Candidate& candidate, int year) const;

  const Told* told_;
  std::set<std::string, std::less<>> numbers_;  ///< runs of digits that stand in the article
  std::set<std::string, std::less<>> names_;    ///< all forms of all names, folded
  std::map<language::NameKind, std::vector<EntityId>> by_kind_;  ///< those of a sure kind
  int latest_year_ = 0;
  std::optional<int> born_;  ///< the topic's
  std::optional<int> died_;
};

}  // namespace recto::questions
