#include "game/progress/verbs.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <span>
#include <system_error>

#include "content/files/files.h"

namespace recto::progress {
namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string profile;  ///< empty: the default one
  std::string file;     ///< backup: to; restore: from; export: to, empty for standard output
  bool json = false;
  bool quiet = false;
};

/// What a verb came to.
struct Outcome {
  int exit = 0;
  std::string json;  ///< for --json, one line; empty: the text is JSON already
  std::string text;  ///< the result for people: standard output
  std::string note;  ///< a sentence about what was done: standard error
};

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<std::filesystem::path> folder_of(const Options& options) {
  if (!options.profile.empty()) return std::filesystem::path(options.profile);
  return default_profile();
}

/// The database that is there. Looking must not make one.
Result<Store> open_present(const Options& options) {
  const std::filesystem::path folder = RECTO_TRY(folder_of(options));
  std::error_code ignored;
  if (!std::filesystem::exists(folder / kDatabaseName, ignored))
    return fail(Error::Kind::NotFound, "there is no progress yet",
                (folder / kDatabaseName).string(), "name the profile's folder with --profile");
  return open_profile(folder);
}

Result<Outcome> do_backup(const Options& options) {
  const Store store = RECTO_TRY(open_present(options));
  RECTO_TRY(store.backup(options.file));
  return Outcome{0, line_of({{"backup", options.file}}), {}, "backup written to " + options.file};
}

Result<Outcome> do_restore(const Options& options) {
  const std::filesystem::path folder = RECTO_TRY(folder_of(options));
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed)
    return fail(Error::Kind::Failed, "cannot make the folder (" + failed.message() + ")",
                folder.string(), "name another one with --profile");
  const std::filesystem::path kept =
      RECTO_TRY(Store::restore(folder / kDatabaseName, options.file));
  std::string note = "restored " + options.file;
  if (!kept.empty()) note += "; what was there before is kept as " + kept.string();
  return Outcome{0, line_of({{"restored", options.file}, {"kept", kept.string()}}), {}, note};
}

Result<Outcome> do_check(const Options& options) {
  const Store store = RECTO_TRY(open_present(options));
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
                                              " faults; restore "
                                              "a backup with 'recto progress restore BACKUP'");
  return outcome;
}

Result<Outcome> do_export(const Options& options) {
  const Store store = RECTO_TRY(open_present(options));
  Outcome outcome;
  outcome.text = RECTO_TRY(store.export_json());
  if (options.file.empty()) return outcome;
  RECTO_TRY(write_file(options.file, outcome.text));
  return Outcome{0, line_of({{"export", options.file}}), {}, "written to " + options.file};
}

Result<Outcome> do_stats(const Options& options) {
  static constexpr std::array<const char*, 4> kRatings = {"again", "hard", "good", "easy"};
  const Store store = RECTO_TRY(open_present(options));
  const Stats stats = RECTO_TRY(store.stats());
  Outcome outcome;
  Json json = {{"decks", stats.decks},
               {"cards", stats.cards},
               {"facts", stats.facts},
               {"reviews", stats.reviews},
               {"taken_back", stats.undone}};
  for (std::size_t i = 0; i < kRatings.size(); ++i)
    json["ratings"][kRatings.at(i)] = stats.ratings.at(i);
  json["log_bytes"] = stats.log_bytes;
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
  line("log bytes", stats.log_bytes);
  return outcome;
}

struct Verb {
  const char* name;
  const char* help;
  const char* file;  ///< the option or argument that fills Options::file; nullptr for none
  const char* file_help;
  bool file_required;
  Result<Outcome> (*run)(const Options&);
};

constexpr std::array kVerbs = {
    Verb{"backup", "Writes a copy of the database as one file", "FILE",
         "the backup; a former backup of that name is replaced", true, do_backup},
    Verb{"restore", "Puts a backup in place; the present database is kept beside it", "BACKUP",
         "a file that 'recto progress backup' wrote", true, do_restore},
    Verb{"check", "Replays the log and compares it with what is stored", nullptr, nullptr, false,
         do_check},
    Verb{"export", "Writes decks, states and log as JSON", "-o,--output",
         "file to write; standard output without it", false, do_export},
    Verb{"stats", "Counts decks, cards and reviews", nullptr, nullptr, false, do_stats},
};

constexpr const char* kExamples =
    "\nExamples:\n"
    "  recto progress backup recto-backup.sqlite\n"
    "  recto progress check --json\n"
    "  recto progress export -o progress.json\n"
    "  recto progress restore recto-backup.sqlite\n";

/// Understood before and behind the verb.
void add_common(CLI::App& app, Options& options) {
  app.add_option("--profile", options.profile, "folder of the database")->type_name("DIR");
  app.add_flag("--json", options.json, "one JSON object on standard output");
  app.add_flag("-q,--quiet", options.quiet, "no summary");
}

CLI::App* add_verb(CLI::App& app, const Verb& verb, Options& options) {
  CLI::App* command = app.add_subcommand(verb.name, verb.help);
  add_common(*command, options);
  if (verb.file != nullptr)
    command->add_option(verb.file, options.file, verb.file_help)
        ->type_name("")
        ->required(verb.file_required);
  return command;
}

/// The first line of CLI11's message as one of ours.
int tell_usage(const CLI::ParseError& error, std::ostream& err) {
  std::string what = error.what();
  what = what.substr(0, what.find('\n'));
  err << "recto: progress: " << what << "; see 'recto progress --help'\n";
  return 2;
}

int tell_error(const Error& error, const Options& options, std::ostream& out, std::ostream& err) {
  if (options.json)
    out << line_of({{"input", error.where}, {"error", error.what}, {"hint", error.advice}});
  err << "recto: " << message(error) << '\n';
  return 1;
}

int tell(const Outcome& outcome, const Options& options, std::ostream& out, std::ostream& err) {
  out << (options.json && !outcome.json.empty() ? outcome.json : outcome.text);
  if (!options.quiet && !outcome.note.empty()) err << outcome.note << '\n';
  if (out.flush()) return outcome.exit;
  err << "recto: standard output: cannot be written; make room and try again\n";
  return 1;
}

}  // namespace

int run_progress_verb(const std::vector<std::string>& arguments, std::ostream& out,
                      std::ostream& err) {
  CLI::App app("The learner's database", "recto progress");
  app.footer(kExamples);
  app.require_subcommand(1);
  Options options;
  add_common(app, options);
  std::vector<std::pair<CLI::App*, const Verb*>> commands;
  commands.reserve(kVerbs.size());
  for (const Verb& verb : kVerbs)
    commands.emplace_back(add_verb(app, verb, options), &verb);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help, out, err);
  } catch (const CLI::ParseError& error) {
    return tell_usage(error, err);
  }
  for (const auto& [command, verb] : commands) {
    if (!command->parsed()) continue;
    const Result<Outcome> outcome = verb->run(options);
    if (!outcome) return tell_error(outcome.error(), options, out, err);
    return tell(*outcome, options, out, err);
  }
  return 2;
}

}  // namespace recto::progress
