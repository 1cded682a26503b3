#include "game/recto/host_verb.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <ostream>
#include <system_error>

#include "content/base/digest.h"
#include "content/deck/deck_file.h"
#include "content/files/assets.h"
#include "content/files/files.h"
#include "game/classroom/host/hall.h"
#include "game/classroom/host/qr_code.h"
#include "game/classroom/rules/names.h"
#include "game/classroom/rules/results.h"
#include "game/progress/profile.h"
#include "game/recto/command_line.h"
#include "game/recto/dictionary.h"
#include "game/recto/hosting.h"
#include "game/recto/teacher_terminal.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using classroom::Settings;

constexpr int kInterrupted = 130;
constexpr std::size_t kMostDeckBytes = 256'000'000;
constexpr std::size_t kMostListBytes = 1'000'000;
constexpr const char* kExamples =
    "\nCommands while it runs, a line each: next (or an empty line), pause, more, reopen, skip, "
    "end,\n"
    "lock, unlock, who, kick NAME, back NAME, approve NAME, confirm NAME, rename NAME = NEW,\n"
    "extra NAME PERCENT, grant TEXT, quit. 'help' tells what each does.\n"
    "\nExamples:\n"
    "  recto host article.deck.json\n"
    "  recto host article.deck.json --port 9000 --scoring speed --results results.csv\n"
    "  recto host article.deck.json --class-list 7b.txt --team Red Blue\n"
    "  recto host article.deck.json --own-speed 30 --bind 127.0.0.1\n"
    "\nA quiz that was cut off is resumed, with the same PIN, by the same command; --new begins "
    "anew.\n";

struct Options {
  std::string deck;
  std::uint16_t port = kUsualPort;
  std::vector<std::string> bind;
  std::string journal, results, class_list;
  bool given_names = false;
  bool anew = false;
  std::string scoring = "accuracy";
  double own_speed = -1;  ///< minutes; below 0: together
  Settings settings;
};

Result<fs::path> journal_path(const Options& options, const std::string& deck_text) {
  if (!options.journal.empty()) return fs::path(options.journal);
  const fs::path folder = RECTO_TRY(progress::default_profile()) / "classroom";
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed)
    return fail(Error::Kind::Failed, "cannot make the folder (" + failed.message() + ")",
                folder.string(), "name a file with --journal");
  return folder / (short_digest(deck_text) + ".journal");
}

void tell_way_in(const WayIn& way_in, std::ostream& err) {
  if (const auto code = classroom::qr_code(url_with_pin(way_in))) err << *code;
  for (const std::string& url : way_in.urls)
    err << url << '\n';
  err << "PIN " << way_in.pin << '\n' << "teacher's secret " << way_in.secret << '\n';
  err << "your own view: " << teachers_link(way_in.urls.front(), way_in) << '\n';
  if (way_in.is_local)
    err << "no local network: phones cannot reach this machine; join a Wi-Fi network or make a "
           "hotspot\n";
}

/// In the profile's database, until it is deleted (L18). What stands in the way is told and does no
/// harm: the table is written all the same.
void keep_result(const std::string& key, const classroom::QuizResult& result, std::ostream& err) {
  const auto keep = [&]() -> Result<void> {
    const fs::path profile = RECTO_TRY(progress::default_profile());
    progress::Store store = RECTO_TRY(progress::open_profile(profile));
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    return store.keep_quiz(
        {0, key, now, result.title, result.players.size(), result.questions.size()},
        classroom::write_result(result));
  };
  if (const auto kept = keep(); !kept)
    err << "recto: the result is not in the database: " << message(kept.error()) << '\n';
}

Result<void> write_results(const Options& options, const classroom::QuizResult& result,
                           std::ostream& out) {
  const std::string csv = classroom::results_csv(result);
  if (!options.results.empty()) return write_file(options.results, csv);
  out << csv << std::flush;
  return {};
}

Result<void> read_names(Options& options) {
  if (options.given_names) options.settings.naming = classroom::Naming::Given;
  if (options.class_list.empty()) return {};
  options.settings.naming = classroom::Naming::ClassList;
  const std::string text = RECTO_TRY(read_file(options.class_list, kMostListBytes));
  options.settings.class_list = classroom::names_of_list(text);
  if (options.settings.class_list.empty())
    return fail(Error::Kind::BadInput, "there is no name on the list", options.class_list,
                "write one a line");
  return {};
}

