// The sample articles that come with Recto, and the decks that are checked in beside them.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "tests/support/support.h"
#include "tools/deckmaker/deckmaker.h"

namespace recto::deckmaker {
namespace {

namespace fs = std::filesystem;

const std::set<std::string> kSamples = {"alibaba-cloud", "dart",     "inner-tube",  "marie-curie",
                                        "saint-helena",  "smallpox", "summer-time", "tambora"};

fs::path folder_of(const std::string& sample) {
  return test::project_folder() / "content" / "articles" / sample;
}

fs::path file_of(const std::string& sample) {
  for (const char* name : {"article.html", "article.md"})
    if (fs::exists(folder_of(sample) / name)) return folder_of(sample) / name;
  return folder_of(sample) / "article.txt";
}

MadeDeck deck_of(const std::string& sample) {
  const fs::path file = file_of(sample);
  const Resources resources = test::value(load_resources(test::project_folder() / "assets"));
  return test::value(make_deck(test::value(read_file(file, 1'000'000)),
                               {.name = file.filename().string()}, {}, resources));
}

bool begins_sentence(const std::string& text, const std::string& words) {
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
    if (at == 0 || text[at - 1] == '\n' ||
        (at >= 2 && text[at - 1] == ' ' &&
         std::string_view(".?!:").find(text[at - 2]) != std::string_view::npos))
      return true;
  return false;
}

}  // namespace

TEST_CASE("deckmaker: the facts of the samples stand in their articles") {
  for (const std::string& sample : kSamples) {
    CAPTURE(sample);
    const Article article = deck_of(sample).article;
    const std::string text = text_of(article);
    const auto json =
        nlohmann::json::parse(test::value(read_file(folder_of(sample) / "facts.json", 1'000'000)));
    CHECK(json["article"] == sample);
    CHECK(json["title"] == article.title);
    const auto& facts = json["facts"];
    CHECK(facts.size() >= 15);
    CHECK(facts.size() <= 22);
    std::set<std::string> ids;
    for (const auto& fact : facts) {
      CAPTURE(fact["id"]);
      CHECK(ids.insert(fact["id"]).second);
      CHECK(begins_sentence(text, fact["source"]));
      CHECK(fact["acceptable_answers"][0] == fact["answer"]);
      CHECK(std::string(fact["question_example"]).ends_with('?'));
      CHECK(fact["importance"] >= 1);
      CHECK(fact["importance"] <= 3);
    }
  }
}

TEST_CASE("deckmaker: the decks of the samples are as they were judged") {
  for (const std::string& sample : kSamples)
    test::check_golden("content/decks/" + sample + ".deck.json", write_deck(deck_of(sample).deck));
}

TEST_CASE("deckmaker: the decks of the samples have no fault, and point at their sentences") {
  for (const std::string& sample : kSamples) {
    CAPTURE(sample);
    const Deck deck = deck_of(sample).deck;
    CHECK(faults_of(deck).empty());
    CHECK(deck.cards.size() >= 3);
    for (const Card& card : deck.cards) {
      CAPTURE(card.prompt);
      REQUIRE(card.evidence);
      CHECK(!evidence_text(deck, *card.evidence).empty());
      CHECK(!card.made_by.empty());
    }
  }
}

TEST_CASE("C16 deckmaker: the samples' own questions become cards, whole") {
  struct Row {
    const char* sample;
    std::size_t questions;
  };
  for (const Row& row : {Row{"alibaba-cloud", 4}, Row{"inner-tube", 4}, Row{"saint-helena", 4}}) {
    CAPTURE(row.sample);
    const MadeDeck made = deck_of(row.sample);
    CHECK(faq_of(made.article).size() == row.questions);
    CHECK(std::count_if(made.deck.cards.begin(), made.deck.cards.end(),
                        [](const Card& card) { return card.kind == CardKind::Faq; }) >= 2);
  }
}

TEST_CASE("F7 deckmaker: no furniture of the pages reaches the samples' articles") {
  for (const std::string& sample : kSamples) {
    CAPTURE(sample);
    const std::string text = text_of(deck_of(sample).article);
    for (const char* furniture :
         {"Skip to", "Back to top", "License", "min read", "Share", "dvertisement", "ubscribe",
          "newsletter", "ookie", "Leave a", "Reply", "Comment", "Read more", "Related"}) {
      CAPTURE(furniture);
      CHECK(text.find(furniture) == std::string::npos);
    }
  }
}

}  // namespace recto::deckmaker
