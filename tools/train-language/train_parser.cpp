#include "tools/train-language/train_parser.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "content/base/random.h"
#include "tools/train-language/perceptron.h"

namespace recto::train {
namespace {

using language::Actions;
using language::kNoWord;
using language::Move;
using language::ParseState;
using language::RelationId;
using language::WordId;

struct Gold {
  std::vector<WordId> heads;  ///< [words + 1]; the root's is kNoWord
  std::vector<RelationId> relations;
  std::vector<std::vector<WordId>> children;  ///< [words + 1]
};

/// How many arcs of the gold tree an action puts out of reach.
class Oracle {
 public:
  Oracle(const Gold& gold, const ParseState& state) : gold_(gold), state_(state) {
    top_ = state.stack(0);
    next_ = state.buffer(0);
  }

  [[nodiscard]] std::size_t cost(Move move) const {
    switch (move) {
      case Move::Shift: return in_stack(gold_.heads[next_], 0) + waiting_for_next(0);
      case Move::Reduce: return children_to_come(top_);
      case Move::Left: return children_to_come(top_) + (comes_later(gold_.heads[top_]) ? 1 : 0);
      case Move::Right: {
        const WordId head = gold_.heads[next_];
        const bool elsewhere = head != top_ && (comes_later(head) || in_stack(head, 1) > 0);
        return (elsewhere ? 1 : 0) + waiting_for_next(0);
      }
    }
    return 0;
  }

  [[nodiscard]] bool is_gold(Move move) const {
    return move == Move::Left ? gold_.heads[top_] == next_
                              : move == Move::Right && gold_.heads[next_] == top_;
  }
  [[nodiscard]] RelationId gold_relation(Move move) const {
    return gold_.relations[move == Move::Left ? top_ : next_];
  }

 private:
  [[nodiscard]] bool comes_later(WordId word) const { return word != kNoWord && word > next_; }

  [[nodiscard]] std::size_t in_stack(WordId word, std::size_t from) const {
    const auto& stack = state_.whole_stack();
    if (word == kNoWord || word >= next_) return 0;
    const auto end = stack.end() - static_cast<std::ptrdiff_t>(std::min(from, stack.size()));
    return std::binary_search(stack.begin(), end, word) ? 1 : 0;
  }

  [[nodiscard]] std::size_t children_to_come(WordId word) const {
    const auto& children = gold_.children[word];
    return static_cast<std::size_t>(children.end() -
                                    std::lower_bound(children.begin(), children.end(), next_));
  }

  /// Words of the stack without a head whose head is the next word.
  [[nodiscard]] std::size_t waiting_for_next(std::size_t from) const {
    std::size_t waiting = 0;
    for (const WordId child : gold_.children[next_])
      if (child < next_ && in_stack(child, from) > 0 && state_.head(child) == kNoWord) ++waiting;
    return waiting;
  }

  const Gold& gold_;
  const ParseState& state_;
  WordId top_;
  WordId next_;
};

class ParserTrainer {
 public:
  explicit ParserTrainer(const std::vector<ParseExample>& examples) : examples_(examples) {
    std::set<std::string> names;
    for (const ParseExample& example : examples)
      names.insert(example.relations.begin(), example.relations.end());
    names.erase("root");
    names_.emplace_back("root");
    names_.insert(names_.end(), names.begin(), names.end());
    for (std::size_t i = 0; i < names_.size(); ++i)
      ids_[names_[i]] = static_cast<RelationId>(i);
    actions_ = {names_.size()};
    for (const ParseExample& example : examples)
      golds_.push_back(gold_of(example));
  }

  ParserBytes train(const ParserOptions& options) {
    Perceptron perceptron(actions_.count(), options.least_updates);
    Random random(options.seed);
    learn_in_rounds(options.rounds, examples_.size(), random,
                    [&](std::size_t at, int round) { learn(at, round > 0, random, perceptron); });
    ParserBytes bytes;
    for (const std::string& name : names_)
      bytes.relations += name + "\n";
    bytes.weights = language::sparse_bytes(perceptron.averaged(), actions_.count());
    return bytes;
  }

 private:
  [[nodiscard]] Gold gold_of(const ParseExample& example) const {
    Gold gold;
    gold.heads = example.heads;
    gold.heads.push_back(kNoWord);
    for (const std::string& relation : example.relations)
      gold.relations.push_back(ids_.at(relation));
    gold.relations.push_back(language::kRootRelation);
    gold.children.resize(gold.heads.size());
    for (WordId word = 0; word < example.heads.size(); ++word)
      gold.children[example.heads[word]].push_back(word);
    return gold;
  }

  /// The actions that cost nothing: the best of them by the model's own scores.
  [[nodiscard]] std::size_t best_free_action(const ParseState& state, const Gold& gold) const {
    const Oracle oracle(gold, state);
    std::size_t best = actions_.count();
    const auto consider = [&](std::size_t action) {
      if (best == actions_.count() || scores_[action] > scores_[best]) best = action;
    };
    auto least = static_cast<std::size_t>(-1);
    for (const Move move : {Move::Shift, Move::Reduce, Move::Left, Move::Right})
      if (state.allows(move)) least = std::min(least, oracle.cost(move));
    for (const Move move : {Move::Shift, Move::Reduce, Move::Left, Move::Right}) {
      if (!state.allows(move) || oracle.cost(move) > least) continue;
      if (move == Move::Shift) consider(Actions::kShift);
      if (move == Move::Reduce) consider(Actions::kReduce);
      if (move == Move::Shift || move == Move::Reduce) continue;
      const auto action = [&](std::size_t relation) {
        return move == Move::Left ? actions_.left(relation) : actions_.right(relation);
      };
      if (oracle.is_gold(move)) {
        consider(action(oracle.gold_relation(move)));
        continue;
      }
      for (std::size_t relation = 1; relation < actions_.relations; ++relation)
        consider(action(relation));
    }
    return best;
  }

  void learn(std::size_t at, bool explores, Random& random, Perceptron& perceptron) {
    const ParseExample& example = examples_[at];
    scores_.resize(actions_.count());
    ParseState state(example.words.size());
    while (!state.is_read()) {
      features_.clear();
      language::add_parse_features(example.words, state, features_);
      perceptron.score(features_, scores_);
      const std::size_t chosen = language::best_action(state, actions_, scores_);
      const std::size_t free = best_free_action(state, golds_[at]);
      // Where the best action is free, both are the same: ties go to the lower one in both.
      perceptron.learn(features_, free, chosen);
      constexpr std::uint64_t kOwnOfTen = 9;
      const bool own = explores && random.below(10) < kOwnOfTen;
      language::apply(own ? chosen : free, actions_, state);
    }
  }

  const std::vector<ParseExample>& examples_;
  std::vector<std::string> names_;
  std::map<std::string, RelationId> ids_;
  Actions actions_;
  std::vector<Gold> golds_;
  std::vector<std::uint64_t> features_;
  std::vector<std::int32_t> scores_;
};

}  // namespace

ParserBytes train_parser(const std::vector<ParseExample>& examples, const ParserOptions& options) {
  return ParserTrainer(examples).train(options);
}

}  // namespace recto::train
