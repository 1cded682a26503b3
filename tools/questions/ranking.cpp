#include "tools/questions/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "content/base/fold.h"
#include "content/deck/balance.h"
#include "tools/questions/traits.h"
#include "tools/questions/words.h"

namespace recto::questions {
namespace {

struct RulePrior {
  std::string_view rule;
  double quality;
};
// Of cards that are made of no statement: the share that blind judges found usable.
constexpr std::array<RulePrior, 8> kPriors{{{"rules/faq", 0.92},
                                            {"rules/short.office", 0.91},
                                            {"rules/short.born", 0.91},
                                            {"rules/short.died", 0.91},
                                            {"rules/short.stands-for", 0.90},
                                            {"rules/short.also-known", 0.88},
                                            {"rules/choice", 0.81},
                                            {"rules/cloze", 0.85}}};
constexpr double kUnknownRule = 0.80;
constexpr std::size_t kMostKindsOfAFact = 4;
constexpr std::size_t kMostFactsOfASentence = 3;
constexpr std::size_t kMostCardsOfASentence = 5;
constexpr std::size_t kMostGapsOfASentence = 1;  ///< a gap in a sentence that has given no fact yet
constexpr std::size_t kMostFactsOfAnAnswer = 2;
constexpr std::size_t kParts = 4;  ///< of an article, for spreading the cards

double prior(std::string_view made_by) {
  for (const RulePrior& entry : kPriors)
    if (made_by.starts_with(entry.rule)) return entry.quality;
  return kUnknownRule;
}

std::size_t part_of(const Candidate& candidate, const Told* told) {
  if (!candidate.sentence || told == nullptr) return kParts;
  const double place = told->reading.sentences[*candidate.sentence].place;
  return std::min(kParts - 1, static_cast<std::size_t>(place * static_cast<double>(kParts)));
}

/// What a card asks, without its way of asking for a time: "When did X die?" is "In which year did
/// X die?".
std::string asked(const Card& card) {
  std::string prompt = fold_case(card.prompt);
  for (const std::string_view head : {"in what year ", "on what date ", "in which month and year ",
                                      "in which decade ", "in which century "})
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
    if (candidate.sentence) {
      if (std::string fault = crowded(candidate); !fault.empty()) return fault;
      facts_of_sentence_[*candidate.sentence].insert(card.fact);
      ++cards_of_sentence_[*candidate.sentence];
      if (card.kind == CardKind::TrueFalse) judged_.insert(*candidate.sentence);
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
    if (cards_of_sentence_[*candidate.sentence] >= kMostCardsOfASentence)
      return "its sentence has cards enough (C18)";
    // A true one would give the false one away.
    if (card.kind == CardKind::TrueFalse && judged_.contains(*candidate.sentence))
      return "its sentence has a true or false card (C18)";
    const auto& facts = facts_of_sentence_[*candidate.sentence];
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
  std::map<std::size_t, std::size_t> cards_of_sentence_;
  std::set<std::size_t> judged_;  ///< sentences with a true/false card
  std::map<FactId, std::set<std::pair<CardKind, std::string>>> kinds_of_fact_;
};

/// Drops the last choices with the longest key until at most 35 % of choices have it.
void balance_choices(std::vector<Candidate>& taken, std::vector<Rejected>& rejected) {
  const auto is_choice = [](const Candidate& one) { return one.card.kind == CardKind::Choice; };
  const auto is_long = [&](const Candidate& one) {
    return is_choice(one) && key_is_longest(one.card);
  };
  const auto choices = static_cast<std::size_t>(std::ranges::count_if(taken, is_choice));
  const auto longest = static_cast<std::size_t>(std::ranges::count_if(taken, is_long));
  std::size_t left = too_many_longest(choices, longest);
  for (std::size_t at = taken.size(); at-- > 0 && left > 0;) {
    if (!is_long(taken[at])) continue;
    rejected.push_back({taken[at].card, "the key would be the longest option too often"});
    taken.erase(taken.begin() + static_cast<std::ptrdiff_t>(at));
    --left;
  }
}

/// Best first, but each time from the part of the article that has had the fewest cards, as long as
/// its best is nearly as good.
std::vector<Candidate> spread(std::vector<Candidate> sorted, const Told* told) {
  constexpr double kNearlyAsGood = 0.05;
  std::array<std::size_t, kParts + 1> taken{};
  std::vector<Candidate> result;
  std::array<std::vector<Candidate>, kParts + 1> parts;
  for (Candidate& candidate : sorted) {
    auto& part = parts.at(part_of(candidate, told));
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

/// The best form of each fact, then the second best of those that have one, and so on.
std::vector<std::vector<Candidate>> rounds_of(std::vector<Candidate> sorted) {
  std::vector<std::vector<Candidate>> rounds;
  std::map<FactId, std::size_t> forms;
  for (Candidate& candidate : sorted) {
    const std::size_t round = forms[candidate.card.fact]++;
    if (round == rounds.size()) rounds.emplace_back();
    rounds[round].push_back(std::move(candidate));
  }
  return rounds;
}

bool comes_first(const Candidate& a, const Candidate& b) {
  const bool faq_a = a.card.kind == CardKind::Faq;
  const bool faq_b = b.card.kind == CardKind::Faq;
  if (faq_a != faq_b) return faq_a;
  return !faq_a && *a.card.quality > *b.card.quality;
}

/// Why a card that is right in form is not good enough.
std::string weakness_of(const Candidate& candidate, const Told* told) {
  for (std::size_t i = 0; i < candidate.doubts.size(); ++i)
    if (candidate.doubts.test(i)) return std::string(reason_of(static_cast<Doubt>(i)));
  if (told != nullptr && candidate.statement)
    if (const std::string& doubt = told->statements[*candidate.statement].doubt; !doubt.empty())
      return doubt;
  return "few teachers would keep it";
}

bool is_wanted(const Wanted& wanted, CardKind kind) {
  return wanted.kinds.empty() || wanted.kinds.contains(kind);
}

}  // namespace

Ranking::Ranking(const forest::Forest& model, const Told* told) : model_(model), told_(told) {}

double Ranking::quality_of(const Candidate& candidate) {
  if (told_ == nullptr || !candidate.statement) return prior(candidate.card.made_by);
  const Traits traits = traits_of(candidate, *told_);
  if (!fits_) fits_ = traits.names == model_.features;
  return *fits_ ? static_cast<double>(model_.chance(traits.values.data())) : kUnknownRule;
}

void drop_unwanted(Candidates& candidates, const Told* told, const Wanted& wanted,
                   std::vector<Rejected>& rejected) {
  std::erase_if(candidates, [&](Candidate& candidate) {
    if (!is_wanted(wanted, candidate.card.kind)) return true;
    if (*candidate.card.quality >= wanted.min_quality) return false;
    std::string reason = weakness_of(candidate, told);
    rejected.push_back({std::move(candidate.card), std::move(reason)});
    return true;
  });
}

std::vector<Card> select(Candidates candidates, const Told* told, const Wanted& wanted,
                         std::vector<Rejected>& rejected) {
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
  if (wanted.balances) balance_choices(taken, rejected);
  const auto others = std::ranges::find_if(
      taken, [](const Candidate& candidate) { return candidate.card.kind != CardKind::Faq; });
  std::vector<Candidate> rest(std::make_move_iterator(others),
                              std::make_move_iterator(taken.end()));
  taken.erase(others, taken.end());
  std::vector<Card> cards;
  cards.reserve(taken.size() + rest.size());
  for (Candidate& candidate : taken)
    cards.push_back(std::move(candidate.card));
  for (std::vector<Candidate>& round : rounds_of(std::move(rest)))
    for (Candidate& candidate : spread(std::move(round), told))
      cards.push_back(std::move(candidate.card));
  if (wanted.max_cards > 0 && cards.size() > wanted.max_cards) cards.resize(wanted.max_cards);
  return cards;
}

}  // namespace recto::questions
