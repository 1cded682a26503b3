#include "game/ui/pointer.h"

#include <X11/extensions/XInput2.h>
#include <array>

namespace recto::ui {
namespace {

// Buttons of the core protocol; the wheel's notches are buttons too.
constexpr int kLeft = 1, kMiddle = 2, kRight = 3, kWheelUp = 4, kWheelDown = 5;

std::optional<MouseButton> button_of(int number) {
  switch (number) {
    case kLeft: return MouseButton::Left;
    case kMiddle: return MouseButton::Middle;
    case kRight: return MouseButton::Right;
    default: return std::nullopt;
  }
}

std::optional<Event> event_of(int type, const XIDeviceEvent& device) {
  Event event;
  event.at = {static_cast<float>(device.event_x), static_cast<float>(device.event_y)};
  if (type == XI_Motion) return event;
  if (type == XI_ButtonPress && (device.detail == kWheelUp || device.detail == kWheelDown)) {
    event.kind = Event::Kind::Wheel;
    event.wheel = device.detail == kWheelUp ? 1 : -1;
    return event;
  }
  const auto button = button_of(device.detail);
  if (!button) return std::nullopt;
  event.kind = type == XI_ButtonPress ? Event::Kind::MousePress : Event::Kind::MouseRelease;
  event.button = *button;
  return event;
}

std::optional<Event> event_of(const XIEnterEvent& crossing, bool leaves) {
  // A grab, by a menu of the window manager or by our own button being held, moves nothing.
  if (crossing.mode != XINotifyNormal) return std::nullopt;
  Event event;
  event.kind = leaves ? Event::Kind::MouseLeave : Event::Kind::MouseMove;
  event.at = {static_cast<float>(crossing.event_x), static_cast<float>(crossing.event_y)};
  return event;
}

}  // namespace

std::optional<Pointer> Pointer::listen(Display* display, Window window) {
  int opcode = 0, first_event = 0, first_error = 0;
  if (XQueryExtension(display, "XInputExtension", &opcode, &first_event, &first_error) == 0)
    return std::nullopt;
  int major = 2, minor = 0;
  if (XIQueryVersion(display, &major, &minor) != Success) return std::nullopt;
  std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
  for (const int type : {XI_ButtonPress, XI_ButtonRelease, XI_Motion, XI_Enter, XI_Leave})
    XISetMask(bits.data(), type);
  XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
  if (XISelectEvents(display, window, &mask, 1) != Success) return std::nullopt;
  return Pointer(display, opcode);
}

bool Pointer::take(XEvent& event, InputQueue& queue) const {
  if (event.type != GenericEvent || event.xcookie.extension != extension_) return false;
  if (XGetEventData(display_, &event.xcookie) == 0) return true;
  const int type = event.xcookie.evtype;
  std::optional<Event> told;
  if (type == XI_Enter || type == XI_Leave)
    told = event_of(*static_cast<const XIEnterEvent*>(event.xcookie.data), type == XI_Leave);
  else if (type == XI_Motion || type == XI_ButtonPress || type == XI_ButtonRelease)
    told = event_of(type, *static_cast<const XIDeviceEvent*>(event.xcookie.data));
  XFreeEventData(display_, &event.xcookie);
  if (told) queue.push(std::move(*told));
  return true;
}

}  // namespace recto::ui
