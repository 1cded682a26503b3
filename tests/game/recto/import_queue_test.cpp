#include "game/recto/import_queue.h"

#include <atomic>
#include <semaphore>

#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using app::ImportInput;
using app::ImportJob;
using app::ImportQueue;
using screens::ImportStage;

namespace {

ImportJob job(std::uint64_t id, const std::string& name) {
  return {id, {ImportInput::Kind::File, name, name}};
}

}  // namespace

TEST_CASE("F4 import: inputs are worked off in the order of asking, and each one wakes") {
  std::counting_semaphore<> woken(0);
  ImportQueue queue(
      [](const ImportInput& input, const app::ImportWatch&) -> Result<app::Made> {
        if (input.name == "bad") return fail(Error::Kind::BadInput, "it is bad");
        Deck deck;
        deck.title = input.name;
        return app::Made(deck);
      },
      [&] { woken.release(); });
  queue.ask_for({job(1, "a"), job(2, "bad")});
  queue.ask_for({job(3, "c")});
  std::vector<app::ImportDone> all;
  while (all.size() < 3) {
    REQUIRE(woken.try_acquire_for(20s));
    for (app::ImportDone& done : queue.take_done())
      all.push_back(std::move(done));
  }
  CHECK(std::get<Deck>(*all[0].made).title == "a");
  CHECK(all[1].made.error().what == "it is bad");
  CHECK(all[2].job.id == 3);
  CHECK_FALSE(queue.in_hand());
}

TEST_CASE("F5 import: the input in hand tells its stage; cancelled, nothing is heard of it again") {
  std::binary_semaphore begun(0), may_go_on(0);
  std::counting_semaphore<> woken(0);
  std::atomic<int> stopped = 0;
  ImportQueue queue(
      [&](const ImportInput& input, const app::ImportWatch& watch) -> Result<app::Made> {
        if (input.name == "quick") return app::Made(Deck());
        CHECK(watch({ImportStage::Fetching, 0.25F}));
        begun.release();
        may_go_on.acquire();
        if (!watch({ImportStage::Reading, 0})) ++stopped;
        return app::Made(Deck());
      },
      [&] { woken.release(); });
  queue.ask_for({job(1, "slow"), job(2, "never"), job(3, "quick")});
  REQUIRE(begun.try_acquire_for(20s));
  REQUIRE(queue.in_hand());
  CHECK(queue.in_hand()->id == 1);
  CHECK(queue.in_hand()->progress == app::ImportProgress{ImportStage::Fetching, 0.25F});
  queue.cancel(1);
  queue.cancel(2);
  CHECK_FALSE(queue.in_hand());
  may_go_on.release();
  std::vector<app::ImportDone> done;
  while (done.empty()) {
    REQUIRE(woken.try_acquire_for(20s));
    done = queue.take_done();
  }
  CHECK(stopped == 1);
  CHECK(done[0].job.id == 3);
}

TEST_CASE("import: ending stops the input in hand at its next step, and begins no other") {
  std::binary_semaphore begun(0), may_go_on(0);
  std::atomic<int> made = 0, stopped = 0;
  {
    ImportQueue queue(
        [&](const ImportInput&, const app::ImportWatch& watch) -> Result<app::Made> {
          ++made;
          begun.release();
          may_go_on.acquire();
          if (!watch({ImportStage::Writing, 0})) ++stopped;
          return app::Made(Deck());
        },
        [] {});
    queue.ask_for({job(1, "a"), job(2, "b")});
    REQUIRE(begun.try_acquire_for(20s));
    queue.stop();
    may_go_on.release();
  }
  CHECK(made == 1);
  CHECK(stopped == 1);
}
