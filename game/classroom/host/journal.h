// The journal of a hosted quiz: what brings it back after the host's end (L17).
//
// A text file, readable by its owner alone: one line of JSON with what the quiz began with, then a
// line for each event (rules/event_log.h), in the order in which they were applied.
//
// A line is handed to the system before its event has any effect, so that kill -9 loses nothing
// that a phone was told. It is forced to the disk in another thread, within about a second: a power
// cut may take the last second.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "game/classroom/rules/event.h"
#include "game/classroom/rules/quiz.h"

namespace recto::classroom {

/// What a quiz begins with: the same head and events give the same room.
struct JournalHead {
  std::string pin;
  std::string secret;
  std::uint64_t seed = 0;  ///< of make_quiz
  Settings settings;
  std::string deck;  ///< the deck file's text

  bool operator==(const JournalHead&) const = default;
};

class Journal {
 public:
  struct Kept;

  /// Begins a new one. Error: Failed when the file is there already or cannot be written.
  [[nodiscard]] static Result<Journal> begin(const std::filesystem::path& path,
                                             const JournalHead& head);

  /// Reads one and goes on with it. A last line that was cut off is taken away. Errors: NotFound;
  /// BadInput with the line in `where`; Failed when another host has it open.
  [[nodiscard]] static Result<Kept> resume(const std::filesystem::path& path);

  /// What one began with, whoever has it open. Errors: as resume().
  [[nodiscard]] static Result<JournalHead> look(const std::filesystem::path& path);

  /// Error: Failed (no room on the disk); then the file is as before.
  [[nodiscard]] Result<void> append(const TimedEvent& event);

  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) noexcept;
  ~Journal();

 private:
  class File;
  explicit Journal(std::unique_ptr<File> file);

  std::unique_ptr<File> file_;
};

struct Journal::Kept {
  Journal journal;
  JournalHead head;
  std::vector<TimedEvent> events;
};

}  // namespace recto::classroom
