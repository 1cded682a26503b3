#include "game/recto/data_care.h"

#include "content/base/utf8.h"
#include "game/screens/words.h"

namespace recto::app {
namespace {

constexpr std::size_t kMostBackups = 12;  ///< that are shown

std::string time_in_words(Instant at, const study::DayRule& rule) {
  using namespace std::chrono;
  const auto local = at + rule.utc_offset;
  const auto day = floor<days>(local);
  const auto minutes = floor<std::chrono::minutes>(local - day).count();
  const auto two = [](std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return screens::weekday_in_words(static_cast<study::Day>(day.time_since_epoch().count())) + ", " +
         two(minutes / 60) + ":" + two(minutes % 60);
}

std::string in_words(const progress::BackupContents& contents) {
  return screens::counted(contents.decks, "deck", "decks") + ", " +
         screens::counted(contents.cards, "card", "cards") + ", " +
         screens::counted(contents.log_entries, "answer", "answers");
}

std::string contents_in_words(const progress::Backup& backup) {
  const auto contents = progress::contents_of(backup);
  return contents ? in_words(*contents) : "It cannot be read.";
}

std::vector<screens::BackupDeck> decks_of(const progress::Backup& backup) {
  std::vector<screens::BackupDeck> decks;
  if (const auto listed = progress::decks_in(backup))
    for (const progress::BackupDeck& deck : *listed)
      decks.push_back({deck.id, deck.title, screens::counted(deck.cards, "card", "cards")});
  return decks;
}

}  // namespace

Backups read_backups(const std::filesystem::path& database, const study::DayRule& rule) {
  Backups backups;
  backups.files = progress::automatic_backups(database);
  if (backups.files.size() > kMostBackups) backups.files.resize(kMostBackups);
  for (const progress::Backup& backup : backups.files)
    backups.lines.push_back(
        {time_in_words(backup.made, rule), contents_in_words(backup), decks_of(backup)});
  return backups;
}

Result<void> add_backup(Backups& backups, const std::filesystem::path& file,
                        const study::DayRule& rule) {
  progress::Backup backup{file, {}};
  const auto contents = progress::contents_of(backup);
  if (!contents && contents.error().kind == Error::Kind::BadInput)
    return fail(Error::Kind::BadInput,
                "the file " + valid_utf8(file.filename().string()) + " is no backup of Recto",
                file.string(), "choose a file that Recto made, mostly *.sqlite");
  if (!contents) return tl::unexpected(contents.error());
  std::error_code ignored;
  const auto written = std::filesystem::last_write_time(file, ignored);
  if (!ignored)
    backup.made =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::file_clock::to_sys(written));
  const std::string made =
      time_in_words(backup.made, rule) + ", from " + valid_utf8(file.filename().string());
  backups.lines.insert(backups.lines.begin(), {made, in_words(*contents), decks_of(backup)});
  backups.files.insert(backups.files.begin(), std::move(backup));
  return {};
}

ui::FileWish backup_wish() {
  ui::FileWish wish;
  wish.title = "Restore a backup";
  wish.accept = "Look at it";
  wish.kind = "Backups";
  wish.endings = {".sqlite", ".db"};
  return wish;
}

Restored restore_backup(const std::filesystem::path& database, const std::filesystem::path& backup,
                        Instant now) {
  std::string kept, problem;
  const auto made = progress::back_up_by_itself(database, now, progress::Occasion::BeforeChange);
  if (!made) {
    problem = message(made.error());
  } else if (const auto copy = progress::Store::restore(database, backup)) {
    kept = copy->string();
  } else {
    problem = message(copy.error());
  }
  return {progress::Store::open(database), kept, problem};
}

Restored restore_deck(const std::filesystem::path& database, const std::filesystem::path& backup,
                      const DeckId& deck, Instant now) {
  const auto made = progress::back_up_by_itself(database, now, progress::Occasion::BeforeChange);
  Restored restored{progress::Store::open(database), {}, {}};
  if (!made) {
    restored.problem = message(made.error());
  } else if (restored.store) {
    if (const auto title = restored.store->take_deck(backup, deck, now))
      restored.deck = *title;
    else
      restored.problem = message(title.error());
  }
  return restored;
}

}  // namespace recto::app
