#include "tools/questions/ranking.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "content/base/fold.h"

namespace recto::questions {
namespace {

struct RulePrior {
  std::string_view rule;
  double quality;
};
// Set by hand after judging some 400 cards by the rubric (RUBRIC.md beside the fact articles), rule
// by rule; the kinds with fewest cards are guesses. Not calibrated: good for ranking only.
constexpr std::array<RulePrior, 16> kPriors{{{"rules/faq", 0.97},
                                             {"rules/short.when", 0.96},
                                             {"rules/short.born", 0.98},
                                             {"rules/short.died", 0.98},
                                             {"rules/short.who", 0.93},
                                             {"rules/short.role", 0.92},
                                             {"rules/short.definition", 0.93},
                                             {"rules/short.also-known", 0.95},
                                             {"rules/short.stands-for", 0.95},
                                             {"rules/short.how-", 0.93},
                                             {"rules/short.population", 0.93},
                                             {"rules/short.where", 0.94},
                                             {"rules/choice", 0.92},
                                             {"rules/truefalse", 0.92},
                                             {"rules/cloze.value", 0.91},
                                             {"rules/cloze.name", 0.86}}};
constexpr double kUnknownRule = 0.85;
constexpr std::size_t kMostKindsOfAFact = 3;
constexpr std::size_t kMostFactsOfASentence = 3;
constexpr std::size_t kMostGapsOfASentence = 1;  ///< a gap in a sentence that has given no fact yet
constexpr std::size_t kMostFactsOfAnAnswer = 2;
constexpr std::size_t kParts = 4;  ///< of an article, for spreading the cards
constexpr double kLongestKeyShare = 0.35;

double prior(std::string_view made_by) {
  for (const RulePrior& entry : kPriors)
    if (made_by.starts_with(entry.rule)) return entry.quality;
  return kUnknownRule;
}

std::size_t part_of(const Candidate& candidate, const Statements& statements) {
  if (!candidate.statement) return kParts;
  const double place = statements.all[*candidate.statement].place;
  return std::min(kParts - 1, static_cast<std::size_t>(place * static_cast<double>(kParts)));
}

/// What a card asks, without its way of asking for a time: "When did X die?" is "In which year did
/// X die?".
std::string asked(const Card& card) {
  std::string prompt = fold_case(card.prompt);
  for (const std::string_view head : {"in which year ", "on which date ", "when "})
    if (prompt.starts_with(head)) prompt.replace(0, head.size(), "when ");
  if (const std::size_t the = prompt.find(" the "); the != std::string::npos) prompt.erase(the, 4);
  return std::string(name_of(card.kind)) + ' ' + prompt;
}

bool is_cloze(const Card& card) {
  return card.prompt.find(kGap) != std::string::npos;
}

/// Takes cards one by one and remembers what there is.
class Selection {
 public:
  /// Why `candidate` does not go with those taken; empty: it does, and is remembered.
  std::string take(const Candidate& candidate) {
    const Card& card = candidate.card;
    const std::string prompt = asked(card);
    if (prompts_.contains(prompt) || asks_again(card)) return "another card asks the same (C17)";
    if (candidate.statement) {
      if (std::string fault = crowded(candidate); !fault.empty()) return fault;
      facts_of_sentence_[*candidate.statement].insert(card.fact);
    }
    prompts_.insert(prompt);
    asked_[std::string(name_of(card.kind)) + fold_case(card.answer)].push_back(content_of(card));
    facts_of_answer_[fold_case(card.answer)].insert(card.fact);
    kinds_of_fact_[card.fact].insert({card.kind, card.made_by});
    return {};
  }

 private:
  /// Whether a card of its kind with the same answer asks all that it asks, or the other way round.
  [[nodiscard]] bool asks_again(const Card& card) {
    if (card.kind == CardKind::TrueFalse || card.kind == CardKind::Faq) return false;
    const auto words = content_of(card);
    return std::ranges::any_of(asked_[std::string(name_of(card.kind)) + fold_case(card.answer)],
                               [&](const std::set<std::string>& other) {
                                 return std::ranges::includes(words, other) ||
                                        std::ranges::includes(other, words);
                               });
  }

  /// What a prompt is about: its words without the closed ones, "born" and "die" cut alike.
  static std::set<std::string> content_of(const Card& card) {
    std::set<std::string> content;
    for (const Word& word : words_of(card.prompt))
      if (word.kind != Word::Kind::Mark && !is_function_word(word.folded) && !word.is("year"))
        content.insert(word.folded.substr(0, std::min<std::size_t>(word.folded.size(), 3)));
    return content;
  }

  [[nodiscard]] std::string crowded(const Candidate& candidate) {
    const Card& card = candidate.card;
    const auto& kinds = kinds_of_fact_[card.fact];
    if (kinds.size() >= kMostKindsOfAFact) return "its fact has cards enough (C17)";
    for (const auto& [kind, rule] : kinds)
      if (kind == card.kind) return "a card of its kind asks for the same fact (C17)";
    const auto& facts = facts_of_sentence_[*candidate.statement];
    const std::size_t most = is_cloze(card) ? kMostGapsOfASentence : kMostFactsOfASentence;
    if (!facts.contains(card.fact) && facts.size() >= most)
      return "its sentence has cards enough (C18)";
    if (card.kind == CardKind::TrueFalse) return {};
    const auto& keys = facts_of_answer_[fold_case(card.answer)];
    if (!keys.contains(card.fact) && keys.size() >= kMostFactsOfAnAnswer)
      return "its answer is the key of two other facts";
    return {};
  }

