#include "game/ui/desktop.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>
#undef None  // a macro of Xlib; ours is Key::None

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <optional>
#include <set>

#include "game/ui/desktop_settings.h"
#include "game/ui/pointer.h"
#include "game/ui/selections.h"

namespace recto::ui {
namespace {

struct Named {
  KeySym keysym;
  Key key;
};
constexpr Named kKeys[] = {{XK_Return, Key::Enter},
                           {XK_KP_Enter, Key::Enter},
                           {XK_space, Key::Space},
                           {XK_Tab, Key::Tab},
                           {XK_ISO_Left_Tab, Key::Tab},
                           {XK_Escape, Key::Escape},
                           {XK_BackSpace, Key::Backspace},
                           {XK_Delete, Key::Delete},
                           {XK_KP_Delete, Key::Delete},
                           {XK_Left, Key::Left},
                           {XK_KP_Left, Key::Left},
                           {XK_Right, Key::Right},
                           {XK_KP_Right, Key::Right},
                           {XK_Up, Key::Up},
                           {XK_KP_Up, Key::Up},
                           {XK_Down, Key::Down},
                           {XK_KP_Down, Key::Down},
                           {XK_Home, Key::Home},
                           {XK_KP_Home, Key::Home},
                           {XK_End, Key::End},
                           {XK_KP_End, Key::End},
                           {XK_Page_Up, Key::PageUp},
                           {XK_KP_Page_Up, Key::PageUp},
                           {XK_Page_Down, Key::PageDown},
                           {XK_KP_Page_Down, Key::PageDown}};

/// Rows of a US keyboard by X keycode (evdev).
struct KeyRow {
  unsigned first;
  std::string_view characters;
};
constexpr KeyRow kUsRows[] = {
    {10, "1234567890-="}, {24, "qwertyuiop[]"}, {38, "asdfghjkl;'"}, {52, "zxcvbnm,./"}};

Key key_of(KeySym keysym) {
  const auto* const found = std::find_if(std::begin(kKeys), std::end(kKeys),
                                         [&](const Named& n) { return n.keysym == keysym; });
  return found == std::end(kKeys) ? Key::None : found->key;
}

char32_t us_character(unsigned keycode) {
  for (const KeyRow& row : kUsRows)
    if (keycode >= row.first && keycode < row.first + row.characters.size())
      return static_cast<char32_t>(row.characters[keycode - row.first]);
  return 0;
}

/// The character of a keysym, letters small. Keysyms of other scripts have no simple rule; that
/// they are not ASCII is all that shortcuts need to know.
char32_t character_of(KeySym keysym) {
  constexpr char32_t kOther = 0xFFFD;
  if (keysym >= XK_KP_0 && keysym <= XK_KP_9) return U'0' + static_cast<char32_t>(keysym - XK_KP_0);
  if (keysym == XK_KP_Add) return U'+';
  if (keysym == XK_KP_Subtract) return U'-';
  if (keysym >= XK_A && keysym <= XK_Z) return static_cast<char32_t>(keysym) + 32;
  if (keysym >= 0x20 && keysym < 0x7F) return static_cast<char32_t>(keysym);
  return keysym == NoSymbol || keysym >= 0xFD00 ? 0 : kOther;
}

bool is_typed(std::string_view text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return !text.empty() && std::none_of(text.begin(), text.end(), control);
}

/// Without a UTF-8 locale compose sequences and input methods have no characters to give.
void use_utf8_locale() {
  if (std::setlocale(LC_CTYPE, "") != nullptr && MB_CUR_MAX > 1 && XSupportsLocale() != 0) return;
  std::setlocale(LC_CTYPE, "C.UTF-8");
}

std::string property_of(Display* display, Window window, const char* name) {
  const Atom atom = XInternAtom(display, name, True);
  if (atom == 0) return {};
  Atom type = 0;
  int format = 0;
  unsigned long count = 0, left = 0;
  unsigned char* bytes = nullptr;
  constexpr long kLimit = 256 * 1024 / 4;  // in units of four bytes
  if (XGetWindowProperty(display, window, atom, 0, kLimit, False, AnyPropertyType, &type, &format,
                         &count, &left, &bytes) != Success ||
      bytes == nullptr)
    return {};
  std::string text;
  if (format == 8) text.assign(reinterpret_cast<const char*>(bytes), count);
  XFree(bytes);
  return text;
}

/// The window that holds the desktop's settings may go at any moment: no reason to end the program.
int ignore_error(Display* /*display*/, XErrorEvent* /*event*/) {
  return 0;
}

}  // namespace

struct Desktop::Connection {
  Display* display = nullptr;
  Window window = 0;
  Window settings_owner = 0;
  XIM method = nullptr;
  XIC context = nullptr;
  bool mapped = true;
  bool focused = false;
  std::set<unsigned> down;  ///< keycodes that are held
  std::optional<Selections> selections;
  std::optional<Pointer> pointer;

  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection();

