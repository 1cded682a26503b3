#include "game/recto/grade_verb.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "content/files/files.h"
#include "tests/support/support.h"

using namespace recto;

namespace {

std::string table(const char* name) {
  return (test::project_folder() / "tests" / "data" / "grading" / name).string();
}

test::Run grade(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  test::Run run;
  run.exit = app::run_grade_verb(arguments, out, err);
  run.out = out.str();
  run.err = err.str();
  return run;
}

}  // namespace

TEST_CASE("grade: a table is tried, with a summary by rule") {
  const test::Run run = grade({"--cases", table("rules.tsv")});
  CHECK(run.exit == 0);
  CHECK(run.out.empty());
  CHECK(run.err.find("G18: 5 of 5\n") != std::string::npos);
  CHECK(run.err.find("187 of 187 cases agree\n") != std::string::npos);
  CHECK(grade({"-q", "--cases", table("rules.tsv")}).err.empty());
}

TEST_CASE("X2 grade: --json gives a line for each case, in the table's order") {
  const test::Run run = grade({"--json", "--cases", table("rules.tsv")});
  CHECK(run.exit == 0);
  CHECK(run.out.starts_with("{\"id\":\"g001\",\"verdict\":\"right\",\"rule\":\"G1\"}\n"));
  CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 187);
}

TEST_CASE("grade: what the table has otherwise is listed") {
  const test::TemporaryFolder folder;
  const std::string cases =
      "id\trule\tlang\tprompt\tkey\taccept\trivals\tsettings\ttyped\tverdict\n"
      "x1\t-\ten\tWhich city?\tParis\t\t\t\tRome\tright\n";
  const std::string file = (folder.path() / "cases.tsv").string();
  test::value(write_file(file, cases));
  const test::Run run = grade({"--cases", file});
  CHECK(run.exit == 0);
  CHECK(run.out == "x1\t-\tParis\tRome\tright\twrong\t-\n");
  CHECK(run.err.find("0 of 1 cases agree") != std::string::npos);
}

TEST_CASE("X3 grade: bad tables and bad usage are told apart") {
  const test::TemporaryFolder folder;
  const std::string file = (folder.path() / "cases.tsv").string();
  test::value(write_file(file, "a,b\n"));
  const test::Run bad = grade({"--json", "--cases", file});
  CHECK(bad.exit == 1);
  const auto error = nlohmann::json::parse(bad.out);
  CHECK(error["input"] == file + ", line 1");
  CHECK(!error["hint"].get<std::string>().empty());
  CHECK(grade({"--cases", "/nowhere.tsv"}).exit == 1);
  CHECK(grade({}).exit == 2);
  CHECK(grade({"--help"}).exit == 0);
}
