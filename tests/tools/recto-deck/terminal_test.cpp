#include <algorithm>
#include <string>
#include <vector>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"

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
