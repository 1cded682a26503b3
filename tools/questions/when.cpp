// "X was founded in 1990." → "In which year was X founded?"
#include <algorithm>
#include <array>

#include "tools/questions/clause.h"
#include "tools/questions/rules.h"

namespace recto::questions {
namespace {

constexpr std::size_t kLongestRest = 14;
constexpr std::size_t kLongestTail = 9;

/// An event in the past, ready to be asked for its time.
struct Event {
  std::string subject;    ///< "Alibaba Cloud"
  std::string auxiliary;  ///< "was", "were", "did"
  std::string phrase;     ///< what follows the subject in a question: "established", "found Rome"
  std::string told;       ///< what follows it in a statement: "was established", "founded Rome"
  std::string tail;       ///< behind the time: "by Jack Ma"; may be empty
};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

bool is_time(const Value& value) {
  return value.kind == ValueKind::Year || value.kind == ValueKind::Date;
}

/// Whether the preposition before a time fits it: in a year or month, on a day.
bool fits(const Word& preposition, const Value& time) {
  if (time.hedge > 0) return false;
  return time.has_day ? preposition.is("on") : preposition.is("in");
}

/// "officially", "first": may stand between "was" and the participle.
std::size_t skip_adverb(const Words& words, std::size_t at) {
  constexpr std::array<std::string_view, 4> kAdverbs{"first", "officially", "formally",
                                                     "originally"};
  return at < words.size() && is_one_of(kAdverbs, words[at].folded) ? at + 1 : at;
}

/// Words that make the time only a part of it ("early in 1990", "again in 1990").
bool weakens_time(std::string_view folded) {
  constexpr std::array<std::string_view, 10> kWeak{"early", "late", "only",     "until", "again",
                                                   "back",  "mid",  "sometime", "later", "twice"};
  return is_one_of(kWeak, folded);
}

/// Something that happens once. "was located", "lived" go on for years: no question for one year.
bool happens_once(const Verb& verb) {
  constexpr std::array<std::string_view, 33> kLasting{
      "be",      "have",    "live",  "serve", "reside", "work",   "study", "rule", "govern",
      "play",    "hold",    "own",   "use",   "say",    "think",  "tell",  "keep", "stand",
      "occupy",  "measure", "orbit", "last",  "locate", "suffer", "teach", "see",  "employ",
      "perform", "tour",    "prove", "find",  "think",  "get"};
  return !is_one_of(kLasting, verb.base);
}

/// Verb at `clause.verb`, its rest up to `end` (without it) → an event; nothing if not certain.
std::optional<Event> event_of(const Statement& statement, const Clause& clause, std::size_t end,
                              const WordLists& lists) {
  const Words& words = statement.words;
  const Word& verb = words[clause.verb];
  const bool passive = verb.is("was") || verb.is("were");
  const std::size_t main = passive ? skip_adverb(words, clause.verb + 1) : clause.verb;
  if (main >= end || end - main > kLongestRest || weakens_time(words[end - 1].folded))
    return std::nullopt;
  const auto& forms = passive ? lists.verbs_by_participle : lists.verbs_by_past;
  const auto found = forms.find(words[main].folded);
  if (found == forms.end() && !(passive && words[main].is("born"))) return std::nullopt;
  if (found != forms.end() && !happens_once(found->second)) return std::nullopt;
  if (!is_simple(statement, main + 1, end, lists)) return std::nullopt;
  for (const Value& value : statement.values)
    if (is_time(value) && value.first > clause.verb && value.last <= end) return std::nullopt;
  Event event{clause.subject, "did", {}, words_text(statement, clause.verb, end), {}};
  if (passive) {
    event.auxiliary = verb.folded;
    event.phrase = words_text(statement, clause.verb + 1, end);
  } else {
    event.phrase = joined({found->second.base, words_text(statement, main + 1, end)}, " ");
  }
  return event;
}

/// What follows the time: kept when it is a short phrase, dropped when it is a clause of its own.
/// Nothing when the time goes on ("in 1990 and 1994").
std::optional<std::string> tail_of(const Statement& statement, std::size_t first,
                                   const WordLists& lists) {
  constexpr std::array<std::string_view, 9> kPhrases{"by",   "at",    "in",   "to",  "for",
                                                     "with", "under", "from", "near"};
  constexpr std::array<std::string_view, 10> kClauses{
      "which", "where", "when", "who", "whose", "and", "but", "becoming", "making", "after"};
  const Words& words = statement.words;
  if (first + 1 >= words.size()) return std::string();
  if (words[first].is(",")) {
    if (is_one_of(kClauses, words[first + 1].folded) && !value_at(statement.values, first + 2))
      return std::string();
    return std::nullopt;
  }
  if (words[first].is("and") && first + 1 < words.size() &&
      lists.verbs_by_past.contains(words[first + 1].folded))
    return std::string();
  if (!is_one_of(kPhrases, words[first].folded)) return std::nullopt;
  const auto end = find_end(statement, first, lists);
  if (!end || *end - first > kLongestTail) return std::nullopt;
  return words_text(statement, first, *end);
}

/// "born on 31 October 1950 in Baghdad, Iraq, to …": a birth or death needs no more than its time.
bool is_of_life(const Statement& statement, const Clause& clause, std::size_t preposition) {
  const Words& words = statement.words;
  const bool born = preposition == clause.verb + 2 && words[clause.verb + 1].is("born");
  const bool died = preposition == clause.verb + 1 && words[clause.verb].is("died");
  return (born || died) && clause.name != nullptr;
}

/// Where a statement's first deed ends: its end, or "and" before a second past tense of the same
/// subject ("In 1892 X moved to Rome and became …").
std::optional<std::size_t> first_deed_end(const Statement& statement, std::size_t first,
                                          const WordLists& lists) {
  const Words& words = statement.words;
  for (std::size_t at = first + 1; at + 2 < words.size(); ++at)
    if (words[at].is("and") && !words[at + 1].capital &&
        lists.verbs_by_past.contains(words[at + 1].folded) &&
        is_simple(statement, first, at, lists))
      return at;
  return find_end(statement, first, lists);
}

void add_event(const Statement& statement, std::size_t index, const Event& event, const Value& time,
               Candidates& out) {
  const bool year = time.kind == ValueKind::Year;
  Candidate candidate;
  const std::string prompt = joined({year ? "In which year" : "When", event.auxiliary,
                                     event.subject, event.phrase, event.tail},
                                    " ") +
                             "?";
  candidate.card = make_card(CardKind::Short, statement, "when", prompt, time.text);
  candidate.statement = index;
  candidate.value = time;
  const std::string preposition = time.has_day ? "on" : "in";
  candidate.claim = with_capital(
      joined({event.subject, event.told, preposition, std::string(kGap), event.tail}, " ") + ".");
  out.push_back(std::move(candidate));
}

/// "In 1990, X was founded.": nothing but the event may follow.
void add_fronted(const Statement& statement, std::size_t index, const WordLists& lists,
                 Candidates& out) {
  const Words& words = statement.words;
  const Value* time = value_at(statement.values, 1);
  if (time == nullptr || !is_time(*time) || !fits(words[0], *time)) return;
  const std::size_t first =
      time->last < words.size() && words[time->last].is(",") ? time->last + 1 : time->last;
  const auto clause = find_clause(statement, first, lists);
  if (!clause) return;
  const auto end = first_deed_end(statement, clause->verb + 1, lists);
  if (!end) return;
  if (const auto event = event_of(statement, *clause, *end, lists))
    add_event(statement, index, *event, *time, out);
}

/// "X was founded in 1990."
void add_plain(const Statement& statement, std::size_t index, const WordLists& lists,
               Candidates& out) {
  const auto clause = find_clause(statement, 0, lists);
  if (!clause) return;
  for (const Value& time : statement.values) {
    if (!is_time(time) || time.first < clause->verb + 2) continue;
    const std::size_t preposition = time.first - 1;
    if (!fits(statement.words[preposition], time)) return;
    auto event = event_of(statement, *clause, preposition, lists);
    auto tail = tail_of(statement, time.last, lists);
    if (!tail && is_of_life(statement, *clause, preposition)) tail.emplace();
    if (!event || !tail) return;
    event->tail = *tail;
    add_event(statement, index, *event, time, out);
    return;
  }
}

}  // namespace

void add_when(const Statements& statements, const WordLists& lists, Candidates& out) {
  for (std::size_t i = 0; i < statements.all.size(); ++i) {
    const Statement& statement = statements.all[i];
    if (statement.fault) continue;
    add_fronted(statement, i, lists, out);
    add_plain(statement, i, lists, out);
  }
}

}  // namespace recto::questions
