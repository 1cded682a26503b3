#include "tests/game/ui/fake_portal.h"

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <mutex>
#include <sdbus-c++/sdbus-c++.h>
#include <sys/wait.h>
#include <unistd.h>

#include "content/base/file_uri.h"

namespace recto::test {
namespace {

using Options = std::map<std::string, sdbus::Variant>;
using Pattern = sdbus::Struct<std::uint32_t, std::string>;
using Filter = sdbus::Struct<std::string, std::vector<Pattern>>;

constexpr std::chrono::seconds kPatience{20};
constexpr const char* kChooser = "org.freedesktop.portal.FileChooser";
constexpr const char* kRequest = "org.freedesktop.portal.Request";

/// Everybody may do everything, nothing is started by being asked for.
constexpr const char* kRules = R"(<busconfig><type>session</type><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy>
<listen>unix:dir=)";

template <class T>
T option(const Options& options, const char* name) {
  const auto found = options.find(name);
  return found == options.end() ? T{} : found->second.get<T>();
}

PortalAsked asked_of(std::string method, std::string parent, std::string title,
                     const Options& options) {
  PortalAsked asked{std::move(method), std::move(parent), std::move(title),
                    option<std::string>(options, "accept_label"),
                    option<std::string>(options, "current_name")};
  for (const std::uint8_t byte : option<std::vector<std::uint8_t>>(options, "current_folder"))
    if (byte != 0) asked.folder += static_cast<char>(byte);
  asked.several = option<bool>(options, "multiple");
  for (const Filter& filter : option<std::vector<Filter>>(options, "filters")) {
    std::string text = filter.get<0>() + ":";
    for (const Pattern& pattern : filter.get<1>())
      text += " " + pattern.get<1>();
    asked.filters.push_back(text);
  }
  return asked;
}

}  // namespace

PrivateBus::PrivateBus() {
  const auto rules = folder_.path() / "bus.conf";
  std::ofstream(rules) << kRules << folder_.path().string() << "</listen></busconfig>\n";
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  id_ = ::fork();
  REQUIRE(id_ >= 0);
  if (id_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);  // it complains of limits
    ::close(ends[0]);
    ::close(ends[1]);
    const std::string config = "--config-file=" + rules.string();
    ::execlp("dbus-daemon", "dbus-daemon", config.c_str(), "--nofork", "--print-address=1",
             static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::close(ends[1]);
  for (char letter = 0; ::read(ends[0], &letter, 1) == 1 && letter != '\n';)
    address_ += letter;
  ::close(ends[0]);
  REQUIRE_MESSAGE(!address_.empty(), "dbus-daemon does not start (Debian: dbus-daemon)");
}

PrivateBus::~PrivateBus() {
  ::kill(id_, SIGTERM);
  ::waitpid(id_, nullptr, 0);
}

struct FakePortal::Parts {
  Manner manner;
  std::vector<std::filesystem::path> files;
  std::unique_ptr<sdbus::IConnection> bus;
  std::unique_ptr<sdbus::IObject> chooser, request;
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<PortalAsked> asked;
  bool closed = false;

  sdbus::ObjectPath take(const PortalAsked& wish, const Options& options);
  void answer();
};

sdbus::ObjectPath FakePortal::Parts::take(const PortalAsked& wish, const Options& options) {
  std::string sender = chooser->getCurrentlyProcessedMessage()->getSender().substr(1);
  for (char& letter : sender)
    if (letter == '.') letter = '_';
  const sdbus::ObjectPath place("/org/freedesktop/portal/desktop/request/" + sender + "/" +
                                option<std::string>(options, "handle_token"));
  request = sdbus::createObject(*bus, place);
  request->registerSignal("Response")
      .onInterface(kRequest)
      .withParameters<std::uint32_t, Options>();
  request->registerMethod("Close").onInterface(kRequest).implementedAs([this] {
    const std::lock_guard lock(mutex);
    closed = true;
    changed.notify_all();
  });
  request->finishRegistration();
  if (manner != Manner::ChoosesLate) answer();
  const std::lock_guard lock(mutex);
  asked = wish;
  changed.notify_all();
  return place;
}

void FakePortal::Parts::answer() {
  const std::uint32_t response = manner == Manner::ChangesItsMind ? 1
                                 : manner == Manner::Fails        ? 2
                                                                  : 0;
  Options results;
  std::vector<std::string> uris;
  for (const auto& file : files)
    uris.push_back(uri_of_path(file.string()));
  if (response == 0) results["uris"] = sdbus::Variant(uris);
  request->emitSignal("Response").onInterface(kRequest).withArguments(response, results);
}

FakePortal::FakePortal(const std::string& address, Manner manner,
                       std::vector<std::filesystem::path> files)
    : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.manner = manner;
  parts.files = std::move(files);
  parts.bus = sdbus::createSessionBusConnectionWithAddress(address);
  parts.bus->requestName("org.freedesktop.portal.Desktop");
  parts.chooser = sdbus::createObject(*parts.bus, "/org/freedesktop/portal/desktop");
  const char* const interface =
      manner == Manner::HasNoChooser ? "org.freedesktop.portal.Other" : kChooser;
  for (const char* const method : {"OpenFile", "SaveFile"})
    parts.chooser->registerMethod(method).onInterface(interface).implementedAs(
        [&parts, method](const std::string& parent, const std::string& title,
                         const Options& options) {
          return parts.take(asked_of(method, parent, title, options), options);
        });
  parts.chooser->finishRegistration();
  parts.bus->enterEventLoopAsync();
}

FakePortal::FakePortal(FakePortal&&) noexcept = default;
FakePortal& FakePortal::operator=(FakePortal&&) noexcept = default;
FakePortal::~FakePortal() {
  if (parts_) parts_->bus->leaveEventLoop();
}

PortalAsked FakePortal::wait_for_wish() const {
  std::unique_lock lock(parts_->mutex);
  REQUIRE(parts_->changed.wait_for(lock, kPatience, [&] { return parts_->asked.has_value(); }));
  return *parts_->asked;
}

void FakePortal::answer() {
  parts_->answer();
}

bool FakePortal::wait_for_close() const {
  std::unique_lock lock(parts_->mutex);
  return parts_->changed.wait_for(lock, kPatience, [&] { return parts_->closed; });
}

}  // namespace recto::test
