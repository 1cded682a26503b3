// The rules that over-generate: each looks for one shape that it can turn for certain.
#pragma once

#include "tools/questions/candidate.h"

namespace recto::questions {

class Rivals;

/// C16: the article's own questions and answers, in any language.
void add_faq(const Material& material, Candidates& out);

/// Subject and object of a clause: "Who discovered X?", "What did X discover?", "Who built X?",
/// "What is X called?"
void add_who_and_what(const Told& told, Candidates& out);
/// "In what year was X founded?", "In which city was X born?", "Where …?"
void add_when_and_where(const Told& told, Candidates& out);
/// "How many aircraft …?", "How much …?", "What percentage of …?", "How old …?"
void add_how_many(const Told& told, Candidates& out);
/// "Why …?", "How …?", self-rated.
void add_why_and_how(const Told& told, Candidates& out);
/// "X is a Y": "What is X?", self-rated; "X is the capital of Y": "What is the capital of Y?"
void add_definitions(const Told& told, Candidates& out);
/// Births and deaths in brackets behind a name.
void add_lives(const Told& told, Candidates& out);
/// "What does ABC stand for?", "By what other name is X known?"
void add_other_names(const Told& told, Candidates& out);

/// "Who is Emirates' president?"
void add_titles(const Told& told, Candidates& out);

/// One gap per value or name of a statement.
void add_clozes(const Told& told, Candidates& out);
/// Terms of the article: gaps for them, and "What do you call a government in which …?"
void add_terms(const Told& told, Candidates& out);
/// Gaps for figures and dates of articles in other languages, in sentences that name the subject of
/// the title first and have no other figure.
void add_plain_gaps(const Material& material, Candidates& out);

/// Choice and true/false variants of what is there already, with distractors from `rivals`; choices
/// with up to `spare` further ones.
void add_choices(const Rivals& rivals, std::size_t spare, Candidates& out);
void add_true_false(const Told& told, const Rivals& rivals, Candidates& out);

/// C20: fills `accept` with what is also right.
void add_accepted(const Told& told, Candidate& candidate);

}  // namespace recto::questions
