// Results out: to standard output, to files, as lines of JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/deck/deck.h"
#include "tools/recto-deck/report.h"

namespace recto::deck_tool {

/// All of it, or an Error that says why not (no room, no reader).
[[nodiscard]] Result<void> print(std::string_view bytes);

/// One JSON object as a line of its own; bytes that are no UTF-8 (a file's name) become U+FFFD.
[[nodiscard]] std::string line_of(const nlohmann::ordered_json& object);
[[nodiscard]] Result<void> print_line(const nlohmann::ordered_json& object);

/// A deck as one line of JSON.
[[nodiscard]] Result<void> print_deck_line(const Deck& deck);

/// Where a result goes, and whether it really does.
struct Delivery {
  std::string path;  ///< empty: standard output
  bool dry_run = false;
};

/// Bytes to a file, or to standard output when there is no path; says which with --verbose or a dry
/// run. With --json bytes need a path: the line has "output".
[[nodiscard]] Result<void> deliver_bytes(const std::string& bytes, const Delivery& delivery,
                                         nlohmann::ordered_json line, const Report& report);

/// A deck to a file or to standard output. With --json a line: `line`, then "output" and the path,
/// or "deck" and the deck; "dry_run" when nothing was written.
[[nodiscard]] Result<void> deliver(const Deck& deck, const Delivery& delivery,
                                   nlohmann::ordered_json line, const Report& report);

}  // namespace recto::deck_tool
