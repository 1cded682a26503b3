#include "game/progress/verbs.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <locale>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "game/progress/verb.h"

namespace recto::progress {
namespace {

struct Verb {
  const char* name;
  const char* help;
  void (*add_options)(CLI::App&, VerbOptions&);  ///< those of its own; nullptr for none
  Result<Outcome> (*run)(const VerbOptions&);
};

void add_backup(CLI::App& command, VerbOptions& options) {
  command.add_option("FILE", options.file, "the backup; a former backup of that name is replaced")
      ->type_name("")
      ->required();
}

void add_restore(CLI::App& command, VerbOptions& options) {
  command
      .add_option("BACKUP", options.file,
                  "a file that 'recto progress backup' wrote; without it the automatic backups are "
                  "listed")
      ->type_name("");
}

void add_export(CLI::App& command, VerbOptions& options) {
  command.add_option("-o,--output", options.file, "file to write; standard output without it")
      ->type_name("");
  command.add_flag("--csv", options.csv, "the answers that count: card,time,rating");
}

CLI::Option* add_log(CLI::App& command, VerbOptions& options, const std::string& without) {
  command.add_flag("--no-short-term", options.no_short_term,
                   "the CSV's reviews on the day of the last one are like any other");
  return command
      .add_option(
          "--log", options.log,
          "reviews as 'recto progress export --csv' writes them; - for standard input" + without)
      ->type_name("CSV");
}

void add_optimize(CLI::App& command, VerbOptions& options) {
  add_log(command, options, "; without it the profile's");
  command
      .add_option("--relearning-steps", options.relearning_steps,
                  "how many steps follow a lapse in the CSV's log (default: 1)")
      ->check(CLI::Range(0, 100))
      ->type_name("N");
  command.add_flag("--exact", options.exact,
                   "batch by batch in the order of fsrs-rs 6.5, to compare with it");
  command.add_flag("--save", options.save,
                   "the profile's default preset takes the parameters, if they foretell better");
}

/// "0.2, 1.3, …", with or without blanks, in one word or in many, in brackets as JSON has it.
memory::Parameters parameters_of(const std::vector<std::string>& words) {
  std::vector<double> values;
  for (std::string word : words) {
    std::ranges::replace_if(
        word, [](char c) { return c == ',' || c == '[' || c == ']'; }, ' ');
    std::istringstream numbers(word);
    numbers.imbue(std::locale::classic());
    double value = 0.0;
    while (numbers >> value)
      values.push_back(value);
    if (!numbers.eof())
      throw CLI::ValidationError("--parameters", "there is something else than numbers");
  }
  const auto parameters = memory::migrated_parameters(values, 1, true);
  if (!parameters) throw CLI::ValidationError("--parameters", parameters.error().what);
  return *parameters;
}

void add_replay(CLI::App& command, VerbOptions& options) {
  add_log(command, options, "")->required();
  command
      .add_option_function<std::vector<std::string>>(
          "--parameters",
          [&options](const auto& words) { options.parameters = parameters_of(words); },
          "the 21 of FSRS-6, or the 19 or 17 of older ones (default: those of FSRS-6)")
      ->type_name("W0,W1,…");
}

constexpr std::array kVerbs = {
    Verb{"backup", "Writes a copy of the database as one file", add_backup, do_backup},
    Verb{"restore", "Puts a backup in place; the present database is kept beside it", add_restore,
         do_restore},
    Verb{"check", "Replays the log and compares it with what is stored", nullptr, do_check},
    Verb{"repair",
         "Saves what can be read of a damaged database; the damaged one is kept beside it", nullptr,
         do_repair},
    Verb{"export", "Writes decks, states and log as JSON, or the log alone as CSV", add_export,
         do_export},
    Verb{"stats", "Counts decks, cards and reviews", nullptr, do_stats},
    Verb{"optimize", "Fits the parameters of FSRS to a log, as far as they foretell better",
         add_optimize, do_optimize},
    Verb{"replay",
         "Tells what each review of a log leads to: stability, difficulty, when it is due",
         add_replay, do_replay},
};

constexpr const char* kExamples =
    "\nExamples:\n"
    "  recto progress backup recto-backup.sqlite\n"
    "  recto progress check --json\n"
    "  recto progress export -o progress.json\n"
    "  recto progress export --csv -o reviews.csv\n"
    "  recto progress restore recto-backup.sqlite\n"
    "  recto progress optimize --save\n"
    "  recto progress optimize --log reviews.csv --json\n"
    "  recto progress replay --log reviews.csv --json\n";

/// Understood before and behind the verb.
void add_common(CLI::App& app, VerbOptions& options) {
  app.add_option("--profile", options.profile, "folder of the database")->type_name("DIR");
  app.add_flag("--json", options.json,
               "JSON on standard output: one object, or one for each review");
  app.add_flag("-q,--quiet", options.quiet, "no summary");
}

CLI::App* add_verb(CLI::App& app, const Verb& verb, VerbOptions& options) {
  CLI::App* command = app.add_subcommand(verb.name, verb.help);
  add_common(*command, options);
  if (verb.add_options != nullptr) verb.add_options(*command, options);
  return command;
}

/// The first line of CLI11's message as one of ours.
int tell_usage(const CLI::ParseError& error, std::ostream& err) {
  std::string what = error.what();
  what = what.substr(0, what.find('\n'));
  err << "recto: progress: " << what << "; see 'recto progress --help'\n";
  return 2;
}

int tell_error(const Error& error, const VerbOptions& options, std::ostream& out,
               std::ostream& err) {
  if (options.json)
    out << line_of({{"input", error.where}, {"error", error.what}, {"hint", error.advice}});
  err << "recto: " << message(error) << '\n';
  return 1;
}

int tell(const Outcome& outcome, const VerbOptions& options, std::ostream& out, std::ostream& err) {
  if (outcome.print)
    outcome.print(out);
  else
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
  VerbOptions options;
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
