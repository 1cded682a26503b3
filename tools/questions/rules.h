// The rules that over-generate: each looks for one shape of statement that it can turn for certain.
#pragma once

#include <vector>

#include "content/deck/article.h"
#include "content/deck/deck.h"
#include "tools/questions/candidate.h"
#include "tools/questions/statements.h"
#include "tools/questions/word_lists.h"

namespace recto::questions {

/// C16: the article's own questions and answers.
void add_faq(const Sources& sources, Candidates& out);

/// One gap per value or name of a usable statement.
void add_clozes(const Statements& statements, Candidates& out);

/// "X was founded in 1990." → "In which year was X founded?"
void add_when(const Statements& statements, const WordLists& lists, Candidates& out);
/// Births and deaths, from sentences and from life dates in brackets.
void add_lives(const Statements& statements, const WordLists& lists, Candidates& out);
/// "X was founded by Y." → "Who founded X?"; "Y discovered X." → "Who discovered X?"
void add_who(const Statements& statements, const WordLists& lists, Candidates& out);
/// "X is the capital of Y." → "What is the capital of Y?"; "X, the R of Y, …"
void add_roles(const Statements& statements, const WordLists& lists, Candidates& out);
/// "X is a …" → "What is X?", self-rated.
void add_definitions(const Statements& statements, const WordLists& lists, Candidates& out);
/// "X, also known as Y, …"; "Long Form (LF)".
void add_other_names(const Statements& statements, Candidates& out);
/// "X has 12 moons." → "How many moons does X have?"; "X is 300 metres tall."
void add_how_many(const Statements& statements, const WordLists& lists, Candidates& out);

/// Choice and true/false variants of what is there already.
void add_choices(const Statements& statements, Candidates& out);
void add_true_false(const Statements& statements, Candidates& out);

/// C20: fills `accept` with what is also right.
void add_accepted(Candidate& candidate, const Statements& statements);

}  // namespace recto::questions
