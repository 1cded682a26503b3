// A whole school on one host: starts `recto host`, joins with real WebSockets, answers, drops lines
// and comes back, and recounts the journal.
//
//   classroom_load [PHONES [QUESTIONS [DROPS_PERCENT]]]      1000 20 30
//
// Exit 1 when an answer was lost or doubled, or a score differs from the recount.
#include <algorithm>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
namespace fs = std::filesystem;
using asio::ip::tcp;
using boost::system::error_code;
using nlohmann::json;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kJoinWithin = 10s;
constexpr auto kAnswerWithin = 1000ms;

double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

struct Samples {
  std::vector<double> values;

  void print(const char* what) {
    if (values.empty()) return;
    std::ranges::sort(values);
    const auto at = [&](double part) {
      return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-12s p50 %7.2f  p99 %7.2f  max %7.2f ms  (%zu)\n", what, at(0.5), at(0.99),
                values.back(), values.size());
  }
};

/// The host as a process of its own.
class Host {
 public:
  Host(const fs::path& program, const fs::path& folder, int phones, int questions) {
    write_deck(folder / "load.deck.json", questions);
    journal = folder / "load.journal";
    int lines[2];
    if (::pipe(lines) != 0) std::abort();
    pid_ = ::fork();
    if (pid_ == 0) {
      ::dup2(lines[1], STDERR_FILENO);
      ::close(lines[0]);
      ::execl(program.c_str(), "recto", "host", (folder / "load.deck.json").c_str(), "--port", "0",
              "--bind", "127.0.0.1", "--journal", journal.c_str(), "--results",
              (folder / "load.csv").c_str(), "--players", std::to_string(phones + 1).c_str(),
              "--questions", std::to_string(questions).c_str(), nullptr);
      std::_Exit(127);
    }
    ::close(lines[1]);
    FILE* const told = ::fdopen(lines[0], "r");
    char line[512];
    while (secret.empty() && std::fgets(line, sizeof line, told) != nullptr)
      read_line(line);
    if (secret.empty()) {
      std::fprintf(stderr, "classroom_load: the host did not start\n");
      std::exit(1);
    }
  }
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
  ~Host() {
    if (::waitpid(pid_, nullptr, WNOHANG) != 0)
      std::fprintf(stderr, "classroom_load: the host ended by itself\n");
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
  }

  [[nodiscard]] long resident_kilobytes() const {
    std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
    return 0;
  }

  [[nodiscard]] double processor_seconds() const {
    std::ifstream stat("/proc/" + std::to_string(pid_) + "/stat");
    std::string word;
    double ticks = 0;
    for (int field = 1; field <= 15 && stat >> word; ++field)
      if (field >= 14) ticks += std::atof(word.c_str());
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
  }

  std::string port, pin, secret;
  fs::path journal;

 private:
  void read_line(std::string line) {
    while (!line.empty() && line.back() == '\n')
      line.pop_back();
    if (line.starts_with("http://127.0.0.1:"))
      port = line.substr(17, line.size() - 18);
    else if (line.starts_with("PIN "))
      pin = line.substr(4);
    else if (line.starts_with("teacher's secret "))
      secret = line.substr(17);
  }

  static void write_deck(const fs::path& path, int questions) {
    json cards = json::array();
    for (int i = 0; i < questions; ++i) {
      const std::string number = std::to_string(i);
      cards.push_back(
          {{"id", "c" + number},
           {"kind", "choice"},
           {"prompt",
            "Which of these four words, each of them long enough to be read "
            "on a phone, belongs to the question with the number " +
                number + "?"},
           {"answer", "rightword" + number + "x"},
           {"distractors", {"leftword" + number, "upword" + number, "downword" + number}}});
    }
    std::ofstream(path) << json{{"format", "recto-deck"}, {"version", 1},
                                {"id", "load"},           {"title", "Load"},
                                {"language", "en"},       {"passages", json::array()},
                                {"cards", cards}};
  }

