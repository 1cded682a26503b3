#include "tests/tools/reader/fetch/server.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <csignal>
#include <cstdlib>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/support.h"

namespace recto::test {
namespace {

template <class T, void (*free)(T*)>
struct Free {
  void operator()(T* object) const { free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY, EVP_PKEY_free>>;
using Signed = std::unique_ptr<X509, Free<X509, X509_free>>;
using Memory = std::unique_ptr<BIO, Free<BIO, BIO_free_all>>;

std::string text_of(const Memory& memory) {
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

void add_extension(X509* certificate, int which, const char* value) {
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, which, value);
  REQUIRE(extension != nullptr);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

}  // namespace

std::string answer(std::string_view body, std::string_view headers, std::string_view status) {
  std::string bytes = "HTTP/1.1 " + std::string(status) + "\r\nConnection: close\r\n";
  bytes += headers;
  return bytes + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::string page(std::string_view title, std::string_view text) {
  return answer("<!doctype html><html lang=en><title>" + std::string(title) + "</title><h1>" +
                    std::string(title) + "</h1><p>" + std::string(text) + "</p></html>",
                "Content-Type: text/html; charset=utf-8\r\n");
}

Certificate make_certificate() {
  const Key key(EVP_EC_gen("P-256"));
  const Signed made(X509_new());
  X509_set_version(made.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
  X509_set_pubkey(made.get(), key.get());
  X509_NAME* name = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("Recto's tests"), -1, -1, 0);
  X509_set_issuer_name(made.get(), name);
  add_extension(made.get(), NID_basic_constraints, "critical,CA:TRUE");
  add_extension(made.get(), NID_subject_alt_name, "IP:127.0.0.1");
  REQUIRE(X509_sign(made.get(), key.get(), EVP_sha256()) > 0);

  const Memory key_text(BIO_new(BIO_s_mem()));
  const Memory text(BIO_new(BIO_s_mem()));
  PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  PEM_write_bio_X509(text.get(), made.get());
  return {text_of(key_text), text_of(text)};
}

struct Server::Tls {
  explicit Tls(const Certificate& certificate) : context(SSL_CTX_new(TLS_server_method())) {
    const Memory key_text(BIO_new_mem_buf(certificate.key.data(), -1));
    const Memory text(BIO_new_mem_buf(certificate.certificate.data(), -1));
    const Key key(PEM_read_bio_PrivateKey(key_text.get(), nullptr, nullptr, nullptr));
    const Signed read(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr));
    REQUIRE(SSL_CTX_use_certificate(context.get(), read.get()) == 1);
    REQUIRE(SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1);
  }
  std::unique_ptr<SSL_CTX, Free<SSL_CTX, SSL_CTX_free>> context;
};

class Server::Connection : public Visit {
 public:
  Connection(Server& server, int socket) : server_(server), socket_(socket) {
    if (!server.tls_) return;
    tls_.reset(SSL_new(server.tls_->context.get()));
    SSL_set_fd(tls_.get(), socket);
  }

  /// The request's head; false when none comes, or no TLS. A client that begins with TLS where
  /// there is none (its first byte is 0x16) is answered as well.
  bool receive() {
    if (tls_ && SSL_accept(tls_.get()) != 1) return false;
    std::array<char, 4096> buffer{};
    while (head_.find("\r\n\r\n") == std::string::npos && !head_.starts_with('\x16')) {
      const auto got = tls_ ? SSL_read(tls_.get(), buffer.data(), static_cast<int>(buffer.size()))
                            : ::recv(socket_, buffer.data(), buffer.size(), 0);
      if (got <= 0) return false;
      head_.append(buffer.data(), static_cast<std::size_t>(got));
    }
    const std::size_t begin = head_.find(' ') + 1;
    path_ = head_.substr(begin, head_.find(' ', begin) - begin);
    return true;
  }

  [[nodiscard]] const std::string& path() const override { return path_; }
  [[nodiscard]] const std::string& head() const override { return head_; }

  bool send(std::string_view bytes) override {
    while (!bytes.empty()) {
      const auto put = tls_ ? SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size()))
                            : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (put <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
  }

  void reset() override {
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    // Closed once more at the end, the number must stay taken: another socket takes its place.
    const int other = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::dup2(other, socket_);
    ::close(other);
  }

  bool wait(std::chrono::milliseconds time) override {
    std::unique_lock lock(server_.mutex_);
    return !server_.over_.wait_for(lock, time, [this] { return server_.is_over_; });
  }

 private:
  Server& server_;
  int socket_;
  std::unique_ptr<SSL, Free<SSL, SSL_free>> tls_;
  std::string head_;
  std::string path_;
};

Server::Server(Script script) : script_(std::move(script)) {
  listen();
}

Server::Server(Script script, const Certificate& certificate)
    : script_(std::move(script)), tls_(std::make_unique<Tls>(certificate)) {
  listen();
}

void Server::listen() {
  // A proxy of the machine that runs the tests must not stand between us.
  ::setenv("no_proxy", "127.0.0.1,localhost", 1);
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof here;
  auto* name = reinterpret_cast<sockaddr*>(&here);
  REQUIRE(::bind(listener_, name, size) == 0);
  REQUIRE(::listen(listener_, 64) == 0);
  REQUIRE(::getsockname(listener_, name, &size) == 0);
  port_ = ::ntohs(here.sin_port);
  // The visits' threads inherit it: a client that leaves is an error of send(), no signal.
  sigset_t pipe{};
  sigset_t before{};
  ::sigemptyset(&pipe);
  ::sigaddset(&pipe, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &pipe, &before);
  door_ = std::thread([this] {
    while (true) {
      const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (socket < 0) return;
      const std::lock_guard lock(mutex_);
      sockets_.push_back(socket);
      visits_.emplace_back([this, socket] { serve(socket); });
    }
  });
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Server::serve(int socket) {
  Connection connection(*this, socket);
  if (connection.receive()) {
    {
      const std::lock_guard lock(mutex_);
      requests_.push_back(connection.head());
    }
    script_(connection);
  }
  ::shutdown(socket, SHUT_RDWR);
}

Server::~Server() {
  ::shutdown(listener_, SHUT_RDWR);
  door_.join();
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
    for (const int socket : sockets_)
      ::shutdown(socket, SHUT_RDWR);
  }
  over_.notify_all();
  for (std::thread& visit : visits_)
    visit.join();
  for (const int socket : sockets_)
    ::close(socket);
  ::close(listener_);
}

std::string Server::address(std::string_view path) const {
  return (tls_ ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(port_) +
         std::string(path);
}

std::vector<std::string> Server::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

}  // namespace recto::test
