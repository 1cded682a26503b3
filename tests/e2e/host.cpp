#include "tests/e2e/host.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "tests/support/support.h"

namespace recto::test {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

fs::path deck_path() {
  return test::project_folder() / "tests/data/e2e/class.deck.json";
}

/// The build's folder of pictures, to be looked at.
fs::path pictures() {
  return test::programs_folder().parent_path() / "tests/e2e/phones";
}

Host::Host(const fs::path& folder, const std::vector<std::string>& more)
    : folder_(folder), keyboard_(folder / "keyboard"), more_(more) {
  REQUIRE(::mkfifo(keyboard_.c_str(), 0600) == 0);
  keys_ = ::open(keyboard_.c_str(), O_RDWR | O_CLOEXEC);
  start();
}

void Host::start() {
  std::vector<std::string> words = {"-c",        R"(exec "$@" <"$0")",
                                    keyboard_,   test::programs_folder() / "recto",
                                    "host",      deck_path(),
                                    "--port",    std::to_string(port),
                                    "--bind",    "127.0.0.1",
                                    "--journal", folder_ / "journal",
                                    "--results", folder_ / "results.csv",
                                    "--time",    "3"};
  words.insert(words.end(), more_.begin(), more_.end());
  process_.emplace("/bin/sh", words, folder_ / "host",
                   std::vector<std::string>{"XDG_DATA_HOME=" + folder_.string()});
  port = static_cast<std::uint16_t>(std::stoi(told("http://127.0.0.1:")));
  pin = told("PIN ");
  secret = told("teacher's secret ");
}

void Host::fail_and_come_back() {
  const std::string pin_before = pin, secret_before = secret;
  process_->kill_9();
  start();
  CHECK(pin == pin_before);
  CHECK(secret == secret_before);
}

Host::~Host() {
  ::close(keys_);
}

void Host::say(const std::string& line) {
  const std::string text = line + "\n";
  REQUIRE(::write(keys_, text.data(), text.size()) == std::ssize(text));
}
int Host::quit() {
  say("quit");
  return process_->wait_for_exit();
}

/// What stands behind these words on a line of its output, to the end of the line or a "/".
std::string Host::told(const std::string& words) {
  for (int i = 0; i < 2000; ++i) {
    const std::string said = process_->output();
    const std::size_t at = said.find(words);
    const std::size_t end =
        at == std::string::npos ? at : said.find_first_of("\n/", at + words.size());
    if (end != std::string::npos) return said.substr(at + words.size(), end - at - words.size());
    std::this_thread::sleep_for(10ms);
  }
  FAIL("the host does not tell ", words, ": ", process_->output());
  return {};
}

}  // namespace recto::test
