// Store: cards found by what a person types.
//
// A query becomes SQL whose pieces are constants; what was typed is bound. The words that every hit
// must have go to the full-text index together, which then leads: it gives its hits one by one, and
// the first fifty are there before the last is known.
#include "game/progress/search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

#include "content/base/fold.h"
#include "content/deck/deck_file.h"
#include "game/progress/database.h"
#include "game/progress/memory_rows.h"
#include "game/progress/query_language.h"
#include "game/progress/store.h"
#include "game/progress/text_pattern.h"

namespace recto::progress {
namespace {

/// Forgotten so often after having been learned (F23).
constexpr std::int64_t kLeechLapses = 6;

/// Far more than any search takes that words of the index lead, even of a million cards.
constexpr std::chrono::milliseconds kLongestSearch{10'000};

using Value = std::variant<std::int64_t, double, std::string>;

struct Sql {
  std::string text;
  std::vector<Value> values;
};

/// What a query is asked against.
struct Moment {
  Instant now;
  study::DayRule rule;
  [[nodiscard]] std::int64_t today() const { return study::day_of(now, rule); }
  [[nodiscard]] std::int64_t start_of_day(double from_today) const {
    const study::Day day = study::day_of(now, rule) + static_cast<study::Day>(from_today);
    return study::start_of(day, rule).time_since_epoch().count();
  }
};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text)
    out += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return out + "\"";
}

/// In the language of the full-text index.
std::string index_query(const Term& term) {
  static constexpr std::array<const char*, 5> kColumns = {"{prompt answer source tags}", "prompt",
                                                          "answer", "source", "tags"};
  std::string query = kColumns.at(static_cast<std::size_t>(term.field));
  query += " : " + quoted(term.text);
  // A single letter begins a good part of all words.
  if (term.match == Term::Match::Prefix && term.text.size() > 1) query += " *";
  return query;
}

std::string mark_query(std::string_view mark) {
  return "marks : \"" + std::string(mark) + "\"";
}

Sql exactly(const Term& term) {
  const auto in = [&](const char* member) {
    return Sql{"instr(cards.body ->> ?, ?) > 0", {std::string(member), term.text}};
  };
  if (term.field == Term::Field::Prompt) return in("$.prompt");
  if (term.field == Term::Field::Answer) return in("$.answer");
  Sql either = in("$.prompt");
  const Sql answer = in("$.answer");
  either.text = "(" + either.text + " OR " + answer.text + ")";
  either.values.insert(either.values.end(), answer.values.begin(), answer.values.end());
  return either;
}

Sql compared(const Term& term, const Moment& moment) {
  static constexpr std::array<const char*, 5> kSigns = {" < ?", " <= ?", " = ?", " >= ?", " > ?"};
  static constexpr std::array<const char*, 5> kMeasures = {
      "lapses", "reps", "stability", "difficulty", "cards.body ->> '$.quality'"};
  const auto sign = [&](Term::Comparison comparison) {
    return std::string(kSigns.at(static_cast<std::size_t>(comparison)));
  };
  if (term.measure != Term::Measure::Due)
    return {kMeasures.at(static_cast<std::size_t>(term.measure)) + sign(term.comparison),
            {term.number}};
  // Days become the moments at which they begin.
  using C = Term::Comparison;
  const double day = std::floor(term.number);
  switch (term.comparison) {
    case C::Less: return {"phase = 2 AND due < ?", {moment.start_of_day(day)}};
    case C::LessOrEqual: return {"phase = 2 AND due < ?", {moment.start_of_day(day + 1)}};
    case C::GreaterOrEqual: return {"phase = 2 AND due >= ?", {moment.start_of_day(day)}};
    case C::Greater: return {"phase = 2 AND due >= ?", {moment.start_of_day(day + 1)}};
    case C::Equal: break;
  }
  return {"phase = 2 AND due >= ? AND due < ?",
          {moment.start_of_day(day), moment.start_of_day(day + 1)}};
}

Sql marked(Term::Mark mark, const Moment& moment) {
  switch (mark) {
    case Term::Mark::New: return {"phase = 0", {}};
    case Term::Mark::Due: return {"phase = 2 AND due < ?", {moment.start_of_day(1)}};
    case Term::Mark::Learning: return {"phase IN (1, 3)", {}};
    case Term::Mark::Suspended: return {"suspended", {}};
    case Term::Mark::Buried: return {"buried_until > ?", {moment.today()}};
    case Term::Mark::Flagged: return {"flag IS NOT NULL", {}};
    case Term::Mark::Leech: return {"lapses >= ?", {kLeechLapses}};
    case Term::Mark::Edited: break;
  }
  return {"cards.id IN (SELECT rowid FROM search WHERE search MATCH ?)", {mark_query("edited")}};
}

Sql rated(const Term& term, const Moment& moment) {
  const std::int64_t since = moment.start_of_day(1 - std::floor(term.number));
  if (!term.rating) return {"last_review >= ?", {since}};
  // Taken back: of what follows, there is once one taking back more than answers.
  return {
      "EXISTS(SELECT 1 FROM log WHERE log.fact = facts.id AND at >= ? AND answer & 7 = ?"
      " AND NOT EXISTS(SELECT 1 FROM (SELECT SUM(CASE WHEN answer & 4 THEN 1 ELSE -1 END)"
      "  OVER (ORDER BY number) AS ahead FROM log AS later"
      "  WHERE later.fact = facts.id AND later.number > log.number) WHERE ahead = 1))",
      {since, static_cast<std::int64_t>(*term.rating) - 1}};
}

class Compiler {
 public:
  Compiler(Connection& connection, Moment moment) : connection_(connection), moment_(moment) {}

