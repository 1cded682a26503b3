#include "game/ui/portal.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <sdbus-c++/sdbus-c++.h>
#include <string>
#include <utility>

#include "content/base/file_uri.h"

namespace recto::ui {
namespace {

using Options = std::map<std::string, sdbus::Variant>;
using namespace std::chrono_literals;

constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
constexpr const char* kPlace = "/org/freedesktop/portal/desktop";
constexpr const char* kChooser = "org.freedesktop.portal.FileChooser";
constexpr const char* kRequest = "org.freedesktop.portal.Request";
/// The portal only has to take the wish in this time; the first one may have to start it.
constexpr auto kPatience = 10s;

// How the portal says that it is over (org.freedesktop.portal.Request).
constexpr std::uint32_t kChosen = 0, kCancelled = 1;

Error no_portal(std::string what) {
  return {Error::Kind::Unsupported, std::move(what), {}, {}};
}

/// The answer, on its way from the bus's thread to the one that waits.
class Answer {
 public:
  void give(Result<ChosenFiles> files) {
    {
      const std::lock_guard lock(mutex_);
      if (!files_) files_ = std::move(files);
    }
    changed_.notify_all();
  }
  /// Absent: it was stopped.
  std::optional<Result<ChosenFiles>> wait(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait(lock, stop, [&] { return files_.has_value(); })) return std::nullopt;
    return std::move(files_);
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::optional<Result<ChosenFiles>> files_;
};

Result<ChosenFiles> files_in(std::uint32_t response, const Options& results) {
  if (response == kCancelled) return ChosenFiles();
  if (response != kChosen) return tl::unexpected(no_portal("the desktop's file chooser failed"));
  ChosenFiles files;
  const auto uris = results.find("uris");
  if (uris == results.end()) return files;
  for (const std::string& uri : uris->second.get<std::vector<std::string>>())
    if (auto file = path_of_uri(uri)) files.emplace_back(std::move(*file));
  return files;
}

/// A path as the portal takes it: bytes, with a zero behind them.
std::vector<std::uint8_t> bytes_of(const std::filesystem::path& path) {
  const std::string& text = path.native();
  std::vector<std::uint8_t> bytes(text.begin(), text.end());
  bytes.push_back(0);
  return bytes;
}

Options options_of(const FileWish& wish, const std::string& token) {
  using Pattern = sdbus::Struct<std::uint32_t, std::string>;
  using Filter = sdbus::Struct<std::string, std::vector<Pattern>>;
  constexpr std::uint32_t kGlob = 0;
  Options options;
  options["handle_token"] = sdbus::Variant(token);
  options["modal"] = sdbus::Variant(true);
  if (!wish.accept.empty()) options["accept_label"] = sdbus::Variant(wish.accept);
  if (!wish.folder.empty()) options["current_folder"] = sdbus::Variant(bytes_of(wish.folder));
  if (wish.what == FileWish::What::Files) options["multiple"] = sdbus::Variant(wish.several);
  if (wish.what == FileWish::What::Save) options["current_name"] = sdbus::Variant(wish.name);
  if (wish.endings.empty()) return options;
  std::vector<Pattern> patterns;
  for (const std::string& ending : wish.endings)
    patterns.emplace_back(kGlob, glob_of(ending));
  const std::vector<Filter> filters = {Filter(wish.kind, patterns),
                                       Filter("All files", {Pattern(kGlob, "*")})};
  options["filters"] = sdbus::Variant(filters);
  return options;
}

/// Where the portal will answer: known beforehand, so that no answer comes before somebody listens.
std::string request_place(const sdbus::IConnection& bus, const std::string& token) {
  std::string sender = bus.getUniqueName().substr(1);  // ":1.42"
  for (char& letter : sender)
    if (letter == '.') letter = '_';
  return std::string(kPlace) + "/request/" + sender + "/" + token;
}

std::unique_ptr<sdbus::IProxy> listen(sdbus::IConnection& bus, const std::string& place,
                                      Answer& answer) {
  auto request = sdbus::createProxy(bus, kPortal, place);
  request->uponSignal("Response")
      .onInterface(kRequest)
      .call([&answer](std::uint32_t response, const Options& results) {
        answer.give(files_in(response, results));
      });
  request->finishRegistration();
  return request;
}

/// A portal that ends while it is asked never answers.
std::unique_ptr<sdbus::IProxy> watch_life(sdbus::IConnection& bus, Answer& answer) {
  auto daemon = sdbus::createProxy(bus, "org.freedesktop.DBus", "/org/freedesktop/DBus");
  daemon->uponSignal("NameOwnerChanged")
      .onInterface("org.freedesktop.DBus")
      .call([&answer](const std::string& name, const std::string& before, const std::string& now) {
        if (name == kPortal && !before.empty() && now.empty())
          answer.give(tl::unexpected(no_portal("the desktop's file chooser went away")));
      });
  daemon->finishRegistration();
  return daemon;
}

Result<ChosenFiles> ask(sdbus::IConnection& bus, const FileWish& wish, unsigned long window,
                        const std::stop_token& stop) {
  static constexpr const char* kToken = "recto";
  Answer answer;
  const std::string expected = request_place(bus, kToken);
  auto request = listen(bus, expected, answer);
  const auto life = watch_life(bus, answer);
  bus.enterEventLoopAsync();
  auto portal = sdbus::createProxy(bus, kPortal, kPlace);
  char parent[32];
  std::snprintf(parent, sizeof parent, window == 0 ? "" : "x11:%lx", window);
  const char* const method = wish.what == FileWish::What::Save ? "SaveFile" : "OpenFile";
  sdbus::ObjectPath place;
  portal->callMethod(method)
      .onInterface(kChooser)
      .withTimeout(kPatience)
      .withArguments(std::string(parent), wish.title, options_of(wish, kToken))
      .storeResultsTo(place);
  if (place != expected) request = listen(bus, place, answer);  // a portal before 0.9
  auto files = answer.wait(stop);
  if (!files) request->callMethod("Close").onInterface(kRequest).withTimeout(1s).dontExpectReply();
  bus.leaveEventLoop();
  return files ? std::move(*files) : ChosenFiles();
}

}  // namespace

std::string glob_of(const std::string& ending) {
  std::string glob = "*";
  for (const char letter : ending) {
    const bool small = letter >= 'a' && letter <= 'z';
    if (small)
      glob.append({'[', letter, static_cast<char>(letter - 'a' + 'A'), ']'});
    else
      glob += letter;
  }
  return glob;
}

Result<ChosenFiles> ask_portal(const FileWish& wish, unsigned long window,
                               const std::stop_token& stop, const std::string& address) {
  try {
    const auto bus = address.empty() ? sdbus::createSessionBusConnection()
                                     : sdbus::createSessionBusConnectionWithAddress(address);
    return ask(*bus, wish, window, stop);
  } catch (const sdbus::Error& error) {
    return tl::unexpected(no_portal("the desktop has no file chooser (" + error.getName() + ")"));
  }
}

}  // namespace recto::ui
