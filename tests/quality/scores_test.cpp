#include "tests/quality/scores.h"

#include <algorithm>
#include <map>

#include "tests/quality/round.h"
#include "tests/support/support.h"

using namespace recto;
using namespace recto::quality;

namespace {

/// What a judge writes about a card of the sample round, by the last two letters of its id.
using Rows = std::map<std::string, std::string>;

const Rows kFirstJudge = {
    {"c1", "ok\tyes\tf01\t"},        {"c2", "ok\tno\t-\t"},   {"c3", "R7\tno\tf02\ttwo are right"},
    {"c4", "R4\tno\tf01\tunstated"}, {"c5", "ok\tno\tf03\t"}, {"d1", "ok\tyes\tf01\t"},
    {"d2", "ok\tno\tf01\trepeated"}, {"d3", "ok\tno\t-\t"},
};

Judge judge_of(const Round& round, const std::string& name, const Rows& rows) {
  const std::string sheet = test::filled(round, [&](const KeyCard& card) {
    return rows.at(card.id.text.substr(card.id.text.size() - 2));
  });
  return {name, test::value(read_verdicts(sheet, round.key))};
}

Rows with(Rows rows, const std::string& card, const std::string& row) {
  rows[card] = row;
  return rows;
}

Scores scores_of(const std::vector<Rows>& all) {
  const Round round = make_round(test::sample_entries(), {.seed = 5});
  const Key key = test::value(read_key(write_key(round.key)));
  std::vector<Judge> judges;
  for (const Rows& rows : all)
    judges.push_back(judge_of(round, "judge " + std::to_string(judges.size() + 1), rows));
  Random random(1);
  return score(key, judges, random);
}

}  // namespace

TEST_CASE("quality: a sheet, filled, gives the shares of its cards") {
  const Scores scores = scores_of({kFirstJudge});
  CHECK(scores.all == Tally{"all", 8, 6, 2});
  CHECK(scores.mean_usable == 0.75);
  CHECK(scores.mean_good == 0.25);
  CHECK(scores.by_kind.front() == Tally{"short", 4, 4, 2});
  CHECK(scores.by_kind.size() == 5);
  CHECK(std::ranges::count(scores.by_rule, Tally{"rules/SECRET.choice", 1, 0, 0}) == 1);
  CHECK(scores.decks[0].tally == Tally{"SECRET/a.deck.json", 5, 3, 1});
  CHECK(scores.decks[1].tally == Tally{"SECRET/b.deck.json", 3, 3, 1});
  CHECK(scores.reasons == std::array<std::size_t, kCodes>{6, 0, 0, 0, 1, 0, 0, 1, 0});
  REQUIRE(scores.errors.size() == 1);
  CHECK(scores.errors[0].remark == "unstated");
  CHECK(scores.agreements.empty());
}

TEST_CASE("quality: coverage weighs the facts that usable cards test") {
  const Scores scores = scores_of({kFirstJudge});
  CHECK(scores.decks[0].coverage == Ratio{4.0, 6.0});  // f01 and f03; f02 has no usable card
  CHECK(scores.decks[1].coverage == Ratio{3.0, 6.0});
  CHECK(scores.coverage == Ratio{7.0, 12.0});
  REQUIRE(scores.coverage_interval);
  CHECK(scores.coverage_interval->low == doctest::Approx(0.5));
  CHECK(scores.coverage_interval->high == doctest::Approx(4.0 / 6.0));
}

TEST_CASE("quality: coverage of the first cards looks at the deck's order") {
  Key key;
  key.decks.push_back({"a", 30, 0, {{{"f01"}, 3}, {{"f02"}, 1}}});
  for (const std::size_t position : {std::size_t{19}, std::size_t{20}}) {
    KeyCard card;
    card.position = position;
    key.cards.push_back(card);
  }
  Random random(1);
  const Judge judge{"j", {{Code::Ok, false, {{"f02"}}, ""}, {Code::Ok, false, {{"f01"}}, ""}}};
  const Scores scores = score(key, {judge}, random);
  CHECK(scores.coverage == Ratio{4.0, 4.0});
  CHECK(scores.coverage_first == Ratio{1.0, 4.0});
  CHECK_FALSE(scores.coverage_interval);
  CHECK_FALSE(scores.spread);
}

TEST_CASE("quality: a card repeats when facts and kind were asked before in its deck") {
  const Scores scores = scores_of({kFirstJudge});
  CHECK(scores.decks[0].repeats == 0);
  CHECK(scores.decks[1].repeats == 1);
  CHECK(scores.repeats == 1);
  CHECK(scores_of({with(kFirstJudge, "d2", "ok\tno\tf01,f02\t")}).repeats == 0);
  CHECK(scores_of({with(kFirstJudge, "d1", "R1\tno\tf01\t")}).repeats == 0);
}

TEST_CASE("quality: spread counts the article's quarters with a usable card") {
  const Scores scores = scores_of({kFirstJudge});
  CHECK(scores.decks[0].quarters == 2);  // at 0 and at 0.75; the card at 0.99 is not usable
  CHECK_FALSE(scores.decks[1].quarters);
  CHECK(scores.spread == 0.5);
}

TEST_CASE("quality: cards per 1,000 words count the whole deck") {
  const DeckScore deck = scores_of({kFirstJudge}).decks[0];
  CHECK(deck.per_1000_words.value() == doctest::Approx(10.0));
  CHECK(deck.usable_per_1000_words.value() == doctest::Approx(6.0));
}

TEST_CASE("quality: of two judges both must call a card usable, good and a test of the fact") {
  const Rows second = with(with(kFirstJudge, "c1", "R2\tno\tf01\tvague"), "d1", "ok\tno\tf02\t");
  const Scores scores = scores_of({kFirstJudge, second});
  CHECK(scores.all == Tally{"all", 8, 5, 0});
  CHECK(scores.mean_usable == doctest::Approx((6.0 + 5.0) / 16.0));
  CHECK(scores.mean_good == doctest::Approx(2.0 / 16.0));
  CHECK(scores.decks[0].coverage == Ratio{1.0, 6.0});
  CHECK(scores.decks[1].coverage == Ratio{3.0, 6.0});  // by d2
  CHECK(scores.reasons == std::array<std::size_t, kCodes>{6, 0, 1, 0, 1, 0, 0, 1, 0});
  CHECK(scores.errors.size() == 2);
  REQUIRE(scores.agreements.size() == 1);
  CHECK(scores.agreements[0].disputed.size() == 1);
  // 7 of 8 alike; yes 6/8 and 5/8: by chance 30/64 + 6/64.
  CHECK(scores.agreements[0].kappa.value() ==
        doctest::Approx((7.0 / 8.0 - 36.0 / 64.0) / (1.0 - 36.0 / 64.0)));
}

TEST_CASE("quality: calibration sets quality against the usable share") {
  Key key;
  key.decks.push_back({"a", 5, 0, {}});
  for (const double quality : {0.2, 0.9, 0.94, 0.95, 1.0}) {
    KeyCard card;
    card.quality = quality;
    key.cards.push_back(card);
  }
  key.cards.emplace_back();  // without quality
  Judge judge{"j", std::vector<Verdict>(6)};
  judge.verdicts[1].code = Code::R3;
  Random random(1);
  const std::vector<Bin> bins = score(key, {judge}, random).calibration;
  REQUIRE(bins.size() == 4);
  CHECK(bins[1].low == 0.9);
  CHECK(bins[1].cards == 2);
  CHECK(bins[1].usable == 1);
  CHECK(bins[1].mean_quality == doctest::Approx(0.92));
  CHECK(bins[3].cards == 1);
}
