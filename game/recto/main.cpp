// recto: builds clock, random, database and window, and hands them down.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "content/files/assets.h"
#include "game/progress/backups.h"
#include "game/progress/profile.h"
#include "game/progress/verbs.h"
#include "game/recto/command_line.h"
#include "game/recto/dictionary.h"
#include "game/recto/grade_verb.h"
#include "game/recto/host_verb.h"
#include "game/recto/instance.h"
#include "game/recto/on_paper.h"
#include "game/recto/results_sheet.h"
#include "game/recto/results_verb.h"
#include "game/recto/running.h"
#include "game/recto/settings_flow.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;

Instant clock_now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

study::DayRule local_days() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  study::DayRule rule;
  if (localtime_r(&now, &local) != nullptr)
    rule.utc_offset = std::chrono::minutes(local.tm_gmtoff / 60);
  return rule;
}

std::uint64_t seed() {
  std::random_device device;
  return (std::uint64_t{device()} << 32U) | device();
}

int hand_over(const fs::path& profile, const Files& files) {
  if (const auto handed = knock_at(profile, files); !handed) {
    tell(handed.error());
    return kInputAtFault;
  }
  std::cerr << "recto: it is open already; its window was called"
            << (files.empty() ? "\n" : ", and the files were handed to it\n");
  return kDone;
}

Result<int> open_app(const Order& order) {
  const fs::path profile =
      order.profile.empty() ? RECTO_TRY(progress::default_profile()) : order.profile;
  std::optional<Instance> instance = RECTO_TRY(Instance::claim(profile));
  if (!instance) return hand_over(profile, order.files);
  progress::Store store = RECTO_TRY(progress::open_profile(profile));
  Keepsake keepsake(profile / kPreferencesName);
  const Preferences kept = keepsake.kept();
  adopt_settings(store, kept);
  const screens::Appearance look = read_appearance(store);
  const fs::path assets = RECTO_TRY(find_assets());
  const Dictionary dictionary = RECTO_TRY(Dictionary::load());
  ui::Window window = RECTO_TRY(ui::Window::open(
      {.title = "Recto", .look = {look.theme, look.zoom}, .dump = order.debug_dump}));

  ClassroomTools classroom{
      [assets, lexicon = dictionary.lexicon(), wake = window.waker()](const HostPlan& plan) {
        return open_class_room(plan, assets, lexicon, wake);
      },
      profile / "classroom",
      [](const classroom::QuizResult& result) {
        return export_results(result, downloads_folder());
      },
      [](const Deck& deck) { return print_quiz(deck, downloads_folder()); }};

  Running running(App(std::move(store), {{}, local_days()}, clock_now, seed(), kept.memory,
                      dictionary.lexicon(), std::move(classroom)),
                  std::move(window), Workshop(assets), std::move(keepsake),
                  profile / progress::kDatabaseName, local_days());
  running.keep_drafts_in(profile / "drafts");
  running.listen(*instance);
  for (const fs::path& file : order.files)
    running.open({file, Wanted::Why::CommandLine});
  if (order.files.empty() && !running.app().has_decks())
    for (const fs::path& file : sample_files(assets))
      running.open({file, Wanted::Why::Sample});
  // Copies and looks through the whole database: seconds for a large one, while it is used.
  std::jthread backup([database = profile / progress::kDatabaseName] {
    const auto made = progress::back_up_by_itself(database, clock_now(), progress::Occasion::Day);
    if (!made) tell(made.error());
  });
  running.run();

  instance->stop_listening();
  const int exit = running.all_opened() ? kDone : kInputAtFault;
  // Nothing is lost with a file that is half read, and nobody should wait for it.
  if (running.is_busy()) std::_Exit(exit);
  return exit;
}

}  // namespace
}  // namespace recto::app

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that must not grow is an error of the write
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && arguments.front() == "progress")
    return recto::progress::run_progress_verb({arguments.begin() + 1, arguments.end()}, std::cout,
                                              std::cerr);
  if (!arguments.empty() && arguments.front() == "grade")
    return recto::app::run_grade_verb({arguments.begin() + 1, arguments.end()}, std::cout,
                                      std::cerr);
  if (!arguments.empty() && arguments.front() == "host")
    return recto::app::run_host_verb({arguments.begin() + 1, arguments.end()}, std::cout,
                                     std::cerr);
  if (!arguments.empty() && arguments.front() == "results")
    return recto::app::run_results_verb({arguments.begin() + 1, arguments.end()}, std::cout,
                                        std::cerr);
  const auto order = recto::app::read_command_line(arguments, std::cout, std::cerr);
  if (const int* const exit = std::get_if<int>(&order)) return *exit;
  const auto done = recto::app::open_app(std::get<recto::app::Order>(order));
  if (done) return *done;
  recto::app::tell(done.error());
  return recto::app::kInputAtFault;
}