  std::set<std::string> prompts_;
  std::map<std::string, std::vector<std::set<std::string>>> asked_;  ///< by kind and answer
  std::map<std::string, std::set<FactId>> facts_of_answer_;
  std::map<std::size_t, std::set<FactId>> facts_of_sentence_;
  std::map<FactId, std::set<std::pair<CardKind, std::string>>> kinds_of_fact_;
};

bool key_is_longest(const Card& card) {
  return std::ranges::all_of(card.distractors, [&](const std::string& option) {
    return option.size() < card.answer.size();
  });
}

/// Drops the last choices with the longest key until at most 35 % of choices have it.
void balance_choices(std::vector<Candidate>& taken, std::vector<Rejected>& rejected) {
  while (true) {
    std::size_t choices = 0;
    std::size_t longest = 0;
    std::size_t last = taken.size();
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (taken[i].card.kind != CardKind::Choice) continue;
      ++choices;
      if (!key_is_longest(taken[i].card)) continue;
      ++longest;
      last = i;
    }
    if (static_cast<double>(longest) <= kLongestKeyShare * static_cast<double>(choices)) return;
    rejected.push_back({taken[last].card, "the key would be the longest option too often"});
    taken.erase(taken.begin() + static_cast<std::ptrdiff_t>(last));
  }
}

/// Best first, but each time from the part of the article that has had the fewest cards, as long as
/// its best is nearly as good.
std::vector<Candidate> spread(std::vector<Candidate> sorted, const Statements& statements) {
  constexpr double kNearlyAsGood = 0.05;
  std::array<std::size_t, kParts + 1> taken{};
  std::vector<Candidate> result;
  std::array<std::vector<Candidate>, kParts + 1> parts;
  for (Candidate& candidate : sorted) {
    auto& part = parts.at(part_of(candidate, statements));
    part.push_back(std::move(candidate));
  }
  std::array<std::size_t, kParts + 1> next{};
  for (std::size_t count = sorted.size(); count > 0; --count) {
    double best = 0;
    for (std::size_t part = 0; part <= kParts; ++part)
      if (next.at(part) < parts.at(part).size())
        best = std::max(best, *parts.at(part)[next.at(part)].card.quality);
    std::size_t chosen = kParts + 1;
    for (std::size_t part = 0; part <= kParts; ++part) {
      if (next.at(part) >= parts.at(part).size()) continue;
      if (*parts.at(part)[next.at(part)].card.quality < best - kNearlyAsGood) continue;
      if (chosen > kParts || taken.at(part) < taken.at(chosen)) chosen = part;
    }
    ++taken.at(chosen);
    result.push_back(std::move(parts.at(chosen)[next.at(chosen)++]));
  }
  return result;
}

bool comes_first(const Candidate& a, const Candidate& b) {
  const bool faq_a = a.card.kind == CardKind::Faq;
  const bool faq_b = b.card.kind == CardKind::Faq;
  if (faq_a != faq_b) return faq_a;
  return !faq_a && *a.card.quality > *b.card.quality;
}

bool is_wanted(const Wanted& wanted, CardKind kind) {
  return wanted.kinds.empty() || wanted.kinds.contains(kind);
}

}  // namespace

void rate(Candidate& candidate, const Statements& statements) {
  double quality = prior(candidate.card.made_by);
  if (candidate.statement) {
    const Statement& statement = statements.all[*candidate.statement];
    const Words prompt = words_of(candidate.card.prompt);
    if (statement.resolved) quality -= 0.03;
    if (count_words(candidate.card.prompt) > 20) quality -= 0.02;
    const std::string& topic = statements.book.topic;
    if (!topic.empty() && !holds_words(prompt, words_of(topic))) quality -= 0.02;
    quality += 0.02 * (1.0 - statement.place);
  }
  candidate.card.quality = std::clamp(quality, 0.0, 0.99);
}

std::vector<Card> select(Candidates candidates, const Statements& statements, const Wanted& wanted,
                         std::vector<Rejected>& rejected) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return !is_wanted(wanted, candidate.card.kind) || *candidate.card.quality < wanted.min_quality;
  });
  std::ranges::stable_sort(candidates, comes_first);
  Selection selection;
  std::vector<Candidate> taken;
  for (Candidate& candidate : candidates) {
    std::string fault = selection.take(candidate);
    if (fault.empty())
      taken.push_back(std::move(candidate));
    else
      rejected.push_back({std::move(candidate.card), std::move(fault)});
  }
  balance_choices(taken, rejected);
  const auto others = std::ranges::find_if(
      taken, [](const Candidate& candidate) { return candidate.card.kind != CardKind::Faq; });
  std::vector<Candidate> rest(std::make_move_iterator(others),
                              std::make_move_iterator(taken.end()));
  taken.erase(others, taken.end());
  std::vector<Card> cards;
  cards.reserve(taken.size() + rest.size());
  for (Candidate& candidate : taken)
    cards.push_back(std::move(candidate.card));
  for (Candidate& candidate : spread(std::move(rest), statements))
    cards.push_back(std::move(candidate.card));
  if (wanted.max_cards > 0 && cards.size() > wanted.max_cards) cards.resize(wanted.max_cards);
  return cards;
}

}  // namespace recto::questions
