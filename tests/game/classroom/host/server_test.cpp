// Hostile sockets at the real server: whatever they do, an honest phone is answered.
#include "game/classroom/host/server.h"

#include <thread>
#include <vector>

#include "tests/game/classroom/host/raw_client.h"
#include "tests/game/classroom/host/test_line.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::classroom;
using sample::RawClient;

namespace {

/// A quiz on a port of this machine, served in a thread.
class Hosted {
 public:
  explicit Hosted(std::size_t most_seats = 300)
      : server(test::value(Server::open(
            {{"127.0.0.1"}, 0, test::project_folder() / "assets" / "phone", most_seats}))),
        hall(Room(sample::sample_quiz(), {}), nullptr, {sample::kPin, sample::kSecret},
             server->surroundings(Millis{0})),
        thread_([this] { server->serve(hall); }) {}
  Hosted(const Hosted&) = delete;
  Hosted& operator=(const Hosted&) = delete;
  ~Hosted() {
    server->stop();
    thread_.join();
  }

  [[nodiscard]] RawClient client() const { return RawClient(server->port()); }
  /// A phone that has joined.
  [[nodiscard]] RawClient phone(int number) const {
    RawClient phone = client();
    REQUIRE(phone.upgrade());
    nlohmann::json join = sample::join_message(number);
    join["v"] = kProtocolVersion;
    phone.say(join.dump());
    REQUIRE(phone.read_until("\"lobby\"").find(sample::name_number(number)) != std::string::npos);
    return phone;
  }

  std::unique_ptr<Server> server;
  Hall hall;

 private:
  std::thread thread_;
};

/// The phone asks whether anybody is there, and hears so.
bool is_answered(RawClient& phone) {
  phone.say(R"({"v":1,"type":"here"})");
  return phone.read_until("\"here\"").find("\"here\"") != std::string::npos;
}

}  // namespace

TEST_CASE("hostile sockets: two hundred connections that say nothing cost the others nothing") {
  const Hosted hosted;
  std::vector<RawClient> silent;
  silent.reserve(200);
  for (int i = 0; i < 100; ++i)
    silent.push_back(hosted.client());
  for (int i = 0; i < 100; ++i) {
    silent.push_back(hosted.client());
    silent.back().send("GET / HTTP/1.1\r\nHost: 127");  // and no more
  }
  RawClient phone = hosted.phone(1);
  CHECK(is_answered(phone));
  CHECK(hosted.client().get("/").starts_with("HTTP/1.1 200"));
}

TEST_CASE("hostile sockets: who does not finish a request is hung up on") {
  const Hosted hosted;
  RawClient loris = hosted.client();
  loris.send("GET / HTTP/1.1\r\nX-");
  CHECK(loris.is_closed());
}

TEST_CASE("hostile sockets: a frame that claims to be huge ends that line alone") {
  const Hosted hosted;
  RawClient honest = hosted.phone(1);
  for (const std::uint64_t size :
       {std::uint64_t{kLongestMessage} + 1, std::uint64_t{1} << 32U, std::uint64_t{1} << 62U}) {
    CAPTURE(size);
    RawClient hostile = hosted.phone(2);
    hostile.send(sample::frame_head(0x81, size) + std::string(5000, 'x'));
    CHECK(hostile.is_closed());
    CHECK(is_answered(honest));
  }
}

TEST_CASE("hostile sockets: a message in endless pieces is no longer than one in one") {
  const Hosted hosted;
  RawClient hostile = hosted.phone(1);
  bool taken = hostile.say(std::string(100, 'x'), 0x01);
  for (int i = 0; taken && i < 1000; ++i)
    taken = hostile.say(std::string(100, 'x'), 0x00);
  CHECK(hostile.is_closed());
  RawClient honest = hosted.phone(2);
  CHECK(is_answered(honest));
}

TEST_CASE("hostile sockets: what is no WebSocket frame ends that line alone") {
  const Hosted hosted;
  RawClient honest = hosted.phone(1);
  const std::string unmasked("\x81\x05hello", 7);
  const std::string reserved = sample::frame_head(0xF1, 3) + "abc";
  const std::string unknown = sample::frame_head(0x8B, 3) + "abc";
  const std::string continued = sample::frame_head(0x80, 3) + "abc";  // of nothing
  const std::string long_ping = sample::frame_head(0x89, 200) + std::string(200, 'p');
  const std::string no_utf8 = sample::frame_head(0x81, 2) + "\xC3\x28";
  for (const std::string& bytes : {unmasked, reserved, unknown, continued, long_ping, no_utf8}) {
    CAPTURE(bytes);
    RawClient hostile = hosted.phone(2);
    hostile.send(bytes);
    CHECK(hostile.is_closed());
    CHECK(is_answered(honest));
  }
}

TEST_CASE("hostile sockets: who floods is refused, then hung up on; the others are answered") {
  const Hosted hosted;
  RawClient honest = hosted.phone(1);
  RawClient hostile = hosted.phone(2);
  bool taken = true;
  for (int i = 0; taken && i < 2000; ++i)
    taken = hostile.say(R"({"v":1,"type":"here"})");
  CHECK(is_answered(honest));
  const std::string heard = hostile.read_until("too_many_refusals");
  CHECK(heard.find("too_fast") != std::string::npos);
  CHECK(hostile.is_closed());
  CHECK(is_answered(honest));
}

TEST_CASE("hostile sockets: garbage, huge heads and bodies are no requests") {
  const Hosted hosted;
  test::for_seeds(20, [&](Random& random) {
    std::string bytes;
    for (int i = 0; i < 400; ++i)
      bytes += static_cast<char>(random.below(256));
    RawClient client = hosted.client();
    client.send(bytes + "\r\n\r\n");
    CHECK(client.read_until("HTTP/1.1 200").find("HTTP/1.1 200") == std::string::npos);
  });
  RawClient head = hosted.client();
  head.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n");
  CHECK(head.is_closed());
  RawClient body = hosted.client();
  body.send("POST /line HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999\r\n\r\n" +
            std::string(100'000, 'x'));
  CHECK(body.is_closed());
  CHECK(hosted.client().get("/").starts_with("HTTP/1.1 200"));
}

TEST_CASE("hostile sockets: other sites, other hosts and other paths are refused") {
  const Hosted hosted;
  CHECK_FALSE(hosted.client().upgrade("http://evil.example"));
  CHECK(hosted.client().get("/", "Origin: http://evil.example\r\n").starts_with("HTTP/1.1 403"));
  RawClient rebound = hosted.client();
  rebound.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  CHECK(rebound.read_until("\r\n\r\n").starts_with("HTTP/1.1 421"));
  for (const char* const path : {"/../../etc/passwd", "/%2e%2e/phone.js", "/phone.js/..",
                                 "//phone.js", "/line/../phone.js"}) {
    CAPTURE(path);
    CHECK(hosted.client().get(path).starts_with("HTTP/1.1 404"));
  }
}

TEST_CASE("hostile sockets: connections beyond the limit are turned away, and room comes back") {
  const Hosted hosted(1);
  {
    std::vector<RawClient> many;
    bool turned_away = false;
    for (int i = 0; !turned_away && i < 400; ++i) {
      many.push_back(hosted.client());
      turned_away = !many.back().get("/").starts_with("HTTP/1.1 200");
    }
    CHECK(turned_away);
  }
  // As soon as the server has seen that they are gone.
  bool let_in = false;
  for (int i = 0; !let_in && i < 10'000; ++i)
    let_in = hosted.client().get("/").starts_with("HTTP/1.1 200");
  CHECK(let_in);
}
