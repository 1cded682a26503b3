#include "content/files/files.h"

#include <filesystem>
#include <sys/stat.h>

#include "content/files/mapped_file.h"
#include "tests/support/support.h"

using namespace recto;

TEST_CASE("files: what is written is read back, and nothing else is left in the folder") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "deck.json";
  test::value(write_file(path, "one"));
  test::value(write_file(path, std::string_view("two\0three", 9)));
  CHECK(test::value(read_file(path, 9)) == std::string("two\0three", 9));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("files: a mapped file has the file's bytes, where it is moved to as well") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "model";
  test::value(write_file(path, "first"));
  MappedFile mapped = test::value(MappedFile::open(path, 100));
  const std::string_view bytes = mapped.bytes();
  test::value(write_file(path, "second, and longer"));
  CHECK(bytes == "first");
  const MappedFile moved = std::move(mapped);
  CHECK(moved.bytes().data() == bytes.data());
  CHECK(MappedFile().bytes().empty());
}

TEST_CASE("files: a bad file is one clear sentence") {
  const test::TemporaryFolder folder;
  test::value(write_file(folder.path() / "empty", ""));
  test::value(write_file(folder.path() / "large", std::string(2'000'001, 'x')));
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  struct Row {
    const char* name;
    Error::Kind kind;
    const char* what;
  };
  for (const Row& row : {Row{"missing", Error::Kind::NotFound, "no such file"},
                         Row{".", Error::Kind::BadInput, "is a folder"},
                         Row{"empty", Error::Kind::BadInput, "is empty"},
                         Row{"large", Error::Kind::BadInput, "larger than 2 MB"},
                         Row{"pipe", Error::Kind::BadInput, "is not a regular file"}}) {
    CAPTURE(row.name);
    const auto path = folder.path() / row.name;
    const auto mapped = MappedFile::open(path, 2'000'000);
    REQUIRE_FALSE(mapped);
    CHECK(mapped.error().what == row.what);
    const auto result = read_file(path, 2'000'000);
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == row.kind);
    CHECK(result.error().what == row.what);
    CHECK(result.error().where == path.string());
    CHECK_FALSE(result.error().advice.empty());
  }
}

TEST_CASE("files: a write that fails leaves the old file and nothing beside it") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "target");
  const auto result = write_file(folder.path() / "target", "new");
  REQUIRE_FALSE(result);
  CHECK(std::filesystem::is_directory(folder.path() / "target"));
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  CHECK_FALSE(write_file(folder.path() / "no/such/folder", "new"));
}
