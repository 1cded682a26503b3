// A phone on a WebSocket. Inside this folder only.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "game/classroom/host/hall.h"
#include "game/classroom/host/site.h"

namespace recto::classroom {

/// Bounds: 4 KB a message in, 256 KB waiting to go out, 10 s for one message to go out, 15 s
/// without a sign of life (a ping every 4 s asks for one).
class SocketLine final : public Line, public std::enable_shared_from_this<SocketLine> {
 public:
  using Request = boost::beast::http::request<boost::beast::http::string_body>;

  SocketLine(boost::beast::tcp_stream stream, Site& site, std::shared_ptr<Ticket> ticket);

  void accept(const Request& request);

  void send(Message message) override;
  void close(std::string_view why) override;
  [[nodiscard]] const std::string& address() const override { return ticket_->address(); }

 private:
  void read();
  void write();
  void ping_in(std::chrono::milliseconds time);
  void ping();
  void hang_up();
  void abort();
  void gone();

  using Clock = std::chrono::steady_clock;

  boost::beast::websocket::stream<boost::beast::tcp_stream> stream_;
  Site& site_;
  std::shared_ptr<Ticket> ticket_;
  boost::beast::flat_buffer in_;
  std::deque<Message> out_;  ///< the first is being written while writing_
  std::size_t waiting_ = 0;  ///< bytes in out_
  bool writing_ = false;
  Clock::time_point write_began_;
  boost::asio::steady_timer ping_timer_;
  Clock::time_point pinged_;
  int pings_ = 0;
  std::string closing_;  ///< why; empty while open
  bool is_gone_ = false;
};

}  // namespace recto::classroom
