// One gap per value or name of a statement that stands alone.
#include <algorithm>
#include <array>

#include "tools/questions/clause.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

constexpr std::size_t kMostWords = 30;
constexpr std::size_t kFewestWordsForAName = 8;  ///< in fewer, many names would fit
constexpr double kSmallestCount = 10;  ///< below, a number is hardly worth a gap of its own

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

std::string_view hint_for(ValueKind kind) {
  switch (kind) {
    case ValueKind::Year: return "a year";
    case ValueKind::Date: return "a date";
    case ValueKind::Money: return "an amount of money";
    case ValueKind::Percent: return "a percentage";
    case ValueKind::Quantity:
    case ValueKind::Count: return "a number";
    case ValueKind::Other: break;
  }
  return {};
}

std::string_view hint_for(NameKind kind) {
  switch (kind) {
    case NameKind::Person: return "a person";
    case NameKind::Country: return "a country";
    case NameKind::Organisation:
    case NameKind::Unknown: break;
  }
  return {};
}

/// The words that the gap takes: a measure keeps its unit outside, money and per cent go whole.
language::Span gap_of(const Statement& statement, const Value& value) {
  const std::size_t begin = statement.words[value.first].span.begin;
  const bool bare = value.kind == ValueKind::Quantity;
  if (bare) return {begin, begin + value.before.size() + value.number.size()};
  return {begin, statement.words[value.last - 1].span.end};
}

Candidate make_cloze(const Statement& statement, std::size_t index, language::Span gap,
                     std::string_view rule, std::string_view hint) {
  std::string prompt = statement.text;
  std::string answer = prompt.substr(gap.begin, gap.end - gap.begin);
  prompt.replace(gap.begin, gap.end - gap.begin, kGap);
  Candidate candidate;
  candidate.claim = prompt;
  candidate.card =
      make_card(CardKind::Cloze, statement, rule, std::move(prompt), std::move(answer));
  candidate.card.hint = hint;
  candidate.statement = index;
  return candidate;
}

bool is_worth_a_gap(const Statement& statement, const Value& value) {
  if (value.kind == ValueKind::Other) return false;
  if (value.kind == ValueKind::Count && value.amount < kSmallestCount && value.after.empty())
    return false;
  if (value.kind == ValueKind::Count) {
    const bool counts = value.last < statement.words.size() &&
                        statement.words[value.last].kind == Word::Kind::Plain &&
                        !is_function_word(statement.words[value.last].folded);
    const bool population = value.first > 1 && statement.words[value.first - 1].is("of");
    if (!counts && !population) return false;
  }
  // "in 1954 Australian federal election": a name's part, unless it opens the sentence.
  if (value.kind == ValueKind::Year && value.first > 1 && value.last < statement.words.size() &&
      statement.words[value.last].capital)
    return false;
  // "the 14 companies": which number it is depends on what was said before.
  const bool definite = value.first > 0 && statement.words[value.first - 1].is("the");
  return !definite;
}

bool is_about(const NameBook& book, const Name& name) {
  const Words topic = words_of(name_key(book.topic));
  const Words words = words_of(name_key(name.text));
  return holds_words(topic, words) || holds_words(words, topic);
}

/// One of several in a row ("Paris, London and Rome"): any order would do.
bool is_in_list(const Statement& statement, const Name& name) {
  const Words& words = statement.words;
  const auto joins = [&](std::size_t at) {
    return words[at].is("and") || words[at].is("or") || words[at].is("&");
  };
  if (name.last < words.size() && joins(name.last)) return true;
  if (name.first > 0 && joins(name.first - 1)) return true;
  if (name.first > 0 && words[name.first - 1].is(",")) return true;
  return name.last + 1 < words.size() && words[name.last].is(",") &&
         name_at(statement, name.last + 1) != nullptr;
}

/// Whether the first name is a full one and opens the sentence, perhaps behind its time: "On 8 May
/// 1980 the World Health Assembly".
bool is_full_subject(const Statement& statement) {
  const Name& name = statement.names.front();
  if (name.last < statement.words.size() && statement.words[name.last].is("'s")) return false;
  const bool full = name.last - name.first > 1 || name.kind == NameKind::Country;
  if (!full) return false;
  std::size_t at = 0;
  if (const Value* time = value_at(statement.values, 1);
      time != nullptr && (time->kind == ValueKind::Year || time->kind == ValueKind::Date))
    at = time->last;
  if (statement.words[at].is(",")) ++at;
  if (statement.words[at].is("the")) ++at;
  return name.first == at;
}

