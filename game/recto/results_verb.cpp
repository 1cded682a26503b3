#include "game/recto/results_verb.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <system_error>

#include "content/deck/deck_file.h"
#include "content/files/files.h"
#include "game/classroom/rules/results.h"
#include "game/progress/profile.h"
#include "game/recto/command_line.h"
#include "game/recto/on_paper.h"
#include "game/recto/results_sheet.h"
#include "game/screens/words.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using classroom::QuizResult;
using Json = nlohmann::ordered_json;

constexpr const char* kExamples =
    "\nExamples:\n"
    "  recto results list\n"
    "  recto results show 3\n"
    "  recto results export 3 -o quiz.xlsx\n"
    "  recto results export 3 -o quiz.pdf\n"
    "  recto results export 3 --no-names > quiz.csv\n"
    "  recto results deck 3 -o missed.deck.json\n"
    "  recto results delete 3\n";

struct Options {
  std::string profile;
  std::int64_t number = 0;
  std::string file;
  bool no_names = false;
  bool json = false;
  double below = 100 * classroom::kMissedBelow;
};

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// Looking must not make a profile.
Result<progress::Store> open_store(const Options& options) {
  const fs::path profile =
      options.profile.empty() ? RECTO_TRY(progress::default_profile()) : fs::path(options.profile);
  std::error_code ignored;
  if (!fs::exists(profile / progress::kDatabaseName, ignored))
    return fail(Error::Kind::NotFound, "there is no database yet",
                (profile / progress::kDatabaseName).string(),
                "name the profile's folder with --profile");
  return progress::open_profile(profile);
}

Result<QuizResult> load_result(const Options& options) {
  const progress::Store store = RECTO_TRY(open_store(options));
  const std::string body = RECTO_TRY(store.quiz_body(options.number));
  QuizResult result = RECTO_TRY(classroom::read_result(body));
  if (options.no_names)
    for (std::size_t i = 0; i < result.players.size(); ++i)
      result.players[i].name = "Player " + std::to_string(i + 1);
  return result;
}

std::string minute_of(Instant at) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(at);
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return {};
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local));
  return text;
}

std::string percent(double share) {
  return std::to_string(std::lround(100 * share)) + " %";
}

Result<void> list(const Options& options, std::ostream& out) {
  const progress::Store store = RECTO_TRY(open_store(options));
  for (const progress::KeptQuiz& quiz : RECTO_TRY(store.quizzes())) {
    if (options.json)
      out << line_of({{"number", quiz.id},
                      {"at", minute_of(quiz.at)},
                      {"title", quiz.title},
                      {"players", quiz.players},
                      {"questions", quiz.questions}});
    else
      out << quiz.id << "  " << minute_of(quiz.at) << "  "
          << screens::counted(quiz.players, "player", "players") << ", "
          << screens::counted(quiz.questions, "question", "questions") << "  " << quiz.title
          << '\n';
  }
  return {};
}

void show_question(const classroom::AskedResult& asked, std::size_t number, std::ostream& out) {
  out << number << ". " << asked.prompt << '\n';
  if (asked.answer.empty())
    out << "   " << asked.tally.answered << " answered\n";
  else
    out << "   " << asked.answer << ": " << asked.tally.right << " of " << asked.tally.answered
        << " right (" << percent(classroom::share_right(asked)) << ")\n";
  for (std::size_t i = 0; i < asked.options.size(); ++i)
    out << "   " << static_cast<char>('A' + i) << ' ' << asked.options[i] << ": "
        << asked.tally.options[i] << '\n';
  for (const classroom::TypedGroup& group : asked.tally.groups)
    out << "   “" << group.text << "” (" << study::name_of(group.verdict) << "): " << group.count
        << '\n';
}

Result<void> show(const Options& options, std::ostream& out) {
  const QuizResult result = RECTO_TRY(load_result(options));
  if (options.json) {
    Json object = Json::parse(classroom::write_result(result));
    object.erase("deck");
    out << line_of(object);
    return {};
  }
  out << screens::title_in_words(result.title) << "\n\n";
  for (std::size_t i = 0; i < result.questions.size(); ++i)
    show_question(result.questions[i], i + 1, out);
  out << '\n';
  for (const classroom::PlayerResult& player : result.players) {
    out << player.place << ". " << player.name;
    if (!player.team.empty()) out << " (" << player.team << ")";
    out << "  " << player.points << "  ";
    for (const classroom::PlayerAnswer& answer : player.answers)
      out << (answer.right ? '+' : answer.answered ? '-' : '.');
    out << '\n';
  }
  return {};
}

