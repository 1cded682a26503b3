#include "tests/e2e/stage.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "content/files/files.h"
#include "tests/support/support.h"

namespace recto::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostBytes = 50'000'000;
constexpr auto kGlance = 5ms;  ///< between two looks

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Calls `look` until it gives something, or patience ends.
template <class Look>
auto poll_for(Look look) -> decltype(look()) {
  for (const auto end = Clock::now() + kPatience; Clock::now() < end;
       std::this_thread::sleep_for(kGlance))
    if (auto found = look()) return found;
  return {};
}

std::optional<fs::path> find_program(const std::string& name) {
  std::istringstream folders(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "");
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((fs::path(folder) / name).c_str(), X_OK) == 0) return fs::path(folder) / name;
  return std::nullopt;
}

[[noreturn]] void become(const fs::path& program, const std::vector<std::string>& arguments,
                         const fs::path& output, const std::vector<std::string>& environment) {
  const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(out, STDERR_FILENO);
  for (const std::string& setting : environment) {
    const std::size_t equals = setting.find('=');
    ::setenv(setting.substr(0, equals).c_str(), setting.substr(equals + 1).c_str(), 1);
  }
  std::vector<char*> words = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(program.c_str(), words.data());
  ::_exit(127);
}

}  // namespace

std::filesystem::path article(const std::string& name) {
  return project_folder() / "content" / "articles" / name;
}

Process::Process(const fs::path& program, const std::vector<std::string>& arguments,
                 const fs::path& output, const std::vector<std::string>& environment)
    : output_(output) {
  id_ = ::fork();
  REQUIRE(id_ >= 0);
  if (id_ == 0) become(program, arguments, output, environment);
}

Process::~Process() {
  kill_9();
}

void Process::kill_9() {
  if (exit_) return;
  ::kill(id_, SIGKILL);
  wait_for_exit();
}

int Process::wait_for_exit() {
  if (!exit_) {
    int status = 0;
    ::waitpid(id_, &status, 0);
    exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return *exit_;
}

bool Process::runs() {
  int status = 0;
  if (!exit_ && ::waitpid(id_, &status, WNOHANG) == id_)
    exit_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return !exit_;
}

std::chrono::milliseconds Process::processor_time() const {
  // proc(5): fields 14 and 15, counted behind the name in parentheses, are ticks of user and
  // system.
  const std::string stat = text_of("/proc/" + std::to_string(id_) + "/stat");
  std::istringstream fields(stat.substr(stat.rfind(')') + 1));
  std::string skipped;
  for (int field = 3; field < 14; ++field)
    fields >> skipped;
  long user = 0, system = 0;
  fields >> user >> system;
  return std::chrono::milliseconds((user + system) * 1000 / ::sysconf(_SC_CLK_TCK));
}

std::string Process::output() const {
  return text_of(output_);
}

Display::Display(const fs::path& folder)
    : server_(*find_program("Xvfb"),
              {"-displayfd", "1", "-screen", "0", "1400x1000x24", "-noreset", "-nolisten", "tcp"},
              folder / "display") {
  const auto number = poll_for([&]() -> std::optional<std::string> {
    // With standard error in the same file, the number stands alone on the last line.
    const std::string text = server_.output();
    if (text.empty() || text.back() != '\n') return std::nullopt;
    const std::size_t line = text.rfind('\n', text.size() - 2);
    const std::string last = text.substr(line == std::string::npos ? 0 : line + 1, text.size() - 1);
    const std::string digits = last.substr(0, last.find('\n'));
    const bool is_number = digits.find_first_not_of("0123456789") == std::string::npos;
    return is_number ? std::optional(digits) : std::nullopt;
  });
  if (!number) FAIL("Xvfb does not start: ", server_.output());
  name_ = ":" + *number;
}

Display* Display::shared() {
  static const TemporaryFolder folder;
  static std::optional<Display> display;
  for (const char* program : {"Xvfb", "xdotool"})
    if (!find_program(program)) {
      std::cerr << "e2e: SKIPPED: " << program
                << " is not installed, so nothing was tested in a window\n";
      return nullptr;
    }
  if (!display) display.emplace(folder.path());
  return &*display;
}

std::string Display::hands(const std::vector<std::string>& words) const {
  const Run did = run("/usr/bin/env", [&] {
    std::vector<std::string> all = {setting(), "xdotool"};
    all.insert(all.end(), words.begin(), words.end());
    return all;
  }());
  if (did.exit != 0) FAIL("xdotool ", words.front(), ": ", did.err);
  return did.out;
}

Json Seen::widget(const std::string& name) const {
  for (const Json& widget : dump_.at("widgets"))
    if (widget.value("name", "") == name) return widget;
  return {};
}

std::string Seen::text(const std::string& name) const {
  const Json found = widget(name);
  return found.is_null() ? std::string() : found.value("text", "");
}

bool Seen::reads(const std::string& words) const {
  return all().find(words) != std::string::npos;
}

std::vector<std::string> Seen::names(const std::string& beginning) const {
  std::vector<std::string> names;
  for (const Json& widget : dump_.at("widgets"))
    if (widget.value("name", "").starts_with(beginning)) names.push_back(widget.at("name"));
  return names;
}

std::string Seen::all() const {
  std::string lines = "screen " + screen() + ", focus " + focus() + "\n";
  for (const Json& widget : dump_.at("widgets"))
    lines += widget.value("name", "") + " | " + widget.value("text", "") + " | " +
             widget.value("value", "") + "\n";
  return lines;
}

namespace {

std::vector<std::string> with_profile(std::vector<std::string> arguments, const fs::path& profile,
                                      const fs::path& dump) {
  for (const std::string& word :
       {std::string("--profile"), profile.string(), std::string("--debug-dump"), dump.string()})
    arguments.push_back(word);
  return arguments;
}

std::vector<std::string> on(const Display& display, std::vector<std::string> environment) {
  environment.push_back(display.setting());
  environment.emplace_back("GDK_SCALE=1");
  return environment;
}

/// Whatever an earlier start left behind must not be taken for a frame of this one.
fs::path fresh(const fs::path& dump) {
  fs::remove(dump);
  return dump;
}

}  // namespace

Stage::Stage(Display& display, const fs::path& folder, const fs::path& profile,
             std::vector<std::string> arguments, const std::vector<std::string>& environment)
    : display_(display),
      dump_(fresh(folder / "dump.json")),
      started_(Clock::now()),
      process_(programs_folder() / "recto", with_profile(std::move(arguments), profile, dump_),
               folder / "output", on(display, environment)) {
  const bool drew = poll_for([&] { return fs::exists(dump_) || !process_.runs(); });
  first_frame_ = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - started_);
  if (!drew || !process_.runs()) FAIL("recto drew no frame: ", process_.output());
  window_ = display_.hands({"search", "--sync", "--onlyvisible", "--name", "^Recto$"});
  window_ = window_.substr(0, window_.find('\n'));
  // Without a window manager nobody places the window and gives it the keyboard.
  display_.hands({"windowmove", window_, "0", "0", "windowfocus", "--sync", window_});
}