  /// What `matches` in its conditions means.
  [[nodiscard]] const std::vector<TextPattern>& patterns() const { return patterns_; }

  [[nodiscard]] Sql condition(const Expression& expression) {
    switch (expression.kind) {
      case Expression::Kind::All: return joined(expression.parts, " AND ", "TRUE");
      case Expression::Kind::Any: return joined(expression.parts, " OR ", "FALSE");
      case Expression::Kind::Not: {
        Sql inner = condition(expression.parts.front());
        return {"NOT COALESCE(" + inner.text + ", FALSE)", std::move(inner.values)};
      }
      case Expression::Kind::Term: break;
    }
    return condition(expression.term);
  }

 private:
  [[nodiscard]] Sql condition(const Term& term) {
    constexpr const char* kIndexed = "cards.id IN (SELECT rowid FROM search WHERE search MATCH ?)";
    switch (term.kind) {
      case Term::Kind::Text:
        if (term.match == Term::Match::Exact) return exactly(term);
        return {kIndexed, {index_query(term)}};
      case Term::Kind::Regex: return matching(term);
      case Term::Kind::Card: return {kIndexed, {mark_query(name_of(term.card))}};
      case Term::Kind::Deck: return in_decks(term.text);
      case Term::Kind::Is: return marked(term.mark, moment_);
      case Term::Kind::Added: return {"decks.added >= ?", {moment_.start_of_day(1 - term.number)}};
      case Term::Kind::Rated: return rated(term, moment_);
      case Term::Kind::Number: break;
    }
    return compared(term, moment_);
  }

  [[nodiscard]] Sql joined(const std::vector<Expression>& parts, const char* with,
                           const char* none) {
    if (parts.empty()) return {none, {}};
    Sql all;
    for (const Expression& part : parts) {
      const Sql one = condition(part);
      all.text += (all.text.empty() ? "(" : with) + one.text;
      all.values.insert(all.values.end(), one.values.begin(), one.values.end());
    }
    all.text += ")";
    return all;
  }

  /// By its number among the patterns.
  [[nodiscard]] Sql matching(const Term& term) {
    const auto number = static_cast<std::int64_t>(patterns_.size());
    if (auto pattern = TextPattern::make(term.text, term.match == Term::Match::Exact))
      patterns_.push_back(std::move(*pattern));
    return {"(matches(?, cards.body ->> '$.prompt') OR matches(?, cards.body ->> '$.answer'))",
            {number, number}};
  }

  [[nodiscard]] Sql in_decks(const std::string& text) const {
    const std::string wanted = without_accents(fold_case(text));
    std::string rows = "[";
    for (Query query = connection_.query("SELECT id, key, title FROM decks"); query.next();)
      if (query.text(1) == text ||
          without_accents(fold_case(query.text(2))).find(wanted) != std::string::npos)
        rows += (rows.size() == 1 ? "" : ",") + std::to_string(query.integer(0));
    return {"cards.deck IN (SELECT value FROM json_each(?))", {rows + "]"}};
  }

