// Which clauses a sentence asserts.
#pragma once

#include <string_view>
#include <vector>

#include "content/words/lexicon.h"
#include "tools/statements/clause.h"

namespace recto::statements {

/// The clauses that the sentence asserts, its main clause first: joined verbs, relative clauses and
/// participles beside names ("the tower, built in 1889"), participles beside the main clause, what
/// somebody is said to say (`source`), "while" and "although" clauses. What stands under "if", in
/// direct speech, or is asked or ordered is left out. Linear for trees as people write them. With
/// `task` (Reading::task) orders are told as "you should …, when building a terrarium".
[[nodiscard]] std::vector<Clause> find_clauses(const ReadSentence& sentence,
                                               const std::vector<Words>& asides,
                                               const Lexicon& lexicon, std::string_view task);

}  // namespace recto::statements
