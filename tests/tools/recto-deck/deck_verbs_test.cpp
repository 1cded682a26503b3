#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tests/tools/recto-deck/tool.h"

using namespace recto;
using Json = nlohmann::json;
using test::put_file;
using test::Run;
using test::tool;

namespace {

Deck small_deck() {
  Deck deck;
  deck.id = {"d1"};
  deck.title = "Radium";
  deck.passages = {{{"p1"}, "Discovery", "Radium was found in 1898.", {}}};
  Card card;
  card.id = {"c1"};
  card.kind = CardKind::Choice;
  card.prompt = "When was radium found?";
  card.answer = "1898";
  card.distractors = {"1889", "1908", "1879"};
  card.made_by = "rules/test";
  card.evidence = Evidence{{"p1"}, 0, 25, {}};
  deck.cards = {card};
  return deck;
}

}  // namespace

TEST_CASE("recto-deck: show prints cards under their headings, with evidence") {
  const Run run = tool({"show", "-"}, write_deck(small_deck()));
  CHECK(run.exit == 0);
  CHECK(run.out ==
        "Radium\n1 card\n\nDiscovery\n\n1. When was radium found? [choice]\n   - 1879\n   - 1889\n"
        "   - 1898\n   - 1908\n   = 1898\n   “Radium was found in 1898.”\n");
}

TEST_CASE("recto-deck: check tells every fault with its pointer and exits with 1") {
  Deck deck = small_deck();
  deck.cards[0].evidence->end = 99;
  deck.cards[0].distractors = {"1898"};
  const Run run = tool({"check", "-"}, write_deck(deck));
  CHECK(run.exit == 1);
  CHECK(run.out ==
        "standard input: /cards/0/distractors: the answer stands among the wrong options\n"
        "standard input: /cards/0/evidence: the evidence ends behind its passage\n");
  const Run json = tool({"check", "--json", "-"}, write_deck(deck));
  CHECK(json.exit == 1);
  CHECK(Json::parse(json.out).at("valid") == false);
  CHECK(Json::parse(json.out).at("faults")[1].at("pointer") == "/cards/0/evidence");
  CHECK(tool({"check", "-"}, write_deck(small_deck())).exit == 0);
}

TEST_CASE("recto-deck: check tells a member of the wrong type, unknown ones are no fault") {
  Json json = Json::parse(write_deck(small_deck()));
  json["x-mine"] = 7;
  CHECK(tool({"check", "-"}, json.dump()).exit == 0);
  json["cards"][0]["prompt"] = 7;
  const Run run = tool({"check", "-"}, json.dump());
  CHECK(run.exit == 1);
  CHECK(run.out == "standard input: /cards/0/prompt: this must be a string\n");
}

