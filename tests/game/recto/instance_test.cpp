#include "game/recto/instance.h"

#include <fstream>
#include <future>

#include "tests/support/support.h"

using namespace recto;
using namespace std::chrono_literals;
using app::Files;
using app::Instance;

TEST_CASE("F2 recto: a profile is held once, and is free again when its holder ends") {
  const test::TemporaryFolder folder;
  const auto profile = folder.path() / "deep" / "profile";
  {
    const auto first = test::value(Instance::claim(profile));
    CHECK(first.has_value());
    CHECK_FALSE(test::value(Instance::claim(profile)).has_value());
    CHECK(test::value(Instance::claim(folder.path() / "other")).has_value());
  }
  CHECK(test::value(Instance::claim(profile)).has_value());
}

TEST_CASE("F2 recto: a second start hands its files to the first") {
  const test::TemporaryFolder folder;
  for (const std::string& name : {std::string("profile"), std::string(150, 'p')}) {
    const auto profile = folder.path() / name;
    auto instance = test::value(Instance::claim(profile));
    REQUIRE(instance);
    CHECK_FALSE(app::knock_at(profile, {}));  // nobody listens yet
    std::promise<Files> heard, heard_nothing;
    int knocks = 0;
    test::value(instance->listen(
        [&](const Files& files) { (++knocks == 1 ? heard : heard_nothing).set_value(files); }));
    test::value(app::knock_at(profile, {"/tmp/a b.txt", "here.deck.json"}));
    auto files = heard.get_future();
    REQUIRE(files.wait_for(20s) == std::future_status::ready);
    CHECK(files.get() == Files{"/tmp/a b.txt", std::filesystem::current_path() / "here.deck.json"});
    test::value(app::knock_at(profile, {}));
    auto none = heard_nothing.get_future();
    REQUIRE(none.wait_for(20s) == std::future_status::ready);
    CHECK(none.get().empty());
    instance.reset();
    CHECK_FALSE(app::knock_at(profile, {}));
  }
}

TEST_CASE("recto: a folder that cannot be made is named, with what to do") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "x";
  const auto claimed = Instance::claim(folder.path() / "file" / "profile");
  REQUIRE_FALSE(claimed);
  CHECK(claimed.error().where == (folder.path() / "file" / "profile").string());
  CHECK(claimed.error().advice.find("--profile") != std::string::npos);
}
