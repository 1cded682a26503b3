// Tagged words → a dependency tree.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "tools/language/sparse_model.h"
#include "tools/language/tagger.h"
#include "tools/language/transitions.h"

namespace recto::language {

/// What the parser sees of a word.
struct ParseWord {
  std::uint64_t lower = 0;    ///< Form::lower
  std::uint32_t lexicon = 0;  ///< as in TagWord
  TagId tag = kNoTag;
};

/// Adds the features of a state to `features`: those of Zhang and Nivre 2011, and for attachment
/// the words and lexicon classes of the top of the stack, its head and the next word together.
void add_parse_features(std::span<const ParseWord> words, const ParseState& state,
                        std::vector<std::uint64_t>& features);

/// A tree over a sentence's words.
struct Tree {
  std::vector<WordId> heads;          ///< [words]; the number of words stands for the root
  std::vector<RelationId> relations;  ///< [words]
};

/// The sections of a model's file that parsing needs.
struct ParserSections {
  std::string_view relations;  ///< "root\nacl\n…"; the first is "root"
  std::string_view weights;    ///< SparseModel over Actions
};

/// A greedy arc-eager parser: a linear model chooses each action. A view of bytes that outlive it.
class EagerParser {
 public:
  [[nodiscard]] static Result<EagerParser> open(const ParserSections& sections);

  [[nodiscard]] std::string_view relation(RelationId id) const { return relations_[id]; }

  /// Always a tree with one root. O(words); empty for no words.
  [[nodiscard]] Tree parse(std::span<const ParseWord> words) const;

 private:
  std::vector<std::string_view> relations_;
  RelationId further_ = kRootRelation;  ///< of a second root: "parataxis"
  SparseModel weights_;
};

/// The best of the actions that `state` allows; ties go to the lower one.
[[nodiscard]] std::size_t best_action(const ParseState& state, const Actions& actions,
                                      std::span<const std::int32_t> scores);

/// Does what the number of an action says.
void apply(std::size_t action, const Actions& actions, ParseState& state);

}  // namespace recto::language
