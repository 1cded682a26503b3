#include "tools/train-ranking/verdicts.h"

#include "tests/support/support.h"

namespace recto::train {
namespace {

Card card_of(CardKind kind, std::string prompt, std::string answer) {
  Card card;
  card.kind = kind;
  card.prompt = std::move(prompt);
  card.answer = std::move(answer);
  return card;
}

}  // namespace

TEST_CASE("train-ranking: a verdict belongs to an article's card of these words") {
  const Card card = card_of(CardKind::Short, "When did Kew open?", "1759");
  const Card gap = card_of(CardKind::Cloze, "Kew opened in ____.", "1759");
  const Verdicts verdicts =
      test::value(Verdicts::read("article\tcard\tshare\tweight\nkew\t" + key_of(card) +
                                 "\t0.5\t2\tone of two\n\nkew\t" + key_of(gap) + "\t1\t1\n"));
  CHECK(verdicts.size() == 2);
  REQUIRE(verdicts.of("kew", card));
  CHECK(verdicts.of("kew", card)->share == 0.5F);
  CHECK(verdicts.of("kew", card)->weight == 2.0F);
  REQUIRE(verdicts.of("kew", gap));
  CHECK(verdicts.of("kew", gap)->share == 1.0F);
  CHECK_FALSE(verdicts.of("bath", card));
  CHECK_FALSE(verdicts.of("kew", card_of(CardKind::Choice, "When did Kew open?", "1759")));
  CHECK_FALSE(verdicts.of("kew", card_of(CardKind::Short, "When did Kew open?", "1760")));
}

TEST_CASE("train-ranking: a line without a share is named") {
  for (const char* line : {"kew\ta", "kew\ta\t1", "kew\ta\tok\t1", "kew\ta\t1.5\t1",
                           "kew\ta\tnan\t1", "kew\ta\t0.5x\t1", "kew\ta\t0.5\t0"}) {
    CAPTURE(line);
    const auto read = Verdicts::read("kew\tx\t1\t1\n" + std::string(line) + "\n");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().where == "line 2");
  }
}

}  // namespace recto::train
