// An article's clauses, made to stand alone as far as that is safe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/statements/clause.h"
#include "tools/statements/reading.h"
#include "tools/statements/writing.h"

namespace recto::statements {

/// A clause without what it can do without, or the reason why it makes no card.
struct Statement {
  std::size_t sentence = 0;  ///< index in Reading::sentences
  Clause clause;             ///< only the pieces that are told
  /// Causes, purposes and means that stand beside the clause: "By selling shares, …".
  std::vector<Piece> beside;
  /// Whose claim it is, as a prompt tells it: "According to Ada Lemmon". Empty: the article's own.
  std::string source;
  std::string text;  ///< written out, with a full stop
  /// A time that limited it was left out, as nobody knows it later: no figure of it stands.
  bool undated = false;
  bool also = false;   ///< beside something that is told elsewhere
  bool cut = false;    ///< something else was left out that a reader would need a page for
  bool whole = false;  ///< a sentence in the author's words: see whole.h
  Weaknesses weaknesses{};
  std::string doubt;                 ///< the first weakness, in words: "it does not say which …"
  std::optional<std::string> fault;  ///< "nobody knows who or what 'it' is (C2)"

  [[nodiscard]] const Piece* find(Role role) const { return clause.find(role); }
};

/// All statements of an article, in the order of reading. Clauses; names with what stands beside
/// them ("Basel, a city on the Rhine") as "Basel is a city on the Rhine". Linear.
[[nodiscard]] std::vector<Statement> find_statements(const Reading& reading,
                                                     const Knowledge& knowledge);

/// The statement's pieces written from left to right, with changes.
[[nodiscard]] std::string write(const Statement& statement, const Reading& reading,
                                const std::vector<Change>& changes = {});

}  // namespace recto::statements
