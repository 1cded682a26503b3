// The technical terms of an article: what a learner of its subject has to know by name.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/statements/reading.h"

namespace recto::questions {

/// A noun with what makes one term of it: "direct democracy", "monarchy".
struct Term {
  patterns::Words words;      ///< in its sentence; the noun is the last
  std::string key;            ///< folded, the noun as a lemma: "direct democracy"
  std::size_t sentences = 0;  ///< of the article that have it
  bool in_heading = false;    ///< a heading or the title has it
  float common = 0;           ///< of the noun: see commonness
};

/// Counts noun phrases of up to three words. Headings include the title.
class Terms {
 public:
  Terms(const statements::Reading& reading, const Lexicon& lexicon,
        const std::vector<std::string_view>& headings);

  /// The term whose noun stands at `noun`: the longest phrase that the article has twice or in a
  /// heading, else the longest that no everyday adjective opens. Its words are empty where a name,
  /// a time or a word that says too little stands there.
  [[nodiscard]] Term at(const statements::ReadSentence& sentence, patterns::WordId noun) const;

 private:
  [[nodiscard]] bool is_term_noun(const statements::ReadSentence& sentence,
                                  patterns::WordId noun) const;
  [[nodiscard]] Term term_of(const statements::ReadSentence& sentence, patterns::Words words) const;

  const Lexicon& lexicon_;
  std::map<std::string, std::size_t, std::less<>> sentences_;  ///< by key
  std::set<std::string, std::less<>> headings_;                ///< runs of up to three folded words
};

}  // namespace recto::questions
