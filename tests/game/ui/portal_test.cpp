// The desktop's file chooser, played by a fake one on a bus of our own.
#include "game/ui/portal.h"

#include <thread>

#include "tests/game/ui/fake_portal.h"

using namespace recto;
using namespace recto::ui;
using test::FakePortal;
using test::PrivateBus;
using Manner = FakePortal::Manner;

namespace {

const std::vector<std::filesystem::path> kFiles = {"/home/reader/a b.html",
                                                   "/home/reader/pockendé.md"};

FileWish articles() {
  return {.what = FileWish::What::Files,
          .title = "Open articles",
          .accept = "Open",
          .several = true,
          .kind = "Articles",
          .endings = {".html", ".md"},
          .folder = "/home/reader"};
}

}  // namespace

TEST_CASE("F4 portal: the chooser hears what is wanted, and its files come back") {
  const PrivateBus bus;
  const FakePortal portal(bus.address(), Manner::Chooses, kFiles);
  CHECK(test::value(ask_portal(articles(), 0x2a, {}, bus.address())) == kFiles);
  const test::PortalAsked asked = portal.wait_for_wish();
  CHECK(asked.method == "OpenFile");
  CHECK(asked.parent == "x11:2a");
  CHECK(asked.title == "Open articles");
  CHECK(asked.accept == "Open");
  CHECK(asked.several);
  CHECK(asked.folder == "/home/reader");
  REQUIRE(asked.filters.size() == 2);
  CHECK(asked.filters[0] == "Articles: *.[hH][tT][mM][lL] *.[mM][dD]");
  CHECK(asked.filters[1] == "All files: *");
}

TEST_CASE("F4 portal: a place to save to is asked for with a name") {
  const PrivateBus bus;
  const FakePortal portal(bus.address(), Manner::Chooses, {"/tmp/results.xlsx"});
  const FileWish wish{.what = FileWish::What::Save, .title = "Save", .name = "results.xlsx"};
  CHECK(test::value(ask_portal(wish, 0, {}, bus.address())).size() == 1);
  const test::PortalAsked asked = portal.wait_for_wish();
  CHECK(asked.method == "SaveFile");
  CHECK(asked.parent.empty());
  CHECK(asked.name == "results.xlsx");
  CHECK(asked.filters.empty());
}

TEST_CASE("F4 portal: a person takes their time, or changes their mind") {
  const PrivateBus bus;
  {
    FakePortal portal(bus.address(), Manner::ChoosesLate, kFiles);
    std::jthread person([&] {
      (void)portal.wait_for_wish();
      portal.answer();
    });
    CHECK(test::value(ask_portal(articles(), 0, {}, bus.address())) == kFiles);
  }
  const FakePortal portal(bus.address(), Manner::ChangesItsMind, kFiles);
  CHECK(test::value(ask_portal(articles(), 0, {}, bus.address())).empty());
}

TEST_CASE("F4 portal: where there is no chooser, it says so at once") {
  const PrivateBus bus;
  const auto refused = [&] {
    const auto answer = ask_portal(articles(), 0, {}, bus.address());
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Error::Kind::Unsupported);
  };
  refused();
  for (const Manner manner : {Manner::HasNoChooser, Manner::Fails}) {
    const FakePortal portal(bus.address(), manner, {});
    refused();
  }
  CHECK_FALSE(ask_portal(articles(), 0, {}, "unix:path=/nowhere/at/all"));
}

TEST_CASE("F4 portal: one that goes away while it is asked is not waited for") {
  const PrivateBus bus;
  std::optional<FakePortal> portal(std::in_place, bus.address(), Manner::ChoosesLate, kFiles);
  std::jthread crash([&] {
    (void)portal->wait_for_wish();
    portal.reset();
  });
  const auto answer = ask_portal(articles(), 0, {}, bus.address());
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == Error::Kind::Unsupported);
}

TEST_CASE("F4 portal: stopped, the chooser is taken away") {
  const PrivateBus bus;
  const FakePortal portal(bus.address(), Manner::ChoosesLate, kFiles);
  std::stop_source stop;
  std::jthread closing([&] {
    (void)portal.wait_for_wish();
    stop.request_stop();
  });
  CHECK(test::value(ask_portal(articles(), 0, stop.get_token(), bus.address())).empty());
  CHECK(portal.wait_for_close());
}
