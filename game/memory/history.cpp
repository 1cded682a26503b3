#include "game/memory/history.h"

#include <algorithm>
#include <limits>
#include <string>

namespace recto::memory {
namespace {

constexpr std::size_t kMostAnswers = std::numeric_limits<std::int32_t>::max();

Result<void> check(std::span<const LoggedAnswer> log) {
  if (log.size() > kMostAnswers)
    return fail(Error::Kind::BadInput, "the log has more than 2,147,483,647 answers");
  for (const LoggedAnswer& line : log) {
    if (line.card >= log.size())
      return fail(Error::Kind::BadInput, "the log has a card without a number of its own");
    if (line.rating < Rating::Again || line.rating > Rating::Easy)
      return fail(Error::Kind::BadInput, "the log has a rating that is not 1, 2, 3 or 4");
  }
  return {};
}

/// Days from one answer to the next; a clock that was set back counts as the same day.
std::int32_t days_between(std::int32_t before, std::int32_t after) {
  const std::int64_t days = std::int64_t{after} - before;
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>(days, 0, std::numeric_limits<std::int32_t>::max()));
}

}  // namespace

Result<Histories> Histories::make(std::span<const LoggedAnswer> log) {
  RECTO_TRY(check(log));
  // Counting sort: where each number's answers begin, then each answer to its place.
  std::vector<std::uint32_t> begin(log.size() + 1, 0);
  for (const LoggedAnswer& line : log)
    ++begin[line.card + 1];
  for (std::size_t card = 1; card < begin.size(); ++card)
    begin[card] += begin[card - 1];
  Histories histories;
  for (std::size_t card = 1; card < begin.size(); ++card)
    if (begin[card] > begin[card - 1]) histories.begins_.push_back(begin[card]);

  struct Next {
    std::uint32_t place = 0;  ///< of the card's next answer
    std::int32_t last_day = 0;
  };
  std::vector<Next> next(log.size());
  for (std::size_t card = 0; card < next.size(); ++card)
    next[card].place = begin[card];
  histories.answers_.resize(log.size());
  for (const LoggedAnswer& line : log) {
    Next& card = next[line.card];
    const std::uint32_t first = begin[line.card];
    const std::int32_t days = card.place == first ? 0 : days_between(card.last_day, line.day);
    histories.answers_[card.place] = {days, line.rating};
    if (days > 0) histories.items_.push_back({first, card.place});
    card = {card.place + 1, line.day};
  }
  return histories;
}

}  // namespace recto::memory