/// A name that the rest of the sentence points at: behind a preposition, not before a noun.
bool is_worth_a_gap(const Statement& statement, const Name& name, const NameBook& book) {
  constexpr std::array<std::string_view, 14> kBefore{"in",     "at",     "from",  "to",   "by",
                                                     "near",   "called", "named", "into", "off",
                                                     "joined", "with",   "as",    "under"};
  const Words& words = statement.words;
  std::size_t before = name.first;
  if (before > 0 && words[before - 1].is("the")) --before;
  if (before == 0 || !is_one_of(kBefore, words[before - 1].folded)) return false;
  if (is_about(book, name) || is_in_list(statement, name)) return false;
  // "in the United States" is where it happened, hardly what it was about.
  if (name.kind == NameKind::Country && words[before - 1].is("in")) return false;
  if (is_origin_adjective(words[name.last - 1].folded)) return false;
  // "To Write Love On Her Arms": a capital beside it makes it a part of a longer name.
  if (words[name.first - 1].capital && before == name.first) return false;
  if (name.last >= words.size()) return true;
  const Word& after = words[name.last];
  if (after.capital) return false;
  return after.is(",") || after.is(".") || (is_function_word(after.folded) && !after.is("of"));
}

bool has_word(const Statement& statement, std::string_view folded) {
  return std::ranges::any_of(statement.words, [&](const Word& word) { return word.is(folded); });
}

bool has_time(const Statement& statement) {
  return std::ranges::any_of(statement.values, [](const Value& value) {
    return value.kind == ValueKind::Year || value.kind == ValueKind::Date;
  });
}

/// Whether the sentence names the article's topic or begins with a full name; where there is no
/// topic, two names, or one and a time, do as well.
bool is_anchored(const Statement& statement, const NameBook& book) {
  if (statement.words.front().is("there")) return false;
  if (is_full_subject(statement)) return true;
  return book.topic.empty() ? statement.names.size() > 1 || has_time(statement)
                            : statement.text.find(book.topic) != std::string::npos;
}

/// "is offering", "are going": news of a moment.
bool is_going_on(const Statement& statement) {
  const Words& words = statement.words;
  for (std::size_t at = 0; at + 1 < words.size(); ++at)
    if ((words[at].is("is") || words[at].is("are")) && words[at + 1].folded.ends_with("ing"))
      return true;
  return false;
}

/// Whether a number of it, or a name in it, means something a month later: a state, or an event
/// with its year. "Vann rushed for 101 yards" was one afternoon.
bool is_lasting(const Statement& statement) {
  if (is_going_on(statement)) return false;
  return has_time(statement) || has_word(statement, "is") || has_word(statement, "are") ||
         has_word(statement, "has") || has_word(statement, "have") || has_word(statement, "was") ||
         has_word(statement, "were");
}

/// In a life its person is enough; elsewhere the statement has to last by itself.
bool is_lasting_for_a_name(const Statement& statement, const NameBook& book) {
  if (book.topic_kind == NameKind::Person && book.topic_pronoun != 0)
    return !is_going_on(statement);
  const bool on_topic = statement.text.find(book.topic) != std::string::npos;
  if (!on_topic && !has_time(statement)) return false;
  return !is_going_on(statement) &&
         (has_time(statement) || has_word(statement, "is") || has_word(statement, "are") ||
          has_word(statement, "was") || has_word(statement, "were"));
}

void add_value_gaps(const Statement& statement, std::size_t index, const NameBook& book,
                    Candidates& out) {
  for (const Value& value : statement.values) {
    if (!is_worth_a_gap(statement, value)) continue;
    const bool dated = value.kind == ValueKind::Year || value.kind == ValueKind::Date;
    if (!dated && !is_lasting(statement)) continue;
    // "30 Seconds to Mars"
    if (book.topic.find(value.text) != std::string::npos) continue;
    out.push_back(
        make_cloze(statement, index, gap_of(statement, value), "value", hint_for(value.kind)));
    out.back().value = value;
  }
}

void add_name_gaps(const Statement& statement, std::size_t index, const NameBook& book,
                   Candidates& out) {
  if (count_words(statement.text) < kFewestWordsForAName || statement.names.size() < 2 ||
      book.topic.empty() || !is_lasting_for_a_name(statement, book))
    return;
  for (const Name& name : statement.names) {
    if (!is_worth_a_gap(statement, name, book)) continue;
    const language::Span gap{statement.words[name.first].span.begin,
                             statement.words[name.last - 1].span.end};
    out.push_back(make_cloze(statement, index, gap, "name", hint_for(name.kind)));
    out.back().name_kind = name.kind;
  }
}

}  // namespace

void add_clozes(const Statements& statements, Candidates& out) {
  for (std::size_t i = 0; i < statements.all.size(); ++i) {
    const Statement& statement = statements.all[i];
    if ((statement.fault && !statement.claim) || count_words(statement.text) > kMostWords) continue;
    if (statement.names.empty() || !is_anchored(statement, statements.book)) continue;
    if (statement.claim && !has_time(statement)) continue;  // plans and estimates change (C9)
    add_value_gaps(statement, i, statements.book, out);
    if (!statement.fault) add_name_gaps(statement, i, statements.book, out);
  }
}

}  // namespace recto::questions
