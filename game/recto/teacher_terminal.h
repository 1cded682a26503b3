// The teacher at a terminal: lines of standard input are steps of the quiz, and what happens is
// told in lines.
#pragma once

#include <atomic>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "game/classroom/host/hall.h"
#include "game/classroom/host/server.h"

namespace recto::app {

/// What one line asks for, or why it cannot be done.
struct TeacherLine {
  std::optional<classroom::Event> event{};
  std::string told{};  ///< what to say; may be empty
  bool quits = false;
};

/// Reads a command; names are those of the room's seats, as they look alike. Pure.
[[nodiscard]] TeacherLine read_teacher_line(std::string_view line, const classroom::Room& room);

/// One line about the room: stage, question, how many have answered.
[[nodiscard]] std::string room_in_a_line(const classroom::Room& room);

/// Reads standard input in a thread of its own as long as it lives; every command runs in the
/// server's. SIGINT and SIGTERM stop the server too. At the end of the input the quiz goes on.
class TeacherTerminal {
 public:
  TeacherTerminal(classroom::Server& server, classroom::Hall& hall, std::ostream& err);
  TeacherTerminal(const TeacherTerminal&) = delete;
  TeacherTerminal& operator=(const TeacherTerminal&) = delete;
  ~TeacherTerminal();

  [[nodiscard]] bool was_interrupted() const { return interrupted_; }

 private:
  void listen();
  void hear(const std::string& line);

  classroom::Server& server_;
  classroom::Hall& hall_;
  std::ostream& err_;
  std::atomic<bool> interrupted_ = false;
  int wake_[2] = {-1, -1};  ///< a pipe: its end, or a signal, wakes the thread
  std::thread listening_;
};

}  // namespace recto::app
