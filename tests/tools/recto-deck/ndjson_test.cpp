// --ndjson: articles as lines in, results as lines out.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tests/tools/recto-deck/tool.h"

using namespace recto;
using Json = nlohmann::json;
using test::lines_of;
using test::put_file;
using test::Run;
using test::tool;

namespace {

/// A document a line, each about a lighthouse of its own.
std::string documents(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    lines += Json{{"input", "document " + number},
                  {"title", "Lighthouse " + number},
                  {"text", "The lighthouse of Skarn was built in " + std::to_string(1800 + i) +
                               ". The Skarn Lifeboat Society was founded in 1863 by Ada "
                               "Brookes."}}
                 .dump() +
             "\n";
  }
  return lines;
}

Json error_line(const std::string& line) {
  const Run run = tool({"make", "--ndjson", "-q"}, line + "\n");
  CAPTURE(line);
  CHECK(run.exit == 1);
  REQUIRE(lines_of(run.out).size() == 1);
  CHECK(lines_of(run.err).size() == 1);
  return Json::parse(run.out);
}

}  // namespace

TEST_CASE("recto-deck: --ndjson makes the decks that files make, line by line") {
  const test::TemporaryFolder folder;
  put_file(folder, "a.md", "# Reeds\n\nThe reed bed of Arn was planted in 1921 by Ada Brookes.\n");
  put_file(folder, "b.txt",
           "The Lighthouse of Skarn\n\nThe lighthouse of Skarn was built in 1857.\n\nWhat is it "
           "made of?\n\nIt is made of granite from the island of Hestoy.\n");
  const std::string in = folder.path().string();
  const std::vector<std::string> expected =
      lines_of(tool({"make", "--json", "--min-quality", "0.4", in}).out);
  const Run run =
      tool({"make", "--ndjson", "--min-quality", "0.4", "-"}, tool({"read", "--json", in}).out);
  CHECK(run.exit == 0);
  const std::vector<std::string> lines = lines_of(run.out);
  REQUIRE(lines.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const Deck deck = test::value(read_deck(lines[i]));
    const Deck made = test::value(read_deck(Json::parse(expected[i]).at("deck").dump()));
    CHECK_FALSE(deck.cards.empty());
    CHECK(deck.cards == made.cards);
    CHECK(deck.passages == made.passages);
    CHECK(deck.id == made.id);
    CHECK(deck.source.sha256.size() == 64);
  }
}

TEST_CASE("recto-deck: read --ndjson cleans documents, and its lines are what it takes") {
  const std::string line = Json{
      {"input", "corpus/7"},
      {"title", "Reeds"},
      {"authors", {"Ada Brookes"}},
      {"published", "1921-05-03"},
      {"url", "https://example.org/reeds"},
      {"unknown", {1, 2}},
      {"text",
       "# Another title\n\nThe reed bed of Arn was planted in 1921.\n\n> Reeds grow "
       "in water.\n"}}.dump();
  const Run once = tool({"read", "--ndjson"}, line + "\n");
  CHECK(once.exit == 0);
  const Json article = Json::parse(once.out);
  CHECK(article.at("input") == "corpus/7");
  CHECK(article.at("title") == "Reeds");
  CHECK(article.at("authors") == Json{"Ada Brookes"});
  CHECK(article.at("published") == "1921-05-03");
  CHECK(article.at("url") == "https://example.org/reeds");
  CHECK(article.at("language") == "en");
  CHECK(article.at("blocks").back().at("type") == "quote");
  CHECK(tool({"read", "--ndjson"}, once.out).out == once.out);
  CHECK(Json::parse(tool({"read", "--ndjson", "--language", "de"}, once.out).out).at("language") ==
        "de");
}

TEST_CASE("recto-deck: a book gives a deck with chapters as tags, or a deck a chapter") {
  const auto paragraph = [](const char* chapter, const std::string& year) {
    return Json{{"type", "paragraph"},
                {"chapter", chapter},
                {"text", "The Skarn Lifeboat Society was founded in " + year + " by Ada Brookes."}};
  };
  const std::string book =
      Json{{"title", "Skarn"},
           {"blocks", {paragraph("Boats", "1863"), paragraph("Lights", "1871")}}}
          .dump();
  const std::string whole = tool({"make", "--ndjson", "--min-quality", "0.4"}, book).out;
  REQUIRE(lines_of(whole).size() == 1);
  const Deck one = test::value(read_deck(whole));
  REQUIRE_FALSE(one.cards.empty());
  CHECK(one.cards.front().tags == std::vector<std::string>{"Boats"});
  const std::vector<std::string> decks =
      lines_of(tool({"make", "--ndjson", "--split", "chapters", "--min-quality", "0.4"}, book).out);
  REQUIRE(decks.size() == 2);
  CHECK(test::value(read_deck(decks[0])).title == "Skarn: Boats");
  CHECK(test::value(read_deck(decks[1])).title == "Skarn: Lights");
  CHECK(test::value(read_deck(decks[0])).id != test::value(read_deck(decks[1])).id);
  CHECK(lines_of(tool({"read", "--ndjson"}, book).out).front().find(R"("chapter":"Lights")") !=
        std::string::npos);

  const test::TemporaryFolder folder;
  const std::string article = put_file(folder, "a.txt", "The pier of Skarn was built in 1863.");
  const Run unsplit = tool({"make", article, "--split", "chapters"});
  CHECK(unsplit.exit == 2);
  CHECK(unsplit.err.find("-o FOLDER/") != std::string::npos);
  CHECK(tool({"make", article, "--split", "pages", "--json"}).exit == 2);
}

