// What the tool says beside its results: errors, warnings, progress, on standard error.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace recto::deck_tool {

/// Exit codes (X3); 130 when interrupted, see signals.h.
inline constexpr int kDone = 0;
inline constexpr int kInputAtFault = 1;
inline constexpr int kWrongUsage = 2;

/// How much is said, and for whom.
struct Manner {
  bool quiet = false;    ///< errors only
  bool verbose = false;  ///< more of everything
  bool json = false;     ///< results and errors as one JSON object a line (X2)
};

/// `recto-deck: TEXT` on standard error, harmless for the terminal.
void print_error(const std::string& text);

class Report {
 public:
  explicit Report(Manner manner) : manner_(manner) {}

  /// `recto-deck: INPUT: what is wrong; what to do`; with --json {"input","error","hint"} on
  /// standard output, where the results are. Makes the exit code 1.
  void failed(const std::string& input, const Error& error);
  void warn(const std::string& text) const;    ///< unless --quiet
  void say(const std::string& text) const;     ///< unless --quiet
  void detail(const std::string& text) const;  ///< with --verbose
  /// "3 of 12 NAME" on a line that is overwritten; on a terminal only (X4).
  void progress(std::size_t done, std::size_t all, const std::string& input) const;

  /// Marks the input as at fault without a word of its own.
  void mark_fault() { exit_code_ = kInputAtFault; }
  [[nodiscard]] int exit_code() const { return exit_code_; }
  [[nodiscard]] const Manner& manner() const { return manner_; }

 private:
  Manner manner_;
  int exit_code_ = kDone;
};

}  // namespace recto::deck_tool
