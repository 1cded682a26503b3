#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"

using namespace recto;
using Json = nlohmann::json;
using test::Run;

namespace {

constexpr const char* kArticle =
    "# Radium in Ketterby\n\n"
    "The Ketterby Institute was founded in 1921. Its first director was Ada Brookes.\n\n"
    "Radium was discovered in 1898 by Marie Curie and Pierre Curie in Paris. The bridge over the "
    "River Arn was completed in 1934 and is 420 metres long.\n";
constexpr const char* kOther =
    "# The Lighthouse of Skarn\n\nThe lighthouse of Skarn was built in 1857. It stands 38 metres "
    "high. The Skarn Lifeboat Society was founded in 1863.\n";

Run tool(const std::vector<std::string>& arguments, const std::string& input = {}) {
  return test::run("recto-deck", arguments, input);
}

std::string file(const test::TemporaryFolder& folder, const std::string& name,
                 const std::string& content) {
  const std::filesystem::path path = folder.path() / name;
  std::filesystem::create_directories(path.parent_path());
  test::value(write_file(path, content));
  return path.string();
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("X1 recto-deck: make reads standard input and writes the deck to standard output") {
  const Run run = tool({"make", "-"}, kArticle);
  CHECK(run.exit == 0);
  const Deck deck = test::value(read_deck(run.out));
  CHECK(deck.title == "Radium in Ketterby");
  CHECK(!deck.cards.empty());
  for (const Card& card : deck.cards) {
    CHECK(card.evidence);
    CHECK(!evidence_text(deck, *card.evidence).empty());
  }
}

TEST_CASE("X1 recto-deck: -q silences, -v explains") {
  const test::TemporaryFolder folder;
  const std::string article = file(folder, "a.md", kArticle);
  const std::string out = (folder.path() / "a.deck.json").string();
  CHECK(tool({"make", article, "-o", out}).err.find(" card") != std::string::npos);
  CHECK(tool({"make", "-q", article, "-o", out}).err.empty());
  CHECK(tool({"make", article, "-o", out, "-v"}).err.find("bytes") != std::string::npos);
}

TEST_CASE("X2 recto-deck: --json gives one object a line, errors too") {
  const test::TemporaryFolder folder;
  const std::string good = file(folder, "a.md", kArticle);
  const std::string missing = (folder.path() / "missing.txt").string();
  const Run run = tool({"make", "--json", good, missing, good});
  CHECK(run.exit == 1);
  const std::vector<std::string> lines = lines_of(run.out);
  REQUIRE(lines.size() == 3);
  CHECK(Json::parse(lines[0]).at("input") == good);
  CHECK(Json::parse(lines[0]).at("deck").at("format") == "recto-deck");
  CHECK(Json::parse(lines[1]).at("input") == missing);
  CHECK(Json::parse(lines[1]).at("error") == "no such file");
  CHECK(!Json::parse(lines[1]).at("hint").get<std::string>().empty());
  CHECK(lines[2] == lines[0]);
}

TEST_CASE("X3 recto-deck: one bad input does not stop the others") {
  const test::TemporaryFolder folder;
  const std::string good = file(folder, "a.md", kArticle);
  const std::string empty = file(folder, "b.md", "");
  const std::string decks = (folder.path() / "decks").string() + "/";
  const Run run = tool({"make", empty, good, "-o", decks});
  CHECK(run.exit == 1);
  CHECK(run.err.find("recto-deck: " + empty + ": ") != std::string::npos);
  CHECK(names_in(decks) == std::vector<std::string>{"radium-in-ketterby.deck.json"});
}

TEST_CASE("X3 recto-deck: wrong usage does nothing and exits with 2") {
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {},
           {"make"},
           {"bake", "x"},
           {"make", "x", "--kinds", "essay"},
           {"make", "x", "--jobs", "0"},
           {"make", "x", "--min-quality", "2"},
           {"make", "x", "y"},
           {"make", "x", "y", "--merge", "z"},
           {"read", "x", "--text", "--json"},
           {"merge", "x"},
       }) {
    const Run run = tool(arguments);
    CHECK(run.exit == 2);
    CHECK(!run.err.empty());
    CHECK(run.out.empty());
  }
}

