#include <regex>

#include "content/files/files.h"
#include "tests/quality/key.h"
#include "tests/quality/round.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

constexpr std::size_t kAnySize = std::size_t{1} << 20U;

/// A sheet of the sample decks and its key in a folder.
struct Kit {
  test::TemporaryFolder folder;
  std::string sheet = (folder.path() / "sheet.tsv").string();
  std::string key = (folder.path() / "key.json").string();

  Kit() {
    const std::string content = (test::project_folder() / "content").string();
    const test::Run run =
        test::run("quality", {"sheet", content + "/decks/marie-curie.deck.json",
                              content + "/decks/saint-helena.deck.json", "--articles",
                              content + "/articles", "--facts", content + "/articles", "--seed",
                              "11", "--cards", "12", "--cap", "8", "-o", sheet, "--key", key});
    INFO(run.err);
    REQUIRE(run.exit == 0);
  }

  [[nodiscard]] std::string fill(const std::string& name, const std::string& row) const {
    quality::Round round{test::value(read_file(sheet, kAnySize)),
                         test::value(quality::read_key(test::value(read_file(key, kAnySize))))};
    const std::string path = (folder.path() / name).string();
    test::value(
        write_file(path, test::filled(round, [&](const quality::KeyCard&) { return row; })));
    return path;
  }
};

}  // namespace

TEST_CASE("quality: a round at the command line, from decks to scores") {
  const Kit kit;
  const std::string one = kit.fill("one.tsv", "ok\tyes\tf01\t");
  const std::string two = kit.fill("two.tsv", "R4\tno\t-\tnot in the article");
  const test::Run run = test::run("quality", {"score", kit.key, one, two});
  CHECK(run.exit == 0);
  CHECK(run.err.empty());
  for (const char* part :
       {"12 cards of 2 decks, 2 judges", "0 of 12; mean of the judges 50.0 %", "errors (R4): 12",
        "not in the article", "coverage, first 20", "redundancy", "spread", "kappa 0.00",
        "12 cards disputed", "cards/1,000", "quality ", "by rule"}) {
    CAPTURE(part);
    CHECK(run.out.find(part) != std::string::npos);
  }
  CHECK(test::run("quality", {"score", kit.key, one, two}).out == run.out);
}

TEST_CASE("quality: bad input ends with one sentence that names file and line") {
  const Kit kit;
  const std::string bad = kit.fill("bad.tsv", "perfect\tyes\tf01\t");
  const test::Run run = test::run("quality", {"score", kit.key, bad});
  CHECK(run.exit == 1);
  CHECK(run.out.empty());
  CHECK(std::regex_match(
      run.err, std::regex("quality: .*bad.tsv, line [0-9]+: the verdict \"perfect\" is none of ok "
                          "and R1 to R8\n")));
  CHECK(test::run("quality", {"score", kit.sheet, bad}).exit == 1);
  CHECK(test::run("quality", {"score", kit.key, "/nowhere.tsv"}).exit == 1);
  CHECK(test::run("quality", {"score"}).exit == 2);
}
