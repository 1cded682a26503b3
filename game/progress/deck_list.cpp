#include "game/progress/deck_list.h"

#include <algorithm>
#include <string>
#include <utility>

#include "game/progress/database.h"
#include "game/progress/rollups.h"
#include "game/progress/setting_rows.h"
#include "game/progress/settings.h"

namespace recto::progress {
namespace {

/// A deck with its counts: whole UTC days from the sums, the last one, which the learner's day
/// cuts, from the facts themselves; then the buried ones, which are in all of these. Parameters:
/// the UTC day in which the learner's day ends, its first moment, the end, and the learner's day.
const std::string kLine = [] {
  const std::string asked =
      "(SELECT COUNT(*) FROM facts WHERE deck = decks.id AND cards > 0"
      " AND suspended = 0 AND ";
  const std::string buried = asked + "buried_until > ?4 AND ";
  return "SELECT id, key, title, cards, facts, last_studied,"
         " (SELECT SUM(facts) FROM due_counts WHERE deck = decks.id AND phase = 0),"
         " (SELECT SUM(facts) FROM due_counts WHERE deck = decks.id AND phase IN (1, 3)),"
         " (SELECT SUM(facts) FROM due_counts WHERE deck = decks.id AND phase = 2 AND day < ?1), " +
         asked + "phase = 2 AND due >= ?2 AND due < ?3), " + buried + "phase = 0), " + buried +
         "phase IN (1, 3)), " + buried + "phase = 2 AND due < ?3) FROM decks WHERE NOT removed";
}();
const std::string kAllLines = kLine + " ORDER BY id";
const std::string kOneLine = kLine + " AND id = ?5";

void bind_day(Query& query, study::Day today, Instant end_of_day) {
  const std::int64_t last_day = utc_day(end_of_day);
  query.with(last_day).with(Instant(std::chrono::days(last_day))).with(end_of_day);
  query.with(std::int64_t{today});
}

DeckLine line_at(const Query& query) {
  const auto count = [&](int column) { return static_cast<std::size_t>(query.integer(column)); };
  DeckLine line;
  line.id = {query.text(1)};
  line.title = query.text(2);
  line.cards = count(3);
  line.facts = count(4);
  if (!query.is_null(5)) line.last_studied = query.instant(5);
  line.new_facts = count(6) - count(10);
  line.learning = count(7) - count(11);
  line.due = count(8) + count(9) - count(12);
  return line;
}

/// The places of the decks that the learner moved.
std::map<DeckId, std::size_t> load_ranks(Connection& connection) {
  std::map<DeckId, std::size_t> ranks;
  if (const auto order = load_setting(connection, kDeckOrder))
    for (const DeckId& deck : read_deck_order(*order))
      ranks.emplace(deck, ranks.size());
  return ranks;
}

}  // namespace

std::vector<DeckLine> DeckList::lines(Connection& connection, study::Day today,
                                      Instant end_of_day) {
  const std::int64_t version = connection.number("PRAGMA data_version");
  if (today_ != today || end_of_day_ != end_of_day || version_ != version) {
    forget();
    lines_.clear();
    Query query = connection.query(kAllLines);
    for (bind_day(query, today, end_of_day); query.next();)
      lines_.emplace(query.integer(0), line_at(query));
    rank_ = load_ranks(connection);
  } else {
    for (const std::int64_t deck : changed_) {
      Query query = connection.query(kOneLine);
      bind_day(query, today, end_of_day);
      if (query.with(deck).next()) lines_[deck] = line_at(query);
    }
  }
  changed_.clear();
  today_ = today;
  end_of_day_ = end_of_day;
  version_ = version;
  std::vector<DeckLine> lines;
  lines.reserve(lines_.size());
  for (const auto& [row, line] : lines_)
    lines.push_back(line);
  std::ranges::stable_sort(lines, {}, [&](const DeckLine& line) {
    const auto rank = rank_.find(line.id);
    return rank == rank_.end() ? rank_.size() : rank->second;
  });
  return lines;
}

Result<std::vector<DeckLine>> Store::decks(Instant now, const study::DayRule& rule) const {
  Connection& connection = database_->connection;
  const study::Day today = study::day_of(now, rule);
  return guarded(database_->file(), [&]() -> Result<std::vector<DeckLine>> {
    const Transaction same_moment(connection, Transaction::Kind::Read);
    return database_->deck_list.lines(connection, today, study::start_of(today + 1, rule));
  });
}

}  // namespace recto::progress
