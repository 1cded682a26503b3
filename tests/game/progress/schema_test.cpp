#include "game/progress/schema.h"

#include <fstream>

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using progress::Access;
using progress::Connection;
using progress::migrate;
using progress::Migration;

namespace {

constexpr Migration kFirst{1,
                           "CREATE TABLE cards(id INTEGER PRIMARY KEY, text TEXT);"
                           "INSERT INTO cards(text) VALUES('one'), ('two')"};
constexpr Migration kSecond{2,
                            "ALTER TABLE cards ADD COLUMN length INTEGER NOT NULL DEFAULT 0;"
                            "UPDATE cards SET length = length(text)"};
constexpr Migration kBroken{2,
                            "ALTER TABLE cards ADD COLUMN length INTEGER NOT NULL DEFAULT 0;"
                            "UPDATE cards SET no_such_column = 1"};

}  // namespace

TEST_CASE("progress: migrations run once, in order, and carry the data along") {
  const test::TemporaryFolder folder;
  Connection connection(folder.path() / "m.sqlite", Access::ReadWrite);
  const std::array<Migration, 1> old = {kFirst};
  const std::array<Migration, 2> both = {kFirst, kSecond};
  test::value(migrate(connection, old));
  CHECK(connection.number("PRAGMA user_version") == 1);
  test::value(migrate(connection, both));
  test::value(migrate(connection, both));
  CHECK(connection.number("PRAGMA user_version") == 2);
  CHECK(connection.number("PRAGMA application_id") == progress::kApplicationId);
  CHECK(connection.number("SELECT SUM(length) FROM cards") == 6);
}

TEST_CASE("progress: a migration that fails leaves the version before it") {
  const test::TemporaryFolder folder;
  Connection connection(folder.path() / "m.sqlite", Access::ReadWrite);
  const std::array<Migration, 2> broken = {kFirst, kBroken};
  const auto failed = migrate(connection, broken);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().where == (folder.path() / "m.sqlite").string());
  CHECK(connection.number("PRAGMA user_version") == 1);
  CHECK(connection.number("SELECT COUNT(*) FROM pragma_table_info('cards')") == 2);
  const std::array<Migration, 2> mended = {kFirst, kSecond};
  test::value(migrate(connection, mended));
  CHECK(connection.number("SELECT SUM(length) FROM cards") == 6);
}

TEST_CASE("progress: migrations are numbered without gaps") {
  int version = 0;
  for (const Migration& step : progress::migrations())
    CHECK(step.version == ++version);
  CHECK(progress::newest_version() == version);
}
