#include "game/classroom/host/protocol.h"

#include <nlohmann/json.hpp>

#include "game/classroom/host/addresses.h"
#include "game/classroom/host/limits.h"
#include "game/classroom/host/origin.h"
#include "game/classroom/host/pages.h"
#include "game/classroom/host/qr_code.h"
#include "game/classroom/host/tokens.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;
using namespace std::chrono_literals;
using nlohmann::json;

TEST_CASE("classroom protocol: what phones say is read") {
  const auto answer = test::value(
      read_said(R"({"v":1,"type":"answer","question":3,"round":2,"answer":[0,2],"more":true})"));
  CHECK(std::get<said::Answer>(answer).response == Response{{0, 2}, ""});
  const auto text =
      test::value(read_said(R"({"v":1,"type":"answer","question":3,"round":2,"answer":"é"})"));
  CHECK(std::get<said::Answer>(text).response == Response{{}, "é"});
  const auto command = test::value(read_said(R"({"v":1,"type":"command","do":"remove","seat":4})"));
  CHECK(std::get<event::Remove>(std::get<said::Command>(command).event).seat == SeatId{4});
}

TEST_CASE("hostile: other sites and other names of this host are turned away") {
  for (const char* host :
       {"192.168.1.7:8765", "localhost", "[fe80::1]:80", "teach.local:8765", "TEACH", "127.0.0.1"})
    CHECK(is_own_host(host, "teach.school.example"));
  for (const char* host : {"evil.example", "192.168.1.7.evil.example", "teach.evil.example", "",
                           "[; script-src *]", "teachers.local", "evil.example:8765"}) {
    CAPTURE(host);
    CHECK_FALSE(is_own_host(host, "teach.school.example"));
  }
  CHECK(is_own_origin("http://192.168.1.7:8765", "192.168.1.7:8765"));
  CHECK(is_own_origin("", "192.168.1.7:8765"));
  CHECK_FALSE(is_own_origin("http://evil.example", "192.168.1.7:8765"));
  CHECK_FALSE(is_own_origin("null", "192.168.1.7:8765"));
  CHECK_FALSE(is_own_origin("http://192.168.1.7:9999", "192.168.1.7:8765"));
}

