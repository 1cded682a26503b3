#include "game/classroom/host/poll_line.h"

#include <algorithm>
#include <boost/asio/post.hpp>

namespace recto::classroom {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using boost::system::error_code;

constexpr auto kLongestWait = 20s;
constexpr auto kLongestSilence = 30s;
constexpr std::size_t kMostWaiting = 256 * 1024;

}  // namespace

PollLine::PollLine(Site& site, std::string id, std::shared_ptr<Ticket> ticket)
    : site_(site), id_(std::move(id)), ticket_(std::move(ticket)), timer_(site.io) {}

void PollLine::open() {
  site_.hall->opened(shared_from_this());
  wait(kLongestSilence);
}

void PollLine::ask(std::uint64_t seen, Respond respond_to) {
  if (measures_) site_.hall->measured(*this, std::chrono::round<Millis>(Clock::now() - responded_));
  measures_ = false;
  while (!kept_.empty() && kept_.front().number <= seen) {
    waiting_ -= kept_.front().message.size();
    kept_.pop_front();
  }
  if (asked_) respond();  // an older question of the same phone: its connection is likely dead
  asked_ = std::move(respond_to);
  if (!kept_.empty() || is_closing_)
    respond();
  else
    wait(kLongestWait);
}

void PollLine::say(std::string_view text) {
  site_.hall->heard(*this, text);
}

void PollLine::send(Message message) {
  if (is_gone_ || is_closing_) return;
  keep(std::move(message));
  if (waiting_ > kMostWaiting)
    close("slow");
  else if (asked_)
    respond();
}

void PollLine::keep(Message message) {
  waiting_ += message.size();
  kept_.push_back({++last_, std::move(message)});
}

void PollLine::respond() {
  std::string text = "{\"last\":" + std::to_string(last_) +
                     ",\"open\":" + (is_closing_ ? "false" : "true") + ",\"messages\":[";
  for (const Kept& kept : kept_) {
    if (text.back() != '[') text += ',';
    text += kept.message.own;
    if (kept.message.shared) text += *kept.message.shared;
  }
  text += "]}";
  measures_ = !kept_.empty();
  responded_ = Clock::now();
  std::exchange(asked_, nullptr)(std::move(text));
  wait(kLongestSilence);
}

void PollLine::close(std::string_view why) {
  if (is_gone_ || is_closing_) return;
  keep({R"({"type":"closed","reason":")" + std::string(why) + R"("})", nullptr, false});
  is_closing_ = true;
  if (asked_) respond();
  asio::post(site_.io, [self = shared_from_this()] { self->gone(); });
}

void PollLine::wait(std::chrono::seconds time) {
  timer_.expires_after(time);
  timer_.async_wait([self = shared_from_this()](error_code cancelled) {
    if (cancelled) return;
    if (self->asked_)
      self->respond();
    else
      self->gone();
  });
}

/// The hall forgets it now; whoever asks for it once more within 30 s still hears why.
void PollLine::gone() {
  if (!is_gone_) site_.hall->closed(*this);
  const bool said_why = is_gone_ || !is_closing_;
  is_gone_ = true;
  if (said_why)
    site_.poll_lines.erase(id_);
  else
    wait(kLongestSilence);
}

}  // namespace recto::classroom
