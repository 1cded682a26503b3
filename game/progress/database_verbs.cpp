// The verbs that keep, show and mend the database itself.
#include <array>
#include <nlohmann/json.hpp>
#include <system_error>

#include "content/files/files.h"
#include "game/progress/backups.h"
#include "game/progress/draft.h"
#include "game/progress/verb.h"

namespace recto::progress {
namespace {

using Json = nlohmann::ordered_json;

Result<std::filesystem::path> folder_of(const VerbOptions& options) {
  if (!options.profile.empty()) return std::filesystem::path(options.profile);
  return default_profile();
}

/// The backups that were made by themselves, newest first.
Result<Outcome> list_backups(const std::filesystem::path& folder) {
  Outcome outcome;
  Json list = Json::array();
  for (const Backup& backup : automatic_backups(folder / kDatabaseName)) {
    const Result<BackupContents> contents = contents_of(backup);
    Json line = {{"backup", backup.file.string()}, {"made", time_text(backup.made)}};
    outcome.text += time_text(backup.made) + "  ";
    if (contents) {
      line["decks"] = contents->decks;
      line["cards"] = contents->cards;
      line["log_entries"] = contents->log_entries;
      outcome.text += std::to_string(contents->decks) + " decks, " +
                      std::to_string(contents->cards) + " cards, " +
                      std::to_string(contents->log_entries) + " log entries";
    } else {
      line["error"] = contents.error().what;
      outcome.text += contents.error().what;
    }
    outcome.text += "  " + backup.file.string() + "\n";
    list.push_back(std::move(line));
  }
  outcome.note = list.empty() ? "no backup was made yet; 'recto progress backup FILE' makes one"
                              : "'recto progress restore FILE' puts one of them in place";
  outcome.json = line_of({{"backups", std::move(list)}});
  return outcome;
}

}  // namespace

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<Store> open_present(const VerbOptions& options) {
  const std::filesystem::path folder = RECTO_TRY(folder_of(options));
  std::error_code ignored;
  if (!std::filesystem::exists(folder / kDatabaseName, ignored))
    return fail(Error::Kind::NotFound, "there is no progress yet",
                (folder / kDatabaseName).string(), "name the profile's folder with --profile");
  return open_profile(folder);
}

Result<Store> open_to_look(const VerbOptions& options) {
  const std::filesystem::path file = RECTO_TRY(folder_of(options)) / kDatabaseName;
  Result<Store> looking = Store::open_read_only(file);
  if (looking || (looking.error().kind != Error::Kind::Unsupported &&
                  looking.error().kind != Error::Kind::NotFound))
    return looking;
  return open_present(options);
}

Result<Outcome> do_backup(const VerbOptions& options) {
  const Store store = RECTO_TRY(open_to_look(options));
  RECTO_TRY(store.backup(options.file));
  return Outcome{0, line_of({{"backup", options.file}}), {}, "backup written to " + options.file};
}

Result<Outcome> do_restore(const VerbOptions& options) {
  const std::filesystem::path folder = RECTO_TRY(folder_of(options));
  if (options.file.empty()) return list_backups(folder);
  RECTO_TRY(make_folder(folder));
  const std::filesystem::path kept =
      RECTO_TRY(Store::restore(folder / kDatabaseName, options.file));
  std::string note = "restored " + options.file;
  if (!kept.empty()) note += "; what was there before is kept as " + kept.string();
  return Outcome{0, line_of({{"restored", options.file}, {"kept", kept.string()}}), {}, note};
}

Result<Outcome> do_check(const VerbOptions& options) {
  const Store store = RECTO_TRY(open_to_look(options));
  const CheckReport report = RECTO_TRY(store.check());
  Outcome outcome;
  outcome.exit = report.faults.empty() ? 0 : 1;
  outcome.json =
      line_of({{"facts", report.facts}, {"reviews", report.reviews}, {"faults", report.faults}});
  for (const std::string& fault : report.faults)
    outcome.text += fault + "\n";
  outcome.note = std::to_string(report.facts) + " facts, " + std::to_string(report.reviews) +
                 " log entries: " +
                 (report.faults.empty() ? "all is well"
                                        : std::to_string(report.faults.size()) +
                                              " faults; mend them with 'recto progress repair', "
                                              "or restore a backup");
  return outcome;
}

Result<Outcome> do_repair(const VerbOptions& options) {
  const std::filesystem::path folder = RECTO_TRY(folder_of(options));
  const Repaired repaired = RECTO_TRY(Store::repair(folder / kDatabaseName));
  Outcome outcome;
  outcome.json = line_of({{"kept", repaired.kept.string()},
                          {"decks", repaired.saved.decks},
                          {"cards", repaired.saved.cards},
                          {"reviews", repaired.saved.reviews},
                          {"lost", repaired.lost}});
  for (const std::string& lost : repaired.lost)
    outcome.text += "lost: " + lost + "\n";
  outcome.note = "saved " + std::to_string(repaired.saved.decks) + " decks, " +
                 std::to_string(repaired.saved.cards) + " cards, " +
                 std::to_string(repaired.saved.reviews) + " reviews; " +
                 (repaired.lost.empty() ? "nothing is lost" : "some are lost") +
                 "; the database as it was is kept as " + repaired.kept.string();
  return outcome;
}

Result<Outcome> do_export(const VerbOptions& options) {
  const Store store = RECTO_TRY(open_to_look(options));
  Outcome outcome;
  outcome.text = options.csv ? memory::write_review_log(RECTO_TRY(store.reviews()))
                             : RECTO_TRY(store.export_json());
  if (options.file.empty()) return outcome;
  RECTO_TRY(write_file(options.file, outcome.text));
  return Outcome{0, line_of({{"export", options.file}}), {}, "written to " + options.file};
}

Result<Outcome> do_stats(const VerbOptions& options) {
  static constexpr std::array<const char*, 4> kRatings = {"again", "hard", "good", "easy"};
  const Store store = RECTO_TRY(open_to_look(options));
  const Stats stats = RECTO_TRY(store.stats());
  Outcome outcome;
  Json json = {{"decks", stats.decks},
               {"cards", stats.cards},
               {"facts", stats.facts},
               {"reviews", stats.reviews},
               {"taken_back", stats.undone}};
  for (std::size_t i = 0; i < kRatings.size(); ++i)
    json["ratings"][kRatings.at(i)] = stats.ratings.at(i);
  json["bytes"] = stats.bytes;
  outcome.json = line_of(json);
  const auto line = [&](const std::string& name, std::size_t number) {
    const std::string digits = std::to_string(number);
    outcome.text += name + std::string(14 - name.size(), ' ') +
                    std::string(12 - std::min<std::size_t>(digits.size(), 12), ' ') + digits + "\n";
  };
  line("decks", stats.decks);
  line("cards", stats.cards);
  line("facts", stats.facts);
  line("reviews", stats.reviews);
  for (std::size_t i = 0; i < kRatings.size(); ++i)
    line(std::string("  ") + kRatings.at(i), stats.ratings.at(i));
  line("taken back", stats.undone);
  line("bytes", stats.bytes);
  return outcome;
}

}  // namespace recto::progress
