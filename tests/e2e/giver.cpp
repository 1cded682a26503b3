#include "tests/e2e/giver.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

namespace recto::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kPatience = 20s;
constexpr auto kGlance = 2ms;
/// What is larger goes in pieces, as every toolkit does (INCR).
constexpr std::size_t kPiece = 50'000;

}  // namespace

struct Giver::Parts {
  Display* display = nullptr;
  Window own = 0;
  std::map<std::string, std::string> forms;
  std::jthread serving;

  // What goes in pieces: the next one when the last was taken.
  Window taker = 0;
  Atom property = 0, form = 0;
  std::string left;
  bool in_pieces = false;

  [[nodiscard]] Atom atom(const std::string& name) const {
    return XInternAtom(display, name.c_str(), False);
  }
  [[nodiscard]] std::vector<Atom> offered() const {
    std::vector<Atom> atoms;
    for (const auto& [form_name, bytes] : forms)
      atoms.push_back(atom(form_name));
    return atoms;
  }
  void put(Window window, Atom where, Atom type, int format, const void* bytes, std::size_t count) {
    XChangeProperty(display, window, where, type, format, PropModeReplace,
                    static_cast<const unsigned char*>(bytes), static_cast<int>(count));
  }
  void answer(const XSelectionRequestEvent& request);
  void next_piece();
  bool serve(const std::function<bool(const XEvent&)>& is_last);
  void send(Window to, Window about, const char* name, const std::vector<long>& data);
};

void Giver::Parts::answer(const XSelectionRequestEvent& request) {
  XEvent event{};
  event.xselection.type = SelectionNotify;
  event.xselection.requestor = request.requestor;
  event.xselection.selection = request.selection;
  event.xselection.target = request.target;
  event.xselection.time = request.time;
  event.xselection.property = request.property;
  const auto found = std::ranges::find_if(
      forms, [&](const auto& offer) { return atom(offer.first) == request.target; });
  if (request.target == atom("TARGETS")) {
    const std::vector<Atom> atoms = offered();
    put(request.requestor, request.property, XA_ATOM, 32, atoms.data(), atoms.size());
  } else if (found == forms.end()) {
    event.xselection.property = 0;
  } else if (found->second.size() > kPiece) {
    taker = request.requestor;
    property = request.property;
    form = request.target;
    left = found->second;
    in_pieces = true;
    XSelectInput(display, taker, PropertyChangeMask);
    const long size = static_cast<long>(left.size());
    put(taker, property, atom("INCR"), 32, &size, 1);
  } else {
    put(request.requestor, request.property, request.target, 8, found->second.data(),
        found->second.size());
  }
  XSendEvent(display, request.requestor, False, NoEventMask, &event);
  XFlush(display);
}

void Giver::Parts::next_piece() {
  const std::string piece = left.substr(0, kPiece);
  left.erase(0, piece.size());
  put(taker, property, form, 8, piece.data(), piece.size());
  in_pieces = !piece.empty();
  XFlush(display);
}

/// Answers requests until an event is the last one; false when patience ends.
bool Giver::Parts::serve(const std::function<bool(const XEvent&)>& is_last) {
  for (const auto end = Clock::now() + kPatience; Clock::now() < end;
       std::this_thread::sleep_for(kGlance))
    while (XPending(display) > 0) {
      XEvent event;
      XNextEvent(display, &event);
      if (event.type == SelectionRequest) answer(event.xselectionrequest);
      const bool taken = event.type == PropertyNotify && event.xproperty.state == PropertyDelete &&
                         event.xproperty.window == taker && event.xproperty.atom == property;
      if (taken && in_pieces) next_piece();
      if (is_last(event)) return true;
    }
  return false;
}

void Giver::Parts::send(Window to, Window about, const char* name, const std::vector<long>& data) {
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.window = about;
  event.xclient.message_type = atom(name);
  event.xclient.format = 32;
  event.xclient.data.l[0] = static_cast<long>(own);
  for (std::size_t i = 0; i < data.size(); ++i)
    event.xclient.data.l[i + 1] = data[i];
  XSendEvent(display, to, False, NoEventMask, &event);
  XFlush(display);
}

Giver::Giver(const std::string& display, std::map<std::string, std::string> forms)
    : parts_(std::make_unique<Parts>()) {
  parts_->display = XOpenDisplay(display.c_str());
  parts_->forms = std::move(forms);
  if (parts_->display == nullptr) return;
  parts_->own =
      XCreateSimpleWindow(parts_->display, DefaultRootWindow(parts_->display), 0, 0, 1, 1, 0, 0, 0);
}

Giver::~Giver() {
  if (parts_->serving.joinable()) {
    parts_->serving.request_stop();
    parts_->serving.join();
  }
  if (parts_->display != nullptr) XCloseDisplay(parts_->display);
}

void Giver::copy() {
  Parts& parts = *parts_;
  XSetSelectionOwner(parts.display, parts.atom("CLIPBOARD"), parts.own, CurrentTime);
  XSync(parts.display, False);
  parts.serving = std::jthread([&parts](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      while (XPending(parts.display) > 0) {
        XEvent event;
        XNextEvent(parts.display, &event);
        if (event.type == SelectionRequest) parts.answer(event.xselectionrequest);
        if (event.type == PropertyNotify && event.xproperty.state == PropertyDelete &&
            event.xproperty.window == parts.taker && parts.in_pieces)
          parts.next_piece();
      }
      std::this_thread::sleep_for(kGlance);
    }
  });
}

bool Giver::drop_on(unsigned long window) {
  Parts& parts = *parts_;
  Atom type = 0;
  int format = 0;
  unsigned long count = 0, more = 0;
  unsigned char* bytes = nullptr;
  XGetWindowProperty(parts.display, window, parts.atom("XdndProxy"), 0, 1, False, XA_WINDOW, &type,
                     &format, &count, &more, &bytes);
  if (bytes == nullptr || count != 1) return false;  // "no target", as every source says then
  const Window proxy = *reinterpret_cast<const Window*>(bytes);
  XFree(bytes);
  XSetSelectionOwner(parts.display, parts.atom("XdndSelection"), parts.own, CurrentTime);
  const std::vector<Atom> offered = parts.offered();
  const bool many = offered.size() > 3;
  if (many)
    parts.put(parts.own, parts.atom("XdndTypeList"), XA_ATOM, 32, offered.data(), offered.size());
  std::vector<long> enter = {(5L << 24) | (many ? 1 : 0)};
  for (std::size_t i = 0; i < std::min<std::size_t>(3, offered.size()); ++i)
    enter.push_back(static_cast<long>(offered[i]));
  parts.send(proxy, window, "XdndEnter", enter);
  parts.send(proxy, window, "XdndPosition",
             {0, (100L << 16) | 100, CurrentTime, static_cast<long>(parts.atom("XdndActionCopy"))});
  bool accepted = false;
  const bool answered = parts.serve([&](const XEvent& event) {
    if (event.type != ClientMessage || event.xclient.message_type != parts.atom("XdndStatus"))
      return false;
    accepted = (event.xclient.data.l[1] & 1) != 0 &&
               static_cast<Window>(event.xclient.data.l[0]) == window;
    return true;
  });
  if (!answered || !accepted) return false;
  parts.send(proxy, window, "XdndDrop", {0, CurrentTime});
  return parts.serve([&](const XEvent& event) {
    return event.type == ClientMessage &&
           event.xclient.message_type == parts.atom("XdndFinished") &&
           (event.xclient.data.l[1] & 1) != 0;
  });
}

}  // namespace recto::test
