// Who sits in the room: joining, names, coming back, removing, locking (L10, L11, L13, L14).
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "game/classroom/rules/event.h"
#include "game/classroom/rules/quiz.h"
#include "game/study/grading.h"

namespace recto::classroom {

/// Why something was refused, and what would do instead.
struct Refusal {
  Reason reason = Reason::NotNow;
  std::string suggestion{};  ///< NameTaken: a name that is free

  bool operator==(const Refusal&) const = default;
};

/// An answer as it counts. The verdict and the share are known once the question is closed.
struct Given {
  Response response;
  int round = 1;
  Millis taken{0};  ///< since the answers opened, pauses and half the round trip taken off
  study::Verdict verdict = study::Verdict::Wrong;
  double share = 0;  ///< how right, 0 to 1

  bool operator==(const Given&) const = default;
};

struct Seat {
  enum class Status { Waiting, In, Removed };
  std::string token;
  std::string name;
  std::string skeleton;
  Status status = Status::In;
  int team = -1;  ///< place in Settings::teams
  bool connected = false;
  Millis credit{0};
  int extra_percent = 0;
  int head_start = 0;                       ///< points for joining late
  int ready_for = -1;                       ///< the last question that the phone said it shows
  int at = 0;                               ///< OwnSpeed: the question it is at
  std::string claimed_by;                   ///< token of another phone that wants this seat
  std::vector<std::optional<Given>> given;  ///< by question

  bool operator==(const Seat&) const = default;
};

class Roster {
 public:
  /// `unwelcome`: skeletons of words that no name may hold.
  explicit Roster(std::vector<std::string> unwelcome) : unwelcome_(std::move(unwelcome)) {}

  using Outcome = tl::expected<SeatId, Refusal>;

  /// A seat for a new token, or the seat it has already. Twenty similar names within five seconds
  /// lock the room, until the teacher unlocks it; then that is not done again.
  Outcome join(Millis now, const event::Join& join, const Settings& settings,
               std::size_t questions);
  Outcome claim(const event::Claim& claim);
  Outcome rename(SeatId id, std::string_view name);
  Outcome confirm_claim(SeatId id);
  void lock(bool locked);

  [[nodiscard]] bool has(SeatId seat) const {
    return static_cast<std::size_t>(seat) < seats_.size();
  }
  [[nodiscard]] Seat& operator[](SeatId seat) { return seats_[static_cast<std::size_t>(seat)]; }
  [[nodiscard]] const Seat& operator[](SeatId seat) const {
    return seats_[static_cast<std::size_t>(seat)];
  }
  [[nodiscard]] std::span<Seat> seats() { return seats_; }
  [[nodiscard]] std::span<const Seat> seats() const { return seats_; }
  [[nodiscard]] std::optional<SeatId> seat_of(std::string_view token) const;
  [[nodiscard]] bool locked() const { return locked_; }
  [[nodiscard]] bool locked_by_flood() const { return locked_ && flooded_; }

  bool operator==(const Roster&) const = default;

 private:
  struct Arrival {
    Millis at;
    std::string stem;
    bool operator==(const Arrival&) const = default;
  };

  [[nodiscard]] std::optional<Refusal> refusal_of(const std::string& name,
                                                  std::optional<SeatId> own) const;
  [[nodiscard]] std::string free_name_like(const std::string& name) const;
  [[nodiscard]] std::string free_given_name() const;
  [[nodiscard]] std::optional<SeatId> seat_named(std::string_view skeleton) const;
  [[nodiscard]] int smallest_team(std::size_t teams) const;
  void watch_for_flood(Millis now, const std::string& name);

  std::vector<Seat> seats_;
  std::map<std::string, SeatId, std::less<>> by_token_;
  std::map<std::string, SeatId, std::less<>> by_skeleton_;
  std::vector<std::string> unwelcome_;
  std::deque<Arrival> arrivals_;  ///< of the last five seconds
  bool locked_ = false;
  bool flooded_ = false;  ///< it locked itself once
};

}  // namespace recto::classroom
