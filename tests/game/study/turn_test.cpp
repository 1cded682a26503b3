#include "game/study/turn.h"

#include "tests/support/support.h"

using namespace recto;
using namespace recto::study;
using namespace std::chrono_literals;
using memory::Rating;

namespace {

constexpr Instant kNow{std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)};

Card short_card() {
  Card card;
  card.prompt = "Where was the treaty signed?";
  card.answer = "Tordesillas";
  return card;
}

Turn typed(const std::string& words) {
  Turn turn{.shown_at = kNow};
  reveal(turn, short_card(), Way::Type, words, kNow + 5s, {});
  return turn;
}

std::optional<Rating> suggested(const Turn& turn, Way way = Way::Type) {
  return suggested_rating(turn, short_card(), way, 0.5);
}

}  // namespace

TEST_CASE("F17 study: a hint shows the first letter, then the length, then half") {
  struct Row {
    const char *answer, *first, *length, *half;
  };
  for (const Row& row : {Row{"Portugal", "P…", "P•••••••", "Port••••"},
                         Row{"Alexander VI", "A…", "A•••••••• ••", "Alexan••• ••"},
                         Row{"(São Tomé)", "(S…", "(S•• ••••)", "(São T•••)"},
                         Row{"1494", "1…", "1•••", "14••"}, Row{"7", "", "", ""}}) {
    CAPTURE(row.answer);
    CHECK(hint_text(row.answer, 0).empty());
    CHECK(hint_text(row.answer, 1) == row.first);
    CHECK(hint_text(row.answer, 2) == row.length);
    CHECK(hint_text(row.answer, 3) == row.half);
  }
}

TEST_CASE("F17 study: what a hint was needed for was recalled with effort at best") {
  Turn turn = typed("Tordesillas");
  CHECK(suggested(turn) == Rating::Good);
  turn.hints = 1;
  CHECK(suggested(turn) == Rating::Hard);
  turn = typed("Lisbon");
  turn.hints = 1;
  CHECK(suggested(turn) == Rating::Again);
}

TEST_CASE("G18 study: the learner's word overrides every verdict on what was typed") {
  for (const char* words : {"Tordesillas", "Tordesilas", "Lisbon"}) {
    CAPTURE(words);
    Turn turn = typed(words);
    CHECK(can_decide(turn, Way::Type));
    turn.decision = Decision::DoesNotCount;
    CHECK(verdict_of(turn) == Verdict::Wrong);
    CHECK(suggested(turn) == Rating::Again);
    turn.decision = Decision::CountsFromNowOn;
    CHECK(verdict_of(turn) == Verdict::Right);
    CHECK(suggested(turn) == Rating::Good);
  }
  CHECK_FALSE(can_decide(typed(""), Way::Type));
  CHECK_FALSE(can_decide(Turn{}, Way::Type));
}

TEST_CASE("F20 study: almost suggests nothing until it is decided") {
  Turn turn = typed("Tordesillas");
  turn.graded->verdict = Verdict::Almost;
  turn.hints = 1;
  CHECK_FALSE(suggested(turn));
  turn.decision = Decision::Counts;
  CHECK(suggested(turn) == Rating::Hard);
}

TEST_CASE("study: an answer that is shown stays as it was given") {
  Turn turn = typed("Lisbon");
  reveal(turn, short_card(), Way::Type, "Tordesillas", kNow + 9s, {});
  choose(turn, 1, true, kNow + 9s);
  CHECK(turn == typed("Lisbon"));
}
