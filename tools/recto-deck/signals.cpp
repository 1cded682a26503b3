#include "tools/recto-deck/signals.h"

#include <unistd.h>

namespace recto::deck_tool {

namespace {

/// What was started to ignore a signal (nohup, a script's background) goes on ignoring it.
void end_on(int signal) {
  struct sigaction action {};
  ::sigaction(signal, nullptr, &action);
  if (action.sa_handler == SIG_IGN) return;
  action = {};
  action.sa_handler = [](int which) { ::_exit(128 + which); };
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

void end_on_signals() {
  end_on(SIGINT);
  end_on(SIGTERM);
  ::signal(SIGXFSZ, SIG_IGN);  // a file that must not grow is an error of the write
}

SignalsHeld::SignalsHeld() {
  sigset_t held{};
  ::sigemptyset(&held);
  ::sigaddset(&held, SIGINT);
  ::sigaddset(&held, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &held, &before_);
}

SignalsHeld::~SignalsHeld() {
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace recto::deck_tool
