#include "game/recto/draft_box.h"

#include <fstream>

#include "tests/game/draft/samples.h"
#include "tests/support/support.h"

using namespace recto;
using app::DraftBox;

TEST_CASE("F14 import: drafts lie in a folder of their own, whatever their decks are called") {
  const test::TemporaryFolder folder;
  const DraftBox box(folder.path() / "profile" / "drafts");
  CHECK(box.ids().empty());
  const draft::Draft draft(test::treaty_proposal());
  test::value(box.store("b", draft));
  test::value(box.store("../../a/b", draft));
  CHECK(box.ids().size() == 2);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "a"));
  for (const std::string& id : box.ids())
    CHECK(test::value(box.load(id)).figures() == draft.figures());
  box.remove("b");
  CHECK(box.ids().size() == 1);
  CHECK(box.load("b").error().kind == Error::Kind::NotFound);
}

TEST_CASE("import: without a folder nothing is kept, and a damaged draft is named") {
  const draft::Draft draft(test::treaty_proposal());
  const DraftBox none;
  test::value(none.store("a", draft));
  CHECK(none.ids().empty());
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "a.draft.json") << "{";
  const auto loaded = DraftBox(folder.path()).load("a");
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().where == (folder.path() / "a.draft.json").string());
}
