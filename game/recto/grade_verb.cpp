#include "game/recto/grade_verb.h"

#include <CLI/CLI.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "content/files/files.h"
#include "game/recto/command_line.h"
#include "game/recto/dictionary.h"
#include "game/study/grading_cases.h"

namespace recto::app {
namespace {

constexpr std::size_t kMostTableBytes = 16 << 20;
constexpr const char* kExamples =
    "\nExamples:\n"
    "  recto grade --cases cases.tsv\n"
    "  recto grade --cases cases.tsv --json > verdicts.jsonl\n";

struct Options {
  std::string table;
  bool json = false;
  bool quiet = false;
};

struct Tally {
  std::size_t cases = 0, agreed = 0;
};

Result<std::string> read_table(const std::string& name) {
  return name == "-" ? read_standard_input(kMostTableBytes) : read_file(name, kMostTableBytes);
}

std::string line_of(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

void tell_case(const study::GradingCase& one, const study::Graded& graded, bool json,
               std::ostream& out) {
  const std::string verdict(name_of(graded.verdict));
  if (json)
    out << line_of({{"id", one.id}, {"verdict", verdict}, {"rule", graded.rule}});
  else if (graded.verdict != one.verdict)
    out << one.id << '\t' << one.rule << '\t' << one.card.answer << '\t' << one.typed << '\t'
        << name_of(one.verdict) << '\t' << verdict << '\t' << graded.rule << '\n';
}

void tell_summary(const std::map<std::string, Tally>& rules, std::ostream& err) {
  Tally all;
  for (const auto& [rule, tally] : rules) {
    err << rule << ": " << tally.agreed << " of " << tally.cases << '\n';
    all.cases += tally.cases;
    all.agreed += tally.agreed;
  }
  err << all.agreed << " of " << all.cases << " cases agree\n";
}

Result<void> try_cases(const Options& options, std::ostream& out, std::ostream& err) {
  const Dictionary dictionary = RECTO_TRY(Dictionary::load());
  const std::string text = RECTO_TRY(read_table(options.table));
  const auto cases = RECTO_TRY(study::read_grading_cases(text).map_error([&](Error error) {
    error.where = options.table + ", " + error.where;
    return error;
  }));
  std::map<std::string, Tally> rules;
  for (const study::GradingCase& one : cases) {
    const study::Graded graded = study::grade(one, dictionary.lexicon());
    tell_case(one, graded, options.json, out);
    Tally& tally = rules[one.rule];
    ++tally.cases;
    if (graded.verdict == one.verdict) ++tally.agreed;
  }
  if (!options.quiet) tell_summary(rules, err);
  return {};
}

}  // namespace

int run_grade_verb(const std::vector<std::string>& arguments, std::ostream& out,
                   std::ostream& err) {
  CLI::App app("Tries the grader of typed answers on a table of cases", "recto grade");
  app.footer(kExamples);
  Options options;
  app.add_option("--cases", options.table,
                 "the table, tabs between id, rule, lang, prompt, key, accept, rivals, settings, "
                 "typed, verdict; - for standard input")
      ->type_name("TSV")
      ->required();
  app.add_flag("--json", options.json, "a JSON object for each case on standard output");
  app.add_flag("-q,--quiet", options.quiet, "no summary");
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& asked) {  // --help
    return app.exit(asked, out, err);
  } catch (const CLI::ParseError& error) {
    err << "recto: grade: " << error.what() << "; see 'recto grade --help'\n";
    return kWrongUsage;
  }
  if (const auto done = try_cases(options, out, err); !done) {
    if (options.json)
      out << line_of({{"input", done.error().where},
                      {"error", done.error().what},
                      {"hint", done.error().advice}});
    err << "recto: " << message(done.error()) << '\n';
    return kInputAtFault;
  }
  return kDone;
}

}  // namespace recto::app
