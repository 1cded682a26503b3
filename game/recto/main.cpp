// recto: builds clock, random, database and window, and hands them down.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <mutex>
#include <random>
#include <string>
#include <utility>
#include <variant>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "game/progress/profile.h"
#include "game/progress/verbs.h"
#include "game/recto/app.h"
#include "game/recto/background.h"
#include "game/recto/command_line.h"
#include "game/recto/instance.h"
#include "game/recto/opener.h"
#include "game/recto/preferences.h"
#include "game/screens/decks/decks_draw.h"
#include "game/screens/shell/shell_draw.h"
#include "game/screens/study/study_draw.h"
#include "game/screens/summary/summary_draw.h"
#include "game/ui/window.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t kMostPreferences = 10'000;  ///< bytes
/// Work shorter than this is not announced.
constexpr auto kShortWork = 150ms;

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

int tell(const Error& error) {
  std::cerr << "recto: " << message(error) << '\n';
  return kInputAtFault;
}

/// Files that second starts brought, on their way from one thread to the other.
class Letterbox {
 public:
  void put(Files files) {
    const std::lock_guard lock(mutex_);
    letters_.push_back(std::move(files));
  }
  [[nodiscard]] std::vector<Files> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(letters_, {});
  }

 private:
  std::mutex mutex_;
  std::vector<Files> letters_;
};

/// The app in its window.
class Running {
 public:
  Running(App app, ui::Window window, Opener opener)
      : app_(std::move(app)),
        window_(std::move(window)),
        opener_(std::move(opener)),
        background_([this](const fs::path& file) { return opener_.open(file); }, window_.waker()) {
    for (const std::string& note : window_.notes())
      app_.show_problem(note);
  }

  void open(Wanted wanted) { background_.ask_for(std::move(wanted)); }

  void listen(Instance& instance) {
    const auto listening = instance.listen([this, wake = window_.waker()](Files files) {
      letterbox_.put(std::move(files));
      wake();
    });
    if (!listening) tell(listening.error());
  }

  void run() {
    window_.run([this](ui::Ui& ui) { frame(ui); });
  }

  [[nodiscard]] App& app() { return app_; }
  [[nodiscard]] bool all_opened() const { return all_opened_; }
  [[nodiscard]] bool is_busy() const { return background_.in_hand().has_value(); }
  [[nodiscard]] Preferences preferences() const {
    return {window_.look().theme, window_.look().zoom, app_.memory()};
  }

 private:
  void frame(ui::Ui& ui);
  void take_letters();
  void take_finished();
  void announce_work(ui::Ui& ui);
  void draw_page(ui::Ui& ui);
  void apply_page();

  App app_;
  ui::Window window_;
  Opener opener_;
  Letterbox letterbox_;
  bool all_opened_ = true;  ///< every file of the command line
  std::variant<std::monostate, screens::DecksAction, screens::StudyAction, screens::SummaryAction>
      page_action_;
  Background background_;  ///< last: its thread uses the others
};

void Running::take_letters() {
  for (Files& files : letterbox_.take()) {
    window_.raise();
    for (fs::path& file : files)
      open({std::move(file), Wanted::Why::SecondStart});
  }
}

void Running::take_finished() {
  for (const Finished& finished : background_.take_finished()) {
    const std::string name = finished.wanted.file.filename().string();
    if (!finished.opened) tell(finished.opened.error());
    if (!finished.opened && finished.wanted.why == Wanted::Why::CommandLine) all_opened_ = false;
    if (finished.opened && finished.wanted.why == Wanted::Why::Sample)
      app_.add_sample(finished.opened->deck);
    else
      app_.add(name, finished.opened);
  }
}

void Running::announce_work(ui::Ui& ui) {
  const auto in_hand = background_.in_hand();
  const auto now = std::chrono::steady_clock::now();
  app_.set_working({});
  if (!in_hand) return;
  if (now - in_hand->since >= kShortWork)
    app_.set_working("Opening " + in_hand->name + " …");
  else
    ui.redraw_in(std::chrono::duration<double>(in_hand->since + kShortWork - now).count());
}

void Running::draw_page(ui::Ui& ui) {
  switch (app_.shell().page) {
    case screens::Page::Decks: page_action_ = screens::draw(app_.decks(), ui); break;
    case screens::Page::Study: page_action_ = screens::draw(app_.study(), ui); break;
    case screens::Page::Summary: page_action_ = screens::draw(app_.summary(), ui); break;
  }
}

void Running::apply_page() {
  std::visit(
      [this](const auto& action) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(action)>, std::monostate>)
          app_.apply(action);
      },
      std::exchange(page_action_, {}));
}

void Running::frame(ui::Ui& ui) {
  take_letters();
  take_finished();
  app_.tick();
  announce_work(ui);
  const screens::ShellAction around = screens::draw(app_.shell(), ui, [&] { draw_page(ui); });
  apply_page();
  app_.apply(around);
  if (around == screens::ShellAction::SwitchTheme) window_.switch_theme();
  if (const auto text = app_.take_copied()) ui.copy(*text);
  const std::chrono::duration<double> sleep = app_.wakes_at() - clock_now();
  ui.redraw_in(sleep.count() + 0.002);  // a little later, so that the moment has come
}

int hand_over(const fs::path& profile, const Files& files) {
  if (const auto handed = knock_at(profile, files); !handed) return tell(handed.error());
  std::cerr << "recto: it is open already; its window was called"
            << (files.empty() ? "\n" : ", and the files were handed to it\n");
  return kDone;
}

Preferences load_preferences(const fs::path& file) {
  const auto text = read_file(file, kMostPreferences);
  return text ? read_preferences(*text) : Preferences{};
}

Result<int> open_app(const Order& order) {
  const fs::path profile =
      order.profile.empty() ? RECTO_TRY(progress::default_profile()) : order.profile;
  std::optional<Instance> instance = RECTO_TRY(Instance::claim(profile));
  if (!instance) return hand_over(profile, order.files);
  progress::Store store = RECTO_TRY(progress::open_profile(profile));
  const Preferences before = load_preferences(profile / kPreferencesName);
  const fs::path assets = RECTO_TRY(find_assets());
  ui::Window window = RECTO_TRY(ui::Window::open(
      {.title = "Recto", .look = {before.theme, before.zoom}, .dump = order.debug_dump}));

  Running running(App(std::move(store), {{}, local_days()}, clock_now, seed(), before.memory),
                  std::move(window), Opener(assets));
  running.listen(*instance);
  for (const fs::path& file : order.files)
    running.open({file, Wanted::Why::CommandLine});
  if (order.files.empty() && !running.app().has_decks())
    for (const fs::path& file : sample_files(assets))
      running.open({file, Wanted::Why::Sample});
  running.run();

  if (const Preferences now = running.preferences(); now != before)
    if (const auto written = write_file(profile / kPreferencesName, write_preferences(now));
        !written)
      tell(written.error());
  instance.reset();
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
  const auto order = recto::app::read_command_line(arguments, std::cout, std::cerr);
  if (const int* const exit = std::get_if<int>(&order)) return *exit;
  const auto done = recto::app::open_app(std::get<recto::app::Order>(order));
  return done ? *done : recto::app::tell(done.error());
}
