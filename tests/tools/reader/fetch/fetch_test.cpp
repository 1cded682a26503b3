#include "tools/reader/fetch/fetch.h"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include "content/files/files.h"
#include "tests/support/support.h"
#include "tests/tools/reader/fetch/server.h"

namespace recto::fetch {
namespace {

using namespace std::chrono_literals;
using test::answer;
using test::Server;
using test::Visit;

/// Limits that a test waits for.
Options quick() {
  Options options;
  options.limit = 1'000'000;
  options.connect = 400ms;
  options.stall = 300ms;
  options.total = 10s;
  return options;
}

/// A server that always sends these bytes and closes.
Server::Script sends(std::string bytes) {
  return [bytes = std::move(bytes)](Visit& visit) { visit.send(bytes); };
}

/// A server that sends these bytes and then waits for ever.
Server::Script sends_and_waits(std::string bytes) {
  return [bytes = std::move(bytes)](Visit& visit) {
    visit.send(bytes);
    visit.wait(1h);
  };
}

/// A server that sends these bytes, then the rest again and again.
Server::Script sends_endlessly(std::string bytes, std::string rest) {
  return [bytes = std::move(bytes), rest = std::move(rest)](Visit& visit) {
    visit.send(bytes);
    while (visit.send(rest)) {
    }
  };
}

std::string redirect(std::string_view target) {
  return answer("moved", "Location: " + std::string(target) + "\r\n", "302 Found");
}

Error error_of(const std::string& address, const Options& options = quick()) {
  const auto fetched = fetch(address, options);
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().where.empty());
  CHECK_FALSE(fetched.error().advice.empty());
  return fetched.error();
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

TEST_CASE("fetch: a page comes with what its server says of it") {
  const Server server(
      sends(answer("<p>R\xF6hricht", "Content-Type: Text/HTML; charset=Latin1\r\n")));
  Options options = quick();
  options.language = "de-AT";
  const Fetched fetched =
      test::value(fetch("http://someone:secret@127.0.0.1:" + std::to_string(server.port()) +
                            "/reed%20beds.html?a=1#part",
                        options));
  CHECK(fetched.bytes == "<p>R\xF6hricht");
  CHECK(fetched.origin.url == server.address("/reed%20beds.html?a=1"));
  CHECK(fetched.origin.media == "text/html");
  CHECK(fetched.origin.charset == "latin1");
  CHECK(fetched.origin.name == "reed beds.html");
  const std::string head = server.requests().at(0);
  CHECK(head.starts_with("GET /reed%20beds.html?a=1 HTTP/1.1\r\n"));
  CHECK(contains(head, "\r\nUser-Agent: Recto/"));
  CHECK(contains(head, "\r\nAccept: text/html, "));
  CHECK(contains(head, "\r\nAccept-Language: de-AT, *;q=0.5\r\n"));
  CHECK(contains(head, "gzip"));
  CHECK_FALSE(contains(head, "Referer"));
}

TEST_CASE("fetch: a name that the server gives comes before the address's") {
  const Server server(
      sends(answer("%PDF-1.4", "Content-Disposition: attachment; filename=\"reeds.pdf\"\r\n")));
  const Fetched fetched = test::value(fetch(server.address("/download?id=7"), quick()));
  CHECK(fetched.origin.name == "reeds.pdf");
  CHECK(fetched.origin.media.empty());
}

TEST_CASE("fetch: redirects are followed with their cookies, passwords stay with their server") {
  const Server elsewhere(sends(test::page("Reeds", "They grow in water.")));
  const Server server([&](Visit& visit) {
    if (visit.path() == "/a")
      visit.send(answer("", "Location: b?x=1#y\r\nSet-Cookie: seen=yes\r\n", "301 Moved"));
    else
      visit.send(redirect(elsewhere.address("/reeds")));
  });
  const Fetched fetched = test::value(
      fetch("http://someone:secret@127.0.0.1:" + std::to_string(server.port()) + "/a", quick()));
  CHECK(contains(fetched.bytes, "They grow in water."));
  CHECK(fetched.origin.url == elsewhere.address("/reeds"));
  REQUIRE(server.requests().size() == 2);
  CHECK(server.requests()[1].starts_with("GET /b?x=1 "));
  CHECK(contains(server.requests()[1], "Cookie: seen=yes"));
  CHECK(contains(server.requests()[1], "Authorization: Basic"));
  CHECK_FALSE(contains(elsewhere.requests().at(0), "Authorization"));
}

TEST_CASE("fetch: a tiny page that only sends on is followed once") {
  const std::string refresh = "<meta http-equiv=refresh content='0; url=/";
  const Server server([&](Visit& visit) {
    if (visit.path() == "/start") return void(visit.send(answer(refresh + "middle'>")));
    if (visit.path() == "/middle") return void(visit.send(answer(refresh + "end'>")));
    visit.send(answer(refresh.substr(0, refresh.size() - 1) + visit.path() + "'> Reload me"));
  });
  CHECK(test::value(fetch(server.address("/start"), quick())).origin.url ==
        server.address("/middle"));
  CHECK(contains(test::value(fetch(server.address("/self"), quick())).bytes, "Reload me"));
  CHECK(server.requests().size() == 3);
}

TEST_CASE("F5 fetch: the server's refusal is told, whatever comes after it") {
  struct Row {
    const char* status;
    const char* what;
    Error::Kind kind;
  };
  for (const Row& row : {
           Row{"401 Unauthorized", "it asks to log in", Error::Kind::Failed},
           Row{"403 Forbidden", "the server answered 403", Error::Kind::Failed},
           Row{"404 Not Found", "there is no such page", Error::Kind::NotFound},
           Row{"410 Gone", "there is no such page", Error::Kind::NotFound},
           Row{"429 Too Many Requests", "too many requests", Error::Kind::Failed},
           Row{"503 Service Unavailable", "trouble of its own", Error::Kind::Failed},
           Row{"304 Not Modified", "the server answered 304", Error::Kind::Failed},
       }) {
    CAPTURE(row.status);
    const std::string head = std::string("HTTP/1.1 ") + row.status + "\r\nRetry-After: 30\r\n\r\n";
    for (const Server::Script& script :
         {sends(head), sends(head + "<h1>Sorry</h1>"), sends_endlessly(head, "sorry "),
          sends_and_waits(head + "sorr")}) {
      const Server server(script);
      const auto fetched = fetch(server.address(), quick());
      REQUIRE_FALSE(fetched);
      CHECK(contains(fetched.error().what, row.what));
      CHECK(fetched.error().kind == row.kind);
    }
  }
}

TEST_CASE("F5 fetch: a server that is not there is told from one that does not answer") {
  int port = 0;
  {
    const Server gone(sends(""));
    port = gone.port();
  }
  const std::string here = "http://127.0.0.1:" + std::to_string(port);
  CHECK(contains(error_of(here).what, "does not accept connections"));
  // No resolver is asked for a name that cannot be one: a part has at most 63 letters.
  const Error unknown = error_of("http://" + std::string(70, 'a') + ".example/");
  CHECK(contains(unknown.what, "no server of that name"));
  CHECK(unknown.kind == Error::Kind::NotFound);

  const Server silent(sends_and_waits(""));
  CHECK(error_of(silent.address()).what == "the server sent no whole page within 0.3 seconds");
  // It never agrees upon TLS.
  CHECK(error_of("https://127.0.0.1:" + std::to_string(silent.port())).what ==
        "the server could not be reached within 0.4 seconds");
}

TEST_CASE("F5 fetch: no server can make us wait for ever") {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  for (const std::string& bytes :
       {head, head + "\r\n", head + "Content-Length: 100\r\n\r\n<p>Reeds",
        head + "Transfer-Encoding: chunked\r\n\r\n5\r\n<p>Re\r\n"}) {
    CAPTURE(bytes);
    const Server server(sends_and_waits(bytes));
    CHECK(error_of(server.address()).what == "the server sent no whole page within 0.3 seconds");
  }
  const Server dripping([&](Visit& visit) {
    visit.send(head + "\r\n");
    while (visit.send("a") && visit.wait(20ms)) {
    }
  });
  Options options = quick();
  options.total = 500ms;
  CHECK(error_of(dripping.address(), options).what ==
        "the server sent no whole page within 0.5 seconds");
  const Server talkative(sends_endlessly(head, "X-Reeds: " + std::string(1000, 'r') + "\r\n"));
  options.total = 2s;
  CHECK_FALSE(error_of(talkative.address(), options).what.empty());
}

TEST_CASE("F5 fetch: the time for all is for all redirects together") {
  const Server server([](Visit& visit) {
    visit.wait(150ms);
    visit.send(redirect(visit.path() + "a"));
  });
  Options options = quick();
  options.total = 400ms;
  CHECK(contains(error_of(server.address(), options).what, "within 0.4 seconds"));
  CHECK(server.requests().size() < 5);
}

TEST_CASE("F5 fetch: a page that is too large is given up early") {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'a') + "\r\n";
  for (const Server::Script& script :
       {sends_endlessly(head + "\r\n", std::string(10'000, 'a')),
        sends_endlessly(head + "Transfer-Encoding: chunked\r\n\r\n", chunk),
        sends_and_waits(head + "Content-Length: 1000001\r\n\r\na"),
        sends(answer(std::string(1'000'001, 'a')))}) {
    const Server server(script);
    const Error error = error_of(server.address());
    CHECK(error.what == "the page is larger than 1 MB");
    CHECK(error.kind == Error::Kind::BadInput);
  }
  const Server fits(sends(answer(std::string(1'000'000, 'a'))));
  CHECK(test::value(fetch(fits.address(), quick())).bytes.size() == 1'000'000);
}

TEST_CASE("fetch: compressed pages are unpacked, bombs are given up at the limit") {
  const std::string zeros(50'000'000, '\0');
  const auto packed = [](const std::string& bytes, const char* coding) {
    return sends(answer(bytes, std::string("Content-Encoding: ") + coding + "\r\n"));
  };
  const Server good(packed(gzipped("<p>Reeds grow in water."), "gzip"));
  CHECK(test::value(fetch(good.address(), quick())).bytes == "<p>Reeds grow in water.");

  const std::string bomb = gzipped(zeros);
  REQUIRE(bomb.size() < 60'000);
  const Server once(packed(bomb, "gzip"));
  CHECK(error_of(once.address()).what == "the page is larger than 1 MB");
  const Server twice(packed(gzipped(bomb), "gzip, gzip"));
  CHECK(error_of(twice.address()).what == "the page is larger than 1 MB");

  for (const Server::Script& script :
       {packed("<p>Reeds", "gzip"), packed(gzipped("<p>Reeds").replace(12, 1, "\xFF"), "gzip"),
        packed("<p>Reeds", "br"), packed("<p>Reeds", "reeds"),
        packed("x", "gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip")}) {
    const Server broken(script);
    const Error error = error_of(broken.address());
    CAPTURE(error.what);
    CHECK((contains(error.what, "cannot be undone") || contains(error.what, "whole") ||
           contains(error.what, "empty")));
  }
}

TEST_CASE("fetch: a page that breaks off is not taken for the whole") {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  for (const std::string& bytes :
       {std::string(), std::string("HTTP/1.1 200"), head + "Content-Length: 100\r\n\r\n<p>Reeds",
        head + "Transfer-Encoding: chunked\r\n\r\n5\r\n<p>Re",
        head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n<p>Re\r\n0\r\n\r\n",
        head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffffff\r\n<p>Re\r\n"}) {
    CAPTURE(bytes);
    const Server server(sends(bytes));
    CHECK(contains(error_of(server.address()).what, "broke off before the page was whole"));
  }
  // Bytes behind the announced length are none of the page's.
  const Server longer(sends(head + "Content-Length: 5\r\n\r\n<p>Reeds"));
  CHECK(test::value(fetch(longer.address(), quick())).bytes == "<p>Re");
}

TEST_CASE("fetch: redirects have an end and lead nowhere but to web pages") {
  const Server loop([](Visit& visit) { visit.send(redirect(visit.path())); });
  CHECK(contains(error_of(loop.address()).what, "sends on and on, more than 10 times"));
  CHECK(loop.requests().size() == 11);
  for (const char* target : {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1:70/x",
                             "FILE:///etc/passwd"}) {
    CAPTURE(target);
    const Server server(sends(redirect(target)));
    const Error error = error_of(server.address());
    CHECK(contains(error.what, "sends on to an address that begins with"));
    CHECK(contains(error.what, "not followed"));
    const Server refresh(
        sends(answer(std::string("<meta http-equiv=refresh content=\"0; url=") + target + "\">")));
    CHECK(contains(test::value(fetch(refresh.address(), quick())).bytes, target));
  }
  for (const char* target : {"https://", "//", "http://exa mple/"}) {
    CAPTURE(target);
    const Server server(sends(redirect(target)));
    CHECK_FALSE(error_of(server.address()).what.empty());
  }
  const Server nowhere(sends(answer("", "", "302 Found")));
  CHECK(error_of(nowhere.address()).what == "the server answered 302");
}

TEST_CASE("fetch: a certificate must be valid, trusted and the server's own") {
  const test::Certificate certificate = test::make_certificate();
  const test::TemporaryFolder folder;
  Options options = quick();
  options.connect = 5s;
  const Server server(sends(test::page("Reeds", "They grow in water.")), certificate);
  const Error stranger = error_of(server.address(), options);
  CHECK(contains(stranger.what, "cannot prove that it is the one you named"));
  CHECK(contains(stranger.what, "self-signed"));
  CHECK(contains(stranger.advice, "import the file"));

  options.authorities = (folder.path() / "authorities.pem").string();
  test::value(write_file(options.authorities, certificate.certificate));
  CHECK(contains(test::value(fetch(server.address(), options)).bytes, "They grow in water."));
  const std::string other_name = "https://localhost:" + std::to_string(server.port());
  CHECK(contains(error_of(other_name, options).what, "cannot prove"));
  const Server plain(sends("HTTP/1.1 200 OK\r\n\r\n"));
  CHECK(contains(error_of("https://127.0.0.1:" + std::to_string(plain.port()), options).what,
                 "secure"));
}

TEST_CASE("fetch: a TLS server that hangs up ends the page, not the program") {
  const test::Certificate certificate = test::make_certificate();
  const test::TemporaryFolder folder;
  Options options = quick();
  options.connect = 5s;
  options.authorities = (folder.path() / "authorities.pem").string();
  test::value(write_file(options.authorities, certificate.certificate));
  for (const char* bytes : {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<p>Reeds"}) {
    const Server closing(sends(bytes), certificate);
    CHECK(contains(error_of(closing.address(), options).what, "broke off"));
    const Server crashing(
        [bytes](Visit& visit) {
          visit.send(bytes);
          visit.wait(50ms);
          visit.reset();
        },
        certificate);
    CHECK(contains(error_of(crashing.address(), options).what, "broke off"));
  }
}

TEST_CASE("fetch: what is no web server is told") {
  for (const char* bytes :
       {"SSH-2.0-OpenSSH_9.2\r\n", "220 mail ESMTP\r\n", "\x15\x03\x01\x00\x02"}) {
    const Server server(sends(bytes));
    CHECK(contains(error_of(server.address()).what, "no web server"));
  }
}

TEST_CASE("F6 fetch: an empty page and what is no article are refused") {
  for (const std::string& bytes :
       {answer(""), answer("", "", "204 No Content"), std::string("HTTP/1.0 200 OK\r\n\r\n")}) {
    const Server server(sends(bytes));
    CHECK(error_of(server.address()).what == "the server sent an empty page");
  }
  const Server video(sends_endlessly("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", "reel"));
  CHECK(error_of(video.address()).what == "this is a video (video/mp4), not an article");
}

TEST_CASE("F5 fetch: the caller sees how far it is and can end it at any time") {
  const std::string body(900'000, 'a');
  const Server server([&](Visit& visit) {
    const std::string bytes = answer(body);
    for (std::size_t at = 0; at < bytes.size() && visit.wait(20ms); at += 100'000)
      visit.send(std::string_view(bytes).substr(at, 100'000));
  });
  Options options = quick();
  std::vector<Progress> seen;
  options.watch = [&](const Progress& progress) {
    seen.push_back(progress);
    return true;
  };
  CHECK(test::value(fetch(server.address(), options)).bytes.size() == body.size());
  REQUIRE_FALSE(seen.empty());
  CHECK(seen.back().expected == body.size());
  CHECK(std::is_sorted(seen.begin(), seen.end(), [](const Progress& a, const Progress& b) {
    return a.received < b.received;
  }));

  options.watch = [](const Progress&) { return false; };
  CHECK(error_of(server.address(), options).what == "fetching was cancelled");
  options.stall = 10s;
  const Server silent(sends_and_waits("HTTP/1.1 200 OK\r\n\r\n<p>"));
  CHECK(error_of(silent.address(), options).what == "fetching was cancelled");
  // While a connection is made, too.
  const Server mute(sends_and_waits(""));
  CHECK(error_of("https://127.0.0.1:" + std::to_string(mute.port()), options).what ==
        "fetching was cancelled");
}

TEST_CASE("fetch: the proxy of the environment is asked") {
  const Server proxy(sends(test::page("Reeds", "They grow in water.")));
  ::setenv("http_proxy", proxy.address("").c_str(), 1);
  const auto fetched = fetch("http://reeds.example/x", quick());
  ::unsetenv("http_proxy");
  CHECK(test::value(fetched).origin.url == "http://reeds.example/x");
  CHECK(proxy.requests().at(0).starts_with("GET http://reeds.example/x HTTP/1.1\r\n"));
}

}  // namespace recto::fetch
