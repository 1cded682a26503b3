// Addresses as inputs: pages of a server on this machine.
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tests/tools/reader/fetch/server.h"
#include "tests/tools/recto-deck/tool.h"

using namespace recto;
using Json = nlohmann::json;
using test::lines_of;
using test::put_file;
using test::Run;
using test::Server;
using test::tool;
using test::Visit;

namespace {

constexpr const char* kArticle =
    "# The Lighthouse of Skarn\n\nThe lighthouse of Skarn was built in 1857. It stands 38 metres "
    "high. The Skarn Lifeboat Society was founded in 1863 by Ada Brookes.\n";

/// A site with an article, ways to it, and what is none.
void serve(Visit& visit) {
  if (visit.path() == "/old")
    visit.send(test::answer("", "Location: /skarn.md\r\n", "301 Moved Permanently"));
  else if (visit.path() == "/skarn.md")
    visit.send(test::answer(kArticle, "Content-Type: text/markdown; charset=utf-8\r\n"));
  else if (visit.path() == "/latin")
    visit.send(test::answer("Caf\xE9s of Skarn\n\nThe caf\xE9 of Skarn was opened in 1921.\n",
                            "Content-Type: text/plain; charset=iso-8859-1\r\n"));
  else if (visit.path() == "/picture")
    visit.send(test::answer("\x89PNG\r\n\x1A\n", "Content-Type: image/png\r\n"));
  else if (visit.path() == "/unnamed-picture")
    visit.send(test::answer("\x89PNG\r\n\x1A\n", "Content-Type: application/octet-stream\r\n"));
  else if (visit.path() == "/private")
    visit.send(test::answer("", "", "403 Forbidden"));
  else
    visit.send(test::answer("", "", "404 Not Found"));
}

}  // namespace

TEST_CASE("recto-deck: make of an address gives a deck that tells where it came from") {
  const Server server(serve);
  const Run run = tool({"make", server.address("/old")});
  CHECK(run.exit == 0);
  const Deck deck = test::value(read_deck(run.out));
  CHECK(deck.title == "The Lighthouse of Skarn");
  CHECK_FALSE(deck.cards.empty());
  CHECK(deck.source.url == server.address("/skarn.md"));
  CHECK(std::regex_match(deck.source.retrieved, std::regex(R"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)")));
  Deck again = test::value(read_deck(tool({"make", server.address("/old")}).out));
  again.source.retrieved = deck.source.retrieved;
  CHECK(write_deck(again) == write_deck(deck));
  CHECK(test::value(read_deck(tool({"make", "-"}, kArticle).out)).source.retrieved.empty());
}

TEST_CASE("recto-deck: read of an address heeds the charset that the server tells") {
  const Server server(serve);
  const Json article = Json::parse(tool({"read", "--json", server.address("/latin")}).out);
  CHECK(article.at("title") == "Caf\xC3\xA9s of Skarn");
  CHECK(article.at("url") == server.address("/latin"));
  const Run german = tool({"read", "--language", "de", server.address("/latin")});
  CHECK(german.exit == 0);
  CHECK(server.requests().back().find("Accept-Language: de") != std::string::npos);
}

TEST_CASE("F5 recto-deck: what cannot be fetched is told in a sentence, the others are done") {
  const Server server(serve);
  const test::TemporaryFolder folder;
  const std::string file = put_file(folder, "a.md", kArticle);
  const std::string page = server.address("/skarn.md");
  for (const char* jobs : {"1", "4"}) {
    const Run run = tool({"make", "--json", "--jobs", jobs, server.address("/gone"), page,
                          server.address("/private"), file, server.address("/picture"),
                          server.address("/unnamed-picture")});
    CHECK(run.exit == 1);
    const std::vector<std::string> lines = lines_of(run.out);
    REQUIRE(lines.size() == 6);
    CHECK(Json::parse(lines[0]) == Json{{"input", server.address("/gone")},
                                        {"error", "there is no such page, the server answered 404"},
                                        {"hint", "check the address; the page may have moved"}});
    CHECK(Json::parse(lines[1]).at("input") == page);
    CHECK(Json::parse(lines[1]).at("cards") > 0);
    CHECK(Json::parse(lines[2]).at("error") == "the server answered 403");
    CHECK(Json::parse(lines[3]).at("input") == file);
    CHECK(Json::parse(lines[4]).at("error") == "this is an image (image/png), not an article");
    CHECK(Json::parse(lines[5]).at("error") == "this is a PNG image, not an article");
  }
  const Run run = tool({"read", server.address("/private")});
  CHECK(run.err == "recto-deck: " + server.address("/private") +
                       ": the server answered 403; save the page in your browser and import the "
                       "file\n");
}

TEST_CASE("recto-deck: an address without its scheme, and one of another, get help") {
  const auto error = [](const char* word) { return tool({"make", word}).err; };
  CHECK(error("example.org/reeds") ==
        "recto-deck: example.org/reeds: no such file; check the name, or did you mean "
        "https://example.org/reeds?\n");
  CHECK(error("article.txt").find("did you mean") == std::string::npos);
  CHECK(error("./no.folder/x.txt").find("did you mean") == std::string::npos);
  CHECK(error("ftp://127.0.0.1/x").find("only https and http; save the page") != std::string::npos);
  CHECK(error("file:///etc/hostname").find("without file://") != std::string::npos);
  for (const char* verb : {"show", "check"})
    CHECK(tool({verb, "https://127.0.0.1/x.deck.json"}).exit == 1);
  CHECK(tool({"check", "https://127.0.0.1/x.deck.json"}).err.find("decks are not fetched") !=
        std::string::npos);
}
