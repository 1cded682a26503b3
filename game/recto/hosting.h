// A hosted quiz with all that it stands on: journal, room, hall, server. What the window and
// `recto host` have in common.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/words/lexicon.h"
#include "game/classroom/host/hall.h"
#include "game/classroom/host/journal.h"
#include "game/classroom/host/server.h"
#include "game/classroom/rules/quiz.h"

namespace recto::app {

inline constexpr std::uint16_t kUsualPort = 8765;

/// What is to be hosted, and where.
struct HostPlan {
  std::string deck;  ///< the deck file's text; a journal that is there already has its own
  classroom::Settings settings;
  std::filesystem::path journal;
  bool anew = false;  ///< an old journal is set aside
  std::uint16_t port = kUsualPort;
  bool any_port = false;  ///< another one will do when that is taken
  std::vector<std::string>
      bind;  ///< addresses to listen on; none: the local networks' and this machine
};

/// How phones come in.
struct WayIn {
  std::vector<std::string> urls;  ///< the likeliest for a class first
  std::string pin;
  std::string secret;     ///< the teacher's
  bool is_local = false;  ///< there is no network: phones cannot come in

  bool operator==(const WayIn&) const = default;
};
/// What the QR code holds: the first address, with the PIN.
[[nodiscard]] std::string url_with_pin(const WayIn& way_in);

/// The teacher's own view: one of the addresses with the secret behind a "#", which browsers keep
/// to themselves.
[[nodiscard]] std::string teachers_link(const std::string& url, const WayIn& way_in);

class Hosting {
 public:
  /// Begins a quiz, or goes on with the one in the journal: same PIN, seats and points; its clock
  /// stands then. `assets`: with the phone page and the words that no name may hold. `lexicon` may
  /// be null, and outlives it. `wall_changed` is called in the thread that serves. Errors: BadInput
  /// for a deck that cannot be read or asked; what Journal and Server say.
  [[nodiscard]] static Result<std::unique_ptr<Hosting>> open(
      const HostPlan& plan, const std::filesystem::path& assets, const Lexicon* lexicon,
      std::function<void()> wall_changed = [] {});

  Hosting(const Hosting&) = delete;
  Hosting& operator=(const Hosting&) = delete;
  ~Hosting();

  [[nodiscard]] classroom::Hall& hall() { return *hall_; }
  [[nodiscard]] classroom::Server& server() { return *server_; }
  [[nodiscard]] const WayIn& way_in() const { return way_in_; }
  [[nodiscard]] bool was_resumed() const { return resumed_; }
  /// What stays the same when it is resumed, and nobody else's quiz has; tells nothing about the
  /// secrets.
  [[nodiscard]] const std::string& key() const { return key_; }

 private:
  explicit Hosting(classroom::Journal journal) : journal_(std::move(journal)) {}

  classroom::Journal journal_;
  std::unique_ptr<classroom::Server> server_;
  std::optional<classroom::Hall> hall_;
  WayIn way_in_;
  std::string key_;
  bool resumed_ = false;
};

}  // namespace recto::app
