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

Run tool(const std::vector<std::string>& arguments, const std::string& input = {}) {
  return test::run("recto-deck", arguments, input);
}

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
  for (const char* verb : {"make", "read", "show", "check", "merge"}) {
    CHECK(help.out.find(verb) != std::string::npos);
    CHECK(tool({verb, "--help"}).exit == 0);
  }
}

TEST_CASE("X2 recto-deck: the examples of --help work as printed") {
  const test::TemporaryFolder folder;
  test::value(write_file(folder.path() / "article.txt",
                         "The Lighthouse of Skarn\n\nThe lighthouse of Skarn was built in 1857. "
                         "The Skarn Lifeboat Society was founded in 1863 by Ada Brookes.\n"));
  std::istringstream lines(tool({"--help"}).out);
  std::string script = "set -e\ncd '" + folder.path().string() + "'\n";
  int examples = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("  recto-deck ") || line.find('[') != std::string::npos) continue;
    if (line.find("merge article") != std::string::npos)
      script += "cp decks/*.deck.json decks/article.deck.json\n";
    script += line + " >/dev/null\n";
    ++examples;
  }
  REQUIRE(examples >= 6);
  const Run run = test::run("/bin/sh", {"-c", script}, {},
                            {"PATH=" + test::programs_folder().string() + ":/usr/bin:/bin"});
  CAPTURE(run.err);
  CHECK(run.exit == 0);
}
