// The deck list with its counts, kept in memory: only what has changed is asked for again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "content/base/instant.h"
#include "game/progress/connection.h"
#include "game/progress/store.h"
#include "game/study/day.h"

namespace recto::progress {

class DeckList {
 public:
  /// The lines with what is due before `end_of_day`, the end of the learner's day `today`, in the
  /// learner's order. In a transaction.
  [[nodiscard]] std::vector<DeckLine> lines(Connection& connection, study::Day today,
                                            Instant end_of_day);

  /// Something in this deck was written, or anything anywhere.
  void changed(std::int64_t deck) { changed_.insert(deck); }
  void forget() { end_of_day_ = {}; }

 private:
  std::map<std::int64_t, DeckLine> lines_;  ///< by row
  std::map<DeckId, std::size_t> rank_;      ///< of the decks that the learner moved
  std::set<std::int64_t> changed_;
  study::Day today_ = 0;
  std::optional<Instant> end_of_day_;  ///< absent: nothing is known
  std::int64_t version_ = 0;           ///< of the database: another one when others wrote
};

}  // namespace recto::progress
