// What judges' verdicts say of decks. Pure: values in, values out.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "content/base/random.h"
#include "tests/quality/key.h"
#include "tests/quality/statistics.h"
#include "tests/quality/verdicts.h"

namespace recto::quality {

struct Judge {
  std::string name;               ///< file of the filled sheet
  std::vector<Verdict> verdicts;  ///< on card n of the key at n − 1
};

/// Judged cards of one kind, rule or deck. A card is usable, or good, when all judges say so.
struct Tally {
  std::string name;
  std::size_t cards = 0;
  std::size_t usable = 0;
  std::size_t good = 0;

  bool operator==(const Tally&) const = default;
};

/// A card that some judge calls wrong by the article (R4).
struct Wrong {
  std::size_t number = 0;
  std::string judge;
  std::string remark;

  bool operator==(const Wrong&) const = default;
};

struct DeckScore {
  Tally tally;
  Ratio coverage;           ///< importance of key facts tested by usable cards / of all key facts
  Ratio coverage_first;     ///< the same by the first kFirst cards of the deck
  std::size_t repeats = 0;  ///< usable cards that repeat facts and kind of earlier ones
  std::optional<std::size_t> quarters;   ///< of the article with a usable card; absent: no evidence
  std::optional<double> per_1000_words;  ///< cards of the deck, judged or not
  /// Of these, at the usable share of those judged; absent when none was.
  std::optional<double> usable_per_1000_words;
};

/// Cards whose quality lies in [low, high), the last bin's in [low, high].
struct Bin {
  double low = 0.0;
  double high = 0.0;
  std::size_t cards = 0;
  std::size_t usable = 0;
  double mean_quality = 0.0;
};

/// Two judges on usable or not.
struct Agreement {
  std::size_t first = 0;  ///< index of a judge
  std::size_t second = 0;
  std::optional<double> kappa;
  std::vector<std::size_t> disputed;  ///< numbers of the cards
};

struct Scores {
  Tally all;
  double mean_usable = 0.0;  ///< mean over the judges of each one's share
  double mean_good = 0.0;
  std::vector<Tally> by_kind;                 ///< most cards first, as by_rule
  std::vector<Tally> by_rule;                 ///< by made_by
  std::array<std::size_t, kCodes> reasons{};  ///< cards on which at least one judge says so
  std::vector<Wrong> errors;
  std::vector<DeckScore> decks;  ///< in the key's order
  Ratio coverage;                ///< over all decks, as coverage_first
  Ratio coverage_first;
  std::optional<Interval> coverage_interval;  ///< bootstrap over decks
  std::optional<Interval> coverage_first_interval;
  std::size_t repeats = 0;
  std::optional<double> spread;       ///< mean share of quarters, over decks with evidence
  std::vector<Bin> calibration;       ///< bins with cards
  std::vector<Agreement> agreements;  ///< of every two judges
};

inline constexpr std::size_t kFirst = 20;

/// Scores a round. There is at least one judge, and each has a verdict on every card of the key.
/// A fact counts as tested by a card when all judges name it. Where only some of a deck's cards
/// were judged, coverage, repeats and quarters are at least so much. The same random source gives
/// the same intervals.
[[nodiscard]] Scores score(const Key& key, const std::vector<Judge>& judges, Random& random);

}  // namespace recto::quality
