// One connection that speaks HTTP, until it becomes a WebSocket. Inside this folder only.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "game/classroom/host/site.h"

namespace recto::classroom {

/// Bounds: 8 KB of head, 4 KB of body, 5 s for a request to arrive (slow loris), 5 s between them.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(boost::asio::ip::tcp::socket socket, Site& site, std::shared_ptr<Ticket> ticket);

  void read();

 private:
  using Body = boost::beast::http::string_body;
  using Response = boost::beast::http::response<Body>;

  void await_request();
  void read_request();
  void handle();
  void handle_line(std::string_view id, std::string_view query);
  void open_line();
  void send_page();
  void respond(boost::beast::http::status status, std::string body,
               std::string_view type = "application/json");
  void write(const std::shared_ptr<Response>& response);

  boost::beast::tcp_stream stream_;
  Site& site_;
  std::shared_ptr<Ticket> ticket_;
  boost::beast::flat_buffer buffer_;
  std::optional<boost::beast::http::request_parser<Body>> parser_;
  boost::beast::http::request<Body> request_;
};

}  // namespace recto::classroom
