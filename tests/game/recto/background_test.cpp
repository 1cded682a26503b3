#include "game/recto/background.h"

#include <atomic>
#include <semaphore>

#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using app::Background;
using app::Finished;
using app::Wanted;

namespace {

Result<app::Opened> open_by_name(const std::filesystem::path& file) {
  if (file == "bad") return fail(Error::Kind::BadInput, "it is bad", "bad");
  return app::Opened{file.string(), {}};
}

}  // namespace

TEST_CASE("recto: files are opened in the order of asking, and each one wakes") {
  std::counting_semaphore<> woken(0);
  Background background(open_by_name, [&] { woken.release(); });
  for (const char* name : {"a", "bad", "c"})
    background.ask_for({name, Wanted::Why::CommandLine});
  std::vector<Finished> all;
  while (all.size() < 3) {
    REQUIRE(woken.try_acquire_for(20s));
    for (Finished& finished : background.take_finished())
      all.push_back(std::move(finished));
  }
  CHECK(all[0].opened->name == "a");
  CHECK(all[1].opened.error().what == "it is bad");
  CHECK(all[1].wanted.file == "bad");
  CHECK(all[2].opened->name == "c");
  CHECK(background.take_finished().empty());
}

TEST_CASE("recto: the file in hand is told; ending does not open those behind it") {
  std::binary_semaphore begun(0), may_end(0);
  std::atomic<int> opened = 0;
  {
    Background background(
        [&](const std::filesystem::path& file) {
          begun.release();
          may_end.acquire();
          ++opened;
          return open_by_name(file);
        },
        [] {});
    CHECK_FALSE(background.in_hand());
    for (const char* name : {"folder/first.txt", "second.txt", "third.txt"})
      background.ask_for({name, Wanted::Why::CommandLine});
    REQUIRE(begun.try_acquire_for(20s));
    REQUIRE(background.in_hand());
    CHECK(background.in_hand()->name == "first.txt");
    background.stop();
    may_end.release();
  }
  CHECK(opened == 1);
}
