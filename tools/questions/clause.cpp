#include "tools/questions/clause.h"

#include <algorithm>
#include <array>

namespace recto::questions {
namespace {

constexpr std::size_t kLongestSubject = 10;
constexpr std::size_t kLongestApposition = 14;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

bool opens_clause(std::string_view folded) {
  constexpr std::array<std::string_view, 24> kOpeners{
      "that",    "which",    "who",    "whom",  "whose", "when",    "where", "while",
      "because", "although", "though", "as",    "after", "before",  "until", "but",
      "or",      "than",     "so",     "since", "if",    "whereas", "not",   "without"};
  return is_one_of(kOpeners, folded);
}

bool is_auxiliary(std::string_view folded) {
  constexpr std::array<std::string_view, 9> kAuxiliaries{"has", "have", "had",   "do", "does",
                                                         "did", "been", "being", "be"};
  return is_one_of(kAuxiliaries, folded);
}

bool is_past(const Word& word, const WordLists& lists) {
  return !word.capital && lists.verbs_by_past.contains(word.folded);
}

/// ", the cloud arm of Alibaba Group," at word `comma`: the place of its second comma.
std::optional<std::size_t> closing_comma(const Words& words, std::size_t comma) {
  for (std::size_t at = comma + 1; at < std::min(comma + kLongestApposition, words.size()); ++at)
    if (words[at].is(",")) return at;
  return std::nullopt;
}

bool is_verb(const Word& word, const WordLists& lists) {
  return is_be(word.folded) || is_past(word, lists) || word.is("has") || word.is("had") ||
         word.is("have") || word.is("consists") || word.is("covers") || word.is("contains");
}

std::string lower_head(const Statement& statement, std::size_t first, std::string text) {
  const Word& head = statement.words[first];
  const Name* name = name_at(statement, first);
  const bool lower =
      head.is("the") || head.is("a") || head.is("an") || (name != nullptr && name->common);
  if (lower) text[0] = static_cast<char>(text[0] | 0x20);
  return text;
}

bool is_bare_participle(const Statement& statement, std::size_t verb) {
  constexpr std::array<std::string_view, 8> kPrepositions{"by", "in",   "at",   "on",
                                                          "to", "from", "with", "for"};
  const Words& words = statement.words;
  if (verb + 1 >= words.size() || !is_one_of(kPrepositions, words[verb + 1].folded)) return false;
  return std::any_of(
      words.begin() + static_cast<std::ptrdiff_t>(verb) + 1, words.end(),
      [](const Word& word) { return is_be(word.folded) || is_auxiliary(word.folded); });
}

/// "Pierre slipped in a wet street and later was killed": what stands before the verb is a clause
/// of its own, known by its end or by a past tense that no article makes an adjective.
bool hides_clause(const Words& words, std::size_t first, std::size_t last) {
  constexpr std::array<std::string_view, 14> kJoints{
      "and",  "or",    "later", "then", "soon",  "eventually", "subsequently",
      "once", "first", "still", "also", "there", "finally",    "again"};
  constexpr std::array<std::string_view, 6> kArticles{"the", "a", "an", "'s", "of", "and"};
  const std::string& end = words[last - 1].folded;
  if (is_one_of(kJoints, end) || (!words[last - 1].capital && end.ends_with("ly"))) return true;
  for (std::size_t at = first + 1; at < last; ++at)
    if (!words[at].capital && words[at].folded.size() > 4 && words[at].folded.ends_with("ed") &&
        !is_one_of(kArticles, words[at - 1].folded))
      return true;
  return false;
}

}  // namespace

bool is_be(std::string_view folded) {
  return folded == "is" || folded == "are" || folded == "was" || folded == "were";
}

const Name* name_at(const Statement& statement, std::size_t first) {
  for (const Name& name : statement.names)
    if (name.first == first) return &name;
  return nullptr;
}

std::string words_text(const Statement& statement, std::size_t first, std::size_t last) {
  return std::string(text_between(statement.text, statement.words, first, last));
}

std::optional<Clause> find_clause(const Statement& statement, std::size_t first,
                                  const WordLists& lists) {
  const Words& words = statement.words;
  Clause clause;
  clause.subject_first = first;
  std::size_t at = first;
  while (at < words.size() && !is_verb(words[at], lists) && !words[at].is(",")) {
    if (at - first > kLongestSubject || words[at].kind == Word::Kind::Mark ||
        opens_clause(words[at].folded) || is_auxiliary(words[at].folded))
      return std::nullopt;
    ++at;
  }
  if (at == first || at >= words.size()) return std::nullopt;
  clause.subject_last = at;
  if (hides_clause(words, first, at)) return std::nullopt;
  if (words[at].is(",")) {
    const auto close = closing_comma(words, at);
    if (!close || *close + 1 >= words.size()) return std::nullopt;
    clause.apposition = language::Span{at + 1, *close};
    at = *close + 1;
    if (!is_verb(words[at], lists)) return std::nullopt;
  }
  clause.verb = at;
  if (is_past(words[at], lists) && is_bare_participle(statement, at)) return std::nullopt;
  const std::size_t article = words[first].is("the") ? 1 : 0;
  clause.name = name_at(statement, first + article);
  const bool has_name = std::ranges::any_of(statement.names, [&](const Name& name) {
    return name.first >= first && name.last <= clause.subject_last;
  });
  if (!has_name) return std::nullopt;
  if (clause.name != nullptr && clause.name->last != clause.subject_last) clause.name = nullptr;
  clause.subject = lower_head(statement, first, words_text(statement, first, clause.subject_last));
  return clause;
}

bool is_simple(const Statement& statement, std::size_t first, std::size_t last,
               const WordLists& lists) {
  for (std::size_t at = first; at < last; ++at) {
    const Word& word = statement.words[at];
    const bool symbol =
        word.is("$") || word.is("%") || word.is("-") || word.is("€") || word.is("£");
    if (word.kind == Word::Kind::Mark && !symbol) return false;
    if (opens_clause(word.folded) || is_auxiliary(word.folded) || is_be(word.folded)) return false;
    if (word.is("and") && at + 1 < last && is_past(statement.words[at + 1], lists)) return false;
  }
  return true;
}

std::optional<std::size_t> find_end(const Statement& statement, std::size_t first,
                                    const WordLists& lists) {
  constexpr std::array<std::string_view, 9> kRemovable{
      "which", "where", "who", "whose", "when", "becoming", "making", "although", "but"};
  const Words& words = statement.words;
  for (std::size_t at = first; at < words.size(); ++at) {
    const bool stop = words[at].is(".") && at + 1 == words.size();
    const bool comma = words[at].is(",") && at + 1 < words.size();
    if (comma && !is_one_of(kRemovable, words[at + 1].folded)) return std::nullopt;
    if (stop || comma)
      return is_simple(statement, first, at, lists) ? std::optional(at) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace recto::questions
