// recto-deck: the workshop's door for people. Words in, a verb and its exit code out.
#include <chrono>
#include <new>

#include "tools/recto-deck/command_line.h"
#include "tools/recto-deck/report.h"
#include "tools/recto-deck/signals.h"

int main(int argc, char** argv) {
  recto::deck_tool::end_on_signals();
  try {
    return recto::deck_tool::run(
        argc, argv,
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
  } catch (const std::bad_alloc&) {
    recto::deck_tool::print_error("there is not enough memory; give fewer or smaller inputs");
    return recto::deck_tool::kInputAtFault;
  }
}
