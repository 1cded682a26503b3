#include "game/screens/decks/date_words.h"

#include "tests/support/support.h"

using namespace recto;
using screens::read_date;

TEST_CASE("F25 decks: a day is read as a person writes it") {
  constexpr study::Day kToday = 20783;  // Thursday, 26 November 2026
  struct Row {
    const char* text;
    study::Day ahead;
  };
  for (const Row& row :
       {Row{"3 December", 7}, Row{"December 3", 7}, Row{"3 dec 2026", 7}, Row{"Dec. 3rd, 2026", 0},
        Row{"2026-12-03", 7}, Row{"3.12.2026", 7}, Row{" 3.12. ", 7}, Row{"tomorrow", 1},
        Row{"Friday", 1}, Row{"thu", 7}, Row{"wednesday", 6}, Row{"in 10 days", 10},
        Row{"10 days", 10}, Row{"1 day", 1}, Row{"in 2 weeks", 14}, Row{"1 January", 36},
        Row{"26 November", 365}, Row{"29 February", 460}}) {
    CAPTURE(row.text);
    if (row.ahead == 0)
      CHECK_FALSE(read_date(row.text, kToday));
    else
      CHECK(read_date(row.text, kToday) == kToday + row.ahead);
  }
}

TEST_CASE("F25 decks: what is no day to come is none") {
  for (const char* text :
       {"", "soon", "today", "2026-11-26", "2026-11-25", "31 February", "2026-13-01", "3",
        "in days", "in 99999 days", "0 days", "-3 days ago", "3 Dezember",
        "99999999999999999999 days", "2199-01-01", "3/12", "1 2 3 4"}) {
    CAPTURE(text);
    CHECK_FALSE(read_date(text, 20783));
  }
}

TEST_CASE("decks: any bytes are a day or none") {
  test::for_seeds(300, [](Random& random) {
    std::string text;
    for (std::uint64_t i = random.below(20); i > 0; --i)
      text += static_cast<char>(random.below(256));
    const auto day = read_date(text, 20783);
    CHECK((!day || *day > 20783));
  });
}
