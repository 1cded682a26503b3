// Proper names: where they stand, what they are, what the article is about.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tools/questions/word_lists.h"
#include "tools/questions/words.h"

namespace recto::questions {

enum class NameKind { Unknown, Person, Country, Organisation };

/// A proper name in a sentence, as words [first, last), without a leading "the".
struct Name {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string text;
  NameKind kind = NameKind::Unknown;
  bool common = false;  ///< no name but the article's title noun: written small inside a sentence
};

/// What a whole article says about its names.
struct NameBook {
  struct Entry {
    std::string text;
    NameKind kind = NameKind::Unknown;
    std::size_t count = 0;
  };
  std::map<std::string, Entry, std::less<>> entries;  ///< by folded text
  std::set<std::string, std::less<>> small_words;     ///< folded; seen without a capital
  std::set<std::string, std::less<>> capital_words;   ///< folded; seen with one inside a sentence
  /// Folded first or last word of a person's name → its full form; absent where two share it.
  std::map<std::string, std::string, std::less<>> full_names;
  /// The most frequent name that stands in the title, else the title's noun when a sentence opens
  /// with "Title is …"; may be empty.
  std::string topic;
  bool common_topic = false;  ///< the topic is such a noun
  NameKind topic_kind = NameKind::Unknown;
  char topic_pronoun = 0;  ///< 'h' he, 's' she, where the article clearly has one of them
};

/// Kinds of names that are known beforehand, by name_key.
using KnownKinds = std::map<std::string, NameKind, std::less<>>;

/// A sentence as `make_name_book` reads it.
struct PlainSentence {
  std::string_view text;
  Words words;
};

/// Reads the names of an article; what the text itself does not show of their kinds is taken from
/// `known`. Linear in its length.
[[nodiscard]] NameBook make_name_book(std::string_view title,
                                      const std::vector<PlainSentence>& sentences,
                                      const WordLists& lists, const KnownKinds& known);

/// The names of one sentence in order. At its head a capital alone makes no name: the word has to
/// be known from inside a sentence, or a second capital has to follow.
[[nodiscard]] std::vector<Name> names_of(std::string_view sentence, const Words& words,
                                         const NameBook& book, const WordLists& lists);

/// "Swiss", "Chinese": a capital that says where from and is no name of a thing.
[[nodiscard]] bool is_origin_adjective(std::string_view folded);

/// "in", "of", "was", "the" …: the closed words of English.
[[nodiscard]] bool is_function_word(std::string_view folded);

/// Without its possessive and the article before it, folded: for comparing names.
[[nodiscard]] std::string name_key(std::string_view name);

}  // namespace recto::questions
