#include "game/classroom/host/server.h"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

#include "game/classroom/host/http_session.h"
#include "game/classroom/host/poll_line.h"
#include "game/classroom/host/site.h"

namespace recto::classroom {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace std::chrono_literals;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr int kBacklog = 4096;
constexpr std::size_t kOtherFiles = 64;  // what the program has open besides connections
// A browser opens two or three to load the page, and one stays.
constexpr std::size_t kConnectionsPerSeat = 4;
constexpr std::size_t kSpareConnections = 200;
constexpr auto kAfterNoFiles = 100ms;

/// Raises the soft limit of open files to the hard one; gives what holds then.
std::size_t raised_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &limit);
  (void)::getrlimit(RLIMIT_NOFILE, &limit);
  return static_cast<std::size_t>(limit.rlim_cur);
}

std::string machine_name() {
  std::string name(256, '\0');
  if (::gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.substr(0, name.find('\0'));
}

/// An IPv6 host has a whole network of addresses to itself: they count as one.
std::string counted_address(const asio::ip::address& address) {
  if (!address.is_v6() || address.to_v6().is_v4_mapped() || address.is_loopback())
    return address.to_string();
  auto bytes = address.to_v6().to_bytes();
  std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
  return asio::ip::address_v6(bytes).to_string();
}

}  // namespace

/// The open sockets and timers.
class Server::Rooms {
 public:
  explicit Rooms(Pages pages, std::size_t most_seats) : alarm_(site_.io) {
    site_.pages = std::move(pages);
    site_.machine = machine_name();
    const std::size_t files = raised_file_limit();
    site_.most_connections = kConnectionsPerSeat * most_seats + kSpareConnections;
    room_for_ = std::min(site_.most_connections, files > kOtherFiles ? files - kOtherFiles : 0);
  }

  Result<void> listen(const std::string& address, std::uint16_t port) {
    error_code failed;
    const auto number = asio::ip::make_address(address, failed);
    Door& door = *doors_.emplace_back(std::make_unique<Door>(site_.io));
    const tcp::endpoint place(number, port);
    if (!failed) door.acceptor.open(place.protocol(), failed);
    if (!failed) door.acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) door.acceptor.bind(place, failed);
    if (!failed) door.acceptor.listen(kBacklog, failed);
    if (failed)
      return fail(Error::Kind::Failed, "cannot listen (" + failed.message() + ")",
                  address + ":" + std::to_string(port), "name another with --port or --bind");
    return {};
  }

  [[nodiscard]] std::uint16_t port() const {
    error_code ignored;
    return doors_.front()->acceptor.local_endpoint(ignored).port();
  }

  void serve(Hall& hall) {
    site_.hall = &hall;
    for (const auto& door : doors_)
      accept(*door);
    set_alarm();
    site_.io.run();
  }

  /// To be called when the hall's next deadline may be another.
  void set_alarm() {
    const auto due = site_.hall != nullptr ? site_.hall->next_deadline() : std::nullopt;
    if (due == armed_) return;
    armed_ = due;
    if (!due) {
      alarm_.cancel();
      return;
    }
    alarm_.expires_at(start_ + (*due - began_));
    alarm_.async_wait([this](error_code cancelled) {
      if (cancelled) return;
      armed_.reset();
      site_.hall->tick();
    });
  }

  void begin_clock(Millis began) {
    began_ = began;
    start_ = Clock::now();
  }
  [[nodiscard]] Millis now() const {
    return began_ + std::chrono::floor<Millis>(Clock::now() - start_);
  }

  [[nodiscard]] Site& site() { return site_; }
  [[nodiscard]] std::size_t room_for() const { return room_for_; }

 private:
  struct Door {
    explicit Door(asio::io_context& io) : acceptor(io), pause(io) {}
    tcp::acceptor acceptor;
    asio::steady_timer pause;
  };

  void accept(Door& door) {
    door.acceptor.async_accept([this, &door](error_code failed, tcp::socket socket) {
      if (failed == asio::error::operation_aborted) return;
      if (!failed) {
        receive(std::move(socket));
        return accept(door);
      }
      // Out of files: asking again at once would take a whole core, and help nobody.
      door.pause.expires_after(kAfterNoFiles);
      door.pause.async_wait([this, &door](error_code cancelled) {
        if (!cancelled) accept(door);
      });
    });
  }

  /// Turns away what is too much: in all, or of one address, which may still be a whole school.
  void receive(tcp::socket socket) {
    error_code failed;
    const tcp::endpoint from = socket.remote_endpoint(failed);
    if (failed) return;
    std::size_t open = 0;
    for (const auto& [address, count] : site_.open)
      open += count;
    std::string address = counted_address(from.address());
    const auto own = site_.open.find(address);
    const std::size_t most_of_one = room_for_ - room_for_ / 10;
    if (open >= room_for_ || (own != site_.open.end() && own->second >= most_of_one)) return;
    socket.set_option(tcp::no_delay(true), failed);
    std::make_shared<HttpSession>(std::move(socket), site_,
                                  std::make_shared<Ticket>(site_.open, std::move(address)))
        ->read();
  }

  Site site_;
  std::vector<std::unique_ptr<Door>> doors_;
  asio::steady_timer alarm_;
  std::optional<Millis> armed_;
  std::size_t room_for_ = 0;
  Millis began_{0};
  Clock::time_point start_ = Clock::now();
};

Server::Server(std::unique_ptr<Rooms> rooms) : rooms_(std::move(rooms)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::open(const ServerOptions& options) {
  auto rooms = std::make_unique<Rooms>(RECTO_TRY(Pages::load(options.pages)), options.most_seats);
  std::uint16_t port = options.port;
  for (const std::string& address : options.addresses) {
    RECTO_TRY(rooms->listen(address, port));
    port = rooms->port();  // the same on all addresses
  }
  return std::unique_ptr<Server>(new Server(std::move(rooms)));
}

Surroundings Server::surroundings(Millis began) {
  rooms_->begin_clock(began);
  return {[this] { return rooms_->now(); },
          [this](std::function<void()> task) { post(std::move(task)); },
          [this] { rooms_->set_alarm(); }};
}

void Server::serve(Hall& hall) {
  rooms_->serve(hall);
}

void Server::post(std::function<void()> task) {
  asio::post(rooms_->site().io, std::move(task));
}

void Server::stop() {
  rooms_->site().io.stop();
}

std::uint16_t Server::port() const {
  return rooms_->port();
}

std::size_t Server::room_for() const {
  return rooms_->room_for();
}

std::size_t Server::most_connections() const {
  return rooms_->site().most_connections;
}

}  // namespace recto::classroom