Result<void> give(const Options& options, const std::string& bytes, std::ostream& out) {
  if (!options.file.empty()) return write_file(options.file, bytes);
  out << bytes << std::flush;
  if (!out) return fail(Error::Kind::Failed, "cannot be written", "standard output", "make room");
  return {};
}

Result<void> export_one(const Options& options, std::ostream& out) {
  const QuizResult result = RECTO_TRY(load_result(options));
  if (fs::path(options.file).extension() == ".xlsx")
    return write_results_sheet(result, options.file);
  if (fs::path(options.file).extension() == ".pdf")
    return write_file(options.file, RECTO_TRY(results_pdf(result)));
  return give(options, classroom::results_csv(result), out);
}

Result<void> make_deck(const Options& options, std::ostream& out) {
  const QuizResult result = RECTO_TRY(load_result(options));
  const Deck deck =
      classroom::deck_of(result, classroom::missed_by_class(result, options.below / 100));
  if (deck.cards.empty())
    return fail(Error::Kind::NotFound, "the class missed none of the questions",
                std::to_string(options.number), "a higher --below takes more");
  return give(options, write_deck(deck), out);
}

Result<void> forget(const Options& options, std::ostream& /*out*/) {
  progress::Store store = RECTO_TRY(open_store(options));
  return store.forget_quiz(options.number);
}

struct Verb {
  const char* name;
  const char* help;
  bool of_one;
  Result<void> (*run)(const Options&, std::ostream&);
};
constexpr Verb kVerbs[] = {
    {"list", "Numbers, days and titles, the newest first", false, list},
    {"show", "How the class did, per question and per player (+ right, - wrong, . none)", true,
     show},
    {"export", "CSV; XLSX or PDF where the file is called so", true, export_one},
    {"deck", "What the class missed, as a deck", true, make_deck},
    {"delete", "Takes the result out of the database for good", true, forget},
};

void declare(CLI::App& verb, const Verb& which, Options& options) {
  verb.add_option("--profile", options.profile, "folder of the database")->type_name("DIR");
  verb.add_flag("--json", options.json, "list, show: JSON on standard output");
  if (!which.of_one) return;
  verb.add_option("NUMBER", options.number, "as the list has it")->type_name("")->required();
  const std::string name = which.name;
  if (name == "export" || name == "deck")
    verb.add_option("-o,--output", options.file, "file to write; standard output without it")
        ->type_name("FILE");
  if (name == "export" || name == "show")
    verb.add_flag("--no-names", options.no_names, "“Player 1” in place of names");
  if (name == "deck")
    verb.add_option("--below", options.below,
                    "questions that fewer than so many per cent had right")
        ->check(CLI::Range(0.0, 100.0))
        ->capture_default_str();
}

}  // namespace

int run_results_verb(const std::vector<std::string>& arguments, std::ostream& out,
                     std::ostream& err) {
  CLI::App app("What quizzes with a class came to", "recto results");
  app.footer(kExamples);
  app.require_subcommand(1);
  Options options;
  std::vector<std::pair<CLI::App*, const Verb*>> commands;
  for (const Verb& verb : kVerbs) {
    commands.emplace_back(app.add_subcommand(verb.name, verb.help), &verb);
    declare(*commands.back().first, verb, options);
  }
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help, out, err);
  } catch (const CLI::ParseError& error) {
    err << "recto: results: " << error.what() << "; see 'recto results --help'\n";
    return kWrongUsage;
  }
  for (const auto& [command, verb] : commands) {
    if (!command->parsed()) continue;
    const Result<void> done = verb->run(options, out);
    if (done) return kDone;
    err << "recto: " << message(done.error()) << '\n';
    return kInputAtFault;
  }
  return kWrongUsage;
}

}  // namespace recto::app
