// What the rules know about English words: assets/words/question-words.txt and verbs.txt.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tools/questions/words.h"

namespace recto::questions {

/// Folded words and phrases of up to five words.
using Phrases = std::set<std::string, std::less<>>;

struct Verb {
  std::string base;        ///< "write"
  std::string past;        ///< "wrote"
  std::string participle;  ///< "written"
};

/// The word lists that a person may edit. Empty lists are fine: fewer cards come out.
struct WordLists {
  Phrases context;        ///< point outside the sentence: "the company", "this"
  Phrases harmless;       ///< begin like one of `context` and do no harm: "as well as"
  Phrases opinion;        ///< judge: "beautiful"
  Phrases hedge;          ///< make a claim, guess or plan of it: "may"
  Phrases claims;         ///< those of `hedge` that a gap may keep: "estimated", "according"
  Phrases connectives;    ///< may go from a sentence's head: "however"
  Phrases unique;         ///< "the …" that stands alone: "sun"
  Phrases persons;        ///< nouns for people: "physicist"
  Phrases titles;         ///< before a person's name: "dr"
  Phrases organisations;  ///< in a name that is no person's: "inc"
  Phrases given_names;
  Phrases units;  ///< of measure: "metres"
  Phrases verb_bases;
  std::map<std::string, Verb, std::less<>> verbs_by_past;
  std::map<std::string, Verb, std::less<>> verbs_by_participle;
};

/// The two files' text. Never fails: sections and lines that are unknown are skipped.
[[nodiscard]] WordLists parse_word_lists(std::string_view question_words, std::string_view verbs);

/// The longest phrase of the list that begins at word `at`: its length in words, else 0.
[[nodiscard]] std::size_t match(const Phrases& phrases, const Words& words, std::size_t at);

[[nodiscard]] bool has(const Phrases& phrases, std::string_view folded);

}  // namespace recto::questions
