#include "game/recto/teacher_terminal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <ostream>
#include <poll.h>
#include <unistd.h>
#include <utility>

#include "content/base/utf8.h"
#include "game/classroom/rules/names.h"
#include "game/classroom/rules/phone_view.h"
#include "game/classroom/rules/standings.h"

namespace recto::app {
namespace {

namespace event = classroom::event;
using classroom::Room;
using classroom::SeatId;

constexpr classroom::Millis kMore{10'000};
constexpr const char* kHelp =
    "next         the next step: start, close, reveal, scoreboard, next question (empty line too)\n"
    "pause        stop the clock, or let it go on\n"
    "more         ten seconds more\n"
    "reopen       answer the closed question once more\n"
    "skip         the question does not count\n"
    "end          to the podium\n"
    "lock, unlock nobody new can join, or can\n"
    "who          everyone, with points\n"
    "kick NAME    out for this session; back NAME takes it back\n"
    "approve NAME, confirm NAME   let in; it is them, with another phone\n"
    "rename NAME = NEW\n"
    "extra NAME PERCENT           more time in each question\n"
    "grant TEXT   counts as right for all who wrote it\n"
    "quit         write the results and stop";

/// A signal handler may only write to a pipe.
std::atomic<int> signal_pipe = -1;
void on_signal(int /*number*/) {
  const int saved = errno;
  const char byte = '!';
  [[maybe_unused]] const ssize_t written = ::write(signal_pipe, &byte, 1);
  errno = saved;
}

std::optional<SeatId> seat_named(std::string_view name, const Room& room) {
  const std::string skeleton = classroom::name_skeleton(classroom::clean_name(name));
  const auto seats = room.roster().seats();
  const auto found = std::ranges::find(seats, skeleton, &classroom::Seat::skeleton);
  if (found == seats.end()) return {};
  return SeatId{static_cast<std::size_t>(found - seats.begin())};
}

TeacherLine about_seat(std::string_view name, const Room& room, auto make) {
  const auto seat = seat_named(name, room);
  if (!seat) return {{}, "nobody is called '" + std::string(name) + "'"};
  return {make(*seat)};
}

std::string everyone(const Room& room) {
  std::string text;
  for (const classroom::Standing& one : classroom::standings(room)) {
    const classroom::Seat& seat = room.roster()[one.seat];
    text += std::to_string(one.place) + ". " + seat.name + " " + std::to_string(one.points) +
            (seat.connected ? "" : " (away)") + "\n";
  }
  for (const classroom::Seat& seat : room.roster().seats()) {
    if (seat.status == classroom::Seat::Status::Waiting) text += seat.name + " (waits)\n";
    if (!seat.claimed_by.empty()) text += seat.name + " (asked for by another phone)\n";
  }
  if (text.empty()) return "nobody yet";
  text.pop_back();
  return text;
}

TeacherLine extra_time(std::string_view rest, const Room& room) {
  const std::size_t blank = rest.rfind(' ');
  int percent = 0;
  if (blank == std::string_view::npos ||
      std::from_chars(rest.data() + blank + 1, rest.data() + rest.size(), percent).ec !=
          std::errc())
    return {{}, "say: extra NAME PERCENT"};
  return about_seat(rest.substr(0, blank), room, [&](SeatId seat) {
    return event::ExtraTime{seat, percent};
  });
}

TeacherLine renaming(std::string_view rest, const Room& room) {
  const std::size_t sign = rest.find('=');
  if (sign == std::string_view::npos) return {{}, "say: rename NAME = NEW"};
  return about_seat(trimmed(rest.substr(0, sign)), room, [&](SeatId seat) {
    return event::Rename{seat, std::string(trimmed(rest.substr(sign + 1)))};
  });
}

}  // namespace

TeacherLine read_teacher_line(std::string_view line, const Room& room) {
  line = trimmed(line);
  const std::string_view verb = line.substr(0, line.find(' '));
  const std::string_view rest = trimmed(line.substr(verb.size()));
  if (verb.empty() || verb == "next") return {event::Next{}};
  if (verb == "pause" && room.paused()) return {event::Resume{}};
  if (verb == "pause") return {event::Pause{}};
  if (verb == "more") return {event::AddTime{kMore}};
  if (verb == "reopen") return {event::Reopen{}};
  if (verb == "skip") return {event::Skip{}};
  if (verb == "end") return {event::End{}};
  if (verb == "lock") return {event::Lock{true}};
  if (verb == "unlock") return {event::Lock{false}};
  if (verb == "who") return {{}, everyone(room)};
  if (verb == "kick") return about_seat(rest, room, [](SeatId s) { return event::Remove{s}; });
  if (verb == "back") return about_seat(rest, room, [](SeatId s) { return event::Readmit{s}; });
  if (verb == "approve") return about_seat(rest, room, [](SeatId s) { return event::Approve{s}; });
  if (verb == "confirm")
    return about_seat(rest, room, [](SeatId s) { return event::ConfirmClaim{s}; });
  if (verb == "rename") return renaming(rest, room);
  if (verb == "extra") return extra_time(rest, room);
  if (verb == "grant") return {event::Grant{room.question(), std::string(rest)}};
  if (verb == "quit") return {{}, {}, true};
  if (verb == "help") return {{}, kHelp};
  return {{}, "'" + std::string(verb) + "' is no command; 'help' lists them"};
}

std::string room_in_a_line(const Room& room) {
  const classroom::Progress progress = classroom::progress_of(room);
  std::string line(name_of(room.stage()));
  if (room.question() >= 0) {
    const auto at = static_cast<std::size_t>(room.question());
    const classroom::Question& question = room.quiz().questions[at];
    line += ", question " + std::to_string(at + 1) + " of " +
            std::to_string(room.quiz().questions.size()) + ": " + question.card.prompt;
    if (room.stage() == classroom::Stage::Reveal) {
      const classroom::Tally tally = classroom::tally_of(room, room.question());
      line += "\n  right: " + classroom::answer_in_words(question) + " (" +
              std::to_string(tally.right) + " of " + std::to_string(tally.answered) + ")";
    }
  }
  return line + "\n  " + std::to_string(progress.answered) + " of " +
         std::to_string(progress.connected) + " connected have answered";
}

TeacherTerminal::TeacherTerminal(classroom::Server& server, classroom::Hall& hall,
                                 std::ostream& err)
    : server_(server), hall_(hall), err_(err) {
  if (::pipe(wake_) != 0) return;  // then there are no commands; the quiz can be ended by a signal
  signal_pipe = wake_[1];
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  listening_ = std::thread([this] { listen(); });
}

TeacherTerminal::~TeacherTerminal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
  signal_pipe = -1;
  ::close(wake_[1]);  // wakes the thread
  if (listening_.joinable()) listening_.join();
  ::close(wake_[0]);
}

void TeacherTerminal::listen() {
  std::string waiting;
  std::array<pollfd, 2> ends = {{{wake_[0], POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}}};
  while (true) {
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
    if (ends[0].revents != 0) {
      interrupted_ = (ends[0].revents & POLLIN) != 0;
      server_.stop();
      return;
    }
    if (ends[1].revents == 0) continue;
    std::array<char, 4096> buffer{};
    const ssize_t size = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (size <= 0) {
      ends[1].fd = -1;  // no more commands
      continue;
    }
    waiting.append(buffer.data(), static_cast<std::size_t>(size));
    for (std::size_t end = 0; (end = waiting.find('\n')) != std::string::npos;) {
      server_.post([this, line = waiting.substr(0, end)] { hear(line); });
      waiting.erase(0, end + 1);
    }
  }
}

void TeacherTerminal::hear(const std::string& line) {
  const TeacherLine read = read_teacher_line(line, hall_.room());
  if (!read.told.empty()) err_ << read.told << '\n';
  if (read.quits) return server_.stop();
  if (!read.event) return;
  const auto effect = hall_.command(*read.event);
  if (!effect)
    err_ << "recto: " << message(*hall_.trouble()) << '\n';
  else if (effect->refusal)
    err_ << "not now: " << name_of(effect->refusal->reason) << '\n';
  else
    err_ << room_in_a_line(hall_.room()) << '\n';
}

}  // namespace recto::app
