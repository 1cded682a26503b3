#include "tests/game/classroom/host/raw_client.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace recto::classroom::sample {
namespace {

constexpr timeval kPatience{10, 0};

}  // namespace

RawClient::RawClient(std::uint16_t port)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), port_(port) {
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(port);
  place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // Refused: then nothing can be sent, which the test sees.
  (void)::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place);
}

RawClient::RawClient(RawClient&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), port_(other.port_) {}

RawClient::~RawClient() {
  if (socket_ >= 0) ::close(socket_);
}

bool RawClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string RawClient::read_until(std::string_view text) const {
  std::string all;
  std::array<char, 4096> buffer{};
  while (all.find(text) == std::string::npos) {
    const ssize_t size = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (size <= 0) break;
    all.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return all;
}

bool RawClient::is_closed() const {
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t size = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (size == 0) return true;
    if (size < 0) return errno == ECONNRESET;
  }
}

std::string RawClient::get(std::string_view target, std::string_view more_headers) {
  send("GET " + std::string(target) + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
       "\r\n" + std::string(more_headers) + "\r\n");
  return read_until("\r\n\r\n");
}

bool RawClient::upgrade(std::string_view origin) {
  const std::string from = origin.empty() ? "" : "Origin: " + std::string(origin) + "\r\n";
  return get("/socket",
             "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                 from)
      .starts_with("HTTP/1.1 101");
}

std::string frame_head(std::uint8_t first, std::uint64_t size) {
  std::string head(1, static_cast<char>(first));
  constexpr std::uint8_t kMasked = 0x80;
  const int bytes = size < 126 ? 0 : size < 65'536 ? 2 : 8;
  head += static_cast<char>(kMasked | (bytes == 0 ? size : bytes == 2 ? 126 : 127));
  for (int i = bytes - 1; i >= 0; --i)
    head += static_cast<char>((size >> (8 * i)) & 0xFFU);
  return head + std::string(4, '\0');  // a mask of zeros leaves the bytes as they are
}

bool RawClient::say(std::string_view text, std::uint8_t first) {
  return send(frame_head(first, text.size()) + std::string(text));
}

}  // namespace recto::classroom::sample
