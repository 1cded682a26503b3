// A cable between a phone and the host that can be cut, and that remembers what went through it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace recto::test {

/// Listens on a port of its own and hands every connection on to the host's.
class Cable {
 public:
  /// `blocks_sockets`: requests for a WebSocket are hung up on, as some networks do.
  explicit Cable(std::uint16_t to, bool blocks_sockets = false);
  Cable(const Cable&) = delete;
  Cable& operator=(const Cable&) = delete;
  ~Cable();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string url() const {
    return "http://127.0.0.1:" + std::to_string(port_) + "/";
  }

  /// Nothing goes through, in neither direction, and nobody is told; new connections hang as well.
  void cut() { is_cut_ = true; }
  /// Ends what hung, as a network that comes back does, and lets new connections through.
  void mend();

  /// Everything that came from the host, of all connections, since it was last asked for.
  [[nodiscard]] std::string take_bytes();

 private:
  struct Pair {
    int phone, host;
    bool asked = false;  ///< the first bytes of the phone have gone through
  };

  void run();
  void accept_one();
  bool pass(int from, int to, Pair& pair, bool from_host);
  void close(Pair& pair);

  std::uint16_t to_, port_ = 0;
  bool blocks_sockets_;
  int door_ = -1;
  std::vector<Pair> pairs_;  ///< of the thread
  std::atomic<bool> is_cut_ = false, mends_ = false, is_over_ = false;
  std::mutex mutex_;
  std::string bytes_;
  std::thread thread_;
};

}  // namespace recto::test
