// Whole databases as files: made beside their place, and put there at once or not at all.
#pragma once

#include <filesystem>
#include <string>

#include "content/base/result.h"
#include "game/progress/connection.h"

namespace recto::progress {

/// `file` with something added to its name.
[[nodiscard]] std::filesystem::path beside(const std::filesystem::path& file,
                                           const std::string& suffix);
/// Whether there is a file, or a link to nowhere.
[[nodiscard]] bool is_there(const std::filesystem::path& file);

/// Makes a folder and those above it, where they are not there. Error: Failed.
[[nodiscard]] Result<void> make_folder(const std::filesystem::path& folder);

/// A file that is removed again, with what SQLite lays beside it, unless it found its place.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& target);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() { remove(); }

  [[nodiscard]] const std::filesystem::path& target() const { return target_; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Makes it durable and renames it to its target.
  [[nodiscard]] Result<void> publish() const;

 private:
  void remove() const;

  std::filesystem::path target_;
  std::filesystem::path path_;
};

/// Copies a database page by page. Errors: BadInput about the source, Failed about the draft.
[[nodiscard]] Result<void> copy_database(Connection& from, const Draft& draft);
/// The same for a file as it lies there: with the log of a program that was killed, if there is
/// one.
[[nodiscard]] Result<void> copy_database_file(const std::filesystem::path& file,
                                              const Draft& draft);

/// Whether `file` may be replaced: ours, absent, or so damaged that nothing can be told.
[[nodiscard]] Result<void> check_replaceable(const std::filesystem::path& file);
/// Brings everything into `file` itself and makes sure that nobody else has it open. A damaged file
/// stays as it is.
[[nodiscard]] Result<void> settle(const std::filesystem::path& file);
/// A second name for `file` as it is now: "FILE.WHY-1", or the next number that is free. The name
/// keeps its bytes when another file takes the place of the first one.
[[nodiscard]] Result<std::filesystem::path> keep_aside(const std::filesystem::path& file,
                                                       const std::string& why);

}  // namespace recto::progress
