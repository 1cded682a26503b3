#include "game/recto/running.h"

#include <chrono>
#include <iostream>
#include <string>
#include <utility>

#include "content/files/files.h"
#include "game/screens/classroom/after_draw.h"
#include "game/screens/classroom/setup_draw.h"
#include "game/screens/classroom/wall_draw.h"
#include "game/screens/decks/decks_draw.h"
#include "game/screens/import/import_draw.h"
#include "game/screens/import/preview_draw.h"
#include "game/screens/settings/settings_draw.h"
#include "game/screens/shell/shell_draw.h"
#include "game/screens/study/study_draw.h"
#include "game/screens/summary/summary_draw.h"
#include "game/screens/today/today_draw.h"
#include "game/ui/portal.h"

namespace recto::app {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t kMostPreferences = 10'000;  ///< bytes
/// Work shorter than this is not announced.
constexpr auto kShortWork = 150ms;

}  // namespace

void tell(const Error& error) {
  std::cerr << "recto: " << message(error) << '\n';
}

void Letterbox::put(Files files) {
  const std::lock_guard lock(mutex_);
  letters_.push_back(std::move(files));
}

std::vector<Files> Letterbox::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(letters_, {});
}

Keepsake::Keepsake(fs::path file) : file_(std::move(file)) {
  if (const auto text = read_file(file_, kMostPreferences)) kept_ = read_preferences(*text);
}

void Keepsake::keep(const Preferences& now) {
  if (now == kept_) return;
  kept_ = now;
  if (const auto written = write_file(file_, write_preferences(now)); !written)
    tell(written.error());
}

Running::Running(App app, ui::Window window, Workshop workshop, Keepsake keepsake,
                 fs::path database, study::DayRule rule)
    : app_(std::move(app)),
      window_(std::move(window)),
      keepsake_(std::move(keepsake)),
      workshop_(std::move(workshop)),
      database_(std::move(database)),
      rule_(rule),
      choice_(
          [window = window_.id()](const ui::FileWish& wish, const std::stop_token& stop) {
            return ui::ask_portal(wish, window, stop);
          },
          window_.waker(), rule.utc_offset),
      background_(open_deck, window_.waker()),
      queue_(
          [this](const ImportInput& input, const ImportWatch& watch) {
            const auto now = std::chrono::system_clock::now();
            return workshop_.make(input, std::chrono::floor<std::chrono::milliseconds>(now), watch);
          },
          window_.waker()) {
  for (const std::string& note : window_.notes())
    app_.show_problem(note);
}

void Running::listen(Instance& instance) {
  const auto listening = instance.listen([this, wake = window_.waker()](Files files) {
    letterbox_.put(std::move(files));
    wake();
  });
  if (!listening) tell(listening.error());
}

void Running::run() {
  window_.run([this](ui::Ui& ui) { frame(ui); });
  if (!app_.is_restoring()) app_.importing().write_now();
  queue_.stop();
}

void Running::take_letters() {
  for (Files& files : letterbox_.take()) {
    window_.raise();
    for (fs::path& file : files)
      open({std::move(file), Wanted::Why::SecondStart});
  }
}

void Running::take_finished() {
  for (const Finished& finished : background_.take_finished()) {
    if (!finished.opened) tell(finished.opened.error());
    if (!finished.opened && finished.wanted.why == Wanted::Why::CommandLine) all_opened_ = false;
    if (finished.opened && finished.wanted.why == Wanted::Why::Sample)
      app_.add_sample(finished.opened->deck);
    else
      app_.add(finished.wanted.file.filename().string(), finished.opened);
  }
}

void Running::open(Wanted wanted) {
  if (wanted.file.extension() == ".json") return background_.ask_for(std::move(wanted));
  std::vector<ImportInput> inputs = inputs_of_files({wanted.file});
  for (ImportInput& input : inputs)
    input.from_command_line = wanted.why == Wanted::Why::CommandLine;
  app_.import_from(std::move(inputs));
}

/// Hands the queue what is to be done, and the app what was.
void Running::run_imports() {
  ImportFlow& flow = app_.importing();
  for (const std::uint64_t id : flow.take_cancelled())
    queue_.cancel(id);
  for (const ImportDone& done : queue_.take_done())
    take_imported(done);
  queue_.ask_for(flow.take_jobs());
  if (const auto in_hand = queue_.in_hand()) flow.progressed(in_hand->id, in_hand->progress);
}

/// What was dropped or pasted.
void Running::take_brought() {
  for (const ui::Brought& brought : window_.take_brought()) {
    std::vector<ImportInput> inputs = inputs_of_uris(brought.uris);
    if (inputs.empty()) inputs = inputs_of_text(brought.text, brought.html);
    if (inputs.empty())
      app_.show_problem("There is no text, link or file on the clipboard.");
    else
      app_.import_from(std::move(inputs));
  }
}

void Running::take_imported(const ImportDone& done) {
  if (!done.made && done.job.input.from_command_line) {
    tell(done.made.error());
    all_opened_ = false;
  }
  app_.take(done);
}

void Running::announce_work(ui::Ui& ui) {
  const auto in_hand = background_.in_hand();
  const auto now = std::chrono::steady_clock::now();
  app_.set_working(restoring_.runs() ? "Restoring …" : "");
  if (!in_hand) return;
  if (now - in_hand->since >= kShortWork)
    app_.set_working("Opening " + in_hand->name + " …");
  else
    ui.redraw_in(std::chrono::duration<double>(in_hand->since + kShortWork - now).count());
}

