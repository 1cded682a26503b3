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
  const Verdicts verdicts =
      test::value(Verdicts::read("article\tkind\tprompt\tanswer\tshare\n"
                                 "kew\tshort\tWhen did Kew open?\t1759\t0.5\tone of "
                                 "two\n\nkew\tcloze\tKew opened in ____.\t1759\t1\n"));
  CHECK(verdicts.size() == 2);
  const Card card = card_of(CardKind::Short, "When did Kew open?", "1759");
  CHECK(verdicts.of("kew", card) == 0.5F);
  CHECK_FALSE(verdicts.of("bath", card));
  CHECK_FALSE(verdicts.of("kew", card_of(CardKind::Choice, "When did Kew open?", "1759")));
  CHECK_FALSE(verdicts.of("kew", card_of(CardKind::Short, "When did Kew open?", "1760")));
}

TEST_CASE("train-ranking: a line without a share is named") {
  for (const char* line : {"kew\tshort\ta\tb", "kew\tshort\ta\tb\tok", "kew\tshort\ta\tb\t1.5",
                           "kew\tshort\ta\tb\tnan", "kew\tshort\ta\tb\t0.5x"}) {
    CAPTURE(line);
    const auto read = Verdicts::read("kew\tshort\tx\ty\t1\n" + std::string(line) + "\n");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().where == "line 2");
  }
}

}  // namespace recto::train