Seen Stage::look() const {
  return Seen(Json::parse(value(read_file(dump_, kMostBytes))));
}

Seen Stage::wait_until(const std::string& wish_in_words,
                       const std::function<bool(const Seen&)>& wish) {
  const auto seen = poll_for([&]() -> std::optional<Seen> {
    if (!process_.runs()) FAIL("recto has ended: ", process_.output());
    Seen now = look();
    return wish(now) ? std::optional(std::move(now)) : std::nullopt;
  });
  if (!seen) FAIL("waited in vain for ", wish_in_words, "; the last frame:\n", look().all());
  return *seen;
}

Seen Stage::wait_for_screen(const std::string& name) {
  return wait_until("the screen " + name, [&](const Seen& seen) { return seen.screen() == name; });
}

Seen Stage::wait_for_text(const std::string& words) {
  return wait_until("“" + words + "”", [&](const Seen& seen) { return seen.reads(words); });
}

Seen Stage::wait_for_widget(const std::string& name) {
  return wait_until("the widget " + name, [&](const Seen& seen) { return seen.has(name); });
}

void Stage::key(const std::string& key) {
  display_.hands({"key", "--delay", "0", key});
}

void Stage::type(const std::string& text) {
  display_.hands({"type", "--delay", "4", text});
}

void Stage::hold(const std::string& key, std::chrono::milliseconds time) {
  display_.hands({"keydown", key});
  std::this_thread::sleep_for(time);
  display_.hands({"keyup", key});
}

void Stage::click(const std::string& name) {
  const Json widget = wait_for_widget(name).widget(name);
  const auto rect = widget.at("rect").get<std::array<double, 4>>();
  const auto at = [](double start, double size) {
    return std::to_string(static_cast<int>(start + size / 2));
  };
  display_.hands(
      {"mousemove", "--window", window_, at(rect[0], rect[2]), at(rect[1], rect[3]), "click", "1"});
}

int Stage::quit() {
  key("ctrl+q");
  return process_.wait_for_exit();
}

}  // namespace recto::test
