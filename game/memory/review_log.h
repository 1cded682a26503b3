// A review log as it is kept in files: CSV, a line for each answer.
//
//     card,time,rating
//     17,1772517600,3
//
// card: any whole number; time: seconds by the learner's clock, from whichever midnight on, so that
// time / 86400, rounded down, is the learner's day; rating: 1 Again, 2 Hard, 3 Good, 4 Easy.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "game/memory/history.h"

namespace recto::memory {

struct Review {
  std::int64_t card = 0;
  std::int64_t time = 0;  ///< seconds, at most kLastSecond away from 0
  Rating rating = Rating::Good;

  bool operator==(const Review&) const = default;
};

/// Of the year 9999, from 1970. Milliseconds of our time lie beyond.
inline constexpr std::int64_t kLastSecond = 253'402'300'799;

/// The reviews in the order of time; those of the same second in the order of their lines. Lines
/// may end with CR LF, the last one with nothing. Errors: BadInput with "line 7" as `where`, for
/// another header or a line without three numbers within their ranges.
[[nodiscard]] Result<std::vector<Review>> read_review_log(std::string_view csv);
[[nodiscard]] std::string write_review_log(std::span<const Review> reviews);

/// The learner's day, counted from that of time 0.
[[nodiscard]] std::int32_t day_of(const Review& review);

/// A number for the card of each review, below the number of reviews: Review::card itself where
/// that is one, else its rank.
[[nodiscard]] std::vector<std::uint32_t> card_numbers(std::span<const Review> reviews);

/// What parameters are fitted to. `reviews` in the order of time. Errors: as Histories::make.
[[nodiscard]] Result<Histories> histories_of(std::span<const Review> reviews);

}  // namespace recto::memory