Result<int> host(Options& options, std::ostream& out, std::ostream& err) {
  RECTO_TRY(read_names(options));
  const auto located = [&](Error error) {
    error.where = options.deck + (error.where.empty() ? "" : ", " + error.where);
    return error;
  };
  const std::string deck = RECTO_TRY(read_file(options.deck, kMostDeckBytes));
  RECTO_TRY(read_deck(deck).map_error(located));
  const fs::path assets = RECTO_TRY(find_assets());
  const Dictionary dictionary = RECTO_TRY(Dictionary::load());
  const HostPlan plan{deck,         options.settings, RECTO_TRY(journal_path(options, deck)),
                      options.anew, options.port,     false,
                      options.bind};
  const auto named = [&](Error error) {
    if (error.where.empty()) error.where = options.deck;
    return error;
  };
  const auto hosting =
      RECTO_TRY(Hosting::open(plan, assets, dictionary.lexicon()).map_error(named));
  classroom::Server& server = hosting->server();
  classroom::Hall& hall = hosting->hall();
  if (server.room_for() < server.most_connections())
    err << "recto: the system lets this program have " << server.room_for()
        << " connections (ulimit -n); later ones are turned away\n";
  if (hosting->was_resumed())
    err << "resumed: " << hall.room().roster().seats().size() << " seats"
        << (hall.room().paused() ? "; the clock stands, 'pause' lets it go on\n" : "\n");
  tell_way_in(hosting->way_in(), err);

  TeacherTerminal terminal(server, hall, err);
  server.serve(hall);
  if (terminal.was_interrupted()) return kInterrupted;
  const classroom::QuizResult result = classroom::result_of(hall.room());
  if (!result.questions.empty()) keep_result(hosting->key(), result, err);
  RECTO_TRY(write_results(options, result, out));
  return kDone;
}

void declare(CLI::App& app, Options& options) {
  Settings& settings = options.settings;
  app.add_option("DECK", options.deck, "a deck file")->type_name("")->required();
  app.add_option("--port", options.port, "where to listen (0: any)")->capture_default_str();
  app.add_option("--bind", options.bind, "addresses to listen on (default: the local networks')")
      ->type_name("ADDRESS");
  app.add_option("--journal", options.journal, "file that survives the end of the host")
      ->type_name("FILE");
  app.add_flag("--new", options.anew, "begin anew; an old journal is set aside");
  app.add_option("--results", options.results, "write the results here, not to standard output")
      ->type_name("CSV");
  app.add_option("--scoring", options.scoring, "accuracy or speed")
      ->check(CLI::IsMember({"accuracy", "speed"}));
  app.add_option("--own-speed", options.own_speed,
                 "everyone at their own speed, for so many minutes (0: no limit)")
      ->type_name("MINUTES")
      ->check(CLI::Range(0.0, 24.0 * 60));
  app.add_option("--questions", settings.questions, "at most so many")
      ->check(CLI::Range(1, 500))
      ->capture_default_str();
  app.add_option("--time", settings.time_factor, "times the usual time to answer; 0: no limit")
      ->check(CLI::Range(0.0, 3.0))
      ->capture_default_str();
  app.add_option("--players", settings.most_seats, "at most so many")
      ->check(CLI::Range(1, 20'000))
      ->capture_default_str();
  app.add_option("--team", settings.teams, "names of teams")->type_name("NAME");
  app.add_option("--class-list", options.class_list, "only names of this file, one a line")
      ->type_name("FILE");
  app.add_flag("--given-names", options.given_names, "everyone gets a name: \"Amber Otter\"")
      ->excludes("--class-list");
  app.add_flag("--approve", settings.approve_first, "let players in one by one");
  app.add_flag("--shares", settings.shares, "several right: part of the points");
  app.add_flag("--nearest", settings.nearest_wins, "numbers: the nearest wins");
  app.add_flag("--streak", settings.streak_bonus, "a bonus for right answers in a row");
}

void complete(Options& options) {
  Settings& settings = options.settings;
  if (options.scoring == "speed") settings.scoring = classroom::Scoring::Speed;
  if (options.own_speed >= 0) {
    settings.pace = classroom::Pace::OwnSpeed;
    settings.deadline = classroom::Millis{static_cast<int>(options.own_speed * 60'000)};
  }
}

}  // namespace

int run_host_verb(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  CLI::App app("Hosts a live quiz: phones in the same network answer", "recto host");
  app.footer(kExamples);
  Options options;
  declare(app, options);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success& asked) {  // --help
    return app.exit(asked, out, err);
  } catch (const CLI::ParseError& error) {
    err << "recto: host: " << error.what() << "; see 'recto host --help'\n";
    return kWrongUsage;
  }
  complete(options);
  const auto done = host(options, out, err);
  if (done) return *done;
  err << "recto: " << message(done.error()) << '\n';
  return kInputAtFault;
}

}  // namespace recto::app
