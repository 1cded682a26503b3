#include "tests/quality/scores.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace recto::quality {
namespace {

constexpr std::array kBinEdges = {0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0};
constexpr std::size_t kQuarters = 4;
constexpr std::size_t kAllCards = std::numeric_limits<std::size_t>::max();

/// A card with what all judges together say of it.
struct Judged {
  const KeyCard* card = nullptr;
  bool usable = true;
  bool good = true;
  std::set<FactId> facts{};
};

using JudgedCards = std::vector<Judged>;

std::set<FactId> common(const std::set<FactId>& some, const std::vector<FactId>& others) {
  std::set<FactId> both;
  for (const FactId& fact : others)
    if (some.contains(fact)) both.insert(fact);
  return both;
}

JudgedCards judged_cards(const Key& key, const std::vector<Judge>& judges) {
  JudgedCards all;
  for (std::size_t i = 0; i < key.cards.size(); ++i) {
    Judged judged{&key.cards[i]};
    const std::vector<FactId>& first = judges.front().verdicts[i].facts;
    judged.facts = {first.begin(), first.end()};
    for (const Judge& judge : judges) {
      const Verdict& verdict = judge.verdicts[i];
      judged.usable = judged.usable && verdict.code == Code::Ok;
      judged.good = judged.good && verdict.good;
      judged.facts = common(judged.facts, verdict.facts);
    }
    all.push_back(std::move(judged));
  }
  return all;
}

void count(Tally& tally, const Judged& judged) {
  ++tally.cards;
  tally.usable += judged.usable ? 1 : 0;
  tally.good += judged.good ? 1 : 0;
}

Tally tally_of(std::string name, const JudgedCards& cards) {
  Tally tally{std::move(name)};
  for (const Judged& judged : cards)
    count(tally, judged);
  return tally;
}

template <class NameOf>
std::vector<Tally> tallies_by(const JudgedCards& cards, NameOf name_of_card) {
  std::map<std::string, Tally> by_name;
  for (const Judged& judged : cards) {
    const std::string name(name_of_card(*judged.card));
    Tally& tally = by_name[name];
    tally.name = name;
    count(tally, judged);
  }
  std::vector<Tally> tallies;
  tallies.reserve(by_name.size());
  for (auto& [name, tally] : by_name)
    tallies.push_back(std::move(tally));
  std::ranges::stable_sort(tallies, std::greater(), &Tally::cards);
  return tallies;
}

double share(std::size_t part, std::size_t whole) {
  return value_of({static_cast<double>(part), static_cast<double>(whole)});
}

/// Of one deck, in the deck's order.
JudgedCards cards_of_deck(const JudgedCards& all, std::size_t deck) {
  JudgedCards own;
  for (const Judged& judged : all)
    if (judged.card->deck == deck) own.push_back(judged);
  std::ranges::sort(own, {}, [](const Judged& judged) { return judged.card->position; });
  return own;
}

Ratio coverage_of(const KeyDeck& deck, const JudgedCards& cards, std::size_t limit) {
  std::set<FactId> tested;
  for (const Judged& judged : cards)
    if (judged.usable && judged.card->position < limit)
      tested.insert(judged.facts.begin(), judged.facts.end());
  Ratio coverage;
  for (const KeyFact& fact : deck.facts) {
    coverage.whole += fact.importance;
    if (tested.contains(fact.id)) coverage.part += fact.importance;
  }
  return coverage;
}

/// Usable cards all of whose facts were asked before in the same kind; a card without facts none.
std::size_t repeats_of(const JudgedCards& cards) {
  std::set<std::pair<CardKind, FactId>> asked;
  std::size_t repeats = 0;
  for (const Judged& judged : cards) {
    if (!judged.usable) continue;
    bool is_new = judged.facts.empty();
    for (const FactId& fact : judged.facts)
      is_new = asked.emplace(judged.card->kind, fact).second || is_new;
    repeats += is_new ? 0 : 1;
  }
  return repeats;
}

std::optional<std::size_t> quarters_of(const JudgedCards& cards) {
  std::set<std::size_t> quarters;
  bool has_places = false;
  for (const Judged& judged : cards) {
    if (!judged.card->place) continue;
    has_places = true;
    if (judged.usable)
      quarters.insert(static_cast<std::size_t>(*judged.card->place * double{kQuarters}));
  }
  if (!has_places) return {};
  return quarters.size();
}

DeckScore score_of(const KeyDeck& deck, const JudgedCards& cards) {
  DeckScore score{tally_of(deck.file, cards),
                  coverage_of(deck, cards, kAllCards),
                  coverage_of(deck, cards, kFirst),
                  repeats_of(cards),
                  quarters_of(cards),
                  {},
                  {}};
  if (deck.words > 0) {
    score.per_1000_words = 1000.0 * share(deck.cards, deck.words);
    if (score.tally.cards > 0 || deck.cards == 0)
      score.usable_per_1000_words =
          *score.per_1000_words * share(score.tally.usable, score.tally.cards);
  }
  return score;
}

void add_decks(Scores& scores, const Key& key, const JudgedCards& cards, Random& random) {
  std::vector<Ratio> coverage;
  std::vector<Ratio> coverage_first;
  std::size_t quarters = 0;
  std::size_t with_places = 0;
  for (std::size_t i = 0; i < key.decks.size(); ++i) {
    const DeckScore deck = score_of(key.decks[i], cards_of_deck(cards, i));
    if (!key.decks[i].facts.empty()) {
      coverage.push_back(deck.coverage);
      coverage_first.push_back(deck.coverage_first);
    }
    scores.repeats += deck.repeats;
    quarters += deck.quarters.value_or(0);
    with_places += deck.quarters ? 1 : 0;
    scores.decks.push_back(deck);
  }
  scores.coverage = pooled(coverage);
  scores.coverage_first = pooled(coverage_first);
  scores.coverage_interval = bootstrap(coverage, random);
  scores.coverage_first_interval = bootstrap(coverage_first, random);
  if (with_places > 0) scores.spread = share(quarters, kQuarters * with_places);
}

void add_reasons(Scores& scores, const Key& key, const std::vector<Judge>& judges) {
  for (std::size_t i = 0; i < key.cards.size(); ++i) {
    std::set<Code> codes;
    for (const Judge& judge : judges) {
      const Verdict& verdict = judge.verdicts[i];
      codes.insert(verdict.code);
      if (verdict.code == Code::R4) scores.errors.push_back({i + 1, judge.name, verdict.remark});
    }
    for (const Code code : codes)
      ++scores.reasons.at(static_cast<std::size_t>(code));
  }
}

void add_means(Scores& scores, const std::vector<Judge>& judges) {
  for (const Judge& judge : judges) {
    const auto usable =
        static_cast<std::size_t>(std::ranges::count(judge.verdicts, Code::Ok, &Verdict::code));
    const auto good =
        static_cast<std::size_t>(std::ranges::count(judge.verdicts, true, &Verdict::good));
    scores.mean_usable += share(usable, judge.verdicts.size());
    scores.mean_good += share(good, judge.verdicts.size());
  }
  scores.mean_usable /= static_cast<double>(judges.size());
  scores.mean_good /= static_cast<double>(judges.size());
}

std::vector<Bin> calibration_of(const JudgedCards& cards) {
  std::vector<Bin> bins;
  for (std::size_t i = 0; i + 1 < kBinEdges.size(); ++i) {
    Bin bin{kBinEdges[i], kBinEdges[i + 1]};
    const bool is_last = i + 2 == kBinEdges.size();
    for (const Judged& judged : cards) {
      if (!judged.card->quality) continue;
      const double quality = *judged.card->quality;
      if (quality < bin.low || (is_last ? quality > bin.high : quality >= bin.high)) continue;
      ++bin.cards;
      bin.usable += judged.usable ? 1 : 0;
      bin.mean_quality += quality;
    }
    if (bin.cards == 0) continue;
    bin.mean_quality /= static_cast<double>(bin.cards);
    bins.push_back(bin);
  }
  return bins;
}

std::vector<bool> usable_by(const Judge& judge) {
  std::vector<bool> usable;
  for (const Verdict& verdict : judge.verdicts)
    usable.push_back(verdict.code == Code::Ok);
  return usable;
}

std::vector<Agreement> agreements_of(const std::vector<Judge>& judges) {
  std::vector<Agreement> agreements;
  for (std::size_t b = 1; b < judges.size(); ++b)
    for (std::size_t a = 0; a < b; ++a) {
      const std::vector<bool> first = usable_by(judges[a]);
      const std::vector<bool> second = usable_by(judges[b]);
      Agreement agreement{a, b, kappa(first, second), {}};
      for (std::size_t i = 0; i < first.size(); ++i)
        if (first[i] != second[i]) agreement.disputed.push_back(i + 1);
      agreements.push_back(std::move(agreement));
    }
  return agreements;
}

}  // namespace

Scores score(const Key& key, const std::vector<Judge>& judges, Random& random) {
  assert(!judges.empty());
  for ([[maybe_unused]] const Judge& judge : judges)
    assert(judge.verdicts.size() == key.cards.size());
  const JudgedCards cards = judged_cards(key, judges);
  Scores scores;
  scores.all = tally_of("all", cards);
  add_means(scores, judges);
  scores.by_kind = tallies_by(cards, [](const KeyCard& card) { return name_of(card.kind); });
  scores.by_rule = tallies_by(cards, [](const KeyCard& card) -> std::string_view {
    return card.made_by.empty() ? "(nobody)" : std::string_view(card.made_by);
  });
  add_reasons(scores, key, judges);
  add_decks(scores, key, cards, random);
  scores.calibration = calibration_of(cards);
  scores.agreements = agreements_of(judges);
  return scores;
}

}  // namespace recto::quality
