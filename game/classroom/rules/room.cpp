// Stages and their times; what the teacher does. Answers and points: room_answers.cpp.
#include "game/classroom/rules/room.h"

#include <algorithm>
#include <array>
#include <utility>

#include "game/classroom/rules/scoring.h"

namespace recto::classroom {
namespace {

constexpr Millis kWaitForReady{2000};  // L7
constexpr Millis kMostAddedTime{600'000};
constexpr int kMostExtraPercent = 300;

Effect refuse(Reason reason, std::optional<SeatId> seat = {}) {
  return {Refusal{reason}, seat, Effect::Change::None};
}

Effect everyone() {
  return {{}, {}, Effect::Change::Everyone};
}

bool plays(const Seat& seat) {
  return seat.connected && seat.status == Seat::Status::In;
}

}  // namespace

std::string_view name_of(Stage stage) {
  constexpr std::array<std::string_view, 9> kNames = {"lobby",     "reading", "answering",
                                                      "closed",    "reveal",  "scoreboard",
                                                      "own_speed", "podium",  "finished"};
  return kNames.at(static_cast<std::size_t>(stage));
}

Room::Room(Quiz quiz, Settings settings, const Lexicon* lexicon, std::vector<std::string> unwelcome)
    : quiz_(std::move(quiz)),
      settings_(std::move(settings)),
      lexicon_(lexicon),
      roster_(std::move(unwelcome)),
      asked_(quiz_.questions.size()),
      granted_(quiz_.questions.size()),
      hands_(quiz_.questions.size()) {}

Effect Room::apply(Millis now, const Event& event) {
  last_ = now = std::max(now, last_);
  const bool due_before = run_due(now);
  Effect effect = std::visit(
      [&](const auto& what) {
        if constexpr (requires { what.seat; })
          if (!roster_.has(what.seat)) return refuse(Reason::UnknownSeat);
        return on(now, what);
      },
      event);
  const bool due_after = run_due(now);
  if (due_before || due_after) effect.change = Effect::Change::Everyone;
  return effect;
}

// Time.

Millis Room::clock(Millis now) const {
  return paused_since_.value_or(now) - paused_total_;
}

Millis Room::limit_of(const Seat& seat) const {
  return limit_ * (100 + seat.extra_percent) / 100;
}

/// Answers of the class are let in until the slowest line has had its grace; a pupil with extra
/// time is waited for as long as there is no answer of theirs (L7, L9, L12).
Millis Room::closing_time() const {
  Millis latest = limit_;
  for (const Seat& seat : roster_.seats()) {
    if (!plays(seat)) continue;
    const auto& given = seat.given[static_cast<std::size_t>(question_)];
    const bool waits = !given || given->round != round_;
    latest = std::max(latest, (waits ? limit_of(seat) : limit_) + seat.credit);
  }
  return began_ + latest;
}

bool Room::all_ready() const {
  return std::ranges::all_of(roster_.seats(), [&](const Seat& seat) {
    return !plays(seat) || seat.ready_for == question_;
  });
}

bool Room::all_answered() const {
  bool any = false;
  for (const Seat& seat : roster_.seats()) {
    if (!plays(seat)) continue;
    const auto& given = seat.given[static_cast<std::size_t>(question_)];
    if (!given || given->round != round_) return false;
    any = true;
  }
  return any;
}

std::optional<Millis> Room::due_on_clock() const {
  switch (stage_) {
    case Stage::Reading: {
      const Millis end = began_ + current().reading;
      return clock(last_) < end || all_ready() ? end : end + kWaitForReady;
    }
    case Stage::Answering: {
      if (limit_ == Millis{0}) return {};
      // Until the class's own time is up nobody need ask each seat how long it is waited for. An
      // answer on the dot is in time.
      const Millis end = began_ + limit_;
      return (clock(last_) <= end ? end : closing_time()) + Millis{1};
    }
    case Stage::OwnSpeed:
      if (limit_ > Millis{0}) return began_ + limit_;
      return {};
    default: return {};
  }
}

std::optional<Millis> Room::next_deadline() const {
  if (paused_since_) return {};
  const auto due = due_on_clock();
  if (!due) return {};
  return *due + paused_total_;
}

bool Room::run_due(Millis now) {
  if (paused_since_) return false;
  const auto due = due_on_clock();
  const bool late = due && clock(now) >= *due;
  if (stage_ == Stage::Reading && late) {
    open(now);
    return true;
  }
  if (stage_ == Stage::Answering && (late || all_answered())) {
    close();
    return true;
  }
  if (stage_ == Stage::OwnSpeed && late) {
    finish_questions();
    return true;
  }
  return false;
}

std::optional<Millis> Room::time_left(Millis now) const {
  const bool runs = stage_ == Stage::Answering || stage_ == Stage::OwnSpeed;
  if (!runs || limit_ == Millis{0}) return {};
  return std::max(Millis{0}, began_ + limit_ - clock(now));
}

std::optional<Millis> Room::time_left(Millis now, SeatId seat) const {
  if (stage_ != Stage::Answering || limit_ == Millis{0}) return time_left(now);
  return std::max(Millis{0}, began_ + limit_of(roster_[seat]) - clock(now));
}

// Stages.

void Room::begin(int question, Millis now) {
  question_ = question;
  round_ = 1;
  began_ = clock(now);
  limit_ = current().time;
  // A slide has nothing to answer, and so nothing to reveal.
  const bool slide = current().kind == QuestionKind::Slide;
  stage_ = slide ? Stage::Reveal : Stage::Reading;
  asked_[static_cast<std::size_t>(question)] = slide ? Asked::Counted : Asked::Open;
}

void Room::begin_next(Millis now) {
  if (question_ + 1 < static_cast<int>(quiz_.questions.size()))
    begin(question_ + 1, now);
  else
    finish_questions();
}

void Room::open(Millis now) {
  stage_ = Stage::Answering;
  began_ = clock(now);
}

void Room::close() {
  stage_ = Stage::Closed;
  settle(question_);
}

void Room::reveal() {
  stage_ = Stage::Reveal;
  asked_[static_cast<std::size_t>(question_)] = Asked::Counted;
}

void Room::finish_questions() {
  if (stage_ == Stage::OwnSpeed)
    for (int question = 0; question < static_cast<int>(asked_.size()); ++question) {
      settle(question);
      asked_[static_cast<std::size_t>(question)] = Asked::Counted;
    }
  for (Asked& asked : asked_)
    if (asked == Asked::Open) asked = Asked::Void;
  paused_since_.reset();
  stage_ = Stage::Podium;
}

Effect Room::on(Millis now, const event::Next&) {
  if (paused_since_) return refuse(Reason::Paused);
  switch (stage_) {
    case Stage::Lobby:
      if (quiz_.questions.empty()) return refuse(Reason::NotNow);
      if (settings_.pace == Pace::Together) {
        begin(0, now);
      } else {
        stage_ = Stage::OwnSpeed;
        began_ = clock(now);
        limit_ = settings_.deadline;
      }
      break;
    case Stage::Reading: open(now); break;
    case Stage::Answering: close(); break;
    case Stage::Closed: reveal(); break;
    case Stage::Reveal: {
      const bool scored =
          current().kind != QuestionKind::Poll && current().kind != QuestionKind::Slide;
      if (scored && settings_.leaderboard == Leaderboard::AfterEach)
        stage_ = Stage::Scoreboard;
      else
        begin_next(now);
      break;
    }
    case Stage::Scoreboard: begin_next(now); break;
    case Stage::OwnSpeed: finish_questions(); break;
    case Stage::Podium: stage_ = Stage::Finished; break;
    case Stage::Finished: return refuse(Reason::NotNow);
  }
  return everyone();
}

Effect Room::on(Millis now, const event::Pause&) {
  const bool runs =
      stage_ == Stage::Reading || stage_ == Stage::Answering || stage_ == Stage::OwnSpeed;
  if (paused_since_ || !runs) return refuse(Reason::NotNow);
  paused_since_ = now;
  return everyone();
}

Effect Room::on(Millis now, const event::Resume&) {
  if (!paused_since_) return refuse(Reason::NotNow);
  paused_total_ += now - *paused_since_;
  paused_since_.reset();
  return everyone();
}

Effect Room::on(Millis, const event::AddTime& more) {
  const bool runs = stage_ == Stage::Answering || stage_ == Stage::OwnSpeed;
  if (!runs || limit_ == Millis{0}) return refuse(Reason::NotNow);
  if (more.time <= Millis{0} || more.time > kMostAddedTime) return refuse(Reason::Malformed);
  limit_ += more.time;
  return everyone();
}

Effect Room::on(Millis now, const event::Reopen&) {
  if (stage_ != Stage::Closed) return refuse(Reason::NotNow);
  ++round_;
  stage_ = Stage::Answering;
  // The clock of the first round goes on: whoever answers now has needed at least that long.
  if (current().time > Millis{0}) limit_ = clock(now) - began_ + current().time;
  return everyone();
}

Effect Room::on(Millis now, const event::Skip&) {
  if (paused_since_) return refuse(Reason::Paused);
  if (stage_ != Stage::Reading && stage_ != Stage::Answering && stage_ != Stage::Closed)
    return refuse(Reason::NotNow);
  asked_[static_cast<std::size_t>(question_)] = Asked::Void;
  begin_next(now);
  return everyone();
}

Effect Room::on(Millis, const event::End&) {
  if (stage_ == Stage::Podium || stage_ == Stage::Finished) return refuse(Reason::NotNow);
  finish_questions();
  return everyone();
}

Effect Room::on(Millis, const event::Tick&) {
  return {};
}

Effect Room::on(Millis now, const event::Restart&) {
  for (Seat& seat : roster_.seats())
    seat.connected = false;
  const bool runs =
      stage_ == Stage::Reading || stage_ == Stage::Answering || stage_ == Stage::OwnSpeed;
  if (runs && !paused_since_) paused_since_ = now;
  return everyone();
}

// Seats.

Effect Room::about(const Roster::Outcome& outcome, Effect::Change change) const {
  if (!outcome) return {outcome.error(), {}, Effect::Change::None};
  return {{}, *outcome, change};
}

Effect Room::on(Millis now, const event::Join& join) {
  const bool is_new = !roster_.seat_of(join.token);
  const auto outcome = roster_.join(now, join, settings_, quiz_.questions.size());
  if (outcome && is_new && stage_ != Stage::Lobby && settings_.late_join == LateJoin::Median)
    roster_[*outcome].head_start = median_score();
  return about(outcome, Effect::Change::OneSeat);
}

Effect Room::on(Millis, const event::Claim& claim) {
  return about(roster_.claim(claim), Effect::Change::None);
}

Effect Room::on(Millis, const event::Connect& connect) {
  Seat& seat = roster_[connect.seat];
  if (seat.status == Seat::Status::Removed) return refuse(Reason::Removed, connect.seat);
  seat.connected = true;
  seat.claimed_by.clear();
  return {{}, connect.seat, Effect::Change::OneSeat};
}

Effect Room::on(Millis, const event::Disconnect& disconnect) {
  roster_[disconnect.seat].connected = false;
  return {{}, disconnect.seat, Effect::Change::None};
}

Effect Room::on(Millis, const event::Latency& latency) {
  roster_[latency.seat].credit = credit_of(latency.round_trip);
  return {{}, latency.seat, Effect::Change::None};
}

Effect Room::on(Millis, const event::Ready& ready) {
  if (ready.question != question_) return refuse(Reason::OtherQuestion, ready.seat);
  roster_[ready.seat].ready_for = ready.question;
  return {{}, ready.seat, Effect::Change::None};
}

Effect Room::on(Millis, const event::Lock& lock) {
  roster_.lock(lock.locked);
  return {};
}

Effect Room::on(Millis, const event::Remove& remove) {
  Seat& seat = roster_[remove.seat];
  if (seat.status == Seat::Status::Removed) return refuse(Reason::NotNow, remove.seat);
  seat.status = Seat::Status::Removed;
  seat.connected = false;
  return {{}, remove.seat, Effect::Change::OneSeat};
}

Effect Room::on(Millis, const event::Readmit& readmit) {
  Seat& seat = roster_[readmit.seat];
  if (seat.status != Seat::Status::Removed) return refuse(Reason::NotNow, readmit.seat);
  seat.status = Seat::Status::In;
  return {{}, readmit.seat, Effect::Change::OneSeat};
}

Effect Room::on(Millis, const event::Rename& rename) {
  return about(roster_.rename(rename.seat, rename.name), Effect::Change::OneSeat);
}

Effect Room::on(Millis, const event::Approve& approve) {
  Seat& seat = roster_[approve.seat];
  if (seat.status != Seat::Status::Waiting) return refuse(Reason::NotNow, approve.seat);
  seat.status = Seat::Status::In;
  return {{}, approve.seat, Effect::Change::OneSeat};
}

Effect Room::on(Millis, const event::ConfirmClaim& confirm) {
  return about(roster_.confirm_claim(confirm.seat), Effect::Change::OneSeat);
}

Effect Room::on(Millis, const event::ExtraTime& extra) {
  if (extra.percent < 0 || extra.percent > kMostExtraPercent)
    return refuse(Reason::Malformed, extra.seat);
  roster_[extra.seat].extra_percent = extra.percent;
  return {{}, extra.seat, Effect::Change::OneSeat};
}

}  // namespace recto::classroom
