#include "game/progress/backups.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <set>
#include <string>
#include <system_error>

#include "game/progress/connection.h"
#include "game/progress/draft.h"

namespace recto::progress {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

constexpr std::size_t kDays = 7;
constexpr std::size_t kWeeks = 4;
constexpr std::size_t kMonths = 12;

/// Year, month, day, hours, minutes, seconds and milliseconds in UTC, as `format` (printf) has
/// them.
std::string written(Instant at, const char* format) {
  const auto day = std::chrono::floor<days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), format, static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return text.data();
}

/// "2026-03-03T100000.123Z.sqlite"; with milliseconds, so that two never have one name.
std::string name_of(Instant made) {
  return written(made, "%04d-%02u-%02uT%02d%02d%02d.%03dZ.sqlite");
}

/// The time in a name that name_of gives; other files are none of ours.
std::optional<Instant> time_in(const std::string& name) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  int thousandths = 0;
  if (std::sscanf(name.c_str(), "%4d-%2u-%2uT%2d%2d%2d.%3dZ.sqlite", &year, &month, &day, &hours,
                  &minutes, &seconds, &thousandths) != 7)
    return {};
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return {};
  const Instant made = std::chrono::sys_days(date) + std::chrono::hours(hours) +
                       std::chrono::minutes(minutes) + std::chrono::seconds(seconds) +
                       std::chrono::milliseconds(thousandths);
  if (name_of(made) != name) return {};
  return made;
}

int day_of(Instant at) {
  return static_cast<int>(std::chrono::floor<days>(at).time_since_epoch().count());
}

/// Weeks begin on Monday; 1 January 1970 was a Thursday.
int week_of(Instant at) {
  return (day_of(at) + 3) / 7;
}

int month_of(Instant at) {
  const std::chrono::year_month_day date(std::chrono::floor<days>(at));
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

/// The first of each group, for the first `most` groups.
void keep(const std::vector<Instant>& newest_first, int (*group_of)(Instant), std::size_t most,
          std::set<Instant, std::greater<>>& kept) {
  std::set<int> groups;
  for (const Instant made : newest_first)
    if (groups.size() < most && groups.insert(group_of(made)).second) kept.insert(made);
}

bool is_due(const std::vector<Backup>& made, Instant now, Occasion occasion) {
  if (made.empty() || made.front().made > now) return true;
  if (occasion == Occasion::Day) return day_of(made.front().made) != day_of(now);
  return now - made.front().made >= std::chrono::hours(1);
}

bool has_no_decks(const fs::path& database) {
  Connection connection(database, Access::ReadWrite);
  return connection.number("SELECT COUNT(*) FROM decks") == 0;
}

/// Looks through all pages of a copy.
Result<void> verify(const fs::path& copy, const fs::path& database) {
  return guarded(copy, [&]() -> Result<void> {
    Connection connection(copy, Access::ReadOnly);
    Query check = connection.query("PRAGMA quick_check(1)");
    if (check.next() && check.text(0) == "ok") return {};
    return tl::unexpected<Error>(damaged(database, check.text(0)));
  });
}

/// What leaves out decks that were taken out of the list, which older layouts do not know.
std::string listed(Connection& connection) {
  constexpr std::int64_t kSince = 5;
  return connection.number("PRAGMA user_version") >= kSince ? " WHERE NOT removed" : "";
}

void remove_others(const fs::path& database) {
  const std::vector<Backup> backups = automatic_backups(database);
  std::vector<Instant> made;
  made.reserve(backups.size());
  for (const Backup& backup : backups)
    made.push_back(backup.made);
  const std::vector<Instant> kept = worth_keeping(made);
  std::error_code ignored;  // one that stays is no harm
  for (const Backup& backup : backups)
    if (std::ranges::find(kept, backup.made) == kept.end()) fs::remove(backup.file, ignored);
}

}  // namespace

fs::path backup_folder(const fs::path& database) {
  return fs::absolute(database).parent_path() / "backups";
}

std::vector<Backup> automatic_backups(const fs::path& database) {
  std::vector<Backup> backups;
  std::error_code absent;
  for (const fs::directory_entry& entry : fs::directory_iterator(backup_folder(database), absent))
    if (const auto made = time_in(entry.path().filename().string()))
      backups.push_back({entry.path(), *made});
  std::ranges::sort(backups, std::greater(), &Backup::made);
  return backups;
}

Result<BackupContents> contents_of(const Backup& backup) {
  return guarded(backup.file, [&]() -> Result<BackupContents> {
    Connection connection(backup.file, Access::ReadOnly);
    const auto count = [&](std::string_view sql) {
      return static_cast<std::size_t>(connection.number(sql));
    };
    const std::string decks = " FROM decks" + listed(connection);
    return BackupContents{count("SELECT COUNT(*)" + decks), count("SELECT TOTAL(cards)" + decks),
                          count("SELECT COUNT(*) FROM log")};
  });
}

Result<std::vector<BackupDeck>> decks_in(const Backup& backup) {
  return guarded(backup.file, [&]() -> Result<std::vector<BackupDeck>> {
    Connection connection(backup.file, Access::ReadOnly);
    std::vector<BackupDeck> decks;
    Query query = connection.query("SELECT key, title, cards FROM decks" + listed(connection) +
                                   " ORDER BY title COLLATE NOCASE, id");
    while (query.next())
      decks.push_back({{query.text(0)}, query.text(1), static_cast<std::size_t>(query.integer(2))});
    return decks;
  });
}

std::string time_text(Instant at) {
  return written(at, "%04d-%02u-%02u %02d:%02d:%02d UTC");
}

std::vector<Instant> worth_keeping(std::vector<Instant> made) {
  std::ranges::sort(made, std::greater());
  std::set<Instant, std::greater<>> kept;
  for (const Instant at : made)
    if (made.front() - at < days(1)) kept.insert(at);
  keep(made, day_of, kDays, kept);
  keep(made, week_of, kWeeks, kept);
  keep(made, month_of, kMonths, kept);
  return {kept.begin(), kept.end()};
}

Result<std::optional<fs::path>> back_up_by_itself(const fs::path& database, Instant now,
                                                  Occasion occasion) {
  if (!is_due(automatic_backups(database), now, occasion)) return std::optional<fs::path>();
  return guarded(database, [&]() -> Result<std::optional<fs::path>> {
    if (has_no_decks(database)) return std::optional<fs::path>();
    RECTO_TRY(make_folder(backup_folder(database)));
    const Draft draft(backup_folder(database) / name_of(now));
    Connection from(database, Access::ReadWrite);
    RECTO_TRY(copy_database(from, draft));
    RECTO_TRY(verify(draft.path(), database));
    RECTO_TRY(draft.publish());
    remove_others(database);
    return std::optional(draft.target());
  });
}

}  // namespace recto::progress