TEST_CASE("hostile: no path leads out of the page's files, which weigh under 100 KB") {
  const Pages pages = test::value(Pages::load(test::project_folder() / "assets" / "phone"));
  CHECK(pages.find("/?pin=123456") == pages.find("/"));
  REQUIRE(pages.find("/phone.js") != nullptr);
  CHECK(pages.find("/phone.js")->zipped.size() < pages.find("/phone.js")->body.size() / 2);
  for (const char* path : {"/../README.md", "/phone.js/../phone.css", "//phone.js",
                           "/%2e%2e/README.md", "phone.js", "", "/phone.js\0.css"})
    CHECK((pages.find(path) == nullptr || std::string_view(path) == "/phone.js"));
  CHECK(pages.weight() < 100'000);
}

TEST_CASE(
    "classroom page: asks nobody but the host, and uses nothing that younger browsers brought") {
  const Pages pages = test::value(Pages::load(test::project_folder() / "assets" / "phone"));
  for (const char* path :
       {"/", "/phone.css", "/elements.js", "/line.js", "/phone.js", "/words.js"}) {
    const std::string& body = pages.find(path)->body;
    // Optional chaining and ?? (2020), private members, modules, at(), replaceAll, structuredClone,
    // randomUUID and subtle (secure pages only), flex gap, :is, inset, dvh, aspect-ratio.
    for (const char* young : {"?.",         " ?? ",       "||=",
                              "this.#",     "import ",    "export ",
                              ".at(",       "replaceAll", "structuredClone",
                              "randomUUID", "subtle",     "serviceWorker",
                              "innerHTML",  "eval(",      "gap:",
                              ":is(",       ":where(",    ":has(",
                              "inset:",     "dvh",        "aspect-ratio",
                              "https://",   "@import",    "url("}) {
      CAPTURE(path);
      CAPTURE(young);
      CHECK((body.find(young) == std::string::npos));
    }
  }
}

TEST_CASE("classroom host: a bucket lets a burst through, then its rate") {
  Bucket bucket(3, 2);
  CHECK(bucket.take(0ms));
  CHECK(bucket.take(0ms));
  CHECK(bucket.take(0ms));
  CHECK_FALSE(bucket.take(0ms));
  CHECK_FALSE(bucket.take(499ms));
  CHECK(bucket.take(500ms));
  CHECK(bucket.is_full(60s));
}

TEST_CASE("classroom host: secrets are long, differ, and compare") {
  CHECK(random_token().size() == 32);
  CHECK(random_token() != random_token());
  CHECK(random_pin().size() == 6);
  CHECK(same_secret("abc", "abc"));
  CHECK_FALSE(same_secret("abc", "abd"));
  CHECK_FALSE(same_secret("abc", "ab"));
}

TEST_CASE("classroom host: addresses of local networks, the likeliest first") {
  CHECK(lan_rank("192.168.178.20") == 0);
  CHECK(lan_rank("10.1.2.3") == 1);
  CHECK(lan_rank("172.31.0.1") == 2);
  CHECK(lan_rank("169.254.3.4") == 3);
  CHECK(lan_rank("172.32.0.1") == -1);
  CHECK(lan_rank("8.8.8.8") == -1);
  CHECK(lan_rank("nonsense") == -1);
}

TEST_CASE("classroom host: a QR code of a usual address is small enough for a terminal") {
  const std::string code = test::value(qr_code("http://192.168.178.120:8765/?pin=123456"));
  CHECK(std::count(code.begin(), code.end(), '\n') <= 20);
  CHECK_FALSE(qr_code(std::string(5000, 'x')).has_value());
}

TEST_CASE("classroom protocol: whatever a text holds, a state is JSON that says it") {
  for (const std::string& text :
       std::vector<std::string>{"", "plain", "\"quoted\" \\ {", "line\nand\ttab", "\x7F\x01",
                                "Zoë 小林さくら 😀", "</script>"}) {
    CAPTURE(text);
    OwnView own;
    own.name = own.team = text;
    own.given = Response{{}, text};
    own.outcome = OwnView::Outcome{study::Verdict::Slip, 500, true};
    own.standing = Standing{SeatId{3}, 1500, 2};
    own.misses = {{QuestionKind::Text, text, text, text, text}, {}};
    SharedView shared;
    shared.stage = Stage::Reveal;
    shared.title = text;
    shared.left = Millis{1234};
    shared.asked = AskedView{1, 2, 3, QuestionKind::Several, text, 2, {text, "b"}};
    shared.reveal = RevealView{{0, 2}, text, text, text, {4, 5}};
    shared.podium = {{text, 1}, {"b", 2}};
    const json state = json::parse(own_part(own) + shared_part(shared));
    CHECK(state["you"]["name"] == text);
    CHECK(state["you"]["given"] == text);
    CHECK(state["you"]["verdict"] == "slip");
    CHECK(state["you"]["answered"] == true);
    CHECK(state["you"]["place"] == 2);
    CHECK(state["you"]["misses"].size() == 2);
    CHECK(state["you"]["misses"][0]["evidence"] == text);
    CHECK(state["left"] == 1234);
    CHECK(state["question"]["texts"] == json{text, "b"});
    CHECK(state["reveal"]["key"] == json{0, 2});
    CHECK(state["podium"][1] == json{{"name", "b"}, {"place", 2}});
  }
  OwnView broken;
  broken.name = "\xC3\x28";  // no UTF-8: replaced
  CHECK(json::accept(own_part(broken) + "}"));
  broken.given = Response{{2, 0}, {}};
  CHECK(json::parse(own_part(broken) + "}")["you"]["given"] == json{2, 0});
}
