// What judges said of cards.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/deck/deck.h"

namespace recto::train {

/// By what a card shows of itself: the same card made again has the same verdict.
class Verdicts {
 public:
  /// A line a card, with tabs: article, kind, prompt, answer, share of its judges that call it
  /// usable, in [0, 1]; other columns and a head line may follow or stand before. BadInput names
  /// the line.
  [[nodiscard]] static Result<Verdicts> read(std::string_view text);

  /// The share; none for a card that nobody has judged.
  [[nodiscard]] std::optional<float> of(std::string_view article, const Card& card) const;

  [[nodiscard]] std::size_t size() const { return shares_.size(); }

 private:
  std::map<std::string, float, std::less<>> shares_;
};

/// What tells cards of an article apart; a choice's options are part of it.
[[nodiscard]] std::string key_of(std::string_view article, const Card& card);

}  // namespace recto::train
