// Ctrl-C ends the tool at once with exit code 130, but never between half a file and its renaming.
#pragma once

#include <csignal>

namespace recto::deck_tool {

/// From now on an interrupt ends the program with 130, a termination with 143. To be called first.
void end_on_signals();

/// Holds both signals back from this thread, and from threads that it starts meanwhile for all of
/// their life, until it goes out of scope. Around what must be whole: a file that is written.
class SignalsHeld {
 public:
  SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld();

 private:
  sigset_t before_{};
};

}  // namespace recto::deck_tool
