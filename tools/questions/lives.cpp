// Births and deaths, from sentences and from life dates in brackets.
#include <algorithm>
#include <array>

#include "content/base/utf8.h"
#include "tools/questions/clause.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

void add(const Statement& statement, std::size_t index, std::string_view rule, std::string prompt,
         const Value& value, std::string claim, Candidates& out) {
  Candidate candidate;
  candidate.card = make_card(CardKind::Short, statement, rule, std::move(prompt), value.text);
  candidate.statement = index;
  candidate.value = value;
  candidate.claim = std::move(claim);
  out.push_back(std::move(candidate));
}

/// A date or year alone in `text`, perhaps behind "born" or "died".
std::optional<Value> only_time(std::string_view text, const WordLists& lists) {
  const Words words = words_of(text);
  const auto values = values_of(text, words, lists);
  if (values.size() == 1 && values[0].kind == ValueKind::Date && values[0].last == words.size())
    return values[0];
  // A year alone is no year by its own look: read it as "in 1700".
  const std::string_view digits = trimmed(text);
  if (digits.size() != 4 || words.size() != 1) return std::nullopt;
  const std::string phrase = "in " + std::string(digits);
  const auto years = values_of(phrase, words_of(phrase), lists);
  if (years.size() != 1 || years[0].kind != ValueKind::Year) return std::nullopt;
  return years[0];
}

struct LifeDates {
  std::optional<Value> birth;
  std::optional<Value> death;
};

/// "樋口 一葉, May 2, 1872 – November 23, 1896": the pieces on both sides of the dash, from the
/// last semicolon or the first place from which nothing but a date is left.
LifeDates read_life_dates(std::string_view bracket, const WordLists& lists) {
  LifeDates dates;
  std::size_t dash = std::string_view::npos;
  std::size_t length = 0;
  for (const std::string_view mark : {" – ", "–", " - ", " — "})
    if (const std::size_t at = bracket.find(mark); at != std::string_view::npos) {
      dash = at;
      length = mark.size();
      break;
    }
  if (dash == std::string_view::npos) return dates;
  const std::string_view before = bracket.substr(0, dash);
  dates.death = only_time(bracket.substr(dash + length), lists);
  for (const Word& word : words_of(before)) {
    if (word.kind == Word::Kind::Mark) continue;
    dates.birth = only_time(before.substr(word.span.begin), lists);
    if (dates.birth) break;
  }
  if (!dates.birth || !dates.death) return {};
  return dates;
}

/// "Daniel Bernoulli FRS (…; 8 February 1700 – 17 March 1782) was": life dates of the topic.
void add_bracket(const Statement& statement, std::size_t index, const NameBook& book,
                 const WordLists& lists, Candidates& out) {
  if (book.topic_kind != NameKind::Person || !statement.raw.starts_with(book.topic)) return;
  const std::size_t open = statement.raw.find('(');
  const std::size_t close = statement.raw.find(')', open);
  if (open == std::string::npos || close == std::string::npos || open > book.topic.size() + 20)
    return;
  const LifeDates dates =
      read_life_dates(std::string_view(statement.raw).substr(open + 1, close - open - 1), lists);
  if (!dates.birth || !dates.death) return;
  const auto question = [&](const Value& value) {
    return value.kind == ValueKind::Year ? "In which year " : "When ";
  };
  const auto preposition = [](const Value& value) { return value.has_day ? " on " : " in "; };
  add(statement, index, "born", question(*dates.birth) + ("was " + book.topic) + " born?",
      *dates.birth, book.topic + " was born" + preposition(*dates.birth) + std::string(kGap) + ".",
      out);
  add(statement, index, "died", question(*dates.death) + ("did " + book.topic) + " die?",
      *dates.death, book.topic + " died" + preposition(*dates.death) + std::string(kGap) + ".",
      out);
}

/// "X was born in Groningen" → "Where was X born?"
void add_birthplace(const Statement& statement, std::size_t index, const WordLists& lists,
                    Candidates& out) {
  const auto clause = find_clause(statement, 0, lists);
  if (!clause || clause->name == nullptr) return;
  const Words& words = statement.words;
  const std::size_t verb = clause->verb;
  if (verb + 3 >= words.size() || !words[verb].is("was") || !words[verb + 1].is("born")) return;
  std::size_t at = verb + 2;
  if (words[at].is("on") || words[at].is("in"))
    if (const Value* time = value_at(statement.values, at + 1)) at = time->last;
  if (at + 1 >= words.size() || !words[at].is("in")) return;
  const Name* place = name_at(statement, at + 1);
  if (place == nullptr || place->last >= words.size()) return;
  std::string answer = place->text;
  Candidate candidate;
  // "Basel, Switzerland": the second name belongs to the place.
  if (words[place->last].is(","))
    if (const Name* wider = name_at(statement, place->last + 1)) {
      candidate.card.accept.push_back(words_text(statement, place->first, wider->last));
    }
  const std::vector<std::string> accept = candidate.card.accept;
  candidate.card = make_card(CardKind::Short, statement, "where-born",
                             "Where was " + clause->subject + " born?", std::move(answer));
  candidate.card.accept = accept;
  candidate.statement = index;
  out.push_back(std::move(candidate));
}

/// "X died … at the age of 24" → "At what age did X die?"
void add_age(const Statement& statement, std::size_t index, const WordLists& lists,
             Candidates& out) {
  const auto clause = find_clause(statement, 0, lists);
  if (!clause || !statement.words[clause->verb].is("died")) return;
  const Words& words = statement.words;
  for (std::size_t at = clause->verb + 1; at + 4 < words.size(); ++at) {
    const std::size_t length = match_phrase(words, at, "at the age of");
    if (length == 0) continue;
    const std::size_t age = at + length;
    const bool single = age + 1 < words.size() && words[age + 1].kind == Word::Kind::Mark;
    if (!single) return;
    Candidate candidate;
    candidate.card =
        make_card(CardKind::Short, statement, "age", "At what age did " + clause->subject + " die?",
                  words_text(statement, age, age + 1));
    candidate.statement = index;
    out.push_back(std::move(candidate));
    return;
  }
}

}  // namespace

void add_lives(const Statements& statements, const WordLists& lists, Candidates& out) {
  for (std::size_t i = 0; i < statements.all.size(); ++i) {
    const Statement& statement = statements.all[i];
    add_bracket(statement, i, statements.book, lists, out);
    if (statement.fault) continue;
    add_birthplace(statement, i, lists, out);
    add_age(statement, i, lists, out);
  }
}

}  // namespace recto::questions
