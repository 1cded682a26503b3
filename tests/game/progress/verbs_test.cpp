#include "game/progress/verbs.h"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "game/progress/backups.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using memory::Rating;
using nlohmann::json;

namespace {

struct Run {
  int exit = -1;
  std::string out;
  std::string err;
};

Run run(const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  const int exit = progress::run_progress_verb(words, out, err);
  return {exit, out.str(), err.str()};
}

/// A profile with five facts, one answer and one answer taken back.
std::string make_profile(const std::filesystem::path& folder) {
  auto store = test::value(progress::open_profile(folder));
  test::value(store.add(test::sample_deck("bridges", 5), test::kStart));
  test::answer(store, {"bridges"}, 0, Rating::Good, test::kStart);
  const auto gone = test::answer(store, {"bridges"}, 1, Rating::Easy, test::kStart + 1min);
  test::value(store.take_back(gone, test::kStart + 2min));
  return folder.string();
}

/// Sets a variable of the environment while it lives.
class Environment {
 public:
  Environment(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    set(value);
  }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() { set(old_ ? old_->c_str() : nullptr); }

 private:
  void set(const char* value) const {
    if (value == nullptr) {
      ::unsetenv(name_);
    } else {
      ::setenv(name_, value, 1);
    }
  }
  const char* name_;
  std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("progress: the default profile follows the XDG base directories") {
  struct Row {
    const char* data;
    const char* home;
    const char* expected;
  };
  for (const Row& row : {Row{"/data", "/home/ada", "/data/recto"},
                         Row{nullptr, "/home/ada", "/home/ada/.local/share/recto"},
                         Row{"", "/home/ada", "/home/ada/.local/share/recto"},
                         Row{"relative", "/home/ada", "/home/ada/.local/share/recto"}}) {
    const Environment data("XDG_DATA_HOME", row.data);
    const Environment home("HOME", row.home);
    CHECK(test::value(progress::default_profile()) == row.expected);
  }
  const Environment data("XDG_DATA_HOME", nullptr);
  const Environment home("HOME", nullptr);
  CHECK(progress::default_profile().error().kind == Error::Kind::NotFound);
}

TEST_CASE("progress: a profile's folder is made with the database in it") {
  const test::TemporaryFolder folder;
  test::value(progress::open_profile(folder.path() / "a" / "b"));
  CHECK(std::filesystem::exists(folder.path() / "a" / "b" / progress::kDatabaseName));
  std::ofstream(folder.path() / "file") << "x";
  CHECK_FALSE(progress::open_profile(folder.path() / "file" / "b"));
}

TEST_CASE("X2 progress: stats and check speak to people and to machines") {
  const test::TemporaryFolder folder;
  const std::string profile = make_profile(folder.path() / "profile");
  const Run stats = run({"stats", "--profile", profile, "--json"});
  CHECK(stats.exit == 0);
  CHECK(stats.err.empty());
  const json figures = json::parse(stats.out);
  CHECK(figures["reviews"] == 1);
  CHECK(figures["taken_back"] == 1);
  CHECK(figures["ratings"]["good"] == 1);
  CHECK(run({"stats", "--profile", profile}).out.find("facts                    5\n") !=
        std::string::npos);
  CHECK(run({"--json", "--profile", profile, "stats"}).out == stats.out);
  const Run check = run({"check", "--profile", profile});
  CHECK(check.exit == 0);
  CHECK(check.out.empty());
  CHECK(check.err == "5 facts, 3 log entries: all is well\n");
  CHECK(run({"check", "--profile", profile, "-q"}).err.empty());
  CHECK(json::parse(run({"check", "--profile", profile, "--json"}).out)["faults"].empty());
}

TEST_CASE("X3 progress: check exits with 1 and a line for each fault") {
  const test::TemporaryFolder folder;
  const std::string profile = make_profile(folder.path());
  test::run_sql(folder.path() / progress::kDatabaseName,
                "UPDATE facts SET lapses = 3 WHERE id = 1");
  const Run check = run({"check", "--profile", profile});
  CHECK(check.exit == 1);
  CHECK(check.out == "fact fact/f0 of deck bridges: its state is not what its log leads to\n");
  CHECK(json::parse(run({"check", "--profile", profile, "--json"}).out)["faults"].size() == 1);
}

TEST_CASE("F32 progress: backup, then restore, by verb") {
  const test::TemporaryFolder folder;
  const std::string profile = make_profile(folder.path() / "profile");
  const std::string copy = (folder.path() / "backup.sqlite").string();
  const Run backup = run({"backup", copy, "--profile", profile});
  CHECK(backup.exit == 0);
  CHECK(backup.out.empty());
  CHECK(backup.err == "backup written to " + copy + "\n");
  const std::string other = (folder.path() / "other").string();
  CHECK(run({"restore", copy, "--profile", other}).err == "restored " + copy + "\n");
  CHECK(run({"stats", "--profile", other, "--json"}).out ==
        run({"stats", "--profile", profile, "--json"}).out);
  const Run again = run({"restore", copy, "--profile", other, "--json"});
  CHECK(json::parse(again.out)["kept"] == other + "/progress.sqlite.before-restore-1");
}

TEST_CASE("X1 progress: export goes to standard output or to a file") {
  const test::TemporaryFolder folder;
  const std::string profile = make_profile(folder.path() / "profile");
  const std::string file = (folder.path() / "all.json").string();
  const Run shown = run({"export", "--profile", profile});
  CHECK(json::parse(shown.out)["facts"].size() == 5);
  CHECK(run({"export", "--profile", profile, "-o", file}).out.empty());
  CHECK(test::bytes_of(file) == shown.out);
}

TEST_CASE("X3 progress: errors are one sentence with what to do, exit 1") {
  const test::TemporaryFolder folder;
  const std::string missing = (folder.path() / "missing").string();
  const Run run_on_missing = run({"stats", "--profile", missing});
  CHECK(run_on_missing.exit == 1);
  CHECK(run_on_missing.out.empty());
  CHECK(run_on_missing.err == "recto: " + missing +
                                  "/progress.sqlite: there is no progress yet; name the profile's "
                                  "folder with --profile\n");
  CHECK_FALSE(std::filesystem::exists(missing));
  const json told = json::parse(run({"check", "--profile", missing, "--json"}).out);
  CHECK(told["input"] == missing + "/progress.sqlite");
  CHECK(told["error"] == "there is no progress yet");
  CHECK_FALSE(told["hint"].get<std::string>().empty());
  CHECK(run({"restore", missing, "--profile", missing}).exit == 1);
}

TEST_CASE("F32 progress: restore without a file lists the backups") {
  const test::TemporaryFolder folder;
  const std::string profile = make_profile(folder.path());
  const Run none = run({"restore", "--profile", profile});
  CHECK(none.out.empty());
  CHECK(none.err.find("no backup was made yet") != std::string::npos);
  const auto made = test::value(progress::back_up_by_itself(folder.path() / progress::kDatabaseName,
                                                            test::kStart, progress::Occasion::Day));
  CHECK(run({"restore", "--profile", profile}).out ==
        "2026-03-03 10:00:00 UTC  1 decks, 9 cards, 3 log entries  " + made->string() + "\n");
  const json list = json::parse(run({"restore", "--profile", profile, "--json"}).out)["backups"];
  REQUIRE(list.size() == 1);
  CHECK(list[0]["backup"] == made->string());
  CHECK(run({"restore", made->string(), "--profile", profile}).exit == 0);
}

TEST_CASE("progress: repair mends what check complains about") {
  const test::TemporaryFolder folder;
  const std::string profile = make_profile(folder.path());
  test::run_sql(folder.path() / progress::kDatabaseName,
                "UPDATE facts SET lapses = 3 WHERE id = 1");
  CHECK(run({"check", "--profile", profile}).exit == 1);
  const json repaired = json::parse(run({"repair", "--profile", profile, "--json"}).out);
  CHECK(repaired["lost"].empty());
  CHECK(repaired["reviews"] == 1);
  CHECK(std::filesystem::exists(repaired["kept"].get<std::string>()));
  CHECK(run({"check", "--profile", profile}).exit == 0);
}

TEST_CASE("progress: the answers that count leave as CSV") {
  const test::TemporaryFolder folder;
  const std::string profile = make_profile(folder.path());
  // 3 March 2026, 10:00 UTC, less the four hours after midnight at which the day turns.
  CHECK(run({"export", "--csv", "--profile", profile}).out == "card,time,rating\n1,1772517600,3\n");
}

TEST_CASE("X3 progress: wrong usage is exit 2, help is exit 0") {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{},
                                             {"burn"},
                                             {"backup"},
                                             {"stats", "--burn"},
                                             {"stats", "extra"},
                                             {"repair", "extra"}}) {
    const Run wrong = run(words);
    CHECK(wrong.exit == 2);
    CHECK(wrong.out.empty());
    CHECK(wrong.err.starts_with("recto: progress: "));
    CHECK(std::count(wrong.err.begin(), wrong.err.end(), '\n') == 1);
  }
  const Run help = run({"--help"});
  CHECK(help.exit == 0);
  CHECK(help.out.find("recto progress backup") != std::string::npos);
  CHECK(run({"backup", "--help"}).exit == 0);
}
