#include <fstream>

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using progress::KeptQuiz;
using progress::Store;

namespace {

KeptQuiz quiz(const std::string& key, Instant at) {
  return {0, key, at, "Tambora", 28, 15};
}

}  // namespace

TEST_CASE("L18 progress: results stay until they are deleted, the newest first") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "progress.sqlite";
  {
    Store store = test::value(Store::open(file));
    test::value(store.keep_quiz(quiz("a", test::kStart), R"({"players":["Ada"]})"));
    test::value(store.keep_quiz(quiz("b", test::kStart + 1h), "{}"));
  }
  Store store = test::value(Store::open(file));
  const auto kept = test::value(store.quizzes());
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].key == "b");
  CHECK(kept[1].players == 28);
  CHECK(test::value(store.quiz_body(kept[1].id)) == R"({"players":["Ada"]})");
  test::value(store.forget_quiz(kept[1].id));
  CHECK(test::value(store.quizzes()).size() == 1);
  CHECK_FALSE(store.quiz_body(kept[1].id));
  CHECK(store.forget_quiz(kept[1].id).error().kind == Error::Kind::NotFound);
}

TEST_CASE("L18 progress: a quiz that is kept again replaces what was kept, at its first time") {
  const test::TemporaryFolder folder;
  Store store = test::value(Store::open(folder.path() / "progress.sqlite"));
  test::value(store.keep_quiz(quiz("a", test::kStart), "{}"));
  KeptQuiz later = quiz("a", test::kStart + 1h);
  later.players = 29;
  test::value(store.keep_quiz(later, R"({"n":2})"));
  const auto kept = test::value(store.quizzes());
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].players == 29);
  CHECK(kept[0].at == test::kStart);
  CHECK(test::value(store.quiz_body(kept[0].id)) == R"({"n":2})");
  CHECK(store.keep_quiz(quiz("c", test::kStart), "no json").error().kind == Error::Kind::BadInput);
}

TEST_CASE("L18 progress: nothing of a deleted result is left in the file") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "progress.sqlite";
  const std::string secret = "Wolfeschlegelsteinhausenbergerdorff";
  {
    Store store = test::value(Store::open(file));
    test::value(store.keep_quiz(quiz("a", test::kStart), "{\"name\":\"" + secret + "\"}"));
    test::value(store.forget_quiz(test::value(store.quizzes())[0].id));
  }  // closing moves the log into the file
  CHECK(test::bytes_of(file).find(secret) == std::string::npos);
}

TEST_CASE("L18 progress: repairing a database keeps the results") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "progress.sqlite";
  {
    Store store = test::value(Store::open(file));
    test::value(store.keep_quiz(quiz("a", test::kStart), "{}"));
  }
  test::value(Store::repair(file));
  const auto kept = test::value(test::value(Store::open(file)).quizzes());
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].title == "Tambora");
}
