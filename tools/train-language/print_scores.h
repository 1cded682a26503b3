// What `train-language evaluate` prints.
#pragma once

#include <iosfwd>
#include <string>

#include "tools/discourse/name_words.h"
#include "tools/language/analysis.h"
#include "tools/train-language/corpora.h"

namespace recto::train {

/// One corpus's idea of names alone.
[[nodiscard]] language::NameWeights only(language::NameSource source);

/// "EWT UPOS 95.70 LAS 85.75, UNER-EWT F1 69.12" and so on, in one line.
[[nodiscard]] std::string short_scores(const Corpora& corpora, const language::Analyser& analyser);

/// What is in assets/words.
struct WordLists {
  language::Abbreviations abbreviations;
  discourse::NameWords names;
};

/// Tables of tags and trees, of names, of what chances are worth, and of cutting raw text.
void print_scores(std::ostream& out, const Corpora& corpora, const language::Analyser& analyser,
                  const Lexicon& lexicon, const WordLists& lists);

}  // namespace recto::train
