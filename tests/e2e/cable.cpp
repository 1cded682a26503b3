#include "tests/e2e/cable.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

#include "tests/support/support.h"

namespace recto::test {
namespace {

constexpr int kBlink = 10;  // ms between two looks at the switches

sockaddr_in here(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

bool send_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace

Cable::Cable(std::uint16_t to, bool blocks_sockets) : to_(to), blocks_sockets_(blocks_sockets) {
  door_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = here(0);
  socklen_t size = sizeof address;
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  REQUIRE(::bind(door_, plain, size) == 0);
  REQUIRE(::listen(door_, 64) == 0);
  REQUIRE(::getsockname(door_, plain, &size) == 0);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

Cable::~Cable() {
  is_over_ = true;
  thread_.join();
  for (Pair& pair : pairs_)
    close(pair);
  ::close(door_);
}

void Cable::mend() {
  mends_ = true;
  is_cut_ = false;
}

std::string Cable::take_bytes() {
  const std::lock_guard lock(mutex_);
  return std::exchange(bytes_, {});
}

void Cable::close(Pair& pair) {
  ::close(pair.phone);
  ::close(pair.host);
  pair.phone = pair.host = -1;
}

void Cable::accept_one() {
  const int phone = ::accept4(door_, nullptr, nullptr, SOCK_CLOEXEC);
  if (phone < 0) return;
  const int host = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = here(to_);
  if (::connect(host, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    pairs_.push_back({phone, host});
  } else {
    ::close(phone);
    ::close(host);
  }
}

bool Cable::pass(int from, int to, Pair& pair, bool from_host) {
  std::array<char, 65536> buffer{};
  const ssize_t size = ::recv(from, buffer.data(), buffer.size(), 0);
  if (size <= 0) return false;
  const std::string_view bytes(buffer.data(), static_cast<std::size_t>(size));
  if (!from_host && blocks_sockets_ && !std::exchange(pair.asked, true) &&
      bytes.starts_with("GET /socket"))
    return false;
  if (from_host) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
  }
  return send_all(to, bytes);
}

void Cable::run() {
  while (!is_over_) {
    if (mends_.exchange(false))
      for (Pair& pair : pairs_)
        close(pair);
    std::erase_if(pairs_, [](const Pair& pair) { return pair.phone < 0; });
    std::vector<pollfd> watched;
    if (!is_cut_) {
      watched.push_back({door_, POLLIN, 0});
      for (const Pair& pair : pairs_) {
        watched.push_back({pair.phone, POLLIN, 0});
        watched.push_back({pair.host, POLLIN, 0});
      }
    }
    if (::poll(watched.data(), watched.size(), kBlink) <= 0) continue;
    for (std::size_t i = 1; i + 1 < watched.size(); i += 2) {
      Pair& pair = pairs_[i / 2];
      if (watched[i].revents != 0 && !pass(pair.phone, pair.host, pair, false)) close(pair);
      if (pair.phone >= 0 && watched[i + 1].revents != 0 &&
          !pass(pair.host, pair.phone, pair, true))
        close(pair);
    }
    if (watched[0].revents != 0) accept_one();
  }
}

}  // namespace recto::test