  pid_t pid_ = -1;
};

/// One WebSocket that says and hears JSON texts.
class Line : public std::enable_shared_from_this<Line> {
 public:
  Line(asio::io_context& io, std::function<void()> opened, std::function<void(json)> heard)
      : stream_(io), opened_(std::move(opened)), heard_(std::move(heard)) {}

  void connect(const std::string& port) {
    const tcp::endpoint host(asio::ip::make_address("127.0.0.1"),
                             static_cast<std::uint16_t>(std::stoi(port)));
    stream_.next_layer().async_connect(host, [self = shared_from_this(), port](error_code failed) {
      if (failed) return self->failed("connect", failed);
      error_code ignored;  // as browsers do
      self->stream_.next_layer().socket().set_option(tcp::no_delay(true), ignored);
      self->stream_.async_handshake("127.0.0.1:" + port, "/socket", [self](error_code refused) {
        if (refused) return self->failed("upgrade", refused);
        self->opened_();
        self->read();
      });
    });
  }

  void say(const json& message) {
    out_.push_back(message.dump());
    if (out_.size() == 1) write();
  }

  /// As a phone that lost its network: without a farewell.
  void drop() {
    heard_ = nullptr;
    error_code ignored;
    stream_.next_layer().socket().close(ignored);
  }

 private:
  static void failed(const char* doing, error_code why) {
    std::fprintf(stderr, "classroom_load: %s: %s\n", doing, why.message().c_str());
  }
  void read() {
    stream_.async_read(in_, [self = shared_from_this()](error_code over, std::size_t) {
      if (over && self->heard_) failed("hung up", over);
      if (over || !self->heard_) return;
      const std::string text = beast::buffers_to_string(self->in_.cdata());
      self->in_.consume(self->in_.size());
      self->heard_(json::parse(text));
      self->read();
    });
  }
  void write() {
    stream_.async_write(asio::buffer(out_.front()),
                        [self = shared_from_this()](error_code over, std::size_t) {
                          if (over) return;
                          self->out_.pop_front();
                          if (!self->out_.empty()) self->write();
                        });
  }

  websocket::stream<beast::tcp_stream> stream_;
  beast::flat_buffer in_;
  std::deque<std::string> out_;
  std::function<void()> opened_;
  std::function<void(json)> heard_;
};

/// Letters only, no two alike, first letters spread widely.
std::string name_number(int number) {
  const char* const syllables[] = {"ba", "ko", "du",  "fe", "ga", "ha", "jo", "ku", "pe", "ne",
                                   "vo", "pu", "qua", "re", "se", "ta", "we", "xo", "yu", "za"};
  const int count = static_cast<int>(std::size(syllables));
  return std::string(syllables[number % count]) + syllables[number / count % count] +
         syllables[number / count / count % count] + syllables[(number * 7 + 3) % count];
}

std::string token_number(int number) {
  char token[33];
  std::snprintf(token, sizeof token, "%032x", static_cast<unsigned>(number) + 1);
  return token;
}

class Load {
 public:
  Load(Host& host, int phones, int questions, int drops)
      : host_(host),
        questions_(questions),
        drops_(drops),
        phones_(static_cast<std::size_t>(phones)) {}

  /// Whether everything was as it should be.
  bool run() {
    const long before = host_.resident_kilobytes();
    teacher_ = open_line(
        [this] {
          teacher_->say({{"v", 1}, {"type", "teach"}, {"secret", host_.secret}});
        },
        [](const json&) {});
    for (std::size_t i = 0; i < phones_.size(); ++i)
      later(kJoinWithin * static_cast<int>(i) / static_cast<int>(phones_.size()),
            [this, i] { join(i); });
    // One that never answers: else a question would close while somebody is on the way back (L12).
    holdout_ = open_line(
        [this] {
          holdout_->say({{"v", 1},
                         {"type", "join"},
                         {"token", std::string(32, 'f')},
                         {"pin", host_.pin},
                         {"name", "Holdout"}});
        },
        [](const json&) {});
    later(kJoinWithin + 1500ms, [this, before] {
      const long used = host_.resident_kilobytes() - before;
      std::printf("%zu of %zu joined; %.1f kB a phone in the host\n", joined_, phones_.size(),
                  static_cast<double>(used) / static_cast<double>(phones_.size()));
      processor_before_ = host_.processor_seconds();
      next_question();
    });
    io_.run();
    joins_.print("join");
    fan_outs_.print("fan-out");
    acks_.print("acknowledged");
    std::printf("host's processor time a question: %.0f ms\n",
                1000 * (host_.processor_seconds() - processor_before_) / questions_);
    return recount();
  }

