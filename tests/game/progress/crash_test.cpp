// Killed, starved of disk: what was acknowledged is there. The worker is worker.cpp.
#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <map>
#include <poll.h>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "game/progress/store.h"
#include "tests/game/progress/samples.h"
#include "tests/support/support.h"

using namespace recto;
using progress::Store;

namespace {

const DeckId kDeck{"bridges"};

/// A state as the worker acknowledged it.
struct Acknowledged {
  long entry = 0;  ///< number of the log entry in the worker's life, from 1
  int reps = 0;
  long long last_review = 0;
  double stability = 0;

  bool operator==(const Acknowledged& other) const {
    return reps == other.reps && last_review == other.last_review && stability == other.stability;
  }
};

using Told = std::map<FactId, Acknowledged>;

Acknowledged as_acknowledged(const memory::State& state) {
  return {0, state.reps,
          static_cast<long long>(state.last_review.value_or(Instant{}).time_since_epoch().count()),
          state.stability};
}

/// What the complete lines of `out` say, the last word on each fact; the number of log entries.
long take_in(const std::string& out, Told& told) {
  std::istringstream lines(out.substr(0, out.rfind('\n') + 1));
  long entries = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("refused: ")) break;
    std::array<char, 64> fact{};
    Acknowledged said;
    REQUIRE(std::sscanf(line.c_str(), "%63s %ld %d %lld %la", fact.data(), &said.entry, &said.reps,
                        &said.last_review, &said.stability) == 5);
    told[{fact.data()}] = said;
    entries = said.entry;
  }
  return entries;
}

/// A worker that answers until it is killed, and its standard output.
class Worker {
 public:
  explicit Worker(const std::vector<std::string>& words) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
    const std::string program = (test::programs_folder() / "progress_worker").string();
    std::vector<char*> pointers = {const_cast<char*>(program.c_str())};
    for (const std::string& word : words)
      pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    child_ = ::fork();
    REQUIRE(child_ >= 0);
    if (child_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::execv(program.c_str(), pointers.data());
      ::_exit(127);
    }
    ::close(ends[1]);
    out_ = ends[0];
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() { ::close(out_); }

  /// Reads for `time`, then kills it with SIGKILL; everything it has written.
  std::string kill_after(std::chrono::microseconds time) {
    std::string out;
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
      const auto left = end - std::chrono::steady_clock::now();
      pollfd watched{out_, POLLIN, 0};
      const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(left);
      if (::poll(&watched, 1, static_cast<int>(milliseconds.count())) > 0) read_some(out);
    }
    REQUIRE(::kill(child_, SIGKILL) == 0);
    while (read_some(out)) {
    }
    int status = 0;
    ::waitpid(child_, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    return out;
  }

 private:
  bool read_some(std::string& out) const {
    std::array<char, 65536> buffer{};
    const ssize_t got = ::read(out_, buffer.data(), buffer.size());
    if (got <= 0) return false;
    out.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
  }

  pid_t child_ = -1;
  int out_ = -1;
};

void make_database(const std::filesystem::path& file) {
  Store store = test::value(Store::open(file));
  test::value(store.add(test::sample_deck(kDeck.text, 40), test::kStart));
}

/// Every acknowledged answer is in the database. One more may be: stored, but its worker ended
/// before it could say so. Gives the number of log entries.
long check_survivor(const std::filesystem::path& file, const Told& told, long entries) {
  const Store store = test::value(Store::open(file));
  const auto report = test::value(store.check());
  CHECK(report.faults == std::vector<std::string>{});
  const auto stored = static_cast<long>(report.reviews);
  CHECK(stored >= entries);
  CHECK(stored <= entries + 1);
  int ahead = 0;
  for (const study::Item& item : test::value(store.items(kDeck))) {
    const auto said = told.find(item.fact);
    const Acknowledged expected = said == told.end() ? Acknowledged{} : said->second;
    if (!(as_acknowledged(item.state) == expected)) ++ahead;
  }
  CHECK(ahead <= stored - entries);
  return stored;
}

/// What the database says itself, for the next worker to go on from.
Told told_by(const std::filesystem::path& file) {
  Told told;
  const Store store = test::value(Store::open(file));
  for (const study::Item& item : test::value(store.items(kDeck)))
    told[item.fact] = as_acknowledged(item.state);
  return told;
}

}  // namespace

