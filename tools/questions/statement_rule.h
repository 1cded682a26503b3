// What all rules on statements start from.
#pragma once

#include <cstddef>
#include <string>

#include "tools/questions/answerability.h"
#include "tools/questions/asking.h"

namespace recto::questions {

/// That a piece hangs where the tree has it: with less, nothing is asked about it.
inline constexpr language::Chance kLeastSure = 0.4F;

/// A rule at one statement, with short ways to what it is made of.
class StatementRule {
 public:
  StatementRule(const Told& told, std::size_t index, Candidates& out)
      : told_(told),
        index_(index),
        statement_(told.statements[index]),
        sentence_(told.sentence(statement_)),
        out_(out) {}

 protected:
  [[nodiscard]] std::string text(Words words) const { return answer_of(told_, statement_, words); }

  /// Whether too little is left without the piece: see tells_enough.
  [[nodiscard]] bool tells_little(const Piece& asked, int least = kEnoughForValue) const {
    return !tells_enough(told_, statement_, asked, least);
  }

  /// "maize, squash and beans"
  [[nodiscard]] bool is_list(const Piece& piece) const;

  /// "for example", "as in Cuba": one of several.
  [[nodiscard]] bool is_example() const;

  /// "a government in which power", "a citizen": a clause behind it that says more was lost.
  [[nodiscard]] bool is_whole(const Piece& complement) const;

  const Told& told_;
  std::size_t index_;
  const Statement& statement_;
  const ReadSentence& sentence_;
  Candidates& out_;
};

/// Which statements a rule is for.
enum class Of { Clauses, WholeSentences };

/// Applies `Rule::add` to every statement that stands.
template <typename Rule>
void add_by_statement(const Told& told, Candidates& out, Of of = Of::Clauses) {
  for (std::size_t i = 0; i < told.statements.size(); ++i)
    if (!told.statements[i].fault && told.statements[i].whole == (of == Of::WholeSentences))
      Rule(told, i, out).add();
}

}  // namespace recto::questions
