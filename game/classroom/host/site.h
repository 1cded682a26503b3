// What the connections of one server share. Inside this folder only.
#pragma once

#include <utility>
// <utility> before Asio: Boost 1.74 uses std::exchange in C++20 and does not include it.
#include <boost/asio/io_context.hpp>
#include <map>
#include <memory>
#include <string>

#include "game/classroom/host/hall.h"
#include "game/classroom/host/pages.h"

namespace recto::classroom {

class PollLine;

/// Counts an open connection as long as it lives.
class Ticket {
 public:
  Ticket(std::map<std::string, std::size_t>& open, std::string address)
      : open_(open), address_(std::move(address)) {
    ++open_[address_];
  }
  Ticket(const Ticket&) = delete;
  Ticket& operator=(const Ticket&) = delete;
  ~Ticket() {
    if (const auto found = open_.find(address_); found != open_.end() && --found->second == 0)
      open_.erase(found);
  }
  [[nodiscard]] const std::string& address() const { return address_; }

 private:
  std::map<std::string, std::size_t>& open_;
  std::string address_;
};

struct Site {
  std::map<std::string, std::size_t> open;  ///< connections by address
  boost::asio::io_context io{1};  ///< its end ends connections, which count themselves in `open`
  Pages pages;
  Hall* hall = nullptr;  ///< set while serving
  std::string machine;   ///< its name
  std::size_t most_connections = 0;
  std::map<std::string, std::shared_ptr<PollLine>, std::less<>> poll_lines;  ///< by id
};

}  // namespace recto::classroom
