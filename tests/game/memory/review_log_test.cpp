#include "game/memory/review_log.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::memory;

namespace {

constexpr std::int64_t kDay = 86'400;

Error error_of(std::string_view csv) {
  const auto reviews = read_review_log(csv);
  return reviews ? Error{} : reviews.error();
}

}  // namespace

TEST_CASE("memory: a log is read in the order of time, however its lines are ordered and ended") {
  const std::vector<Review> expected = {
      {-4, -5, Rating::Again}, {7, 100, Rating::Easy}, {3, 100, Rating::Hard}};
  CHECK(test::value(read_review_log("card,time,rating\r\n7,100,4\r\n3,100,2\r\n-4,-5,1")) ==
        expected);
  CHECK(test::value(read_review_log("card,time,rating\n")).empty());
  CHECK(test::value(read_review_log("card,time,rating")).empty());
}

TEST_CASE("memory: a log that is written is read back") {
  test::for_seeds(100, [](Random& random) {
    std::vector<Review> reviews(random.below(50));
    std::int64_t time = -1000;
    for (Review& review : reviews)
      review = {static_cast<std::int64_t>(random()), time += random.below(kDay),
                static_cast<Rating>(1 + random.below(4))};
    CHECK(test::value(read_review_log(write_review_log(reviews))) == reviews);
  });
}

TEST_CASE("memory: a bad line of a log is named, with what to do") {
  struct Row {
    const char* csv;
    const char* where;
    const char* what;
  };
  const std::string good = "card,time,rating\n1,2,3\n";
  for (const Row& row : {Row{"", "line 1", "this is no review log"},
                         Row{"card,day,rating\n", "line 1", "this is no review log"},
                         Row{"1,2,3\n", "line 1", "this is no review log"}}) {
    CAPTURE(row.csv);
    CHECK(error_of(row.csv).where == row.where);
    CHECK(error_of(row.csv).what == row.what);
  }
  for (const char* line : {"\n1,2,3", "1,2", "1,2,3,4", "1,2,3 ", "a,2,3", "1,2.5,3", "+1,2,3",
                           "99999999999999999999,2,3", "1;2;3"}) {
    CAPTURE(line);
    CHECK(error_of(good + line).where == "line 3");
    CHECK(error_of(good + line).what == "there are no three whole numbers");
  }
  CHECK(error_of(good + "1,1772517600000,3").what == "the time lies beyond the year 9999");
  CHECK(error_of(good + "1,-253402300800,3").what == "the time lies beyond the year 9999");
  CHECK(error_of(good + "1,2,0").what == "the rating is not 1, 2, 3 or 4");
  CHECK(error_of(good + "1,2,5").what == "the rating is not 1, 2, 3 or 4");
  CHECK(error_of(good + "1,2,5").advice.find("1 for Again") != std::string::npos);
}

TEST_CASE("memory: days turn at midnight, before 0 too") {
  CHECK(day_of({0, 0, {}}) == 0);
  CHECK(day_of({0, kDay - 1, {}}) == 0);
  CHECK(day_of({0, kDay, {}}) == 1);
  CHECK(day_of({0, -1, {}}) == -1);
  CHECK(day_of({0, kLastSecond, {}}) == 2'932'896);  // of 31 December 9999
}

TEST_CASE("memory: a log becomes histories, whatever its cards are called") {
  const std::vector<Review> reviews = {{1LL << 60, 10, Rating::Good},
                                       {-1, 20, Rating::Again},
                                       {1LL << 60, 30, Rating::Good},
                                       {-1, 3 * kDay, Rating::Hard}};
  CHECK(card_numbers(reviews) == std::vector<std::uint32_t>{1, 0, 1, 0});
  CHECK(card_numbers(std::vector<Review>{{2, 1, {}}, {0, 2, {}}, {2, 3, {}}}) ==
        std::vector<std::uint32_t>{2, 0, 2});
  const Histories histories = test::value(histories_of(reviews));
  CHECK(histories.cards() == 2);
  REQUIRE(histories.items().size() == 1);
  CHECK(histories.answers()[histories.items()[0].target].days == 3);
}
