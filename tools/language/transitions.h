// The arc-eager transition system (Nivre 2003, 2008).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tools/language/analysed.h"

namespace recto::language {

/// The place of a relation among those of the model; relation 0 is "root".
using RelationId = std::uint8_t;
inline constexpr RelationId kRootRelation = 0;
inline constexpr RelationId kNoRelation = 255;

/// Actions in one row of numbers: shift, reduce, then left arcs and right arcs by relation.
struct Actions {
  std::size_t relations = 0;

  static constexpr std::size_t kShift = 0;
  static constexpr std::size_t kReduce = 1;
  [[nodiscard]] std::size_t left(std::size_t relation) const { return 2 + relation; }
  [[nodiscard]] std::size_t right(std::size_t relation) const { return 2 + relations + relation; }
  [[nodiscard]] std::size_t count() const { return 2 + 2 * relations; }
};

enum class Move { Shift, Reduce, Left, Right };

/// A sentence half parsed. The root stands at the end of the buffer (Ballesteros and Nivre 2013),
/// gets left arcs only, and only those are called "root".
class ParseState {
 public:
  explicit ParseState(std::size_t words);

  /// Which words are looked at now; kNoWord where there is none.
  [[nodiscard]] WordId stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNoWord;
  }
  [[nodiscard]] WordId buffer(std::size_t ahead) const {
    const std::size_t word = next_ + ahead;
    return word <= words_ ? static_cast<WordId>(word) : kNoWord;
  }
  [[nodiscard]] const std::vector<WordId>& whole_stack() const { return stack_; }
  [[nodiscard]] WordId root() const { return static_cast<WordId>(words_); }
  [[nodiscard]] WordId head(WordId word) const { return heads_[word]; }
  [[nodiscard]] RelationId relation(WordId word) const { return relations_[word]; }

  /// A word's dependents so far: outermost first. kNoWord for none.
  struct Children {
    std::array<WordId, 2> left{kNoWord, kNoWord};
    std::array<WordId, 2> right{kNoWord, kNoWord};
    std::uint8_t lefts = 0;  ///< how many, up to 255
    std::uint8_t rights = 0;
    std::uint64_t left_set = 0;  ///< a hash of their relations' set
    std::uint64_t right_set = 0;
  };
  [[nodiscard]] const Children& children(WordId word) const { return children_[word]; }

  [[nodiscard]] bool allows(Move move) const;

  /// Whether only the root is left to read: what follows is forced.
  [[nodiscard]] bool is_read() const { return next_ == words_; }

  void shift();
  void reduce();
  void left_arc(RelationId relation);
  void right_arc(RelationId relation);

  /// Gives every word without a head the root for one, once all is read. Of several the first
  /// stays; the others become its dependents by `further`.
  void finish(RelationId further);

 private:
  void attach(WordId word, WordId head, RelationId relation);

  std::size_t words_;
  std::size_t next_ = 0;
  std::vector<WordId> stack_;
  std::vector<WordId> heads_;          ///< [words + 1]
  std::vector<RelationId> relations_;  ///< [words + 1]
  std::vector<Children> children_;     ///< [words + 1]
};

}  // namespace recto::language
