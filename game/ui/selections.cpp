#include "game/ui/selections.h"

#include <X11/Xatom.h>
#include <algorithm>
#include <cstring>
#include <utility>

#include "content/base/utf8.h"

namespace recto::ui {
namespace {

constexpr long kVersion = 5;                    ///< of XDND
constexpr std::size_t kMostBytes = 64'000'000;  ///< of one form
constexpr long kMostWords = 16'000'000;         ///< of four bytes, in one property

constexpr const char* kUris = "text/uri-list";
constexpr const char* kHtml = "text/html";
/// The best first; one of them is asked for.
constexpr const char* kTexts[] = {"UTF8_STRING", "text/plain;charset=utf-8", "text/plain",
                                  "STRING"};

}  // namespace

Selections::Selections(Display* display, Window target)
    : display_(display),
      target_(target),
      own_(XCreateSimpleWindow(display, DefaultRootWindow(display), -10, -10, 1, 1, 0, 0, 0)) {
  XSelectInput(display_, own_, PropertyChangeMask);
  offer(own_);
  offer(target_);
}

Selections::~Selections() {
  XDestroyWindow(display_, own_);
}

Atom Selections::atom(const char* name) const {
  return XInternAtom(display_, name, False);
}

void Selections::offer(Window window) const {
  const auto set = [&](const char* name, Atom type, unsigned long value) {
    XChangeProperty(display_, window, atom(name), type, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(&value), 1);
  };
  set("XdndAware", XA_ATOM, kVersion);
  set("XdndProxy", XA_WINDOW, own_);
}

std::vector<Brought> Selections::take_brought() {
  return std::exchange(brought_, {});
}

void Selections::paste() {
  asked_ = Asked{.selection = atom("CLIPBOARD"), .forms = {atom("TARGETS")}};
  ask();
}

bool Selections::take(const XEvent& event) {
  switch (event.type) {
    case ClientMessage: return take_message(event.xclient);
    case SelectionNotify:
      if (event.xselection.requestor != own_) return false;
      take_answer(event.xselection);
      return true;
    case PropertyNotify: return take_piece(event.xproperty);
    default: return false;
  }
}

bool Selections::take_message(const XClientMessageEvent& message) {
  if (message.message_type == atom("XdndEnter")) {
    enter(message);
  } else if (message.message_type == atom("XdndPosition")) {
    if (static_cast<Window>(message.data.l[0]) == source_) answer_position();
  } else if (message.message_type == atom("XdndLeave")) {
    source_ = 0;
  } else if (message.message_type == atom("XdndDrop")) {
    if (static_cast<Window>(message.data.l[0]) == source_)
      drop(static_cast<Time>(message.data.l[2]));
  } else {
    return false;
  }
  return true;
}

void Selections::enter(const XClientMessageEvent& message) {
  source_ = static_cast<Window>(message.data.l[0]);
  offered_.clear();
  for (int i = 2; i < 5; ++i)
    if (message.data.l[i] != 0) offered_.push_back(static_cast<Atom>(message.data.l[i]));
  if ((message.data.l[1] & 1) == 0) return;
  // More than three forms stand in a property of the source.
  Atom type = 0;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* bytes = nullptr;
  constexpr long kMostForms = 256;
  if (XGetWindowProperty(display_, source_, atom("XdndTypeList"), 0, kMostForms, False, XA_ATOM,
                         &type, &format, &count, &left, &bytes) != Success ||
      bytes == nullptr)
    return;
  if (format == 32) {
    offered_.resize(count);
    std::memcpy(offered_.data(), bytes, count * sizeof(Atom));
  }
  XFree(bytes);
}

std::deque<Atom> Selections::wanted_of(const std::vector<Atom>& offered) const {
  const auto has = [&](Atom form) { return std::ranges::find(offered, form) != offered.end(); };
  std::deque<Atom> wanted;
  for (const char* form : {kUris, kHtml})
    if (has(atom(form))) wanted.push_back(atom(form));
  const auto* const text =
      std::ranges::find_if(kTexts, [&](const char* form) { return has(atom(form)); });
  if (text != std::end(kTexts)) wanted.push_back(atom(*text));
  return wanted;
}

void Selections::answer_position() const {
  const bool accepts = !wanted_of(offered_).empty();
  tell_source(source_, "XdndStatus", accepts ? 1 : 0,
              accepts ? static_cast<long>(atom("XdndActionCopy")) : 0);
}

void Selections::tell_source(Window source, const char* message, long flags, long action) const {
  XEvent event{};
  event.xclient.type = ClientMessage;
  event.xclient.display = display_;
  event.xclient.window = source;
  event.xclient.message_type = atom(message);
  event.xclient.format = 32;
  event.xclient.data.l[0] = static_cast<long>(target_);
  event.xclient.data.l[1] = flags;
  // XdndStatus has the action behind an empty rectangle, XdndFinished right here.
  const bool finished = std::strcmp(message, "XdndFinished") == 0;
  event.xclient.data.l[finished ? 2 : 4] = action;
  XSendEvent(display_, source, False, NoEventMask, &event);
  XFlush(display_);
}

void Selections::drop(Time time) {
  asked_ = Asked{.selection = atom("XdndSelection"),
                 .time = time,
                 .forms = wanted_of(offered_),
                 .source = std::exchange(source_, 0)};
  ask();
}

/// For the next form; when there is none, all has come.
void Selections::ask() {
  if (asked_->forms.empty()) return finish();
  XConvertSelection(display_, asked_->selection, asked_->forms.front(), atom("RECTO_SELECTION"),
                    own_, asked_->time);
  XFlush(display_);
}

void Selections::finish() {
  if (asked_->source != 0)
    tell_source(asked_->source, "XdndFinished", 1, static_cast<long>(atom("XdndActionCopy")));
  brought_.push_back(std::move(asked_->got));
  asked_.reset();
}

std::string Selections::read(Atom& type) const {
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* bytes = nullptr;
  if (XGetWindowProperty(display_, own_, atom("RECTO_SELECTION"), 0, kMostWords, True,
                         AnyPropertyType, &type, &format, &count, &left, &bytes) != Success ||
      bytes == nullptr)
    return {};
  const std::size_t width = format == 32 ? sizeof(long) : static_cast<std::size_t>(format / 8);
  std::string text(reinterpret_cast<const char*>(bytes), count * width);
  XFree(bytes);
  return text;
}

void Selections::take_answer(const XSelectionEvent& event) {
  if (!asked_ || event.selection != asked_->selection) return;
  if (event.property == 0) return keep({});  // it has nothing in this form
  Atom type = 0;
  std::string bytes = read(type);
  asked_->in_pieces = type == atom("INCR");
  if (asked_->in_pieces)
    asked_->pieces.clear();
  else
    keep(std::move(bytes));
}

/// A piece of what is too large for one property; an empty one is the last.
bool Selections::take_piece(const XPropertyEvent& event) {
  if (event.window != own_) return false;
  if (event.state != PropertyNewValue || !asked_ || !asked_->in_pieces) return true;
  Atom type = 0;
  const std::string piece = read(type);
  if (asked_->pieces.size() + piece.size() <= kMostBytes) asked_->pieces += piece;
  if (piece.empty()) {
    asked_->in_pieces = false;
    keep(std::move(asked_->pieces));
  }
  return true;
}

void Selections::keep(std::string bytes) {
  const Atom form = asked_->forms.front();
  asked_->forms.pop_front();
  if (form == atom("TARGETS")) {
    std::vector<Atom> offered(bytes.size() / sizeof(Atom));
    std::memcpy(offered.data(), bytes.data(), offered.size() * sizeof(Atom));
    asked_->forms = wanted_of(offered);
  } else if (form == atom(kUris)) {
    asked_->got.uris = std::move(bytes);
  } else if (form == atom(kHtml)) {
    asked_->got.html = std::move(bytes);
  } else {
    asked_->got.text = valid_utf8(bytes);
  }
  ask();
}

}  // namespace recto::ui
