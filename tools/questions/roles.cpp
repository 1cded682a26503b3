// "X is the capital of Y." → "What is the capital of Y?"; "X, the arm of Y, …"; "X is a …".
#include <algorithm>
#include <array>
#include <optional>

#include "tools/questions/clause.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

constexpr std::size_t kLongestRole = 16;
constexpr std::size_t kLongestDefinition = 28;

/// "-ist", "-ologist", "-ian": nouns that the list does not have.
bool sounds_personal(const Word& word) {
  constexpr std::array<std::string_view, 11> kEndings{"ist",      "ian",   "ator",   "eer",
                                                      "aire",     "niece", "nephew", "daughter",
                                                      "grandson", "sman",  "woman"};
  return !word.capital && word.folded.size() > 5 &&
         std::ranges::any_of(
             kEndings, [&](std::string_view ending) { return word.folded.ends_with(ending); });
}

enum class Personal { No, Maybe, Yes };

/// Whether a role or definition that begins at word `first` names people: its first noun phrase
/// ends in a person's noun (Yes), holds one ("a professor emeritus", "a chief river": Maybe) or
/// none.
Personal is_personal(const Statement& statement, std::size_t first, std::size_t last,
                     const WordLists& lists) {
  bool inside = false;
  Personal result = Personal::No;
  for (std::size_t at = first; at < last; ++at) {
    const Word& word = statement.words[at];
    if (inside && (is_function_word(word.folded) || word.kind == Word::Kind::Mark)) break;
    inside = inside || !is_function_word(word.folded);
    if (has(lists.persons, word.folded) || sounds_personal(word))
      result = Personal::Yes;
    else if (result == Personal::Yes)
      result = Personal::Maybe;
  }
  return result;
}

/// "Who" or "What" for a name of such a role; nothing when name and role do not go together for
/// certain.
std::optional<std::string> question_word(const Name& name, Personal role) {
  if (name.kind == NameKind::Person)
    return role == Personal::No ? std::nullopt : std::optional<std::string>("Who");
  if (name.kind == NameKind::Unknown) {
    if (role == Personal::Maybe) return std::nullopt;
    return role == Personal::Yes ? "Who" : "What";
  }
  return role == Personal::Yes ? std::nullopt : std::optional<std::string>("What");
}

/// "the largest city in X", "the capital of X", "the first man to": only one can be it.
bool is_unique(const Statement& statement, std::size_t first, std::size_t last) {
  constexpr std::array<std::string_view, 14> kUnique{
      "first", "last",   "only",    "largest", "second", "third",      "capital",
      "most",  "oldest", "highest", "longest", "main",   "birthplace", "smallest"};
  const Words& words = statement.words;
  if (!words[first].is("the") || first + 2 >= last) return false;
  bool unique = is_superlative(words[first + 1].folded);
  for (std::size_t at = first + 1; at < std::min(first + 3, last); ++at)
    unique = unique || std::ranges::find(kUnique, words[at].folded) != kUnique.end();
  return unique;
}

bool names_something(const Statement& statement, std::size_t first, std::size_t last) {
  return std::ranges::any_of(
      statement.names, [&](const Name& name) { return name.first >= first && name.last <= last; });
}

void add_role(const Statement& statement, std::size_t index, const Clause& clause,
              std::string_view be, std::size_t first, std::size_t last, const WordLists& lists,
              Candidates& out) {
  const auto word = question_word(*clause.name, is_personal(statement, first, last, lists));
  if (!word) return;
  Candidate candidate;
  candidate.card =
      make_card(CardKind::Short, statement, "role",
                joined({*word, std::string(be), words_text(statement, first, last)}, " ") + "?",
                words_text(statement, clause.name->first, clause.name->last));
  candidate.statement = index;
  candidate.name_kind = clause.name->kind;
  out.push_back(std::move(candidate));
}

/// The end of what "is" says: the full stop or a clause that can go; "and was …" is cut too.
std::optional<std::size_t> predicate_end(const Statement& statement, std::size_t first,
                                         const WordLists& lists) {
  const Words& words = statement.words;
  for (std::size_t at = first; at + 1 < words.size(); ++at) {
    const bool comma = words[at].is(",") && words[at + 1].is("and");
    const std::size_t next = comma ? at + 2 : at + 1;
    if (!(comma || words[at].is("and")) || next >= words.size()) continue;
    const bool verb = is_be(words[next].folded) || words[next].is("has") || words[next].is("had") ||
                      words[next].is("the");
    if (verb && is_simple(statement, first, at, lists)) return at;
  }
  return find_end(statement, first, lists);
}

