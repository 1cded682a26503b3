// The sample articles that come with Recto, and the decks that are checked in beside them.
#include <filesystem>
#include <set>
#include <string>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tools/deckmaker/deckmaker.h"

namespace recto::deckmaker {
namespace {

namespace fs = std::filesystem;

const std::set<std::string> kSamples = {"alibaba-cloud", "marie-curie", "smallpox"};

fs::path article_of(const std::string& sample) {
  const fs::path folder = test::project_folder() / "content" / "articles" / sample;
  return fs::exists(folder / "article.md") ? folder / "article.md" : folder / "article.txt";
}

MadeDeck deck_of(const std::string& sample) {
  const fs::path file = article_of(sample);
  const Resources resources = test::value(load_resources(test::project_folder() / "assets"));
  return test::value(make_deck(test::value(read_file(file, 1'000'000)),
                               {.name = file.filename().string()}, {}, resources));
}

}  // namespace

TEST_CASE("deckmaker: the decks of the samples are as they were judged") {
  for (const std::string& sample : kSamples)
    test::check_golden("content/decks/" + sample + ".deck.json", write_deck(deck_of(sample).deck));
}

TEST_CASE("deckmaker: the decks of the samples have no fault, and point at their sentences") {
  for (const std::string& sample : kSamples) {
    CAPTURE(sample);
    const Deck deck = deck_of(sample).deck;
    CHECK(faults_of(deck).empty());
    CHECK(deck.cards.size() >= 5);
    for (const Card& card : deck.cards) {
      CAPTURE(card.prompt);
      REQUIRE(card.evidence);
      CHECK(!evidence_text(deck, *card.evidence).empty());
      CHECK(!card.made_by.empty());
    }
  }
}

TEST_CASE("C16 deckmaker: the business sample's own questions become cards, whole") {
  const MadeDeck made = deck_of("alibaba-cloud");
  const auto entries = faq_of(made.article);
  CHECK(entries.size() == 4);
  std::size_t faq = 0;
  for (const Card& card : made.deck.cards)
    if (card.kind == CardKind::Faq) ++faq;
  CHECK(faq >= 2);
}

TEST_CASE("F7 deckmaker: no furniture of the page reaches the sample's article") {
  const std::string text = text_of(deck_of("alibaba-cloud").article);
  for (const char* furniture :
       {"Skip to main content", "Back to top", "All rights reserved", "min read", "Share this"})
    CHECK(text.find(furniture) == std::string::npos);
}

}  // namespace recto::deckmaker