  Connection& connection_;
  Moment moment_;
  std::vector<TextPattern> patterns_;
};

/// Whether the full-text index alone can say it, and may lead.
bool leads(const Expression& part) {
  if (part.kind == Expression::Kind::Any)
    return std::ranges::all_of(part.parts, [](const Expression& inner) { return leads(inner); });
  if (part.kind != Expression::Kind::Term) return false;
  if (part.term.kind == Term::Kind::Card) return true;
  return part.term.kind == Term::Kind::Text && part.term.match != Term::Match::Exact;
}

std::string index_query(const Expression& part) {
  if (part.kind == Expression::Kind::Term)
    return part.term.kind == Term::Kind::Card ? mark_query(name_of(part.term.card))
                                              : index_query(part.term);
  std::string any;
  for (const Expression& inner : part.parts)
    any += (any.empty() ? "(" : " OR ") + index_query(inner);
  return any + ")";
}

/// The whole statement: what leads, and conditions for the rest.
Sql statement(const Expression& expression, Compiler& compiler, std::int64_t after,
              std::size_t most) {
  static const std::string kColumns =
      "SELECT cards.id, decks.key, cards.body, " + std::string(kMemoryColumns);
  constexpr const char* kJoins =
      " JOIN facts ON facts.id = cards.fact JOIN decks ON decks.id = cards.deck";
  std::string leading;
  Expression rest;
  const auto sort = [&](const Expression& part) {
    if (leads(part)) {
      leading += (leading.empty() ? "" : " AND ") + index_query(part);
    } else {
      rest.parts.push_back(part);
    }
  };
  if (expression.kind == Expression::Kind::All) {
    std::ranges::for_each(expression.parts, sort);
  } else {
    sort(expression);
  }
  Sql sql;
  std::string row = "cards.id";
  sql.text = kColumns;
  if (leading.empty()) {
    sql.text += " FROM cards" + std::string(kJoins) + " WHERE TRUE";
  } else {
    row = "search.rowid";
    // CROSS: the index leads, whatever the planner thinks.
    sql.text += " FROM search CROSS JOIN cards ON cards.id = search.rowid" + std::string(kJoins) +
                " WHERE search MATCH ?";
    sql.values.emplace_back(leading);
  }
  const Sql condition = compiler.condition(rest);
  sql.text += " AND " + row + " > ? AND position IS NOT NULL AND NOT decks.removed AND " +
              condition.text + " ORDER BY " + row + " LIMIT ?";
  sql.values.emplace_back(after);
  sql.values.insert(sql.values.end(), condition.values.begin(), condition.values.end());
  sql.values.emplace_back(static_cast<std::int64_t>(most));
  return sql;
}

}  // namespace

Result<std::vector<Hit>> Store::search(std::string_view text, Instant now,
                                       const study::DayRule& rule, std::size_t most,
                                       std::int64_t after) const {
  const Expression expression = RECTO_TRY(parse_query(text));
  Connection& connection = database_->connection;
  return guarded(database_->file(), [&]() -> Result<std::vector<Hit>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    Compiler compiler(connection, {now, rule});
    const Sql sql = statement(expression, compiler, after, most);
    connection.define("matches",
                      [patterns = compiler.patterns()](std::int64_t number, std::string_view in) {
                        const auto place = static_cast<std::size_t>(number);
                        return place < patterns.size() && patterns[place].matches(in);
                      });
    const Patience patience(connection, kLongestSearch);
    Query query = connection.query_once(sql.text);
    for (const Value& value : sql.values)
      std::visit([&](const auto& bound) { query.with(bound); }, value);
    std::vector<Hit> hits;
    while (query.next()) {
      Card card = RECTO_TRY(read_card(query.text(2)));
      const Memory memory = memory_at(query, 3);
      hits.push_back(
          {query.integer(0), {query.text(1)}, std::move(card), memory.state, memory.standing});
    }
    return hits;
  });
}

}  // namespace recto::progress
