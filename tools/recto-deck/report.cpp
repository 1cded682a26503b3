#include "tools/recto-deck/report.h"

#include <iostream>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "tools/recto-deck/output.h"
#include "tools/recto-deck/terminal.h"

namespace recto::deck_tool {
namespace {

constexpr const char* kClearLine = "\r\033[K";

bool is_terminal() {
  return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

void print_error(const std::string& text) {
  if (is_terminal()) std::cerr << kClearLine;  // of the progress
  std::cerr << "recto-deck: " << printable(text) << '\n';
}

void Report::failed(const std::string& input, const Error& error) {
  exit_code_ = kInputAtFault;
  Error told = error;
  if (told.where == input) told.where.clear();
  const std::string what = told.where.empty() ? told.what : told.where + ": " + told.what;
  if (manner_.json)  // when standard output fails as well, standard error tells it
    std::ignore = print_line({{"input", input}, {"error", what}, {"hint", told.advice}});
  print_error(input + ": " + what + (told.advice.empty() ? "" : "; " + told.advice));
}

void Report::warn(const std::string& text) const {
  say(text);
}

void Report::say(const std::string& text) const {
  if (!manner_.quiet) print_error(text);
}

void Report::detail(const std::string& text) const {
  if (manner_.verbose) say(text);
}

void Report::progress(std::size_t done, std::size_t all, const std::string& input) const {
  if (manner_.quiet || all < 2 || !is_terminal()) return;
  const std::string line = std::to_string(done) + " of " + std::to_string(all) + " " + input;
  std::cerr << kClearLine << first_columns(printable(line), terminal_width(STDERR_FILENO) - 1)
            << std::flush;
  if (done == all) std::cerr << kClearLine << std::flush;
}

}  // namespace recto::deck_tool
