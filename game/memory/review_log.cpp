#include "game/memory/review_log.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

namespace recto::memory {
namespace {

constexpr std::string_view kHeader = "card,time,rating";

/// What stands before `end`, which goes too.
std::string_view take_until(std::string_view& text, char end) {
  const std::size_t length = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(std::min(length + 1, text.size()));
  return taken;
}

std::string_view take_line(std::string_view& text) {
  std::string_view line = take_until(text, '\n');
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return number;
}

Result<Review> review_of(std::string_view line) {
  const auto card = whole_number(take_until(line, ','));
  const auto time = whole_number(take_until(line, ','));
  const auto rating = whole_number(line);
  if (!card || !time || !rating)
    return fail(Error::Kind::BadInput, "there are no three whole numbers", {},
                "write card,time,rating");
  if (*time < -kLastSecond || *time > kLastSecond)
    return fail(Error::Kind::BadInput, "the time lies beyond the year 9999", {},
                "write times in seconds, not in milliseconds");
  if (*rating < 1 || *rating > 4)
    return fail(Error::Kind::BadInput, "the rating is not 1, 2, 3 or 4", {},
                "write 1 for Again, 2 for Hard, 3 for Good, 4 for Easy");
  return Review{*card, *time, static_cast<Rating>(*rating)};
}

}  // namespace

Result<std::vector<Review>> read_review_log(std::string_view csv) {
  if (take_line(csv) != kHeader)
    return fail(Error::Kind::BadInput, "this is no review log", "line 1",
                "begin it with a line \"" + std::string(kHeader) + "\"");
  std::vector<Review> reviews;
  reviews.reserve(static_cast<std::size_t>(std::ranges::count(csv, '\n')) + 1);
  while (!csv.empty()) {
    Result<Review> review = review_of(take_line(csv));
    if (!review) {
      review.error().where = "line " + std::to_string(reviews.size() + 2);
      return tl::unexpected(std::move(review).error());
    }
    reviews.push_back(*review);
  }
  if (!std::ranges::is_sorted(reviews, {}, &Review::time))
    std::ranges::stable_sort(reviews, {}, &Review::time);
  return reviews;
}

std::string write_review_log(std::span<const Review> reviews) {
  std::string csv = std::string(kHeader) + '\n';
  for (const Review& review : reviews)
    csv += std::to_string(review.card) + ',' + std::to_string(review.time) + ',' +
           std::to_string(static_cast<int>(review.rating)) + '\n';
  return csv;
}

std::int32_t day_of(const Review& review) {
  return std::chrono::floor<std::chrono::duration<std::int32_t, std::chrono::days::period>>(
             std::chrono::seconds(review.time))
      .count();
}

std::vector<std::uint32_t> card_numbers(std::span<const Review> reviews) {
  std::vector<std::uint32_t> numbers(reviews.size());
  const auto is_number = [&](const Review& review) {
    return review.card >= 0 && static_cast<std::uint64_t>(review.card) < reviews.size();
  };
  if (std::ranges::all_of(reviews, is_number)) {
    std::ranges::transform(reviews, numbers.begin(), [](const Review& review) {
      return static_cast<std::uint32_t>(review.card);
    });
    return numbers;
  }
  std::vector<std::int64_t> cards(reviews.size());
  std::ranges::transform(reviews, cards.begin(), &Review::card);
  std::ranges::sort(cards);
  cards.erase(std::unique(cards.begin(), cards.end()), cards.end());
  std::ranges::transform(reviews, numbers.begin(), [&](const Review& review) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(cards, review.card) - cards.begin());
  });
  return numbers;
}

Result<Histories> histories_of(std::span<const Review> reviews) {
  const std::vector<std::uint32_t> cards = card_numbers(reviews);
  std::vector<LoggedAnswer> log(reviews.size());
  for (std::size_t i = 0; i < reviews.size(); ++i)
    log[i] = {cards[i], day_of(reviews[i]), reviews[i].rating};
  return Histories::make(log);
}

}  // namespace recto::memory