TEST_CASE("recto-deck: merge writes the merged deck and a summary") {
  const test::TemporaryFolder folder;
  const std::string old_path = (folder.path() / "old.deck.json").string();
  const std::string new_path = (folder.path() / "new.deck.json").string();
  const std::string out_path = (folder.path() / "out.deck.json").string();
  Deck fresh = small_deck();
  Card more = fresh.cards[0];
  more.id = {"c2"};
  more.prompt = "In which year was radium discovered by the Curies?";
  more.answer = "in 1898";
  fresh.cards.push_back(more);
  fresh.extras["x-mine"] = "7";
  test::value(write_file(old_path, write_deck(small_deck())));
  test::value(write_file(new_path, write_deck(fresh)));
  const Run run = tool({"merge", old_path, new_path, "-o", out_path});
  CHECK(run.exit == 0);
  CHECK(run.err == "recto-deck: 1 same, 0 changed, 1 new, 0 gone, 0 kept, 0 dropped\n");
  CHECK(test::value(read_file(out_path, 100'000)) == write_deck(fresh));
  const Run json = tool({"merge", "--json", old_path, new_path, "-o", out_path});
  CHECK(Json::parse(json.out).at("new") == 1);
  const Run plain = tool({"merge", "-q", old_path, new_path});
  CHECK(plain.out == write_deck(fresh));
  CHECK(plain.err.empty());
}

TEST_CASE("X2 recto-deck: --help and --version") {
  const Run help = tool({"--help"});
  CHECK(help.exit == 0);
  CHECK(help.out.find("Examples:") != std::string::npos);
  CHECK(tool({"--version"}).out.starts_with("recto-deck "));
  for (const char* verb : {"make", "read", "show", "check", "merge", "export"}) {
    CHECK(help.out.find(verb) != std::string::npos);
    CHECK(tool({verb, "--help"}).exit == 0);
  }
}

TEST_CASE("X2 recto-deck: the examples of --help work as printed") {
  const test::TemporaryFolder folder;
  put_file(folder, "article.txt",
           "The Lighthouse of Skarn\n\nThe lighthouse of Skarn was built in 1857. "
           "The Skarn Lifeboat Society was founded in 1863 by Ada Brookes.\n");
  int examples = 0;
  for (const std::string& line : test::lines_of(tool({"--help"}).out)) {
    if (!line.starts_with("  recto-deck ")) continue;
    const Run run = test::shell(folder.path(), line);
    CAPTURE(line);
    CAPTURE(run.err);
    CHECK(run.exit == 0);
    CHECK(run.err.find("rror") == std::string::npos);
    ++examples;
  }
  CHECK(examples >= 10);
  CHECK(test::names_in(folder.path()) ==
        std::vector<std::string>{"8.pdf", "article.deck.json", "article.txt", "decks",
                                 "decks.ndjson", "new.deck.json", "quiz.pdf"});
}

TEST_CASE("recto-deck: show groups cards under headings, in the order of the article") {
  Deck deck = small_deck();
  deck.source = {"A page", "https://example.org/r", {"Ada Brookes"}, "2019-03-09", "", "", {}};
  deck.passages = {{{"p1"}, "First", "One.", {}}, {{"p2"}, "Second", "Two.", {}}};
  const auto card = [](const char* id, const char* passage) {
    Card made;
    made.id = {id};
    made.prompt = std::string("Which is ") + id + "?";
    made.answer = "it";
    made.accept = {"that"};
    made.hint = "not this";
    made.explanation = "Because.";
    made.tags = {"numbers"};
    if (*passage != '\0') made.evidence = Evidence{{passage}, 0, 4, {}};
    return made;
  };
  deck.cards = {card("c", "p2"), card("a", ""), card("b", "p1"), card("d", "p2")};
  deck.cards[1].explanation.clear();
  const Run run = tool({"show", "-"}, write_deck(deck));
  test::check_golden("tests/tools/recto-deck/show.golden", run.out);
}

TEST_CASE("recto-deck: merge warns when the decks have nothing in common") {
  const test::TemporaryFolder folder;
  Deck other = small_deck();
  other.cards[0].id = {"c7"};
  other.cards[0].prompt = "Who wrote the Odyssey?";
  other.cards[0].answer = "Homer";
  const std::string old_path = put_file(folder, "a.deck.json", write_deck(small_deck()));
  const std::string new_path = put_file(folder, "b.deck.json", write_deck(other));
  CHECK(tool({"merge", old_path, new_path}).err.find("of the same article?") != std::string::npos);
  CHECK(tool({"merge", old_path, old_path}).err.find("of the same article?") == std::string::npos);
}

TEST_CASE("recto-deck: merge --dry-run writes nothing") {
  const test::TemporaryFolder folder;
  const std::string path = put_file(folder, "a.deck.json", write_deck(small_deck()));
  const Run run =
      tool({"merge", path, "-", "--dry-run", "-o", path + "2"}, write_deck(small_deck()));
  CHECK(run.exit == 0);
  CHECK(run.out.empty());
  CHECK(run.err.find("would write") != std::string::npos);
  CHECK(test::names_in(folder.path()).size() == 1);
}

TEST_CASE("recto-deck: check looks through folders and tells how many faults it holds back") {
  const test::TemporaryFolder folder;
  put_file(folder, "decks/a.deck.json", write_deck(small_deck()));
  Json json = Json::parse(write_deck(small_deck()));
  for (int i = 0; i < 150; ++i)
    json["cards"].push_back(i);
  const std::string bad = put_file(folder, "decks/b.deck.json", json.dump());
  put_file(folder, "decks/notes.txt", "no deck");
  const Run run = tool({"check", (folder.path() / "decks").string()});
  CHECK(run.exit == 1);
  CHECK(test::lines_of(run.out).size() == 100);
  CHECK(run.out.starts_with(bad + ": /cards/1: this must be an object\n"));
  CHECK(run.err.find("the first 100 faults") != std::string::npos);
  CHECK(run.err.find("a.deck.json: no fault found") != std::string::npos);
}

TEST_CASE("L20 recto-deck: export writes a quiz on paper") {
  const test::TemporaryFolder folder;
  const std::string file = (folder.path() / "quiz.pdf").string();
  const std::string deck = write_deck(small_deck());
  const Run run = tool({"export", "-", "--to", "paper", "-o", file}, deck);
  CHECK(run.exit == 0);
  CHECK(run.out.empty());
  const std::string bytes = test::value(read_file(file, 10'000'000));
  CHECK(bytes.starts_with("%PDF-"));
  CHECK(tool({"export", "-", "--to", "paper"}, deck).out == bytes);
  CHECK(tool({"export", "-", "--to", "paper", "--page", "letter"}, deck).out != bytes);
  const Run json = tool({"export", "-", "--to", "paper", "-o", file, "--json"}, deck);
  CHECK(Json::parse(json.out).at("output") == file);
  CHECK(tool({"export", "-", "--to", "paper", "--json"}, deck).exit == 1);
  CHECK(tool({"export", "-", "--to", "stone"}, deck).exit == 2);
  Deck empty = small_deck();
  empty.cards.clear();
  const Run nothing = tool({"export", "-", "--to", "paper"}, write_deck(empty));
  CHECK(nothing.exit == 0);
  CHECK(nothing.err.find("no cards") != std::string::npos);
}
