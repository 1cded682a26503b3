// A bare socket to a server: what a browser would never send.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace recto::classroom::sample {

/// Every wait ends after ten seconds, which fails what was waited for.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  RawClient(RawClient&& other) noexcept;
  RawClient& operator=(RawClient&&) = delete;
  ~RawClient();

  /// Whether the system took them all.
  bool send(std::string_view bytes) const;
  /// What comes until `text` is in it, or until the other side ends.
  std::string read_until(std::string_view text) const;
  /// Whether the other side has ended; takes what it sends before.
  [[nodiscard]] bool is_closed() const;

  /// A request without a body, and the head of its response.
  std::string get(std::string_view target, std::string_view more_headers = {});
  /// Becomes a WebSocket; whether the server agreed.
  bool upgrade(std::string_view origin = {});
  /// A whole message in one masked frame. `first`: FIN, and the opcode, text by default.
  bool say(std::string_view text, std::uint8_t first = 0x81);

 private:
  int socket_ = -1;
  std::uint16_t port_ = 0;
};

/// The head of a masked frame that claims `size` bytes.
[[nodiscard]] std::string frame_head(std::uint8_t first, std::uint64_t size);

}  // namespace recto::classroom::sample
