// Does a text stand alone? The words that point outside it.
#include <algorithm>
#include <array>
#include <set>

#include "tools/questions/statements.h"

namespace recto::questions {
namespace {

constexpr std::array<std::string_view, 8> kPronouns{"he",  "she",  "they", "his",
                                                    "her", "hers", "its",  "their"};
constexpr std::array<std::string_view, 4> kPersonal{"he", "she", "his", "her"};
constexpr std::array<std::string_view, 6> kCompletions{"of",  "between", "that",
                                                       "who", "whose",   "where"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

std::string quoted(std::string_view word) {
  return "'" + std::string(word) + "'";
}

bool begins_with_name(const Words& words, const std::vector<Name>& names) {
  if (names.empty() || words.empty()) return false;
  return names.front().first <= (words.front().is("the") ? 1U : 0U);
}

/// A pronoun is at home behind the name that opens the text, if no other name came between.
bool is_at_home(const Words& words, const std::vector<Name>& names, std::size_t at) {
  if (!begins_with_name(words, names)) return false;
  std::set<std::string> before;
  for (const Name& name : names)
    if (name.last <= at) before.insert(name_key(name.text));
  if (!is_one_of(kPersonal, words[at].folded)) return !before.empty();
  return before.size() == 1 && names.front().kind == NameKind::Person;
}

bool ends_noun_phrase(const Words& words, std::size_t at, const WordLists& lists) {
  const Word& word = words[at];
  return word.kind == Word::Kind::Mark || is_function_word(word.folded) ||
         lists.verbs_by_past.contains(word.folded);
}

bool was_introduced(const Words& words, std::size_t at, std::size_t noun) {
  for (std::size_t i = 0; i < at; ++i)
    if (words[i].folded == words[noun].folded) return true;
  return false;
}

/// Whether the noun phrase behind "the" (word `at`) says itself which one is meant.
bool is_definite_alone(const Words& words, std::size_t at, const WordLists& lists) {
  std::size_t next = at + 1;
  if (next >= words.size()) return false;
  if (words[next].capital || match(lists.unique, words, next) > 0) return true;
  const std::string& first = words[next].folded;
  if (first.size() > 4 && first.ends_with("est")) return true;
  // "the 1990s", "the 19th century", "the 2010 census"
  if (words[next].kind == Word::Kind::Number &&
      (first.ends_with("s") || first.ends_with("th") || first.ends_with("st") || first.size() == 4))
    return true;
  const std::size_t limit = std::min(next + 5, words.size());
  while (next < limit && !ends_noun_phrase(words, next, lists)) {
    if (words[next].capital) return true;
    ++next;
  }
  if (next >= words.size() || next == limit) return false;
  if (was_introduced(words, at, next - 1)) return true;
  return next > at + 1 && is_one_of(kCompletions, words[next].folded);
}

}  // namespace

std::optional<std::string> open_reference(const Words& words, const std::vector<Name>& names,
                                          const WordLists& lists) {
  if (const auto word = find_phrase(lists.context, words))
    return quoted(*word) + " points outside the sentence (C2)";
  if (const auto word = find_phrase(lists.opinion, words))
    return quoted(*word) + " is an opinion (C12)";
  if (const auto word = find_phrase(lists.hedge, words))
    return quoted(*word) + " makes a claim, guess or plan of it (C12)";
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (is_one_of(kPronouns, words[at].folded) && !is_at_home(words, names, at))
      return "nobody knows who or what " + quoted(words[at].folded) + " is (C2)";
    if (words[at].is("the") && !is_definite_alone(words, at, lists))
      return "it does not say which is meant by 'the " +
             (at + 1 < words.size() ? words[at + 1].folded : std::string()) + "' (C2)";
  }
  return std::nullopt;
}

}  // namespace recto::questions
