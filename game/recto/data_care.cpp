#include "game/recto/data_care.h"

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

std::string contents_in_words(const progress::Backup& backup) {
  const auto contents = progress::contents_of(backup);
  if (!contents) return "It cannot be read.";
  return screens::counted(contents->decks, "deck", "decks") + ", " +
         screens::counted(contents->cards, "card", "cards") + ", " +
         screens::counted(contents->log_entries, "answer", "answers");
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
