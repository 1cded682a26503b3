#include "tools/questions/ranking.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/support/support.h"
#include "tests/tools/questions/told_text.h"

namespace recto::questions {
namespace {

/// A card on a sentence, as the rules make it; its fact is the answer's of that sentence.
Candidate made(CardKind kind, std::string prompt, std::string answer, std::size_t sentence,
               double quality = 0.9) {
  Candidate candidate;
  candidate.card.kind = kind;
  candidate.card.prompt = std::move(prompt);
  candidate.card.fact = FactId{answer + std::to_string(sentence)};
  candidate.card.answer = std::move(answer);
  candidate.card.quality = quality;
  candidate.card.made_by = "rules/" + std::string(name_of(kind)) + ".test";
  candidate.sentence = sentence;
  return candidate;
}

Candidate choice(std::string prompt, std::string answer, std::string other, std::size_t sentence) {
  Candidate candidate = made(CardKind::Choice, std::move(prompt), std::move(answer), sentence);
  candidate.card.distractors = {other, other + "s"};
  return candidate;
}

struct Selected {
  std::vector<Card> cards;
  std::vector<Rejected> rejected;
};

Selected selected(Candidates candidates, const Wanted& wanted = test::of_quality(0)) {
  Selected result;
  drop_unwanted(candidates, nullptr, wanted, result.rejected);
  result.cards = select(std::move(candidates), nullptr, wanted, result.rejected);
  return result;
}

}  // namespace

TEST_CASE("C14 ranking: choices with the longest key give way until they are few") {
  const Selected result = selected({choice("Who met Paul?", "Maximilian", "Hugo", 1),
                                    choice("Who left Bern?", "Ferdinand", "Karl", 2),
                                    choice("Who sold salt?", "Emil", "Maximilian", 3),
                                    choice("Who built it all?", "Constantine", "Max", 4),
                                    choice("Who went home?", "Otto", "Ferdinand", 5)});
  std::size_t longest = 0;
  for (const Card& card : result.cards)
    longest += card.answer.size() > 4 ? 1 : 0;
  CHECK(result.cards.size() == 3);
  CHECK(longest == 1);
  REQUIRE(result.rejected.size() == 2);
  CHECK(result.rejected[0].reason.find("longest") != std::string::npos);
}

TEST_CASE("C17 ranking: what asks the same, or the same and more, is not taken twice") {
  const Selected result =
      selected({made(CardKind::Short, "In what year was Kew founded?", "1759", 1),
                made(CardKind::Short, "In what year was Kew founded?", "1760", 2),
                made(CardKind::Short, "In what year was Kew founded in England?", "1759", 3),
                made(CardKind::Short, "In what year was Bath flooded?", "1759", 4)});
  REQUIRE(result.cards.size() == 2);
  CHECK(result.cards[0].prompt == "In what year was Kew founded?");
  CHECK(result.cards[0].answer == "1759");
  CHECK(result.cards[1].prompt == "In what year was Bath flooded?");
  REQUIRE(result.rejected.size() == 2);
  for (const Rejected& one : result.rejected)
    CHECK(one.reason.ends_with("(C17)"));
}

TEST_CASE("C17 ranking: of a fact one card of each kind") {
  const Selected result =
      selected({made(CardKind::Short, "When did Kew open?", "1759", 1),
                made(CardKind::Short, "What was the opening year of gardens?", "1759", 1),
                choice("When did Kew open?", "1759", "1763", 1),
                made(CardKind::Cloze, "Kew Gardens opened in ____.", "1759", 1),
                made(CardKind::TrueFalse, "Kew opened in 1759.", "1759", 1)});
  std::set<CardKind> kinds;
  for (const Card& card : result.cards)
    CHECK(kinds.insert(card.kind).second);
  CHECK(kinds.size() >= 3);
  CHECK(result.cards.size() + result.rejected.size() == 5);
}

TEST_CASE("C18 ranking: other forms of a fact come after the best form of each") {
  std::vector<Card> cards =
      selected({made(CardKind::Short, "When did Kew open?", "1759", 1, 0.95),
                made(CardKind::Cloze, "Kew Gardens opened in ____.", "1759", 1, 0.94),
                made(CardKind::Short, "Who left Bern?", "Hugo", 2, 0.7)})
          .cards;
  REQUIRE(cards.size() == 3);
  CHECK(cards[1].answer == "Hugo");
  CHECK(cards[2].kind == CardKind::Cloze);
}

TEST_CASE("C18 ranking: no sentence has more than a few facts") {
  Candidates candidates;
  for (const char* answer : {"Basel", "Bern", "Leeds", "Oslo", "Rome"})
    candidates.push_back(
        made(CardKind::Short, "Who lived in " + std::string(answer) + "?", answer, 1));
  const Selected result = selected(std::move(candidates));
  CHECK(result.cards.size() < 5);
  REQUIRE(!result.rejected.empty());
  CHECK(result.rejected[0].reason.ends_with("(C18)"));
}

TEST_CASE("ranking: no answer is the key of more than two facts") {
  const Selected result = selected({made(CardKind::Short, "Where was Ada born?", "Leeds", 1),
                                    made(CardKind::Short, "Where did Peter die?", "Leeds", 2),
                                    made(CardKind::Short, "Which city sold salt?", "leeds", 3)});
  CHECK(result.cards.size() == 2);
  CHECK(result.rejected.size() == 1);
}

TEST_CASE("ranking: FAQ first, then best first, and no more than wanted") {
  const Candidates candidates{made(CardKind::Short, "Who met Paul?", "Carl", 1, 0.7),
                              made(CardKind::Short, "Who left Bern?", "Hugo", 2, 0.9),
                              made(CardKind::Faq, "Who pays?", "You.", 3, 0.65)};
  const std::vector<Card> all = selected(candidates).cards;
  REQUIRE(all.size() == 3);
  CHECK(all[0].kind == CardKind::Faq);
  CHECK(all[1].answer == "Hugo");
  CHECK(all[2].answer == "Carl");
  Wanted wanted = test::of_quality(0);
  wanted.max_cards = 2;
  CHECK(selected(candidates, wanted).cards.size() == 2);
  wanted.kinds = {CardKind::Short};
  wanted.min_quality = 0.8;
  const std::vector<Card> few = selected(candidates, wanted).cards;
  REQUIRE(few.size() == 1);
  CHECK(few[0].answer == "Hugo");
  CHECK(selected({}).cards.empty());
}

TEST_CASE("ranking: quality is a chance, for rules that nobody knows, too") {
  for (const char* rule :
       {"rules/faq", "rules/short.when", "rules/cloze.name", "rules/new.rule", ""}) {
    Candidate candidate = made(CardKind::Short, "Who met Paul?", "Carl", 1);
    candidate.card.made_by = rule;
    const double quality = Ranking(test::ranking(), nullptr).quality_of(candidate);
    CHECK(quality > 0);
    CHECK(quality < 1);
  }
}

}  // namespace recto::questions
