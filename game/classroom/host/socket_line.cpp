#include "game/classroom/host/socket_line.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace recto::classroom {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using namespace std::chrono_literals;
using boost::system::error_code;

constexpr std::size_t kMostWaiting = 256 * 1024;
constexpr auto kLongestWrite = 10s;
constexpr auto kLongestSilence = 15s;
constexpr auto kHandshake = 5s;
constexpr auto kBetweenPings = 4s;
constexpr auto kBetweenFirstPings = 1s;
constexpr int kFirstPings = 5;  // as many as the least round trip is taken of

}  // namespace

SocketLine::SocketLine(beast::tcp_stream stream, Site& site, std::shared_ptr<Ticket> ticket)
    : stream_(std::move(stream)), site_(site), ticket_(std::move(ticket)), ping_timer_(site.io) {}

void SocketLine::accept(const Request& request) {
  stream_.next_layer().expires_never();  // the WebSocket has its own limits
  // Beast 1.74 counts what it reads as a sign of life only when it sends pings of its own.
  stream_.set_option(websocket::stream_base::timeout{kHandshake, kLongestSilence, true});
  stream_.read_message_max(kLongestMessage);
  stream_.text(true);
  stream_.control_callback([this](websocket::frame_type kind, beast::string_view payload) {
    if (kind == websocket::frame_type::pong && payload == std::to_string(pings_))
      site_.hall->measured(*this, std::chrono::round<Millis>(Clock::now() - pinged_));
  });
  stream_.async_accept(request, [self = shared_from_this()](error_code failed) {
    if (failed) return;
    self->site_.hall->opened(self);
    self->read();
    self->ping();
  });
}

void SocketLine::read() {
  stream_.async_read(in_, [self = shared_from_this()](error_code failed, std::size_t) {
    if (failed) return self->gone();
    const auto bytes = self->in_.cdata();
    const std::string_view text(static_cast<const char*>(bytes.data()), bytes.size());
    self->site_.hall->heard(*self, self->stream_.got_text() ? text : std::string_view());
    self->in_.consume(self->in_.size());
    self->read();
  });
}

void SocketLine::send(Message message) {
  if (is_gone_ || !closing_.empty()) return;
  if (message.is_state) {
    const auto first = out_.begin() + (writing_ ? 1 : 0);
    const auto older = std::find_if(first, out_.end(), [](const Message& m) { return m.is_state; });
    if (older != out_.end()) {
      waiting_ -= older->size();
      out_.erase(older);
    }
  }
  waiting_ += message.size();
  out_.push_back(std::move(message));
  if (waiting_ > kMostWaiting) return abort();
  if (!writing_) write();
}

void SocketLine::write() {
  const Message& message = out_.front();
  std::array<asio::const_buffer, 2> pieces = {asio::buffer(message.own), asio::const_buffer()};
  if (message.shared) pieces[1] = asio::buffer(*message.shared);
  writing_ = true;
  write_began_ = Clock::now();
  stream_.async_write(pieces, [self = shared_from_this()](error_code failed, std::size_t) {
    self->writing_ = false;
    if (failed) return self->gone();
    self->waiting_ -= self->out_.front().size();
    self->out_.pop_front();
    if (!self->out_.empty())
      self->write();
    else if (!self->closing_.empty())
      self->hang_up();
  });
}

void SocketLine::close(std::string_view why) {
  if (is_gone_ || !closing_.empty()) return;
  closing_ = why;
  if (!writing_) asio::post(site_.io, [self = shared_from_this()] { self->hang_up(); });
}

void SocketLine::hang_up() {
  if (is_gone_) return;
  const websocket::close_reason reason(websocket::close_code::policy_error, closing_);
  stream_.async_close(reason, [self = shared_from_this()](error_code) { self->gone(); });
}

/// Without a farewell: for a phone that does not take what it is sent.
void SocketLine::abort() {
  closing_ = "slow";
  asio::post(site_.io, [self = shared_from_this()] {
    error_code ignored;
    self->stream_.next_layer().socket().close(ignored);
    self->gone();
  });
}

void SocketLine::ping_in(std::chrono::milliseconds time) {
  ping_timer_.expires_after(time);
  ping_timer_.async_wait([self = shared_from_this()](error_code cancelled) {
    if (!cancelled && !self->is_gone_) self->ping();
  });
}

void SocketLine::ping() {
  if (writing_ && Clock::now() - write_began_ > kLongestWrite) return abort();
  pinged_ = Clock::now();
  ++pings_;
  const std::string number = std::to_string(pings_);  // Beast's own ones are empty
  stream_.async_ping(
      {number.data(), number.size()}, [self = shared_from_this()](error_code failed) {
        if (failed || self->is_gone_) return;
        self->ping_in(self->pings_ < kFirstPings ? kBetweenFirstPings : kBetweenPings);
      });
}

void SocketLine::gone() {
  if (is_gone_) return;
  is_gone_ = true;
  ping_timer_.cancel();
  stream_.control_callback();
  site_.hall->closed(*this);
}

}  // namespace recto::classroom
