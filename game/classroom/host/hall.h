// The hall: between the lines of phones and the room. Who speaks for which seat, what may be said
// how often, what is written down before it counts, and who is told what.
//
// One thread calls it. It knows no sockets: a Line is whatever carries messages.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "game/classroom/host/journal.h"
#include "game/classroom/host/limits.h"
#include "game/classroom/host/protocol.h"
#include "game/classroom/host/teacher_view.h"
#include "game/classroom/rules/room.h"
#include "game/classroom/rules/standings.h"

namespace recto::classroom {

/// A text in two pieces, of which many messages share the second.
struct Message {
  std::string own;
  std::shared_ptr<const std::string> shared;  ///< may be null
  bool is_state = false;                      ///< replaces an older state that was not sent yet

  /// Bytes that a line holds for itself: what is shared is there once, however many wait for it.
  [[nodiscard]] std::size_t size() const { return own.size(); }
};

class Line {
 public:
  Line() = default;
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  virtual ~Line() = default;

  /// Sends in order. Neither may call the hall back before it returns.
  virtual void send(Message message) = 0;
  /// Sends what waits, then hangs up; `why` is a word for the phone.
  virtual void close(std::string_view why) = 0;
  /// Whom wrong guesses are counted for.
  [[nodiscard]] virtual const std::string& address() const = 0;
};

struct Secrets {
  std::string pin;
  std::string secret;  ///< of the teacher
};

/// What the hall needs from where it stands.
struct Surroundings {
  std::function<Millis()> now;                      ///< monotonic
  std::function<void(std::function<void()>)> post;  ///< later, in the same thread
  std::function<void()> touched = [] {};            ///< room or next_deadline may have changed
  /// What a wall shows of the room may be another now; at once when everyone is told, else at most
  /// five times a second.
  std::function<void()> wall_changed = [] {};
};

class Hall {
 public:
  /// `journal` may be null: then nothing survives. Both must outlive the hall.
  Hall(Room room, Journal* journal, Secrets secrets, Surroundings surroundings);

  void opened(const std::shared_ptr<Line>& line);
  void heard(Line& line, std::string_view text);
  void closed(Line& line);
  /// The way to the phone and back was measured by the host.
  void measured(Line& line, Millis round_trip);

  /// An event of the teacher (or event::Restart). None when it could not be written down.
  std::optional<Effect> command(const Event& event);

  /// To be called when next_deadline() has come.
  void tick();
  [[nodiscard]] std::optional<Millis> next_deadline() const;

  [[nodiscard]] const Room& room() const { return room_; }
  [[nodiscard]] Millis now() const { return around_.now(); }
  [[nodiscard]] std::size_t lines() const { return desks_.size(); }
  /// What the journal said when it last failed.
  [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }

 private:
  /// What is known of a line.
  struct Desk {
    std::shared_ptr<Line> line;
    std::optional<SeatId> seat;
    std::string claims;  ///< the token with which it claimed a seat
    bool is_teacher = false;
    Bucket messages;
    int refusals = 0;
    std::array<Millis, 5> round_trips{};
    std::size_t measured = 0;
  };

  void hear(Desk& desk, const said::Join& join);
  void hear(Desk& desk, const said::Claim& claim);
  void hear(Desk& desk, const said::Ready& ready);
  void hear(Desk& desk, const said::Answer& answer);
  void hear(Desk& desk, const said::Here& here);
  void hear(Desk& desk, const said::TakeHome& wish);
  void hear(Desk& desk, const said::Teach& teach);
  void hear(Desk& desk, const said::Command& command);

  [[nodiscard]] bool knows_pin(Desk& desk, const std::string& pin);
  std::optional<Effect> record(const Event& event);
  void spread(const Event& event, const Effect& effect);
  void sit(Desk& desk, SeatId seat);
  void seat_claimants(SeatId seat);
  void refuse(Desk& desk, std::string_view reason);
  void send_refusal(Desk& desk, std::string message);
  void broadcast();
  void send_slice(std::size_t generation, std::size_t from);
  void send_state(Desk& desk, const std::shared_ptr<const std::string>& shared);
  void send_state(SeatId seat);
  void send_walls();
  [[nodiscard]] Desk* desk_of(SeatId seat);

  Room room_;
  Journal* journal_;
  Secrets secrets_;
  Surroundings around_;
  std::map<Line*, Desk> desks_;
  std::vector<Line*> line_of_;  ///< by seat; null when nobody is on it
  Bucket joins_;
  GuessGuard guesses_;
  std::size_t generation_ = 0;  ///< of the broadcast that is going out
  std::shared_ptr<const std::string> shared_;
  std::vector<std::optional<Standing>> ranking_;  ///< by seat
  std::optional<Millis> walls_due_;
  Millis walls_sent_{0};
  std::vector<SeatShown> shown_seats_;  ///< by seat: what teachers were told last
  std::optional<Error> trouble_;
};

}  // namespace recto::classroom
