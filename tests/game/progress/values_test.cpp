// The log's packing, the rules' text and the replay: log_row, rules_text, replay.
#include "game/progress/log_row.h"
#include "game/progress/replay.h"
#include "game/progress/rules_text.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Phase;
using memory::Rating;
using progress::Decision;
using progress::LogRow;
using progress::RuleBook;
using progress::Rules;

namespace {

LogRow row_of(Rating rating, bool taken_back, Instant at = test::kStart) {
  LogRow row;
  row.at = at;
  row.rating = rating;
  row.taken_back = taken_back;
  row.rules = 1;
  return row;
}

}  // namespace

TEST_CASE("progress: what is packed is unpacked, and takes at most three bytes") {
  for (const Rating rating : {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy})
    for (const Phase phase : {Phase::New, Phase::Learning, Phase::Review, Phase::Relearning})
      for (const bool taken_back : {false, true})
        for (const auto took : {0ms, 10ms, 4210ms, 599'990ms, 600'000ms}) {
          LogRow row = row_of(rating, taken_back);
          row.phase = phase;
          row.took = took;
          const std::int64_t packed = progress::pack_answer(row);
          CHECK(packed < 1 << 23);
          LogRow back = row_of(Rating::Again, false);
          test::value(progress::unpack_answer(packed, back));
          CHECK(back == row);
        }
}

TEST_CASE("progress: times outside their range are clamped, numbers outside it refused") {
  struct Row {
    std::chrono::milliseconds took, stored;
  };
  for (const Row& row : {Row{-5ms, 0ms}, Row{9ms, 0ms}, Row{1234ms, 1230ms}, Row{1h, 600s}}) {
    LogRow answer = row_of(Rating::Good, false);
    answer.took = row.took;
    LogRow back = answer;
    test::value(progress::unpack_answer(progress::pack_answer(answer), back));
    CHECK(back.took == row.stored);
  }
  LogRow row;
  CHECK_FALSE(progress::unpack_answer(-1, row));
  CHECK_FALSE(progress::unpack_answer(std::int64_t{1} << 40, row));
}

TEST_CASE("progress: taking back removes the last answer that counts") {
  const LogRow good = row_of(Rating::Good, false);
  const LogRow hard = row_of(Rating::Hard, false);
  const LogRow no_hard = row_of(Rating::Hard, true);
  const LogRow no_good = row_of(Rating::Good, true);
  CHECK(test::value(progress::counted({good, hard, no_hard})) == std::vector<LogRow>{good});
  CHECK(test::value(progress::counted({good, hard, no_hard, no_good, hard})) ==
        std::vector<LogRow>{hard});
  CHECK_FALSE(progress::counted({no_good}));
  CHECK_FALSE(progress::counted({good, no_hard}));
  LogRow suspended = row_of(Rating::Good, false);
  suspended.decision = Decision{study::Changed::Kind::Suspend, 1};
  LogRow no_suspended = suspended;
  no_suspended.taken_back = true;
  CHECK(test::value(progress::counted({good, suspended, no_suspended, no_good})).empty());
  CHECK_FALSE(progress::counted({good, suspended, no_good}));
}

TEST_CASE("progress: rules are read back exactly") {
  test::for_seeds(50, [](Random& random) {
    Rules rules;
    for (double& parameter : rules.scheduling.parameters)
      parameter = random.unit() * 10;
    rules.scheduling.desired_retention = random.unit();
    rules.scheduling.maximum_interval = 1 + static_cast<int>(random.below(36500));
    rules.scheduling.learning_steps.assign(random.below(4), std::chrono::minutes(random.below(99)));
    rules.scheduling.relearning_steps.assign(random.below(4), 7min);
    rules.scheduling.fuzz = random.below(2) == 0;
    rules.scheduling.short_term = random.below(2) == 0;
    rules.day.utc_offset = std::chrono::minutes(static_cast<int>(random.below(1440)) - 720);
    rules.day.starts = std::chrono::minutes(random.below(1440));
    const std::string text = progress::write_rules(rules);
    CHECK(test::value(progress::read_rules(text)) == rules);
    CHECK(progress::write_rules(test::value(progress::read_rules(text))) == text);
  });
  for (const char* bad : {"", "{}", "[1]", "{\"parameters\":[1,2]}", "nonsense"})
    CHECK_FALSE(progress::read_rules(bad));
}

TEST_CASE("progress: a replay names rules that are missing") {
  RuleBook book;
  CHECK_FALSE(progress::replay({"f"}, {row_of(Rating::Good, false)}, book));
  test::value(book.add(1, {}));
  CHECK(progress::replay({"f"}, {row_of(Rating::Good, false)}, book));
  Rules impossible;
  impossible.scheduling.desired_retention = 2.0;
  CHECK_FALSE(book.add(2, impossible));
}

TEST_CASE("progress: memories are alike up to rounding") {
  progress::Memory memory;
  memory.state.stability = 12.5;
  memory.state.difficulty = 5.0;
  progress::Memory other = memory;
  CHECK(progress::alike(memory, other));
  other.state.stability = 12.5 * (1 + 1e-9);
  CHECK(progress::alike(memory, other));
  other.state.stability = 12.5 * (1 + 1e-6);
  CHECK_FALSE(progress::alike(memory, other));
  other = memory;
  other.state.due += 1ms;
  CHECK_FALSE(progress::alike(memory, other));
  other = memory;
  other.standing.suspended = true;
  CHECK_FALSE(progress::alike(memory, other));
}

TEST_CASE("F17 progress: decisions that make no sense are refused, not carried out") {
  using Kind = study::Changed::Kind;
  progress::Memory learned;
  learned.state.phase = Phase::Review;
  for (const Decision& bad :
       {Decision{Kind::Bury, std::int64_t{1} << 40}, Decision{Kind::Suspend, 2},
        Decision{Kind::Flag, 4}, Decision{Kind::Flag, -1}, Decision{Kind::Forget, 1},
        Decision{Kind::SetDue, {}}, Decision{static_cast<Kind>(5), {}}}) {
    CAPTURE(static_cast<int>(bad.kind));
    CHECK_FALSE(progress::apply(bad, learned));
  }
  CHECK(progress::apply({Kind::SetDue, 5}, learned));
  CHECK_FALSE(progress::apply({Kind::SetDue, 5}, {}));
}
