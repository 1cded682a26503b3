// The web server of a hosted quiz: HTTP, WebSocket, long polling around a Hall. Boost stays behind
// this header.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "game/classroom/host/hall.h"

namespace recto::classroom {

struct ServerOptions {
  std::vector<std::string> addresses;  ///< to listen on, in numbers
  std::uint16_t port = 0;              ///< 0: any that is free
  std::filesystem::path pages;         ///< assets/phone
  std::size_t most_seats = 300;        ///< connections: four times as many and 200 more
};

/// One thread runs it; `post` and `stop` may be called from any.
class Server {
 public:
  /// Listens, and raises the limit of open files as far as it goes. Errors: Failed when an address
  /// or port cannot be had; what Pages::load says.
  [[nodiscard]] static Result<std::unique_ptr<Server>> open(const ServerOptions& options);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server();

  /// For a hall that this server carries; its clock begins at `began`.
  [[nodiscard]] Surroundings surroundings(Millis began);

  /// Runs until stop().
  void serve(Hall& hall);
  void post(std::function<void()> task);
  void stop();

  [[nodiscard]] std::uint16_t port() const;
  /// How many connections the system's limit of open files leaves room for; `most_connections` when
  /// it is no hindrance.
  [[nodiscard]] std::size_t room_for() const;
  [[nodiscard]] std::size_t most_connections() const;

 private:
  class Rooms;
  explicit Server(std::unique_ptr<Rooms> rooms);

  std::unique_ptr<Rooms> rooms_;
};

}  // namespace recto::classroom
