// What judges said of cards.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto::train {

struct Verdict {
  float share = 0;   ///< of its judges that call it usable
  float weight = 1;  ///< less for articles of a kind that is rarely imported
};

/// By what a card shows of itself: the same card made again has the same verdict.
class Verdicts {
 public:
  /// A line a card, with tabs: article, key of the card, share of its judges that call it usable,
  /// in [0, 1], and how much it counts, > 0; other columns and a head line may follow or stand
  /// before. BadInput names the line.
  [[nodiscard]] static Result<Verdicts> read(std::string_view text);

  /// None for a card that nobody has judged.
  [[nodiscard]] std::optional<Verdict> of(std::string_view article, const Card& card) const;

  [[nodiscard]] std::size_t size() const { return verdicts_.size(); }

 private:
  std::map<std::string, Verdict, std::less<>> verdicts_;
};

/// What tells cards of an article apart: a digest of kind, prompt and answer, which tells nothing
/// of an article that is not ours to hand on.
[[nodiscard]] std::string key_of(const Card& card);

}  // namespace recto::train
