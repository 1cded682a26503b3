// Whole sentences as the author wrote them, made to stand alone: for gaps.
#pragma once

#include <vector>

#include "tools/statements/statements.h"

namespace recto::statements {

/// Adds every assertion of the article as sentences that keep the author's words and their order;
/// only pronouns become names, and what a sentence says by the way is left out. There is one of
/// each sentence without all that can go, and for each value and name that would go with it one
/// more that keeps it. Their one clause has the subject as a piece, and before and behind it pieces
/// of Role::Rest. Linear.
void add_whole_sentences(const Reading& reading, const Knowledge& knowledge,
                         std::vector<Statement>& out);

}  // namespace recto::statements
