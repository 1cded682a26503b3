// A web server on this machine that behaves, or misbehaves, as a test tells it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace recto::test {

/// One request, on the server's side.
class Visit {
 public:
  virtual ~Visit() = default;

  /// "/path?query" and the whole head of the request.
  [[nodiscard]] virtual const std::string& path() const = 0;
  [[nodiscard]] virtual const std::string& head() const = 0;

  /// Bytes as they are, status line and all. False once the client has left.
  virtual bool send(std::string_view bytes) = 0;

  /// Ends the connection at once, as a crash would (TCP RST).
  virtual void reset() = 0;

  /// Waits; false when the test is over meanwhile.
  virtual bool wait(std::chrono::milliseconds time) = 0;
};

/// "HTTP/1.1 200 OK", further header lines ("Name: value\r\n" each), length and body.
[[nodiscard]] std::string answer(std::string_view body, std::string_view headers = {},
                                 std::string_view status = "200 OK");

/// A sentence-rich page as an answer.
[[nodiscard]] std::string page(std::string_view title, std::string_view text);

/// A key and a certificate for 127.0.0.1 that nobody but itself vouches for, PEM.
struct Certificate {
  std::string key;
  std::string certificate;
};
[[nodiscard]] Certificate make_certificate();

/// Listens on 127.0.0.1 from construction to destruction, a thread for each visit.
class Server {
 public:
  using Script = std::function<void(Visit&)>;

  explicit Server(Script script);                         ///< http
  Server(Script script, const Certificate& certificate);  ///< https
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  [[nodiscard]] std::string address(std::string_view path = "/") const;
  [[nodiscard]] int port() const { return port_; }
  /// Heads of the requests so far.
  [[nodiscard]] std::vector<std::string> requests() const;

 private:
  struct Tls;
  class Connection;

  void listen();
  void serve(int socket);

  Script script_;
  std::unique_ptr<Tls> tls_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  std::condition_variable over_;
  bool is_over_ = false;
  std::vector<std::string> requests_;
  std::vector<int> sockets_;
  std::vector<std::thread> visits_;
  std::thread door_;
};

}  // namespace recto::test