TEST_CASE("X5 recto-deck: -o FOLDER names decks by their titles and overwrites no stranger") {
  const test::TemporaryFolder folder;
  file(folder, "in/a.md", kArticle);
  file(folder, "in/b.txt", kOther);
  file(folder, "in/deep/c.md", std::string(kArticle) + "\nOne line more.\n");
  file(folder, "in/image.png", "no article");
  file(folder, "in/.hidden.md", kOther);
  const std::string foreign =
      file(folder, "decks/the-lighthouse-of-skarn.deck.json", "somebody's notes");
  const std::string in = (folder.path() / "in").string();
  const std::string decks = (folder.path() / "decks").string();
  const std::vector<std::string> expected = {
      "radium-in-ketterby-2.deck.json", "radium-in-ketterby.deck.json",
      "the-lighthouse-of-skarn-2.deck.json", "the-lighthouse-of-skarn.deck.json"};
  for (int round = 0; round < 2; ++round) {
    CHECK(tool({"make", in, "-o", decks}).exit == 0);
    CHECK(names_in(decks) == expected);
    CHECK(test::value(read_file(foreign, 1000)) == "somebody's notes");
  }
}

TEST_CASE("X5 recto-deck: --dry-run says what would be written and writes nothing") {
  const test::TemporaryFolder folder;
  const std::string article = file(folder, "a.md", kArticle);
  const std::string decks = (folder.path() / "decks").string() + "/";
  const Run run = tool({"make", article, "-o", decks, "--dry-run"});
  CHECK(run.exit == 0);
  CHECK(run.err.find("would write") != std::string::npos);
  CHECK(run.err.find("radium-in-ketterby.deck.json") != std::string::npos);
  CHECK(!std::filesystem::exists(decks));
}

TEST_CASE("X6 recto-deck: an article without a good card gives an empty deck and a warning") {
  const Run run = tool({"make", "-"}, "Well, well. It was nice, and then it was over.\n");
  CHECK(run.exit == 0);
  CHECK(run.err.find("no good card") != std::string::npos);
  CHECK(test::value(read_deck(run.out)).cards.empty());
}

TEST_CASE("X7 recto-deck: the same bytes with one job and with eight, in the order of the input") {
  const test::TemporaryFolder folder;
  for (int i = 0; i < 20; ++i)
    file(folder, "in/" + std::to_string(i) + ".md",
         "# Article " + std::to_string(i) + "\n\n" + (i % 2 == 0 ? kArticle : kOther));
  const std::string in = (folder.path() / "in").string();
  const Run one = tool({"make", "--json", in, "--jobs", "1"});
  const Run eight = tool({"make", "--json", in, "--jobs", "8"});
  CHECK(one.exit == 0);
  CHECK(lines_of(one.out).size() == 20);
  CHECK(one.out == eight.out);
}

TEST_CASE("recto-deck: --kinds, --max-cards and --min-quality choose among the cards") {
  const auto cards = [](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"make", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return test::value(read_deck(tool(arguments, kArticle).out)).cards;
  };
  const std::vector<Card> all = cards({});
  REQUIRE(all.size() >= 2);
  const std::vector<Card> cloze = cards({"--kinds", "cloze"});
  CHECK(!cloze.empty());
  for (const Card& card : cloze)
    CHECK(card.kind == CardKind::Cloze);
  CHECK(cards({"--max-cards", "1"}).size() == 1);
  CHECK(cards({"--min-quality", "1"}).size() < all.size());
}

TEST_CASE("recto-deck: --merge keeps what a person did to the old deck") {
  const test::TemporaryFolder folder;
  const std::string article = file(folder, "a.md", kArticle);
  const std::string deck_path = (folder.path() / "a.deck.json").string();
  CHECK(tool({"make", article, "-o", deck_path}).exit == 0);
  Deck deck = test::value(read_deck(test::value(read_file(deck_path, 1'000'000))));
  REQUIRE(!deck.cards.empty());
  deck.cards[0].prompt = "My own words?";
  deck.cards[0].kind = CardKind::Short;
  deck.cards[0].edited = true;
  test::value(write_file(deck_path, write_deck(deck)));
  const Run run = tool({"make", article, "--merge", deck_path, "-o", deck_path});
  CHECK(run.exit == 0);
  CHECK(run.err.find("1 kept") != std::string::npos);
  const Deck merged = test::value(read_deck(test::value(read_file(deck_path, 1'000'000))));
  CHECK(find_card(merged, deck.cards[0].id)->prompt == "My own words?");
}

TEST_CASE("recto-deck: read prints the article as text or as one JSON object") {
  const Run text = tool({"read", "-"}, kArticle);
  CHECK(text.exit == 0);
  CHECK(text.out.starts_with("Radium in Ketterby\n\n"));
  const Run run = tool({"read", "--json", "-"}, kArticle);
  const Json json = Json::parse(run.out);
  for (const char* member :
       {"title", "authors", "published", "language", "site", "url", "text", "blocks", "faq"})
    CHECK(json.contains(member));
  CHECK(json.at("title") == "Radium in Ketterby");
  CHECK(!json.contains("input"));
  CHECK(json.at("blocks")[0].at("type") == "paragraph");
}