 private:
  struct Phone {
    std::shared_ptr<Line> line;
    Clock::time_point began, said;
    int seen = -1, answered = -1, choice = 0;
    std::vector<int> given;  ///< by question, acknowledged
    int score = -1;
    bool in = false, ready = false;
  };

  std::shared_ptr<Line> open_line(std::function<void()> opened, std::function<void(json)> heard) {
    auto line = std::make_shared<Line>(io_, std::move(opened), std::move(heard));
    line->connect(host_.port);
    return line;
  }

  void later(Clock::duration time, std::function<void()> act) {
    auto timer = std::make_shared<asio::steady_timer>(io_, time);
    timer->async_wait([timer, act = std::move(act)](error_code cancelled) {
      if (!cancelled) act();
    });
  }

  void join(std::size_t i) {
    Phone& phone = phones_[i];
    phone.began = Clock::now();
    phone.line = open_line(
        [this, i] {
          phones_[i].line->say({{"v", 1},
                                {"type", "join"},
                                {"token", token_number(static_cast<int>(i))},
                                {"pin", host_.pin},
                                {"name", name_number(static_cast<int>(i))}});
        },
        [this, i](const json& message) { hear(i, message); });
  }

  void hear(std::size_t i, const json& message) {
    Phone& phone = phones_[i];
    if (message["type"] == "refused") {
      std::fprintf(stderr, "phone %zu refused: %s\n", i, message.dump().c_str());
      ++refused_;
      return;
    }
    if (message["type"] == "taken") return taken(phone, message["question"]);
    if (message["type"] != "state") return;
    if (!phone.in) {
      phone.in = true;
      ++joined_;
      joins_.values.push_back(milliseconds(Clock::now() - phone.began));
    }
    phone.ready = true;
    const std::string stage = message["stage"];
    if (stage == "reading")
      phone.line->say({{"v", 1}, {"type", "ready"}, {"question", message["question"]["number"]}});
    if (stage == "answering") asked(i, message);
    if (stage == "reveal") keys_[message["question"]["number"]] = message["reveal"]["key"][0];
    if (stage == "podium") {
      phone.score = message["you"]["score"];
      if (std::ranges::all_of(phones_, [](const Phone& one) { return one.score >= 0; })) io_.stop();
    }
  }

  void asked(std::size_t i, const json& message) {
    Phone& phone = phones_[i];
    const int question = message["question"]["number"];
    if (phone.seen < question) {
      phone.seen = question;
      fan_outs_.values.push_back(milliseconds(Clock::now() - opened_));
      phone.choice = static_cast<int>(random_() % 4);
      later(random_() % kAnswerWithin.count() * 1ms, [this, i, question] { answer(i, question); });
      if (static_cast<int>(random_() % 100) < drops_)
        later(random_() % kAnswerWithin.count() * 1ms, [this, i] { drop(i); });
    } else if (phone.answered < question && phone.said > opened_) {
      say_answer(phone, question);  // it came back, and was not told that it was taken
    }
  }

  void answer(std::size_t i, int question) { say_answer(phones_[i], question); }

  void say_answer(Phone& phone, int question) {
    phone.said = Clock::now();
    if (!phone.ready) return;  // said when the line is back
    phone.line->say({{"v", 1},
                     {"type", "answer"},
                     {"question", question},
                     {"round", 1},
                     {"answer", phone.choice}});
  }

