#include "tools/questions/word_lists.h"

#include "content/base/fold.h"
#include "content/base/utf8.h"
#include "tools/language/word_sections.h"

namespace recto::questions {
namespace {

constexpr std::size_t kLongestPhrase = 5;

}  // namespace

WordLists parse_word_lists(std::string_view question_words) {
  WordLists lists;
  language::for_each_section_line(
      question_words, [&](std::string_view heading, std::string_view line) {
        if (heading != "opinion") return;
        while (!line.empty()) {
          const std::size_t comma = std::min(line.find(','), line.size());
          const std::string_view phrase = trimmed(line.substr(0, comma));
          if (!phrase.empty()) lists.opinion.insert(fold_case(phrase));
          line.remove_prefix(std::min(comma + 1, line.size()));
        }
      });
  return lists;
}

std::size_t match(const Phrases& phrases, const PlainWords& words, std::size_t at) {
  std::string text;
  std::size_t longest = 0;
  for (std::size_t length = 1; length <= kLongestPhrase && at + length <= words.size(); ++length) {
    if (length > 1) text += ' ';
    text += words[at + length - 1].folded;
    if (phrases.contains(text)) longest = length;
  }
  return longest;
}

}  // namespace recto::questions
