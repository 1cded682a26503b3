#include "game/classroom/host/hall.h"

#include <algorithm>
#include <utility>

#include "content/deck/deck_file.h"
#include "game/classroom/rules/results.h"
#include "game/classroom/rules/scoring.h"

namespace recto::classroom {
namespace {

// A person taps less than once a second; order and several take a few more.
constexpr double kMessagesAtOnce = 20;
constexpr double kMessagesPerSecond = 3;
constexpr double kTeacherMessagesAtOnce = 200;
constexpr double kTeacherMessagesPerSecond = 20;
constexpr int kMostRefusals = 50;
constexpr double kJoinsPerSecond = 100;
constexpr Millis kBetweenWalls{200};
constexpr Millis kWorthNoting{
    10};  // smaller changes of a line's credit change no place in the class
/// Acknowledgements slip in between slices: with 1,000 phones their 99th percentile fell from 12.7
/// to 3.5 ms, with 5,000 from 58 to 5 ms.
constexpr std::size_t kSlice = 32;

Message plain(std::string text) {
  return {std::move(text), nullptr, false};
}

}  // namespace

Hall::Hall(Room room, Journal* journal, Secrets secrets, Surroundings surroundings)
    : room_(std::move(room)),
      journal_(journal),
      secrets_(std::move(secrets)),
      around_(std::move(surroundings)),
      joins_(static_cast<double>(room_.settings().most_seats), kJoinsPerSecond) {}

void Hall::opened(const std::shared_ptr<Line>& line) {
  desks_.try_emplace(line.get(),
                     Desk{line, {}, {}, false, Bucket(kMessagesAtOnce, kMessagesPerSecond)});
}

void Hall::heard(Line& line, std::string_view text) {
  const auto found = desks_.find(&line);
  if (found == desks_.end()) return;
  Desk& desk = found->second;
  if (!desk.messages.take(now())) {
    refuse(desk, "too_fast");
  } else if (const auto said = read_said(text)) {
    std::visit([&](const auto& what) { hear(desk, what); }, *said);
  } else {
    refuse(desk, said.error().what);
  }
  around_.touched();
}

void Hall::closed(Line& line) {
  const auto found = desks_.find(&line);
  if (found == desks_.end()) return;
  const std::optional<SeatId> seat = found->second.seat;
  desks_.erase(found);
  if (seat && line_of_[static_cast<std::size_t>(*seat)] == &line) {
    line_of_[static_cast<std::size_t>(*seat)] = nullptr;
    record(event::Disconnect{*seat});
  }
  around_.touched();
}

void Hall::measured(Line& line, Millis round_trip) {
  const auto found = desks_.find(&line);
  if (found == desks_.end()) return;
  Desk& desk = found->second;
  desk.round_trips[desk.measured++ % desk.round_trips.size()] = round_trip;
  if (!desk.seat) return;
  const auto known = std::min(desk.measured, desk.round_trips.size());
  const Millis least = *std::min_element(
      desk.round_trips.begin(), desk.round_trips.begin() + static_cast<std::ptrdiff_t>(known));
  const Millis change = credit_of(least) - room_.roster()[*desk.seat].credit;
  if (std::chrono::abs(change) >= kWorthNoting) record(event::Latency{*desk.seat, least});
}

std::optional<Effect> Hall::command(const Event& event) {
  auto effect = record(event);
  around_.touched();
  return effect;
}

void Hall::tick() {
  if (const auto due = room_.next_deadline(); due && *due <= now()) record(event::Tick{});
  if (walls_due_ && *walls_due_ <= now()) send_walls();
  around_.touched();
}

std::optional<Millis> Hall::next_deadline() const {
  const auto due = room_.next_deadline();
  if (!due || !walls_due_) return due ? due : walls_due_;
  return std::min(*due, *walls_due_);
}

// What phones and remotes say.

bool Hall::knows_pin(Desk& desk, const std::string& pin) {
  const std::string& address = desk.line->address();
  if (!guesses_.may_guess(now(), address)) {
    refuse(desk, "wait");
    return false;
  }
  if (same_secret(pin, secrets_.pin)) return true;
  guesses_.was_wrong(now(), address);
  refuse(desk, "wrong_pin");
  return false;
}

void Hall::hear(Desk& desk, const said::Join& join) {
  if (desk.seat) return refuse(desk, "seated");
  if (!room_.roster().seat_of(join.token)) {
    if (join.name.empty() && join.pin.empty())
      return send_refusal(desk, no_seat_message(room_.settings().naming));
    if (!knows_pin(desk, join.pin)) return;
    if (!joins_.take(now())) return refuse(desk, "too_fast");
  }
  const auto effect = record(event::Join{join.token, join.name});
  if (!effect) return refuse(desk, "disk");
  if (effect->refusal)
    return send_refusal(
        desk, refused_message(name_of(effect->refusal->reason), effect->refusal->suggestion));
  sit(desk, *effect->seat);
}

void Hall::hear(Desk& desk, const said::Claim& claim) {
  if (desk.seat) return refuse(desk, "seated");
  if (!knows_pin(desk, claim.pin)) return;
  const auto effect = record(event::Claim{claim.token, claim.name});
  if (!effect) return refuse(desk, "disk");
  if (effect->refusal) return refuse(desk, name_of(effect->refusal->reason));
  desk.claims = claim.token;
  desk.line->send(plain(refused_message("claimed")));
}

void Hall::hear(Desk& desk, const said::Ready& ready) {
  if (!desk.seat) return refuse(desk, "no_seat");
  if (ready.question == room_.question()) record(event::Ready{*desk.seat, ready.question});
}

void Hall::hear(Desk& desk, const said::Answer& answer) {
  if (!desk.seat) return refuse(desk, "no_seat");
  const auto effect =
      record(event::Answer{*desk.seat, answer.question, answer.round, answer.response});
  if (effect && !effect->refusal)
    return desk.line->send(plain(taken_message(answer.question, answer.round)));
  const std::string_view why = effect ? name_of(effect->refusal->reason) : "disk";
  send_refusal(desk, refused_answer(why, answer.question, answer.round));
}

void Hall::hear(Desk& desk, const said::Here&) {
  desk.line->send(plain(here_message()));
}

void Hall::hear(Desk& desk, const said::TakeHome&) {
  if (!desk.seat) return refuse(desk, "no_seat");
  const bool over = room_.stage() == Stage::Podium || room_.stage() == Stage::Finished;
  if (!over || room_.roster()[*desk.seat].status != Seat::Status::In)
    return refuse(desk, name_of(Reason::NotNow));
  const Deck missed = take_home(room_, *desk.seat);
  if (missed.cards.empty()) return refuse(desk, name_of(Reason::NotNow));
  desk.line->send(plain(deck_message(write_deck(missed))));
}

void Hall::hear(Desk& desk, const said::Teach& teach) {
  const std::string& address = desk.line->address();
  if (!guesses_.may_guess(now(), address)) return refuse(desk, "wait");
  if (!same_secret(teach.secret, secrets_.secret)) {
    guesses_.was_wrong(now(), address);
    return refuse(desk, "wrong_secret");
  }
  desk.is_teacher = true;
  desk.messages = Bucket(kTeacherMessagesAtOnce, kTeacherMessagesPerSecond);
  desk.line->send(plain(wall_message(room_, now())));
  std::vector<SeatShown> nothing_yet;
  if (std::string seats = seats_message(room_, nothing_yet); !seats.empty())
    desk.line->send({{}, std::make_shared<const std::string>(std::move(seats)), false});
}

void Hall::hear(Desk& desk, const said::Command& command) {
  if (!desk.is_teacher) return refuse(desk, "not_teacher");
  const auto effect = record(command.event);
  if (!effect) return refuse(desk, "disk");
  if (effect->refusal) refuse(desk, name_of(effect->refusal->reason));
}

void Hall::refuse(Desk& desk, std::string_view reason) {
  send_refusal(desk, refused_message(reason));
}

void Hall::send_refusal(Desk& desk, std::string message) {
  desk.line->send(plain(std::move(message)));
  if (++desk.refusals == kMostRefusals) desk.line->close("too_many_refusals");
}

// What follows from it.

/// Writes down, then applies, then tells.
std::optional<Effect> Hall::record(const Event& event) {
  const TimedEvent timed{now(), event};
  if (journal_ != nullptr) {
    if (auto written = journal_->append(timed); !written) {
      trouble_ = written.error();
      return {};
    }
  }
  const Effect effect = room_.apply(timed.at, event);
  spread(event, effect);
  return effect;
}

void Hall::spread(const Event& event, const Effect& effect) {
  line_of_.resize(room_.roster().seats().size());
  if (!effect.refusal && !walls_due_) walls_due_ = std::max(now(), walls_sent_ + kBetweenWalls);
  if (effect.change == Effect::Change::Everyone) {
    broadcast();
    send_walls();
  }
  if (effect.refusal || !effect.seat) return;
  if (effect.change == Effect::Change::OneSeat) send_state(*effect.seat);
  if (std::holds_alternative<event::ConfirmClaim>(event)) seat_claimants(*effect.seat);
  if (std::holds_alternative<event::Remove>(event))
    if (Desk* const desk = desk_of(*effect.seat)) desk->line->close("removed");
}

/// The newest line of a phone is the one that counts: the old one is dead, or another tab.
void Hall::sit(Desk& desk, SeatId seat) {
  if (Desk* const before = desk_of(seat); before != nullptr && before != &desk) {
    before->seat.reset();
    before->line->close("elsewhere");
  }
  desk.seat = seat;
  desk.claims.clear();
  line_of_[static_cast<std::size_t>(seat)] = desk.line.get();
  if (!record(event::Connect{seat})) refuse(desk, "disk");
}

void Hall::seat_claimants(SeatId seat) {
  if (Desk* const before = desk_of(seat)) {
    before->seat.reset();
    before->line->close("elsewhere");
  }
  for (auto& [line, desk] : desks_)
    if (!desk.claims.empty() && desk.claims == room_.roster()[seat].token) return sit(desk, seat);
}

Hall::Desk* Hall::desk_of(SeatId seat) {
  const auto at = static_cast<std::size_t>(seat);
  if (at >= line_of_.size() || line_of_[at] == nullptr) return nullptr;
  const auto found = desks_.find(line_of_[at]);
  return found == desks_.end() ? nullptr : &found->second;
}

// Telling.

void Hall::send_state(Desk& desk, const std::shared_ptr<const std::string>& shared) {
  desk.line->send({own_part(own_view(room_, *desk.seat, now(), ranking_)), shared, true});
}

void Hall::send_state(SeatId seat) {
  Desk* const desk = desk_of(seat);
  if (desk == nullptr) return;
  send_state(*desk, std::make_shared<const std::string>(shared_part(shared_view(room_, now()))));
}

void Hall::broadcast() {
  ++generation_;
  shared_ = std::make_shared<const std::string>(shared_part(shared_view(room_, now())));
  ranking_ = standings_by_seat(room_);
  send_slice(generation_, 0);
}

/// Stops when a newer broadcast has begun: that one reaches everyone.
void Hall::send_slice(std::size_t generation, std::size_t from) {
  if (generation != generation_) return;
  std::size_t sent = 0;
  for (; from < line_of_.size() && sent < kSlice; ++from)
    if (Desk* const desk = desk_of(SeatId{from})) {
      send_state(*desk, shared_);
      ++sent;
    }
  if (from < line_of_.size())
    around_.post([this, generation, from] { send_slice(generation, from); });
}

void Hall::send_walls() {
  walls_due_.reset();
  walls_sent_ = now();
  around_.wall_changed();
  const bool any =
      std::ranges::any_of(desks_, [](const auto& entry) { return entry.second.is_teacher; });
  if (!any) return;
  const auto wall = std::make_shared<const std::string>(wall_message(room_, now()));
  const auto seats = std::make_shared<const std::string>(seats_message(room_, shown_seats_));
  for (auto& [line, desk] : desks_) {
    if (!desk.is_teacher) continue;
    desk.line->send({{}, wall, true});
    if (!seats->empty()) desk.line->send({{}, seats, false});
  }
}

}  // namespace recto::classroom
