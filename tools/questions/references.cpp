// Does a text stand alone? The words that point outside it.
#include <algorithm>
#include <array>
#include <set>

#include "tools/questions/statements.h"
#include "tools/questions/values.h"

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

/// Whether a name is the first thing told, behind nothing but a time or the head of a question: "In
/// December 2021 the Ministry …", "In which year did Kew …". It may have a noun of its own ("one
/// Apsara cluster"), nobody else is there yet.
bool begins_with_name(const Words& words, const std::vector<Name>& names) {
  if (names.empty()) return false;
  return std::all_of(words.begin(),
                     words.begin() + static_cast<std::ptrdiff_t>(names.front().first),
                     [](const Word& word) {
                       return word.kind == Word::Kind::Number || is_function_word(word.folded) ||
                              word.is("year") || word.is(",") || month_of(word.folded) > 0;
                     });
}

bool may_be_person(const Words& words, const Name& name) {
  constexpr std::array<std::string_view, 8> kPlaceBefore{"in",   "at", "from", "to",
                                                         "near", "of", "for",  "into"};
  if (name.kind != NameKind::Unknown) return name.kind == NameKind::Person;
  std::size_t before = name.first;
  if (before > 0 && words[before - 1].is("the")) --before;
  return before == 0 || !is_one_of(kPlaceBefore, words[before - 1].folded);
}

/// A pronoun is at home behind the name that opens the text, if no other person came between.
bool is_at_home(const Words& words, const std::vector<Name>& names, std::size_t at) {
  const bool personal = is_one_of(kPersonal, words[at].folded);
  std::set<std::string> before;
  for (const Name& name : names)
    if (name.last <= at && (!personal || may_be_person(words, name)))
      before.insert(name_key(name.text));
  if (!personal) return begins_with_name(words, names);
  return before.size() == 1 && std::ranges::any_of(names, [&](const Name& name) {
           return name.last <= at && name.kind == NameKind::Person;
         });
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

/// "the largest", "the 1990s", "the 19th century", "the 2010 census"; "the 139th" is one of
/// something untold.
bool is_singled_out(const Words& words, std::size_t next) {
  const std::string& first = words[next].folded;
  if (words[next].kind != Word::Kind::Number) return is_superlative(first);
  const bool century = next + 1 < words.size() && words[next + 1].is("century");
  return first.ends_with("s") || first.size() == 4 || century;
}

/// "one of the many painters in Paris" at "the".
bool is_one_of_them(const Words& words, std::size_t at) {
  return at > 1 && words[at - 1].is("of") && (words[at - 2].is("one") || words[at - 2].is("some"));
}

/// Whether the noun phrase from word `next` is told apart by a name in it, an earlier mention or
/// what is added behind it.
bool is_completed(const Words& words, std::size_t at, std::size_t next, const WordLists& lists) {
  const std::size_t first = next;
  const std::size_t limit = std::min(next + 5, words.size());
  while (next < limit && !ends_noun_phrase(words, next, lists)) {
    if (words[next].capital) return true;
    ++next;
  }
  if (next >= words.size() || next == limit || next == first) return false;
  if (was_introduced(words, at, next - 1)) return true;
  // "the area stretching from …"
  const bool participle = next > first + 1 && words[next - 1].folded.ends_with("ing") &&
                          words[next].kind == Word::Kind::Plain;
  const bool by_which = next + 1 < words.size() && words[next + 1].is("which");
  return participle || by_which || is_one_of(kCompletions, words[next].folded);
}

/// Whether the noun phrase behind "the" (word `at`) says itself which one is meant.
bool is_definite_alone(const Words& words, std::size_t at, const WordLists& lists) {
  std::size_t next = at + 1;
  if (next + 1 < words.size() && words[next].is("\"")) ++next;
  if (next >= words.size()) return false;
  if (words[next].capital || match(lists.unique, words, next) > 0) return true;
  return is_one_of_them(words, at) || is_singled_out(words, next) ||
         is_completed(words, at, next, lists);
}

/// The first word of `list` that is no part of a name, not the head of a harmless phrase and not of
/// the phrases that may pass.
std::optional<std::string> find_open(const Phrases& list, const Words& words,
                                     const Phrases& harmless, const Phrases& passing = {}) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t length = match(list, words, at);
    if (length == 0 || match(harmless, words, at) > length) continue;
    if (match(passing, words, at) == length) continue;
    const bool speaker = words[at].is("i") || words[at].folded.starts_with("i'");
    if (words[at].capital && at > 0 && !speaker) continue;  // of a name, or the month of May
    std::string text = words[at].folded;
    for (std::size_t i = 1; i < length; ++i)
      text += ' ' + words[at + i].folded;
    return text;
  }
  return std::nullopt;
}

bool is_existential(const Words& words, std::size_t at) {
  constexpr std::array<std::string_view, 4> kBe{"is", "are", "was", "were"};
  const bool told = at + 1 < words.size() && is_one_of(kBe, words[at + 1].folded);
  return told || (at > 0 && is_one_of(kBe, words[at - 1].folded));
}

}  // namespace

std::optional<std::string> open_reference(const Words& words, const std::vector<Name>& names,
                                          const WordLists& lists, Claims claims) {
  if (const auto word = find_open(lists.context, words, lists.harmless))
    return quoted(*word) + " points outside the sentence (C2)";
  if (const auto word = find_open(lists.opinion, words, lists.harmless))
    return quoted(*word) + " is an opinion (C12)";
  static const Phrases kNone;
  const Phrases& passing = claims == Claims::Kept ? lists.claims : kNone;
  if (const auto word = find_open(lists.hedge, words, lists.harmless, passing))
    return quoted(*word) + " makes a claim, guess or plan of it (C12)";
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (is_one_of(kPronouns, words[at].folded) && !is_at_home(words, names, at))
      return "nobody knows who or what " + quoted(words[at].folded) + " is (C2)";
    if (words[at].is("there") && !is_existential(words, at))
      return "it does not say where 'there' is (C2)";
    if (words[at].is("the") && !is_definite_alone(words, at, lists))
      return "it does not say which is meant by 'the " +
             (at + 1 < words.size() ? words[at + 1].folded : std::string()) + "' (C2)";
  }
  return std::nullopt;
}

}  // namespace recto::questions
