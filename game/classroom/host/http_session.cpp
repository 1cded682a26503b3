#include "game/classroom/host/http_session.h"

#include <boost/beast/core/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <charconv>
#include <chrono>

#include "game/classroom/host/origin.h"
#include "game/classroom/host/poll_line.h"
#include "game/classroom/host/socket_line.h"
#include "game/classroom/host/tokens.h"

namespace recto::classroom {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using namespace std::chrono_literals;
using boost::system::error_code;

constexpr std::uint32_t kMostHead = 8 * 1024;
constexpr auto kRequestTime = 5s;
constexpr auto kBetweenRequests = 5s;
constexpr auto kLongestResponse = 30s;
constexpr std::string_view kLines = "/line";

std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

/// The number behind "after=" in a query; 0 when there is none.
std::uint64_t number_after(std::string_view query) {
  constexpr std::string_view kName = "after=";
  std::uint64_t number = 0;
  if (query.starts_with(kName))
    std::from_chars(query.data() + kName.size(), query.data() + query.size(), number);
  return number;
}

}  // namespace

HttpSession::HttpSession(asio::ip::tcp::socket socket, Site& site, std::shared_ptr<Ticket> ticket)
    : stream_(std::move(socket)), site_(site), ticket_(std::move(ticket)) {}

void HttpSession::read() {
  parser_.emplace();
  parser_->header_limit(kMostHead);
  parser_->body_limit(kLongestMessage);
  if (buffer_.size() > 0)
    read_request();
  else
    await_request();
}

/// Between requests a browser may be silent for a while; once one has begun, it has to come.
void HttpSession::await_request() {
  stream_.expires_after(kBetweenRequests);
  stream_.async_read_some(buffer_.prepare(kMostHead),
                          [self = shared_from_this()](error_code failed, std::size_t size) {
                            if (failed) return;
                            self->buffer_.commit(size);
                            self->read_request();
                          });
}

void HttpSession::read_request() {
  stream_.expires_after(kRequestTime);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](error_code failed, std::size_t) {
                     if (failed) return;
                     self->request_ = self->parser_->release();
                     self->handle();
                   });
}

void HttpSession::handle() {
  const std::string_view host = view(request_[http::field::host]);
  if (!is_own_host(host, site_.machine))
    return respond(http::status::misdirected_request, R"({"error":"another host is meant"})");
  if (!is_own_origin(view(request_[http::field::origin]), host))
    return respond(http::status::forbidden, R"({"error":"another site sent this"})");

  const std::string_view target = view(request_.target());
  const std::string_view path = target.substr(0, target.find('?'));
  const std::string_view query = target.substr(std::min(path.size() + 1, target.size()));
  if (path == "/socket") {
    if (!beast::websocket::is_upgrade(request_))
      return respond(http::status::upgrade_required, R"({"error":"WebSocket only"})");
    std::make_shared<SocketLine>(std::move(stream_), site_, ticket_)->accept(request_);
    return;
  }
  if (path == kLines) return open_line();
  if (path.starts_with(kLines) && path.substr(kLines.size()).starts_with('/'))
    return handle_line(path.substr(kLines.size() + 1), query);
  send_page();
}

void HttpSession::open_line() {
  if (request_.method() != http::verb::post)
    return respond(http::status::method_not_allowed, R"({"error":"POST only"})");
  if (site_.poll_lines.size() >= site_.most_connections)
    return respond(http::status::service_unavailable, R"({"error":"full"})");
  const std::string id = random_token();
  const auto line = std::make_shared<PollLine>(
      site_, id, std::make_shared<Ticket>(site_.open, ticket_->address()));
  site_.poll_lines[id] = line;
  line->open();
  respond(http::status::ok, R"({"line":")" + id + R"("})");
}

void HttpSession::handle_line(std::string_view id, std::string_view query) {
  const auto found = site_.poll_lines.find(id);
  if (found == site_.poll_lines.end())
    return respond(http::status::not_found, R"({"error":"no such line"})");
  const std::shared_ptr<PollLine> line = found->second;
  if (request_.method() == http::verb::post) {
    line->say(request_.body());
    return respond(http::status::ok, "{}");
  }
  if (request_.method() != http::verb::get)
    return respond(http::status::method_not_allowed, R"({"error":"GET or POST only"})");
  stream_.expires_never();  // the line responds within its own time
  line->ask(number_after(query), [self = shared_from_this()](std::string text) {
    self->respond(http::status::ok, std::move(text));
  });
}

void HttpSession::send_page() {
  const Page* const page = site_.pages.find(view(request_.target()));
  if (page == nullptr) return respond(http::status::not_found, R"({"error":"no such page"})");
  if (request_.method() != http::verb::get && request_.method() != http::verb::head)
    return respond(http::status::method_not_allowed, R"({"error":"GET only"})");
  const bool zips =
      view(request_[http::field::accept_encoding]).find("gzip") != std::string_view::npos &&
      !page->zipped.empty();
  auto response = std::make_shared<Response>(http::status::ok, request_.version());
  response->set(http::field::content_type, page->type);
  response->set(http::field::vary, "Accept-Encoding");
  if (zips) response->set(http::field::content_encoding, "gzip");
  response->body() = zips ? page->zipped : page->body;
  write(response);
}

void HttpSession::respond(http::status status, std::string body, std::string_view type) {
  auto response = std::make_shared<Response>(status, request_.version());
  response->set(http::field::content_type, beast::string_view(type.data(), type.size()));
  response->body() = std::move(body);
  write(response);
}

void HttpSession::write(const std::shared_ptr<Response>& response) {
  const std::string_view host = view(request_[http::field::host]);
  const bool is_own = is_own_host(host, site_.machine);  // others do not get into our headers
  for (const auto& [name, value] : security_headers(is_own ? host : "localhost"))
    response->set(name, value);
  response->keep_alive(request_.keep_alive());
  response->prepare_payload();
  if (request_.method() == http::verb::head) response->body().clear();
  stream_.expires_after(kLongestResponse);
  http::async_write(stream_, *response,
                    [self = shared_from_this(), response](error_code failed, std::size_t) {
                      if (failed || response->need_eof()) return;
                      self->read();
                    });
}

}  // namespace recto::classroom