TEST_CASE("X3 recto-deck: a bad line is told in its place and does not stop the others") {
  const std::string good = documents(1);
  const Run run = tool({"make", "--ndjson"}, good + "\n  \r\n{\"title\": 7}\n" + good + "no JSON");
  CHECK(run.exit == 1);
  const std::vector<std::string> lines = lines_of(run.out);
  REQUIRE(lines.size() == 4);
  CHECK(read_deck(lines[0]));
  CHECK(lines[2] == lines[0]);
  CHECK(Json::parse(lines[1]) == Json{{"input", "line 4"},
                                      {"error", "/title: this must be a string"},
                                      {"hint", "write the line as recto-deck read --json does"}});
  CHECK(Json::parse(lines[3]).at("input") == "line 6");
  CHECK(run.err.find("recto-deck: line 4: /title: this must be a string; ") != std::string::npos);

  for (const char* line :
       {"7", "[]", "{}", "null", "{\"blocks\": 7}", "{\"blocks\": [7]}", "{\"blocks\": []}",
        R"({"blocks": [{"type": "poem", "text": "x"}]})",
        R"({"blocks": [{"type": "heading", "text": "x", "level": 9}]})",
        R"({"blocks": [{"type": "heading", "text": "x", "level": 99999999999999999999}]})",
        R"({"blocks": [{"type": "paragraph", "text": ["x"]}]})", R"({"authors": "Ada"})",
        R"({"authors": [7]})", R"({"text": ""})", R"({"html": 7})", "{\"text\": \"\xFF\"}"}) {
    const Json told = error_line(line);
    CHECK(told.at("input") == "line 1");
    CHECK_FALSE(told.at("error").get<std::string>().empty());
    CHECK_FALSE(told.at("hint").get<std::string>().empty());
  }
  CHECK(error_line(std::string(200'000, '[')).at("error") == "the line is no JSON object");
  CHECK(error_line(R"({"input": "corpus/9", "text": " "})").at("input") == "corpus/9");
  CHECK(tool({"make", "--ndjson"}, "").exit == 0);
}

TEST_CASE("X7 recto-deck: lines give the same bytes with one job and with eight") {
  std::string lines = documents(60);
  lines.insert(lines.find("\n", lines.size() / 2) + 1, "{\"input\": \"odd one\"}\n");
  for (const char* verb : {"make", "read"}) {
    const Run one = tool({verb, "--ndjson"}, lines);
    const Run eight = tool({verb, "--ndjson", "--jobs", "8"}, lines);
    CHECK(one.exit == 1);
    CHECK(lines_of(one.out).size() == 61);
    CHECK(one.out == eight.out);
    CHECK(one.err == eight.err);
  }
}

TEST_CASE("X7 recto-deck: with one job a line is answered before the next is there") {
  const test::TemporaryFolder folder;
  put_file(folder, "line", documents(1));
  // The second line is sent once the first is answered.
  const Run pipe = test::run(
      "/bin/sh", {"-c",
                  "cd '" + folder.path().string() +
                      "' && mkfifo in out && (timeout 20 \"$0\" read --ndjson <in >out &) && "
                      "exec 3>in 4<out && cat line >&3 && read -r answer <&4 && cat line >&3 && "
                      "exec 3>&- && cat <&4 | wc -l",
                  (test::programs_folder() / "recto-deck").string()});
  CHECK(pipe.exit == 0);
  CHECK(pipe.out == "1\n");
}

TEST_CASE("recto-deck: a line of more than 128 MB is skipped, not kept") {
  const test::TemporaryFolder folder;
  put_file(folder, "line", documents(1));
  const Run run = test::shell(
      folder.path(),
      "(head -c 130000000 /dev/zero | tr '\\0' a; echo; cat line) | recto-deck read --ndjson");
  CHECK(run.exit == 1);
  const std::vector<std::string> lines = lines_of(run.out);
  REQUIRE(lines.size() == 2);
  CHECK(Json::parse(lines[0]).at("error") == "larger than 128 MB");
  CHECK(Json::parse(lines[1]).at("title") == "Lighthouse 0");
}