  void drop(std::size_t i) {
    ++dropped_;
    phones_[i].ready = false;
    phones_[i].line->drop();
    later(random_() % 400 * 1ms, [this, i] { join(i); });
  }

  void taken(Phone& phone, int question) {
    if (phone.answered >= question) return;
    phone.answered = question;
    acks_.values.push_back(milliseconds(Clock::now() - phone.said));
    phone.given.push_back(phone.choice);
    if (++answered_ == phones_.size()) later(200ms, [this] { finish_question(); });
  }

  void command(const char* what) { teacher_->say({{"v", 1}, {"type", "command"}, {"do", what}}); }

  void next_question() {
    answered_ = 0;
    command("next");  // reading
    later(500ms, [this] {
      opened_ = Clock::now();
      command("next");  // the answers open
    });
  }

  void finish_question() {
    command("next");  // closed
    command("next");  // reveal
    later(500ms, [this] {
      command("next");  // scoreboard
      later(500ms, [this] {
        if (++done_ < questions_) return next_question();
        command("next");  // podium
      });
    });
  }

  /// What each seat answered last, by the journal alone; compared with what phones were told.
  bool recount() {
    std::map<std::size_t, std::map<int, int>> log;
    std::map<std::string, std::size_t> seats;
    std::ifstream journal(host_.journal);
    std::string line;
    std::getline(journal, line);  // the head
    while (std::getline(journal, line)) {
      const json event = json::parse(line);
      if (event["e"] == "join") seats.try_emplace(event["token"], seats.size());
      if (event["e"] == "answer") log[event["seat"]][event["question"]] = event["options"][0];
    }
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < phones_.size(); ++i) {
      const auto& answers = log[seats[token_number(static_cast<int>(i))]];
      int score = 0;
      bool same = answers.size() == phones_[i].given.size();
      for (const auto& [question, choice] : answers) {
        if (keys_[question] == choice) score += 1000;
        const auto at = static_cast<std::size_t>(question);
        same = same && at < phones_[i].given.size() && phones_[i].given[at] == choice;
      }
      if (!same || score != phones_[i].score ||
          phones_[i].given.size() != static_cast<std::size_t>(questions_))
        ++wrong;
    }
    std::printf(
        "%zu answers acknowledged, %zu lines dropped, %zu refusals; %zu phones differ from the "
        "recount\n",
        acks_.values.size(), dropped_, refused_, wrong);
    return wrong == 0 && refused_ == 0;
  }

  Host& host_;
  int questions_, drops_, done_ = 0;
  asio::io_context io_{1};
  std::vector<Phone> phones_;
  std::shared_ptr<Line> teacher_, holdout_;
  std::mt19937 random_{7};
  std::map<int, int> keys_;
  Clock::time_point opened_;
  std::size_t joined_ = 0, answered_ = 0, dropped_ = 0, refused_ = 0;
  double processor_before_ = 0;
  Samples joins_, fan_outs_, acks_;
};

int number_or(char** arguments, int count, int at, int usual) {
  return at < count ? std::atoi(arguments[at]) : usual;
}

}  // namespace

int main(int argc, char** argv) {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  const int phones = number_or(argv, argc, 1, 1000), questions = number_or(argv, argc, 2, 20);
  const fs::path folder =
      fs::temp_directory_path() / ("classroom_load." + std::to_string(::getpid()));
  fs::create_directories(folder);
  bool good = false;
  {
    Host host(fs::read_symlink("/proc/self/exe").parent_path() / "recto", folder, phones,
              questions);
    double load[1] = {0};
    (void)::getloadavg(load, 1);
    std::printf("%d phones, %d questions; load average %.1f at the start\n", phones, questions,
                load[0]);
    good = Load(host, phones, questions, number_or(argv, argc, 3, 30)).run();
  }
  fs::remove_all(folder);
  return good ? 0 : 1;
}
