#include "game/recto/instance.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace recto::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLockName = "lock";
constexpr const char* kSocketName = "second-start";
/// Paths of one second start, each ended by a zero byte.
constexpr std::size_t kMostBytes = 100'000;

/// An open file, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

tl::unexpected<Error> cannot_write(const fs::path& profile, const std::string& reason) {
  return fail(Error::Kind::Failed,
              "this folder for the progress cannot be written (" + reason + ")", profile.string(),
              "check its permissions, or name another one with --profile");
}

tl::unexpected<Error> does_not_listen(const fs::path& profile) {
  return fail(Error::Kind::Failed, "Recto is open already on this profile", profile.string(),
              "go to its window, or name another profile with --profile");
}

/// The address of the profile's socket. Through /proc, because an address holds 107 bytes and a
/// folder's name may be longer.
sockaddr_un address_in(const Descriptor& folder) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = "/proc/self/fd/" + std::to_string(folder.number()) + "/" + kSocketName;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  return address;
}

Descriptor open_folder(const fs::path& profile) {
  return Descriptor(::open(profile.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

Descriptor make_socket() {
  return Descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
}

Files files_in(std::string_view message) {
  Files files;
  for (std::size_t end = message.find('\0'); end != std::string_view::npos;
       end = message.find('\0')) {
    if (end > 0) files.emplace_back(message.substr(0, end));
    message.remove_prefix(end + 1);
  }
  return files;
}

}  // namespace

struct Instance::Parts {
  fs::path profile;
  Descriptor lock;
  Descriptor socket;
  std::thread listener;
};

Instance::Instance(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Instance::Instance(Instance&&) noexcept = default;
Instance& Instance::operator=(Instance&&) noexcept = default;

Instance::~Instance() {
  if (parts_) stop_listening();
}

void Instance::stop_listening() {
  if (!parts_->listener.joinable()) return;
  ::shutdown(parts_->socket.number(), SHUT_RDWR);
  parts_->listener.join();
  std::error_code ignored;
  fs::remove(parts_->profile / kSocketName, ignored);
}

Result<std::optional<Instance>> Instance::claim(const fs::path& profile) {
  std::error_code failed;
  fs::create_directories(profile, failed);
  if (failed) return cannot_write(profile, failed.message());
  Descriptor lock(::open((profile / kLockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!lock.is_open()) return cannot_write(profile, std::strerror(errno));
  if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return std::optional<Instance>();
    return cannot_write(profile, std::strerror(errno));
  }
  auto parts = std::make_unique<Parts>();
  parts->profile = profile;
  parts->lock = std::move(lock);
  return std::optional<Instance>(Instance(std::move(parts)));
}

Result<void> Instance::listen(std::function<void(Files)> knock) {
  std::error_code ignored;
  fs::remove(parts_->profile / kSocketName, ignored);  // of a process that was killed
  const Descriptor folder = open_folder(parts_->profile);
  Descriptor socket = make_socket();
  const sockaddr_un address = address_in(folder);
  const auto* const place = reinterpret_cast<const sockaddr*>(&address);
  if (!folder.is_open() || !socket.is_open() || ::bind(socket.number(), place, sizeof address) != 0)
    return fail(Error::Kind::Failed,
                std::string("a second start cannot reach this one (") + std::strerror(errno) + ")",
                parts_->profile.string());
  ::chmod((parts_->profile / kSocketName).c_str(), 0600);
  parts_->socket = std::move(socket);
  parts_->listener = std::thread([number = parts_->socket.number(), knock = std::move(knock)] {
    std::string message(kMostBytes, '\0');
    for (ssize_t size = 0; (size = ::recv(number, message.data(), message.size(), 0)) > 0;)
      knock(files_in(std::string_view(message).substr(0, static_cast<std::size_t>(size))));
  });
  return {};
}

Result<void> knock_at(const fs::path& profile, const Files& files) {
  std::string message(1, '\0');
  std::error_code ignored;
  for (const fs::path& file : files)
    message += fs::absolute(file, ignored).string() + '\0';
  const Descriptor folder = open_folder(profile);
  const Descriptor socket = make_socket();
  const sockaddr_un address = address_in(folder);
  const auto* const place = reinterpret_cast<const sockaddr*>(&address);
  const bool sent = folder.is_open() && socket.is_open() && message.size() <= kMostBytes &&
                    ::sendto(socket.number(), message.data(), message.size(), MSG_NOSIGNAL, place,
                             sizeof address) == static_cast<ssize_t>(message.size());
  if (!sent) return does_not_listen(profile);
  return {};
}

}  // namespace recto::app
