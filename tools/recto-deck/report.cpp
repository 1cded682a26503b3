#include "tools/recto-deck/report.h"

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tools/recto-deck/terminal.h"

namespace recto::deck_tool {
namespace {

constexpr const char* kClearLine = "\r\033[K";

bool is_terminal() {
  return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

void Report::print(const std::string& text) const {
  if (is_terminal() && !manner_.quiet) std::cerr << kClearLine;
  std::cerr << "recto-deck: " << printable(text) << '\n';
}

void Report::failed(const std::string& input, const Error& error) {
  exit_code_ = kInputAtFault;
  Error told = error;
  if (told.where == input) told.where.clear();
  const std::string what = told.where.empty() ? told.what : told.where + ": " + told.what;
  if (manner_.json) {
    const nlohmann::ordered_json line = {{"input", input}, {"error", what}, {"hint", told.advice}};
    std::cout << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
              << '\n';
  }
  print(input + ": " + what + (told.advice.empty() ? "" : "; " + told.advice));
}

void Report::warn(const std::string& text) const {
  if (!manner_.quiet) print(text);
}

void Report::say(const std::string& text) const {
  if (!manner_.quiet) print(text);
}

void Report::detail(const std::string& text) const {
  if (manner_.verbose && !manner_.quiet) print(text);
}

void Report::progress(std::size_t done, std::size_t all, const std::string& input) const {
  if (manner_.quiet || all < 2 || !is_terminal()) return;
  std::cerr << kClearLine << done << " of " << all << " " << printable(input) << std::flush;
  if (done == all) std::cerr << kClearLine << std::flush;
}

}  // namespace recto::deck_tool
