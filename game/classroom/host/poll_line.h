// A phone whose WebSocket is blocked: it asks again and again, and each question waits until there
// is an answer (long polling). Inside this folder only.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "game/classroom/host/hall.h"
#include "game/classroom/host/site.h"

namespace recto::classroom {

/// Messages are numbered from 1 and kept until the phone asks for those after them, so that none is
/// lost with a response. A line that nobody asks for 30 s is gone.
class PollLine final : public Line, public std::enable_shared_from_this<PollLine> {
 public:
  /// Takes the text of a response: {"last":N,"open":true,"messages":[…]}.
  using Respond = std::function<void(std::string)>;

  PollLine(Site& site, std::string id, std::shared_ptr<Ticket> ticket);
  void open();

  /// Responds with the messages after `seen`, at once or when there are some, after 20 s without
  /// any.
  void ask(std::uint64_t seen, Respond respond);
  void say(std::string_view text);

  void send(Message message) override;
  void close(std::string_view why) override;
  [[nodiscard]] const std::string& address() const override { return ticket_->address(); }

 private:
  struct Kept {
    std::uint64_t number;
    Message message;
  };

  void keep(Message message);
  void respond();
  void wait(std::chrono::seconds time);
  void gone();

  using Clock = std::chrono::steady_clock;

  Site& site_;
  std::string id_;
  std::shared_ptr<Ticket> ticket_;
  boost::asio::steady_timer timer_;
  std::deque<Kept> kept_;
  std::size_t waiting_ = 0;  ///< bytes in kept_
  std::uint64_t last_ = 0;
  Respond asked_;  ///< of the question that waits; empty when none does
  Clock::time_point responded_;
  bool measures_ = false;  ///< the phone asks again as soon as it has this response
  bool is_closing_ = false;
  bool is_gone_ = false;
};

}  // namespace recto::classroom
