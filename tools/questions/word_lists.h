// What the checks know about English words: assets/words/question-words.txt.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "tools/questions/words.h"

namespace recto::questions {

/// Folded words and phrases of up to five words.
using Phrases = std::set<std::string, std::less<>>;

/// The word lists that a person may edit. Empty lists are fine.
struct WordLists {
  Phrases opinion;  ///< judge: "beautiful"
};

/// The file's text. Never fails: sections and lines that are unknown are skipped.
[[nodiscard]] WordLists parse_word_lists(std::string_view question_words);

/// The longest phrase of the list that begins at word `at`: its length in words, else 0.
[[nodiscard]] std::size_t match(const Phrases& phrases, const PlainWords& words, std::size_t at);

}  // namespace recto::questions
