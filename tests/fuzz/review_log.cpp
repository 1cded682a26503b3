// Any bytes as a review log: an error with its line, or reviews in the order of time that survive
// being written and read, become histories and can be replayed.
#include "game/memory/review_log.h"

#include <algorithm>

#include "game/memory/calibration.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace recto;
  using namespace recto::memory;
  const auto reviews = read_review_log(fuzz::bytes_of(data, size));
  if (!reviews) {
    fuzz::check(reviews.error().where.starts_with("line "), "an error names its line");
    fuzz::check(!reviews.error().advice.empty(), "an error says what to do");
    return 0;
  }
  fuzz::check(std::ranges::is_sorted(*reviews, {}, &Review::time),
              "reviews come in the order of time");
  fuzz::check(read_review_log(write_review_log(*reviews)) == reviews,
              "what is written is read back");
  const auto histories = histories_of(*reviews);
  fuzz::check(histories.has_value(), "a log that can be read has histories");
  fuzz::check(histories->answers().size() == reviews->size(), "no answer is lost");
  for (const Prediction& prediction :
       predictions(*histories, histories->items(), kDefaultParameters))
    fuzz::check(prediction.recall >= 0.0 && prediction.recall <= 1.0, "chances lie in [0, 1]");
  return 0;
}
