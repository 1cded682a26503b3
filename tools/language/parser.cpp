#include "tools/language/parser.h"

#include <algorithm>

namespace recto::language {

Result<EagerParser> EagerParser::open(const ParserSections& sections) {
  EagerParser parser;
  parser.weights_ = RECTO_TRY(SparseModel::open(sections.weights));
  for (std::string_view rest = sections.relations; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line == "parataxis") parser.further_ = static_cast<RelationId>(parser.relations_.size());
    parser.relations_.push_back(line);
  }
  const Actions actions{parser.relations_.size()};
  if (parser.relations_.empty() || actions.count() != parser.weights_.labels())
    return fail(Error::Kind::BadInput, "the language model's relations are damaged", {},
                "install Recto's assets anew");
  return parser;
}

Tree EagerParser::parse(std::span<const ParseWord> words) const {
  const Actions actions{relations_.size()};
  ParseState state(words.size());
  std::vector<std::uint64_t> features;
  std::vector<std::int32_t> scores(actions.count());
  while (!state.is_read()) {
    features.clear();
    add_parse_features(words, state, features);
    std::fill(scores.begin(), scores.end(), 0);
    for (const std::uint64_t feature : features)
      weights_.add(feature, scores);
    apply(best_action(state, actions, scores), actions, state);
  }
  state.finish(further_);
  Tree tree;
  for (WordId word = 0; word < words.size(); ++word) {
    tree.heads.push_back(state.head(word));
    tree.relations.push_back(state.relation(word));
  }
  return tree;
}

std::size_t best_action(const ParseState& state, const Actions& actions,
                        std::span<const std::int32_t> scores) {
  std::size_t best = actions.count();
  const auto consider = [&](std::size_t action) {
    if (best == actions.count() || scores[action] > scores[best]) best = action;
  };
  if (state.allows(Move::Shift)) consider(Actions::kShift);
  if (state.allows(Move::Reduce)) consider(Actions::kReduce);
  // Only the artificial root gives the relation "root".
  for (std::size_t relation = 1; relation < actions.relations; ++relation)
    if (state.allows(Move::Left)) consider(actions.left(relation));
  for (std::size_t relation = 1; relation < actions.relations; ++relation)
    if (state.allows(Move::Right)) consider(actions.right(relation));
  return best;
}

void apply(std::size_t action, const Actions& actions, ParseState& state) {
  if (action == Actions::kShift)
    state.shift();
  else if (action == Actions::kReduce)
    state.reduce();
  else if (action < actions.right(0))
    state.left_arc(static_cast<RelationId>(action - actions.left(0)));
  else
    state.right_arc(static_cast<RelationId>(action - actions.right(0)));
}

}  // namespace recto::language
