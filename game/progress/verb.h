// What the verbs of `recto progress` share, and the verbs.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "game/memory/parameters.h"
#include "game/progress/profile.h"

namespace recto::progress {

/// What stands behind a verb.
struct VerbOptions {
  std::string profile;  ///< empty: the default one
  std::string file;     ///< backup: to; restore: from, empty to list; export: to, empty: stdout
  bool csv = false;     ///< export: the log alone
  std::string log;  ///< optimize, replay: a CSV file, "-" for standard input; empty: the profile
  memory::Parameters parameters = memory::kDefaultParameters;  ///< replay
  std::size_t relearning_steps = 1;                            ///< optimize: of the CSV file
  bool no_short_term = false;  ///< optimize, replay: of the CSV file
  bool exact = false;          ///< optimize: as fsrs-rs does it
  bool save = false;           ///< optimize: to the default preset
  bool json = false;
  bool quiet = false;
};

/// What a verb came to.
struct Outcome {
  int exit = 0;
  std::string json;  ///< for --json, one line; empty: the text is JSON already
  std::string text;  ///< the result for people: standard output
  std::string note;  ///< a sentence about what was done: standard error
  /// Instead of json and text, for results that are too long to be held.
  std::function<void(std::ostream&)> print = {};
};

/// JSON as one line of output; bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string line_of(const nlohmann::ordered_json& json);

/// The profile's database, which must be there: looking must not make one. Errors: NotFound; as
/// open_profile.
[[nodiscard]] Result<Store> open_present(const VerbOptions& options);

/// The same for looking: the app may have it open meanwhile. Only one of an older layout is opened
/// to be written, which brings it up to date.
[[nodiscard]] Result<Store> open_to_look(const VerbOptions& options);

// database_verbs.cpp
[[nodiscard]] Result<Outcome> do_backup(const VerbOptions& options);
[[nodiscard]] Result<Outcome> do_restore(const VerbOptions& options);
[[nodiscard]] Result<Outcome> do_check(const VerbOptions& options);
[[nodiscard]] Result<Outcome> do_repair(const VerbOptions& options);
[[nodiscard]] Result<Outcome> do_export(const VerbOptions& options);
[[nodiscard]] Result<Outcome> do_stats(const VerbOptions& options);

// memory_verbs.cpp
[[nodiscard]] Result<Outcome> do_optimize(const VerbOptions& options);
[[nodiscard]] Result<Outcome> do_replay(const VerbOptions& options);

}  // namespace recto::progress