TEST_CASE("F17 progress: killed at random moments, no acknowledged answer is lost") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  make_database(file);
  Random random(20260303);
  long stored = 0;
  long acknowledged = 0;
  // 40 times, or as often as the environment asks for.
  const char* const asked = std::getenv("RECTO_KILLS");
  const int kills = asked == nullptr ? 40 : std::stoi(asked);
  for (int kill = 1; kill <= kills; ++kill) {
    CAPTURE(kill);
    Told told = told_by(file);
    Worker worker({"live", file.string(), std::to_string(kill)});
    const auto out = worker.kill_after(std::chrono::microseconds(random.below(100'000)));
    const long said = take_in(out, told);
    acknowledged += said;
    stored = check_survivor(file, told, stored + said);
  }
  MESSAGE(acknowledged, " answers acknowledged, ", stored, " stored");
  CHECK(acknowledged > 0);
}

TEST_CASE("progress: killed while the database is made, the next start completes it") {
  Random random(7);
  for (int kill = 1; kill <= 40; ++kill) {
    CAPTURE(kill);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    {
      Worker worker({"live", file.string(), "1"});
      worker.kill_after(std::chrono::microseconds(random.below(12'000)));
    }
    make_database(file);
    CHECK(test::value(test::value(Store::open(file)).check()).faults.empty());
  }
}

TEST_CASE("progress: two programs that answer at the same time lose nothing and break nothing") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "p.sqlite";
  make_database(file);
  test::value(test::value(Store::open(file)).add(test::sample_deck("tunnels", 40), test::kStart));
  Worker one({"answer", file.string(), "1"});
  Worker two({"answer", file.string(), "2"});
  const auto said_by_one = one.kill_after(std::chrono::seconds(1));
  // SQLite's waiting is not fair: on a busy machine either may wait as long as the other writes, so
  // the second one goes on alone for a while.
  const auto said_by_two = two.kill_after(std::chrono::seconds(1));
  Told told;
  const long entries = take_in(said_by_one, told) + take_in(said_by_two, told);
  CHECK(said_by_one.find("refused") == std::string::npos);
  CHECK(said_by_two.find("refused") == std::string::npos);
  CHECK(take_in(said_by_two, told) > 0);
  const auto report = test::value(test::value(Store::open(file)).check());
  CHECK(report.faults == std::vector<std::string>{});
  CHECK(static_cast<long>(report.reviews) >= entries);
  CHECK(static_cast<long>(report.reviews) <= entries + 2);
}

namespace {

/// Runs the worker so that no file may grow above `kilobytes`; writing more fails, as on a full
/// disk.
test::Run run_on_small_disk(int kilobytes, const std::string& words) {
  const std::string worker = (test::programs_folder() / "progress_worker").string();
  return test::run("/bin/sh", {"-c", "trap '' XFSZ; ulimit -f " + std::to_string(kilobytes * 2) +
                                         "; exec " + worker + " " + words});
}

void check_one_refusal(const test::Run& run) {
  CHECK(run.exit == 1);
  const std::size_t refused = run.out.find("refused: ");
  REQUIRE(refused != std::string::npos);
  const std::string sentence = run.out.substr(refused);
  CHECK(sentence.find("disk is full") != std::string::npos);
  CHECK(sentence.find("; make room") != std::string::npos);
  CHECK(sentence.find('\n') == sentence.size() - 1);
}

}  // namespace

TEST_CASE("progress: on a full disk an answer is refused with one error and nothing is lost") {
  // Limits from "not even one answer" to "hundreds", so that each kind of write fails once.
  long most = 0;
  for (const int kilobytes : {33, 36, 60, 100, 110, 141, 150, 200, 300, 1000}) {
    CAPTURE(kilobytes);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    make_database(file);
    const auto run = run_on_small_disk(kilobytes, "answer " + file.string() + " 1");
    check_one_refusal(run);
    Told told;
    const long said = take_in(run.out, told);
    most = std::max(most, said);
    check_survivor(file, told, said);
  }
  CHECK(most > 10);
}

TEST_CASE("progress: on a full disk no database and no backup is left half made") {
  for (const int kilobytes : {1, 4, 8, 20, 32, 33, 40, 60}) {
    CAPTURE(kilobytes);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "p.sqlite";
    check_one_refusal(run_on_small_disk(kilobytes, "open " + file.string()));
    make_database(file);
    check_one_refusal(
        run_on_small_disk(kilobytes, "backup " + file.string() + " " + file.string() + ".copy"));
    CHECK(test::value(test::value(Store::open(file)).check()).faults.empty());
    CHECK(test::names_in(folder.path()) == std::vector<std::string>{"p.sqlite"});
  }
}
