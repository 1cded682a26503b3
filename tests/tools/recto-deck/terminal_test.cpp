#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tests/tools/recto-deck/tool.h"

using namespace recto;

namespace {

Deck deck_that_says(const std::string& words) {
  Deck deck;
  deck.id = {"d1"};
  deck.title = words;
  Card card;
  card.id = {"c1"};
  card.prompt = words;
  card.answer = words;
  deck.cards = {card};
  return deck;
}

std::string shown(const Deck& deck, const std::vector<std::string>& environment = {}) {
  const test::Run run = test::run("recto-deck", {"show", "-"}, write_deck(deck), environment);
  CHECK(run.exit == 0);
  return run.out;
}

}  // namespace

TEST_CASE("X4 recto-deck: what a deck says cannot steer the terminal") {
  const std::string out =
      shown(deck_that_says("a\u001b[2Jb\u0007\u202ec\u009bd\r\u2066 ok 漢字 é"));
  for (const char* sign : {"\u001b", "\u0007", "\r", "\u202e", "\u009b", "\u2066"})
    CHECK(out.find(sign) == std::string::npos);
  CHECK(out.find("ok 漢字 é") != std::string::npos);
}

TEST_CASE("X4 recto-deck: a deck is shown as wide as the terminal, without colour in a pipe") {
  std::string words;
  for (int i = 0; i < 60; ++i)
    words += "word" + std::to_string(i) + " ";
  const std::string out = shown(deck_that_says(words), {"COLUMNS=40"});
  std::size_t longest = 0;
  std::size_t length = 0;
  for (const char letter : out) {
    length = letter == '\n' ? 0 : length + 1;
    longest = std::max(longest, length);
  }
  CHECK(longest <= 40);
  CHECK(longest > 25);
  CHECK(out.find('\033') == std::string::npos);
}

TEST_CASE("X4 recto-deck: wide signs and endless words keep within the terminal") {
  const auto widest = [](const std::string& text, std::size_t bytes_a_sign,
                         std::size_t columns_a_sign) {
    std::size_t most = 0;
    for (const std::string& line : test::lines_of(text))
      most = std::max(most, line.size() / bytes_a_sign * columns_a_sign);
    return most;
  };
  std::string chinese;
  for (int i = 0; i < 200; ++i)
    chinese += "漢";
  const std::string shown_chinese = shown(deck_that_says(chinese), {"COLUMNS=40"});
  CHECK(widest(shown_chinese, 3, 2) <= 40);
  CHECK(widest(shown_chinese, 3, 2) >= 36);
  CHECK(widest(shown(deck_that_says(std::string(500, 'x')), {"COLUMNS=40"}), 1, 1) <= 40);
  CHECK(!shown(deck_that_says(std::string(500, 'x')), {"COLUMNS=0"}).empty());
}

TEST_CASE("X4 recto-deck: colour and progress on a terminal only, and no colour with NO_COLOR") {
  if (!std::filesystem::exists("/usr/bin/script")) {
    MESSAGE("skipped: 'script' is not installed");
    return;
  }
  const test::TemporaryFolder folder;
  test::put_file(folder, "a.deck.json", write_deck(deck_that_says("Radium")));
  test::put_file(folder, "in/a.txt", "The Ketterby Institute was founded in 1921.\n");
  test::put_file(folder, "in/b.txt", "The Ketterby Institute was founded in 1921.\n");
  const auto on_terminal = [&](const std::string& line, const std::string& variable) {
    return test::shell(folder.path(), "script -qec '" + line + "' /dev/null",
                       {"TERM=xterm", variable})
        .out;
  };
  const std::string show = "recto-deck show a.deck.json";
  CHECK(on_terminal(show, "A=1").find("\033[1mRadium\033[0m") != std::string::npos);
  CHECK(on_terminal(show, "NO_COLOR=1").find('\033') == std::string::npos);
  CHECK(on_terminal(show, "NO_COLOR=1").find("Radium") != std::string::npos);
  const std::string make = "recto-deck make in -o out/";
  CHECK(on_terminal(make, "A=1").find("1 of 2 in/a.txt") != std::string::npos);
  CHECK(on_terminal(make + " -q", "A=1").empty());
  CHECK(test::shell(folder.path(), make).err.find("1 of 2") == std::string::npos);
}
