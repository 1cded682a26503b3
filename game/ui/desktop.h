// Our own connection to the X server, beside SFML's: keys and input methods, mouse, exposure,
// settings. SFML 2.5 reports no uncovering, loses releases of held keys and never reads input
// methods.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "game/ui/input.h"

namespace recto::ui {

/// What a person dropped on the window, or pasted. Empty: not offered.
struct Brought {
  std::string uris{};  ///< text/uri-list
  std::string html{};  ///< as it came: mostly UTF-8
  std::string text{};  ///< UTF-8

  bool operator==(const Brought&) const = default;
};

class Desktop {
 public:
  /// Connects. To be called before SFML makes its window. Error: Failed without an X server.
  [[nodiscard]] static Result<Desktop> open();
  Desktop(Desktop&&) noexcept;
  Desktop& operator=(Desktop&&) noexcept;
  ~Desktop();

  /// Begins to watch the window with that X id; it is never made smaller than `least` pixels.
  void attach(unsigned long window, Vec least);

  /// What happened since the last call; strokes go to `queue`.
  struct Happened {
    bool exposed = false;   ///< part of the window is to be drawn again
    bool settings = false;  ///< scale or theme may have changed
    bool brought = false;   ///< something was dropped or pasted
  };
  Happened drain(InputQueue& queue);

  /// Asks for what is on the clipboard; it comes later, or never.
  void paste();
  /// What was dropped or pasted since the last call.
  [[nodiscard]] std::vector<Brought> take_brought();

  /// Whether the mouse comes through here too, in one order with the keys; else it is SFML's part.
  [[nodiscard]] bool has_pointer() const;
  [[nodiscard]] bool is_mapped() const;
  [[nodiscard]] int socket() const;
  [[nodiscard]] float scale() const;
  [[nodiscard]] std::optional<bool> dark() const;

 private:
  struct Connection;
  explicit Desktop(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace recto::ui
