#include "game/classroom/host/journal.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "content/files/files.h"
#include "game/classroom/rules/event_log.h"

namespace recto::classroom {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kVersion = 1;
constexpr std::size_t kLargest = std::size_t{1} << 30U;
constexpr std::chrono::seconds kBetweenSyncs{1};

tl::unexpected<Error> system_error(const fs::path& path, const char* doing) {
  return fail(Error::Kind::Failed,
              std::string("cannot ") + doing + " the journal (" + std::strerror(errno) + ")",
              path.string(), "make room or name another file with --journal");
}

std::string write_head(const JournalHead& head) {
  const json object = {{"recto_classroom", kVersion},
                       {"pin", head.pin},
                       {"secret", head.secret},
                       {"seed", head.seed},
                       {"settings", json::parse(write_settings(head.settings))},
                       {"deck", head.deck}};
  return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<JournalHead> read_head(std::string_view line) {
  try {
    const json object = json::parse(line);
    if (object.at("recto_classroom") != kVersion)
      return fail(Error::Kind::Unsupported, "another version of Recto wrote this journal");
    JournalHead head{
        object.at("pin"), object.at("secret"), object.at("seed"), {}, object.at("deck")};
    head.settings = RECTO_TRY(read_settings(object.at("settings").dump()));
    return head;
  } catch (const json::exception&) {
    return fail(Error::Kind::BadInput, "this is no journal of a quiz");
  }
}

Error at_line(Error error, const fs::path& path, std::size_t line) {
  error.where = path.string() + ", line " + std::to_string(line);
  error.advice = "start anew with --new";
  return error;
}

}  // namespace

/// The open file with the thread that forces it to the disk.
class Journal::File {
 public:
  File(fs::path path, int descriptor, off_t size)
      : path_(std::move(path)), descriptor_(descriptor), size_(size) {
    syncing_ = std::jthread([this](const std::stop_token& stop) { keep_synced(stop); });
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    syncing_.request_stop();
    syncing_.join();
    ::fdatasync(descriptor_);
    ::close(descriptor_);
  }

  Result<void> append_line(std::string line) {
    line += '\n';
    if (!write_all(descriptor_, line)) {
      const auto error = system_error(path_, "write");
      // Half a line must not stand before the next one.
      if (::ftruncate(descriptor_, size_) != 0) return system_error(path_, "mend");
      return error;
    }
    size_ += static_cast<off_t>(line.size());
    {
      const std::lock_guard lock(mutex_);
      dirty_ = true;
    }
    wake_.notify_one();
    return {};
  }

 private:
  void keep_synced(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return dirty_; })) {
      dirty_ = false;
      lock.unlock();
      ::fdatasync(descriptor_);
      lock.lock();
      wake_.wait_for(lock, stop, kBetweenSyncs, [] { return false; });
    }
  }

  fs::path path_;
  int descriptor_;
  off_t size_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  bool dirty_ = false;
  std::jthread syncing_;
};

Journal::Journal(std::unique_ptr<File> file) : file_(std::move(file)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal& Journal::operator=(Journal&&) noexcept = default;
Journal::~Journal() = default;

Result<Journal> Journal::begin(const fs::path& path, const JournalHead& head) {
  const int descriptor =
      ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0) return system_error(path, "begin");
  auto file = std::make_unique<File>(path, descriptor, 0);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return system_error(path, "lock");
  RECTO_TRY(file->append_line(write_head(head)));
  return Journal(std::move(file));
}

Result<Journal::Kept> Journal::resume(const fs::path& path) {
  const std::string text = RECTO_TRY(read_file(path, kLargest));
  const int descriptor = ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC);
  if (descriptor < 0) return system_error(path, "open");
  const std::size_t whole = text.rfind('\n') + 1;  // behind it stands a line that was cut off
  auto file = std::make_unique<File>(path, descriptor, static_cast<off_t>(whole));
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
    return fail(Error::Kind::Failed, "another host has this quiz open", path.string(),
                "end it there first");
  if (::ftruncate(descriptor, static_cast<off_t>(whole)) != 0) return system_error(path, "mend");

  Kept kept{Journal(std::move(file)), {}, {}};
  std::string_view rest = std::string_view(text).substr(0, whole);
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = rest.find('\n');
    const auto located = [&](Error error) { return at_line(std::move(error), path, line); };
    if (line == 1)
      kept.head = RECTO_TRY(read_head(rest.substr(0, end)).map_error(located));
    else
      kept.events.push_back(RECTO_TRY(read_event(rest.substr(0, end)).map_error(located)));
    rest.remove_prefix(end + 1);
  }
  if (kept.head.pin.empty())
    return tl::unexpected<Error>(
        at_line({Error::Kind::BadInput, "this is no journal of a quiz", {}, {}}, path, 1));
  return kept;
}

Result<JournalHead> Journal::look(const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line))
    return fail(Error::Kind::NotFound, "there is no journal of a quiz", path.string());
  return read_head(line).map_error([&](Error error) { return at_line(std::move(error), path, 1); });
}

Result<void> Journal::append(const TimedEvent& event) {
  return file_->append_line(write_event(event));
}

}  // namespace recto::classroom
