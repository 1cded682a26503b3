// The shipped files that targets need.
#pragma once

#include <string>
#include <utility>

#include "content/files/assets.h"
#include "content/files/files.h"
#include "tests/fuzz/checks.h"
#include "tools/language/sentences.h"

namespace recto::fuzz {

inline std::string asset(const char* folder, const char* name) {
  auto bytes = find_assets().and_then(
      [&](const auto& assets) { return read_file(assets / folder / name, 1 << 24); });
  check(bytes.has_value(), "the shipped files can be read");
  return std::move(*bytes);
}

inline const language::Abbreviations& abbreviations() {
  static const auto kKnown = language::parse_abbreviations(asset("words", "abbreviations.txt"));
  return kKnown;
}

}  // namespace recto::fuzz
