#include "content/words/number.h"

#include <string>

#include "tests/support/support.h"

using namespace recto;

namespace {

Number number(std::int64_t mantissa, int exponent = 0, std::int64_t divisor = 1) {
  const auto made = make_number(mantissa, exponent, divisor);
  REQUIRE(made.has_value());
  return *made;
}

}  // namespace

TEST_CASE("words: equal numbers are equal members") {
  CHECK(number(1000) == number(1, 3));
  CHECK(number(50, -2) == number(5, -1));
  CHECK(number(1, 0, 2) == number(5, -1));
  CHECK(number(3, 0, 4) == number(75, -2));
  CHECK(number(2, 0, 6) == number(1, 0, 3));
  CHECK(number(1, 0, 6) == number(5, -1, 3));
  CHECK(number(-1, 0, -3) == number(1, 0, 3));
  CHECK(number(0, 7, 9) == Number{});
  CHECK(number(30, 0, 3) == number(10));
  CHECK(number(1, 0, 3) != number(333'333, -6));
}

TEST_CASE("words: arithmetic is exact, and says when it cannot be") {
  CHECK(sum(number(1, -1), number(2, -1)) == number(3, -1));
  CHECK(sum(number(1, 0, 3), number(2, 0, 3)) == number(1));
  CHECK(sum(number(5), number(11, 0, 12)) == number(71, 0, 12));
  CHECK(product(number(5, 0, 9), number(9, 0, 5)) == number(1));
  CHECK(product(number(1'609'344, -6), number(1, 3)) == number(1'609'344, -3));
  CHECK(quotient(number(1), number(36, -1)) == number(5, 0, 18));
  CHECK(product(number(0), number(7, 0, 3)) == Number{});
  CHECK(!quotient(number(1), number(0)));
  CHECK(!make_number(1, 0, 0));
  CHECK(!make_number(1, 61));
  CHECK(!product(number(1, 40), number(1, 40)));
  CHECK(!product(number(999'999'999'999'999'999), number(999'999'999'999'999'999)));
  CHECK(!sum(number(1, 60), number(1, -60)));
}

TEST_CASE("words: numbers have an order") {
  CHECK(compare(number(1, 0, 3), number(33, -2)) == std::weak_ordering::greater);
  CHECK(compare(number(-5), number(5)) == std::weak_ordering::less);
  CHECK(compare(number(10, -1), number(1)) == std::weak_ordering::equivalent);
  CHECK(compare(number(1, 60), number(1, -60)) == std::weak_ordering::greater);
  CHECK(compare(number(-1, 60), number(1, -60)) == std::weak_ordering::less);
}

TEST_CASE("words: rounding goes to the nearest step, halves away from zero") {
  CHECK(rounded(number(3'412'000), 5) == number(34, 5));
  CHECK(rounded(number(3'450'000), 5) == number(35, 5));
  CHECK(rounded(number(-3'450'000), 5) == number(-35, 5));
  CHECK(rounded(number(3'449'999), 5) == number(34, 5));
  CHECK(rounded(number(2, 0, 3), -2) == number(67, -2));
  CHECK(rounded(number(1, 0, 3), 0) == number(0));
  CHECK(rounded(number(7), -3) == number(7));
  CHECK(rounded(number(7), 60) == number(0));
}

TEST_CASE("words: numbers are written in the style wanted") {
  struct Row {
    Number number;
    NumberStyle style;
    std::string text;
    std::string language = "en";
  };
  for (const Row& row : {
           Row{number(0), NumberStyle::Digits, "0"},
           Row{number(999), NumberStyle::Digits, "999"},
           Row{number(1234), NumberStyle::Digits, "1,234"},
           Row{number(1'234'567), NumberStyle::Digits, "1,234,567"},
           Row{number(-12'345, -1), NumberStyle::Digits, "-1,234.5"},
           Row{number(5, -3), NumberStyle::Digits, "0.005"},
           Row{number(12'345, -1), NumberStyle::Digits, "1.234,5", "de"},
           Row{number(1, 6), NumberStyle::Digits, "1.000.000", "pt-BR"},
           Row{number(1, 0, 3), NumberStyle::Digits, "1/3"},
           Row{number(1, 0, 6), NumberStyle::Digits, "1/6"},
           Row{number(-20, 0, 3), NumberStyle::Digits, "-20/3"},
           Row{number(0), NumberStyle::Words, "zero"},
           Row{number(13), NumberStyle::Words, "thirteen"},
           Row{number(21), NumberStyle::Words, "twenty-one"},
           Row{number(100), NumberStyle::Words, "one hundred"},
           Row{number(655), NumberStyle::Words, "six hundred and fifty-five"},
           Row{number(1'001), NumberStyle::Words, "one thousand and one"},
           Row{number(1'655), NumberStyle::Words, "one thousand six hundred and fifty-five"},
           Row{number(-40), NumberStyle::Words, "minus forty"},
           Row{number(2'000'019), NumberStyle::Words, "two million and nineteen"},
           Row{number(5, -1), NumberStyle::Words, "0.5"},
           Row{number(1, 15), NumberStyle::Words, "1,000,000,000,000,000"},
           Row{number(1), NumberStyle::Ordinal, "1st"},
           Row{number(2), NumberStyle::Ordinal, "2nd"},
           Row{number(11), NumberStyle::Ordinal, "11th"},
           Row{number(112), NumberStyle::Ordinal, "112th"},
           Row{number(1'023), NumberStyle::Ordinal, "1,023rd"},
           Row{number(-3), NumberStyle::Ordinal, "-3"},
           Row{number(32, 8), NumberStyle::Scaled, "3.2 billion"},
           Row{number(1, 6), NumberStyle::Scaled, "1 million"},
           Row{number(-15, 5), NumberStyle::Scaled, "-1.5 million"},
           Row{number(1'234'567), NumberStyle::Scaled, "1,234,567"},
           Row{number(999'999), NumberStyle::Scaled, "999,999"},
           Row{number(32, 11), NumberStyle::Scaled, "3,2 trillion", "de"},
       }) {
    CAPTURE(row.text);
    CHECK(write_number(row.number, row.style, row.language) == row.text);
  }
}

TEST_CASE("words: numbers keep the laws of arithmetic") {
  test::for_seeds(500, [](Random& random) {
    const auto draw = [&] {
      return number(static_cast<std::int64_t>(random.below(20'001)) - 10'000,
                    static_cast<int>(random.below(9)) - 4,
                    static_cast<std::int64_t>(random.below(40)) + 1);
    };
    const Number a = draw();
    const Number b = draw();
    CHECK(sum(a, b) == sum(b, a));
    CHECK(sum(*sum(a, b), negated(b)) == a);
    CHECK(product(a, b) == product(b, a));
    if (b.mantissa != 0) CHECK(product(*quotient(a, b), b) == a);
    CHECK((compare(a, b) == std::weak_ordering::less) == (to_double(a) < to_double(b)));
  });
}