void Running::draw_page(ui::Ui& ui, const ui::Rect& area) {
  switch (app_.page()) {
    case screens::Page::Today: page_action_ = screens::draw(app_.today(), ui, area); break;
    case screens::Page::Decks: page_action_ = screens::draw(app_.decks(), ui, area); break;
    case screens::Page::Settings: page_action_ = screens::draw(app_.settings(), ui, area); break;
    case screens::Page::Study: page_action_ = screens::draw(app_.study(), ui, area); break;
    case screens::Page::Summary: page_action_ = screens::draw(app_.summary(), ui, area); break;
    case screens::Page::Import: page_action_ = screens::draw(app_.import(), ui, area); break;
    case screens::Page::Preview:
      page_action_ = screens::draw(app_.preview(), preview_layout_, ui, area);
      break;
    case screens::Page::Classroom:
      page_action_ = std::visit(
          [&](const auto& view) -> ClassroomFlow::Action { return screens::draw(view, ui, area); },
          app_.classroom());
      break;
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

/// Our own browser, where it is open, and what was chosen, there or in the desktop's.
void Running::choose_files(ui::Ui& ui) {
  if (const auto files = choice_.tick(); files && !files->empty()) {
    app_.remember_folder(files->front().parent_path());
    app_.import_from(inputs_of_files(*files));
  }
  if (BrowserFlow* const browser = choice_.browser()) {
    const screens::BrowserAction action =
        screens::draw(browser->view(app_.learners_now()), browser_layout_, ui);
    browser->apply(action);
    if (action.kind != screens::BrowserAction::Kind::None) ui.redraw_in(0);
  }
}

void Running::obey(screens::CommandId command, ui::Ui& ui) {
  using Id = screens::CommandId;
  switch (command) {
    case Id::SwitchTheme: app_.set_theme(ui.theme().dark ? "light" : "dark"); break;
    case Id::Quit: window_.close(); break;
    default: break;
  }
}

/// The window follows the settings, wherever they were changed.
void Running::follow_look(ui::Ui& ui) {
  const screens::Appearance& look = app_.appearance();
  if (window_.look().theme != look.theme) window_.set_theme(look.theme);
  if (window_.look().zoom != look.zoom) window_.set_zoom(look.zoom);
  ui.set_still(look.still);
}

void Running::show_backups() {
  app_.show_data(
      {fs::absolute(database_).parent_path().string(), backups_.lines, app_.is_restoring()});
}

void Running::restore(const screens::RestoreWish& wish) {
  if (wish.backup >= backups_.files.size() || restoring_.runs()) return;
  (void)app_.give_away_store();  // closes it
  restoring_.start(
      [database = database_, backup = backups_.files[wish.backup].file, deck = wish.deck] {
        const Instant now =
            std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        return deck ? restore_deck(database, backup, *deck, now)
                    : restore_backup(database, backup, now);
      },
      window_.waker());
}

/// Backups are read when the page with them opens, and after one was restored.
void Running::care_for_data() {
  if (auto restored = restoring_.take()) {
    if (!restored->problem.empty())
      app_.show_problem("The backup was not restored: " + restored->problem + ".");
    if (!restored->store) {
      app_.show_problem("The database cannot be opened: " + message(restored->store.error()) +
                        ". Start Recto again.");
    } else {
      app_.adopt(std::move(*restored->store));
      if (restored->problem.empty() && !restored->deck.empty())
        app_.tell_done("Restored “" + screens::title_in_words(restored->deck) + "”.");
      else if (restored->problem.empty())
        app_.tell("Restored. What was there before is kept in " + restored->kept + ".");
    }
    shows_settings_ = false;
  }
  if (auto backups = reading_.take()) {
    backups_ = std::move(*backups);
    show_backups();
  }
  const bool shows = app_.page() == screens::Page::Settings && !restoring_.runs();
  if (shows && !shows_settings_ && !reading_.runs()) {
    show_backups();
    reading_.start([database = database_, rule = rule_] { return read_backups(database, rule); },
                   window_.waker());
  }
  shows_settings_ = shows;
  if (const auto wish = app_.take_restore()) restore(*wish);
}

void Running::frame(ui::Ui& ui) {
  care_for_data();
  if (!restoring_.runs()) {
    take_letters();
    take_finished();
    take_brought();
    run_imports();
  }
  app_.tick();
  announce_work(ui);
  choose_files(ui);
  const screens::ShellAction around =
      screens::draw(app_.shell(), ui, [&](const ui::Rect& area) { draw_page(ui, area); });
  apply_page();
  app_.apply(around);
  if (const auto command = app_.take_for_window()) obey(*command, ui);
  const App::Asked asked = app_.take_asked();
  if (asked.paste) window_.paste();
  if (asked.choose_files) choice_.start(import_wish(), app_.memory().recent_folders);
  if (const auto text = app_.take_copied()) ui.copy(*text);
  follow_look(ui);
  keepsake_.keep({{}, 1, {}, app_.memory()});
  const std::chrono::duration<double> sleep = app_.sleeps_for();
  ui.redraw_in(sleep.count() + 0.002);  // a little later, so that the moment has come
}

}  // namespace recto::app