/// "X is the largest city in Y."
void add_predicate(const Statement& statement, std::size_t index, const Clause& clause,
                   const WordLists& lists, Candidates& out) {
  const Words& words = statement.words;
  if (!is_be(words[clause.verb].folded)) return;
  const std::size_t first = clause.verb + 1;
  const auto end = predicate_end(statement, first, lists);
  if (!end || *end - first > kLongestRole || !is_unique(statement, first, *end)) return;
  if (!names_something(statement, first, *end)) return;
  add_role(statement, index, clause, words[clause.verb].folded, first, *end, lists, out);
}

/// "X is the third city of Y, and the capital of Z."
void add_second_predicate(const Statement& statement, std::size_t index, const Clause& clause,
                          const WordLists& lists, Candidates& out) {
  const Words& words = statement.words;
  if (!is_be(words[clause.verb].folded)) return;
  for (std::size_t at = clause.verb + 2; at + 3 < words.size(); ++at) {
    if (!words[at].is("and") || !words[at + 1].is("the")) continue;
    const std::size_t head = words[at - 1].is(",") ? at - 1 : at;
    const auto end = find_end(statement, at + 1, lists);
    if (!end || *end - at > kLongestRole || !is_unique(statement, at + 1, *end)) return;
    if (!names_something(statement, at + 1, *end)) return;
    if (is_simple(statement, clause.verb + 1, head, lists))
      add_role(statement, index, clause, words[clause.verb].folded, at + 1, *end, lists, out);
    return;
  }
}

/// "X, the cloud arm of Y, is …"
void add_apposition(const Statement& statement, std::size_t index, const Clause& clause,
                    const WordLists& lists, Candidates& out) {
  if (!clause.apposition) return;
  const auto [first, last] = *clause.apposition;
  const Words& words = statement.words;
  if (!words[first].is("the") || !is_simple(statement, first, last, lists)) return;
  const bool of = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                              words.begin() + static_cast<std::ptrdiff_t>(last),
                              [](const Word& word) { return word.is("of"); });
  if (!of && !is_unique(statement, first, last)) return;
  if (!names_something(statement, first, last)) return;
  const bool past = words[clause.verb].is("was") || words[clause.verb].is("were") ||
                    words[clause.verb].is("had") || !is_be(words[clause.verb].folded);
  add_role(statement, index, clause, past && !words[clause.verb].is("has") ? "was" : "is", first,
           last, lists, out);
}

/// Whether another clause hides behind a comma.
bool goes_on(const Words& words, std::size_t first) {
  bool comma = false;
  for (std::size_t at = first; at < words.size(); ++at) {
    comma = comma || words[at].is(",");
    if (comma && (is_be(words[at].folded) || words[at].is("has") || words[at].is("had") ||
                  words[at].is("and") || words[at].is("but")))
      return true;
  }
  return false;
}

/// "a son of Y" tells little about X.
bool is_relation(std::string_view folded) {
  constexpr std::array<std::string_view, 21> kRelations{
      "son",    "daughter", "brother", "sister",  "friend",  "member", "nephew",
      "niece",  "cousin",   "part",    "related", "example", "way",    "lot",
      "number", "former",   "regular", "pen",     "result",  "kind",   "student"};
  return std::ranges::find(kRelations, folded) != kRelations.end();
}

/// "X is a cloud computing company." → "What is X?"
void add_definition(const Statement& statement, std::size_t index, const Clause& clause,
                    const NameBook& book, const WordLists& lists, Candidates& out) {
  const Words& words = statement.words;
  const std::string& be = words[clause.verb].folded;
  if (!is_be(be) || clause.verb + 3 >= words.size()) return;
  const std::size_t first = clause.verb + 1;
  const bool indefinite = words[first].is("a") || words[first].is("an");
  const bool topic = name_key(clause.name->text) == name_key(book.topic);
  if (!indefinite && !(topic && words[first].is("the"))) return;
  if (is_relation(words[first + 1].folded) || words[first + 1].kind == Word::Kind::Number) return;
  const auto cut = predicate_end(statement, first, lists);
  const std::size_t end = cut ? *cut : words.size() - 1;
  if (!cut && goes_on(words, first)) return;
  const std::string definition = words_text(statement, first, end);
  const std::size_t length = count_words(definition);
  if (length < 4 || length > kLongestDefinition) return;
  const auto word = question_word(*clause.name, is_personal(statement, first, end, lists));
  if (!word) return;
  Candidate candidate;
  candidate.card = make_card(CardKind::Short, statement, "definition",
                             joined({*word, be, clause.subject}, " ") + "?", definition);
  candidate.statement = index;
  out.push_back(std::move(candidate));
}

