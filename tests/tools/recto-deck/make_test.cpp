#include <filesystem>
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
using test::names_in;
using test::put_file;
using test::Run;
using test::tool;

namespace {

constexpr const char* kArticle =
    "# Radium in Ketterby\n\n"
    "The Ketterby Institute was founded in 1921. Its first director was Ada Brookes.\n\n"
    "Radium was discovered in 1898 by Marie Curie and Pierre Curie in Paris. The bridge over the "
    "River Arn was completed in 1934 and is 420 metres long.\n";
constexpr const char* kOther =
    "# The Lighthouse of Skarn\n\nThe lighthouse of Skarn was built in 1857. It stands 38 metres "
    "high. The Skarn Lifeboat Society was founded in 1863.\n";

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
  const std::string article = put_file(folder, "a.md", kArticle);
  const std::string out = (folder.path() / "a.deck.json").string();
  CHECK(tool({"make", article, "-o", out}).err.find(" card") != std::string::npos);
  CHECK(tool({"make", "-q", article, "-o", out}).err.empty());
  CHECK(tool({"make", article, "-o", out, "-v"}).err.find("bytes") != std::string::npos);
}

TEST_CASE("X2 recto-deck: --json gives one object a line, errors too") {
  const test::TemporaryFolder folder;
  const std::string good = put_file(folder, "a.md", kArticle);
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
  const std::string good = put_file(folder, "a.md", kArticle);
  const std::string empty = put_file(folder, "b.md", "");
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
           {"make", "x", "--min-quality", "nan"},
           {"make", "x", "--max-cards", "0"},
           {"make", "x", "--max-cards", "-1"},
           {"make", "x", "--kinds", ""},
           {"make", "x", "--kinds", "faq,poll"},
           {"make", "x", "--language", "English, please"},
           {"make", "-q", "x", "y"},
           {"make", "x", "y", "-o", "one.deck.json"},
           {"make", "x", "y"},
           {"make", "x", "y", "--merge", "z"},
           {"read"},
           {"read", "x", "--text", "--json"},
           {"read", "x", "--jobs", "257"},
           {"read", "--ndjson", "x"},
           {"read", "--ndjson", "--text"},
           {"make", "--ndjson", "x"},
           {"make", "--ndjson", "-o", "decks/"},
           {"make", "--ndjson", "--merge", "z"},
           {"make", "--ndjson", "--dry-run"},
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
  put_file(folder, "in/a.md", kArticle);
  put_file(folder, "in/b.txt", kOther);
  put_file(folder, "in/deep/c.md", std::string(kArticle) + "\nOne line more.\n");
  put_file(folder, "in/image.png", "no article");
  put_file(folder, "in/.hidden.md", kOther);
  const std::string foreign =
      put_file(folder, "decks/the-lighthouse-of-skarn.deck.json", "somebody's notes");
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

TEST_CASE(
    "X5 recto-deck: another article of the same title gets another name, an update does not") {
  const test::TemporaryFolder folder;
  const std::string decks = (folder.path() / "decks").string() + "/";
  const std::string one = put_file(folder, "one.md", kArticle);
  const std::string other =
      put_file(folder, "other.md",
               "# Radium in Ketterby\n\nThe museum of Ketterby was opened in 1998 by Ida Holm.\n");
  CHECK(tool({"make", one, "-o", decks}).exit == 0);
  CHECK(tool({"make", other, "-o", decks}).exit == 0);
  CHECK(names_in(decks) ==
        std::vector<std::string>{"radium-in-ketterby-2.deck.json", "radium-in-ketterby.deck.json"});
  put_file(folder, "one.md", std::string(kArticle) + "\nThe school was founded in 1950.\n");
  CHECK(tool({"make", one, "-o", decks}).exit == 0);
  CHECK(names_in(decks).size() == 2);
  const Deck updated = test::value(
      read_deck(test::value(read_file(decks + "radium-in-ketterby.deck.json", 1'000'000))));
  CHECK(updated.passages.size() == 3);
}

TEST_CASE("X5 recto-deck: -o FOLDER does not write over changes by hand") {
  const test::TemporaryFolder folder;
  const std::string article = put_file(folder, "a.md", kArticle);
  const std::string decks = (folder.path() / "decks").string() + "/";
  CHECK(tool({"make", article, "-o", decks}).exit == 0);
  const std::string path = decks + "radium-in-ketterby.deck.json";
  Deck deck = test::value(read_deck(test::value(read_file(path, 1'000'000))));
  REQUIRE(!deck.cards.empty());
  deck.cards[0].edited = true;
  const std::string mine = write_deck(deck);
  test::value(write_file(path, mine));
  const Run run = tool({"make", article, "-o", decks});
  CHECK(run.exit == 1);
  CHECK(run.err == "recto-deck: " + article + ": " + path +
                       ": this deck holds changes by hand; to keep them: --merge " + path + " -o " +
                       path + "\n");
  CHECK(test::value(read_file(path, 1'000'000)) == mine);
  CHECK(tool({"make", article, "--merge", path, "-o", path}).exit == 0);
}

TEST_CASE("X5 recto-deck: names are safe whatever the title says") {
  struct Row {
    const char* title;
    const char* begin;
  };
  for (const Row& row : {Row{"../../etc/passwd", "etc-passwd.deck.json"},
                         Row{"Ünïcode: Straße & Łódź", "unicode-strasse-lodz.deck.json"},
                         Row{"漢字の記事", "deck-d"}, Row{"Don't look", "dont-look.deck.json"}}) {
    CAPTURE(row.title);
    const test::TemporaryFolder folder;
    const std::string decks = (folder.path() / "decks").string() + "/";
    const Run run = tool({"make", "-", "-o", decks},
                         std::string("# ") + row.title +
                             "\n\nThe Ketterby Institute was founded in 1921 by Ada Brookes.\n");
    CHECK(run.exit == 0);
    REQUIRE(names_in(decks).size() == 1);
    CHECK(names_in(decks)[0].starts_with(row.begin));
    CHECK(names_in(folder.path()).size() == 1);
  }
}

TEST_CASE("X5 recto-deck: --dry-run says what would be written and writes nothing") {
  const test::TemporaryFolder folder;
  const std::string article = put_file(folder, "a.md", kArticle);
  const std::string decks = (folder.path() / "decks").string() + "/";
  const Run run = tool({"make", article, "-o", decks, "--dry-run"});
  CHECK(run.exit == 0);
  CHECK(run.err.find("would write") != std::string::npos);
  CHECK(run.err.find("radium-in-ketterby.deck.json") != std::string::npos);
  const Run json = tool({"make", article, "-o", decks, "--dry-run", "--json", "-q"});
  CHECK(json.err.empty());
  CHECK(Json::parse(json.out).at("dry_run") == true);
  CHECK(Json::parse(json.out).at("output") == decks + "radium-in-ketterby.deck.json");
  CHECK(tool({"make", article, "--dry-run"}).out.empty());
  CHECK(!std::filesystem::exists(decks));
}

TEST_CASE("recto-deck: a glob and a folder stand for their articles, in order of name") {
  const test::TemporaryFolder folder;
  put_file(folder, "in/b.TXT", kOther);
  put_file(folder, "in/a.md", kArticle);
  put_file(folder, "in/notes.xls", "none");
  const std::string in = (folder.path() / "in").string();
  for (const std::string& word : {in, in + "/[ab]*"}) {
    const std::vector<std::string> lines = lines_of(tool({"make", "--json", word}).out);
    REQUIRE(lines.size() == 2);
    CHECK(Json::parse(lines[0]).at("input") == in + "/a.md");
    CHECK(Json::parse(lines[1]).at("input") == in + "/b.TXT");
  }
  const Run none = tool({"make", "--json", in + "/*.nothing", in + "/a.md"});
  CHECK(none.exit == 1);
  CHECK(Json::parse(lines_of(none.out).at(0)).at("error") == "no file matches");
}

TEST_CASE(
    "recto-deck: of a folder all formats are taken, but not what browsers save beside a page") {
  const test::TemporaryFolder folder;
  std::vector<std::string> names = {"a.docx", "b.epub", "c.htm",   "d.HTML.gz", "e.html",
                                    "f.mht",  "g.pdf",  "h.xhtml", "i.txt.gz",  "j.zip"};
  for (const std::string& name : names)
    put_file(folder, name, kArticle);
  put_file(folder, "e_files/advertisement.html", kOther);
  put_file(folder, "lone_files/k.md", kOther);
  put_file(folder, "picture.jpg", "none");
  put_file(folder, "archive.tar.gz", "none");
  names.emplace_back("lone_files/k.md");
  std::vector<std::string> found;
  for (const std::string& line : lines_of(tool({"read", "--json", folder.path().string()}).out))
    found.push_back(
        std::filesystem::relative(Json::parse(line).at("input").get<std::string>(), folder.path()));
  CHECK(found == names);
  const test::TemporaryFolder empty;
  CHECK(tool({"read", empty.path().string()}).err.find("there is no article (.html, .pdf, ") !=
        std::string::npos);
}

TEST_CASE("recto-deck: a file may have any name") {
  const test::TemporaryFolder folder;
  for (const char* name : {"standard input", "[a]*.txt", "-o", "a\nb.txt", "torn \xFF.txt"}) {
    const std::string path = put_file(folder, name, kArticle);
    const Run run = test::shell(folder.path(), "recto-deck make --json -- \"$NAME\"",
                                {std::string("NAME=") + name});
    CAPTURE(run.err);
    CHECK(run.exit == 0);
    CHECK(!Json::parse(run.out).at("deck").at("cards").empty());
  }
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
    put_file(folder, "in/" + std::to_string(i) + ".md",
             "# Article " + std::to_string(i) + "\n\n" + (i % 2 == 0 ? kArticle : kOther));
  const std::string in = (folder.path() / "in").string();
  const Run one = tool({"make", "--json", in, "--jobs", "1"});
  const Run eight = tool({"make", "--json", in, "--jobs", "8"});
  CHECK(one.exit == 0);
  CHECK(lines_of(one.out).size() == 20);
  CHECK(one.out == eight.out);
  put_file(folder, "in/10a.txt", "");
  for (const char* manner : {"--json", "--text"}) {
    const Run read_one = tool({"read", manner, in});
    const Run read_eight = tool({"read", manner, in, "--jobs", "8"});
    CHECK(read_one.exit == 1);
    CHECK(read_one.out.find("Article 19") != std::string::npos);
    CHECK(read_one.out == read_eight.out);
    CHECK(read_one.err == read_eight.err);
  }
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
  CHECK(test::value(read_deck(tool({"make", "--kinds", "cloze", "-"}, kArticle).out)).cards ==
        cloze);
  CHECK(cards({"--max-cards", "1"}).size() == 1);
  CHECK(cards({"--min-quality", "1"}).size() < all.size());
}

TEST_CASE("recto-deck: --merge keeps what a person did to the old deck") {
  const test::TemporaryFolder folder;
  const std::string article = put_file(folder, "a.md", kArticle);
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