  void open_input_method();
  void watch_settings();
  [[nodiscard]] DesktopSettings settings() const;
  void take_key(XKeyEvent& event, InputQueue& queue);
  std::string look_up(XKeyEvent& event, KeySym& keysym) const;
};

Desktop::Connection::~Connection() {
  selections.reset();
  if (context != nullptr) XDestroyIC(context);
  if (method != nullptr) XCloseIM(method);
  if (display != nullptr) XCloseDisplay(display);
}

void Desktop::Connection::open_input_method() {
  XSetLocaleModifiers("");
  method = XOpenIM(display, nullptr, nullptr, nullptr);
  if (method == nullptr) {
    XSetLocaleModifiers("@im=none");  // the server is gone: compose keys still work
    method = XOpenIM(display, nullptr, nullptr, nullptr);
  }
  if (method == nullptr) return;
  context = XCreateIC(method, XNInputStyle, XIMPreeditNothing | XIMStatusNothing, XNClientWindow,
                      window, XNFocusWindow, window, nullptr);
}

void Desktop::Connection::watch_settings() {
  const Atom selection = XInternAtom(display, "_XSETTINGS_S0", False);
  settings_owner = XGetSelectionOwner(display, selection);
  if (settings_owner != 0) XSelectInput(display, settings_owner, PropertyChangeMask);
  XSelectInput(display, DefaultRootWindow(display), PropertyChangeMask);
}

DesktopSettings Desktop::Connection::settings() const {
  if (settings_owner == 0) return {};
  return read_xsettings(property_of(display, settings_owner, "_XSETTINGS_SETTINGS"));
}

std::string Desktop::Connection::look_up(XKeyEvent& event, KeySym& keysym) const {
  std::string text(64, '\0');
  if (context == nullptr) {
    const int length =
        XLookupString(&event, text.data(), static_cast<int>(text.size()), &keysym, nullptr);
    text.resize(static_cast<std::size_t>(std::max(length, 0)));
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? text : std::string();
  }
  int status = 0;
  int length = Xutf8LookupString(context, &event, text.data(), static_cast<int>(text.size()),
                                 &keysym, &status);
  if (status == XBufferOverflow) {
    text.resize(static_cast<std::size_t>(length));
    length = Xutf8LookupString(context, &event, text.data(), length, &keysym, &status);
  }
  const bool has_text = status == XLookupChars || status == XLookupBoth;
  if (status != XLookupKeySym && status != XLookupBoth) keysym = NoSymbol;
  text.resize(has_text ? static_cast<std::size_t>(std::max(length, 0)) : 0);
  return text;
}

void Desktop::Connection::take_key(XKeyEvent& event, InputQueue& queue) {
  KeySym keysym = NoSymbol;
  Stroke stroke;
  stroke.text = look_up(event, keysym);
  stroke.key = key_of(keysym);
  stroke.character = character_of(keysym);
  stroke.us_character = us_character(event.keycode);
  stroke.mods = {(event.state & ControlMask) != 0, (event.state & ShiftMask) != 0,
                 (event.state & Mod1Mask) != 0};
  // A key that an input method sends (keycode 0) is never held.
  stroke.repeat = event.keycode != 0 && !down.insert(event.keycode).second;
  if (stroke.mods.ctrl || stroke.mods.alt || !is_typed(stroke.text)) stroke.text.clear();
  const bool means_something =
      stroke.key != Key::None || stroke.character != 0 || !stroke.text.empty();
  if (!means_something) return;
  Event pushed;
  pushed.kind = Event::Kind::Stroke;
  pushed.stroke = std::move(stroke);
  queue.push(std::move(pushed));
}

Desktop::Desktop(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Desktop::Desktop(Desktop&&) noexcept = default;
Desktop& Desktop::operator=(Desktop&&) noexcept = default;
Desktop::~Desktop() = default;

Result<Desktop> Desktop::open() {
  use_utf8_locale();
  // SFML opens the input method too, and an input method whose client never reads its answers
  // swallows every character: SFML is told that there is none.
  XSetLocaleModifiers("@im=none");
  auto connection = std::make_unique<Connection>();
  connection->display = XOpenDisplay(nullptr);
  if (connection->display == nullptr) {
    const char* const name = std::getenv("DISPLAY");
    return fail(Error::Kind::Failed, "there is no display to open a window on",
                name == nullptr ? "" : name,
                "start recto in a graphical session; recto-deck show DECK needs none");
  }
  XSetErrorHandler(ignore_error);
  connection->watch_settings();
  return Desktop(std::move(connection));
}

void Desktop::attach(unsigned long window, Vec least) {
  Connection& own = *connection_;
  own.window = window;
  XSelectInput(
      own.display, window,
      ExposureMask | KeyPressMask | KeyReleaseMask | StructureNotifyMask | FocusChangeMask);
  XkbSetDetectableAutoRepeat(own.display, True, nullptr);
  XSizeHints hints{};
  hints.flags = PMinSize;
  hints.min_width = static_cast<int>(least.x);
  hints.min_height = static_cast<int>(least.y);
  XSetWMNormalHints(own.display, window, &hints);
  own.open_input_method();
  own.selections.emplace(own.display, window);
  own.pointer = Pointer::listen(own.display, window);
  Window focus = 0;
  int revert = 0;
  XGetInputFocus(own.display, &focus, &revert);
  if (focus == window && own.context != nullptr) XSetICFocus(own.context);
  XFlush(own.display);
}

Desktop::Happened Desktop::drain(InputQueue& queue) {
  Connection& own = *connection_;
  Happened happened;
  while (XPending(own.display) > 0) {
    XEvent event;
    XNextEvent(own.display, &event);
    if (XFilterEvent(&event, 0) != 0) continue;
    if (own.selections && own.selections->take(event)) continue;
    if (own.pointer && own.pointer->take(event, queue)) continue;
    switch (event.type) {
      case KeyPress: own.take_key(event.xkey, queue); break;
      case KeyRelease: own.down.erase(event.xkey.keycode); break;
      case FocusIn:
        if (own.context != nullptr) XSetICFocus(own.context);
        happened.exposed = true;
        break;
      case FocusOut:
        if (own.context != nullptr) XUnsetICFocus(own.context);
        own.down.clear();
        break;
      case Expose: happened.exposed = true; break;
      case MapNotify:
      case UnmapNotify:
        if (event.xmap.window == own.window) own.mapped = event.type == MapNotify;
        happened.exposed = true;
        break;
      case MappingNotify:  // the keyboard has another layout now
        XRefreshKeyboardMapping(&event.xmapping);
        break;
      case PropertyNotify: happened.settings = true; break;
      default: break;
    }
  }
  happened.brought = own.selections && own.selections->has_brought();
  return happened;
}

void Desktop::paste() {
  if (connection_->selections) connection_->selections->paste();
}

std::vector<Brought> Desktop::take_brought() {
  return connection_->selections ? connection_->selections->take_brought() : std::vector<Brought>();
}

bool Desktop::has_pointer() const {
  return connection_->pointer.has_value();
}
bool Desktop::is_mapped() const {
  return connection_->mapped;
}
int Desktop::socket() const {
  return ConnectionNumber(connection_->display);
}

float Desktop::scale() const {
  const char* const variable = std::getenv("GDK_SCALE");
  Display* const display = connection_->display;
  return scale_of(connection_->settings(),
                  property_of(display, DefaultRootWindow(display), "RESOURCE_MANAGER"),
                  variable == nullptr ? "" : variable);
}

std::optional<bool> Desktop::dark() const {
  return is_dark(connection_->settings());
}

}  // namespace recto::ui
