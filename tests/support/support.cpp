#include "tests/support/support.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include "content/files/files.h"

namespace recto::test {
namespace {

constexpr std::size_t kAnySize = std::size_t{1} << 30U;

/// The two ends of a pipe, closed on exec.
struct Pipe {
  Pipe() { REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0); }
  std::array<int, 2> ends{};
};

std::string line_of(std::string_view text, std::size_t number) {
  for (; number > 0; --number) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return "(no such line)";
    text.remove_prefix(end + 1);
  }
  return std::string(text.substr(0, text.find('\n')));
}

std::size_t first_differing_line(std::string_view a, std::string_view b) {
  std::size_t line = 0;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i)
    if (a[i] == '\n') ++line;
  return line;
}

[[noreturn]] void become(const std::string& program, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& environment, int in, int out, int err) {
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  for (const std::string& entry : environment)
    ::putenv(const_cast<char*>(entry.c_str()));
  std::vector<char*> words = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  ::execv(program.c_str(), words.data());
  ::_exit(127);
}

/// Feeds `input` and gathers both outputs until the program closes them.
void converse(int to, int out, int err, std::string_view input, Run& run) {
  ::fcntl(to, F_SETFL, O_NONBLOCK);
  std::array<pollfd, 3> watched = {pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0},
                                   pollfd{to, POLLOUT, 0}};
  std::array<std::string*, 2> sinks = {&run.out, &run.err};
  std::array<char, 65536> buffer{};
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    if (input.empty() && watched[2].fd >= 0) {
      ::close(to);
      watched[2].fd = -1;
    }
    ::poll(watched.data(), watched.size(), -1);
    for (std::size_t i = 0; i < 2; ++i) {
      if (watched[i].fd < 0 || watched[i].revents == 0) continue;
      const ssize_t got = ::read(watched[i].fd, buffer.data(), buffer.size());
      if (got > 0) {
        sinks[i]->append(buffer.data(), static_cast<std::size_t>(got));
      } else {
        ::close(watched[i].fd);
        watched[i].fd = -1;
      }
    }
    if (watched[2].fd < 0 || watched[2].revents == 0) continue;
    const ssize_t put = ::write(to, input.data(), input.size());
    input = put < 0 ? std::string_view{} : input.substr(static_cast<std::size_t>(put));
  }
  if (watched[2].fd >= 0) ::close(to);
}

}  // namespace

std::filesystem::path project_folder() {
  return RECTO_SOURCE_DIR;
}

std::filesystem::path programs_folder() {
  return RECTO_PROGRAMS_DIR;
}

std::string data(const std::filesystem::path& name) {
  return value(read_file(project_folder() / "tests/data" / name, kAnySize));
}

void check_golden(const std::filesystem::path& name, std::string_view content) {
  const std::filesystem::path path = project_folder() / name;
  const char* update = std::getenv("RECTO_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::filesystem::create_directories(path.parent_path());
    value(write_file(path, content));
    return;
  }
  const Result<std::string> expected = read_file(path, kAnySize);
  if (!expected) FAIL(message(expected.error()), "; RECTO_UPDATE_GOLDEN=1 writes it");
  if (*expected == content) return;
  const std::size_t line = first_differing_line(*expected, content);
  FAIL_CHECK(name.string(), " differs in line ", line + 1, "\n  golden: ", line_of(*expected, line),
             "\n  now:    ", line_of(content, line));
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "recto-test.XXXXXX").string();
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Run run(const std::string& program, const std::vector<std::string>& arguments,
        const std::string& input, const std::vector<std::string>& environment) {
  const std::string path =
      program.starts_with('/') ? program : (programs_folder() / program).string();
  std::signal(SIGPIPE, SIG_IGN);
  const Pipe in;
  const Pipe out;
  const Pipe err;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) become(path, arguments, environment, in.ends[0], out.ends[1], err.ends[1]);
  ::close(in.ends[0]);
  ::close(out.ends[1]);
  ::close(err.ends[1]);
  Run result;
  converse(in.ends[1], out.ends[0], err.ends[0], input, result);
  int status = 0;
  ::waitpid(child, &status, 0);
  result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace recto::test