/// Whether a name is the subject or stands behind the verb: "After the decline of the Olmec, a city
/// rose" explains nothing.
bool is_told(const Statement& statement, const Name& name, const WordLists& lists) {
  if (name.first <= 1) return true;
  const auto end = statement.words.begin() + static_cast<std::ptrdiff_t>(name.first);
  return std::any_of(statement.words.begin(), end, [&](const Word& word) {
    return is_be(word.folded) || lists.verbs_by_past.contains(word.folded);
  });
}

/// Whether an explanation can begin behind a name: ", a" and no relation, not one of several ("a
/// Tony Award, a Mark Twain Prize and a star"), not a bare "the Society".
bool may_be_explained(const Statement& statement, const Name& name, const WordLists& lists) {
  const Words& words = statement.words;
  const std::size_t first = name.last + 1;
  if (first + 4 >= words.size() || !words[name.last].is(",")) return false;
  if (!(words[first].is("a") || words[first].is("an")) || is_relation(words[first + 1].folded))
    return false;
  if (name.first > 0 && (words[name.first - 1].is("a") || words[name.first - 1].is("an")))
    return false;
  const bool bare =
      name.last - name.first == 1 && has(lists.organisations, words[name.first].folded);
  return !bare && is_told(statement, name, lists);
}

/// The end of an explanation that begins at word `first`: its first mark, when nothing of it goes
/// on behind that; 0 when something does.
std::size_t explanation_end(const Statement& statement, std::size_t first, const WordLists& lists) {
  const Words& words = statement.words;
  std::size_t end = first;
  while (end < words.size() && words[end].kind != Word::Kind::Mark)
    ++end;
  if (end >= words.size() || end - first < 4 || !is_simple(statement, first, end, lists)) return 0;
  const bool more = end + 1 < words.size();
  // Behind a comma the sentence's verb follows, or examples ("visuals, from sketches to cartoons").
  const bool verb = more && is_be(words[end + 1].folded);
  const bool examples = more && words[end].is(",") && words[end + 1].is("from");
  return words[end].is(".") || verb || examples ? end : 0;
}

bool is_quoting(const Statement& statement) {
  return statement.text.find_first_of("\":;") != std::string::npos ||
         statement.text.find("“") != std::string::npos;
}

/// "introduced the Tongyi Wanxiang, a large language model." → "What is the Tongyi Wanxiang?" Holds
/// even in a sentence that makes no card of its own.
void add_explained(const Statement& statement, std::size_t index, const WordLists& lists,
                   Candidates& out) {
  if (is_quoting(statement)) return;
  const Words& words = statement.words;
  for (const Name& name : statement.names) {
    if (!may_be_explained(statement, name, lists)) continue;
    const std::size_t first = name.last + 1;
    const std::size_t end = explanation_end(statement, first, lists);
    if (end == 0) continue;
    const std::string explanation = words_text(statement, first, end);
    const Words part = words_of(explanation);
    const auto word = question_word(name, is_personal(statement, first, end, lists));
    if (!word || explanation.find(" and a ") != std::string::npos ||
        open_reference(part, names_of(explanation, part, NameBook{}, lists), lists))
      continue;
    const bool article = name.first > 0 && words[name.first - 1].is("the");
    Candidate candidate;
    candidate.card =
        make_card(CardKind::Short, statement, "definition",
                  joined({*word + " is", article ? "the" : "", name.text}, " ") + "?", explanation);
    candidate.statement = index;
    out.push_back(std::move(candidate));
  }
}

}  // namespace

void add_roles(const Statements& statements, const WordLists& lists, Candidates& out) {
  for (std::size_t i = 0; i < statements.all.size(); ++i) {
    const Statement& statement = statements.all[i];
    add_explained(statement, i, lists, out);
    if (statement.fault) continue;
    const auto clause = find_clause(statement, 0, lists);
    if (!clause || clause->name == nullptr) continue;
    add_predicate(statement, i, *clause, lists, out);
    add_second_predicate(statement, i, *clause, lists, out);
    add_apposition(statement, i, *clause, lists, out);
    add_definition(statement, i, *clause, statements.book, lists, out);
  }
}

}  // namespace recto::questions
