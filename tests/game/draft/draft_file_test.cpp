#include "game/draft/draft_file.h"

#include "tests/game/draft/samples.h"
#include "tests/support/support.h"

using namespace recto;
using draft::Draft;

TEST_CASE("F14 draft: what waits is read back as it was left") {
  Draft draft(test::treaty_proposal());
  test::value(draft.turn(0));
  test::value(draft.turn(2));
  test::value(draft.accept(3, "wrong"));
  draft.set_threshold(0.6);
  const Draft read = test::value(draft::read_draft(draft::write_draft(draft)));
  CHECK(read.head() == draft.head());
  CHECK(read.threshold() == draft.threshold());
  CHECK(read.figures() == draft.figures());
  CHECK(read.to_deck() == draft.to_deck());
  CHECK_FALSE(read.can_undo());
  CHECK(draft::write_draft(read) ==
        draft::write_draft(test::value(draft::read_draft(draft::write_draft(read)))));
}

TEST_CASE("draft: what is no draft is refused in words") {
  for (
      const char* bytes :
      {"", "nonsense", "[]", R"({"format":"recto-deck"})", R"({"format":"recto-draft"})",
       R"({"format":"recto-draft","version":1})",
       R"({"format":"recto-draft","version":1,"deck":{},"entries":[]})",
       R"({"format":"recto-draft","version":1,"deck":{"format":"recto-deck","version":1,"id":"d","title":"t"},"entries":[7]})"}) {
    CAPTURE(bytes);
    const auto read = draft::read_draft(bytes);
    REQUIRE_FALSE(read);
    CHECK_FALSE(read.error().what.empty());
  }
  const auto newer = draft::read_draft(R"({"format":"recto-draft","version":2})");
  REQUIRE_FALSE(newer);
  CHECK(newer.error().kind == Error::Kind::Unsupported);
}
